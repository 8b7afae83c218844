"""Tell the words of one noun phrase: by capitals, by what is no verb, or by the article before it."""

from __future__ import annotations

import re
from collections.abc import Callable

from lesart.analysis.figures.phrases import SPACES, Scene, Words, is_free_word

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


def _bare_words(scene: Scene, i: int) -> Words | None:
    stream, grammar = scene.stream, scene.grammar
    article = ""
    at = i
    if stream.low(i) in grammar.possessive:
        article, at = stream.low(i), i + 1  # "whose bonus was cut"
    elif stream.low(i) in grammar.relatives and _is_behind_noun(scene, i):
        return None  # "countries that use the euro"
    while stream.low(at) in grammar.articles and at - i < 2:
        article = stream.low(at)
        at += 1
    start, owner = at, None
    if not article and stream.low(i - 1) in grammar.relatives and stream.at(i - 2).kind == "w":
        after = stream.low(i + 1)
        if after in grammar.articles or after in grammar.pronouns:
            return None  # "countries that use the euro": a verb, known or not
    while at - start < _LONGEST and _goes_into(
        scene, at, start, bool(article) or owner is not None
    ):
        low = stream.low(at)
        at += 1
        if low.endswith(("'s", "’s")) and len(low) > 3:
            owner, start = (i if article == "" else i + 1, at), at
        while _is_inside_name(scene, at):
            at += 1
    if at == start:
        return None
    if owner is not None:
        owner = (next(k for k in range(i, at) if stream.low(k) not in grammar.articles), owner[1])
    return Words(start, at, at - 1, article, owner)


def _is_behind_noun(scene: Scene, i: int) -> bool:
    before = scene.stream.at(i - 1)
    lexicon, grammar = scene.stream.lexicon, scene.grammar
    return (
        i > scene.a and before.kind == "w" and before.low not in lexicon.stop_words
        and before.low not in grammar.verbs and before.low not in grammar.prepositions
        and before.low not in grammar.coordinators
    )  # fmt: skip


def _is_inside_name(scene: Scene, at: int) -> bool:
    """The full stop of "Mr." and "U.S.", the "&" of "S&P", the number of "S&P 500"."""
    stream = scene.stream
    text = stream.at(at).text
    before = stream.at(at - 1)
    if at >= scene.b or at in scene.figures:
        return False
    if text == "." and stream.touches(at):
        return before.low in scene.grammar.titles or (
            len(before.text) == 1 and before.text.isupper()
        )
    if text == "&":
        return before.text[:1].isupper() and stream.at(at + 1).text[:1].isupper()
    is_number = stream.at(at).kind == "n" and stream.taken[at] and before.text[:1].isupper()
    return bool(is_number) and stream.gap(at) in SPACES


def _goes_into(scene: Scene, at: int, start: int, has_article: bool) -> bool:
    stream, grammar = scene.stream, scene.grammar
    if not is_free_word(scene, at):
        return False
    token = stream.tokens[at]
    low = token.low
    if at > start and stream.gap(at) not in SPACES and stream.at(at - 1).text not in {"&", "."}:
        return False
    is_name = token.text[0].isupper() and at > scene.a
    after = stream.at(at + 1)
    acts = low in grammar.moves or low in grammar.expects
    if at > start and acts and low in grammar.nouns_too and token.text.islower():
        before = stream.tokens[at - 1]
        if (before.text[0].isupper() or before.low in grammar.agents) and _is_noun_next(scene, at):
            return False  # "The Fed cut rates"
    if at > start and low in grammar.nouns_too and low.endswith("s") and after.low in grammar.onto:
        before = stream.tokens[at - 1]
        if before.text[0].isupper() or before.low in grammar.agents:
            return False  # "Foresilicon plans to invest"
    if low in grammar.prepositions or low in grammar.articles or low in grammar.pronouns:
        return False
    if low in grammar.not_nouns or low in grammar.auxiliaries or low in grammar.coordinators:
        return False
    if (has_article or at > start) and _is_noun_of(scene, at):
        return True  # "a market value of"
    if is_name:
        return not is_name_behind_change(scene, at, start)
    if at > start and low in grammar.adverbs:
        return False
    if (
        low in grammar.verbs
        and low.endswith("s")
        and after.low in grammar.auxiliaries
        and at > start
    ):
        return low not in grammar.auxiliaries  # "Rent rises will be …"
    is_infinitive = not (low.endswith("s") and low in grammar.nouns_too)
    if stream.low(at - 1) == "to" and low in grammar.verbs and is_infinitive and not has_article:
        return False
    if low in scene.grammar.predicates and not _is_noun_next(scene, at):
        is_bare = at == start and not has_article
        return not is_bare and (at == start or low in grammar.amount_nouns)  # "a record high of"
    if len(token.text) == 1 or (low.startswith("account") and after.low == "for"):
        return False
    if low in grammar.adverbs and not has_article:
        return False
    if stream.low(at - 1) in grammar.modals and not has_article:
        return False  # "will struggle to reach"
    if stream.low(at - 1) in grammar.auxiliaries and low in grammar.verbs and not has_article:
        return False  # "would increase by"
    is_counted = at - 1 in scene.figures
    is_led = at > start or has_article or is_counted or at == scene.a or _leads(scene, at)
    if low in scene.grammar.nouns_too and is_led and low not in scene.grammar.verbs:
        return True
    if low in scene.grammar.nouns_too and is_led:
        takes_object = (
            at + 1 in scene.figures
            or after.low in grammar.articles
            or after.low in grammar.pronouns
        )
        return not takes_object or (at == start and has_article)
    if _is_inner_participle(scene, at, start) or _is_gerund_subject(scene, at):
        return True
    if _is_verb(scene, at):
        return at == start and (has_article or _is_participle(scene, at))
    if low.endswith("ly") and stream.low(at + 1).endswith("ed") and _is_noun_next(scene, at + 1):
        return is_led  # "a recently opened plant"
    return not (low.endswith("ly") and low not in scene.grammar.adjectives_in_ly)


_ADJECTIVAL = ("al", "ic", "ive", "ous", "ary", "ble", "less", "ful", "ly")


def _is_noun_of(scene: Scene, at: int) -> bool:
    """A form that may be a verb, before "of": no verb but a noun ("value of")."""
    low, grammar = scene.stream.low(at), scene.grammar
    if scene.stream.low(at + 1) not in grammar.share_of or low.endswith(("ed", "ing", "s")):
        return False
    before = scene.stream.low(at - 1)
    is_noun = low in grammar.verbs and low not in grammar.auxiliaries
    return is_noun and before not in grammar.auxiliaries and before not in grammar.pronouns


def _is_inner_participle(scene: Scene, at: int, start: int) -> bool:
    """ "global recorded music revenues": between an adjective and the noun."""
    low, before = scene.stream.low(at), scene.stream.low(at - 1)
    return (
        at > start and low.endswith("ed") and before.endswith(_ADJECTIVAL)
        and len(before) > 4 and low not in scene.grammar.moves and low not in scene.grammar.split_forms
        and before not in scene.grammar.verbs and _is_noun_next(scene, at)
    )  # fmt: skip


def _is_gerund_subject(scene: Scene, at: int) -> bool:
    """ "whereas shoplifting climbed": it opens a clause, and the clause's verb comes right behind."""
    low, after, grammar = scene.stream.low(at), scene.stream.low(at + 1), scene.grammar
    before = scene.stream.at(at - 1)
    opens = at == scene.a or before.text in {",", ";"} or before.low in (
        grammar.subordinators | grammar.coordinators
    )  # fmt: skip
    acts = after in grammar.moves and after not in grammar.nouns_too
    return low.endswith("ing") and low not in grammar.verbs and opens and acts


def is_name_behind_change(scene: Scene, at: int, start: int) -> bool:
    """ "the decline Wall Street expected": a name begins another phrase."""
    before = scene.stream.tokens[at - 1]
    return at > start and before.text.islower() and before.low in scene.grammar.change_nouns


def _is_noun_next(scene: Scene, at: int) -> bool:
    """A word follows that the phrase may go on with."""
    low = scene.stream.low(at + 1)
    return (
        is_free_word(scene, at + 1)
        and low not in scene.grammar.prepositions
        and low not in scene.grammar.articles
        and low not in scene.grammar.coordinators
        and low not in scene.grammar.verbs
    )


def _leads(scene: Scene, at: int) -> bool:
    """A preposition, comma or coordinator stands before."""
    before = scene.stream.at(at - 1)
    return (
        before.kind in ("", "p")
        or before.low in scene.grammar.prepositions
        or before.low in scene.grammar.coordinators
        or before.low in scene.grammar.relatives
        or before.low in scene.grammar.subordinators
        or (before.low in scene.grammar.verbs and before.low not in scene.grammar.auxiliaries)
    )


def _is_participle(scene: Scene, at: int) -> bool:
    """ "Increased competition": it begins the phrase and a noun follows."""
    low = scene.stream.low(at)
    after = scene.stream.low(at + 1)
    before = scene.stream.low(at - 1)
    if low.endswith("ing") and low in scene.grammar.verbs and before == ",":
        return False  # ", outpacing prices": the participle has an object
    if low.endswith("ing") and low not in scene.grammar.moves and before in {"for", "by", "after"}:
        return False  # "jailed for hiding losses"
    return (
        low.endswith(("ed", "ing"))
        and _leads(scene, at)
        and is_free_word(scene, at + 1)
        and after not in scene.grammar.prepositions
        and after not in scene.grammar.articles
        and after not in scene.grammar.pronouns
        and (not _is_verb(scene, at + 1) or (at == scene.a and after in scene.grammar.nouns_too))
    )


def _is_verb(scene: Scene, at: int) -> bool:
    low = scene.stream.low(at)
    if low in scene.grammar.verbs:
        return True
    if low.endswith("ing") and len(low) > 5:
        return not low.endswith(scene.grammar.noun_endings)
    return low.endswith("ed") and len(low) > 4


def _determined_words(scene: Scene, i: int) -> Words | None:
    stream, grammar = scene.stream, scene.grammar
    article = stream.low(i) if stream.low(i) in grammar.articles else ""
    start = i + 1 if article else i
    before = stream.low(i - 1) if i > scene.a else ""
    is_led = article or before in grammar.prepositions or i == scene.a or before in {"d'", "de"}
    if not is_led and grammar.has_bare_plurals:
        is_object = before in grammar.verbs - grammar.auxiliaries or before in grammar.coordinators
        is_led = is_object and stream.low(i).endswith("s") and stream.low(i) not in grammar.verbs
    if not is_led and not stream.at(i).text[:1].isupper():
        return None
    at = start
    while is_free_word(scene, at) and _stands_before(scene, at):
        at += 1
    if not _may_name(scene, at, start, bool(article)):
        return None
    head = at
    at += 1
    while at - head < 5 and (_follows(scene, head, at) or _is_inside_name(scene, at)):
        at += 1
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
    is_noun_next = after.kind == "w" and after.low not in stream.lexicon.stop_words
    return is_noun_next and after.low not in grammar.verbs - set(grammar.change_nouns)


def _may_name(scene: Scene, at: int, start: int, has_article: bool) -> bool:
    stream, grammar = scene.stream, scene.grammar
    if not is_free_word(scene, at) or (at > start and stream.gap(at) not in SPACES):
        return False
    token = stream.tokens[at]
    if token.text[0].isupper() and (at > scene.a or has_article):
        return True
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


def _follows(scene: Scene, head: int, at: int) -> bool:
    """An adjective behind its noun, or the next word of a name."""
    stream, grammar = scene.stream, scene.grammar
    if not is_free_word(scene, at) or stream.gap(at) not in SPACES:
        return False
    token = stream.tokens[at]
    before = stream.tokens[at - 1]
    if token.text[0].isupper():
        return before.text[0].isupper() or before.low in grammar.agents or at == head + 1
    if before.text[0].isupper() and at - 1 > scene.a + 1 and at - 1 == head:
        return False
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
    if token.low.endswith(grammar.verb_endings):
        return False
    is_plural = stream.low(head - 1) in scene.grammar.plural_articles
    if is_plural and not token.low.endswith(("s", "x")):
        return False  # "des électeurs hésitent"
    return token.low.endswith(grammar.adjective_endings)


SHAPES: dict[str, Callable[[Scene, int], Words | None]] = {
    "capitals": _capital_words,
    "bare": _bare_words,
    "determined": _determined_words,
}
