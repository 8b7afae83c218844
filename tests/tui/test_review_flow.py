"""The daily review: asked when due, answered by a key, taken back, and never a change of the note."""

from __future__ import annotations

import sys

from lesart.anchor import make_anchor
from lesart.model.text import Span
from lesart.services.review import waiting
from lesart.store import Store
from tests.conftest import NOW
from tests.tui.conftest import IRAQ, mark, screen_text, until

PASSAGE = mark(IRAQ, "Niemand jubelte")
NUMBER = mark(IRAQ, "4.500")


def notes(library):
    with Store.open(library) as store:
        for span, note in ((PASSAGE, "Compare with the film."), (NUMBER, "")):
            anchor = make_anchor(IRAQ, Span(*span))
            store.annotations.add(1, anchor, now=NOW - 50, note=note)
        return store.annotations.of(1)


def answers(library):
    with Store.open(library) as store:
        return [(one.grade, one.uid) for one in store.reviews.of(n.uid for n in store.annotations.of(1))]  # fmt: skip


async def test_a_review_by_keys(make_app, library):
    before = notes(library)
    by_place = {note.span: note for note in before}
    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:

        async def press(key, words, gone="\0"):
            await pilot.press(key)
            await until(pilot, lambda: words in screen_text(app) and gone not in screen_text(app))

        await pilot.press("g")
        await press("t", "2 left · 0 answered")
        text = screen_text(app)
        assert "Letzte Truppen verlassen Irak" in text  # the place: article, date, revision
        assert "revision 1" in text
        assert "Compare with the film." not in text  # the note is what is asked
        await press("space", "Compare with the film.")
        assert "1 again 1 d · 2 hard 1 d · 3 good 2 d · 4 easy 8 d" in screen_text(app)
        # A figure is asked by its number.
        await press("3", "1 left · 1 answered")
        assert "4.500" not in screen_text(app)
        assert "Soldaten" in screen_text(app)
        await press("space", "4.500")
        # Into the article and back to the same card.
        await press("enter", "READ")
        await press("less_than_sign", "1 left · 1 answered")
        await press("4", "Nothing is left for today.")
        await press("u", "1 left · 1 answered")
        await press("s", "1 left · 1 answered")
        await press("1", "2 answered.")
        uids = (by_place[NUMBER].uid, by_place[PASSAGE].uid)
        await until(pilot, lambda: sorted(answers(library)) == [(1, uids[0]), (3, uids[1])])
    with Store.open(library) as store:
        assert store.annotations.of(1) == before  # answering is no edit
        assert waiting(store, NOW + 86_400).due == [by_place[NUMBER].id]
        assert len(waiting(store, NOW + 2 * 86_400).due) == 2


async def test_without_the_library_a_sentence_says_what_brings_it(make_app, library, monkeypatch):
    from lesart.services import review

    monkeypatch.setitem(sys.modules, "fsrs", None)
    review._scheduler.cache_clear()
    app = make_app()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("g", "t")
        await until(pilot, lambda: "pip install 'lesart[review]'" in screen_text(app))
        assert len(app.screen_stack) == 1
