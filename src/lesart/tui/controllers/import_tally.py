"""What an import gave, as far as it has come: how much, what failed, the first article and the last."""

from __future__ import annotations

from typing import Any

from lesart.locales.in_sentences import numeral
from lesart.translations import _, ngettext


class ImportTally:
    """Counts the records that `lesart import --json` prints."""

    def __init__(self) -> None:
        self.new = self.revised = self.count = 0
        self.failures: list[str] = []
        self.first: int | None = None
        self.last: int | None = None

    def take(self, record: dict[str, Any]) -> None:
        """Count one record."""
        status, article_id = record.get("status"), record.get("id")
        if status == "failed":
            self.failures.append(str(record.get("error", "")))
        self.new += status == "new"
        self.revised += status == "revised"
        if article_id is not None:
            self.first = article_id if self.first is None else self.first
            self.last = article_id
            self.count += 1

    def words(self) -> str:
        """What to tell when it is over."""
        if not self.failures:
            return came_in(self.new, self.revised)
        rest = len(self.failures) - _NAMED
        named = " ".join(self.failures[:_NAMED]) + (
            _(" (and {rest} more)").format(rest=numeral(rest)) if rest > 0 else ""
        )
        return f"{came_in(self.new, self.revised)} {named}" if self.new or self.revised else named


_NAMED = 20
"""So many failures are told; the sentence can be read in full on its key."""


def came_in(new: int, revised: int) -> str:
    if revised:
        says = ngettext(
            "{count} article has new words, D in it shows what changed.",
            "{count} articles have new words, D in it shows what changed.",
            revised,
        ).format(count=numeral(revised))
        return _("{new} imported; ").format(new=numeral(new)) + says if new else says
    return _("{new} imported.").format(new=numeral(new)) if new else _("Already in the library.")
