"""The words of a noun phrase where nouns are told by what is no verb (English)."""

from __future__ import annotations

from lesart.analysis.figures.phrases import SPACES, Scene, Words, is_free_word

_LONGEST = 7
_ORDERS = frozenset({"last", "next"})


def bare_words(scene: Scene, i: int, article: str = "") -> Words | None:
    """The phrase that begins at i; `article` stood before what the phrase goes on from."""
    stream, grammar = scene.stream, scene.grammar
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
        while is_inside_name(scene, at):
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


def is_inside_name(scene: Scene, at: int) -> bool:
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
    if at == start and has_article and low in _ORDERS and _is_noun_next(scene, at):
        return True  # "at the last election"
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
        and (after.low in grammar.auxiliaries or _is_sure_verb(scene, at + 1))
        and at > start
    ):
        return low not in grammar.auxiliaries  # "Rent rises will be …"
    is_infinitive = not (low.endswith("s") and low in grammar.nouns_too)
    if stream.low(at - 1) == "to" and low in grammar.verbs and is_infinitive and not has_article:
        return False
    if stream.low(at - 1) == "to" and not has_article and at == start and _is_infinitive(scene, at):
        return False
    if at > start and _is_verb_of_phrase(scene, at):
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
    return _acts_as_noun(scene, at, start, has_article)


def _acts_as_noun(scene: Scene, at: int, start: int, has_article: bool) -> bool:
    """No verb here: a noun, a form that is both where a noun may stand, or a participle before one."""
    stream, grammar = scene.stream, scene.grammar
    low, after = stream.low(at), stream.at(at + 1)
    if at == start and not has_article and stream.low(at - 1) in grammar.coordinators:
        if low in grammar.moves and low in grammar.nouns_too and not low.endswith("s"):
            return not _is_noun_next(scene, at)  # "will freeze hiring and cut spending"
    is_counted = at - 1 in scene.figures
    is_led = at > start or has_article or is_counted or at == scene.a or _leads(scene, at)
    is_led = is_led or (
        stream.low(at - 2) == "to" and stream.low(at - 3) in grammar.infinitive_after
    )
    if low in scene.grammar.nouns_too and is_led and low not in scene.grammar.verbs:
        return True
    if low in scene.grammar.nouns_too and is_led:
        takes_object = (
            at + 1 in scene.figures
            or after.low in grammar.articles
            or after.low in grammar.pronouns
        )
        return not takes_object or (at == start and has_article)
    if at > start and low.endswith("ing") and after.low in grammar.auxiliaries:
        return low not in grammar.verbs  # "a confiscation hearing will decide"
    if _is_inner_participle(scene, at, start) or _is_gerund_subject(scene, at):
        return True
    if _is_verb(scene, at):
        return at == start and (has_article or _is_participle(scene, at))
    if low.endswith("ly") and stream.low(at + 1).endswith("ed") and _is_noun_next(scene, at + 1):
        return is_led  # "a recently opened plant"
    return not (low.endswith("ly") and low not in scene.grammar.adjectives_in_ly)


def _is_sure_verb(scene: Scene, at: int) -> bool:
    """ "Average waits stood at": a verb that is no noun, participle or object's adjective."""
    low, grammar = scene.stream.low(at), scene.grammar
    is_verb = low in grammar.levels or low in grammar.moves
    return is_verb and low not in grammar.nouns_too and not low.endswith(("ed", "ing", "s"))


def _is_infinitive(scene: Scene, at: int) -> bool:
    """ "expects to book charges": behind such a verb "to" leads to another, whose object comes next."""
    low = scene.stream.low(at)
    is_led = scene.stream.low(at - 2) in scene.grammar.infinitive_after
    return is_led and not low.endswith(("s", "ed", "ing"))


_INVARIANT = frozenset(
    ["cut", "hit", "put", "set", "beat", "shed", "spread", "let", "split", "quit"]
)
"""Verbs whose past is their base: only their clause tells them from nouns."""


def _is_verb_of_phrase(scene: Scene, at: int) -> bool:
    """A form that is no noun by what stands beside it: "parents oppose the plan", "levels rise by 4%"."""
    stream, grammar = scene.stream, scene.grammar
    token, before, after = stream.tokens[at], stream.at(at - 1), stream.at(at + 1)
    low = token.low
    if not token.text.islower() or not before.text.islower():
        return False
    is_plural = before.low.endswith("s") and not before.low.endswith(("ss", "us", "is", "'s", "’s"))
    ends_s = low.endswith("s") and not low.endswith(("ss", "'s", "’s"))
    if after.low in grammar.articles - grammar.relatives and stream.gap(at + 1) in SPACES:
        return is_plural != ends_s and low not in grammar.change_nouns
    if low in _INVARIANT and is_free_word(scene, at + 1) and _is_noun_next(scene, at):
        return not _has_verb_beside(scene, at)
    if is_plural and not ends_s and low in grammar.moves and low in grammar.nouns_too:
        return after.low not in grammar.share_of and (
            at + 1 in scene.figures or after.low in grammar.moving or after.low.endswith("ly")
        )
    return False


def _has_verb_beside(scene: Scene, at: int) -> bool:
    """The part of the sentence that holds `at` has another verb."""
    stream, grammar = scene.stream, scene.grammar
    for step in (-1, 1):
        k = at + step
        while scene.a <= k < scene.b and (stream.at(k).kind in "wxn" or k in scene.figures):
            low = stream.low(k)
            is_verb = low in grammar.finite and low not in grammar.nouns_too
            if is_verb and not low.endswith("ing") and k not in scene.figures:
                return True
            k += step
    return False


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
    if low.endswith("ing") and before == "," and low not in scene.grammar.moves:
        return False  # ", outpacing prices", ", sending waves": the participle has an object
    if low.endswith("ing") and low not in scene.grammar.moves and before in {"for", "by", "after"}:
        return False  # "jailed for hiding losses"
    if before in scene.grammar.coordinators and low.endswith("ed"):
        if low in scene.grammar.verbs and low not in scene.grammar.moves:
            return False  # "destroyed 22 rooms and caused damage"
    return (
        low.endswith(("ed", "ing"))
        and _leads(scene, at)
        and is_free_word(scene, at + 1)
        and after not in scene.grammar.prepositions
        and after not in scene.grammar.articles
        and after not in scene.grammar.pronouns
        and (
            not _is_verb(scene, at + 1)
            or (at == scene.a and after in scene.grammar.nouns_too)
            or (
                low.endswith("ing")
                and after in scene.grammar.nouns_too
                and before in scene.grammar.moves
            )
        )
    )


def _is_verb(scene: Scene, at: int) -> bool:
    low = scene.stream.low(at)
    if low in scene.grammar.verbs:
        return True
    if low.endswith("ing") and len(low) > 5:
        return not low.endswith(scene.grammar.noun_endings)
    return low.endswith("ed") and len(low) > 4
