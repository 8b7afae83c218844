"""What a German figure counts: adjectives, a capital noun, and the genitive that belongs to it."""

from __future__ import annotations

from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.token_stream import Found, TokenStream

_GENITIVE = {"der", "des", "dieser", "ihrer", "seiner", "eines", "einer", "unserer", "deren"}
_WHOLE = _GENITIVE | {"aller", "von", "ihres", "seines", "dieses", "vom", "unseres"}
_ENDINGS = ("e", "en", "er", "es", "em")
_SPACES = {" ", "\u00a0", "\u202f", "\n"}
_ADVERBS = {
    "sehr", "besonders", "neu", "schwer", "leicht", "bislang", "bisher", "zuvor", "rein", "voll",
    "frisch", "illegal", "offiziell", "privat", "schätzungsweise", "noch", "jeweils", "teils", "teilweise",
}  # fmt: skip


def german_phrase(stream: TokenStream, figure: Found) -> tuple[int, int] | None:
    """The tokens of what is counted behind the figure; None where it is not sure."""
    if figure.kind in ("percent", "ratio"):
        return _share_of(stream, figure)
    if figure.kind == "money":
        return _of_money(stream, figure)
    if figure.kind in ("duration", "distance"):
        return _of_time(stream, figure)
    compound = _compound(stream, figure)
    if compound:
        return compound
    at = figure.tail
    if (stream.low(at) in {"von", "der"} and figure.value is None) or (
        stream.low(at) in {"der", "dieser", "ihrer", "seiner"} and figure.kind == "count"
    ):
        at += 1
        if stream.low(at) in stream.lexicon.determiners:
            at += 1
    phrase = _noun(stream, at)
    return phrase and _with_genitive(stream, _with_other_form(stream, phrase))


_FORM_SIGNS = {":", "*", "_", "/", "•", "·"}


def _with_other_form(stream: TokenStream, phrase: tuple[int, int]) -> tuple[int, int]:
    """ "Lehrer:innen", "Patientinnen und Patienten", "Rettungs- und Streifenwagen": both halves of it."""
    start, end = phrase
    sign = stream.at(end)
    if sign.text in _FORM_SIGNS and stream.touches(end) and stream.touches(end + 1):
        at = end + 1 + (stream.at(end + 1).text == "-")
        if stream.low(at) in ("innen", "in") and stream.touches(at):
            return start, at + 1
    low, other = stream.low(end - 1), stream.at(end + 1)
    if stream.low(end) in stream.lexicon.either and other.text[:1].isupper():
        stem = low.removesuffix("innen")
        if stem != low and other.low[:4] == stem[:4] and stream.gap(end) in _SPACES:
            return start, end + 2
    joint = end + 1
    if sign.text == "-" and stream.touches(end) and stream.low(joint) in stream.lexicon.either:
        if stream.at(joint + 1).text[:1].isupper() and not stream.touches(joint):
            return start, joint + 2
    return start, end


def _compound(stream: TokenStream, figure: Found) -> tuple[int, int] | None:
    """ "500-Mann-Truppe": the word glued on behind."""
    j = figure.j
    if stream.low(j) in {"-", "‑"} and stream.touches(j) and stream.touches(j + 1):
        if stream.at(j + 1).kind == "w" and stream.at(j + 1).text[0].isupper():
            return j + 1, j + 2
    return None


def _noun(stream: TokenStream, at: int) -> tuple[int, int] | None:
    """Adjectives and a noun from token `at` on; the adjectives belong to the phrase."""
    lexicon, clauses = stream.lexicon, grammar(stream.lexicon.code)
    while stream.low(at) in lexicon.skip:
        if stream.gap(at) not in _SPACES:
            return None
        at += 1
    start = at
    while at - start < 5:
        token = stream.at(at)
        if (
            token.kind not in "wx"
            or not token.kind
            or stream.gap(at) not in _SPACES
            or (stream.taken[at] and token.kind == "w" and not token.text[0].isupper())
        ):
            return None
        if token.text[0].isupper():
            if (
                token.low in lexicon.weekdays
                or token.low in lexicon.months
                or (token.low in lexicon.stop_words or token.low in lexicon.determiners)
            ):
                return None
            if _is_adjective_of_place(stream, at):
                at += 1
                continue
            return start, at + 1
        if token.low in lexicon.stop_words and token.low not in _ADVERBS:
            return None
        if token.low in lexicon.determiners:
            return None  # "Böen von 148 Kilometern pro Stunde den Brocken"
        if token.low in clauses.verbs:
            return None  # "Statt 500 kostet der Kurs …"
        if not (token.low.endswith(_ENDINGS) or token.low in _ADVERBS):
            after = stream.at(at + 1)
            is_adverb = after.text[:1].islower() and after.low.endswith(_ENDINGS)
            if not is_adverb or after.low in lexicon.stop_words or at > start:
                return None
        at += 1
    return None


def _is_adjective_of_place(stream: TokenStream, at: int) -> bool:
    """ "Berliner Polizisten", "Schweizer Soldaten": a name in -er before a noun."""
    token, after = stream.at(at), stream.at(at + 1)
    return (
        token.low.endswith("er")
        and len(token.low) > 5
        and token.low in stream.lexicon.place_adjectives
        and after.kind == "w"
        and after.text[0].isupper()
    )


def _with_genitive(stream: TokenStream, phrase: tuple[int, int]) -> tuple[int, int]:
    start, end = phrase
    if stream.low(end) in _GENITIVE and stream.gap(end) in _SPACES:
        behind = _noun(stream, end + 1)
        if behind and behind[1] - end <= 5:
            end = _with_other_form(stream, behind)[1]
            if stream.low(end - 1).endswith(_ENDINGS) and _is_name_behind(stream, end):
                end += 1  # "des Technischen Hilfswerks"
            # a name goes on: "der Organisation Amnesty International"
    return start, end


def _is_name_behind(stream: TokenStream, at: int) -> bool:
    """ "Technischen Hilfswerks": the capital word before is an adjective of a name in the genitive."""
    token, before = stream.at(at), stream.low(at - 1)
    return (
        token.kind == "w"
        and token.text[0].isupper()
        and stream.gap(at) in _SPACES
        and before.endswith(("en", "er"))
        and (token.low.endswith("s") or before.endswith("schen"))
    )


def _share_of(stream: TokenStream, figure: Found) -> tuple[int, int] | None:
    """ "drei Prozent der Wähler", "jeder fünfte Deutsche", "doppelt so viele Fälle"."""
    at = figure.tail
    if stream.low(at) in {"so", "mehr", "weniger"} and figure.kind == "ratio":
        at += 1 + (stream.low(at + 1) in {"viele", "viel", "vielen"})
        return _noun(stream, at) if stream.low(at - 1) in {"viele", "vielen", "mehr"} else None
    if stream.low(at) in _WHOLE:
        at += 1
        if stream.low(at) in stream.lexicon.determiners:
            at += 1
        phrase = _noun(stream, at)
        is_multiple = figure.value is not None and figure.kind == "ratio" and figure.value > 1
        if is_multiple and phrase and stream.low(phrase[1] - 1) in grammar("de").times:
            return None  # "das Vierfache des Jahres 2022"
        return phrase and _with_genitive(stream, phrase)
    is_itself = figure.kind == "ratio" and stream.low(figure.i).startswith("jede")
    if is_itself and stream.at(figure.j - 1).text[0].isupper():
        return None  # "gibt jeder Zweite gute Noten": the ordinal is the noun
    return _noun(stream, at)


def _of_money(stream: TokenStream, figure: Found) -> tuple[int, int] | None:
    """ "3,7 Mrd. Euro Umsatz": a bare noun right behind, one that money is."""
    at = figure.tail
    if stream.low(at).endswith(stream.lexicon.of_money) and stream.gap(at) in _SPACES:
        if stream.at(at).text[0].isupper():
            return at, at + 1
    return None


def _of_time(stream: TokenStream, figure: Found) -> tuple[int, int] | None:
    """ "acht Jahre Haft": only words that are served or lost by time."""
    at = figure.tail
    if stream.at(at).text in stream.lexicon.spent and stream.gap(at) in _SPACES:
        return at, at + 1
    return None
