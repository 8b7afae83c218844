"""Invented German and English words that come as often as words do in real news.

What makes an index large and a search slow is how words are spread, so that is what is modelled:

- **Frequencies** follow Zipf's law with its two regimes: an exponent near 1.1 for the common words,
  and a steeper one (German 1.5, English 1.9) for the long tail. These are the slopes of published
  frequency lists of both languages between the ranks 1,000–10,000 and 30,000–200,000.
- **The vocabulary never ends**: a tail word is made from its rank, so that the number of different
  words grows with the text as Heaps' law says (`python -m tests.benchmarks.wording` prints it).
  German grows faster, by compounds, which is what `~bank` has to search.
- **Beginnings** are shared as in both languages: by prefixes (ver-, ge-, aus-; re-, con-, un-) and
  by stems. The same run prints how many of all tokens begin like a typed word; in the lists it is
  0.06 % (median) and 0.7 % (95th percentile) for three letters, 0.016 % and 0.12 % for four.

A vocabulary drawn evenly from syllables has neither: its three-letter beginnings were ten times as
crowded as real ones, and no word was new after a thousand articles.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from itertools import accumulate

COMMON = 30_000
"""Ranks with a word of their own; what is rarer is made when it is drawn."""
REPEATED = 0.2
"""How many words of an article come from its own earlier ones: with it, 300 words hold about 190
different ones, as the sample articles do."""

_GERMAN_HEAD = (
    "die der und in den von zu das mit sich des auf für ist im dem nicht ein eine als auch es an er"
    " hat aus bei sie nach werden wird sind noch wie einer einem über so zum haben war nur oder aber"
    " vor zur bis mehr durch man dass sein wurde um sagte kann wir gegen vom können schon wenn habe"
    " seine ihre dann unter was jahr jahre keine soll wieder seit zwei waren diese zwischen immer"
)
_ENGLISH_HEAD = (
    "the to of and a in that is for on it with was as at be by he have from are this has but his an"
    " they not will who said more their which were its been would about we up one or had all also"
    " when after there new her people out can than into some what you she if so could last time year"
    " other two over first no just my years like them now only how many most even because before"
)
_GERMAN_STEMS = (
    "bank markt zeit land haus geld recht stadt fluss berg kraft staat wahl preis kind schul wasser"
    " werk hafen bahn krieg frieden haushalt steuer amt rat gesetz wirtschaft arbeit zahl gesund"
    " umwelt energie strom gas verkehr regier partei minister bund länder grenz sicher polizei"
)
_ENGLISH_STEMS = (
    "bank market time land house money right city river mountain power state elect price child"
    " school water work harbour rail war peace budget tax office law trade labour number health"
    " energy gas traffic govern party minister union border secure police court school report"
)


@dataclass(frozen=True)
class Sounds:
    """What the words of a language are put together from; what stands first comes oftenest."""

    onsets: str
    vowels: str
    codas: str
    prefixes: str
    suffixes: str
    compounds: float
    """How many of its rare words are two stems put together."""


GERMAN = Sounds(
    "s b h k l m r w g f st t d n p schw sp sch br kr gr tr fr kl bl pf z j gl schl str v fl schr",
    "e a i o u ei ie au ä ö ü eu",
    "n r l t s nd ch rt ck st m ng rk lt tz b ss ft g nn hr nk mpf",
    "ver ge be aus an auf ein er vor ab ent zu unter über mit zer nach um hin durch",
    "en e er ung t es te ten lich ungen keit isch em ern st heit ler schaft los ige bar",
    0.7,
)
ENGLISH = Sounds(
    "s c b m p d l r h f t w st g n v tr pr k br cr sp ch sh bl fl gr j sl cl str th dr pl sw qu",
    "e a i o u ea ou ai ee oo y",
    "n r l t s nd ck st m ng rd ll d p nt rt x ss v ct ft mp lk",
    "re con in un com pro dis ex de per over inter out sub pre under mis for trans",
    "s ed ing er ion al ly ment e y ity ers ness able ive ism ist ful less ance",
    0.06,
)


@dataclass
class Vocabulary:
    """The words of one language by rank, and the odds of each."""

    sounds: Sounds
    head: str
    stems: str
    tail_exponent: float
    seed: int
    words: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.random = random.Random(self.seed)
        self._rare: dict[int, str] = {}
        self._pieces = {
            name: (getattr(self.sounds, name).split(), list(_falling(getattr(self.sounds, name))))
            for name in ("onsets", "vowels", "codas", "prefixes", "suffixes")
        }
        made_up = [self._stem(self.random) for _ in range(9000)]
        made_up.sort(
            key=lambda stem: len(stem) + self.random.random() * 3
        )  # common words are short
        # Stems are common or rare themselves, and the real ones are neither the one nor the other.
        self._stems = list(dict.fromkeys([*made_up[:250], *self.stems.split(), *made_up[250:]]))
        self._stem_odds = list(accumulate(1 / (n + 60) for n in range(len(self._stems))))
        made = dict.fromkeys(self.head.split())
        while len(made) < COMMON:
            made.setdefault(self._word(self.random, compounds=self.sounds.compounds / 3))
        self.words = list(made)
        weights = [_odds(rank) for rank in range(1, COMMON + 1)]
        s = self.tail_exponent
        tail = _odds(COMMON) * COMMON / (s - 1)  # the sum of a power law from here to infinity
        self._odds = list(accumulate([*weights, tail]))
        self._ranks = range(COMMON + 1)

    def draw(self, count: int, chance: random.Random) -> list[str]:
        """So many words of running text; an article keeps to its subject and says some again."""
        words = self.words
        drawn = [
            words[rank] if rank < COMMON else self._tail_word(chance)
            for rank in chance.choices(self._ranks, cum_weights=self._odds, k=count)
        ]
        for at in range(20, count):
            if chance.random() < REPEATED:
                drawn[at] = drawn[int(at * chance.random())]
        return drawn

    def _tail_word(self, chance: random.Random) -> str:
        rank = int(COMMON * (1.0 - chance.random()) ** (-1 / (self.tail_exponent - 1)))
        rank = min(rank, 10**9)
        word = self._rare.get(rank)
        if word is None:
            own = random.Random(rank * 31 + self.seed)
            word = self._word(own, compounds=self.sounds.compounds)
            if len(self._rare) < 300_000:
                self._rare[rank] = word
        return word

    def _word(self, chance: random.Random, compounds: float) -> str:
        word = self._known_stem(chance)
        if chance.random() < compounds:
            joint = chance.choice(("", "", "s", "en"))
            return self._known_stem(chance) + joint + word
        if chance.random() < 0.35:
            word = self._piece("prefixes", chance) + word
        if chance.random() < 0.5:
            word += self._piece("suffixes", chance)
        return word

    def _known_stem(self, chance: random.Random) -> str:
        return chance.choices(self._stems, cum_weights=self._stem_odds)[0]

    def _stem(self, chance: random.Random) -> str:
        word = ""
        for _ in range(chance.choice((1, 1, 1, 2, 2, 3))):
            onset = self._piece("onsets", chance) if word or chance.random() < 0.85 else ""
            word += onset + self._piece("vowels", chance)
        return word + (self._piece("codas", chance) if chance.random() < 0.8 else "")

    def _piece(self, kind: str, chance: random.Random) -> str:
        pieces, odds = self._pieces[kind]
        return chance.choices(pieces, cum_weights=odds)[0]


def _falling(pieces: str) -> list[float]:
    return list(accumulate(1 / (n + 9) for n in range(len(pieces.split()))))


def _odds(rank: int) -> float:
    """How often the word of this rank comes, beside the first: Zipf's law, bent at rank 5,000."""
    bend = 5000
    if rank <= bend:
        return (rank + 2.7) ** -1.07
    return (bend + 2.7) ** -1.07 * (bend / rank) ** 1.35


def german() -> Vocabulary:
    return Vocabulary(GERMAN, _GERMAN_HEAD, _GERMAN_STEMS, 1.5, 11)


def english() -> Vocabulary:
    return Vocabulary(ENGLISH, _ENGLISH_HEAD, _ENGLISH_STEMS, 1.9, 12)


def main() -> None:
    """Print how the invented texts compare with the figures of the docstring."""
    from collections import Counter

    chance = random.Random(3)
    everything: Counter[str] = Counter()
    for name, vocabulary in (("German", german()), ("English", english())):
        seen: Counter[str] = Counter()
        for size in (100_000, 1_000_000, 4_000_000):
            seen.update(vocabulary.draw(size - seen.total(), chance))
            print(f"{name}: {size:>9,} words of text, {len(seen):>7,} different ones")
        everything.update(seen)
    total = everything.total()
    starts: Counter[str] = Counter()
    for word, count in everything.items():
        for letters in (3, 4, 5):
            if len(word) >= letters:
                starts[word[:letters]] += count
    common = [w for w, _ in everything.most_common(2000) if len(w) > 3]
    rare = [w for w in list(everything)[20_000:100_000] if len(w) > 3]
    typed = [chance.choice(common if n % 2 else rare) for n in range(400)]
    for letters in (3, 4, 5):
        shares = sorted(starts[w[:letters]] / total for w in typed)
        print(f"{letters} letters: p50 {shares[200]:.3%}, p95 {shares[380]:.3%} of all tokens")
    for inside in ("bank", "zeit", "ung"):
        found = [count for word, count in everything.items() if inside in word]
        print(f"~{inside}: {len(found):,} words, {sum(found) / total:.3%} of all tokens")


if __name__ == "__main__":
    main()
