"""`lesart pipe analyse`: a text's language, figures and entities, offsets in its own code points."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from typing import Any

from lesart.cli.output import analysis_json
from lesart.model.errors import LesartError
from lesart.model.moment import Moment, Precision

_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2}):(\d{2}).*)?)?)?")


def pipe_analyse(line: dict[str, Any]) -> dict[str, Any]:
    """`{"id","text","language"?,"date"?,"title"?}` -> language, figures, entities."""
    import lesart.analysis.engine as engine

    text = line.get("text")
    if not isinstance(text, str):
        raise LesartError('"text" is missing.')
    language = line.get("language")
    found = engine.analyse(
        text,
        language=language if isinstance(language, str) and language else None,
        title=str(line.get("title") or ""),
        date=moment_of(line.get("date")),
    )
    return analysis_json(found)


def moment_of(value: object) -> Moment | None:
    """An ISO date as precisely as it is written; None for anything else."""
    found = _DATE.fullmatch(value.strip()) if isinstance(value, str) else None
    if found is None:
        return None
    year, month, day, hour, minute = (int(part) if part else 0 for part in found.groups())
    precision: Precision = (
        "minute" if found[4] else "day" if found[3] else "month" if found[2] else "year"
    )
    try:
        at = datetime(year, month or 1, day or 1, hour, minute, tzinfo=UTC)
    except ValueError:
        return None
    return Moment(int(at.timestamp()), precision)
