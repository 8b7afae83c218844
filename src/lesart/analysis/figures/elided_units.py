"""Units that a number leaves out because the figure before it has just said them.

"31,1 nach 32,9 Prozent", "from 93% to 96": compared; "im Harz 131 Euro, im Allgäu 118": told of the next;
"2019 waren es noch 61": pointed back to. A number that counts something itself takes nothing over.
"""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from itertools import pairwise

from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.lexicon import lexicon
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import BORDER, Token

_STOPS = {".", "!", "?", BORDER, ":", "(", ")", "|", "–", "—"}
_ENDS = {".", "!", "?", BORDER}
_LENT = {"percent", "money", "measure", "distance"}
_NOT_LENT = {"percentage_point", "basis_point"}
_MOST_APART = 30
"""Times that one may be the other: a price is not compared with an index."""
_MOST_BETWEEN = 7
_MOST_BACK = 22
_SMALL = 1000
_WHOLE = 100


def take_elided_units(stream: TokenStream, found: list[Found]) -> None:
    """Give bare numbers the unit of the figure that they are compared or listed with."""
    told = [f for f in found if f.kind not in ("date", "time", "ordinal", "score", "ratio")]
    for one, two in pairwise(told):
        if _may_take(one, two) and _is_compared(stream, one, two):
            _take(stream, one, two)
    for one, two in pairwise(told):
        if not _may_take(two, one):
            continue
        is_told = _is_in_brackets(stream, one, two) or (
            _is_bare(stream, two)
            and (
                _is_compared(stream, one, two)
                or _is_to(stream, one, two)
                or _is_next(stream, one, two)
                or _is_pointed(stream, one, two)
            )
        )
        if is_told:
            _take(stream, two, one)


def _may_take(bare: Found, other: Found) -> bool:
    """A plain count without a noun's place of its own, of about the size of the other."""
    if bare.kind != "count" or bare.unit or bare.has_scale or bare.is_age:
        return False
    if other.kind not in _LENT or other.unit in _NOT_LENT:
        return False
    size, known = _size(bare), _size(other)
    if other.kind == "percent":
        return size is not None and 0 <= size <= max(_WHOLE, (known or 0) * 2)
    if size is None or known is None or not size or not known:
        return False
    if other.has_scale and size < _SMALL:
        return True
    return known / _MOST_APART <= size <= known * _MOST_APART


def _size(figure: Found) -> Decimal | None:
    return figure.value if figure.value is not None else figure.high


def _take(stream: TokenStream, bare: Found, other: Found) -> None:
    size, known = _size(bare), _size(other)
    scale = _scale_of(stream, other) if other.has_scale else Decimal(1)
    if scale > 1 and size and known and size < _SMALL:
        if not known / _MOST_APART <= size * scale <= known * _MOST_APART:
            return
        bare.value = None if bare.value is None else bare.value * scale
        bare.low = None if bare.low is None else bare.low * scale
        bare.high = None if bare.high is None else bare.high * scale
        bare.has_scale = True
    bare.kind, bare.unit, bare.has_noun = other.kind, other.unit, False


def _scale_of(stream: TokenStream, figure: Found) -> Decimal:
    tables = stream.lexicon
    for at in range(figure.i, figure.j):
        low = stream.low(at)
        scale = tables.scales.get(low) or tables.short_scales.get(low)
        if scale:
            return Decimal(scale)
    return Decimal(1)


def _is_bare(stream: TokenStream, figure: Found) -> bool:
    """Nothing that could be counted stands behind: an end, a small word, a verb at the clause's end."""
    tables, known = stream.lexicon, grammar(stream.lexicon.code)
    behind, after = stream.at(figure.tail), stream.at(figure.tail + 1)
    if behind.kind == "n" or behind.text in {"%", "(", "/", "-", "‑", ":", "'"}:
        return behind.text == "("
    if behind.kind != "w":
        return behind.kind != "x"
    if behind.low in tables.of | tables.scale_joins or behind.low in tables.points:
        return False
    if behind.text[:1].isupper():
        return False
    if tables.is_noun_capitalised:
        # "118 hinlegen.", and not "118 neue Stellen"
        return not (after.text[:1].isupper() and behind.low.endswith(("e", "en", "er", "es")))
    return (
        behind.low in tables.stop_words or behind.low in tables.either or behind.low in known.more
    )


def _is_compared(stream: TokenStream, one: Found, two: Found) -> bool:
    """Only a word of comparison parts the two: "0,70 nach 0,65 Euro", "90 per cent from 93"."""
    tables = stream.lexicon
    words = tuple(stream.low(k) for k in range(one.j, two.lead))
    while words and words[-1] in tables.determiners:
        words = words[:-1]
    words = words[1:] if words[:1] == (",",) else words
    words = words[1:] if words[:1] and words[0] in grammar(tables.code).signs else words
    return words in tables.compared_with


def _is_to(stream: TokenStream, one: Found, two: Found) -> bool:
    """ "82 per cent to 96", "von 3,4 Prozent auf 2,9"."""
    words = [stream.low(k) for k in range(one.j, two.lead)]
    return len(words) == 1 and words[0] in stream.lexicon.onto


def _is_in_brackets(stream: TokenStream, one: Found, two: Found) -> bool:
    """ "9.50 euros (8 last year)", "Männer (321 Euro) … Frauen (274)": alone in brackets, as it is told of."""
    tables = stream.lexicon
    opened = next(
        (k for k in range(two.lead - 1, two.lead - 4, -1) if stream.at(k).text == "("), -1
    )
    if opened < one.j:
        return False
    if opened == one.j:
        closes = range(two.tail, two.tail + _IN_BRACKETS)
        close = next((k for k in closes if stream.at(k).text == ")"), -1)
        inner = {stream.low(k) for k in range(opened + 1, close)}
        return close > 0 and bool(inner & (tables.past | tables.before_this_year))
    if stream.at(one.tail).text != ")" or stream.at(two.tail).text != ")" or opened < two.lead - 1:
        return False
    between = [stream.at(k).text for k in range(one.tail + 1, opened)]
    return len(between) <= _MOST_BETWEEN + 1 and not _ENDS.intersection(between)


_IN_BRACKETS = 4


def _is_next(stream: TokenStream, one: Found, two: Found) -> bool:
    """ "…, im Allgäu 118", "… and Avon 9": who or where is next, and no verb of its own."""
    tables, known = stream.lexicon, grammar(stream.lexicon.code)
    tokens = [stream.at(k) for k in range(one.j, two.lead)]
    joint = next(
        (k for k, t in enumerate(tokens) if t.text in {",", ";"} or t.low in tables.either), -1
    )
    if joint < 0 or joint > _MOST_TRAILING:
        return False
    if any(token.text in _STOPS for token in tokens) or not _has_plain_tail(stream, one, joint):
        return False
    words = tokens[joint + 1 :]
    if not words and tokens[joint].text == ",":
        is_whole = not one.has_scale and stream.at(two.i).kind == "n"
        return (
            is_whole
            and stream.low(two.tail) in known.more
            and stream.low(two.tail + 1) in tables.than
        )
    if words and words[0].low in tables.either:
        words = words[1:]
    if not 1 <= len(words) <= _MOST_BETWEEN or any(t.kind not in "wx" for t in words):
        return False
    if words[0].low in known.relatives and stream.at(two.tail).kind == "w":
        return False  # "Leute, die 26 waren"
    if not _is_gap(stream, [t.low for t in words]) or _ends_with_verb(stream, words[-1]):
        return False
    last = words[-1]
    if last.low in known.prepositions:
        return last.low in tables.gap_prepositions and len(words) > 1
    return True


_MOST_TRAILING = 4


def _has_plain_tail(stream: TokenStream, one: Found, joint: int) -> bool:
    """What the first figure has behind it until the comma: a noun, "pro Jahr", no clause."""
    known = grammar(stream.lexicon.code)
    lows = [stream.low(k) for k in range(one.j, one.j + joint)]
    return not any(low in known.subordinators for low in lows)


@cache
def _clause_words(code: str) -> frozenset[str]:
    """What makes a clause of its own."""
    known = grammar(code)
    return known.verbs | known.auxiliaries | known.subordinators | lexicon(code).negations


@cache
def _small_words(code: str) -> frozenset[str]:
    known, tables = grammar(code), lexicon(code)
    return tables.stop_words | tables.determiners | known.prepositions | known.adverbs


def _is_gap(stream: TokenStream, lows: list[str]) -> bool:
    """No verb, number's label or clause among the words."""
    tables = stream.lexicon
    if lows[-1] in tables.labels | tables.hard_labels:
        return False
    clause = _clause_words(tables.code)
    if any(low in clause for low in lows):
        return False
    if tables.is_noun_capitalised:
        return _is_german_gap(stream, lows)
    return not any(low.endswith(("ed", "ing")) for low in lows)


def _is_german_gap(stream: TokenStream, lows: list[str]) -> bool:
    tables, known = stream.lexicon, grammar(stream.lexicon.code)
    small = _small_words(tables.code)
    return all(low in small or low in known.fused or _is_long_word(low) for low in lows)


def _ends_with_verb(stream: TokenStream, last: Token) -> bool:
    """ "und bewältigten 22 am Tag": a small word before the number that no table knows."""
    tables = stream.lexicon
    small = _small_words(tables.code)
    is_small = last.text.islower() and last.low not in small and last.low not in tables.past
    return tables.is_noun_capitalised and is_small and last.low.endswith(("te", "ten", "en", "t"))


def _is_long_word(low: str) -> bool:
    return len(low) > 2


def _is_pointed(stream: TokenStream, one: Found, two: Found) -> bool:
    """ "im Vorjahr waren es 7,5", "now it is 61": the number of the same thing, a sentence on at most."""
    tables, known = stream.lexicon, grammar(stream.lexicon.code)
    if two.lead - one.j > _MOST_BACK:
        return False
    between = [stream.low(k) for k in range(one.j, two.lead)]
    if sum(low in _ENDS for low in between) > 1:
        return False
    while between and between[-1] in known.adverbs | tables.stop_words - {"es", "it"}:
        if tuple(between[-2:]) in tables.pointing:
            break
        between.pop()
    return tuple(between[-2:]) in tables.pointing
