"""The sample articles are what a newcomer sees first: they import cleanly and show every kind."""

from __future__ import annotations

import tomllib
import unicodedata
from pathlib import Path

import pytest

from lesart.model.article import Draft
from lesart.services.importing.file_reader import read_path
from lesart.services.importing.import_files import Imported, import_paths
from lesart.text.clean import clean_text

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
FILES = sorted(path for path in SEEDS.iterdir() if path.is_file())
NOW = 1_795_000_000


@pytest.fixture(scope="module")
def drafts() -> dict[str, Draft]:
    return {path.name: read_path(path) for path in FILES}


def test_there_are_samples_in_each_format_and_language(drafts):
    assert len(drafts) >= 12
    assert {Path(name).suffix for name in drafts} == {".txt", ".md", ".html"}
    said = [draft.language for draft in drafts.values() if draft.language]
    assert {"de", "en", "fr"} <= set(said)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_each_sample_is_whole_clean_and_dated(path, drafts):
    draft = drafts[path.name]
    assert len(draft.text) > 1000
    assert clean_text(draft.text) == draft.text
    assert draft.published is not None
    assert 3 < len(draft.title) <= 90
    assert draft.text_state == ""
    for block in draft.blocks:
        assert draft.text[slice(*block.span)].strip()


def test_all_samples_can_be_stored_together(store):
    outcomes = list(import_paths([SEEDS], store, now=NOW, folder="Samples"))
    assert [type(outcome) for outcome in outcomes] == [Imported] * len(FILES)
    assert len(store.articles.ids_in_folder("Samples")) == len(FILES)


def test_three_samples_report_one_event_with_figures_that_agree_and_differ(drafts):
    one, two, three = (
        drafts[name].text
        for name in ("irak-letzter-konvoi.txt", "iraq-last-convoy.md", "iraq-ledger.html")
    )
    assert "110 Fahrzeugen" in one
    assert "110 vehicles" in two
    assert "110 vehicles" in three
    assert "mehr als 30.000" in one
    assert "More than 32,000" in two
    assert "900.000 Mann" in one
    assert "650,000" in two


def test_one_sample_is_long_and_one_is_written_in_many_scripts(drafts):
    assert len(drafts["what-the-river-remembers.md"].text.split()) > 3000
    text = drafts["scripts-and-emoji.md"].text
    assert {"新", "글", "語"} & set(text)
    assert "👨\u200d👩\u200d👧\u200d👦" in text
    assert any(unicodedata.category(character) == "Mn" for character in text)


def test_the_samples_frames_are_left_out(drafts):
    assert "privacy" not in drafts["iraq-ledger.html"].text
    assert "interessieren" not in drafts["philae.html"].text
    assert "visitor number" not in drafts["smallpox.html"].text


def test_the_samples_are_in_the_wheel():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wheel = project["tool"]["hatch"]["build"]["targets"]["wheel"]
    assert wheel["force-include"]["seeds"] == "lesart/seeds"


def test_the_sample_feeds_can_be_read():
    from lesart.feeds.formats.opml import read_subscriptions
    from lesart.feeds.formats.parse import parse_feed

    subscriptions = read_subscriptions((SEEDS / "feeds" / "subscriptions.opml").read_bytes())
    assert len(subscriptions.subscriptions) == 7
    feed = parse_feed((SEEDS / "feeds" / "harbour-notes.atom").read_bytes(), url="", now=NOW)
    assert feed.title == "Harbour Notes"
    assert len(feed.entries) == 4
