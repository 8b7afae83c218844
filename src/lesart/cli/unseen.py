"""Say that figures and names of some articles are still to be found: what is listed may not be all."""

from __future__ import annotations

from lesart.cli.context import Context
from lesart.locales.in_sentences import numeral
from lesart.translations import ngettext


def tell_of_unseen(context: Context) -> None:
    """Nothing where every article is analysed."""
    if count := context.store.analyses.unseen_count():
        says = ngettext(
            "{count} article is not analysed yet, so figures and names in there are not found; "
            "`lesart analyse --waiting` looks for them.",
            "{count} articles are not analysed yet, so figures and names in there are not found; "
            "`lesart analyse --waiting` looks for them.",
            count,
        )
        context.tell(says.format(count=numeral(count)))
