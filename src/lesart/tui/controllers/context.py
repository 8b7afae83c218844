"""What a controller may ask of the screen that it works for; the screen itself stays unknown to it.

What one controller needs of another it gets as an argument, and those arguments never go in a ring.
Here is what would close one: news from below, and the few questions about the screen as a whole.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

from lesart.tui.undo import History

if TYPE_CHECKING:
    from lesart.model.article import Article
    from lesart.model.text import Span
    from lesart.tui.commands import Mode
    from lesart.tui.controllers.views import View
    from lesart.tui.program import Program


class Context(Protocol):
    """The main screen, as far as controllers know it."""

    @property
    def program(self) -> Program:
        """Settings, library, threads."""

    @property
    def history(self) -> History:
        """What can be taken back."""

    @property
    def mode(self) -> Mode:
        """What keys mean now."""

    def do(self, name: str, argument: str = "") -> None:
        """Do a command of the registry, as its key would, or with what is said to it."""

    # ------------------------------------------------------------------ telling

    def tell(self, words: str) -> None:
        """A sentence for the person in the status line; empty takes the last one away."""

    def copy(self, words: str, what: str) -> None:
        """Put words into the clipboard and say so."""

    def paint_bars(self) -> None:
        """Bring the lines at the top and bottom up to date."""

    def show_offers(self, offers: Sequence[str], taken: int | None) -> None:
        """Show how a query may go on, and which of these stands in it; none takes them away."""

    def paint_sources(self) -> None:
        """Bring the counts beside the sources up to date."""

    def keep_draft(self) -> None:
        """Have what is being written this moment stored."""

    # ------------------------------------------------------------------ time

    def debounce(self, name: str, seconds: float, do: Callable[[], None]) -> None:
        """Do it after a pause; a newer call of the same name replaces the one that waits."""

    def undebounce(self, name: str) -> None:
        """Forget what waits under this name."""

    # ------------------------------------------------------------------ list and reader

    @property
    def is_reading(self) -> bool:
        """Whether an article is open for reading."""

    @property
    def has_list_beside(self) -> bool:
        """Whether list and reader are on screen together."""

    @property
    def shown_article(self) -> Article | None:
        """The article in the reader, opened or only shown beside the list."""

    def open_reader(self) -> None:
        """Put the reader in front."""

    def close_reader(self) -> None:
        """Back to the list, the cursor where it was."""

    def visit(self, view: View) -> None:
        """Show another list, and remember this one for the way back."""

    def remember(self) -> None:
        """A jump begins here: put this place on the way back."""

    def open_article(self, article_id: int, *, at: Span | None = None) -> None:
        """Open an article for reading, at these words."""

    def open_from(self, article_id: int, *, at: Span | None, reopen: Callable[[], None]) -> None:
        """Open an article that a screen over this one led to; the way back does `reopen`."""

    # ------------------------------------------------------------------ the library

    def holds(self) -> bool:
        """Whether what the screen shows is of the library file that is there."""

    def outlives(self, error: BaseException) -> bool:
        """Whether something failed only because the library was replaced: told, and read anew soon."""

    def count_anew(self) -> None:
        """Somebody has written: numbers of unread articles may be others."""

    def findings_stored(self, article_id: int) -> None:
        """Figures and names of an article were stored: show them wherever it is shown."""

    def words_stored(self, article_id: int) -> None:
        """The words of an article were stored: show them where it is shown."""

    def library_was_replaced(self) -> bool:
        """Show the other library; says whether the article that was open is in it, or none was."""
