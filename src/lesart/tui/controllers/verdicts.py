"""The reader's verdicts: confirm, correct or reject the figure or name under the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, get_args

from lesart.model.entity import Entity, EntityKind
from lesart.model.figure import Figure, FigureKind, Qualifier
from lesart.model.text import Span
from lesart.model.verdict import Ruling
from lesart.store import Store
from lesart.translations import N_, _
from lesart.tui.controllers.analysis_jobs import AnalysisJobs
from lesart.tui.controllers.controller import Controller, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.reading import ReadingController

if TYPE_CHECKING:
    from lesart.model.article import Article
    from lesart.services.drafts import OpenDraft
    from lesart.services.verdict_changes import Judged, Thing, VerdictChange
    from lesart.tui.controllers.context import Context
    from lesart.tui.widgets.reader_layers import MarkKind


_TOLD: dict[Ruling, str] = {
    "confirmed": N_("“{surface}” confirmed; u takes it back."),
    "corrected": N_("“{surface}” corrected; u takes it back."),
    "rejected": N_("“{surface}” rejected; u takes it back."),
}
_HINTS = {
    "value": N_("digits, with a point: 4500, 2.5"),
    "low": N_("the lower end of a range"),
    "high": N_("its upper end"),
    "when": N_("2011-12-18, 2011-12, XXXX-12-18, T20:15"),
    "unit": N_("year, kilometre, EUR, percent …"),
    "noun": N_("what it measures"),
}


_NOTHING: Mapping[str, str] = {}


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """What the reader has written; what the engine wrote is not the reader's mistake."""
    return {name: text for name, text in new.items() if text != old.get(name)}


class VerdictController(Controller):
    """What the engine claims, and what the reader says to it."""

    def __init__(
        self,
        context: Context,
        listing: ListController,
        reading: ReadingController,
        analysis_jobs: AnalysisJobs,
    ) -> None:
        super().__init__(context)
        self._listing, self._reading, self._analysis_jobs = listing, reading, analysis_jobs

    def handlers(self) -> Handlers:
        return {
            "confirm": partial(self._judge_here, "confirmed"),
            "reject": partial(self._judge_here, "rejected"),
            "correct": self.do_correct,
        }

    def do_correct(self) -> None:
        fact = self._fact()
        if fact is None:
            return
        from lesart.analysis.verdicts import mistake_in
        from lesart.services.correction_drafts import (
            correction_draft,
            correction_on,
            lost_corrections,
        )
        from lesart.tui.screens.dialogs import Form

        article, fields = self._reading.article, claims_of(fact)
        if article is None:
            return
        place = (article, *_place_of(fact))
        begun = correction_on(self.store, *place)
        gone = lost_corrections(self.store, *place[:2])
        draft, typed = begun or (correction_draft(*place), {})
        choices: dict[str, tuple[str, ...]] = {"kind": get_args(EntityKind)}
        if isinstance(fact, Figure):
            choices = {"kind": get_args(FigureKind), "qualifier": get_args(Qualifier)}

        def correct(answer: dict[str, str] | None) -> None:
            if answer is None:
                return
            if answer != fields:
                drafts = (draft, *(one for one, _words in gone))
                self._judge("corrected", fact, answer, _changed(fields, answer), drafts)
            elif begun is not None:
                self.write(draft.forget, is_by_words=True)

        surface = fact.surface if isinstance(fact, Figure) else fact.name
        self.app.push_screen(
            Form(
                _("Correct “{surface}”").format(surface=surface) + (_(" (as you typed it before)") if typed else ""),
                {name: typed.get(name, value) for name, value in fields.items()},
                choices, hints={name: _(hint) for name, hint in _HINTS.items()},
                mistake_in=lambda answer: mistake_in(_changed(fields, answer), choices),
                told="".join(_("Typed before, of words that are gone: {words}. ").format(words=words) for _draft, words in gone),
            ),
            correct,
        )  # fmt: skip

    def _fact(self) -> Figure | Entity | None:
        fact = self._reading.fact()
        if isinstance(fact, (Figure, Entity)):
            return fact
        self.tell(_("Put the cursor on a figure or a name first (] jumps to the next)."))
        return None

    def _judge_here(self, ruling: Ruling) -> None:
        fact = self._fact()
        if fact is not None:
            self._judge(ruling, fact, claims_of(fact))

    def _judge(
        self,
        ruling: Ruling,
        fact: Figure | Entity,
        claims: Mapping[str, str],
        typed: Mapping[str, str] = _NOTHING,
        drafts: Sequence[OpenDraft] = (),
    ) -> None:
        """Have a verdict stored, as a step that undo takes back.

        What was `typed` and is refused is kept in the first of `drafts`; else they are forgotten.
        """
        article = self._reading.article
        if article is None:
            return
        first = verdict_on(article, fact, ruling, claims)
        # What the next turn does: the verdict, then what takes it back, then the verdict again.
        turns: list[VerdictChange | None] = [first]

        def turn(*, is_first: bool = False) -> None:
            now = self.app.now()

            def put(store: Store) -> Judged:
                from lesart.services.verdict_changes import Judged, judge

                with store.transaction(is_durable=True):
                    judged = judge(store, turns[0], now=now) if turns[0] else Judged(article.id)
                    if is_first:
                        _keep_or_forget(store, drafts, typed, judged.inverse is None, now)
                turns[0] = judged.inverse
                return judged

            def done(judged: Judged) -> None:
                self._show(judged, self._offered_again() if is_first and drafts else "")
                if judged.inverse is None:
                    self.history.forget(step)
                elif is_first and ruling == "rejected" and self.context.mode == "READ":
                    self._go_on("figures" if isinstance(fact, Figure) else "entities")

            def lost() -> None:
                (self.history.forget if is_first else self.history.turn_back)(step)
                if is_first and drafts:
                    self.write(
                        lambda store: _keep_or_forget(store, drafts, typed, True, now),
                        lambda _: self.tell(self._offered_again()),
                        is_by_words=True,
                    )

            self.write(put, done, lost)

        surface = article.text[first.span.start : first.span.end]
        turn(is_first=True)
        step = self.history.did(_("“{surface}” is as it was.").format(surface=surface), turn, turn)
        self.tell(_(_TOLD[ruling]).format(surface=surface))

    def _offered_again(self) -> str:
        return _("Not stored; {key} offers again what you typed.").format(
            key=self.key_of("correct")
        )

    def _show(self, judged: Judged, is_kept: str) -> None:
        """Show what is stored now; say what did not go as the reader would expect."""
        self._reading.look_again()
        self._reading.analysed(judged.article_id)
        if judged.waits:
            self._analysis_jobs.want(judged.article_id)
        self._listing.refresh_rows([judged.article_id])
        if judged.says:
            self.tell(f"{is_kept} {judged.says}".strip())

    def _go_on(self, kind: MarkKind) -> None:
        """Nothing is left where the cursor is: it goes to the next figure or name, if there is one."""
        reader = self._reading.reader
        if reader.kind == kind and (mark := reader.marked.of_kind(kind).after(reader.cursor)):
            reader.jump_to(mark.span)


def claims_of(fact: Figure | Entity) -> dict[str, str]:
    """What the engine says of a figure or name, as the lines of a form."""
    from lesart.analysis.verdicts import fields_of

    if isinstance(fact, Figure):
        return fields_of(fact)
    return {"name": fact.name, "kind": fact.kind}


def verdict_on(
    article: Article, fact: Figure | Entity, ruling: Ruling, claims: Mapping[str, str]
) -> VerdictChange:
    """The change from what is seen to what the reader says of it."""
    from lesart.services.verdict_changes import VerdictChange

    return VerdictChange(article, *_place_of(fact), fact, ruling, claims)


def _place_of(fact: Figure | Entity) -> tuple[Thing, Span]:
    if isinstance(fact, Figure):
        return "figure", fact.span
    return "entity", fact.mentions[0].span


def _keep_or_forget(
    store: Store,
    drafts: Sequence[OpenDraft],
    typed: Mapping[str, str],
    is_refused: bool,
    now: int,
) -> None:
    """Keep what was typed and refused in the first draft; else forget what was kept before."""
    from lesart.services.correction_drafts import keep_correction

    if is_refused and drafts:
        keep_correction(store, drafts[0], typed, now=now)
        return
    for draft in drafts:
        draft.forget(store)
