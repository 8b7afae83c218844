"""Tell what of a page nobody sees, and when hiding is not to be believed because scripts undo it."""

from __future__ import annotations

import re
from typing import Any

_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.I)
_FOR_VOICES = re.compile(
    r"(?:^|[\s_-])(?:sr-?only|screen-?reader(?:-?text)?|visually-?hidden|assistive(?:-?text)?)(?:$|[\s_-])",
    re.I,
)
_NO_STORY = re.compile(
    r"cookie|consent|gdpr|cmp|modal|dialog|popup|overlay|newsletter|subscri|login|sign-?in|menu|nav|search"
    r"|paywall|banner|share|comment",
    re.I,
)
_LEAST = 140
"""So much prose makes a stretch worth doubting that it is hidden."""


def is_hidden(element: Any) -> bool:
    """Whether a browser without scripts would not show it."""
    if not element.attrib:
        return False
    hidden = element.get("hidden")
    if hidden is not None and hidden.lower() != "until-found":
        return True
    style = element.get("style")
    if style and _HIDDEN_STYLE.search(style):
        # Formulas lie hidden beside their picture.
        return next(element.iter("math"), None) is None
    return False


def is_for_voices(element: Any) -> bool:
    """Whether only a screen reader says it: "opens in a new tab", a word whose letters are drawn."""
    name = element.get("class")
    return bool(name and _FOR_VOICES.search(name[:2000]))


def reveal(root: Any) -> None:
    """Take the hiding from what holds more of the page's prose than all that is not hidden.

    Pages hide their story until a script shows it, or behind "read more". What names itself a
    dialog stays hidden.
    """
    for element in root.xpath("//*[@hidden]"):
        if element.get("hidden").lower() == "until-found":
            del element.attrib["hidden"]  # a folded part, which opens when it is searched
    hidden = list(_hidden_stories(root))
    if not hidden:
        return
    seen = _prose(root) - sum(amount for _, amount in hidden)
    for element, amount in hidden:
        if amount > seen:
            for name in ("hidden", "style", "aria-hidden"):
                element.attrib.pop(name, None)


def _hidden_stories(root: Any) -> Any:
    """The outermost hidden elements that hold prose, with how much."""
    for element in root.xpath("//*[@hidden or @style or @aria-hidden]"):
        is_away = is_hidden(element) or element.get("aria-hidden") == "true"
        if not is_away or _is_dialog(element):
            continue
        if any(is_hidden(a) or a.get("aria-hidden") == "true" for a in element.iterancestors()):
            continue
        amount = _prose(element)
        if amount >= _LEAST:
            yield element, amount


def _prose(element: Any) -> int:
    """Characters in paragraphs outside of dialogs."""
    return sum(
        len(" ".join(p.text_content().split()))
        for p in element.iter("p", "li", "dd", "blockquote", "pre")
        if next(p.iter("a"), None) is None
        and p.find(".//p") is None
        and not any(_is_dialog(a) for a in p.iterancestors())
    )


def _is_dialog(element: Any) -> bool:
    if element.tag in ("dialog", "nav", "footer") or element.get("role") in (
        "dialog",
        "alertdialog",
    ):
        return True
    name = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(name) > 1 and element.tag != "body" and bool(_NO_STORY.search(name[:2000]))
