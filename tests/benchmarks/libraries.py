"""The libraries that are measured: made once, kept in a folder, and analysed to the end."""

from __future__ import annotations

import shutil
from decimal import Decimal
from pathlib import Path

from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor
from lesart.model.article import Draft
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.store import Store
from tests.benchmarks.library import NOW, WORDS, generate

SHORT_WORDS = 30
MOST_INVENTED = 200_000
"""Beyond it a library is ten thousand short articles, each many times over under another address
and date: lists are measured on it, not texts."""


def library(folder: Path, articles: int) -> Path:
    """A library of so many articles, made now if it is not there yet."""
    path = folder / f"{articles}.sqlite"
    if not path.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = folder / f"{articles}.draft.sqlite"
        for old in folder.glob(f"{draft.name}*"):
            old.unlink()
        many = max(1, articles // 10_000) if articles > MOST_INVENTED else 1
        generate(draft, articles // many, words=WORDS if many == 1 else SHORT_WORDS)
        multiply(draft, many)
        draft.rename(path)
    settle(path)
    return path


def multiply(path: Path, many: int) -> None:
    """Put every article in `many` times, each time older and with an address of its own."""
    with Store.open(path) as store:
        db = store.connection
        names = [row[1] for row in db.execute("PRAGMA table_info(article)")]
        count, span = db.execute(
            "SELECT max(id), max(published) - min(published) + 60 FROM article"
        ).fetchone()
        changed = {
            "id": "id + :by", "guid": "guid || '-' || :by", "link": "link || '-' || :by",
            "published": "published - :older", "text_hash": "randomblob(16)", "note_count": "0",
            "story": "NULL",
        }  # fmt: skip
        values = ", ".join(changed.get(name, name) for name in names)
        for time in range(1, many):
            given = {"by": time * count, "older": time * span, "last": count}
            with store.transaction():
                db.execute(
                    f"INSERT INTO article ({', '.join(names)}) SELECT {values} FROM article"
                    " WHERE id <= :last",
                    given,
                )
                db.execute(
                    "INSERT INTO packed_body (article_id, title, text) SELECT article_id + :by,"
                    " title, text FROM packed_body WHERE article_id <= :last",
                    given,
                )
                # Their words are those of the first ones: nothing new is to be listed.
                db.execute("DELETE FROM unlisted")
        store.optimise()


def copied(path: Path, name: str) -> Path:
    """A copy to write in."""
    copy = path.with_name(f"{name}.sqlite")
    for old in path.parent.glob(f"{copy.name}*"):
        old.unlink()
    shutil.copy(path, copy)
    return copy


def settle(path: Path) -> None:
    """Let the present engine be the one that analysed it all: nothing waits, no child works."""
    import lesart.analysis.engine as engine

    version = engine.version("builtin")
    with Store.open(path) as store:
        if not store.analyses.pending(version, 1):
            return
        with store.transaction():
            store.connection.execute("UPDATE article SET engine = ?", [version])
            store.connection.execute("UPDATE analysis SET engine = ?", [version])
        store.connection.execute("PRAGMA wal_checkpoint(truncate)")


def long_article(folder: Path, words: int = 20_000, marks: int = 2_000, notes: int = 0) -> Path:
    """A library of one article of many words, every so many of them a figure or a name."""
    path = folder / f"long-{words}-{marks}-{notes}.sqlite"
    if path.exists():
        settle(path)
        return path
    folder.mkdir(parents=True, exist_ok=True)
    text, analysis = _marked(words, marks)
    with Store.open(path) as store:
        added = store.articles.add(
            Draft("A long article", text, source="Benchmark", published=Moment(NOW)), now=NOW
        )
        store.analyses.put(added.id, 1, analysis)
        step = max(1, len(text) // max(1, notes) - 1)
        with store.transaction():
            for number in range(notes):
                start, end = number * step, number * step + 5
                anchor = Anchor(text[start:end], "", text[end : end + 32], start, end)
                store.annotations.add(added.id, anchor, now=NOW, note=f"note {number}")
    settle(path)
    return path


def _marked(words: int, marks: int) -> tuple[str, Analysis]:
    every = max(2, words // max(1, marks))
    pieces: list[str] = []
    figures: list[Figure] = []
    mentions: list[Mention] = []
    at = 0
    for number in range(words):
        word = f"word{number % 97}"
        if number % every == 0:
            is_figure = (number // every) % 2 == 0
            word = str(1000 + number) if is_figure else "Barcelona"
            span = Span(at, at + len(word))
            if is_figure:
                figures.append(Figure(span, word, "count", Decimal(word), noun="words"))
            else:
                mentions.append(Mention(span, word))
        end = ".\n\n" if number % 80 == 79 else ". " if number % 13 == 12 else " "
        pieces.append(word + end)
        at += len(pieces[-1])
    names = (Entity("Barcelona", "LOC", tuple(mentions)),) if mentions else ()
    return "".join(pieces).rstrip(), Analysis("benchmark/1", "en", tuple(figures), names)
