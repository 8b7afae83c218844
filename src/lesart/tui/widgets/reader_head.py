"""The lines above an article's text: its title, where and when it is from, and what is missing of it."""

from __future__ import annotations

from collections.abc import Iterator

from lesart.locales.formats import Formats
from lesart.model.article import Article
from lesart.model.moment import Moment
from lesart.translations import _
from lesart.tui.rendering.cells import fitted, painted
from lesart.tui.rendering.layout import wrapped

_CELLS_A_MINUTE = 1300
"""Roughly 220 words; ideographs take two cells each, so this holds for them as well."""


def head_lines(article: Article, formats: Formats, width: int) -> Iterator[tuple[str, str]]:
    """Each line above the text, with the name of its style; blank lines have none."""
    title = " ".join(article.title.split())
    for start, end in wrapped(title, 0, len(title), width, width):
        yield painted(title[start:end].rstrip()), "reader--title"
    # Where it is broken, the dot stays behind what it follows.
    byline = "\u00a0· ".join(_byline(article, formats))
    for start, end in wrapped(byline, 0, len(byline), width, width):
        yield painted(byline[start:end].rstrip()).replace("\u00a0", " "), "reader--byline"
    state = " ".join(_(article.text_state).split()) if article.text_state else ""
    if state:
        for start, end in wrapped(state, 0, len(state), width, width):
            yield painted(state[start:end].rstrip()), "reader--warning"
    yield fitted("", width), ""


def _byline(article: Article, formats: Formats) -> Iterator[str]:
    known = (
        article.source,
        article.author,
        formats.moment(article.published) or _undated(article, formats),
        reading_time(article.text),
        article.language,
        "" if article.is_full_text else _("summary only"),
        _("revision {revision}").format(revision=article.revision) if article.revision > 1 else "",
        " ".join(f"#{tag}" for tag in article.tags),
    )
    for part in known:
        if part:
            yield " ".join(part.split())


def _undated(article: Article, formats: Formats) -> str:
    """Nobody says when it was published; only when it came here is known."""
    arrived = formats.day(Moment(article.arrived)) if article.arrived else ""
    return _("undated, here since {arrived}").format(arrived=arrived) if arrived else ""


def reading_time(text: str) -> str:
    """About how long reading takes: "4 min"; empty for an empty text."""
    if not text:
        return ""
    sample = text[:20_000]
    wide = sum(character > "\u2e7f" for character in sample) / len(sample)
    return _("{count} min").format(count=max(1, round(len(text) * (1 + wide) / _CELLS_A_MINUTE)))
