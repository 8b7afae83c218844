"""The first words, figures and names of the article under the cursor, below the list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from lesart.locales.formats import Formats
from lesart.text.shorten import shortened
from lesart.tui.rendering.cells import painted

if TYPE_CHECKING:
    from lesart.model.analysis import Analysis
    from lesart.model.headline import Headline
    from lesart.model.snippet import Snippet


class Preview(Static):
    """A few lines; everything in them is plain text, never markup."""

    def __init__(self, formats: Formats, id: str = "preview") -> None:
        super().__init__("", id=id, markup=False)
        self._formats = formats

    def show(
        self,
        headline: Headline | None,
        text: str = "",
        analysis: Analysis | None = None,
        snippet: Snippet | None = None,
    ) -> None:
        """Show what is known of an article without opening it."""
        if headline is None:
            self.update("")
            return
        width = max(20, self.content_region.width)
        lines = [Content.styled(painted(headline.title), "bold $text-primary")]
        if snippet is not None:
            body = Content(painted(snippet.text))
            for hit in snippet.hits:
                body = body.stylize("bold underline $text", hit.start, hit.end)
        else:
            body = Content(painted(shortened(text[: 8 * width], 3 * width - 4)))
        lines.append(body)
        if analysis is not None:
            lines.append(self._facts(analysis))
        self.update(Content("\n").join(lines))

    def _facts(self, analysis: Analysis) -> Content:
        figures = sorted(analysis.figures, key=lambda f: -f.salience)[:5]
        parts = [
            Content.styled(painted(self._formats.figure(figure)), "bold $text-warning")
            for figure in figures
        ]
        parts += [
            Content.styled(painted(entity.name), "underline $text-accent")
            for entity in analysis.entities[:4]
        ]
        return Content("  ").join(parts)
