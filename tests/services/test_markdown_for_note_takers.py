"""Markdown that note-takers' programs (Obsidian, Logseq and the like) show as it is meant, wherever its files went."""

from __future__ import annotations

import hashlib
import json
import re
from datetime import date

import pytest

from lesart.anchor import make_anchor
from lesart.model.article import Draft
from lesart.model.errors import UsageError
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.services.exporting.markdown import write
from lesart.services.exporting.markdown_text import escaped, template_of
from lesart.services.exporting.selection import annotated
from lesart.services.importing.import_files import import_paths
from lesart.store import Store
from tests.conftest import NOW

TEXT = "Wind blew over the dyke.\n\nThen it turned. 40 barges lay still."
TODAY = date(2026, 11, 28)


@pytest.fixture
def store(tmp_path):
    with Store.open(tmp_path / "library.sqlite") as store:
        store.articles.add(Draft("The dyke", TEXT, link="https://example.org/dyke"), now=NOW)
        yield store


def mark(store, words, **more):
    start = TEXT.index(words)
    anchor = make_anchor(TEXT, Span(start, start + len(words)))
    return store.annotations.add(1, anchor, now=NOW, **more)


def exported(store, folder, *, with_text=False, is_each=False):
    chosen = annotated(store, parse_query("", TODAY))
    return list(write(folder, chosen, template_of(None, with_text=with_text), is_each=is_each))


def the_text(folder):
    (path,) = folder.rglob("*.md")
    return path.read_text("utf-8")


def test_a_file_that_was_moved_into_a_folder_is_written_on_where_it_is(store, tmp_path):
    folder = tmp_path / "vault"
    mark(store, "40 barges")
    exported(store, folder)
    (path,) = folder.glob("*.md")
    (folder / "shelf" / "rivers").mkdir(parents=True)
    moved = path.rename(folder / "shelf" / "rivers" / "my dyke.md")
    mark(store, "Wind", note="from where?")
    assert [(w.path, w.became) for w in exported(store, folder)] == [(moved, "changed")]
    assert "from where?" in moved.read_text("utf-8")
    assert [p.name for p in folder.rglob("*.md")] == ["my dyke.md"]


def test_what_was_thrown_away_is_not_written_on(store, tmp_path):
    folder = tmp_path / "vault"
    mark(store, "40 barges")
    exported(store, folder)
    (path,) = folder.glob("*.md")
    (folder / ".trash").mkdir()
    thrown = path.rename(folder / ".trash" / path.name)
    before = thrown.read_bytes()
    (written,) = exported(store, folder)
    assert (written.became, written.path.parent) == ("new", folder)
    assert thrown.read_bytes() == before


def test_of_two_copies_of_a_file_the_one_that_lies_higher_is_written_on(store, tmp_path):
    folder = tmp_path / "vault"
    mark(store, "40 barges")
    (first,) = exported(store, folder)
    (folder / "A" / "deep").mkdir(parents=True)
    copy = folder / "A" / "deep" / "0.md"
    copy.write_bytes(first.path.read_bytes())
    before = copy.read_bytes()
    mark(store, "Wind", note="from where?")
    assert [(w.path, w.became) for w in exported(store, folder)] == [(first.path, "changed")]
    assert copy.read_bytes() == before


def test_behind_what_was_thrown_away_other_files_are_still_known(store, tmp_path):
    folder = tmp_path / "vault"
    mark(store, "40 barges")
    (first,) = exported(store, folder)
    for name in (".trash", "shelf"):
        (folder / name).mkdir()
    (folder / ".trash" / "old.md").write_text("# old\n", "utf-8")
    moved = first.path.rename(folder / "shelf" / "zoo.md")
    assert [(w.path, w.became) for w in exported(store, folder)] == [(moved, "same")]


def test_a_file_that_cannot_be_read_is_left_alone(store, tmp_path, monkeypatch):
    folder = tmp_path / "vault"
    mark(store, "40 barges")
    (first,) = exported(store, folder)

    def refuse(path):
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(type(first.path), "read_bytes", refuse)
        (second,) = exported(store, folder)
    assert (second.became, second.path != first.path) == ("new", True)


def test_a_template_that_cannot_be_read_is_told(tmp_path):
    with pytest.raises(UsageError, match="the template could not be read"):
        template_of(tmp_path)


def test_a_link_to_a_mark_leads_to_its_quotation(store, tmp_path):
    """The name of a quotation's block stands alone below it; that of a note on the article ends its line."""
    quoted, whole = mark(store, "40 barges"), store.annotations.add(1, None, now=NOW, note="Ask.")
    exported(store, tmp_path / "vault")
    written = the_text(tmp_path / "vault")
    assert f"> 40 barges\n\n^lesart-{quoted.uid}\n" in written
    assert re.search(rf"Ask\.\n\nyellow .*\^lesart-{whole.uid}\n", written)


@pytest.mark.parametrize(
    ("note", "ends"),
    [
        ("look:\n```\ncode", "code\n```\n"),
        ("~~~~ py\n```\nx", "```\nx\n~~~~\n"),
        ("```\ncode\n```", "code\n```\n"),
        ("before %%hidden", "before %%hidden %%\n"),
        ("%%hidden%% after", "%%hidden%% after\n"),
    ],
)
def test_what_a_note_leaves_open_does_not_swallow_the_next(store, tmp_path, note, ends):
    store.annotations.add(1, None, now=NOW, note=note)
    exported(store, tmp_path / "vault")
    assert f"{ends}\nyellow " in the_text(tmp_path / "vault")


def test_words_of_an_article_begin_no_comment_and_no_mark():
    assert escaped("100%% sure == 3 % = x") == r"100\%\% sure \=\= 3 % = x"


def test_each_mark_can_have_a_file_of_its_own_with_its_replies(store, tmp_path):
    folder = tmp_path / "vault"
    first = mark(store, "40 barges", note="whose?")
    store.annotations.add(1, None, now=NOW, note="The town's.", parent=first.id)
    mark(store, "Wind")
    assert sorted(w.path.name for w in exported(store, folder, is_each=True)) == [
        "40 barges.md",
        "Wind.md",
    ]
    text = (folder / "40 barges.md").read_text("utf-8")
    assert "whose?" in text
    assert "> The town's." in text
    assert "Wind" not in text
    assert {w.became for w in exported(store, folder, is_each=True)} == {"same"}
    # The file of the whole article is another one, and each goes on by itself.
    assert [w.became for w in exported(store, folder)] == ["new"]


def test_a_remark_on_the_whole_article_gives_its_file_the_name(store, tmp_path):
    store.annotations.add(1, None, now=NOW, note="Ask the harbour master")
    mark(store, "Wind", note="from where?")
    names = {w.path.name for w in exported(store, tmp_path / "vault", is_each=True)}
    assert names == {"Ask the harbour master.md", "Wind.md"}


def test_the_files_of_an_earlier_version_are_known_by_what_stands_in_them(store, tmp_path):
    """The key of a file is kept for good: what was exported years ago is written on, not doubled."""
    note = mark(store, "Wind")
    article = next(iter(annotated(store, parse_query("", TODAY)))).key
    for is_each, key in ((True, f"note {note.uid}"), (False, None), (None, f"beside {article}")):
        folder = tmp_path / f"vault{is_each}"
        (written,) = exported(store, folder, is_each=bool(is_each))
        if is_each is None:
            text = written.path.read_text("utf-8")
            written.path.write_text(text.replace("Wind", "My wind"), "utf-8")
            (written,) = exported(store, folder)
            assert written.became == "beside"
        known = key and hashlib.blake2b(key.encode(), digest_size=8).hexdigest()
        assert f"<!-- lesart:begin {known or article} " in written.path.read_text("utf-8")


def test_the_whole_article_can_come_along_with_its_marks_in_place(store, tmp_path):
    mark(store, "the dyke.\n\nThen it")
    mark(store, "it turned.")
    mark(store, "40 barges")
    exported(store, tmp_path / "vault", with_text=True)
    written = the_text(tmp_path / "vault")
    assert "Wind blew over ==the dyke.==\n\n==Then it turned.== ==40 barges== lay still." in written


def test_the_command_line_offers_both(store, tmp_path, capsys):
    from lesart.__main__ import main

    mark(store, "40 barges")
    library, folder = str(tmp_path / "library.sqlite"), str(tmp_path / "out")
    assert main(["--db", library, "export", "--to", folder, "--each", "--with-text"]) == 0
    assert "==40 barges==" in the_text(tmp_path / "out")
    assert main(["--db", library, "export", "--format", "csv", "--each"]) == 2
    assert "are for --format markdown" in capsys.readouterr().err


ANNOTATION = {
    "@context": "http://www.w3.org/ns/anno.jsonld",
    "id": "urn:example:1",
    "type": "Annotation",
    "bodyValue": "Count them again.",
    "target": {
        "source": "https://example.org/dyke",
        "selector": {"type": "TextQuoteSelector", "exact": "40 barges"},
    },
}


def test_a_single_annotation_of_another_program_finds_its_words(store, tmp_path):
    path = tmp_path / "one.jsonld"
    path.write_text(json.dumps(ANNOTATION, indent=1))
    list(import_paths([path], store, now=NOW))
    (note,) = store.annotations.of(1)
    assert (note.note, note.anchor.exact) == ("Count them again.", "40 barges")


def test_annotations_may_stand_one_a_line_and_a_line_that_is_none_is_told(store, tmp_path):
    other = {**ANNOTATION, "id": "urn:example:2", "type": ["Annotation"], "bodyValue": "And these."}
    path = tmp_path / "all.jsonl"
    path.write_text(f"{json.dumps(ANNOTATION)}\n\n{json.dumps(other)}\nno line of ours\n")
    outcomes = list(import_paths([path], store, now=NOW))
    assert {note.note for note in store.annotations.of(1)} == {"Count them again.", "And these."}
    assert ["all.jsonl:4" in str(o.error) for o in outcomes if hasattr(o, "error")] == [True]
