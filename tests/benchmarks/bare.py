"""The yardstick for our start: a Textual app with three empty panes and nothing else."""

from textual.app import App, ComposeResult
from textual.containers import Horizontal
from textual.widgets import Static


class Bare(App[None]):
    CSS = "Static { width: 1fr; height: 1fr; border-right: vkey gray; }"

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield Static("LIST ready")
            yield Static("READ")
            yield Static("FACTS")


if __name__ == "__main__":
    Bare().run()
