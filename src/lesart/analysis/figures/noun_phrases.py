"""Cut a sentence into noun phrases: which words, behind which preposition, and whose it is."""

from __future__ import annotations

import re

from lesart.analysis.figures.ages import is_age
from lesart.analysis.figures.phrase_bare import bare_words
from lesart.analysis.figures.phrase_shapes import SHAPES
from lesart.analysis.figures.phrases import SPACES, Phrase, Scene, Words, is_adverb, is_agent
from lesart.analysis.figures.token_stream import Found

_HYPHENS = {"-", "‑"}


def phrases_of(scene: Scene) -> list[Phrase]:
    """The noun phrases in order; none lies within another."""
    stream, grammar = scene.stream, scene.grammar
    words_at, adverbs = SHAPES[grammar.shape], grammar.adverbs_by_first
    found: list[Phrase] = []
    i, prep, prep_at = scene.a, "", -1
    opened: tuple[str, int, str] | None = None
    while i < scene.b:
        figure = scene.figures.get(i)
        if figure is not None:
            words = _words_of_length(scene, figure)
            i, prep_before, prep = max(i + 1, figure.tail), prep, ""
            if words is not None:
                at = words.start - bool(words.article)
                phrase = _with_owner(scene, words, prep_at if prep_before else at, prep_before)
                if found and found[-1].stop == at and grammar.shape == "bare":
                    first = found.pop()  # "the average 30-year rate"
                    phrase = phrase._replace(
                        start=first.start, at=first.at, prep=first.prep, article=first.article
                    )
                found.append(phrase)
                i = phrase.stop
            continue
        token = stream.tokens[i]
        if i in scene.skipped or token.kind not in "wx":
            if token.text not in {'"', "“", "”", "„", "«", "»"}:
                prep, opened = "", None
            i += 1
            continue
        if token.low in adverbs and (several := stream.phrase_at(i, adverbs)):
            i += len(several)  # "de media": its noun is none
            continue
        words = None if _is_preposition(scene, i) else words_at(scene, i)
        if words is None:
            if _is_preposition(scene, i):
                prep, prep_at = token.low, prep_at if prep else i
            elif token.low in grammar.articles:
                opened = (prep, prep_at if prep else i, token.low)
            elif not is_adverb(stream, grammar, i) and not _is_adverb_ly(scene, i):
                prep = ""
            i += 1
            continue
        fused = grammar.fused.get(words.article, "")
        phrase = _with_owner(
            scene, words, prep_at if prep else i, prep or (fused if i > scene.a else "")
        )
        opens_clause = phrase.prep in grammar.subordinators and (
            _goes_on_with_verb(scene, phrase.stop)
            or stream.low(prep_at - 1) in grammar.subordinators
            or _opens_after_that(scene, words)
        )
        if opens_clause and grammar.shape != "capitals":
            phrase = phrase._replace(prep="", at=i)  # "tandis que les prix baissent"
        if opened is not None and grammar.shape == "capitals":
            phrase, opened = _with_long_attribute(scene, phrase, opened)
        if found and not phrase.prep and _goes_on_behind(scene, found[-1], phrase):
            phrase = phrase._replace(prep=found[-1].prep)
        found.append(phrase)
        i, prep = phrase.stop, ""
    return found


def _words_of_length(scene: Scene, figure: Found) -> Words | None:
    """ "the 10-year yield", "die 7-Tage-Inzidenz": a number that is part of a thing's name."""
    stream, grammar = scene.stream, scene.grammar
    if figure.kind not in ("duration", "count") or figure.qualifier != "exact":
        return None
    if grammar.shape == "determined" or is_age(stream, figure):
        return None
    before = stream.low(figure.i - 1)
    article = before if before in grammar.articles else ""
    if figure.lead < figure.i - bool(article):
        return None
    end = figure.j
    if stream.at(end).text in _HYPHENS and stream.touches(end) and stream.touches(end + 1):
        end += 2  # "die 48-köpfige Crew"
    is_one_word = all(stream.touches(k) for k in range(figure.i + 1, end))
    last = stream.tokens[end - 1].text
    if not is_one_word or stream.at(end - 1).kind not in "wx":
        return None
    if grammar.shape == "capitals" and last.rpartition("-")[2][:1].isupper():
        return Words(figure.i, end, end - 1, article) if end == figure.j else None
    if (end - figure.i == 1 and "-" not in last) or figure.tail > end:
        return None
    words = bare_words(scene, end, article) if grammar.shape == "bare" else None
    if grammar.shape == "capitals":
        words = SHAPES[grammar.shape](scene, end)
    if words is None or words.article not in ("", article) or words.start != end:
        return None
    return words._replace(start=figure.i, article=article)


def _opens_after_that(scene: Scene, words: Words) -> bool:
    """ "con lo que el precio en origen ha bajado": a subject behind "that", where nothing is compared."""
    grammar, stream = scene.grammar, scene.stream
    that = words.start - 1 - bool(words.article)
    if grammar.shape != "determined" or not words.article or words.end >= scene.b:
        return False
    before = stream.low(that - 1)
    return stream.low(that) in grammar.subordinators and before not in grammar.more


def _is_adverb_ly(scene: Scene, at: int) -> bool:
    """ "for newly let homes": the preposition leads on past an adverb."""
    low = scene.stream.low(at)
    return scene.grammar.shape == "bare" and low.endswith("ly") and len(low) > 4


def _goes_on_behind(scene: Scene, first: Phrase, phrase: Phrase) -> bool:
    """ "bei Versicherern und Banken", "in goods and services": both stand behind the preposition."""
    grammar, stream = scene.grammar, scene.stream
    joint = phrase.at - 1
    if not first.prep or first.stop != joint or stream.low(joint) not in grammar.coordinators:
        return False
    if phrase.article and phrase.article not in grammar.oblique:
        return False
    after = phrase.stop
    while stream.low(after) in grammar.adverbs and after < scene.b:
        after += 1
    if grammar.shape == "capitals":
        return True
    return stream.low(after) not in grammar.finite


_PARTICIPLE = re.compile(r"\w{3,}(?:end|[^aeiou]t|[^aeiou]en)(?:e|en|er|es|em)")


def _with_long_attribute(
    scene: Scene, phrase: Phrase, opened: tuple[str, int, str]
) -> tuple[Phrase, tuple[str, int, str] | None]:
    """ "laut einer in Leipzig vorgestellten Studie": article and preposition stand far before."""
    if phrase.article:
        return phrase, None
    stream = scene.stream
    at = phrase.start if phrase.start < phrase.head else phrase.start - 1
    is_behind_amount = at - 1 in scene.figures or at in scene.figures
    is_size = is_behind_amount and _is_of_size(scene, at)
    if phrase.prep or (is_behind_amount and not is_size) or at <= opened[1]:
        return phrase, opened
    if not stream.tokens[at].text.islower() or not (
        is_size or _PARTICIPLE.fullmatch(stream.low(at))
    ):
        return phrase, opened
    if stream.low(at) in scene.grammar.verbs and at < phrase.start:
        return phrase, opened
    prep, begin, article = opened
    return phrase._replace(start=at + 1, at=begin, prep=prep, article=article), None


def _is_of_size(scene: Scene, at: int) -> bool:
    """ "eine 80 Quadratmeter große Wohnung": an adjective of size that ends as adjectives do."""
    low = scene.stream.low(at)
    endings = (ending for ending in ("en", "em", "er", "es", "e") if low.endswith(ending))
    return any(low.removesuffix(ending) in scene.grammar.sizes for ending in endings)


def _goes_on_with_verb(scene: Scene, at: int) -> bool:
    """A clause follows, where its verb stands behind its subject."""
    grammar, stream = scene.grammar, scene.stream
    while stream.low(at) in grammar.adverbs and stream.low(at) not in grammar.verbs:
        at += 1
    is_verb = stream.low(at) in grammar.verbs or stream.low(at) in grammar.auxiliaries
    return at < scene.b and is_verb


def _with_owner(scene: Scene, words: Words, at: int, prep: str) -> Phrase:
    """The phrase with the owner or complement behind it."""
    grammar, stream = scene.grammar, scene.stream
    start, end, head, article, owner = words
    stop, is_joined = end, False
    behind = _owner_behind(scene, end)
    if behind is not None:
        kept, is_part = behind
        kept = _with_second(scene, kept)
        is_part = is_part or stream.low(head) in stream.lexicon.number_of  # "number of people"
        is_part = is_part or stream.low(head) in stream.lexicon.units  # "barril de Brent"
        stop = kept.stop
        if owner is not None:
            end = kept.end  # "Apple's price of …"
        else:
            owner, is_joined = (kept.start, kept.end), is_part
            end = kept.end if is_part else end
    elif stream.low(end) in grammar.complements or stream.low(end) in grammar.per_head:
        if stream.low(head).endswith(grammar.complements.get(stream.low(end), "\0")):
            complement = SHAPES[grammar.shape](scene, end + 1)
            is_place = complement is not None and stream.tokens[complement.start].text[0].isupper()
            if complement is not None and not (is_place and grammar.shape == "determined"):
                end = stop = _with_conjunct(scene, complement)
        elif stream.low(end) in grammar.per_head and (each := _each_of_whom(scene, end)) > end:
            stop = each
    return Phrase(start, end, head, at, stop, prep, article, owner, is_joined)


def _each_of_whom(scene: Scene, end: int) -> int:
    """ "la dette par habitant": behind the bare noun that a preposition joins; `end` where none is."""
    words = SHAPES[scene.grammar.shape](scene, end + 1)
    if words is None or words.article or words.end - words.start > 1:
        return end
    return words.end if scene.stream.tokens[words.start].text.islower() else end


def _with_second(scene: Scene, owner: Phrase) -> Phrase:
    """ "die Zahl der Brutpaare von Feldlerche und Kiebitz": the second of the pair is the owner's, too."""
    grammar, stream, joint = scene.grammar, scene.stream, owner.stop
    if (
        grammar.shape != "capitals"
        or owner.article
        or stream.low(joint) not in grammar.coordinators
    ):
        return owner
    other = SHAPES[grammar.shape](scene, joint + 1)
    if other is None or other.article or other.end - other.start > 1 or other.owner is not None:
        return owner
    return owner._replace(stop=other.end)


def _with_conjunct(scene: Scene, words: Words) -> int:
    """ "Verlust vor Zinsen und Steuern": where the second of the pair ends too."""
    grammar, stream, end = scene.grammar, scene.stream, words.end
    if grammar.shape != "capitals" or stream.low(end) not in grammar.coordinators:
        return end
    other = SHAPES[grammar.shape](scene, end + 1)
    return other.end if other is not None and not other.article and not words.article else end


def _owner_behind(scene: Scene, end: int) -> tuple[Phrase, bool] | None:
    """The phrase that a genitive or "of" joins at `end`, and whether it is part of the meaning."""
    grammar, stream = scene.grammar, scene.stream
    low = stream.low(end)
    words_at = SHAPES[grammar.shape]
    base = grammar.fused.get(low, low)
    is_genitive = low in grammar.genitive
    is_of = base in grammar.share_of and not is_genitive
    if grammar.shape == "capitals" and (bare := _bare_genitive(scene, end)) is not None:
        return bare, not _is_owner(scene, bare, True)
    if not (is_genitive or is_of) or end >= scene.b or stream.gap(end) not in SPACES:
        return None
    start = end if is_genitive or low in grammar.fused else end + 1
    words = words_at(scene, start)
    if words is None:
        return None
    kept = _with_owner(scene, words, start, "")
    return kept, not _is_owner(scene, kept, is_genitive)


def _bare_genitive(scene: Scene, at: int) -> Phrase | None:
    """ "Lebenserwartung neugeborener Mädchen": only the adjective's ending says whose."""
    stream = scene.stream
    low = stream.low(at)
    if at >= scene.b or not low.endswith("er") or not stream.tokens[at].text.islower():
        return None
    if (
        low in stream.lexicon.stop_words
        or low in scene.grammar.adverbs
        or low in scene.grammar.more
    ):
        return None
    words = SHAPES[scene.grammar.shape](scene, at)
    if words is None or words.article or words.start != at or words.head == at:
        return None
    return _with_owner(scene, words, at, "")


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
    if low in scene.grammar.subordinators and scene.grammar.nominative:
        after = scene.stream.at(i + 1)
        if after.low in scene.grammar.nominative or after.text[:1].isupper():
            return False  # "Während die Investitionen nachgaben": no genitive has such an article
    return low in scene.grammar.prepositions
