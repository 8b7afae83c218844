"""Find figures and names in stored articles: one at once, or all that wait, with progress."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lesart.model.analysis import Analysis
from lesart.store import Store

BATCH = 20


@dataclass(frozen=True, slots=True)
class Analysed:
    """One article is done; `waiting` are left."""

    article_id: int
    figures: int
    entities: int
    waiting: int


def analysis_of(store: Store, article_id: int, *, names: str = "builtin") -> Analysis | None:
    """The article's analysis, made and stored now if no engine or an older one has seen it."""
    import lesart.analysis.engine as engine

    stored = store.analyses.get(article_id)
    if stored is not None and stored.engine == engine.version(names):
        return stored
    return analyse_now(store, article_id, names=names)


def analyse_now(store: Store, article_id: int, *, names: str = "builtin") -> Analysis | None:
    """Analyse one article and store what may be stored; None if there is no such article."""
    import lesart.analysis.engine as engine

    article = store.articles.get(article_id)
    if article is None:
        return None
    from lesart.analysis.language import detect

    # The text knows its language better than its feed does: many a feed says "en" for everything.
    language = detect(article.text) or article.language
    found = engine.analyse(
        article.text,
        language=language or None,
        title=article.title,
        date=article.published,
        names=names,
    )
    if not store.is_read_only:
        store.analyses.put(article_id, article.revision, found)
    return found


def analyse_waiting(
    store: Store,
    next_wanted: Callable[[], int | None] = lambda: None,
    *,
    names: str = "builtin",
) -> Iterator[Analysed]:
    """Analyse every article that waits, newest first; one that is asked for goes before all.

    `next_wanted` gives the id of an article somebody has opened meanwhile, or None. Stopping early
    loses nothing: what is done is stored, the rest still waits.
    """
    import lesart.analysis.engine as engine

    version = engine.version(names)
    waiting = store.analyses.pending_count(version)
    failed: set[int] = set()
    queue: list[int] = []
    while True:
        wanted = next_wanted()
        if wanted is None:
            queue = queue or _some(store, version, failed)
            if not queue:
                return
            article_id = queue.pop(0)
        else:
            article_id = wanted
            if wanted in queue:
                queue.remove(wanted)
        found = analyse_now(store, article_id, names=names)
        waiting = max(0, waiting - 1)
        if found is None:
            failed.add(article_id)
        else:
            yield Analysed(article_id, len(found.figures), len(found.entities), waiting)


def _some(store: Store, engine: str, failed: set[int]) -> list[int]:
    """A handful that waits, newest first, without those that could not be done."""
    return [i for i in store.analyses.pending(engine, BATCH + len(failed)) if i not in failed][
        :BATCH
    ]
