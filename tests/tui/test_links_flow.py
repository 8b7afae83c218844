"""`lesart open lesart://…` on a terminal: the reader opens at the words that the link means."""

from __future__ import annotations

from lesart.anchor import make_anchor
from lesart.config import Config
from lesart.services.links import note_link
from lesart.store import Store
from lesart.tui.app import LesartApp
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, mark, screen_text, until


def an_app(library, link: str) -> LesartApp:
    return LesartApp(Config(library=library, locale="en"), [link], now=lambda: float(NOW))


async def test_a_link_to_a_note_opens_its_article_at_its_words(library, make_app):
    make_app()  # so that no child process is started
    with Store.open(library) as store:
        span = mark(IRAQ, "Der Konvoi")
        note = store.annotations.add(1, make_anchor(IRAQ, span), note="nachfragen", now=NOW)
    app = an_app(library, note_link(note.uid))
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "Der Konvoi fuhr" in screen_text(app))
        reader = app.main.reading.reader
        await until(pilot, lambda: reader.cursor == span.start)


async def test_a_link_that_leads_nowhere_is_told_and_the_list_is_there(library, make_app):
    make_app()
    app = an_app(library, "lesart://note/none")
    async with app.run_test(size=(120, 30)) as pilot:
        await until(pilot, lambda: "no such note" in screen_text(app))
        assert "Rates on hold" in screen_text(app)
