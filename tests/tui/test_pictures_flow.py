"""Pictures in words: what is written for them is listed, and none is fetched before it is asked for."""

from __future__ import annotations

import zlib

import pytest

from lesart.model.article import Draft
from lesart.model.enclosure import Enclosure
from lesart.model.moment import Moment
from lesart.services.importing.import_files import import_paths
from lesart.services.pictures import MOST, Picture, pictures_of
from lesart.store import Store
from tests.conftest import NOW
from tests.services.test_picture_files import PNG, saved_page
from tests.tui.conftest import screen_text, until

PAGE = """<html><body><nav><img src="/logo.png" alt="The paper"></nav><article>
<figure><img src="/a.jpg" alt="A red [bridge]\x1b]0;x\x07"><figcaption>Opened on Monday</figcaption></figure>
<img src="https://count.example/p.gif" width="1" height="1" alt="">
<img src="javascript:alert(1)" alt="No address">
<img src="data:image/png;base64,AAAA" srcset="b-2x.jpg 2x, c.jpg 3x">
<img src="/a.jpg" alt="The same again">
</article></body></html>"""


def put(store: Store, page: bytes) -> int:
    draft = Draft(
        "The bridge", "A bridge was opened.", link="https://news.example/x/", published=Moment(NOW + 9),
        raw_html=page, enclosures=(Enclosure("https://cdn.example/d.png", "image/png"),
                                   Enclosure("https://cdn.example/e.mp3", "audio/mpeg")),
    )  # fmt: skip
    return store.articles.add(draft, now=NOW).id


def test_a_page_gives_the_pictures_of_its_story(tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        article = store.articles.get(put(store, zlib.compress(PAGE.encode())))
        assert pictures_of(store, article) == [
            Picture("https://news.example/a.jpg", "A red [bridge]", "Opened on Monday"),
            Picture("", "No address", ""),
            Picture("https://news.example/x/b-2x.jpg", "", ""),
            Picture("https://cdn.example/d.png", "", ""),
        ]


@pytest.mark.parametrize(
    "page",
    [b"", b"no zlib", zlib.compress(b""), zlib.compress(b"\0" * 30_000_000),
     zlib.compress(b"<img src=/a" + b"<img alt=b" * 5000), zlib.compress(b"<img src='http://[' alt=x>")],
)  # fmt: skip
def test_a_bad_page_gives_what_it_can_and_no_more(tmp_path, page):
    with Store.open(tmp_path / "library.sqlite") as store:
        article = store.articles.get(put(store, page))
        found = pictures_of(store, article)
        assert len(found) <= MOST
        assert all(one.address.startswith("https://") for one in found if one.address)


async def test_they_are_listed_and_one_is_opened_when_asked(make_app, library, monkeypatch):
    with Store.open(library) as store:
        put(store, zlib.compress(PAGE.encode()))
    opened: list[str] = []
    app = make_app()
    monkeypatch.setattr(app, "open_url", lambda url, **_: opened.append(url))
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: "The bridge" in screen_text(app))
        await pilot.press("enter")
        await until(
            pilot, lambda: "A bridge was opened." in screen_text(app) and app.main.mode == "READ"
        )
        await pilot.press("g", "p")
        await until(pilot, lambda: "A red [bridge]" in screen_text(app))
        await until(pilot, lambda: "Opened on Monday" in screen_text(app))
        assert opened == []  # nothing leaves the machine by looking
        await pilot.press("enter")
        await until(pilot, lambda: opened == ["https://news.example/a.jpg"])
        await pilot.press("escape")
        await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_one_within_a_file_is_shown_by_a_program_of_the_settings(make_app, library, tmp_path):
    path, seen = tmp_path / "page.html", tmp_path / "seen"
    saved_page(path)
    with Store.open(library) as store:
        [outcome] = import_paths([str(path)], store, now=NOW + 99)
    program = tmp_path / "view"
    program.write_text(f'#!/bin/sh\ncp "$1" {seen}.part && mv {seen}.part {seen}\n')
    program.chmod(0o700)
    app = make_app(open_with={"view": (str(program),)})
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and app.main.listing.is_whole)
        await pilot.press("G")
        await until(pilot, lambda: app.main.listing.rows.headline.id == outcome.article_id)
        await pilot.press("enter")
        await until(pilot, lambda: app.main.mode == "READ")
        await pilot.press("g", "p")
        await until(pilot, lambda: "Picture 0" in screen_text(app))
        assert "within its file (png)" in " ".join(screen_text(app).split())
        await pilot.press("O")
        await until(pilot, seen.exists)
        assert seen.read_bytes() == PNG
