"""Figures across articles as lines of a list, and two sentences beside each other, in as many cells as there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence

from textual.content import Content

from lesart.locales.in_sentences import numeral
from lesart.model.figure import Figure
from lesart.services.asking.figures_view import FigureGroup, FigureRow
from lesart.services.asking.over_time import legend, plot_of, values_over_time
from lesart.services.asking.same_figure import Elsewhere
from lesart.text.charts import ASCII_SIGNS, SIGNS, sparkline
from lesart.text.folding import fold
from lesart.translations import N_, _, ngettext, quoted
from lesart.tui.rendering.cells import fitted, painted, width_of
from lesart.tui.rendering.glyphs import UNICODE
from lesart.tui.screens.entity_lines import Look
from lesart.tui.widgets.line_list import BLANK, Line, Part, Parts

_WIDE, _VERY_WIDE = 76, 110
_CELLS = ((_VERY_WIDE, 20, 28, 13), (_WIDE, 17, 22, 13), (0, 15, 17, 8))
"""From so many cells on: how many the value, its subject and the day get; the sentence has the rest."""
VERDICTS = {
    "contradicts": ("alert", "bold $text-error"), "differs": ("strong", "bold $text-accent"),
    "agrees": ("good", "bold $text-success"), "similar": ("muted", "bold $text-muted"),
}  # fmt: skip
"""How each verdict looks: in a line, and in words below it."""
NO_SUBJECT = N_("(of what is not said)")


def value_of(figure: Figure, look: Look) -> str:
    """The figure with the direction of its change: "rose by 3 %"."""
    return f"{look.formats.change(figure)} {look.formats.figure(figure)}".strip()


# ------------------------------------------------------------------ the list of figures


def figure_parts(row: FigureRow, look: Look) -> Callable[[int], Parts]:
    """How much, of what, the sentence, where and when; who says so where there is room."""

    def parts(width: int) -> Parts:
        value_cells, subject_cells, day_cells = next(c for least, *c in _CELLS if width >= least)
        value = fitted(f" {value_of(row.figure, look)}", value_cells)
        subject = fitted(f" {look.formats.subject(row.figure) or '–'}", subject_cells)
        end = [
            Part(
                fitted(f" {look.formats.short_day(row.article.published, look.now)}", day_cells),
                "muted",
            )
        ]
        if width >= _VERY_WIDE:
            who, where = row.figure.attribution, row.article.source
            end = [Part(fitted(f" {who}", 16) + fitted(f" {where}", 14), "muted"), *end]
        room = width - len(value) - len(subject) - sum(len(part.text) for part in end)
        return [
            Part(value, "figure"),
            Part(subject, "strong"),
            Part(fitted(f" {row.sentence}", max(0, room))),
            *end,
        ]

    return parts


def group_line(group: FigureGroup, look: Look) -> Line:
    """The heading of figures of one subject, with how they went over time."""
    count = len(group.rows)
    figures = ngettext("{count} figure", "{count} figures", count).format(count=numeral(count))
    unit = f" ({group.unit})" if group.unit else ""
    name = f"{group.subject or _(NO_SUBJECT)}{unit} · {figures}"
    bars = sparkline(values_over_time(group.rows), 16, is_ascii=look.glyphs is not UNICODE)

    def parts(width: int) -> Parts:
        return [Part(fitted(name, max(10, width - 18)), "heading"), Part(f" {bars} ", "figure")]

    return Line(parts)


def list_lines(rows: Iterable[FigureRow], look: Look) -> list[Line]:
    """A line a figure."""
    return [Line(figure_parts(row, look), row) for row in rows]


def grouped_lines(groups: Iterable[FigureGroup], look: Look) -> list[Line]:
    """A heading a subject and unit, its figures below it."""
    lines: list[Line] = []
    for group in groups:
        lines += [BLANK] if lines else []
        lines.append(group_line(group, look))
        lines += list_lines(group.rows, look)
    return lines


def folded(row: FigureRow) -> str:
    """All its columns, to be looked through."""
    figure, article = row.figure, row.article
    return fold(
        " ".join((figure.surface, figure.noun, figure.of, figure.per, figure.attribution,
                  row.sentence, article.title, article.source))
    )  # fmt: skip


def details(row: FigureRow, look: Look) -> str:
    """The line under the cursor in full: sentence, who says so, article."""
    says = row.figure.attribution
    parts = [
        quoted(row.sentence),
        _("says {who}").format(who=says) if says else "",
        _("for {time}").format(time=look.formats.day(row.told)) if row.told else "",
        " ".join(row.article.title.split()),
        row.article.source,
        look.formats.day(row.article.published),
    ]
    return " · ".join(part for part in parts if part)


def chart_of(
    rows: Sequence[FigureRow], lit: FigureRow, width: int, height: int, look: Look
) -> Content:
    """The lit figure's series over time; one sentence where there are no two times."""
    if not lit.has_subject:
        return Content.styled(
            _("No subject is known of this figure, so nothing is drawn with it."), "$text-muted"
        )
    plot = plot_of(rows, lit)
    if plot is None or not plot.has_times:
        return Content.styled(
            _("A chart needs figures of one subject and unit from two days."), "$text-muted"
        )
    signs = SIGNS if look.glyphs is UNICODE else ASCII_SIGNS
    lines = [
        Content.assemble(*((painted(run.text), _run_style(run.series, run.is_lit)) for run in line))
        for line in plot.lines(width, height - 1, look.formats, signs)
    ]
    names = "  ".join(name for name, _place in legend(plot, signs))
    subject = look.formats.subject(lit.figure) or lit.subject
    what = [
        subject,
        _("how much it changed") if plot.is_change else "",
        _("logarithmic") if plot.is_logarithmic else "",
    ]
    said = " · ".join(filter(None, what))
    room = min(width_of(said), width // 2)
    return Content("\n").join(
        [
            *lines,
            Content.assemble(
                (painted(fitted(said, room)), "bold"),
                (painted(fitted(f"  {names}", width - room)), "$text-muted"),
            ),
        ]
    )


def _run_style(series: int | None, is_lit: bool) -> str:
    if series is None:
        return "$text-muted"
    return "bold reverse" if is_lit else "bold $text-warning"


# ------------------------------------------------------------------ the same figure elsewhere


def elsewhere_parts(other: Elsewhere, look: Look) -> Callable[[int], Parts]:
    """Verdict, value, of what, article, day."""
    verdict = other.comparison.verdict
    day = look.formats.short_day(other.published, look.now)

    def parts(width: int) -> Parts:
        is_wide = width >= _WIDE
        columns = [
            Part(fitted(f" {_(verdict)}", 18 if is_wide else 14), VERDICTS[verdict][0]),
            Part(fitted(f" {value_of(other.figure, look)}", 20 if is_wide else 13), "figure"),
        ]
        if is_wide:
            subject = look.formats.subject(other.figure) or "–"
            columns.append(Part(fitted(f" {subject}", 24), "strong"))
        end = Part(fitted(f" {day}", 12 if is_wide else 8), "muted")
        room = width - sum(len(part.text) for part in columns) - len(end.text)
        return [*columns, Part(fitted(f" {' '.join(other.title.split())}", max(0, room))), end]

    return parts


def beside(one: str, other: str, width: int) -> Content:
    """Two sentences side by side, or one below the other where it is narrow; what they share is lit."""
    shared = _words(one) & _words(other)
    if width < 100:
        return Content("\n").join([
            *_paragraph(one, shared, width), Content(""), *_paragraph(other, shared, width)
        ])  # fmt: skip
    half = (width - 3) // 2
    left, right = _paragraph(one, shared, half), _paragraph(other, shared, half)
    lines = []
    for at in range(max(len(left), len(right))):
        first = left[at] if at < len(left) else Content("")
        second = right[at] if at < len(right) else Content("")
        gap = " " * (half - first.cell_length)
        lines.append(Content.assemble(first, gap, (" │ ", "$text-muted"), second))
    return Content("\n").join(lines)


def _paragraph(words: str, shared: frozenset[str], width: int) -> list[Content]:
    """The words wrapped, those that are shared lit."""
    lines: list[list[Content]] = [[]]
    used = 0
    for word in words.split():
        shown = painted(word)
        piece = Content.styled(shown, "bold underline") if _key(word) in shared else Content(shown)
        cells = piece.cell_length
        if used and used + 1 + cells > width:
            lines.append([])
            used = 0
        lines[-1].append(piece)
        used += cells + (1 if used else 0)
    return [Content(" ").join(line) for line in lines]


def _words(text: str) -> frozenset[str]:
    """Words that say something: shared little ones are in every sentence."""
    return frozenset(_said(text))


def _said(text: str) -> Iterator[str]:
    for word in text.split():
        key = _key(word)
        if len(key) > 3 or any(c.isdigit() for c in key):
            yield key


def _key(word: str) -> str:
    return fold(word).strip(".,;:!?\"'()[]„“”»«’")
