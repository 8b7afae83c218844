"""Say that figures and names of some articles are still to be found: what is listed may not be all."""

from __future__ import annotations

from lesart.cli.context import Context


def tell_of_unseen(context: Context) -> None:
    """Nothing where every article is analysed."""
    if count := context.store.analyses.unseen_count():
        articles = "1 article is" if count == 1 else f"{count:,} articles are"
        context.tell(
            f"{articles} not analysed yet, so figures and names in there are not found;"
            " `lesart analyse --waiting` looks for them."
        )
