"""Tell who a sentence quotes for its figures: each figure has the speaker who stands by it."""

from __future__ import annotations

from typing import NamedTuple

from lesart.analysis.figures.reading import Reading


class Speaker(NamedTuple):
    """One who is quoted, and at which token."""

    at: int
    name: str
    is_leading: bool
    """Named before what is said ("laut Polizei waren es 40"), not behind it."""


def speaker_of(speakers: list[Speaker], at: int) -> str:
    """Whose figure it is that stands at token `at`: of several speakers the one of its clause."""
    if not speakers:
        return ""
    if len(speakers) == 1:
        return speakers[0].name
    before = [speaker for speaker in speakers if speaker.at < at]
    behind = [speaker for speaker in speakers if speaker.at > at]
    if before and (before[-1].is_leading or not behind):
        return before[-1].name
    return behind[0].name


def speakers_in(reading: Reading, i: int, j: int) -> list[Speaker]:
    """Everybody whom a sentence (tokens i to j) quotes, in order."""
    found: list[Speaker] = []
    for at in range(i, j):
        name = _speaker_at(reading, at, i, j)
        if name and not (found and found[-1].name == name):
            found.append(Speaker(at, name, _is_leading(reading, at, i, j)))
    return found


def _speaker_at(reading: Reading, at: int, i: int, j: int) -> str:
    lexicon = reading.lexicon
    low = reading.tokens[at].low
    if low in lexicon.according_words:
        size = reading.is_phrase(at, lexicon.according)
        name = _name_behind(reading, at + size, j) if size else ""
        if name:
            return name  # else "Der Polizei zufolge": it stands before
    if low in lexicon.behind_according_words:
        return _name_before(reading, at)
    if low in lexicon.so_says and reading.at(at - 1).text in _QUOTE_ENDS:
        behind = reading.at(at + 1)
        if behind.low in lexicon.determiners or behind.text[:1].isupper():
            return _name_behind(reading, at + 1, j)
    if low in lexicon.says and _is_saying(reading, at, j):
        return _sayer(reading, at, i, j)
    return ""


def _is_saying(reading: Reading, at: int, j: int) -> bool:
    """ "gab bekannt" says something, "gab es" and "gab nach" do not."""
    needed = reading.lexicon.says_with.get(reading.low(at))
    return needed is None or any(reading.low(k) in needed for k in range(at + 1, j))


def _is_leading(reading: Reading, at: int, i: int, j: int) -> bool:
    """Nothing is counted before it in its clause, and its clause goes on."""
    start = at
    while start > i and reading.at(start - 1).text not in {",", ";", ":"}:
        start -= 1
    if any(reading.at(k).kind == "n" for k in range(start, at)):
        return False
    if at == i:
        return True
    end = at
    while end < j and reading.at(end).text not in {",", ";"}:
        end += 1
    return any(reading.hot[k] for k in range(at, min(end, len(reading.hot))))


_MOST_WORDS = 6
"""Of a speaker's name."""
_QUOTE_ENDS = {",", '"', "“", "”", "»", "«", "’", "‘"}
"""What speech may end with before the one who spoke is named."""


def _sayer(reading: Reading, at: int, i: int, j: int) -> str:
    lexicon = reading.lexicon
    if at - 1 > i and reading.low(at - 1) in lexicon.has_said:
        at_verb = at - 1
        if reading.at(at_verb - 1).text in _QUOTE_ENDS:
            return _name_behind(reading, at + 1, j)  # ", a indiqué la préfecture"
        return _name_before(reading, at_verb)
    before = reading.at(at - 1)
    inserted = _name_between_commas(reading, at, i)
    if inserted:
        return inserted
    if before.text in _QUOTE_ENDS or at == i or _is_time(reading, at - 1):
        return _name_behind(reading, at + 1, j)
    return _name_before(reading, at)


def _name_between_commas(reading: Reading, at: int, i: int) -> str:
    """ "the delegate, Pilar Bernabé, told": the name stands between commas right before the verb."""
    if reading.low(at - 1) != ",":
        return ""
    start = at - 1
    while start > i and at - start < 7 and reading.at(start - 1).kind == "w":
        start -= 1
        if not reading.at(start).text[0].isupper():
            return ""
    is_enclosed = reading.low(start - 1) == "," and 2 <= at - 1 - start <= 4
    behind = reading.at(at + 1)
    is_named_behind = behind.text[:1].isupper() or behind.low in reading.lexicon.determiners
    if not is_enclosed or is_named_behind:
        return ""
    return reading.text[reading.tokens[start].start : reading.tokens[at - 2].end]


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
    dots = 0
    while at < j and at - head - 2 * dots < _MOST_WORDS:
        token = reading.at(at)
        if token.text == "." and reading.touches(at) and _is_initial(reading, at - 1):
            at += 1  # "U.S. Census Bureau"
            dots += 1
            continue
        if token.kind not in ("w", "x"):
            break
        if token.low in lexicon.stop_words or token.low in lexicon.says:
            break
        if token.text[0].isupper():
            seen_capital = True
        elif seen_capital and (lexicon.ends_with_capital or token.low in lexicon.source_nouns):
            break
        at += 1
    while at > head and reading.low(at - 1) in lexicon.of:
        at -= 1  # "said Mary Lovely of the …"
    if at == head or (not seen_capital and lexicon.is_noun_capitalised):
        return ""
    if _is_time(reading, at - 1):
        return ""  # "nach dem Oktober"
    return reading.text[reading.tokens[start].start : reading.tokens[at - 1].end]


def _is_initial(reading: Reading, at: int) -> bool:
    text = reading.at(at).text
    return len(text) == 1 and text.isupper()


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
