"""The yardstick for our start: a Textual app with three panes of text, a line above and one below.

What anybody would write first, by Textual's own means and nothing else: no store, no keys, no threads.
"""

from textual.app import App, ComposeResult
from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

LINES = "\n".join(f"Line {number} of what stands in this pane" for number in range(1, 41))


class Bare(App[None]):
    CSS = """
    #top, #status { height: 1; padding: 0 1; background: $panel; }
    #panes { height: 1fr; }
    #list { width: 44; border-right: vkey $border; }
    #read { width: 1fr; }
    #facts { width: 30; border-left: vkey $border; color: $text-muted; }
    """

    def compose(self) -> ComposeResult:
        yield Static("a line above", id="top")
        with Horizontal(id="panes"):
            for name in ("list", "read", "facts"):
                with VerticalScroll(id=name):
                    yield Static(LINES)
        yield Static("LIST", id="status")


if __name__ == "__main__":
    Bare().run()
