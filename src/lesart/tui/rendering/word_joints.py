"""Lines of a narrow column: broken at spaces, and long words where they are joined.

"Sozialversicherungsbeiträge" becomes "Sozialversicherungs-" and "beiträge". Breaks go, in this order, behind a
hyphen or slash that is there, before a noun that ends many compounds, behind a linking ending, between
syllables. Nothing is left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from lesart.tui.rendering.cells import is_plain
from lesart.tui.rendering.layout import wrapped

_HEADS = re.compile(
    r"(?<=\w{3})(?<!ver)(?<!be)(?<!ent)(?<!ge)(?:anlage|anteil|arbeit|aufgabe|auftr|ausgabe|bank|bau|behandlung|beitr|bedarf|beschluss|betr[aä]g|betrieb|brauch"
    r"|bürger|defizit|dienst|einnahme|empfäng|energie|entgelt|erhöhung|ertr|export|fahrt|fahrz|fall|fäll|fonds"
    r"|gebiet|gebühr|gefäng|geld|gericht|gesetz|gewinn|grenz|gruppe|gut|haben|halt|handel|haus|häus|hilfe|index"
    r"|industrie|inland|kapital|kasse|kind|klasse|konto|kosten|kraft|kräft|kredit|kurs|lager|last|leistung|lohn"
    r"|löhne|markt|märkt|maßnahm|menge|miete|minist|mittel|netz|niveau|opfer|patient|pauschale|pflicht|plan"
    r"|platz|plätz|politik|prämie|preis|produkt|prognose|projekt|quote|rate|raum|recht|rechnung|rente|reserve"
    r"|satz|sätz|schuld|schutz|schüler|sicherung|soldat|staat|stadt|steige|stell|steuer|strafe|strom|summe|tag"
    r"|umsatz|unterkunft|unternehm|verbrauch|verfahren|verlust|vermögen|verschuld|versi|versich|verstöß|verstoß|vertr|verwalt|volumen"
    r"|wachstum|wagen|wahl|wasser|weg|werk|wert|wesen|wirtschaft|wohnung|zahl|zeit|zentrum|zins|zoll|zölle"
    r"|zuschuss|zuschüss)",
    re.IGNORECASE,
)
_LINKED = re.compile(r"(?<=ungs|eits|afts|ions|täts|ings|gens|tums|ents)(?=\w{3})")
_SYLLABLE = re.compile(
    r"(?<=[a-zà-ÿ]{3})(?=(?:sch|ch|ph|th|qu|[bcfgkp][lr]|[dtv]r|[bcdfghjklmnpqrstvwxzßñ])[aeiouyà-öø-ÿ])(?<!c(?=h))"
    r"(?<!s(?=c))(?<!sc(?=h))(?<!p(?=h))(?<!t(?=h))(?<![bcfgkp](?=[lr]))(?<![dtv](?=r))(?=\w{2})"
)
_SIGNS = "-/–—·"
_FEWEST = 3
"""So many letters stand on each side of a hyphen."""


def column_lines(text: str, first: int, rest: int) -> Iterator[str]:
    """The lines of one paragraph; `first` and `rest` are their rooms in cells."""
    if not is_plain(text):
        for start, end in wrapped(text, 0, len(text), first, rest):
            yield text[start:end].rstrip()
        return
    line, room = "", first
    for word in text.split():
        if line and len(line) + 1 + len(word) <= room:
            line = f"{line} {word}"
            continue
        if line:
            yield line
            room = rest
        while len(word) > room:
            part, word = _parted(word, room)
            yield part
            room = rest
        line = word
    if line:
        yield line


def longest_word(text: str) -> int:
    """Cells of the longest stretch without a break of its own; 0 where any character may begin a line."""
    if not is_plain(text):
        return 0
    return max(map(len, re.split(rf"(?<=[{_SIGNS}])|\s+", text)), default=0)


def _parted(word: str, room: int) -> tuple[str, str]:
    """The beginning of a long word that has room, with a hyphen, and what is left."""
    sign = max(word.rfind(sign, 0, room) for sign in _SIGNS) + 1
    if sign > _FEWEST:
        return word[:sign], word[sign:]
    for joints in (_HEADS, _LINKED, _SYLLABLE):
        least = room // 3 if joints is not _SYLLABLE else _FEWEST
        cuts = [m.start() for m in joints.finditer(word) if least <= m.start() < room]
        cuts = [cut for cut in cuts if len(word) - cut >= _FEWEST]
        if cuts:
            return f"{word[: cuts[-1]]}-", word[cuts[-1] :]
    return word[:room], word[room:]
