"""Find what a rate is told per: "a share", "je Aktie", "pro 100.000 Einwohner"."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.phrases import Scene
from lesart.analysis.figures.token_stream import Found


def _low(scene: Scene, at: int) -> str:
    return scene.stream.low(at) if scene.a <= at < scene.b else ""


def base_of(scene: Scene, one: Found) -> tuple[int, int, int] | None:
    """What a rate is told per: "a share", "je Aktie", "pro 100.000 Einwohner", as tokens.

    Where it begins with its small word, where its own words begin, and where it ends.
    """
    grammar, stream = scene.grammar, scene.stream
    if one.kind in ("date", "time", "ordinal", "score", "ratio") or one.unit.startswith("degree"):
        return None
    at = one.tail
    if 0 <= one.noun_at - at < 2 and _low(scene, at) not in grammar.per_words:
        at = one.noun_at + len(one.noun.split())  # "74 Liter Regen pro Quadratmeter"
    if _low(scene, at) in grammar.per_words:
        return at, at, at + 1
    counted = scene.figures.get(at + 1)
    if _low(scene, at) in grammar.per_many and counted is not None and counted.value in _ROUND:
        return at, at + 1, _end_of_counted(scene, counted)  # "4,1 pour 1.000 naissances"
    for phrase in grammar.per:
        if not all(_low(scene, at + k) == word for k, word in enumerate(phrase)):
            continue
        begin = at + len(phrase)
        if _low(scene, begin) in grammar.no_base:
            continue
        only = grammar.per_only.get(phrase)
        if only is not None:
            if _low(scene, begin) in only and _low(scene, begin + 1) not in grammar.ago:
                return at, begin, begin + 1 + (_low(scene, begin + 1) in grammar.of_units)
            continue
        end = begin
        if end < scene.b and end in scene.figures:
            if scene.figures[end].noun_at >= 0:
                return at, begin, _end_of_counted(scene, scene.figures[end])
            end = scene.figures[end].tail
            if grammar.shape == "bare" and _goes_on(scene, end + 1):
                end += 1  # "per 1,000 live births"
        if two := len(stream.phrase_at(begin, stream.lexicon.units_by_first)):
            return at, begin, begin + two  # "per square foot"
        if end < scene.b and stream.at(end).kind == "w" and stream.gap(end) == " ":
            if _low(scene, end) not in grammar.articles and end not in scene.figures:
                return at, begin, end + 1 + (_low(scene, end + 1) in grammar.of_units)
        if end > begin:
            return at, begin, end
    return None


_ROUND = {Decimal(10) ** k for k in range(2, 7)}
"""What rates are told of: a hundred to a million."""


def _end_of_counted(scene: Scene, one: Found) -> int:
    return one.noun_at + len(one.noun.split()) if one.noun_at >= one.j else one.tail


def _goes_on(scene: Scene, at: int) -> bool:
    """The token is one more word of the same phrase."""
    token, low = scene.stream.at(at), _low(scene, at)
    grammar = scene.grammar
    small = (scene.stream.lexicon.stop_words, grammar.verbs, grammar.adverbs, grammar.not_nouns)
    is_word = token.kind == "w" and scene.stream.gap(at) == " " and at not in scene.figures
    return is_word and not any(low in words for words in small)
