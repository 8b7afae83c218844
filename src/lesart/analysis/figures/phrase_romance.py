"""What a French or Spanish figure counts: a noun, the adjectives behind it, and its "de"."""

from __future__ import annotations

from lesart.analysis.figures.reading import Found, Reading

_SPACES = {" ", "\u00a0", "\u202f", "\n"}


def romance_phrase(reading: Reading, figure: Found) -> tuple[int, int] | None:
    """The tokens of what is counted behind the figure; None where it is not sure."""
    lexicon = reading.lexicon
    at = figure.tail
    if figure.kind == "ratio":
        at += reading.low(at) in {"plus", "moins", "más", "menos"}
        if reading.low(at) not in lexicon.of:
            return _noun(reading, at)
    if figure.kind in ("percent", "ratio", "measure"):
        return _behind_of(reading, at)
    if figure.kind in ("duration", "distance"):
        is_spent = reading.low(at) in lexicon.of and reading.low(at + 1) in lexicon.spent
        return (at + 1, at + 2) if is_spent else None
    if figure.kind == "money":
        return None
    if reading.low(at) in lexicon.of:
        return _behind_of(reading, at)
    phrase = _noun(reading, at, is_one=figure.value == 1)
    return phrase and _with_of(reading, phrase)


def _is_word(reading: Reading, at: int) -> bool:
    token = reading.at(at)
    return (
        token.kind == "w"
        and (reading.gap(at) in _SPACES or reading.low(at - 1).endswith("'"))
        and token.low not in reading.lexicon.stop_words
        and not reading.taken[at]
    )


def _noun(reading: Reading, at: int, *, is_one: bool = False) -> tuple[int, int] | None:
    lexicon = reading.lexicon
    while reading.low(at) in lexicon.skip and reading.gap(at) in _SPACES:
        at += 1
    start = at
    while reading.low(at) in lexicon.adjectives and _is_word(reading, at):
        at += 1
    if not _is_word(reading, at):
        return (start, at) if at > start and _is_plural(reading, at - 1) else None
    if not is_one and not _is_plural(reading, at):
        return (start, at) if at > start and _is_plural(reading, at - 1) else None
    at += 1
    ends = at
    while (
        at - ends < 2
        and _is_word(reading, at)
        and reading.at(at).text.islower()
        and (is_one or _is_plural(reading, at))
    ):
        if reading.low(at) in lexicon.verbs or (is_one and not _agrees(reading, at)):
            break
        at += 1
    return start, at


def _agrees(reading: Reading, at: int) -> bool:
    return reading.low(at).endswith(
        ("ais", "aise", "ien", "ienne", "al", "ano", "ana", "eño", "ense")
    )


def _is_plural(reading: Reading, at: int) -> bool:
    low = reading.low(at)
    return (low.endswith(("s", "x")) and low not in reading.lexicon.never_noun) or (
        low in reading.lexicon.plurals
    )


def _with_of(reading: Reading, phrase: tuple[int, int]) -> tuple[int, int]:
    behind = _behind_of(reading, phrase[1])
    return (phrase[0], behind[1]) if behind else phrase


def _behind_of(reading: Reading, at: int) -> tuple[int, int] | None:
    """The phrase behind "de", "des", "d'", "del"."""
    lexicon = reading.lexicon
    if reading.gap(at) not in _SPACES or reading.low(at) not in lexicon.of:
        return None
    start = at + 1
    while reading.low(start) in lexicon.determiners:
        start += 1
    end = start
    while end - start < 4 and (_is_word(reading, end) or (end == start and _is_name(reading, end))):
        if end > start and not _goes_with(reading, start, end):
            break
        end += 1
    return (start, end) if end > start else None


def _is_name(reading: Reading, at: int) -> bool:
    token = reading.at(at)
    return token.kind == "w" and token.text[0].isupper() and reading.gap(at) in _SPACES | {""}


def _goes_with(reading: Reading, start: int, end: int) -> bool:
    """Names go with names; an adjective agrees with its noun in number, roughly."""
    before, token = reading.at(end - 1), reading.at(end)
    if token.text[0].isupper():
        return before.text[0].isupper()
    if token.low in reading.lexicon.verbs:
        return False
    if _is_plural(reading, start):
        return _is_plural(reading, end)
    return token.low.endswith(_SINGULAR)


_SINGULAR = (
    "ain", "aine", "ais", "aise", "ien", "ienne", "al", "ale", "ique", "ano", "ana", "eño",
    "eña", "ense", "ico", "ica", "és", "esa", "í", "ario", "aria", "ional",
)  # fmt: skip
