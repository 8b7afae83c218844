"""Make a library as large as wanted: German and English articles with figures, names and notes.

    python -m tests.benchmarks.library library.sqlite 100000

The words are `wording`'s, spread as in real news. Figures and names are as many, and of the kinds,
as the engine finds in the sample articles that come with the program: 7.3 figures, 3.2 names and
4.0 mentions in a hundred words, a third of the figures with a noun, half of them with a role, a few
with whose they are, per what, and who says so. Articles come in the order of
their dates with a jitter of hours, as feeds bring them; addresses are as long as a newspaper's.
The same size and seed give the same library.
"""

from __future__ import annotations

import argparse
import random
import time
from dataclasses import replace
from decimal import Decimal
from itertools import accumulate
from pathlib import Path

from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor
from lesart.model.article import Draft
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure, FigureRole
from lesart.model.moment import Moment
from lesart.model.text import Block, Span
from lesart.store import Store
from tests.benchmarks.wording import english, german

NOW = 1_795_000_000
WORDS = 450
FEEDS = 200
ENGINE = "benchmark/1"
_FIGURES, _MENTIONS = 0.073, 0.040
_NEW_NAME = 0.8
"""How many of the mentions are of a name that the article has not had before."""
_KINDS = (
    # kind, unit, how often in a thousand figures of the samples
    ("count", "", 415), ("date", "", 200), ("distance", "kilometre", 60), ("distance", "metre", 42),
    ("duration", "year", 50), ("duration", "hour", 46), ("money", "EUR", 34), ("money", "USD", 22),
    ("ratio", "", 39), ("measure", "tonne", 36), ("ordinal", "", 32), ("percent", "percent", 20),
    ("time", "", 4),
)  # fmt: skip
_NOUNS = [
    "Soldaten", "Menschen", "Euro", "Stimmen", "Tonnen", "Kinder", "Wohnungen", "Mitglieder",
    "people", "jobs", "homes", "votes", "soldiers", "members", "children", "deaths", "Stunden",
    "Jahre", "days", "ships",
]  # fmt: skip
_RARE_NOUN = 0.4
"""How many nouns are none of these, but words of the long tail."""
_ROLES: tuple[tuple[FigureRole, int], ...] = (
    # how often in a thousand figures of the samples
    ("", 480), ("level", 230), ("delta", 120), ("to", 60), ("share", 45), ("from", 25), ("age", 20),
    ("price", 10), ("limit", 10),
)  # fmt: skip
_OF, _PER, _SPEAKER = 0.025, 0.015, 0.02
_BASES = ("Einwohner", "Jahr", "Person", "share", "inhabitants", "tonne", "Monat", "head")
_ALWAYS = [
    "Merkel", "Obama", "Berlin", "Paris", "Siemens", "Reuters", "Nato", "Madrid", "Kairo",
    "Lagarde", "Putin", "Tokio",
]  # fmt: skip
"""Names that stand in many articles; the tail behind them never ends."""


class Writer:
    """Writes invented articles."""

    def __init__(self, seed: int = 1, articles: int = 0) -> None:
        self.random = random.Random(seed)
        self.articles = articles
        self.languages = (german(), english())
        self._names = list(range(400_000))
        self._name_odds = list(accumulate(1 / (rank + 15) for rank in self._names))
        self._roles = [role for role, _ in _ROLES]
        self._role_odds = list(accumulate(often for _, often in _ROLES))
        self._kinds = [(kind, unit) for kind, unit, _ in _KINDS]
        self._kind_odds = list(accumulate(often for *_, often in _KINDS))

    def frequent(self) -> list[str]:
        """Words that many articles hold: what comes first to a reader's mind."""
        return [w for v in self.languages for w in v.words[30:1500] if len(w) > 3]

    def rare(self) -> list[str]:
        """Words that few articles hold."""
        return [w for v in self.languages for w in v.words[15_000:] if len(w) > 3]

    def article(self, number: int, words: int = WORDS) -> tuple[Draft, Analysis]:
        """One article with the figures and names that stand in it."""
        chance, vocabulary = self.random, self.languages[number % 2]
        pieces: list[str] = []
        figures: list[Figure] = []
        mentions: dict[str, list[Mention]] = {}
        at = sentence = 0
        count = max(min(20, words), int(chance.gauss(words, words / 4)))
        for index, word in enumerate(vocabulary.draw(count, chance)):
            kind, piece = chance.random(), word
            if kind < _FIGURES:
                figure, piece = self._figure(at)
                figures.append(replace(figure, sentence=Span(sentence, at + len(piece))))
            elif kind < _FIGURES + _MENTIONS:
                piece = self._name(list(mentions))
                mentions.setdefault(piece, []).append(Mention(Span(at, at + len(piece)), piece))
            end = ".\n\n" if index % 90 == 89 else ". " if index % 15 == 14 else " "
            pieces.append(piece + end)
            at += len(pieces[-1])
            sentence = at if end[0] == "." else sentence
        title = " ".join(vocabulary.draw(8, chance)).capitalize()
        draft = self._draft(number, title, "".join(pieces).rstrip())
        entities = tuple(
            Entity(name, _kind_of(name), tuple(there), f"{_kind_of(name)}:{name.casefold()}", 0.41)
            for name, there in mentions.items()
        )
        return draft, Analysis(ENGINE, draft.language, tuple(figures), entities)

    def _figure(self, at: int) -> tuple[Figure, str]:
        """A figure that starts at `at`, and the text it stands in."""
        chance = self.random
        kind, unit = chance.choices(self._kinds, cum_weights=self._kind_odds)[0]
        number = int(10 ** chance.uniform(0.3, 5))
        surface = f"{number:,}" if chance.random() < 0.5 else str(number)
        noun = self._noun() if kind == "count" and chance.random() < 0.75 else ""
        span = Span(at, at + len(surface))
        if kind in ("date", "time"):
            when = f"20{chance.randint(10, 26)}-{chance.randint(1, 12):02}"
            return Figure(span, surface, kind, when=when, salience=0.2), surface
        value, qualifier = Decimal(number), chance.choice(("exact", "exact", "exact", "approx"))
        low = high = None
        if chance.random() < 0.02:
            value, low, high = None, Decimal(number), Decimal(number * 2)
        figure = Figure(
            span, surface, kind, value, low, high, qualifier=qualifier, unit=unit, noun=noun,
            salience=round(chance.random(), 2),
            role=chance.choices(self._roles, cum_weights=self._role_odds)[0],
            of=self._name([]) if chance.random() < _OF else "",
            per=chance.choice(_BASES) if chance.random() < _PER else "",
            attribution=self._name([]) if chance.random() < _SPEAKER else "",
        )  # fmt: skip
        return figure, f"{surface} {noun}".rstrip()

    def _noun(self) -> str:
        if self.random.random() > _RARE_NOUN:
            return self.random.choice(_NOUNS)
        return " ".join(self.languages[0].draw(self.random.choice((1, 1, 2)), self.random)).title()

    def _name(self, known: list[str]) -> str:
        chance = self.random
        if known and chance.random() > _NEW_NAME:
            return chance.choice(known)
        rank = chance.choices(self._names, cum_weights=self._name_odds)[0]
        if rank < len(_ALWAYS):
            return _ALWAYS[rank]
        words = self.languages[rank % 2].words
        first, last = words[200 + rank % 311], words[3000 + rank % 23_000]
        return last.capitalize() if rank % 3 else f"{first.capitalize()} {last.capitalize()}"

    def _draft(self, number: int, title: str, text: str) -> Draft:
        chance = self.random
        slug = "-".join(title.lower().split()[:6])
        link = f"https://www.paper{number % FEEDS}.example/news/2026/{slug}-{number}.html"
        seconds = NOW - (self.articles - number) * 60 - int(chance.expovariate(1 / 7200))
        heading, first = Span(0, min(40, len(text))), Span(60, min(80, len(text)))
        blocks = (
            Block("heading", heading, 2), Block("link", first, target=link[:70])
        ) if len(text) > 200 else ()  # fmt: skip
        return Draft(
            title, text, blocks, guid=link if number % 2 else f"tag:paper,2026:{number}", link=link,
            author="" if number % 3 else "A. Reporter", language="en" if number % 2 else "de",
            published=Moment(seconds), feed_id=number % FEEDS + 1,
        )  # fmt: skip


def _kind_of(name: str) -> str:
    return "PER" if " " in name else ("LOC", "ORG")[len(name) % 2]


def generate(path: Path, articles: int, *, words: int = WORDS, analysed: bool = True) -> float:
    """Write a library of so many articles; gives articles a second, the inventing left out."""
    writer = Writer(articles=articles)
    spent = 0.0
    with Store.open(path) as store:
        for number in range(FEEDS):
            store.feeds.add(f"https://www.paper{number}.example/feed", title=f"Paper {number}")
        for start in range(0, articles, 50):
            some = [writer.article(n, words) for n in range(start, min(start + 50, articles))]
            begin = time.perf_counter()
            with store.transaction():
                for draft, analysis in some:
                    added = store.articles.add(draft, now=NOW)
                    if analysed and added.is_new:
                        store.analyses.put(added.id, 1, analysis)
            spent += time.perf_counter() - begin
        _use(store, articles)
        store.index_maintenance.tend()  # as an import or a refresh ends
    return articles / spent


def _use(store: Store, articles: int) -> None:
    """As a reader leaves it behind: most read, few starred, two thousand notes at most."""
    ids = range(1, articles + 1)
    store.articles.set_read([i for i in ids if i % 10], True)
    store.articles.set_starred([i for i in ids if i % 500 == 0], True)
    with store.transaction():
        for article_id in range(1, articles, max(1, articles // 2000)):
            text = store.articles.text(article_id) or ""
            anchor = Anchor(text[:40], "", text[40:72], 0, min(40, len(text)))
            store.annotations.add(article_id, anchor, now=NOW, note=f"note {article_id}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("articles", type=int)
    parser.add_argument("--words", type=int, default=WORDS)
    parser.add_argument("--bare", action="store_true", help="without figures and names")
    arguments = parser.parse_args()
    rate = generate(
        arguments.path, arguments.articles, words=arguments.words, analysed=not arguments.bare
    )
    size = arguments.path.stat().st_size / 1e6
    print(f"{arguments.articles} articles, {rate:.0f}/s, {size:.0f} MB")


if __name__ == "__main__":
    main()
