"""Read the annotated texts: `{surface|[sign]value unit|counted noun}` inside ordinary prose."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import cache
from pathlib import Path

from lesart.analysis.figures.units import unit as unit_named

TEXTS = Path(__file__).with_name("texts")
LANGUAGES = ("de", "en", "fr", "es")
HALVES = ("dev", "heldout")

SIGNS = {
    ">=": "at_least", "<=": "at_most", ">": "more_than", "<": "less_than",
    "~": "approx", "^": "just_under",
}  # fmt: skip
_MARK = re.compile(r"\{([^{}|]+)\|([^{}|]+)(?:\|([^{}|]+))?\}")
_TITLE = re.compile(r"^=== (.+)$", re.MULTILINE)


class GoldError(ValueError):
    """An annotation that does not follow the guide."""


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure as a person read it."""

    start: int
    end: int
    surface: str
    kind: str
    value: Decimal | None
    low: Decimal | None
    high: Decimal | None
    when: str
    """Dates, times and scores as written in the annotation."""
    qualifier: str
    unit: str
    noun: str


@dataclass(frozen=True, slots=True)
class GoldText:
    """A sentence or article with its figures; an article's title is not part of the text."""

    name: str
    language: str
    title: str
    text: str
    figures: tuple[GoldFigure, ...]


@cache
def gold(form: str, half: str, language: str) -> tuple[GoldText, ...]:
    """The texts of one file; `form` is "sentences", "articles" or "wire"."""
    path = TEXTS / f"{form}-{half}.{language}.txt"
    if not path.exists():
        return ()
    source = path.read_text(encoding="utf-8")
    pieces = _lines(source) if form == "sentences" else _articles(source)
    return tuple(
        parsed(marked, f"{path.name}:{place}", language, title) for place, title, marked in pieces
    )


def _lines(source: str) -> Iterator[tuple[str, str, str]]:
    for number, line in enumerate(source.splitlines(), 1):
        if line.strip() and not line.startswith("#"):
            yield str(number), "", line.strip()


def _articles(source: str) -> Iterator[tuple[str, str, str]]:
    _, *parts = _TITLE.split(source)
    for number, (title, body) in enumerate(zip(parts[::2], parts[1::2], strict=True), 1):
        yield str(number), title.strip(), body.strip()


def parsed(marked: str, name: str, language: str, title: str = "") -> GoldText:
    """The plain text and its figures; offsets count code points of the plain text."""
    plain: list[str] = []
    figures: list[GoldFigure] = []
    length = done = 0
    for match in _MARK.finditer(marked):
        before = marked[done : match.start()]
        plain += [before, match[1]]
        start = length + len(before)
        length = start + len(match[1])
        done = match.end()
        figures.append(
            gold_figure(start, match[1], match[2], match[3] or "", f"{name}: {match[0]}")
        )
    plain.append(marked[done:])
    text = "".join(plain)
    if "{" in text or "}" in text or "|" in text:
        raise GoldError(f"{name}: a mark that cannot be read in {text!r}")
    return GoldText(name, language, title, text, tuple(figures))


def gold_figure(start: int, surface: str, says: str, noun: str, where: str) -> GoldFigure:
    """One mark: `says` is "[sign]value unit"."""
    kind, value, low, high, when, unit = "", None, None, None, "", ""
    sign = next((s for s in SIGNS if says.startswith(s)), "")
    amount = says[len(sign) :].strip()
    if amount.startswith("@"):
        when = amount[1:]
        kind = "time" if when.startswith("T") else "date"
    elif amount.startswith("score "):
        kind, when = "score", amount.removeprefix("score ")
    else:
        head, _, rest = amount.partition(" ")
        if head in ("ratio", "ordinal"):
            kind, amount = head, rest
        else:
            amount, unit = head, rest
            kind = _kind_of(unit, where)
        if amount == "?":
            sign = sign or "~"
        elif ".." in amount:
            low, high = (_decimal(end, where) for end in amount.split(".."))
        else:
            value = _decimal(amount, where)
    qualifier = SIGNS.get(sign, "range" if low is not None else "exact")
    return GoldFigure(
        start, start + len(surface), surface, kind, value, low, high, when, qualifier, unit, noun
    )


def _kind_of(unit: str, where: str) -> str:
    if not unit:
        return "count"
    if unit in ("percent", "percentage_point", "basis_point"):
        return "percent"
    if re.fullmatch("[A-Z]{3}", unit):
        return "money"
    try:
        return unit_named(unit).kind
    except KeyError:
        raise GoldError(f"{where}: no such unit: {unit!r}") from None


def _decimal(text: str, where: str) -> Decimal:
    try:
        return Decimal(text)
    except InvalidOperation:
        raise GoldError(f"{where}: no number: {text!r}") from None
