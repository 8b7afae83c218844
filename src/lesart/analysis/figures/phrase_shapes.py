"""Tell the words of one noun phrase: by capitals, by what is no verb, or by the article before it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lesart.analysis.figures.phrase_bare import bare_words, is_inside_name
from lesart.analysis.figures.phrases import SPACES, Scene, Words, is_adverb, is_free_word

_ADJECTIVE = ("e", "en", "er", "es", "em")
_LONGEST = 7


def _capital_words(scene: Scene, i: int) -> Words | None:
    stream, grammar = scene.stream, scene.grammar
    article = ""
    at = i
    if stream.low(at) in grammar.articles:
        article = stream.low(at)
        at += 1
    start = at
    while at - start < 5:
        if not is_free_word(scene, at) or (at > i and stream.gap(at) not in SPACES):
            return None
        token = stream.tokens[at]
        if token.text[0].isupper() and not _is_small_word(scene, at):
            is_opening = at == scene.a or stream.at(at - 1).text in {":", "–", "-", "„"}
            if is_opening and _opens_as_verb(scene, at):
                return None
            break
        if not _is_attribute(scene, at, bool(article), at == start):
            return None
        at += 1
    else:
        return None
    head = at
    at += 1
    while is_free_word(scene, at) and stream.gap(at) in SPACES and at - head < _LONGEST:
        if not stream.tokens[at].text[0].isupper():
            break
        if "\n" in stream.gap(at) and _is_small_word(scene, at):
            break  # a headline without full stop
        at += 1
    owner = None
    first = stream.low(head)
    if at - head == 2 and not article and first.endswith("s") and len(first) > 5:
        owner, start = (head, head + 1), head + 1  # "Deutschlands Ausfuhren"
        head = start
    if article and at - head == 2 and stream.low(head).endswith(_ADJECTIVE):
        head = at - 1  # "der Deutschen Handelsbank"
    return Words(start, at, head, article, owner)


_PARTICIPLE = re.compile(r"(?:\w{2,7})?ge\w+(?:t|en)|\w+iert|(?:be|ver|er|ent|zer)\w+t")
_PARTICIPLE_END = re.compile(r"(?:ge\w+|\w+iert|(?:be|ver|er|ent|zer)\w+)(?:t|en)en$")
_OPENS_EN = re.compile(
    r"(?:vor|an|ab|auf|aus|ein|bei|zu|nach|her|hin|mit|um|fest|frei|bereit|unter|über)ge\w+en"
)


def _opens_as_verb(scene: Scene, at: int) -> bool:
    """ "Vorgeschlagen werden …", "Bleibe es dabei": only its place gives the word a capital."""
    stream, grammar = scene.stream, scene.grammar
    low, after = stream.low(at), stream.low(at + 1)
    if after in grammar.pronouns and after not in grammar.articles:
        return True
    if after not in grammar.auxiliaries:
        return False
    if low in grammar.verbs or _OPENS_EN.fullmatch(low):
        return True
    return low.endswith("t") and bool(_PARTICIPLE.fullmatch(low))


def _is_small_word(scene: Scene, at: int) -> bool:
    """A capital that only begins the sentence."""
    low = scene.stream.low(at)
    grammar, lexicon = scene.grammar, scene.stream.lexicon
    return low in grammar.articles or low in grammar.prepositions or (
        at == scene.a and (low in lexicon.stop_words or low in grammar.adverbs)
    ) or low in grammar.pronouns or low in grammar.subordinators  # fmt: skip


def _is_attribute(scene: Scene, at: int, has_article: bool, is_first: bool) -> bool:
    """An adjective, or an adverb before one ("deutlich höhere")."""
    stream, grammar = scene.stream, scene.grammar
    low = stream.low(at)
    if low in grammar.verbs or low in grammar.coordinators or low in grammar.subordinators:
        return False
    is_adverb = low in grammar.adverbs or not low.endswith(_ADJECTIVE)
    if low in stream.lexicon.stop_words and low not in grammar.adverbs:
        return False
    if low in grammar.prepositions or low in grammar.pronouns or low in grammar.articles:
        return False
    if is_adverb:
        after = stream.low(at + 1)
        return has_article and after.endswith(_ADJECTIVE) and after not in grammar.verbs
    if not has_article and is_first and low.endswith(("en", "te", "ten")):
        # a verb in the second place ("Experten erwarten Kosten"), unless a preposition leads on
        # or an amount ("die um 5 Prozent gestiegenen Renten")
        before = stream.low(at - 1)
        is_behind_amount = at - 1 in scene.figures and bool(_PARTICIPLE_END.search(low))
        return before in grammar.prepositions or at == scene.a or is_behind_amount
    return True


def _determined_words(scene: Scene, i: int) -> Words | None:
    stream, grammar = scene.stream, scene.grammar
    article = stream.low(i) if stream.low(i) in grammar.articles else ""
    start = i + 1 if article else i
    before = stream.low(i - 1) if i > scene.a else ""
    is_led = article or before in grammar.prepositions or i == scene.a or before in {"d'", "de"}
    if not is_led and grammar.has_bare_plurals:
        is_object = before in grammar.acting or before in grammar.coordinators
        is_object = is_object or before.endswith(grammar.verb_endings)
        is_object = is_object or (
            before.endswith(grammar.agreeing) and stream.low(i - 2) in grammar.auxiliaries
        )
        is_object = is_object or (len(before) > 4 and before.endswith(grammar.infinitive_endings))
        is_led = is_object and stream.low(i).endswith("s") and stream.low(i) not in grammar.verbs
    if not is_led and not stream.at(i).text[:1].isupper():
        return None
    at = start
    if article and stream.low(at) in grammar.superlatives and is_free_word(scene, at + 2):
        start = at = at + 2  # "le plus fort repli"
    while is_free_word(scene, at) and _stands_before(scene, at):
        at += 1
    if not _may_name(scene, at, start, bool(article)):
        return None
    head = at
    at += 1
    while at - head < 5 and (_follows(scene, head, at) or is_inside_name(scene, at)):
        at += 1
    if _is_second_noun(scene, at):
        at += 1
    at = _compounded(scene, at)
    if (
        at == head + 1
        and stream.low(head) in grammar.pre_adjectives
        and stream.low(head)[-1] != "s"
    ):
        return None  # "le nouveau coûte": of what it is one, nobody says
    return Words(start, at, head, article)


def _stands_before(scene: Scene, at: int) -> bool:
    """ "la nueva línea": an adjective, and what it belongs to comes right behind it."""
    stream, grammar = scene.stream, scene.grammar
    low, after = stream.low(at), stream.at(at + 1)
    if low not in stream.lexicon.adjectives and low not in grammar.pre_adjectives:
        return False
    if stream.tokens[at].text[0].isupper() and after.text[:1].isupper():
        return False  # "le Nouveau Front populaire": the name begins with it
    is_many = stream.low(at - 1) in grammar.plural_articles
    if is_many and not after.low.endswith(("s", "x")):
        return False  # "los jóvenes lee": they do not go together
    is_noun_next = after.kind == "w" and after.low not in stream.lexicon.stop_words
    return is_noun_next and after.low not in grammar.only_verbs


def _may_name(scene: Scene, at: int, start: int, has_article: bool) -> bool:
    stream, grammar = scene.stream, scene.grammar
    if not is_free_word(scene, at) or (at > start and stream.gap(at) not in SPACES):
        return False
    token = stream.tokens[at]
    if token.text[0].isupper() and (at > scene.a or has_article):
        return True
    if not has_article and (
        is_adverb(stream, grammar, at) or (at == start and _is_behind_relative(scene, at))
    ):
        return False  # "que apenas creció", "que cargaba"
    if not has_article and at == start and _is_infinitive(scene, at):
        return False  # "a indemnizar con 3.000 euros"
    if at == scene.a and token.low.endswith(grammar.verb_endings or ("\0",)):
        return False  # "Hallaron 12 toneladas"
    if token.low in grammar.prepositions or token.low in grammar.articles:
        return False
    if token.low in grammar.not_nouns or token.low in grammar.pronouns:
        return False
    if token.low in grammar.change_nouns or token.low in grammar.agents:
        return has_article or at > scene.a
    if token.low in grammar.verbs and not has_article:
        is_noun_too = stream.low(at - 1) in grammar.given_of and at == start
        is_noun_too = (
            is_noun_too and token.low not in stream.lexicon.stop_words and len(token.low) > 3
        )
        return is_noun_too and not token.low.endswith(
            grammar.infinitive_endings
        )  # "intentions de vote"
    return token.low not in stream.lexicon.stop_words - {"mort"}


def _leads_on(scene: Scene, at: int) -> bool:
    """A participle with a preposition behind it begins a clause of its own."""
    stream, grammar = scene.stream, scene.grammar
    behind = stream.low(at + 1)
    behind = grammar.fused.get(behind, behind)
    return behind in grammar.prepositions and behind not in grammar.per_head


def _is_behind_relative(scene: Scene, at: int) -> bool:
    """A bare word behind "that" or "who" is the verb."""
    before = scene.stream.low(at - 1)
    return at > scene.a and before in scene.grammar.openers


def _is_infinitive(scene: Scene, at: int) -> bool:
    """A form of a verb behind a preposition, with what belongs to a verb behind it."""
    stream, grammar = scene.stream, scene.grammar
    low, before, behind = stream.low(at), stream.low(at - 1), stream.low(at + 1)
    if len(low) < 5 or not low.endswith(grammar.infinitive_endings) or at == scene.a:
        return False
    if before not in grammar.prepositions or before in grammar.share_of:
        return False
    return behind in grammar.articles | grammar.with_ | grammar.onto or at + 1 in scene.figures


def _is_second_noun(scene: Scene, at: int) -> bool:
    """ "assurance maladie progresserait", "blé tendre est": no table has the word, but a verb follows it."""
    stream, grammar = scene.stream, scene.grammar
    if not is_free_word(scene, at) or stream.gap(at) not in SPACES or "\n" in stream.gap(at):
        return False
    token = stream.tokens[at]
    small = (
        stream.lexicon.stop_words, grammar.verbs, grammar.prepositions, grammar.articles,
        grammar.not_nouns, grammar.pronouns, grammar.coordinators, grammar.more.keys(),
    )  # fmt: skip
    if len(token.low) < 4 or not token.text.islower() or any(token.low in words for words in small):
        return False
    if is_adverb(stream, grammar, at) or token.low.endswith(("ment", *grammar.verb_endings)):
        return False
    if token.low in grammar.relatives | grammar.subordinators or token.low in grammar.signs:
        return False
    behind = stream.low(at + 1)
    is_verb = behind in grammar.finite or (
        len(behind) > 6 and behind.endswith(grammar.verb_endings)
    )
    return is_verb and behind not in stream.lexicon.says and (
        scene.figures.get(at + 1) is None
    )  # fmt: skip


def _compounded(scene: Scene, end: int) -> int:
    """ "reste à charge", "gaz à effet de serre": past a preposition and a bare noun that belong to the name."""
    stream, grammar = scene.stream, scene.grammar
    at = end + 1
    if stream.low(end) not in grammar.compounding or not is_free_word(scene, at):
        return end
    token = stream.tokens[at]
    if token.low.endswith(grammar.infinitive_endings) and token.low in grammar.verbs:
        has_object = stream.low(at + 1) in grammar.articles or at + 1 in scene.figures
        return end if has_object else at + 1  # "le manque à gagner"
    if not token.text.islower() or len(token.low) < 4 or not _may_name(scene, at, at, False):
        return end
    return at + 1 if token.low not in grammar.times | grammar.no_compounds else end


def _follows(scene: Scene, head: int, at: int) -> bool:
    """An adjective behind its noun, or the next word of a name."""
    stream, grammar = scene.stream, scene.grammar
    if not is_free_word(scene, at) or stream.gap(at) not in SPACES:
        return False
    token = stream.tokens[at]
    before = stream.tokens[at - 1]
    if "\n" in stream.gap(at) and (
        token.low in grammar.articles or token.low in grammar.prepositions
    ):
        return False  # a headline without full stop
    if token.text[0].isupper():
        return before.text[0].isupper() or before.low in grammar.agents or at == head + 1
    if before.text[0].isupper() and at - 1 > scene.a + 1 and at - 1 == head:
        return False
    if token.low in grammar.predicates:
        return False  # "le prix moyen du billet stable à 7 euros"
    if token.low in grammar.post_adjectives:
        return True
    if token.low in grammar.verbs or token.low in stream.lexicon.stop_words:
        return False
    if (
        token.low in grammar.prepositions
        or token.low in grammar.adverbs
        or token.low in grammar.not_nouns
    ):
        return False
    if token.low.endswith(grammar.verb_endings) or token.low in grammar.more:
        return False
    if token.low.endswith(grammar.agreeing) and _leads_on(scene, at):
        return False  # "personas acusadas de estafar", "muestras tomadas en 140 puntos"
    is_plural = stream.low(head - 1) in scene.grammar.plural_articles
    if is_plural and not token.low.endswith(("s", "x")):
        return False  # "des électeurs hésitent"
    return token.low.endswith(grammar.adjective_endings)


SHAPES: dict[str, Callable[[Scene, int], Words | None]] = {
    "capitals": _capital_words,
    "bare": bare_words,
    "determined": _determined_words,
}
