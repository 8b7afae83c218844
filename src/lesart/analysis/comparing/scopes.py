"""Whether two figures are of the same people, places and organisations."""

from __future__ import annotations

import re
from typing import Literal

from lesart.analysis.comparing.article import FigureContext, ReadArticle
from lesart.analysis.comparing.names import Name, is_similar

Scope = Literal["same", "narrower", "unsure", "other", "unknown"]
"""`narrower`: one names a place that the other does not; `unsure`, `unknown`: nobody can tell."""


def scope_of(
    one: FigureContext, article: ReadArticle, other: FigureContext, other_article: ReadArticle
) -> tuple[Scope, str]:
    """Whether both are of the same people, places and organisations."""
    lonely = [name for name in one.names if not other_article.names.speak_of(name)]
    others = [name for name in other.names if not article.names.speak_of(name)]
    shared = [name for name in one.names if name not in lonely]
    others_shared = [name for name in other.names if name not in others]
    meet = any(_are_one(a, b) for a in shared for b in others_shared)
    if not one.names and _is_named(others_shared, one) and not others:
        return "same", ""
    if not other.names and _is_named(shared, other) and not lonely:
        return "same", ""
    if not (shared or others_shared) and not (
        lonely and others and one.is_local and other.is_local
    ):
        if _share_capitals(one, other, article.language == other_article.language == "de"):
            return "same", ""
        return ("unknown" if not (lonely or others) else "unsure"), ""
    if not (one.is_local and other.is_local):
        return _scope_of_whole(one, other, lonely, others, meet)
    if lonely and others:
        return "other", ""
    if _crossed(shared, others_shared):
        return "other", ""
    if alone := lonely or others:
        where = _where(shared or others_shared, alone)
        if any(name.kind == "LOC" for name in alone):
            return "narrower", where
        return ("same" if meet else "unsure"), where
    return ("same" if meet else "unsure"), ""


def _scope_of_whole(
    one: FigureContext, other: FigureContext, lonely: list[Name], others: list[Name], meet: bool
) -> tuple[Scope, str]:
    """One sentence or both name nobody: then the articles must be about the same."""
    if (one.is_local and lonely) or (other.is_local and others):
        return ("unsure", "") if meet else ("other", "")
    return ("same" if meet else "unsure"), ""


def _is_named(names: list[Name], there: FigureContext) -> bool:
    """The sentence has a word that is one of the names, though no engine took it for one."""
    return any(word in there.capitals for name in names for word in name.words)


def _share_capitals(one: FigureContext, other: FigureContext, are_german: bool) -> bool:
    """Both sentences have a word that is written like a name; in German every noun is."""
    return not are_german and bool(one.capitals & other.capitals)


def _crossed(shared: list[Name], others: list[Name]) -> bool:
    """Each figure is bound to a name that both articles know, and not to the same one."""
    if not shared or not others:
        return False
    return not any(_are_one(a, b) for a in shared for b in others)


def _are_one(one: Name, other: Name) -> bool:
    if (
        one.key
        and other.key
        and re.match(r"LOC:[A-Z]{2}$", one.key)
        and re.match(r"LOC:[A-Z]{2}$", other.key)
    ):
        return one.key == other.key
    if one.key and one.key == other.key:
        return True
    return any(is_similar(a, b) for a in one.words for b in other.words if len(a) >= 3)


def _where(shared: list[Name], alone: list[Name]) -> str:
    def named(names: list[Name]) -> str:
        return ", ".join(dict.fromkeys(" ".join(n.surface.split()) for n in names[:2]))

    return " / ".join(part for part in (named(shared), named(alone)) if part)
