"""What a German figure counts: adjectives, a capital noun, and the genitive that belongs to it."""

from __future__ import annotations

from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.reading import Found, Reading

_GENITIVE = {"der", "des", "dieser", "ihrer", "seiner", "eines", "einer", "unserer", "deren"}
_WHOLE = _GENITIVE | {"aller", "von", "ihres", "seines", "dieses", "vom", "unseres"}
_ENDINGS = ("e", "en", "er", "es", "em")
_SPACES = {" ", "\u00a0", "\u202f", "\n"}
_ADVERBS = {
    "sehr", "besonders", "neu", "schwer", "leicht", "bislang", "bisher", "zuvor", "rein", "voll",
    "frisch", "illegal", "offiziell", "privat", "schätzungsweise", "noch", "jeweils", "teils", "teilweise",
}  # fmt: skip


def german_phrase(reading: Reading, figure: Found) -> tuple[int, int] | None:
    """The tokens of what is counted behind the figure; None where it is not sure."""
    if figure.kind in ("percent", "ratio"):
        return _share_of(reading, figure)
    if figure.kind == "money":
        return _of_money(reading, figure)
    if figure.kind in ("duration", "distance"):
        return _of_time(reading, figure)
    compound = _compound(reading, figure)
    if compound:
        return compound
    at = figure.tail
    if (reading.low(at) in {"von", "der"} and figure.value is None) or (
        reading.low(at) in {"der", "dieser", "ihrer", "seiner"} and figure.kind == "count"
    ):
        at += 1
        if reading.low(at) in reading.lexicon.determiners:
            at += 1
    phrase = _noun(reading, at)
    return phrase and _with_genitive(reading, phrase)


def _compound(reading: Reading, figure: Found) -> tuple[int, int] | None:
    """ "500-Mann-Truppe": the word glued on behind."""
    j = figure.j
    if reading.low(j) in {"-", "‑"} and reading.touches(j) and reading.touches(j + 1):
        if reading.at(j + 1).kind == "w" and reading.at(j + 1).text[0].isupper():
            return j + 1, j + 2
    return None


def _noun(reading: Reading, at: int) -> tuple[int, int] | None:
    """Adjectives and a noun from token `at` on; the adjectives belong to the phrase."""
    lexicon, clauses = reading.lexicon, grammar(reading.lexicon.code)
    while reading.low(at) in lexicon.skip:
        if reading.gap(at) not in _SPACES:
            return None
        at += 1
    start = at
    while at - start < 5:
        token = reading.at(at)
        if (
            token.kind not in "wx"
            or not token.kind
            or reading.gap(at) not in _SPACES
            or (reading.taken[at] and token.kind == "w" and not token.text[0].isupper())
        ):
            return None
        if token.text[0].isupper():
            if (
                token.low in lexicon.weekdays
                or token.low in lexicon.months
                or (token.low in lexicon.stop_words or token.low in lexicon.determiners)
            ):
                return None
            if _is_adjective_of_place(reading, at):
                at += 1
                continue
            return start, at + 1
        if token.low in lexicon.stop_words and token.low not in _ADVERBS:
            return None
        if token.low in clauses.verbs:
            return None  # "Statt 500 kostet der Kurs …"
        if not (token.low.endswith(_ENDINGS) or token.low in _ADVERBS):
            after = reading.at(at + 1)
            is_adverb = after.text[:1].islower() and after.low.endswith(_ENDINGS)
            if not is_adverb or after.low in lexicon.stop_words or at > start:
                return None
        at += 1
    return None


def _is_adjective_of_place(reading: Reading, at: int) -> bool:
    """ "Berliner Polizisten", "Schweizer Soldaten": a name in -er before a noun."""
    token, after = reading.at(at), reading.at(at + 1)
    return (
        token.low.endswith("er")
        and len(token.low) > 5
        and token.low in reading.lexicon.place_adjectives
        and after.kind == "w"
        and after.text[0].isupper()
    )


def _with_genitive(reading: Reading, phrase: tuple[int, int]) -> tuple[int, int]:
    start, end = phrase
    if reading.low(end) in _GENITIVE and reading.gap(end) in _SPACES:
        behind = _noun(reading, end + 1)
        if behind and behind[1] - end <= 5:
            end = behind[1]
            # a name goes on: "der Organisation Amnesty International"
    return start, end


def _share_of(reading: Reading, figure: Found) -> tuple[int, int] | None:
    """ "drei Prozent der Wähler", "jeder fünfte Deutsche", "doppelt so viele Fälle"."""
    at = figure.tail
    if reading.low(at) in {"so", "mehr", "weniger"} and figure.kind == "ratio":
        at += 1 + (reading.low(at + 1) in {"viele", "viel", "vielen"})
        return _noun(reading, at) if reading.low(at - 1) in {"viele", "vielen", "mehr"} else None
    if reading.low(at) in _WHOLE:
        at += 1
        if reading.low(at) in reading.lexicon.determiners:
            at += 1
        phrase = _noun(reading, at)
        return phrase and _with_genitive(reading, phrase)
    return _noun(reading, at)


def _of_money(reading: Reading, figure: Found) -> tuple[int, int] | None:
    """ "3,7 Mrd. Euro Umsatz": a bare noun right behind, one that money is."""
    at = figure.tail
    if reading.low(at).endswith(reading.lexicon.of_money) and reading.gap(at) in _SPACES:
        if reading.at(at).text[0].isupper():
            return at, at + 1
    return None


def _of_time(reading: Reading, figure: Found) -> tuple[int, int] | None:
    """ "acht Jahre Haft": only words that are served or lost by time."""
    at = figure.tail
    if reading.at(at).text in reading.lexicon.spent and reading.gap(at) in _SPACES:
        return at, at + 1
    return None
