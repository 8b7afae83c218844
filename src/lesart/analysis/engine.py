"""The one door to analysis: a text's language, its figures and its names, as one value."""

from __future__ import annotations

from lesart.model.analysis import Analysis
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.translations import N_

ENGINE = "lesart-9"
"""Changes whenever figures are read otherwise, so that stored analyses are made again."""
NO_NAMES = N_("Names were not looked for.")


def version(names: str = "builtin") -> str:
    """What stored analyses carry: it changes with either engine and with the choice of `names`."""
    from lesart.analysis.entities import ENTITY_ENGINE

    return f"{ENGINE}, {ENTITY_ENGINE}" + ("" if names == "builtin" else f", {names}")


def analyse(
    text: str,
    *,
    language: str | None = None,
    title: str = "",
    date: Moment | None = None,
    with_entities: bool = True,
    names: str = "builtin",
) -> Analysis:
    """Everything this engine finds in the text; the language is told from it unless given.

    `names` is the person's choice of the engine for entities, as `config.Config.entities`.
    """
    language, figures = _figures(text, language, title, date)
    entities: tuple[Entity, ...] = ()
    in_passing: tuple[Entity, ...] = ()
    note = NO_NAMES
    if with_entities:
        if names == "builtin":
            from lesart.analysis.figure_head import refined

            figures = refined(text, language, figures)
        from lesart.analysis.entities import find_names

        entities, in_passing, note = find_names(text, language, title=title, engine=names)
    return Analysis(version(names), language, figures, entities, note, in_passing=in_passing)


def analyse_figures(
    text: str, *, language: str | None = None, title: str = "", date: Moment | None = None
) -> Analysis:
    """Only the figures: the quick first answer."""
    return analyse(text, language=language, title=title, date=date, with_entities=False)


def _figures(
    text: str, language: str | None, title: str, date: Moment | None
) -> tuple[str, tuple[Figure, ...]]:
    from lesart.analysis.figures import find_figures

    if language is None:
        from lesart.analysis.language import detect

        language = detect(text if len(text) > 40 else f"{title}\n{text}")
    language = language.lower()[:2]
    return language, find_figures(text, language, title=title, date=date)
