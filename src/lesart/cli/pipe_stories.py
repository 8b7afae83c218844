"""`lesart pipe stories`: which of some articles tell of one event, and which copy another."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from lesart.analysis.language import detect
from lesart.analysis.stories import StoryIndex, day_of, fingerprint
from lesart.cli.pipe_analyse import moment_of
from lesart.model.moment import Moment

Line = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Asked:
    """One line: an article, or why it is none."""

    place: int
    id: Any
    seconds: int | None
    title: str = ""
    text: str = ""
    language: str = ""
    error: str = ""


def answers(lines: Iterable[bytes]) -> Iterator[Line]:
    """Read all lines, then answer each in the order in which they came."""
    asked = [_asked(place, raw) for place, raw in enumerate(lines) if raw.strip()]
    index = StoryIndex()
    # In the order of their dates, so that the order of the lines does not matter; a copy is known
    # by the article that was there before it.
    dated = [a for a in asked if not a.error]
    for article in sorted(dated, key=lambda a: (a.seconds is None, a.seconds or 0, a.place)):
        index.add(
            article.place,
            fingerprint(article.title, article.text, article.language, day_of(article.seconds)),
        )
    placed = dict(index.placements())
    ids: dict[int, Any] = {article.place: article.id for article in asked}
    for article in asked:
        if article.error:
            yield {"id": article.id, "error": article.error}
            continue
        found = placed[article.place]
        yield {
            "id": article.id,
            "story": f"s{found.story + 1}",
            "copy_of": None if found.copy_of is None else ids[found.copy_of],
        }


def _asked(place: int, raw: bytes) -> _Asked:
    try:
        line = json.loads(raw)
    except (ValueError, RecursionError) as error:
        return _Asked(place, None, None, error=f"this line cannot be read: {error}.")
    if not isinstance(line, dict):
        return _Asked(place, None, None, error="this line is no JSON object.")
    text = line.get("text")
    title = line.get("title")
    title = title if isinstance(title, str) else ""
    if text is None and title:
        text = ""
    if not isinstance(text, str):
        return _Asked(place, line.get("id"), None, error='"text" is missing.')
    said = line.get("language")
    language = said.lower()[:2] if isinstance(said, str) and said else ""
    return _Asked(
        place,
        line.get("id"),
        _seconds(line.get("date")),
        title,
        text,
        language or detect(text if len(text) > 40 else f"{title}\n{text}"),
    )


def _seconds(value: object) -> int | None:
    moment: Moment | None = moment_of(value)
    if moment is not None:
        return moment.seconds if moment.precision in ("day", "minute") else None
    if isinstance(value, str):
        from lesart.locales.read_dates import read_date

        read = read_date(value)
        return None if read is None else read.seconds
    return None
