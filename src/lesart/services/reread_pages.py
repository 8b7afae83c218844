"""Read kept pages anew, by today's extractor and rules, and tell what changed in their articles."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lesart.feeds.pages.fulltext import Page, extract
from lesart.model.article import Article, Draft
from lesart.services.save_article import keep_text
from lesart.store import Store
from lesart.text.word_diff import Run, word_diff
from lesart.translations import _

_LARGEST = 64 * 2**20


@dataclass(frozen=True, slots=True)
class Reread:
    """What became of one article."""

    article_id: int
    runs: tuple[Run, ...] = ()
    """What is the same, gone and new in its text; empty where nothing changed."""
    says: str = ""
    """Why it was not read anew; else empty."""


def read_again(
    store: Store, ids: Iterable[int], *, now: int, is_kept: bool = True
) -> Iterator[Reread]:
    """Read each article's kept page anew; `is_kept` False only tells what would change.

    A text that a page no longer yields is left as it is. Notes are carried across.
    """
    for article_id in ids:
        article = store.articles.get(article_id)
        packed = store.articles.raw_html(article_id) if article else None
        if article is None:
            yield Reread(
                article_id,
                says=_("There is no article {article_id}.").format(article_id=article_id),
            )
        elif packed is None:
            yield Reread(
                article_id, says=_("Its page was not kept: the text is the feed's or a file's.")
            )
        elif not article.is_full_text:
            yield Reread(article_id, says=_("Its text is the feed's; its page gave no more."))
        else:
            yield _reread(store, article, packed, now, is_kept=is_kept)


def _reread(store: Store, article: Article, packed: bytes, now: int, *, is_kept: bool) -> Reread:
    try:
        html = zlib.decompressobj().decompress(packed, _LARGEST)
    except zlib.error:
        return Reread(article.id, says=_("Its kept page is damaged; fetch it again."))
    page = extract(html, article.link)
    if not page.text or (page.state and len(page.text) < len(article.text)):
        says = page.state or _("there is no text on it.")
        return Reread(
            article.id,
            says=_("The kept page gives no text now ({rstrip}).").format(rstrip=says.rstrip(".")),
        )
    if page.text == article.text:
        return Reread(article.id)
    if is_kept:
        keep_text(store, article.id, _draft(article, page), now=now)
    return Reread(article.id, tuple(word_diff(article.text, page.text)))


def _draft(article: Article, page: Page) -> Draft:
    return Draft(
        title=article.title or page.title,
        text=page.text,
        blocks=page.blocks,
        author=article.author or page.author,
        link=article.link,
        language=article.language or page.language,
        published=article.published or page.date,
        text_state=page.state,
        enclosures=article.enclosures,
    )
