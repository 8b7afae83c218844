"""Make a library as large as wanted: German and English articles with figures, names and notes.

Words follow Zipf's law over an invented vocabulary with German compounds, so that frequent, rare and
compound words behave as in real news. The same size and seed give the same library.
"""

from __future__ import annotations

import argparse
import random
import time
from decimal import Decimal
from itertools import accumulate
from pathlib import Path

from lesart.model import Analysis, Anchor, Draft, Entity, Figure, Mention, Moment, Span
from lesart.store import Store

NOW = 1_795_000_000
WORDS = 450
VOCABULARY = 60_000
FEEDS = 200
_SYLLABLES = [
    "ba",
    "be",
    "bi",
    "bo",
    "bu",
    "da",
    "de",
    "di",
    "do",
    "du",
    "fa",
    "fe",
    "fi",
    "fo",
    "ga",
    "ge",
    "gi",
    "go",
    "ha",
    "he",
    "hi",
    "ho",
    "ka",
    "ke",
    "ki",
    "ko",
    "la",
    "le",
    "li",
    "lo",
    "ma",
    "me",
    "mi",
    "mo",
    "na",
    "ne",
    "ni",
    "no",
    "pa",
    "pe",
    "pi",
    "po",
    "ra",
    "re",
    "ri",
    "ro",
    "sa",
    "se",
    "si",
    "so",
    "ta",
    "te",
    "ti",
    "to",
    "tu",
    "va",
    "ve",
    "vi",
    "vo",
    "wa",
    "we",
    "wi",
    "zu",
    "bank",
    "land",
    "rat",
    "haus",
    "geld",
    "markt",
    "zeit",
    "recht",
    "ung",
    "heit",
    "keit",
    "tion",
    "ment",
    "ness",
    "ship",
    "stadt",
    "fluss",
    "berg",
    "kraft",
]
_GERMAN = [
    "der",
    "die",
    "und",
    "in",
    "den",
    "von",
    "zu",
    "das",
    "mit",
    "sich",
    "des",
    "auf",
    "für",
    "ist",
    "im",
    "dem",
    "nicht",
    "ein",
    "eine",
    "als",
]
_ENGLISH = [
    "the",
    "of",
    "and",
    "to",
    "in",
    "a",
    "that",
    "for",
    "is",
    "on",
    "was",
    "with",
    "as",
    "by",
    "at",
    "from",
    "his",
    "it",
    "an",
    "be",
]
_NAMES = [
    "Merkel",
    "Obama",
    "Berlin",
    "Paris",
    "Siemens",
    "Reuters",
    "Nato",
    "Madrid",
    "Kairo",
    "Lagarde",
    "Putin",
    "Tokio",
]
_NOUNS = ["Soldaten", "Menschen", "Euro", "people", "jobs", "Stimmen", "homes", "Tonnen"]


class Writer:
    """Writes invented articles."""

    def __init__(self, seed: int = 1) -> None:
        self.random = random.Random(seed)
        made: dict[str, None] = {}
        while len(made) < VOCABULARY:
            made.setdefault("".join(self.random.choices(_SYLLABLES, k=self.random.randint(2, 4))))
        self.vocabulary = list(made)
        # Zipf–Mandelbrot; the function words are put in on top of it.
        self.weights = list(accumulate(1 / (rank + 2.7) for rank in range(1, VOCABULARY + 1)))

    def words(self, count: int) -> list[str]:
        return self.random.choices(self.vocabulary, cum_weights=self.weights, k=count)

    def article(self, number: int, words: int = WORDS) -> tuple[Draft, Analysis]:
        """One article with the figures and names that stand in it."""
        is_german = number % 2 == 0
        small = _GERMAN if is_german else _ENGLISH
        pieces: list[str] = []
        figures: list[Figure] = []
        mentions: dict[str, list[Mention]] = {}
        at = 0
        count = max(20, int(self.random.gauss(words, words / 4)))
        for index, word in enumerate(self.words(count)):
            kind = self.random.random()
            piece = self.random.choice(small) if kind < 0.35 else word
            if kind > 0.965:
                piece = str(self.random.randint(2, 90_000))
                noun = self.random.choice(_NOUNS)
                span = Span(at, at + len(piece))
                figures.append(
                    Figure(span, piece, "count", Decimal(piece), noun=noun, salience=0.5)
                )
                piece += f" {noun}"
            elif kind > 0.94:
                piece = self.random.choice(_NAMES)
                mentions.setdefault(piece, []).append(Mention(Span(at, at + len(piece)), piece))
            end = ".\n\n" if index % 90 == 89 else ". " if index % 15 == 14 else " "
            pieces.append(piece + end)
            at += len(pieces[-1])
        title = " ".join(self.words(8)).capitalize()
        text = "".join(pieces).rstrip()
        entities = tuple(Entity(name, "ORG", tuple(at)) for name, at in mentions.items())
        draft = Draft(
            title,
            text,
            source="",
            guid=f"guid-{number}",
            link=f"https://example.org/{number}",
            language="de" if is_german else "en",
            published=Moment(NOW - number * 60),
            feed_id=number % FEEDS + 1,
        )
        return draft, Analysis("benchmark/1", draft.language, tuple(figures), entities)


def generate(path: Path, articles: int, *, words: int = WORDS, analysed: bool = True) -> float:
    """Write a library of so many articles; gives articles a second."""
    writer = Writer()
    begin = time.perf_counter()
    with Store.open(path) as store:
        for number in range(FEEDS):
            store.feeds.add(f"https://example.org/feed/{number}", title=f"Feed {number}")
        for start in range(0, articles, 50):
            with store.transaction():
                for number in range(start, min(start + 50, articles)):
                    draft, analysis = writer.article(number, words)
                    added = store.articles.add(draft, now=NOW)
                    if analysed:
                        store.analyses.put(added.id, 1, analysis)
        ids = range(1, articles + 1)
        store.articles.set_read([i for i in ids if i % 10], True)
        store.articles.set_starred([i for i in ids if i % 500 == 0], True)
        for article_id in range(1, articles, max(1, articles // 2000)):
            text = store.articles.text(article_id) or ""
            anchor = Anchor(text[:40], "", text[40:72], 0, 40)
            store.connection.execute("PRAGMA synchronous = off")
            store.annotations.add(article_id, anchor, now=NOW, note=f"note {article_id}")
        store.connection.execute("ANALYZE")
        store.optimise()
    return articles / (time.perf_counter() - begin)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("path", type=Path)
    parser.add_argument("articles", type=int)
    parser.add_argument("--words", type=int, default=WORDS)
    arguments = parser.parse_args()
    rate = generate(arguments.path, arguments.articles, words=arguments.words)
    size = arguments.path.stat().st_size / 1e6
    print(f"{arguments.articles} articles, {rate:.0f}/s, {size:.0f} MB")
