"""Charts of `lesart figures --plot`: one for each subject that was told of at two times at least."""

from __future__ import annotations

import shutil
from collections.abc import Sequence
from datetime import UTC
from typing import TYPE_CHECKING

from lesart.cli.context import Context
from lesart.locales.formats import Formats
from lesart.locales.in_sentences import numeral
from lesart.services.asking.over_time import legend, plot_of
from lesart.translations import _, ngettext

if TYPE_CHECKING:
    from lesart.services.asking.figures_view import FigureGroup

_HEIGHT = 10
_WIDEST = 100


def print_plots(groups: Sequence[FigureGroup], context: Context) -> None:
    """A chart a group; says how many groups have nothing to draw."""
    formats = Formats(context.config.locale, UTC)
    width = min(_WIDEST, shutil.get_terminal_size((80, 24)).columns)
    is_first, left_out = True, 0
    for group in groups:
        plot = plot_of(group.rows)
        if plot is None or not plot.has_times or not group.subject:
            left_out += 1
            continue
        if not is_first:
            context.say()
        is_first = False
        notes = [
            _("how much it changed") if plot.is_change else "",
            _("powers of ten") if plot.is_logarithmic else "",
        ]
        unit = f" ({group.unit})" if group.unit else ""
        context.say(" · ".join(filter(None, [f"{group.subject}{unit}", *notes])))
        for line in plot.lines(width, _HEIGHT, formats):
            context.say_as_is("".join(run.text for run in line))
        context.say(" · ".join(name for name, _ in legend(plot)))
    if left_out:
        context.tell(
            ngettext(
                "{count} subject has nothing to draw: told of at one time only, or without a name.",
                "{count} subjects have nothing to draw: told of at one time only, or without a name.",
                left_out,
            ).format(count=numeral(left_out))
        )
