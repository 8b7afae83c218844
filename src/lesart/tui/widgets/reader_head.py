"""The lines above an article's text: its title, where and when it is from, and what is missing of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.model.analysis import RevisedFigure
from lesart.model.article import Article
from lesart.model.moment import Moment
from lesart.translations import _, ngettext
from lesart.tui.rendering.cells import fitted, painted
from lesart.tui.rendering.glyphs import UNICODE, Glyphs
from lesart.tui.rendering.layout import wrapped

_CELLS_A_MINUTE = 1300
"""Roughly 220 words; ideographs take two cells each, so this holds for them as well."""


_MOST_CHANGES = 3
"""More would push the text out of a low window; all of them are shown with the changed words."""


def head_lines(
    article: Article,
    formats: Formats,
    width: int,
    revised: Sequence[RevisedFigure] = (),
    glyphs: Glyphs = UNICODE,
) -> Iterator[tuple[str, str]]:
    """Each line above the text, with the name of its style; blank lines have none.

    What a correction changed comes first: "Δ 4,500 → 6,000 · Soldaten · 23 Nov 2026 14:05".
    """
    for words in _changes(revised, formats):
        for start, end in wrapped(words, 0, len(words), width - 2, width - 2):
            sign = glyphs.changed if start == 0 else " "
            yield f"{sign} {painted(words[start:end].rstrip())}", "reader--revised"
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


def _changes(revised: Sequence[RevisedFigure], formats: Formats) -> Iterator[str]:
    for change in revised[:_MOST_CHANGES]:
        when = formats.moment(Moment(change.replaced))
        words = f"{formats.revised(change.was, change.now)} · {when}"
        yield " ".join(words.split())
    if left := len(revised) - _MOST_CHANGES:
        if left > 0:
            yield ngettext(
                "{count} more figure changed; D shows it.",
                "{count} more figures changed; D shows them.",
                left,
            ).format(count=numeral(left))


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
    return _("{count} min").format(
        count=numeral(max(1, round(len(text) * (1 + wide) / _CELLS_A_MINUTE)))
    )
