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
    from lesart.services.former_text import Turned
    from lesart.store import Store
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
        self._came_with_feed: set[int] = set()
        """Articles whose page was fetched by the key that marked their feed."""

    def handlers(self) -> Handlers:
        return {"full_text": self.do_full_text, "full_text_always": self.do_full_text_always}

    def begin_anew(self) -> None:
        """The library was replaced, and with it every number."""
        self._tried.clear()
        self._came_with_feed.clear()

    def do_full_text(self) -> None:
        if not self.may_write():
            return
        headline = self._listing.target()
        if headline is None or not headline.link:
            self.tell(_("This article has no address to fetch."))
            return
        self._children.run(self._fetch_for_undo(headline.id))

    def do_full_text_always(self) -> None:
        """Mark the feed so that its articles' pages are fetched without being asked for, or no more."""
        feed_id = self._sources.chosen_feed()
        feed = self.store.feeds.get(feed_id) if feed_id is not None else None
        if feed is None:
            self.tell(_("This article has no feed."))
            return
        if not self.may_write():
            return
        is_always = not feed.wants_full_text
        article = self.context.shown_article
        if not self.context.is_reading or article is None or article.feed_id != feed.id:
            article = None

        def put(value: bool, store: Store) -> None:
            with store.transaction():
                store.feeds.change(feed.id, wants_full_text=value)
                # The page that came with this key goes and comes with it.
                if is_always and article is not None and article.id in self._came_with_feed:
                    self._turn_in(store, article.id, is_back=not value)

        def shown(value: bool) -> None:
            self._shown_anew(article.id if article else None)
            self.tell(self._always_told(feed.title, value))

        def turn(value: bool) -> None:
            self.write(
                lambda store: put(value, store),
                lambda _done: shown(value),
                lambda: self.history.turn_back(step),
            )

        def done(_done: object) -> None:
            self.tell(self._always_told(feed.title, is_always))
            if is_always and article is not None:
                self.want(article, is_by_key=True)

        self.write(
            lambda store: store.feeds.change(feed.id, wants_full_text=is_always),
            done,
            lambda: self.history.forget(step),
        )
        step = self.history.did(
            self._always_told(feed.title, not is_always),
            lambda: turn(not is_always),
            lambda: turn(is_always),
        )

    def _always_told(self, title: str, is_always: bool) -> str:
        if not is_always:
            return _("{title}: pages are fetched only when you ask for them.").format(title=title)
        return _("{title}: full text comes with each reload from now on ({key}: no more).").format(
            title=title, key=self.key_of("full_text_always")
        )

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

    def want(self, article: Article, *, is_by_key: bool = False) -> None:
        """Fetch the rest of a summary, once a session, if its feed is marked so by the person.

        One whose page the person has sent away is left alone, except by the key that asks for it.
        """
        if article.feed_id is None or not article.link or article.is_full_text:
            return
        feed = self.store.feeds.get(article.feed_id)
        if self.store.is_read_only or feed is None or not feed.wants_full_text:
            return
        if not is_by_key and (
            article.id in self._tried or self.store.former_texts.was_taken_back(article.id)
        ):
            return
        self._tried.add(article.id)
        self._children.run(self._fetch_for_feed(article.id, is_by_key=is_by_key))

    # ------------------------------------------------------------------ fetching, and taking it back

    async def _fetch_for_feed(self, article_id: int, *, is_by_key: bool) -> None:
        """No step of its own: undo must not meet what nobody asked for."""
        if await self._fetch(article_id) and is_by_key:
            self._came_with_feed.add(article_id)

    async def _fetch_for_undo(self, article_id: int) -> None:
        self._tried.add(article_id)
        if await self._fetch(article_id):
            self._did_fetch(article_id)
            self.tell(self.keyed(_("Full text fetched. u brings back the text before."), "undo"))

    def _did_fetch(self, article_id: int) -> None:
        def turn(is_back: bool) -> None:
            self.write(
                lambda store: self._turn_in(store, article_id, is_back=is_back),
                lambda turned: self._turned(article_id, turned, is_back=is_back),
                lambda: self.history.turn_back(step),
            )

        step = self.history.did(
            _("The article has the text that it had before its page."),
            lambda: turn(True),
            lambda: turn(False),
        )

    def undo_of_other_days(self) -> None:
        """Where nothing was done yet: have undo take back the page of the article that is meant.

        Pages that came because their feed is marked were not asked for one by one, and stay.
        """
        headline = self._listing.target()
        article = self.store.articles.get(headline.id) if headline is not None else None
        if article is None or self.store.is_read_only or not self.history.is_empty:
            return
        feed = self.store.feeds.get(article.feed_id) if article.feed_id is not None else None
        is_asked_for = feed is None or not feed.wants_full_text
        if is_asked_for and self.store.former_texts.has_former(article.id):
            self._did_fetch(article.id)

    def _turn_in(self, store: Store, article_id: int, *, is_back: bool) -> Turned | None:
        from lesart.services.former_text import turn

        return turn(store, article_id, is_back=is_back, now=self.app.now())

    def _turned(self, article_id: int, turned: Turned | None, *, is_back: bool) -> None:
        from lesart.services.former_text import orphans_told

        self._shown_anew(article_id)
        if turned is None:
            self.tell(_("Its text is as it was: the other one is not kept."))
            return
        # The reader pane has just said that the words are others; which ones is known here.
        says = _("The text before its page is here.") if is_back else _("The page's text is here.")
        self.tell(" ".join(filter(None, (says, orphans_told(turned.orphans)))))

    def _shown_anew(self, article_id: int | None) -> None:
        self._sources.paint()
        if article_id is not None:
            self.context.words_stored(article_id)

    async def _fetch(self, article_id: int) -> bool:
        """Whether the article has other words now."""
        child = self._children.child("fulltext", "--json", str(article_id))
        answer = await self._children.answer(child, _("fetching the full text"))
        if answer.get("ok"):
            self.context.words_stored(article_id)
            self.tell(_("Full text fetched."))
        else:
            words = answer.get("error") or child.last_words(_("Fetching the full text"))
            self.tell(words or _("The full text could not be fetched."))
        return bool(answer.get("ok") and answer.get("changed"))
