"""Cut a sentence into noun phrases: which words, behind which preposition, and whose it is."""

from __future__ import annotations

from lesart.analysis.figures.phrase_shapes import SHAPES
from lesart.analysis.figures.phrases import SPACES, Phrase, Scene, Words, is_agent


def phrases_of(scene: Scene) -> list[Phrase]:
    """The noun phrases in order; none lies within another."""
    stream, grammar = scene.stream, scene.grammar
    words_at = SHAPES[grammar.shape]
    found: list[Phrase] = []
    i, prep, prep_at = scene.a, "", -1
    while i < scene.b:
        figure = scene.figures.get(i)
        if figure is not None:
            i, prep = max(i + 1, figure.tail), ""
            continue
        token = stream.tokens[i]
        if i in scene.skipped or token.kind not in "wx":
            if token.text not in {'"', "“", "”", "„", "«", "»"}:
                prep = ""
            i += 1
            continue
        words = None if _is_preposition(scene, i) else words_at(scene, i)
        if words is None:
            if _is_preposition(scene, i):
                prep, prep_at = token.low, prep_at if prep else i
            elif token.low not in grammar.articles and token.low not in grammar.adverbs:
                prep = ""
            i += 1
            continue
        fused = grammar.fused.get(words.article, "")
        phrase = _with_owner(
            scene, words, prep_at if prep else i, prep or (fused if i > scene.a else "")
        )
        found.append(phrase)
        i, prep = phrase.stop, ""
    return found


def _with_owner(scene: Scene, words: Words, at: int, prep: str) -> Phrase:
    """The phrase with the owner or complement behind it."""
    grammar, stream = scene.grammar, scene.stream
    start, end, head, article, owner = words
    stop, is_joined = end, False
    behind = _owner_behind(scene, end)
    if behind is not None:
        kept, is_part = behind
        is_part = is_part or stream.low(head) in stream.lexicon.units  # "barril de Brent"
        stop = kept.stop
        if owner is not None:
            end = kept.end  # "Apple's price of …"
        else:
            owner, is_joined = (kept.start, kept.end), is_part
            end = kept.end if is_part else end
    elif prep_words := grammar.complements.get(stream.low(end)):
        if stream.low(head).endswith(prep_words):
            complement = SHAPES[grammar.shape](scene, end + 1)
            if complement is not None:
                end = stop = complement.end
    return Phrase(start, end, head, at, stop, prep, article, owner, is_joined)


def _owner_behind(scene: Scene, end: int) -> tuple[Phrase, bool] | None:
    """The phrase that a genitive or "of" joins at `end`, and whether it is part of the meaning."""
    grammar, stream = scene.grammar, scene.stream
    low = stream.low(end)
    words_at = SHAPES[grammar.shape]
    base = grammar.fused.get(low, low)
    is_genitive = low in grammar.genitive
    is_of = base in grammar.share_of and not is_genitive
    if not (is_genitive or is_of) or end >= scene.b or stream.gap(end) not in SPACES:
        return None
    start = end if is_genitive or low in grammar.fused else end + 1
    words = words_at(scene, start)
    if words is None:
        return None
    kept = _with_owner(scene, words, start, "")
    return kept, not _is_owner(scene, kept, is_genitive)


def _is_owner(scene: Scene, phrase: Phrase, is_genitive: bool) -> bool:
    """Somebody who has amounts: a name, or a word for a company, country or person."""
    stream, grammar = scene.stream, scene.grammar
    if is_agent(grammar, stream.low(phrase.head)):
        return True
    if grammar.shape == "capitals":
        is_bare = not phrase.article and phrase.end - phrase.start <= 3
        head = stream.low(phrase.head)
        is_plural = head.endswith(("en", "ern", "eln", "n")) and phrase.end - phrase.start == 1
        return (is_bare and not is_genitive and not is_plural) or head in scene.grammar.countries
    return stream.tokens[phrase.start].text[0].isupper()


def _is_preposition(scene: Scene, i: int) -> bool:
    low = scene.stream.tokens[i].low
    if low in scene.grammar.subordinators and i > scene.a and scene.stream.low(i - 1) == ",":
        return False  # ", während die Linke …"
    return low in scene.grammar.prepositions
