"""What an English figure counts: the words up to the plural that ends the phrase, and its "of"."""

from __future__ import annotations

from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.token_stream import Found, TokenStream

_SPACES = {" ", "\u00a0", "\u202f", "\n"}
_NOT_PLURAL = ("ss", "us", "is", "'s", "’s")
_LONGEST = 5


def english_phrase(stream: TokenStream, figure: Found) -> tuple[int, int] | None:
    """The tokens of what is counted behind the figure; None where it is not sure."""
    lexicon = stream.lexicon
    if figure.kind in ("percent", "ratio"):
        return _share_of(stream, figure)
    at = figure.tail
    if figure.kind == "distance" and stream.low(at) in lexicon.of:
        what = stream.at(at + 1)
        is_stuff = what.text[:1].islower() and what.low not in lexicon.determiners
        return _of(stream, at) if is_stuff else None  # "0.7 meters of ice"
    if figure.kind in ("duration", "distance"):
        is_spent = stream.low(at) in lexicon.of and stream.low(at + 1) in lexicon.spent
        return (at + 1, at + 2) if is_spent else None
    if figure.kind == "money":
        return None
    if figure.kind == "measure":
        return _of(stream, at) if stream.low(at) == "of" else None
    glued = stream.low(at) in {"-", "‑"} and stream.touches(at) and stream.touches(at + 1)
    if glued:
        return (at + 1, at + 2) if stream.at(at + 1).kind == "w" else None
    at = _behind_skipped(stream, at)
    phrase = _plural_phrase(stream, at, is_one=figure.value == 1)
    if phrase and stream.low(figure.i - 1) in lexicon.determiners and _forecasts(stream, phrase[1]):
        return None  # "the 110,000 economists had forecast"
    return phrase and _with_of(stream, phrase)


def _forecasts(stream: TokenStream, at: int) -> bool:
    """Who stands before `at` has expected a number, and is not counted by it."""
    clauses = grammar(stream.lexicon.code)
    at += stream.low(at) in clauses.auxiliaries
    return stream.low(at) in clauses.expects or stream.low(at) in _WISHED


_WISHED = frozenset(["sought", "wanted", "asked", "called", "promised", "requested"])


def _behind_skipped(stream: TokenStream, at: int) -> int:
    lexicon = stream.lexicon
    if stream.low(at) in lexicon.of:
        at += 1
    is_led = stream.low(at - 1) in lexicon.of
    while (
        stream.low(at) in lexicon.skip
        or (stream.low(at) in lexicon.determiners and (is_led or stream.low(at) != "that"))
    ) and stream.gap(at) in _SPACES:
        at += 1
    return at


def _plural_phrase(stream: TokenStream, at: int, *, is_one: bool = False) -> tuple[int, int] | None:
    """Words from `at` to the first plural; to the last word before a stop when one is counted."""
    lexicon = stream.lexicon
    start = at
    while at - start < _LONGEST:
        token = stream.at(at)
        if is_taken(stream, at):
            break
        if (
            not token.kind
            or token.kind == "p"
            or token.kind == "n"
            or (stream.gap(at) not in _SPACES)
        ):
            break
        if token.low in lexicon.stop_words and not (
            token.low in {"old", "high", "long", "wide"}
            and (at == start and _is_plural(stream, at + 1))
        ):
            break
        at += 1
        if is_one:
            if at - start == 1 and token.low in lexicon.plurals - {"dead"}:
                break
            continue
        if _is_plural(stream, at - 1):
            while token.low in _GOES_ON and _is_plural(stream, at) and at - start < _LONGEST:
                at += 1
                token = stream.at(at - 1)
            return start, at
    if is_one and start < at <= start + 3:
        return _singular(stream, start, at)
    return None


def is_taken(stream: TokenStream, at: int) -> bool:
    """Another figure's number; a capital word may be taken as a name's part."""
    token = stream.at(at)
    if not (0 <= at < len(stream.taken)) or not stream.taken[at]:
        return False
    return token.kind in ("n", "p") or (
        token.low in stream.lexicon.number_words and token.low not in stream.lexicon.one
    )


def _singular(stream: TokenStream, start: int, at: int) -> tuple[int, int] | None:
    last = stream.at(at - 1)
    if last.low.endswith(("ed", "ly", "ing")) and at - start > 1:
        at -= 1
    if stream.at(at - 1).low.endswith(("ly", "ed")):
        return None
    return start, at


_GOES_ON = {"sports", "arms", "news", "us", "rights", "drugs", "weapons", "systems", "women",
            "series", "species", "fans", "media", "data", "aircraft", "criminal", "savings",
            "police", "infantry", "children", "staff"}  # fmt: skip


def _is_plural(stream: TokenStream, at: int) -> bool:
    token = stream.at(at)
    lexicon = stream.lexicon
    if token.low in lexicon.plurals:
        # "police officers", "staff members": a plural that introduces another
        return not (token.low in _GOES_ON and _ends_like_plural(stream, at + 1))
    return _ends_like_plural(stream, at)


def _ends_like_plural(stream: TokenStream, at: int) -> bool:
    token = stream.at(at)
    low = token.low
    return (
        token.kind in ("w", "x")
        and len(low) > 3
        and low.endswith("s")
        and not low.endswith(_NOT_PLURAL)
        and low not in stream.lexicon.never_noun
        and low not in stream.lexicon.stop_words
    )


def _with_of(stream: TokenStream, phrase: tuple[int, int]) -> tuple[int, int]:
    behind = _of(stream, phrase[1])
    return (phrase[0], behind[1]) if behind else phrase


def _of(stream: TokenStream, at: int) -> tuple[int, int] | None:
    """The phrase behind "of": a determiner, words, names."""
    lexicon = stream.lexicon
    if stream.low(at) not in lexicon.of or stream.gap(at) not in _SPACES:
        return None
    start = at + 1
    while stream.low(start) in lexicon.determiners or stream.low(start) == "all":
        start += 1
    end = start
    while end - start < 4 and _goes_on(stream, start, end):
        end += 1
    return (start, end) if end > start else None


_ADJECTIVE = ("al", "ic", "ed", "ive", "ous", "ary", "ish", "ern", "ian", "ful", "ble", "ese")


def _goes_on(stream: TokenStream, start: int, end: int) -> bool:
    """Names and adjectives lead on to a noun; behind a noun the phrase is over."""
    token = stream.at(end)
    if token.kind not in ("w", "x") or stream.gap(end) not in _SPACES:
        return False
    if token.low in stream.lexicon.stop_words | stream.lexicon.of or (
        stream.taken[end] and token.kind == "w"
    ):
        return False
    before = stream.at(end - 1)
    if end == start or before.low.endswith("'s"):
        return True
    if before.text[0].isupper():
        return token.text[0].isupper() or not _is_plural(stream, end - 1)
    if token.text[0].isupper() or _is_plural(stream, end - 1):
        return False
    if before.low.endswith(_ADJECTIVE) or _is_plural(stream, end):
        return True
    after = stream.at(end + 1)
    is_last = after.kind in ("", "p") or after.low in stream.lexicon.stop_words
    return end - start == 1 and is_last and not token.low.endswith(("ed", "ly"))


def _share_of(stream: TokenStream, figure: Found) -> tuple[int, int] | None:
    """ "three per cent of voters", "half the votes", "three times as many cases"."""
    at = figure.tail
    if stream.low(at) in stream.lexicon.of:
        whole = _of(stream, at)
        if whole is None:
            return None
        owner = next(
            (k for k in range(*whole) if stream.low(k).endswith(("'s", "’s"))), whole[0] - 1
        )
        return (owner + 1, whole[1]) if owner + 1 < whole[1] else whole  # "the country's gas"
    if figure.kind == "ratio":
        if stream.low(at) == "as" and stream.low(at + 1) in {"many", "much"}:
            return _plural_phrase(stream, at + 2)
        if stream.low(at) == "more":
            return _plural_phrase(stream, at + 1)
        at = _behind_skipped(stream, at)
        return _plural_phrase(stream, at)
    return None
