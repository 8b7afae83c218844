"""Fetch the whole of an article that its feed gives only the beginning of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesart.model.article import Article
from lesart.translations import _
from lesart.tui.controllers.children import Children
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.sources import SourcesController

if TYPE_CHECKING:
    from lesart.tui.controllers.context import Context


class FullTextController(Controller):
    """Pages fetched when asked for, and those of feeds that are marked so."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        sources: SourcesController,
        children: Children,
    ) -> None:
        super().__init__(context)
        self._listing, self._sources, self._children = listing, sources, children
        self._tried: set[int] = set()

    def handlers(self) -> Handlers:
        return {"full_text": self.do_full_text, "full_text_always": self.do_full_text_always}

    def begin_anew(self) -> None:
        """The library was replaced, and with it every number."""
        self._tried.clear()

    def do_full_text(self) -> None:
        if not self.may_write():
            return
        headline = self._listing.target()
        if headline is None or not headline.link:
            self.tell(_("This article has no address to fetch."))
            return
        self._children.run(self._fetch(headline.id))

    def do_full_text_always(self) -> None:
        """Mark the feed so that its articles' pages are fetched without being asked for, or no more."""
        feed_id = self._sources.chosen_feed()
        feed = self.store.feeds.get(feed_id) if feed_id is not None else None
        if feed is None:
            self.tell(_("This article has no feed."))
            return
        is_always = not feed.wants_full_text

        def done(_done: object) -> None:
            key = self.key_of("full_text_always")
            if not is_always:
                self.tell(
                    _("{title}: pages are fetched only when you ask for them.").format(
                        title=feed.title
                    )
                )
                return
            self.tell(
                _("{title}: full text comes with each reload from now on ({key}: no more).").format(
                    title=feed.title, key=key
                )
            )
            article = self.context.shown_article
            if self.context.is_reading and article is not None and article.feed_id == feed.id:
                self.want(article)

        self.write(lambda store: store.feeds.change(feed.id, wants_full_text=is_always), done)

    def how_to_complete(self, article: Article) -> str:
        """A sentence about the keys that fetch the whole of a summary; empty where that is no summary."""
        if article.is_full_text or not article.link or not article.text_state:
            return ""
        feed = self.store.feeds.get(article.feed_id) if article.feed_id is not None else None
        if feed is None or feed.wants_full_text:
            return _("{key} fetches its page.").format(key=self.key_of("full_text"))
        return _("{key} fetches its page, {always_key} always for this feed.").format(
            key=self.key_of("full_text"), always_key=self.key_of("full_text_always")
        )

    def want(self, article: Article) -> None:
        """Fetch the rest of a summary, once a session, if its feed is marked so by the person."""
        if article.feed_id is None or not article.link or article.is_full_text:
            return
        feed = self.store.feeds.get(article.feed_id)
        if self.store.is_read_only or feed is None or not feed.wants_full_text:
            return
        if article.id not in self._tried:
            self._tried.add(article.id)
            self._children.run(self._fetch(article.id))

    async def _fetch(self, article_id: int) -> None:
        child = self._children.child("fulltext", "--json", str(article_id))
        answer = await self._children.answer(child, _("fetching the full text"))
        if answer.get("ok"):
            self.context.words_stored(article_id)
            self.tell(_("Full text fetched."))
        else:
            words = answer.get("error") or child.last_words(_("Fetching the full text"))
            self.tell(words or _("The full text could not be fetched."))
