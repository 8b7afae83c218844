"""What a French or Spanish figure counts: a noun, the adjectives behind it, and its "de"."""

from __future__ import annotations

from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.token_stream import Found, TokenStream

_SPACES = {" ", "\u00a0", "\u202f", "\n"}


def romance_phrase(stream: TokenStream, figure: Found) -> tuple[int, int] | None:
    """The tokens of what is counted behind the figure; None where it is not sure."""
    lexicon = stream.lexicon
    at = figure.tail
    if figure.kind == "ratio":
        is_many = figure.value is not None and figure.value > 1 and figure.j - figure.i == 1
        if stream.low(at) in lexicon.of and (is_many or stream.low(at + 1) in lexicon.points):
            return None  # "el triple de la media", "un quart de point"
        at += stream.low(at) in {"plus", "moins", "más", "menos"}
        if stream.low(at) not in lexicon.of:
            return _noun(stream, at)
    if figure.kind in ("percent", "ratio", "measure"):
        return _behind_of(stream, at)
    if figure.kind in ("duration", "distance"):
        is_spent = stream.low(at) in lexicon.of and stream.low(at + 1) in lexicon.spent
        return (at + 1, at + 2) if is_spent else None
    if figure.kind == "money":
        return None
    if stream.low(at) in lexicon.of:
        return _behind_of(stream, at)
    phrase = _noun(stream, at, is_one=figure.value == 1)
    return phrase and _with_of(stream, phrase)


def _is_word(stream: TokenStream, at: int) -> bool:
    token = stream.at(at)
    return (
        token.kind == "w"
        and (stream.gap(at) in _SPACES or stream.low(at - 1).endswith("'"))
        and token.low not in stream.lexicon.stop_words
        and not stream.taken[at]
    )


def _noun(stream: TokenStream, at: int, *, is_one: bool = False) -> tuple[int, int] | None:
    lexicon = stream.lexicon
    while stream.low(at) in lexicon.skip and stream.gap(at) in _SPACES:
        at += 1
    start = at
    while stream.low(at) in lexicon.adjectives and _is_word(stream, at):
        at += 1
    if at > start and stream.low(at) in lexicon.units:
        return None  # "les trois premières années"
    if stream.low(at) in lexicon.never_noun and stream.low(at) in lexicon.units:
        return None  # "los nueve primeros meses"
    if not _is_word(stream, at):
        return (start, at) if at > start and _is_plural(stream, at - 1) else None
    if not is_one and not _is_plural(stream, at):
        return (start, at) if at > start and _is_plural(stream, at - 1) else None
    at += 1
    ends = at
    while (
        at - ends < 2
        and _is_word(stream, at)
        and stream.at(at).text.islower()
        and (is_one or _is_plural(stream, at))
    ):
        if _begins_clause(stream, at):
            break
        if stream.low(at) in lexicon.verbs or (is_one and not _agrees(stream, at)):
            break
        at += 1
    return start, at


def _agrees(stream: TokenStream, at: int) -> bool:
    return stream.low(at).endswith(
        ("ais", "aise", "ien", "ienne", "al", "ano", "ana", "eño", "ense")
    )


def _is_plural(stream: TokenStream, at: int) -> bool:
    low = stream.low(at)
    return (low.endswith(("s", "x")) and low not in stream.lexicon.never_noun) or (
        low in stream.lexicon.plurals
    )


def _begins_clause(stream: TokenStream, at: int) -> bool:
    """ "tres personas acusadas de estafar": a participle with a preposition behind it."""
    tables = grammar(stream.lexicon.code)
    behind = stream.low(at + 1)
    is_led = tables.fused.get(behind, behind) in tables.prepositions
    return is_led and stream.low(at).endswith(tables.agreeing)


def _with_of(stream: TokenStream, phrase: tuple[int, int]) -> tuple[int, int]:
    lexicon = stream.lexicon
    if stream.low(phrase[1] + 1) in lexicon.one:
        return phrase  # "62 turbines d'une puissance de 8 mégawatts"
    behind = _behind_of(stream, phrase[1])
    return (phrase[0], behind[1]) if behind else phrase


def _behind_of(stream: TokenStream, at: int) -> tuple[int, int] | None:
    """The phrase behind "de", "des", "d'", "del"."""
    lexicon = stream.lexicon
    if stream.gap(at) not in _SPACES or stream.low(at) not in lexicon.of:
        return None
    start = at + 1
    while stream.low(start) in lexicon.determiners:
        start += 1
    end = start
    while end - start < 4 and (_is_word(stream, end) or (end == start and _is_name(stream, end))):
        if end > start and not _goes_with(stream, start, end):
            break
        end += 1
    return (start, end) if end > start else None


def _is_name(stream: TokenStream, at: int) -> bool:
    token = stream.at(at)
    return token.kind == "w" and token.text[0].isupper() and stream.gap(at) in _SPACES | {""}


def _goes_with(stream: TokenStream, start: int, end: int) -> bool:
    """Names go with names; an adjective agrees with its noun in number, roughly."""
    before, token = stream.at(end - 1), stream.at(end)
    if token.text[0].isupper():
        return before.text[0].isupper()
    if token.low in stream.lexicon.verbs:
        return False
    if _is_plural(stream, start):
        return _is_plural(stream, end)
    return token.low.endswith(_SINGULAR)


_SINGULAR = (
    "ain", "aine", "ais", "aise", "ien", "ienne", "al", "ale", "ique", "ano", "ana", "eño",
    "eña", "ense", "ico", "ica", "és", "esa", "í", "ario", "aria", "ional", "ior", "ivo", "iva", "if", "ive", "uto", "ieur", "ieure", "aire",
)  # fmt: skip
