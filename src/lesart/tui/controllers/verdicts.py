"""The reader's verdicts: confirm, correct or reject the figure or name under the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from lesart.model.entity import Entity, EntityKind
from lesart.model.figure import Figure, FigureKind, Qualifier
from lesart.model.verdict import Ruling
from lesart.store import Store
from lesart.tui.controllers.controller import Controller

if TYPE_CHECKING:
    from lesart.services.verdict_changes import Judged
    from lesart.tui.widgets.reader_layers import MarkKind


_HINTS = {
    "value": "digits, with a point: 4500, 2.5",
    "low": "the lower end of a range",
    "high": "its upper end",
    "when": "2011-12-18, 2011-12, XXXX-12-18, T20:15",
    "unit": "year, kilometre, EUR, percent …",
    "noun": "what it measures",
}


def _changed(old: Mapping[str, str], new: Mapping[str, str]) -> dict[str, str]:
    """What the reader has written; what the engine wrote is not the reader's mistake."""
    return {name: text for name, text in new.items() if text != old.get(name)}


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
        from lesart.analysis.verdicts import fields_of, mistake_in
        from lesart.tui.screens.dialogs import Form

        if isinstance(fact, Figure):
            fields = fields_of(fact)
            choices: dict[str, tuple[str, ...]] = {
                "kind": get_args(FigureKind),
                "qualifier": get_args(Qualifier),
            }
        else:
            fields = {"name": fact.name, "kind": fact.kind}
            choices = {"kind": get_args(EntityKind)}

        def correct(answer: dict[str, str] | None) -> None:
            if answer is not None and answer != fields:
                self._judge("corrected", fact, answer)

        surface = fact.surface if isinstance(fact, Figure) else fact.name
        self.app.push_screen(
            Form(
                f"Correct “{surface}”", fields, choices, hints=_HINTS,
                mistake_in=lambda answer: mistake_in(_changed(fields, answer), choices),
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
    ) -> None:
        from lesart.analysis.verdicts import fields_of
        from lesart.services.verdict_changes import Judged, VerdictChange, judge

        fact = fact or self._fact()
        article = self.main.reading.article
        if fact is None or article is None:
            return
        is_figure = isinstance(fact, Figure)
        span = fact.span if isinstance(fact, Figure) else fact.mentions[0].span
        if correction is None:
            correction = (
                fields_of(fact)
                if isinstance(fact, Figure)
                else {"name": fact.name, "kind": fact.kind}
            )
        # What the next turn does: the verdict, then what takes it back, then the verdict again.
        turns: list[VerdictChange | None] = [
            VerdictChange(
                article, "figure" if is_figure else "entity", span, fact, ruling, correction
            )
        ]

        def turn(*, is_first: bool = False) -> None:
            now = self.app.now()

            def put(store: Store) -> Judged:
                judged = judge(store, turns[0], now=now) if turns[0] else Judged(article.id)
                turns[0] = judged.inverse
                return judged

            def done(judged: Judged) -> None:
                self._show(judged)
                if judged.inverse is None:
                    self.history.forget(step)
                elif is_first and ruling == "rejected" and self.main.mode == "READ":
                    self._go_on(is_figure)

            back = self.history.forget if is_first else self.history.turn_back
            self.write(put, done, lambda: back(step))

        surface = article.text[span.start : span.end]
        turn(is_first=True)
        step = self.history.did(f"“{surface}” is as it was.", turn, turn)
        self.tell(f"“{surface}” {ruling}; u takes it back.")

    def _show(self, judged: Judged) -> None:
        """Show what is stored now; say what did not go as the reader would expect."""
        self.main.reading.look_again()
        self.main.reading.analysed(judged.article_id)
        if judged.waits:
            self.main.feed_jobs.want_analysis(judged.article_id)
        self.main.listing.refresh_rows([judged.article_id])
        if judged.says:
            self.tell(judged.says)

    def _go_on(self, is_figure: bool) -> None:
        """Nothing is left where the cursor is: it goes to the next figure or name, if there is one."""
        reader = self.main.reading.reader
        kind: MarkKind = "figures" if is_figure else "entities"
        if reader.kind == kind and (mark := reader.marked.of_kind(kind).after(reader.cursor)):
            reader.jump_to(mark.span)
