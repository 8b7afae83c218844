"""Words that values of the program are: stored and exported in English, said by `_(value)` on the screen.

Nothing imports this; it is here for the sentences to be found.
"""

from __future__ import annotations

from lesart.translations import N_

COLOURS = (N_("yellow"), N_("green"), N_("blue"), N_("red"), N_("purple"))
ENTITY_KINDS = (N_("PER"), N_("LOC"), N_("ORG"), N_("EVENT"))
FIGURE_KINDS = (
    N_("count"), N_("money"), N_("percent"), N_("duration"), N_("distance"), N_("measure"),
    N_("ratio"), N_("ordinal"), N_("score"), N_("date"), N_("time"),
)  # fmt: skip
LOST = (
    N_("The text of this article was lost on the disk."),
    N_("The disk lost where this article came from."),
    N_("The disk lost this article; your notes on it are kept."),
)
"""What a repair writes into the library in place of what is gone."""
COMPARED = (N_("agrees"), N_("differs"), N_("contradicts"), N_("similar"))
"""What two figures of the same thing do."""
