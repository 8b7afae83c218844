"""What the sentence says about a figure: who says so."""

from __future__ import annotations

from lesart.analysis.figures.reading import Reading


def attribution_in(reading: Reading, i: int, j: int) -> str:
    """Who a sentence (tokens i to j) quotes for what it says; empty where it does not tell."""
    lexicon = reading.lexicon
    for at in range(i, j):
        low = reading.tokens[at].low
        if low in lexicon.according_words:
            size = reading.is_phrase(at, lexicon.according)
            if size:
                name = _name_behind(reading, at + size, j)
                if name:
                    return name
        if low in lexicon.behind_according_words:
            return _name_before(reading, at)
        if low in lexicon.says:
            return _sayer(reading, at, i, j)
    return ""


_QUOTE_ENDS = {",", '"', "“", "”", "»", "«", "’", "‘"}
"""What speech may end with before the one who spoke is named."""


def _sayer(reading: Reading, at: int, i: int, j: int) -> str:
    before = reading.at(at - 1)
    if before.text in _QUOTE_ENDS or at == i or _is_time(reading, at - 1):
        return _name_behind(reading, at + 1, j)
    return _name_before(reading, at)


def _is_time(reading: Reading, at: int) -> bool:
    """ "Im Oktober sagte …", "On Wednesday said …", "2011 sagte …": a time says nothing."""
    token, lexicon = reading.at(at), reading.lexicon
    return token.kind == "n" or token.low in lexicon.months or token.low in lexicon.weekdays


def _name_behind(reading: Reading, at: int, j: int) -> str:
    """A noun phrase from `at`: an article, small adjectives, then capital words."""
    lexicon = reading.lexicon
    start = at
    while reading.low(at) in lexicon.determiners and at < j:
        at += 1
    head = at
    seen_capital = False
    while at < j and at - head < 6 and reading.at(at).kind in ("w", "x"):
        token = reading.at(at)
        if token.low in lexicon.stop_words or token.low in lexicon.says:
            break
        if token.text[0].isupper():
            seen_capital = True
        elif seen_capital and lexicon.code != "en":
            break
        at += 1
    while at > head and reading.low(at - 1) in lexicon.of:
        at -= 1  # "said Mary Lovely of the …"
    if at == head or (not seen_capital and lexicon.code == "de"):
        return ""
    if _is_time(reading, at - 1):
        return ""  # "nach dem Oktober"
    return reading.text[reading.tokens[start].start : reading.tokens[at - 1].end]


def _name_before(reading: Reading, at: int) -> str:
    """A noun phrase that ends right before `at`. No sentence begins without a sign before it."""
    lexicon = reading.lexicon
    start = at
    while at - start < 6:
        token = reading.at(start - 1)
        if token.kind not in ("w", "x") or token.low in lexicon.stop_words - lexicon.determiners:
            break
        start -= 1
        if token.low in lexicon.determiners:
            break
    if start == at:
        return ""
    name = reading.text[reading.tokens[start].start : reading.tokens[at - 1].end]
    return name if any(letter.isupper() for letter in name) or " " in name else ""
