"""Give an article the text again that it had before its page was fetched, and the page's once more."""

from __future__ import annotations

from dataclasses import dataclass

from lesart.locales.in_sentences import numeral
from lesart.services.save_article import carry_notes
from lesart.store import Store
from lesart.translations import ngettext


@dataclass(frozen=True, slots=True)
class Turned:
    """What became of the article; `orphans` more notes than before have lost their words."""

    article_id: int
    orphans: int = 0


def turn(store: Store, article_id: int, *, is_back: bool, now: int) -> Turned | None:
    """Back to the text before, or forth to the page's, every note carried across; None: there is none."""
    with store.transaction():
        lost = _orphans(store, article_id)
        added = store.former_texts.turn(article_id, is_back=is_back, now=now)
        if added is None:
            return None
        text = store.articles.text(article_id) or ""
        if added.old_text is not None:
            carry_notes(store, article_id, text, added.old_text)
        return Turned(article_id, max(0, _orphans(store, article_id) - lost))


def orphans_told(count: int) -> str:
    """That so many notes wait for the other text; empty for none."""
    if not count:
        return ""
    return ngettext(
        "{count} note stands on words that this text lacks; it waits as an orphan.",
        "{count} notes stand on words that this text lacks; they wait as orphans.",
        count,
    ).format(count=numeral(count))


def _orphans(store: Store, article_id: int) -> int:
    return sum(note.status == "orphan" for note in store.annotations.of(article_id))
