"""What I marked and wrote leaves the library in formats others read, and comes back without loss."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lesart.anchor import make_anchor
from lesart.model.annotation import Annotation
from lesart.model.article import Draft
from lesart.model.errors import LesartError, UsageError
from lesart.model.moment import Moment
from lesart.model.text import Span
from lesart.model.verdict import Verdict
from lesart.query import parse_query
from lesart.services.analyse import analyse_now
from lesart.services.exporting.csv_table import defused
from lesart.services.exporting.export import FORMATS, pieces
from lesart.services.exporting.filenames import distinct, safe_name
from lesart.services.exporting.markdown import write
from lesart.services.exporting.markdown_text import escaped, template_of
from lesart.services.exporting.safe_files import write_whole
from lesart.services.exporting.w3c import iri
from lesart.services.importing.import_files import import_paths
from lesart.services.outcomes import BroughtBack, Failed
from lesart.services.save_article import keep, keep_text
from lesart.store import Store
from lesart.text.clean import clean_line, clean_text
from tests.conftest import NOW

TODAY = date(2026, 11, 23)
TEXT = (
    "Die Armee zählt etwa 4.500 Soldaten. 日本の首相は会見した. מספר ההרוגים עלה ל-12.\n\n"
    "Am Abend kamen noch 30 dazu 👩‍🚒, sagte Präsidentin Maia Lund."
)


@pytest.fixture
def full(tmp_path: Path):
    """A library with everything a reader can leave in one."""
    with Store.open(tmp_path / "full.sqlite") as store:
        fill(store)
        yield store


def fill(store: Store) -> None:
    feed, _ = store.feeds.add("https://news.example/feed", title="Beispiel", folder="Welt", now=NOW)
    store.feeds.change(feed.id, own_title="Mein Beispiel", wants_full_text=True, tags=["a", "b"])
    one = keep(
        store,
        Draft(
            title="Zahlen = und [Klammern]",
            text=TEXT,
            feed_id=feed.id,
            guid="g-1",
            link="https://news.example/1",
            published=Moment(1_527_811_200, "month"),
            tags=("Heer",),
        ),
        now=NOW,
    ).id
    two = keep(
        store, Draft(title="Ohne Datum", text="Nur ein Satz über Oslo.", folder="Notes"), now=NOW
    ).id
    mark = store.annotations.add(
        one, make_anchor(TEXT, Span(16, 35)), now=NOW, note="Quelle?", tags=["zahl"]
    )
    store.annotations.add(one, None, now=NOW + 2, colour="red", note="Zum Ganzen\nzwei Zeilen")
    reply = store.annotations.add(one, None, now=NOW + 3, note="Doch: S. 4", parent=mark.id)
    store.annotations.add(one, None, now=NOW + 4, note="Gut.", parent=reply.id)
    store.annotations.add(one, make_anchor(TEXT, Span(37, 45)), now=NOW + 5, colour="green")
    store.annotations.add(two, make_anchor("Nur ein Satz über Oslo.", Span(18, 22)), now=NOW + 6)
    gone = store.annotations.add(one, make_anchor(TEXT, Span(0, 9)), now=NOW + 7)
    store.annotations.delete(gone.id)
    keep(
        store,
        Draft(
            title="Zahlen = und [Klammern]",
            text=TEXT.replace("etwa 4.500 Soldaten", "rund 4.700 Soldatinnen").replace(
                "日本の首相は会見した. ", ""
            ),
            feed_id=feed.id,
            guid="g-1",
            link="https://news.example/1",
        ),
        now=NOW + 100,
    )
    analyse_now(store, one, names="rules")
    article = store.articles.get(one)
    store.verdicts.put(
        Verdict(
            one, "figure", make_anchor(article.text, Span(21, 26)), "rejected", {"value": "4700"}
        ),
        now=NOW + 8,
    )
    analyse_now(store, one, names="rules")
    store.articles.set_read([one], True)
    store.articles.set_starred([two], True)
    store.articles.set_position(one, 17)
    store.settings.save_query("Zahlen", "figure>100", now=NOW)
    store.settings.watch("Oslo", now=NOW)


def exported(store: Store, format_: str, query: str = "") -> str:
    return "".join(pieces(store, format_, parse_query(query, TODAY), is_whole=not query))


def brought(text: str, path: Path, store: Store) -> list:
    path.write_text(text, "utf-8")
    return list(import_paths([path], store, now=NOW + 999))


# ------------------------------------------------------------------ there and back


@pytest.mark.parametrize(("format_", "ending"), [("jsonl", "jsonl"), ("w3c", "jsonld")])
def test_an_export_brought_into_an_empty_library_exports_the_very_same_again(
    full, tmp_path, format_, ending
):
    out = exported(full, format_)
    with Store.open(tmp_path / "empty.sqlite") as empty:
        outcomes = brought(out, tmp_path / f"out.{ending}", empty)
        assert {type(outcome) for outcome in outcomes} == {BroughtBack}
        assert exported(empty, format_) == out
        notes = [noted.annotation for noted in empty.annotations.all()]
        assert {note.status for note in notes} >= {"ok", "orphan"}
        assert sum(note.parent is not None for note in notes) == 2


words = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    text=words.map(clean_text).filter(str.strip),
    notes=st.lists(
        st.tuples(words, st.integers(0, 40), st.integers(0, 40), st.sampled_from(["yellow", "red"]),
                  st.lists(words, max_size=2), st.booleans()),
        max_size=5,
    ),
)  # fmt: skip
def test_whatever_is_written_on_whatever_text_comes_back(tmp_path_factory, text, notes):
    folder = tmp_path_factory.mktemp("round")
    with Store.open(folder / "a.sqlite") as store, Store.open(folder / "b.sqlite") as empty:
        article_id = store.articles.add(Draft(title="T", text=text), now=NOW).id
        parent = None
        for note, start, length, colour, tags, is_reply in notes:
            start = min(start, len(text))
            span = Span(start, min(len(text), start + length))
            parent = store.annotations.add(
                article_id,
                make_anchor(text, span) if length else None,
                now=NOW,
                colour=colour,
                note=clean_text(note),
                tags=[tag for tag in map(clean_line, tags) if tag],
                parent=parent.id if parent and is_reply else None,
            )
        for format_, ending in (("jsonl", "jsonl"), ("w3c", "jsonld")):
            out = exported(store, format_)
            brought(out, folder / f"x.{ending}", empty)
            assert exported(empty, format_) == out


def test_bringing_the_same_export_in_twice_changes_nothing(full, tmp_path):
    out = exported(full, "jsonl")
    brought(out, tmp_path / "out.jsonl", full)
    assert exported(full, "jsonl") == out


def test_the_note_that_was_changed_later_stays(full, tmp_path):
    out = exported(full, "jsonl")
    note = next(n.annotation for n in full.annotations.all() if n.annotation.note == "Quelle?")
    full.annotations.change(note.id, now=NOW + 5000, note="Quelle gefunden")
    outcomes = brought(out, tmp_path / "old.jsonl", full)
    assert full.annotations.get(note.id).note == "Quelle gefunden"
    assert sum(outcome.kept for outcome in outcomes) == 1
    full.annotations.put(replace(note, changed=NOW - 5))
    brought(out, tmp_path / "old.jsonl", full)
    assert full.annotations.get(note.id).note == "Quelle?"


def test_notes_on_an_article_that_has_other_words_here_find_theirs(full, tmp_path):
    out = exported(full, "w3c")
    with Store.open(tmp_path / "other.sqlite") as other:
        other_text = "Neue Einleitung. " + full.articles.get(1).text
        article = other.articles.add(
            Draft(title="Other", text=other_text, link="https://news.example/1?utm_source=x"),
            now=NOW,
        )
        brought(out, tmp_path / "out.jsonld", other)
        for note in other.annotations.of(article.id):
            if note.span:
                assert other_text[slice(*note.span)] == note.anchor.exact
        assert len(other.annotations.of(article.id)) == 5


def test_a_broken_line_is_named_and_the_rest_comes_in(full, tmp_path):
    lines = exported(full, "jsonl").splitlines()
    lines[1:1] = [
        "{nonsense",
        '{"type": "feed", "url": "file:///etc/passwd"}',
        '{"type": "article", "text": 3}',
    ]
    with Store.open(tmp_path / "empty.sqlite") as empty:
        outcomes = brought("\n".join(lines), tmp_path / "out.jsonl", empty)
        failed = [outcome for outcome in outcomes if isinstance(outcome, Failed)]
        assert [re.search(r":(\d+)$", outcome.name)[1] for outcome in failed] == ["2", "3", "4"]
        assert empty.articles.count() == 2
        assert [feed.url for feed in empty.feeds.all()] == ["https://news.example/feed"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"{}",
        b'{"rows": 3}',
        b"\xff\xfe",
        b"[" * 100_000,
        b'{"type":"AnnotationCollection"}',
    ],
)
def test_json_of_others_is_refused_in_a_sentence(full, tmp_path, content):
    path = tmp_path / "x.json"
    path.write_bytes(content)
    [outcome] = import_paths([path], full, now=NOW)
    assert isinstance(outcome, Failed)
    assert str(outcome.error).endswith(".")


def test_notes_from_hypothesis_stand_on_the_article_with_their_address(full, tmp_path):
    row = {
        "id": "abc", "created": "2020-01-02T03:04:05.678901+00:00", "uri": "http://news.example/1",
        "text": "von dort", "tags": ["x"],
        "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "Maia Lund", "prefix": "Präsidentin "}]}],
    }  # fmt: skip
    elsewhere = {**row, "id": "def", "uri": "https://elsewhere.example/"}
    outcomes = brought(
        json.dumps({"total": 2, "rows": [row, elsewhere]}), tmp_path / "h.json", full
    )
    note = full.annotations.by_uid("abc")
    assert full.articles.text(note.article_id)[slice(*note.span)] == "Maia Lund"
    assert (note.note, note.tags, note.created) == ("von dort", ("x",), 1_577_934_245)
    assert [type(outcome) for outcome in outcomes] == [Failed, BroughtBack]


# ------------------------------------------------------------------ the formats


def test_w3c_annotations_have_what_the_model_asks_for(full):
    document = json.loads(exported(full, "w3c"))
    assert document["@context"][0] == "http://www.w3.org/ns/anno.jsonld"
    items = document["first"]["items"]
    assert document["total"] == len(items) == 6
    for item in items:
        assert item["id"].startswith("urn:uuid:")
        assert item["type"] == "Annotation"
        assert item["target"]
    quote, position = items[0]["target"]["selector"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", TEXT[16:35])
    assert (position["type"], position["start"], position["end"]) == (
        "TextPositionSelector",
        16,
        35,
    )
    replies = [item for item in items if item["motivation"] == "replying"]
    assert replies[0]["target"] == items[0]["id"]


@pytest.mark.parametrize(
    ("uid", "name"),
    [
        ("0f0f0f0f-1111-4222-8333-444444444444", "urn:uuid:0f0f0f0f-1111-4222-8333-444444444444"),
        ("0f0f0f0f-1111-4222-8333-444444444444/2",
         "urn:lesart:note:0f0f0f0f-1111-4222-8333-444444444444%2F2"),
        ("0F0F0F0F-1111-4222-8333-444444444444",
         "urn:lesart:note:0F0F0F0F-1111-4222-8333-444444444444"),
        ("https://h.example/a#3", "https://h.example/a#3"),
        ("urn:isbn:3", "urn:isbn:3"),
        ("https://h.example/a b", "urn:lesart:note:https%3A%2F%2Fh.example%2Fa%20b"),
        ("x https://h.example/a", "urn:lesart:note:x%20https%3A%2F%2Fh.example%2Fa"),
        ("javascript:1", "urn:lesart:note:javascript%3A1"),
        ("ü", "urn:lesart:note:%C3%BC"),
    ],
)  # fmt: skip
def test_a_note_keeps_its_name_where_that_is_one_and_gets_one_where_it_is_none(uid, name):
    assert iri(uid) == name


def test_hypothesis_rows_refer_to_what_they_reply_to(full):
    answer = json.loads(exported(full, "hypothesis"))
    rows = {row["id"]: row for row in answer["rows"]}
    assert answer["total"] == len(rows) == 6
    replies = [row for row in rows.values() if row["references"]]
    assert all(row["references"][0] in rows for row in replies)
    assert rows[replies[0]["references"][0]]["uri"] == "https://news.example/1"


def test_csv_opens_as_a_table_and_computes_nothing(full):
    full.annotations.add(1, None, now=NOW, note='=HYPERLINK("https://evil.example")')
    rows = list(csv.DictReader(io.StringIO(exported(full, "csv"))))
    assert len(rows) == 7
    assert {row["note"] for row in rows} >= {"Quelle?", "Zum Ganzen\nzwei Zeilen"}
    assert all(not cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row.values())


@pytest.mark.parametrize(
    "cell",
    ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "  =1", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)",
     "\u3000=1", "\u00a0＝1", "\u200b=1", "\x00=1", "\ttab", "\rline", "\nline"],
)  # fmt: skip
def test_no_cell_is_a_formula(cell):
    assert defused(cell).startswith("'")


@pytest.mark.parametrize(
    "cell", ["", "1-1", "a=b", "‘quoted’", "5 + 5", "a@b.example", "–1", "a\tb"]
)
def test_other_cells_are_what_they_are(cell):
    assert defused(cell) == cell


def test_readwise_gets_its_columns(full):
    rows = list(csv.reader(io.StringIO(exported(full, "readwise"))))
    assert rows[0] == ["Highlight", "Title", "Author", "URL", "Note", "Location", "Date"]
    assert rows[1][1] == "Zahlen = und [Klammern]"
    assert any(row[0] == TEXT[16:35] and row[4] == ".zahl Quelle?" for row in rows)


def test_zotero_gets_the_articles_with_dates_as_far_as_they_are_known(full):
    items = json.loads(exported(full, "csl"))
    assert [item["title"] for item in items] == ["Zahlen = und [Klammern]", "Ohne Datum"]
    assert items[0]["issued"] == {"date-parts": [[2018, 6]]}
    assert "issued" not in items[1]
    assert "Quelle?" in items[0]["note"]


def test_org_headings_are_ours_alone(full):
    full.annotations.add(1, None, now=NOW, note="* kein Titel\n#+end_quote\n:END:")
    out = exported(full, "org")
    headings = [line for line in out.splitlines() if re.match(r"\*+ ", line)]
    assert len(headings) == 2 + 7
    assert out.count("#+begin_quote") == len(re.findall(r"^#\+end_quote", out, re.M))
    assert ":zahl:" in out


def test_every_format_is_clean_text_of_one_file(full):
    for format_ in FORMATS.keys() - {"markdown", "sqlite"}:
        out = exported(full, format_)
        assert out.endswith("\n")
        assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", out)


def test_a_query_exports_only_what_answers_it(full):
    assert json.loads(exported(full, "hypothesis", "tag:zahl"))["total"] == 1
    lines = [json.loads(line) for line in exported(full, "jsonl", "Oslo").splitlines()]
    assert [line["type"] for line in lines] == ["lesart", "article"]


# ------------------------------------------------------------------ Markdown


def to_markdown(store: Store, folder: Path, template: Path | None = None) -> list[str]:
    from lesart.services.exporting.selection import annotated

    return [
        w.became
        for w in write(folder, annotated(store, parse_query("", TODAY)), template_of(template))
    ]


def test_markdown_again_is_the_very_same(full, tmp_path):
    assert to_markdown(full, tmp_path / "notes") == ["new", "new"]
    before = {path: path.read_bytes() for path in (tmp_path / "notes").iterdir()}
    assert [path.name for path in sorted(before)] == [
        "2018-06 Zahlen = und Klammern.md",
        "Ohne Datum.md",
    ]
    assert to_markdown(full, tmp_path / "notes") == ["same", "same"]
    assert {path: path.read_bytes() for path in (tmp_path / "notes").iterdir()} == before


def test_a_file_whose_lines_another_editor_ends_otherwise_is_left_as_it_is(full, tmp_path):
    to_markdown(full, tmp_path)
    path = next(tmp_path.glob("Ohne*.md"))
    kept = path.read_bytes().rstrip(b"\n").replace(b"\n", b"\r\n")
    path.write_bytes(kept)
    assert to_markdown(full, tmp_path) == ["same", "same"]
    assert path.read_bytes() == kept
    path.write_bytes(b"\n" + kept)
    assert to_markdown(full, tmp_path) == ["same", "same"]
    assert path.read_bytes() == b"\n" + kept, "a line that its owner put above it stays"


def test_a_folder_that_cannot_be_made_is_a_sentence(full, tmp_path):
    (tmp_path / "file").write_text("in its place")
    with pytest.raises(LesartError, match="file"):
        to_markdown(full, tmp_path / "file" / "notes")
    with pytest.raises(LesartError, match="file"):
        to_markdown(full, tmp_path / "file")


def test_markdown_shows_quotes_notes_and_replies_with_block_ids(full, tmp_path):
    to_markdown(full, tmp_path)
    text = next(tmp_path.glob("2018*.md")).read_text("utf-8")
    assert text.startswith('---\ntitle: "Zahlen = und [Klammern]"\n')
    assert "> etwa 4.500 Soldaten" in text
    assert "Quelle?" in text
    assert "> Doch: S. 4" in text
    assert "> > Gut." in text
    uid = next(n.annotation.uid for n in full.annotations.all() if n.annotation.note == "Quelle?")
    assert f"^lesart-{uid}" in text


def test_what_i_wrote_around_our_part_of_a_file_stays(full, tmp_path):
    folder = tmp_path / "notes"
    to_markdown(full, folder)
    path = next(folder.glob("Ohne*.md"))
    mine = (
        path.read_text("utf-8").replace("---\n<!--", "---\nMein Anfang.\n\n<!--", 1)
        + "\nMein Ende. \x85\n"
    )
    path.write_text(mine, "utf-8")
    path = path.rename(folder / "Umbenannt.md")
    full.annotations.add(2, None, now=NOW, note="Neu hinzu.")
    assert to_markdown(full, folder) == ["same", "changed"]
    text = path.read_text("utf-8")
    assert "Mein Anfang." in text
    assert text.endswith("\nMein Ende. \x85\n")
    assert "Neu hinzu." in text
    assert len(list(folder.glob("*.md"))) == 2


def test_front_matter_that_i_edited_stays_mine(full, tmp_path):
    to_markdown(full, tmp_path)
    path = next(tmp_path.glob("Ohne*.md"))
    path.write_text(
        path.read_text("utf-8").replace('title: "Ohne Datum"', "title: Meins\naliases: [x]"),
        "utf-8",
    )
    full.annotations.add(2, None, now=NOW, note="Neu hinzu.")
    to_markdown(full, tmp_path)
    text = path.read_text("utf-8")
    assert "title: Meins\naliases: [x]" in text
    assert "Neu hinzu." in text
    assert to_markdown(full, tmp_path) == ["same", "same"]


def test_front_matter_that_nobody_edited_follows_the_article(full, tmp_path):
    folder = tmp_path / "a" / "folder"
    to_markdown(full, folder)
    path = next(folder.glob("2018*.md"))
    path.write_text(path.read_text("utf-8") + "\nMein Ende.\n", "utf-8")
    article = full.articles.get(1)
    renamed = Draft(title="Anders", text=article.text, link=article.link, guid=article.guid)
    keep_text(full, 1, renamed, now=NOW)
    assert to_markdown(full, folder) == ["changed", "same"]
    text = path.read_text("utf-8")
    assert text.startswith('---\ntitle: "Anders"\n')
    assert "Zahlen =" not in text
    assert text.endswith("\nMein Ende.\n")


def test_bytes_of_another_encoding_around_our_part_stay_the_same_bytes(full, tmp_path):
    """An old note in Latin-1 that our part was put into, or whose front matter was written by another program."""
    to_markdown(full, tmp_path)
    path = next(tmp_path.glob("Ohne*.md"))
    head, front, rest = path.read_bytes().split(b"---\n", 2)
    mine = b"---\n".join([head, front + b"place: K\xf6ln\n", b"Vor M\xe4rz.\n" + rest])
    path.write_bytes(mine + b"\nNach M\xe4rz.\n")
    full.annotations.add(2, None, now=NOW, note="Neu hinzu.")
    assert to_markdown(full, tmp_path) == ["same", "changed"]
    text = path.read_bytes()
    assert b"Neu hinzu." in text
    assert b"place: K\xf6ln\n---\nVor M\xe4rz.\n" in text
    assert text.endswith(b"\nNach M\xe4rz.\n")
    assert to_markdown(full, tmp_path) == ["same", "same"]


def test_where_the_end_of_our_part_was_taken_away_the_new_text_goes_beside_it(full, tmp_path):
    to_markdown(full, tmp_path)
    path = next(tmp_path.glob("Ohne*.md"))
    cut = path.read_text("utf-8").replace("<!-- lesart:end -->", "")
    path.write_text(cut, "utf-8")
    assert to_markdown(full, tmp_path) == ["same", "beside"]
    assert path.read_text("utf-8") == cut


def test_where_i_wrote_within_our_part_the_new_text_goes_beside_it_once(full, tmp_path):
    folder = tmp_path / "notes"
    to_markdown(full, folder)
    path = next(folder.glob("Ohne*.md"))
    edited = path.read_text("utf-8").replace("Oslo", "Oslo (Norwegen)")
    path.write_text(edited, "utf-8")
    for _ in range(3):
        assert to_markdown(full, folder) == ["same", "beside"]
    assert path.read_text("utf-8") == edited
    assert len(list(folder.glob("*.md"))) == 3


def test_a_template_of_my_own_is_used_and_a_wrong_one_refused(full, tmp_path):
    template = tmp_path / "t.txt"
    template.write_text("$title\n$notes\n---8<--- note\n[$colour] $note\n", "utf-8")
    to_markdown(full, tmp_path / "out", template)
    assert "[red] Zum Ganzen" in next((tmp_path / "out").glob("2018*")).read_text("utf-8")
    for wrong in ("$nothing\n", "100 $ \n"):
        template.write_text(wrong, "utf-8")
        with pytest.raises(UsageError, match="template"):
            template_of(template)


def test_words_from_outside_are_no_markup_in_markdown():
    assert (
        escaped("[x](javascript:1) <b> *a* `c`") == "\\[x\\](javascript:1) \\<b\\> \\*a\\* \\`c\\`"
    )
    assert escaped("# Titel\n1. Punkt\n2.5 Mio.") == "\\# Titel\n1\\. Punkt\n2.5 Mio."


def test_a_note_cannot_end_our_part_early(full, tmp_path):
    full.annotations.add(2, None, now=NOW, note="a <!-- lesart:end -->\nb")
    to_markdown(full, tmp_path)
    assert to_markdown(full, tmp_path) == ["same", "same"]


def test_a_link_in_the_folder_is_not_followed(full, tmp_path):
    outside = tmp_path / "outside.txt"
    outside.write_text("mine")
    folder = tmp_path / "notes"
    folder.mkdir()
    (folder / "Ohne Datum.md").symlink_to(outside)
    to_markdown(full, folder)
    assert outside.read_text() == "mine"
    assert (folder / "Ohne Datum 2.md").exists()


# ------------------------------------------------------------------ files


@pytest.mark.parametrize(
    "title",
    ["CON", "nul.txt", "../../etc/passwd", "a/b\\c", "...", "-rf", "  ", "x" * 500, "ä" * 300,
     "a:b*c?", "tab\tnew\nline", "\u202eevil", ".hidden", "COM1", "end. "],
)  # fmt: skip
def test_a_files_name_is_safe_on_every_system(title):
    name = safe_name(title)
    assert name == clean_line(name)
    assert len(name.encode()) <= 200
    assert not re.search(r'[<>:"/\\|?*\x00-\x1f]', name)
    assert not name.startswith((".", "-", " "))
    assert not name.endswith((".", " "))
    assert name.upper().split(".")[0] not in {"CON", "NUL", "COM1"}


def test_a_files_name_is_as_long_as_every_system_takes():
    assert safe_name("x" * 500) == "x" * 120
    assert safe_name("ä" * 300) == "ä" * 60
    assert safe_name("x" + "ä" * 300) == "x" + "ä" * 59
    assert safe_name(" a//b ~") == "a b"


def test_a_title_of_which_nothing_can_be_written_is_called_otherwise():
    assert safe_name("///") == safe_name("—…") == "article"
    assert safe_name("CON") == "_CON"
    assert safe_name("LPT1 . txt") == "_LPT1 . txt"
    assert safe_name("console") == "console"
    assert safe_name("?!", "other") == "other"


def test_names_differ_where_case_does_not_count():
    taken: set[str] = set()
    assert [distinct(name, taken) for name in ("Oslo", "OSLO", "oslo")] == [
        "Oslo",
        "OSLO 2",
        "oslo 3",
    ]


def test_an_existing_file_is_kept_unless_told_otherwise(full, tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("mine")
    with pytest.raises(UsageError, match="--force"):
        write_whole(path, pieces(full, "csv", parse_query("", TODAY), is_whole=True))
    assert path.read_text() == "mine"
    write_whole(path, pieces(full, "csv", parse_query("", TODAY), is_whole=True), may_replace=True)
    assert "Quelle?" in path.read_text("utf-8")
    assert [p.name for p in tmp_path.iterdir() if p.name.startswith(".lesart")] == []


def test_nothing_is_begun_where_the_file_is_there_already(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("mine")
    begun = []

    def growing():
        begun.append(True)
        yield "ours"

    with pytest.raises(UsageError, match="exists already"):
        write_whole(path, growing())
    assert (begun, path.read_text()) == ([], "mine")


def test_a_file_grows_beside_its_place_and_takes_it_in_one_step(tmp_path):
    path, seen = tmp_path / "out.csv", []

    def growing():
        yield "one\n"
        seen.extend((path.exists(), [other.parent for other in tmp_path.glob(".lesart-*.part")]))
        yield "two \ud800\n"

    write_whole(path, growing())
    assert seen == [False, [tmp_path]]
    assert path.read_bytes() == b"one\ntwo ?\n"
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_is_utf_8_whatever_the_system_writes_in(tmp_path):
    run = (
        "from pathlib import Path; import sys\n"
        "from lesart.services.exporting.safe_files import write_whole\n"
        "write_whole(Path(sys.argv[1]), ['\\u0141\\u00f3d\\u017a'])"
    )
    system = {"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}
    subprocess.run(
        [sys.executable, "-c", run, str(tmp_path / "x")], env=os.environ | system, check=True
    )
    assert (tmp_path / "x").read_text("utf-8") == "Łódź"


def test_a_file_has_reached_the_disk_before_it_takes_its_place(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(
        "lesart.services.exporting.safe_files.os.fsync",
        lambda handle: synced.append((os.fstat(handle).st_size, path.exists())),
    )
    path = tmp_path / "out.csv"
    write_whole(path, ["12345"])
    assert synced == [(5, False)]


def test_who_may_read_a_file_stays_as_it_was(tmp_path):
    path = tmp_path / "out.csv"
    path.write_text("old")
    path.chmod(0o640)
    write_whole(path, ["new"], may_replace=True)
    assert (path.read_text(), path.stat().st_mode & 0o777) == ("new", 0o640)


@pytest.mark.parametrize("may_replace", [False, True])
def test_a_folder_or_a_link_in_its_place_is_refused(tmp_path, may_replace):
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to(tmp_path / "elsewhere")
    for name in ("folder", "link"):
        with pytest.raises(UsageError, match="no regular file"):
            write_whole(tmp_path / name, ["x"], may_replace=may_replace)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["folder", "link"]


def test_a_file_that_somebody_made_meanwhile_is_kept(tmp_path):
    path = tmp_path / "out.csv"

    def meanwhile():
        path.write_text("theirs")
        yield "ours"

    with pytest.raises(UsageError, match="exists already"):
        write_whole(path, meanwhile())
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [("out.csv", "theirs")]


@pytest.mark.parametrize("is_there", [False, True])
def test_where_the_disk_knows_no_links_a_file_is_written_or_refused_too(
    tmp_path, monkeypatch, is_there
):
    def no_links(*_):
        raise OSError(95, "Operation not supported")

    monkeypatch.setattr("lesart.services.exporting.safe_files.os.link", no_links)
    path = tmp_path / "out.csv"

    def growing():
        if is_there:
            path.write_text("theirs")
        yield "ours"

    if is_there:
        with pytest.raises(UsageError, match="exists already"):
            write_whole(path, growing())
    else:
        write_whole(path, growing())
    assert [(one.name, one.read_text()) for one in tmp_path.iterdir()] == [
        ("out.csv", "theirs" if is_there else "ours")
    ]


def test_a_full_disk_is_a_sentence_and_leaves_nothing(tmp_path):
    def full_disk():
        yield "x"
        raise OSError(28, "No space left on device")

    with pytest.raises(LesartError, match=r"could not be written: No space left on device\.$"):
        write_whole(tmp_path / "out.csv", full_disk())
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_export_leaves_no_half_file(full, tmp_path, monkeypatch):
    def interrupted():
        yield "half"
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        write_whole(tmp_path / "x.csv", interrupted())
    assert not list(tmp_path.glob("*x.csv*"))
    assert not list(tmp_path.glob(".lesart*"))


def test_passwords_in_addresses_do_not_leave(tmp_path):
    with Store.open(tmp_path / "s.sqlite") as store:
        feed, _ = store.feeds.add("https://me:secret@news.example/feed", now=NOW)
        store.articles.add(Draft(title="T", text="Words.", feed_id=feed.id, guid="1"), now=NOW)
        assert "secret" not in exported(store, "jsonl")


def test_an_annotation_is_what_it_was(full, tmp_path):
    out = exported(full, "jsonl")
    with Store.open(tmp_path / "empty.sqlite") as empty:
        brought(out, tmp_path / "out.jsonl", empty)
        ours = {n.annotation.uid: n.annotation for n in full.annotations.all()}
        theirs = {n.annotation.uid: n.annotation for n in empty.annotations.all()}

        def alike(note: Annotation) -> Annotation:
            return replace(note, id=0, parent=0 if note.parent else None)

        assert {uid: alike(note) for uid, note in ours.items()} == {
            uid: alike(note) for uid, note in theirs.items()
        }
