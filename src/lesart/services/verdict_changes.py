"""Judge a figure or name as it is stored by then, and take that back: what others judged stays."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Literal

from lesart.model.analysis import Analysis
from lesart.model.article import Article
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.model.verdict import Ruling, Verdict
from lesart.services.note_changes import NotStored
from lesart.store import Store
from lesart.translations import N_, _

JUDGED = N_(
    "Another screen has judged this meanwhile, or it was found anew: it stays as it is there."
)
MOVED = N_("These words are not in the text any more as you saw them; nothing was judged.")

Thing = Literal["figure", "entity"]
Fact = Figure | Entity


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """From the figure or name that was seen to what the reader says of it."""

    seen: Article
    thing: Thing
    span: Span
    """Its words in the text that was seen; an entity's first mention."""
    saw: Fact | None
    """None: there was none any more, it had been rejected."""
    ruling: Ruling
    """Empty: no verdict."""
    correction: Mapping[str, str]
    puts_back: Fact | None = None
    """What stood there before the verdict that is taken back."""


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of it."""

    article_id: int
    says: str = ""
    inverse: VerdictChange | None = None
    """What takes it back; None: nothing was changed."""
    waits: bool = False
    """The article has to be analysed again: its text is another one."""


def judge(store: Store, change: VerdictChange, *, now: int) -> Judged:
    """Store the verdict, and the analysis again, so that lists, panels and searches agree with it."""
    from lesart.anchor import make_anchor, resolve

    with store.transaction(is_durable=True):
        there = store.identity.whereabouts(change.seen)
        article = store.articles.get(there.article_id) if there else None
        if there is None or article is None:
            raise NotStored(
                _("“{title}” is no longer in the library.").format(title=change.seen.title)
            )
        found = resolve(make_anchor(change.seen.text, change.span), there.text, change.seen.text)
        if found.status != "ok" or found.span is None:
            return Judged(article.id, _(MOVED))
        span, thing = found.span, change.thing
        before = store.verdicts.at(article.id, thing, span)
        analysis = store.analyses.get(article.id)
        known = _fact_at(analysis, thing, span) if analysis else None
        if analysis and _claims(known) != _claims(change.saw) and (known or before):
            return Judged(article.id, _(JUDGED))
        anchor = make_anchor(there.text, span)
        store.verdicts.put(
            Verdict(article.id, thing, anchor, change.ruling, change.correction, span), now=now
        )
        is_same_text = there.text == change.seen.text
        if analysis:
            if is_same_text and change.puts_back is not None:
                analysis = _with(analysis, known, change.puts_back)
            store.analyses.put(article.id, article.revision, analysis)
        if waits := change.puts_back is not None and not is_same_text:
            store.analyses.want_again(article.id)
        after = store.analyses.get(article.id)
        inverse = VerdictChange(
            article, thing, span, _fact_at(after, thing, span) if after else None,
            before.ruling if before else "", before.correction if before else {},
            puts_back=known or change.saw if is_same_text else known,
        )  # fmt: skip
    return Judged(article.id, inverse=inverse, waits=waits)


def _fact_at(analysis: Analysis, thing: Thing, span: Span) -> Fact | None:
    if thing == "figure":
        return next((figure for figure in analysis.figures if figure.span == span), None)
    named = (e for e in analysis.entities if any(m.span == span for m in e.mentions))
    return next(named, None)


def _claims(fact: Fact | None) -> object:
    """What is said of it, wherever in the text it stands."""
    from lesart.analysis.verdicts import fields_of

    if isinstance(fact, Figure):
        return fact.verdict, fact.surface, fields_of(fact)
    return fact and (fact.verdict, fact.name, fact.kind)


def _with(analysis: Analysis, known: Fact | None, wanted: Fact) -> Analysis:
    """The analysis with `wanted` in the place of what is `known` there; the store puts all in order."""
    if isinstance(wanted, Figure):
        figures = (figure for figure in analysis.figures if figure is not known)
        return replace(analysis, figures=(*figures, wanted))
    entities = (entity for entity in analysis.entities if entity is not known)
    return replace(analysis, entities=(*entities, wanted))
