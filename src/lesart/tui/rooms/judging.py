"""The reader's verdicts: confirm, correct or reject the figure or name under the cursor."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, get_args

from lesart.model import (
    Analysis,
    Entity,
    EntityKind,
    Figure,
    FigureKind,
    Qualifier,
    Ruling,
    Verdict,
)
from lesart.store import Store
from lesart.tui.rooms.room import Room

if TYPE_CHECKING:
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


class Judging(Room):
    """What the engine claims, and what the reader says to it."""

    def do_confirm(self) -> None:
        self._judge("confirmed")

    def do_reject(self) -> None:
        self._judge("rejected")

    def do_correct(self) -> None:
        fact = self._fact()
        if fact is None:
            return
        from lesart.tui.screens.dialogs import Form
        from lesart.verdicts import fields_of, mistake_in

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
        from lesart.anchor import make_anchor
        from lesart.verdicts import fields_of

        fact = fact or self._fact()
        reading = self.main.reading
        article, before = reading.article, reading.analysis
        if fact is None or article is None or before is None:
            return
        span = fact.span if isinstance(fact, Figure) else fact.mentions[0].span
        if correction is None:
            correction = (
                fields_of(fact)
                if isinstance(fact, Figure)
                else {"name": fact.name, "kind": fact.kind}
            )
        thing = "figure" if isinstance(fact, Figure) else "entity"
        anchor = make_anchor(article.text, span)
        verdict = Verdict(article.id, thing, anchor, ruling, correction, span)  # type: ignore[arg-type]
        self._put(verdict, article.revision, before, moves_on=ruling == "rejected")
        old = next(
            (v for v in self.store.verdicts.of(article.id) if v.thing == thing and v.span == span),
            Verdict(article.id, thing, anchor, "", {}, span),  # type: ignore[arg-type]
        )
        surface = article.text[span.start : span.end]
        self.history.did(
            f"“{surface}” is as it was.",
            lambda: self._put(old, article.revision, before),
            lambda: self._put(verdict, article.revision, before),
        )
        self.tell(f"“{surface}” {ruling}; u takes it back.")

    def _put(
        self, verdict: Verdict, revision: int, before: Analysis, *, moves_on: bool = False
    ) -> None:
        """Keep the verdict and store the analysis again, so that searches agree with it."""
        now = self.app.now()

        def put(store: Store) -> None:
            with store.transaction(is_durable=True):
                store.verdicts.put(verdict, now=now)
                store.analyses.put(verdict.article_id, revision, before)

        def done(_: object) -> None:
            self.main.reading.analysed(verdict.article_id)
            if moves_on and self.main.mode == "READ":
                self._go_on(verdict.thing)
            self.main.listing.refresh_rows([verdict.article_id])

        self.write(put, done)

    def _go_on(self, thing: str) -> None:
        """Nothing is left where the cursor is: it goes to the next figure or name, if there is one."""
        reader = self.main.reading.reader
        kind: MarkKind = "figures" if thing == "figure" else "entities"
        if reader.kind == kind and (mark := reader.marked.of_kind(kind).after(reader.cursor)):
            reader.jump_to(mark.span)
