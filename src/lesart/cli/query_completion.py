"""What shells need to complete queries: they ask `lesart completions --query WORD` with each tab."""

from __future__ import annotations

from pathlib import Path

from lesart.cli.context import Context
from lesart.model.errors import LesartError

SHELLS = ("bash", "zsh", "fish")
_SCRIPTS = Path(__file__).parent / "shells"


def scripts() -> dict[str, str]:
    """What each shell is told before the commands, to complete queries."""
    return {name: (_SCRIPTS / f"query.{name}").read_text("utf-8") for name in SHELLS}


def last_words(shell: str) -> str:
    """What it is told behind the commands."""
    return "\n" + (_SCRIPTS / "query_end.bash").read_text("utf-8") if shell == "bash" else ""


def answer(typed: str, context: Context) -> None:
    """A line for each word that it may become. No library is made, brought up to date or waited for."""
    from lesart.services.asking.shell_completion import may_become
    from lesart.store import Store

    store = None
    try:
        if context.library.exists():
            store = Store.open(context.library, is_read_only=True)
        found = may_become(store, typed, context.config.colours)
    except LesartError:
        found = may_become(None, typed, context.config.colours)
    finally:
        if store is not None:
            store.close()
    for word in found:
        if word.isprintable():
            context.say_as_is(word)
