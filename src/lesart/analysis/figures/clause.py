"""A sentence as the rules see it: its figures, noun phrases, and which words of change stand where."""

from __future__ import annotations

from bisect import bisect_left
from functools import cached_property
from itertools import pairwise

from lesart.analysis.figures.grammar import Grammar, grammar
from lesart.analysis.figures.grammar_verbs import Direction
from lesart.analysis.figures.noun_phrases import phrases_of
from lesart.analysis.figures.phrases import Phrase, Scene, is_adverb, is_agent
from lesart.analysis.figures.rates import base_of
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import BORDER

_BREAKS = {",", ";", ":", "–", "—", "(", ")", BORDER, "|"}
_HARD = {";", ":", BORDER, "|"}
_QUOTES = {'"', "“", "”", "„", "«", "»", "‘", "’"}


class Sentence:
    """Tokens a to b of a reading, with the figures in them."""

    def __init__(self, stream: TokenStream, a: int, b: int, found: list[Found]) -> None:
        self.stream = stream
        self.grammar: Grammar = grammar(stream.lexicon.code)
        self.a, self.b = a, b
        self.found = found
        self.covered = {k: one for one in found for k in range(one.lead, max(one.tail, one.j))}
        scene = Scene(stream, self.grammar, a, b, self.covered, frozenset())
        self.bases = {id(one): base for one in found if (base := base_of(scene, one))}
        """Figure -> the tokens of what it is told per."""

    @cached_property
    def phrases(self) -> list[Phrase]:
        skipped = frozenset(k for start, _, end in self.bases.values() for k in range(start, end))
        scene = Scene(self.stream, self.grammar, self.a, self.b, self.covered, skipped)
        return phrases_of(scene)

    def low(self, at: int) -> str:
        return self.stream.low(at) if self.a <= at < self.b else ""

    def behind(self, one: Found) -> int:
        """The token behind a figure and behind what it is told per."""
        return self.bases[id(one)][2] if id(one) in self.bases else one.tail

    def head(self, phrase: Phrase) -> str:
        return self.stream.low(phrase.head)

    # -------------------------------------------------------------- parts of the sentence

    @cached_property
    def breaks(self) -> list[int]:
        """Tokens that part the sentence, the one before its first and the one behind its last too."""
        texts = self.stream.tokens
        inner = [k for k in range(self.a, self.b) if texts[k].text in _BREAKS]
        asides = {
            k for i, j in pairwise(inner) if j - i == 2 and self.low(i + 1) in self.grammar.asides
            for k in (i, j) if texts[k].text == ","
        }  # fmt: skip
        return [self.a - 1, *(k for k in inner if k not in asides), self.b]

    def part_of(self, at: int) -> int:
        """The number of the part that holds a token."""
        return min(bisect_left(self.breaks, at, 1), len(self.breaks) - 1) - 1

    def bounds(self, part: int) -> tuple[int, int]:
        return self.breaks[part] + 1, self.breaks[part + 1]

    def is_hard(self, part: int) -> bool:
        """Nothing goes on over what stands before this part."""
        if not 0 < part < len(self.breaks) - 1:
            return True
        return self.stream.tokens[self.breaks[part]].text in _HARD

    def opens_with(self, part: int, words: frozenset[str]) -> bool:
        """A word of the list begins the part, a preposition before it allowed ("für die")."""
        start, end = self.bounds(part)
        if start >= end:
            return False
        if self.low(start) in self.grammar.prepositions and self.low(start) not in words:
            start += 1
        return self.low(start) in words

    # -------------------------------------------------------------- words before a figure

    def word_before(self, at: int) -> int:
        """The token before `at` that says something: past adverbs, articles and quotes."""
        k = at - 1
        while k >= self.a and at - k < 6:
            text = self.stream.tokens[k].text
            if several := self.adverbs_before(k + 1):
                k -= several
                continue
            is_small = is_adverb(self.stream, self.grammar, k) or text in _QUOTES
            if not is_small and not (k == at - 1 and self.is_judgement(k)):
                break
            if k in self.covered:
                break
            k -= 1
        return k

    def adverbs_before(self, at: int) -> int:
        """How many words an adverb of several takes that ends right before a token ("de media")."""
        table = self.grammar.adverbs_by_last
        if self.low(at - 1) not in table or at - 1 in self.covered:
            return 0
        return len(self.stream.phrase_before(at, table))

    def word_behind(self, at: int) -> int:
        """The token from `at` on that is no adverb."""
        while at < self.b and is_adverb(self.stream, self.grammar, at):
            at += 1
        return at

    def is_judgement(self, at: int) -> bool:
        """ "a dismal 22%", "auf magere 22 Prozent", "un maigre 22 %": an adjective of the amount itself."""
        token, before = self.stream.tokens[at], self.low(at - 1)
        if at <= self.a or at in self.covered or not token.text.islower() or token.kind != "w":
            return False
        grammar = self.grammar
        if grammar.shape == "capitals" and before not in grammar.moving:
            return False
        if token.low in grammar.verbs or token.low in grammar.prepositions:
            return False
        if token.low in grammar.pronouns:
            return False
        if grammar.shape == "capitals":
            return token.low not in grammar.coordinators  # "auf nunmehr 22 Prozent" too
        if before not in self.stream.lexicon.one or at + 1 not in self.covered:
            return False
        if self.covered[at + 1].kind in ("distance", "duration"):
            return False  # "at a station 300 metres away"
        verb = self.low(at - 2)
        return verb in grammar.moving or (verb in grammar.verbs and verb not in grammar.gives)

    def phrase_ending(self, at: int) -> Phrase | None:
        """The noun phrase that ends right before token `at`."""
        return self._by_end.get(at)

    def phrase_at(self, at: int) -> Phrase | None:
        """The noun phrase whose first token, article or preposition is `at`."""
        return self._by_start.get(at)

    def phrase_of(self, at: int) -> Phrase | None:
        """The noun phrase that begins at `at` even where another reading took the words."""
        return self._within.get(at)

    @cached_property
    def _by_end(self) -> dict[int, Phrase]:
        return {k: p for p in reversed(self.phrases) for k in (p.stop, p.end)}

    @cached_property
    def _by_start(self) -> dict[int, Phrase]:
        return {k: p for p in reversed(self.phrases) for k in (p.start, p.at)}

    @cached_property
    def _within(self) -> dict[int, Phrase]:
        return {k: p for p in reversed(self.phrases) for k in range(p.at, p.end)}

    # -------------------------------------------------------------- change

    @cached_property
    def states(self) -> frozenset[str]:
        """Verbs that say how much something is, so that nothing before them says it changed."""
        return self.grammar.states

    def verb_over(self, one: Found, at: int = -1) -> int:
        """The verb that governs a figure without preposition, past adjuncts and one bare phrase; or -1.

        `at` is where its preposition stands, if it has one.
        """
        k, has_subject = (one.lead if at < 0 else at) - 1, False
        while k >= self.a:
            phrase = self.phrase_ending(k + 1)
            covered = self.covered.get(k)
            if phrase is not None and self.is_time(phrase) and covered is None:
                k = phrase.at - 1  # "aumentaron el año pasado un 65 %"
                continue
            if self.low(k) in self.grammar.verbs and covered is None:
                return k
            if covered is not None:
                if covered.kind not in ("date", "duration", "time", "ordinal"):
                    return -1
                k = covered.lead - 1
                if self.low(k) in self.grammar.prepositions:
                    k -= 1
            elif phrase is not None and (phrase.prep or self.is_time(phrase)):
                k = phrase.at - 1
            elif phrase is not None and not has_subject:
                has_subject, k = True, phrase.at - 1
            elif several := self.adverbs_before(k + 1):
                k -= several
            elif is_adverb(self.stream, self.grammar, k) or self.stream.tokens[k].text in _QUOTES:
                k -= 1
            elif self.low(k) in self.grammar.pronouns and self.low(k - 1) in self.grammar.costs:
                return k - 1  # "would cost it $200 million"
            else:
                return -1
        return -1

    def move_at(self, at: int, end: int) -> Direction:
        """What the verb at this token says, with the particle that may stand before `end`."""
        low = self.low(at)
        if self.grammar.other_particles and self._has_other_particle(at, end):
            return ""  # "fielen 340 Flüge aus"
        if low in self.grammar.split_forms:
            for k in range(at + 1, min(end, at + 2) if self.grammar.shape == "bare" else end):
                split = self.grammar.split_moves.get((low, self.low(k)))
                if split and self._is_particle(k, end):
                    return split
        if low in self.grammar.reflexive_levels and self.low(at - 1) in self.grammar.reflexives:
            return ""
        if low in self.grammar.own_moves and self.low(at - 1) in self.grammar.reflexives:
            return self.grammar.own_moves[low]
        return self.grammar.moves.get(low, "")

    def _has_other_particle(self, at: int, end: int) -> bool:
        """The clause ends with a particle that makes another verb of this one."""
        last = end - 1
        while last > at and self.stream.at(last).kind == "p":
            last -= 1
        low = self.low(last)
        if low not in self.grammar.other_particles or last <= at + 1 or last in self.covered:
            return False
        return (self.low(at), low) not in self.grammar.split_moves and self.low(
            at
        ) in self.grammar.verbs

    def _is_particle(self, at: int, end: int) -> bool:
        """ "zu" at the end of its clause, no preposition or "zu" with an infinitive; "went up"."""
        if self.grammar.shape == "bare":
            return (self.low(at - 1), self.low(at)) in self.grammar.split_moves
        if at + 1 >= end or at + 1 >= self.b:
            return True
        after = self.stream.at(at + 1)
        return after.kind == "p" or after.low in self.grammar.coordinators

    def move_near(self, one: Found) -> tuple[Direction, int]:
        """The nearest verb of change for the figure and where it stands; -1 for none."""
        part = self.part_of(one.i)
        start, end = self.bounds(part)
        for k in range(one.lead - 1, start - 1, -1):
            if k in self.covered:
                if times := self.grammar.multiples.get(self.low(k)):
                    return "rise" if times > 1 else "fall", k  # "halbierte den Verlust auf"
                continue
            if direction := self.move_at(k, end):
                return direction, k
            if self.low(k) in self.states and self.phrase_of(k) is None:
                return "", -1
        for k in range(one.tail, end):
            if k not in self.covered and (direction := self._late_move(k, start, end)):
                return direction, k
        return "", -1

    def _late_move(self, at: int, start: int, end: int) -> Direction:
        """A verb behind the figure: not one of another clause ("… and fell")."""
        low = self.low(at)
        if low in self.grammar.particles and self._is_particle(at, end):
            for k in range(start, at):
                split = self.grammar.split_moves.get((self.low(k), low))
                if split:
                    return split
        return self.grammar.moves.get(low, "")

    def has_verb(self, part: int) -> bool:
        start, end = self.bounds(part)
        return any(
            self.low(k) in self.grammar.finite for k in range(start, end) if k not in self.covered
        )

    # -------------------------------------------------------------- what a phrase is

    def is_time(self, phrase: Phrase) -> bool:
        lexicon = self.stream.lexicon
        low = self.head(phrase)
        first = self.low(phrase.start)
        is_each = phrase.article in lexicon.each - self.grammar.accusative
        is_priced = self.grammar.shape == "determined" or is_each
        if (
            is_priced
            and phrase.article
            and not phrase.prep
            and self.low(phrase.stop) in self.grammar.costs
        ):
            return False  # "Una sesión cuesta 50 euros"
        if phrase.owner is not None and phrase.article in lexicon.each:
            return False  # "Chaque minute de retard coûte 900 euros"
        return (
            low in self.grammar.times
            or low.endswith(self.grammar.time_endings or ("\0",))
            or (low.startswith("mi-") and self.grammar.shape == "determined")
            or low in lexicon.months
            or low in lexicon.weekdays
            or (first in lexicon.months or first in lexicon.weekdays)
            or any(
                k in self.covered and self.covered[k].kind not in ("duration", "count")
                for k in range(phrase.start, phrase.end)
            )
        )

    def is_part_of_name(self, one: Found) -> bool:
        """Told inside a phrase: "the 10-year yield"."""
        return any(p.start <= one.i and one.j <= p.end for p in self.phrases)

    def is_agent(self, phrase: Phrase) -> bool:
        return is_agent(self.grammar, self.head(phrase))

    def is_change(self, phrase: Phrase) -> bool:
        return self.head(phrase) in self.grammar.change_nouns

    def is_sayer(self, phrase: Phrase) -> bool:
        """Who only tells numbers: analysts, or whoever stands beside a verb of saying."""
        lexicon = self.stream.lexicon
        if self.head(phrase) in self.grammar.sayers and not self._is_own_result(phrase):
            return True
        if phrase.stop < self.b and self.low(phrase.stop) in lexicon.behind_according_words:
            return True
        is_person = self.grammar.shape != "bare" or phrase.article or self.is_agent(phrase)
        is_person = is_person or self.stream.tokens[phrase.start].text[0].isupper()
        return (
            bool(is_person)  # "Richmond, which owns it, said sales were off 7%"
            and self.low(phrase.at - 1) in lexicon.says
            and phrase.at - 1 > self.a
            and self.stream.at(phrase.at - 2).text in {",", "“", '"', "”", "»"}
            and self.low(phrase.stop) not in self.grammar.onto
            and self.low(phrase.stop) not in self.grammar.share_of
            and self.low(phrase.stop) not in self.grammar.verbs
        ) or (
            self.low(phrase.stop) in lexicon.says
            and self.part_of(phrase.stop) != self.part_of(min(self.b - 1, phrase.stop + 1))
        )

    @cached_property
    def _counted(self) -> frozenset[int]:
        """The tokens of what counts have as their noun ("den sieben größten Städten")."""
        return frozenset(
            k for one in self.found if one.kind == "count" and one.noun_at >= one.j
            for k in range(one.noun_at, one.noun_at + len(one.noun.split()))
        )  # fmt: skip

    def _is_own_result(self, phrase: Phrase) -> bool:
        """ "Das operative Ergebnis", "das Ergebnis je Aktie": an amount, and nobody who tells one."""
        is_amount = self.head(phrase) in self.grammar.told_too
        return is_amount and (phrase.start < phrase.head or phrase.end > phrase.head + 1)

    def is_behind_figure(self, phrase: Phrase) -> bool:
        """It is what the figure before it counts or measures."""
        if phrase.head in self._counted:
            return True
        before = self.covered.get(phrase.at - 1)
        if before is None or before.kind in ("date", "time") or phrase.prep:
            return False
        return (
            self.low(before.lead - 1) not in self.grammar.by
        )  # "die um 2 Prozent gestiegenen Renten"
