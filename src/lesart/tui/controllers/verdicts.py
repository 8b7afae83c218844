"""The reader's verdicts: confirm, correct or reject the figure or name under the cursor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, get_args

from lesart.model.entity import Entity, EntityKind
from lesart.model.figure import Figure, FigureKind, Qualifier
from lesart.model.text import Span
from lesart.model.verdict import Ruling
from lesart.store import Store
from lesart.tui.controllers.controller import Controller

if TYPE_CHECKING:
    from lesart.services.drafts import OpenDraft
    from lesart.services.verdict_changes import Judged, Thing
    from lesart.tui.widgets.reader_layers import MarkKind


_HINTS = {
    "value": "digits, with a point: 4500, 2.5",
    "low": "the lower end of a range",
    "high": "its upper end",
    "when": "2011-12-18, 2011-12, XXXX-12-18, T20:15",
    "unit": "year, kilometre, EUR, percent …",
    "noun": "what it measures",
}


_NOTHING: Mapping[str, str] = {}
_AS_TYPED = " (as you typed it before)"


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """What the reader has written; what the engine wrote is not the reader's mistake."""
    return {name: text for name, text in new.items() if text != old.get(name)}


def _fields_of(fact: Figure | Entity) -> dict[str, str]:
    from lesart.analysis.verdicts import fields_of

    if isinstance(fact, Figure):
        return fields_of(fact)
    return {"name": fact.name, "kind": fact.kind}


def _span_of(fact: Figure | Entity) -> Span:
    return fact.span if isinstance(fact, Figure) else fact.mentions[0].span


def _thing_of(fact: Figure | Entity) -> Thing:
    return "figure" if isinstance(fact, Figure) else "entity"


class VerdictController(Controller):
    """What the engine claims, and what the reader says to it."""

    def do_confirm(self) -> None:
        self._judge("confirmed")

    def do_reject(self) -> None:
        self._judge("rejected")

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

        article, fields = self.main.reading.article, _fields_of(fact)
        if article is None:
            return
        if isinstance(fact, Figure):
            choices: dict[str, tuple[str, ...]] = {
                "kind": get_args(FigureKind),
                "qualifier": get_args(Qualifier),
            }
        else:
            choices = {"kind": get_args(EntityKind)}
        place = (article, _thing_of(fact), _span_of(fact))
        begun = correction_on(self.store, *place)
        gone = lost_corrections(self.store, article, _thing_of(fact))
        draft, typed = begun or (correction_draft(*place), {})

        def correct(answer: dict[str, str] | None) -> None:
            if answer is None:
                return
            if answer != fields:
                drafts = (draft, *(one for one, _ in gone))
                self._judge("corrected", fact, answer, _changed(fields, answer), drafts)
            elif begun is not None:
                self.write(draft.forget, is_by_words=True)

        surface = fact.surface if isinstance(fact, Figure) else fact.name
        self.app.push_screen(
            Form(
                f"Correct “{surface}”{_AS_TYPED if typed else ''}",
                {name: typed.get(name, value) for name, value in fields.items()},
                choices, hints=_HINTS,
                mistake_in=lambda answer: mistake_in(_changed(fields, answer), choices),
                told="".join(f"Typed before, of words that are gone: {words}. " for _, words in gone),
            ),
            correct,
        )  # fmt: skip

    def _fact(self) -> Figure | Entity | None:
        fact = self.main.reading.fact()
        if isinstance(fact, (Figure, Entity)):
            return fact
        self.tell("Put the cursor on a figure or a name first (] jumps to the next).")
        return None

    def _judge(
        self,
        ruling: Ruling,
        fact: Figure | Entity | None = None,
        correction: dict[str, str] | None = None,
        typed: Mapping[str, str] = _NOTHING,
        drafts: Sequence[OpenDraft] = (),
    ) -> None:
        """Have the writer judge; what was `typed` and is refused is kept in the first of `drafts`."""
        from lesart.services.correction_drafts import keep_correction
        from lesart.services.verdict_changes import Judged, VerdictChange, judge

        fact = fact or self._fact()
        article = self.main.reading.article
        if fact is None or article is None:
            return
        span, thing = _span_of(fact), _thing_of(fact)
        correction = _fields_of(fact) if correction is None else correction
        # What the next turn does: the verdict, then what takes it back, then the verdict again.
        turns: list[VerdictChange | None] = [
            VerdictChange(article, thing, span, fact, ruling, correction)
        ]

        def turn(*, is_first: bool = False) -> None:
            now = self.app.now()

            def put(store: Store) -> Judged:
                with store.transaction(is_durable=True):
                    judged = judge(store, turns[0], now=now) if turns[0] else Judged(article.id)
                    if is_first and drafts and judged.inverse is None:
                        keep_correction(store, drafts[0], typed, now=now)
                    elif is_first:
                        for draft in drafts:
                            draft.forget(store)
                turns[0] = judged.inverse
                return judged

            def done(judged: Judged) -> None:
                self._show(judged, self._offered_again() if is_first and drafts else "")
                if judged.inverse is None:
                    self.history.forget(step)
                elif is_first and ruling == "rejected" and self.main.mode == "READ":
                    self._go_on(thing)

            def lost() -> None:
                (self.history.forget if is_first else self.history.turn_back)(step)
                if is_first and drafts:
                    self.write(
                        lambda store: keep_correction(store, drafts[0], typed, now=now),
                        lambda _: self.tell(self._offered_again()),
                        is_by_words=True,
                    )

            self.write(put, done, lost)

        surface = article.text[span.start : span.end]
        turn(is_first=True)
        step = self.history.did(f"“{surface}” is as it was.", turn, turn)
        self.tell(f"“{surface}” {ruling}; u takes it back.")

    def _offered_again(self) -> str:
        return f"Not stored; {self.key_of('correct')} offers again what you typed."

    def _show(self, judged: Judged, is_kept: str) -> None:
        """Show what is stored now; say what did not go as the reader would expect."""
        self.main.reading.look_again()
        self.main.reading.analysed(judged.article_id)
        if judged.waits:
            self.main.feed_jobs.want_analysis(judged.article_id)
        self.main.listing.refresh_rows([judged.article_id])
        if judged.says:
            self.tell(f"{is_kept} {judged.says}".strip())

    def _go_on(self, thing: Thing) -> None:
        """Nothing is left where the cursor is: it goes to the next figure or name, if there is one."""
        reader = self.main.reading.reader
        kind: MarkKind = "figures" if thing == "figure" else "entities"
        if reader.kind == kind and (mark := reader.marked.of_kind(kind).after(reader.cursor)):
            reader.jump_to(mark.span)
