"""`lesart pipe compare`: which figures of two articles are of the same thing, and whether they agree."""

from __future__ import annotations

from typing import Any

from lesart.cli.pipe_analyse import moment_of
from lesart.model.errors import LesartError
from lesart.model.moment import Moment


def pipe_compare(line: dict[str, Any]) -> dict[str, Any]:
    """`{"id","a":{"text","title","date","language"},"b":{…}}` -> `{"id","pairs":[…]}`."""
    from lesart.analysis.comparing import pairs_of

    one, other = _read(line, "a"), _read(line, "b")
    return {
        "pairs": [
            {
                "a": _span(pair.one.figure.span),
                "b": _span(pair.other.figure.span),
                "verdict": pair.comparison.verdict,
                "why": pair.comparison.why,
            }
            for pair in pairs_of(one, other)
        ]
    }


def _read(line: dict[str, Any], side: str) -> Any:
    from lesart.analysis import engine
    from lesart.analysis.comparing import read_article

    given = line.get(side)
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise LesartError(f'"{side}" must be an object with the string "text".')
    language, title = given.get("language"), given.get("title")
    title = title if isinstance(title, str) else ""
    date = _date(given.get("date"))
    found = engine.analyse(
        given["text"],
        language=language if isinstance(language, str) and language else None,
        title=title,
        date=date,
    )
    return read_article(given["text"], found, title=title, date=date)


def _date(given: object) -> Moment | None:
    """An ISO date, else whatever feeds and pages write."""
    from lesart.locales.read_dates import read_date

    return moment_of(given) or (read_date(given) if isinstance(given, str) else None)


def _span(span: tuple[int, int]) -> dict[str, int]:
    return {"start": span[0], "end": span[1]}
