"""Everything the library knows of one article, taken out as a value and put back as it was."""

from __future__ import annotations

from dataclasses import dataclass, replace

from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.article import Article, Draft
from lesart.model.text import Block
from lesart.model.verdict import Verdict
from lesart.store.connection import Connection
from lesart.store.rows import blocks_from_json, blocks_to_json
from lesart.store.tables.analyses import Analyses
from lesart.store.tables.annotations import Annotations
from lesart.store.tables.article_keys import story_key
from lesart.store.tables.articles import Articles
from lesart.store.tables.reviews import Answer, Reviews
from lesart.store.tables.verdicts import Verdicts
from lesart.text.prepared import hash_of


@dataclass(frozen=True, slots=True)
class OldText:
    """A text the article had before; `replaced` is when the next one came (UTC seconds)."""

    number: int
    title: str
    text: str
    blocks: tuple[Block, ...]
    replaced: int


@dataclass(frozen=True, slots=True)
class Keepsake:
    """An article with all that belongs to it, but the page it was read from."""

    article: Article
    """`source` and `folder` are its own, not those of its feed."""
    feed_url: str = ""
    """The feed it came with; empty for imported files and where the feed was removed."""
    old_texts: tuple[OldText, ...] = ()
    annotations: tuple[Annotation, ...] = ()
    verdicts: tuple[Verdict, ...] = ()
    analysis: Analysis | None = None
    answers: tuple[Answer, ...] = ()
    """Given in the review of its notes."""


class ArticleBundles:
    """The articles of one library, each with all that belongs to it."""

    def __init__(
        self,
        db: Connection,
        articles: Articles,
        annotations: Annotations,
        verdicts: Verdicts,
        analyses: Analyses,
        reviews: Reviews,
    ) -> None:
        self._db, self._articles, self._annotations = db, articles, annotations
        self._verdicts, self._analyses, self._reviews = verdicts, analyses, reviews

    def of(self, article_id: int) -> Keepsake | None:
        """The article and all that belongs to it; None if there is none (any more)."""
        article = self._articles.get(article_id)
        row = self._db.execute(
            "SELECT a.source, a.folder, f.url FROM article a LEFT JOIN feed f ON f.id = a.feed_id"
            " WHERE a.id = ?",
            [article_id],
        ).fetchone()
        if article is None or row is None:
            return None
        old_texts = self._db.execute(
            "SELECT number, title, text, blocks, replaced FROM revision WHERE article_id = ?"
            " ORDER BY number",
            [article_id],
        )
        notes = tuple(sorted(self._annotations.of(article_id), key=lambda note: note.id))
        return Keepsake(
            article=replace(article, source=row[0], folder=row[1]),
            feed_url=row[2] or "",
            old_texts=tuple(
                OldText(number, title, text, blocks_from_json(blocks), replaced)
                for number, title, text, blocks, replaced in old_texts
            ),
            annotations=notes,
            verdicts=tuple(self._verdicts.of(article_id)),
            analysis=self._analyses.get(article_id),
            answers=tuple(self._reviews.of(note.uid for note in notes)),
        )

    def put_back(
        self, kept: Keepsake, *, feed_id: int | None, is_anywhere: bool = False
    ) -> tuple[int, bool]:
        """Store the article as it was, without its notes; gives its id, and whether it is new here.

        An article that is here already is left as it is, whatever its words are by now. With
        `is_anywhere` it may be here under any feed: its address or its words are enough.
        """
        article = kept.article
        known = self._known(kept, feed_id, is_anywhere)
        if known is not None:
            return known, False
        draft = Draft(
            title=article.title, text=article.text, blocks=article.blocks, source=article.source,
            folder=article.folder, author=article.author, link=article.link, guid=article.guid,
            language=article.language, published=article.published, feed_id=feed_id, tags=article.tags,
            text_state=article.text_state, is_full_text=article.is_full_text,
            enclosures=article.enclosures, is_recent=bool(kept.feed_url),
        )  # fmt: skip
        with self._db.transaction():
            added = self._articles.add(draft, now=article.arrived)
            article_id = added.id
            self._db.execute(
                "UPDATE article SET revision = ?, revised = ?, is_read = ?, is_starred = ?,"
                " position = ? WHERE id = ?",
                [
                    article.revision, article.revised, article.is_read, article.is_starred,
                    article.position, article_id,
                ],
            )  # fmt: skip
            self._db.executemany(
                "INSERT OR IGNORE INTO revision (article_id, number, title, text, blocks, replaced)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (
                        article_id,
                        old.number,
                        old.title,
                        old.text,
                        blocks_to_json(old.blocks),
                        old.replaced,
                    )
                    for old in kept.old_texts
                ],
            )
        return article_id, True

    def by_link(self, link: str) -> int | None:
        """An article with this address, tracking aside; None if there is none."""
        story = story_key(link)
        if story is None:
            return None
        row = self._db.execute(
            "SELECT id FROM article WHERE story = ? AND is_deleted = 0 ORDER BY id LIMIT 1", [story]
        ).fetchone()
        return int(row[0]) if row else None

    def _known(self, kept: Keepsake, feed_id: int | None, is_anywhere: bool) -> int | None:
        """The article of this library that is the same one: by its feed's guid or link, or its words."""
        article = kept.article
        tries: list[tuple[str, list[object]]] = []
        if article.guid:
            tries.append(("feed_id IS ? AND guid = ?", [feed_id, article.guid]))
        texts = [(article.title, article.text), *((old.title, old.text) for old in kept.old_texts)]
        tries += [("text_hash = ? AND feed_id IS ?", [hash_of(*text), feed_id]) for text in texts]
        if is_anywhere:
            tries += [("text_hash = ?", [hash_of(*text)]) for text in texts]
            story = story_key(article.link)
            tries += [("story = ?", [story])] if story is not None else []
        for where, values in tries:
            row = self._db.execute(
                f"SELECT id, is_deleted FROM article WHERE {where} LIMIT 1", values
            ).fetchone()
            if row:
                if row[1]:  # whoever brings an article back wants to see it
                    self._articles.restore([row[0]])
                return int(row[0])
        return None
