"""The words of a mail: all of a newsletter but what only says where else it can be read."""

from __future__ import annotations

import re
from typing import Any

from lesart.model.text import Block
from lesart.text.clean import clean_text

_ELSEWHERE = re.compile(
    # "View in browser", said in many ways; only as all that a line says.
    r"(?:(?:having )?(?:trouble|problems?|difficult\w+) (?:viewing|reading|seeing|with) (?:this|the) (?:e-?mail|message|newsletter)\W*)?"
    r"(?:(?:is )?(?:this|the) (?:e-?mail|message|newsletter) (?:not|doesn.t) (?:display\w*|look\w*)[\w ]*\W*)?"
    r"(?:click (?:here )?to )?(?:view|read|see|open)(?: (?:this|the|it))?(?: (?:e-?mail|message|newsletter|issue|post|version))?"
    r"(?: (?:online|on the web|in (?:your|a|the)(?: web)? ?browser|in browser|on (?:our|the) (?:web)?site|as a web ?page))\W*"
    r"|(?:web|online|browser)[ -]?version\W*|view (?:web|online) version\W*"
    r"|(?:(?:wird|werden) (?:dies\w+|der|die) (?:e-?mail|newsletter|nachricht) nicht (?:richtig|korrekt) (?:dargestellt|angezeigt)\W*)?"
    r"(?:(?:hier (?:klicken|clicken)|klicken sie (?:bitte )?hier)\W*)?(?:(?:diese |den |die )?(?:e-?mail |newsletter |nachricht )?"
    r"(?:im|in ihrem|in deinem) (?:web)?browser (?:ansehen|anzeigen|öffnen|lesen|anschauen)|(?:zur )?(?:online|web|browser)-?(?:version|ansicht))\W*"
    r"|(?:voir|lire|afficher|consulter|ouvrir)(?: (?:cet|ce|la|le|cette|l.)? ?(?:e-?mail|message|newsletter|lettre|version))?"
    r"(?: (?:dans (?:votre|le|un) navigateur|en ligne))\W*|version en ligne\W*"
    r"|(?:ver|leer|abrir|visualizar)(?: (?:este|el|esta|la)? ?(?:correo|e-?mail|mensaje|boletín|newsletter))?"
    r"(?: (?:en (?:el|tu|su) navegador|en línea|no navegador|online))\W*"
    r"|(?:visualizza|leggi|apri|vedi)(?: (?:questa|la|il)? ?(?:e-?mail|newsletter|messaggio))? (?:nel (?:tuo )?browser|online)\W*"
    r"|(?:bekijk|lees|open)(?: (?:deze|de))?(?: (?:e-?mail|nieuwsbrief))? (?:online|in (?:je|uw|de) browser)\W*",
    re.I,
)
_LEAVE = re.compile(
    r"(?:unsubscribe|manage (?:your )?(?:subscription|preferences)|update (?:your )?preferences|abmelden|abbestellen"
    r"|newsletter (?:abmelden|abbestellen)|se désabonner|se désinscrire|darse de baja|cancelar suscripción"
    r"|annulla iscrizione|disiscriviti|afmelden|uitschrijven|privacy policy|datenschutz|impressum|view in browser"
    r"|forward to a friend|weiterempfehlen)(?: here| hier| ici)?\W*",
    re.I,
)
_FILLING = re.compile(
    "(?:[\u034f\u00ad\u200b-\u200f\u2007\u2060\ufeff\u00a0]\\s*){4,}|(?:&(?:zwnj|nbsp|shy|#8199|#847);\\s*){4,}"
)
_ENDS = 6
"""Blocks from either end in which a line about where to read the mail may stand."""


def html_text(markup: str) -> tuple[str, tuple[Block, ...]]:
    """The whole mail: a newsletter is laid out in tables, and all of it is the article."""
    from lesart.feeds.pages.html_tree import parse_html
    from lesart.feeds.pages.plaintext import plain_text

    root = parse_html(_FILLING.sub(" ", markup))
    if root is None:
        return "", ()
    for element in list(root.iter("img", "style", "script")):
        if element.tag != "img" or _is_tracker(element):
            _drop(element)
    _flatten(root)
    _drop_lines(root)
    return plain_text(root)


def _is_tracker(image: Any) -> bool:
    """A picture of one point, which only tells the sender that it was seen."""
    sizes = [image.get("width"), image.get("height")]
    style = (image.get("style") or "")[:1000].replace(" ", "").lower()
    sizes += re.findall(r"(?:^|;)(?:max-)?(?:width|height):(\d+)", style)
    return any(
        size is not None and str(size).strip().removesuffix("px") in ("0", "1") for size in sizes
    )


def _drop(element: Any) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _flatten(root: Any) -> None:
    """Tables that hold tables, or one column, lay out the mail: their cells are paragraphs."""
    for table in list(root.iter("table")):
        is_layout = (
            (table.get("role") or "") == "presentation"
            or next(table.iterdescendants("table"), None) is not None
            or all(len(row) < 2 for row in table.iter("tr"))
        )
        if is_layout:
            for element in [table, *table.iter("tbody", "thead", "tfoot", "tr", "td", "th")]:
                if _table_of(element) is table:
                    element.tag = "div"
                    for name in ("colspan", "rowspan"):
                        element.attrib.pop(name, None)


def _table_of(element: Any) -> Any:
    if element.tag == "table":
        return element
    for around in element.iterancestors():
        if around.tag == "table":
            return around
        if around.get("data-was-table"):
            return None
    return None


def _drop_lines(root: Any) -> None:
    """Drop lines that are all link and say where else the mail can be read, or how to leave it.

    Only at either end, and only where nothing else stands in them: a sentence about browsers stays.
    """
    lines = [
        line for line in root.iter("p", "div", "td", "li", "center", "h6", "h5") if _is_line(line)
    ]
    for element in [*lines[:_ENDS], *lines[-2 * _ENDS :]]:
        words = " ".join(element.text_content().split())
        links = [link for link in element.iter("a") if link.get("href")]
        if not links or len(words) > 200:
            continue
        rest = re.sub(r"[|·•,/\s–—-]+", " ", words)
        if _ELSEWHERE.fullmatch(words) or _ELSEWHERE.fullmatch(rest.strip()):
            _drop(element)
        elif all(
            _LEAVE.fullmatch(_said(link)) or _ELSEWHERE.fullmatch(_said(link)) for link in links
        ):
            linked = sum(len(_said(link)) for link in links)
            if linked >= 0.8 * len(re.sub(r"[|·•\s–—-]+", "", words)):
                _drop(element)


def _is_line(element: Any) -> bool:
    """Whether it has words and no paragraph within it has."""
    if not element.text_content().strip():
        return False
    inner = element.iterdescendants("p", "div", "td", "li", "table", "center", "h1", "h2", "h3")
    return not any(one.text_content().strip() for one in inner)


def _said(link: Any) -> str:
    return " ".join(link.text_content().split())


# ------------------------------------------------------------------ plain text


def plain_mail_text(text: str, is_flowed: bool, has_delsp: bool) -> str:
    """A plain mail; where it says that its lines flow, they are put together again (RFC 3676)."""
    text = clean_text(text)
    if is_flowed:
        text = _unflowed(text, has_delsp)
    lines = [line.rstrip() for line in text.split("\n")]
    lines = [line for line in lines if not _is_elsewhere(line)]
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")


def _is_elsewhere(line: str) -> bool:
    words = re.sub(r"[<(\[]?https?://\S+", "", line).strip(" :*[]()<>")
    return bool(words) and len(line) < 600 and "://" in line and bool(_ELSEWHERE.fullmatch(words))


def _unflowed(text: str, has_delsp: bool) -> str:
    lines: list[str] = []
    is_open = False
    depth_before = 0
    for line in text.split("\n"):
        depth = len(line) - len(line.lstrip(">"))
        words = line[depth:]
        words = words.removeprefix(" ")  # a space was put there so that nothing looks like a mark
        is_signature = words == "-- "
        flows = words.endswith(" ") and not is_signature
        if flows and has_delsp:
            words = words[:-1]
        if is_open and depth == depth_before and not is_signature:
            lines[-1] += words
        else:
            lines.append(f"{'>' * depth}{' ' if depth else ''}{words}")
        is_open, depth_before = flows, depth
    return "\n".join(lines)
