"""Each format is, character by character, what other programs were promised: files kept beside this test.

`python -m tests.services.test_exported_files` writes them anew; read what changed before you keep it.
"""

from __future__ import annotations

import hashlib
import json
import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from lesart.anchor import make_anchor
from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor, Annotation
from lesart.model.article import Article, Draft
from lesart.model.enclosure import Enclosure
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Block, Span
from lesart.model.verdict import Verdict
from lesart.query import parse_query
from lesart.services.exporting import bibtex, org
from lesart.services.exporting.export import FORMATS, pieces
from lesart.services.exporting.markdown import write
from lesart.services.exporting.markdown_text import (
    PLACEHOLDERS,
    escaped,
    rendered,
    template_of,
)
from lesart.services.exporting.selection import Annotated, annotated, day, iso, key_of
from lesart.store import Store
from tests.conftest import NOW

KEPT = Path(__file__).with_name("exported")
TODAY = date(2026, 11, 23)
SECRET = "hunter2"
WITH_SECRET = f"https://reader:{SECRET}@news.example"
OLD = "Rund 90 Boote lagen im Hafen.\n\nEin Link führt hinaus."
TEXT = (
    "Etwa 100 *Boote* lagen im Hafen, sagte [Anna Lund].\n\n# Ein Link führt hinaus.\n\n"
    "– Punkt eins <b>fett</b>\n– Punkt zwei kostet 5 $ am Tag."
)
UIDS = [f"0000000{number}-1111-4222-8333-444444444444" for number in range(10)]


def library(path: Path) -> Store:
    """A library with what is hardest to write down."""
    store = Store.open(path)
    feed, _ = store.feeds.add(
        f"{WITH_SECRET}/feed", title=f"Blatt {WITH_SECRET}", folder="Welt", now=NOW
    )
    store.feeds.change(feed.id, own_title="Mein Blatt", wants_full_text=True, tags=["a", "b"])
    other, _ = store.feeds.add("https://other.example/feed", title="Anderes", now=NOW)
    store.feeds.change(other.id, is_paused=True)
    _harbour(store, feed.id)
    _without_anything(store)
    _of_a_year(store, other.id)
    store.settings.save_query("Viele", "figure>100", now=NOW)
    store.settings.watch("Hafen", now=NOW)
    return store


def _harbour(store: Store, feed_id: int) -> None:
    def draft(text: str, **values) -> Draft:
        return Draft(
            title="Boote = [viele] :hafen:", text=text, feed_id=feed_id, guid=f"{WITH_SECRET}/g/1",
            link=f"{WITH_SECRET}/1?a=b", author="=Anna & Bo", language="de",
            published=Moment(1_527_811_200, "month"), tags=("Große Frage", "See"),
            blocks=(
                Block("heading", Span(0, 4), 2, ""), Block("link", Span(5, 9), 0, f"{WITH_SECRET}/x"),
            ),
            enclosures=(Enclosure(f"{WITH_SECRET}/a.mp3", "audio/mpeg", 123),), **values,
        )  # fmt: skip

    store.articles.add(draft(OLD), now=NOW)
    notes = store.annotations
    gone = notes.add(1, make_anchor(OLD, Span(0, 7)), now=NOW, colour="red", uid=UIDS[0])
    store.articles.add(draft(TEXT), now=NOW + 60)
    notes.place(gone.id, None, "orphan", Span(0, 8))
    mark = notes.add(
        1, make_anchor(TEXT, Span(0, 16)), now=NOW + 70, uid=UIDS[1], tags=["zahl", "Große Frage"],
        note="Woher?\n* kein Titel\n#+end_quote\n:END:\n<script>x</script>\na < b",
    )  # fmt: skip
    reply = notes.add(
        1, None, now=NOW + 80, uid="weird uid/2", parent=mark.id, note="Doch:\n\nS. 4"
    )
    notes.add(1, None, now=NOW + 90, uid="https://h.example/a#3", parent=reply.id, note="Gut.")
    again = make_anchor(TEXT, Span(5, 8))
    notes.add(1, again, now=NOW + 95, uid=UIDS[3], parent=mark.id, note="These?")
    moved = notes.add(
        1, make_anchor(TEXT, Span(40, 62)), now=NOW + 100, uid=UIDS[4], colour="green"
    )
    notes.place(moved.id, Span(33, 62), "changed")
    notes.add(1, None, now=NOW + 110, uid=UIDS[5], note="a \u202ebidi <!-- lesart:end -->\nb")
    notes.add(1, make_anchor(TEXT, Span(79, 140)), now=NOW + 120, uid=UIDS[6], tags=["-", "="])
    notes.delete(notes.add(1, None, now=NOW, uid=UIDS[7], note="Not for others").id)
    store.verdicts.put(
        Verdict(1, "figure", make_anchor(TEXT, Span(5, 8)), "corrected", {"value": "101"}), now=NOW
    )
    store.verdicts.put(
        Verdict(1, "entity", Anchor("Gone", "", "", 3, 7), "rejected", {}, None), now=NOW
    )
    store.analyses.put(1, 2, _analysis())
    store.articles.set_read([1], True)
    store.articles.set_position(1, 17)


def _at(words: str) -> Span:
    return Span(TEXT.index(words), TEXT.index(words) + len(words))


def _analysis() -> Analysis:
    figures = (
        Figure(Span(5, 8), "100", "count", Decimal("100"), qualifier="approx", noun="*Boote*",
               attribution="Anna Lund", sentence=Span(0, 51), salience=0.5),
        Figure(_at("5 $"), "5 $", "money", None, Decimal("4.5"), Decimal(6), unit="USD"),
    )  # fmt: skip
    lund = Entity("Anna Lund", "PER", (Mention(_at("Anna Lund"), "Anna Lund"),), "PER:anna lund")
    return Analysis("engine 1", "de", figures, (lund,), "Names by rules only.")


def _without_anything(store: Store) -> None:
    two = store.articles.add(
        Draft(title="Ohne alles", text="Nur ein Satz über Oslo.", folder="Notes"), now=NOW
    ).id
    store.annotations.add(
        two, make_anchor("Nur ein Satz über Oslo.", Span(18, 22)), now=NOW + 6, uid=UIDS[8],
        note="@SUM(A1) – Stadt",
    )  # fmt: skip
    store.articles.set_starred([two], True)
    store.articles.set_text_state(two, "Full text not found.")


def _of_a_year(store: Store, feed_id: int) -> None:
    three = store.articles.add(
        Draft(
            title="TODO" + " sehr langer Titel" * 6, text="Ein Jahr.", link="no address at all",
            published=Moment(1_514_764_800, "year"), feed_id=feed_id, is_full_text=False,
            source=f"From {WITH_SECRET}/2",
        ),
        now=NOW,
    ).id  # fmt: skip
    store.annotations.add(three, make_anchor("Ein Jahr.", Span(0, 3)), now=NOW + 7, uid=UIDS[9])
    store.articles.add(Draft(title="Nobody's", text="No note on this.", guid="n"), now=NOW)


def exported(store: Store, format_: str) -> str:
    return "".join(pieces(store, format_, parse_query("", TODAY), is_whole=True))


def as_markdown(store: Store, folder: Path) -> dict[str, str]:
    list(write(folder, annotated(store, parse_query("", TODAY)), template_of(None)))
    return {path.name: path.read_bytes().decode() for path in sorted(folder.iterdir())}


ONE_FILE = sorted(FORMATS.keys() - {"markdown", "sqlite"})


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    """The library's exports, by format."""
    folder = tmp_path_factory.mktemp("exported")
    with library(folder / "library.sqlite") as store:
        files = {format_: exported(store, format_) for format_ in ONE_FILE}
        return files | {"markdown": as_markdown(store, folder / "notes")}


@pytest.mark.parametrize("format_", ONE_FILE)
def test_a_format_is_what_it_was(written, format_):
    kept = (KEPT / f"{format_}{FORMATS[format_].suffix}").read_bytes().decode()
    assert written[format_] == kept


def test_markdown_is_what_it_was(written):
    kept = {path.name: path.read_bytes().decode() for path in sorted((KEPT / "notes").iterdir())}
    assert written["markdown"] == kept


def test_no_password_leaves_in_any_link(written):
    """The feed's, the article's, its enclosures', and the links inside its present and older text."""
    assert SECRET not in json.dumps(written, ensure_ascii=False)


def test_nothing_that_turns_text_round_is_written_and_json_gives_it_back(written):
    for format_, text in written.items():
        assert "\u202e" not in (text if isinstance(text, str) else "".join(text.values())), format_
    records = [json.loads(line) for line in written["jsonl"].splitlines()]
    notes = [note["note"] for record in records for note in record.get("annotations", ())]
    assert "a \u202ebidi <!-- lesart:end -->\nb" in notes


def test_a_deleted_note_stays_at_home(written):
    assert "Not for others" not in json.dumps(written)


def test_only_one_article_is_written_where_it_is_asked_for(tmp_path):
    with library(tmp_path / "library.sqlite") as store:
        for format_ in ONE_FILE:
            out = "".join(
                pieces(store, format_, parse_query("", TODAY), is_whole=False, article_id=2)
            )
            assert "Ohne alles" in out or "Oslo" in out
            assert "Anna" not in out, format_
        one = "".join(pieces(store, "jsonl", parse_query("", TODAY), is_whole=False, article_id=3))
        assert [json.loads(line)["type"] for line in one.splitlines()] == [
            "lesart", "feed", "article",
        ]  # fmt: skip
        assert json.loads(one.splitlines()[1])["url"] == "https://other.example/feed"
        none = "".join(pieces(store, "csv", parse_query("", TODAY), is_whole=False, article_id=4))
        assert none.count("\n") == 1


def test_an_article_deleted_while_the_export_runs_is_left_out_and_the_rest_goes_on(tmp_path):
    with library(tmp_path / "library.sqlite") as store:
        running = annotated(store, parse_query("", TODAY))
        assert next(running).article.id == 1
        store.articles.delete([2])
        assert [one.article.id for one in running] == [3]


@pytest.mark.parametrize(
    ("seconds", "precision", "says"),
    [
        (1_527_940_800, "day", "2018-06-02"), (1_527_940_800, "minute", "2018-06-02"),
        (1_527_940_800, "month", "2018-06"), (1_527_940_800, "year", "2018"),
        (-62_135_596_800, "day", "0001-01-01"), (10**20, "day", "1970-01-01"),
    ],
)  # fmt: skip
def test_a_date_is_written_as_far_as_it_is_known(seconds, precision, says):
    assert day(Moment(seconds, precision)) == says


def test_a_moment_that_no_calendar_has_is_still_written():
    assert iso(10**20) == "1970-01-01T00:00:00Z"
    assert iso(-62_135_596_800) == "0001-01-01T00:00:00Z"


def test_an_article_has_a_key_whatever_its_name_is_made_of():
    keys = {key_of(Article(1, title, "Words.", guid=guid, link=link)) for title, guid, link in [
        ("T", "", ""), ("U", "", ""), ("T", "\ud800", ""), ("T", "g", ""), ("T", "", "l"),
    ]}  # fmt: skip
    assert len(keys) == 5
    assert all(len(key) == 16 for key in keys)
    assert key_of(Article(1, "T", "x", guid="g", link="l")) == key_of(
        Article(2, "U", "y", guid="g")
    )


def test_an_article_cannot_act_in_the_bibliography_that_it_stands_in():
    """What a title says is set as it stands: no command, no comment, no brace that ends the entry early."""
    hostile = r"50% off_$x^2 & \input{/etc/passwd} # {{ } ~"
    article = Article(
        1, hostile, "words", guid="g", link=r"https://example.org/a}b{c\d", tags=("a&b",)
    )
    written = bibtex.entry(Annotated(article, (), {}))
    title = next(line for line in written.splitlines() if line.startswith("  title"))
    assert title == (
        r"  title = {{50\% off\_\$x\textasciicircum{}2 \& \textbackslash{}input\textbraceleft /etc/passwd\textbraceright  \#"
        r" \textbraceleft \textbraceleft  \textbraceright  \textasciitilde{}}},"
    )
    assert written.count("{") == written.count("}")
    assert "  url = {https://example.org/a%7Db%7Bc%5Cd}," in written
    assert "month" not in written  # nothing is said of a day that nobody knows


def test_a_bibliography_names_each_month_and_no_more_of_a_date_than_is_known():
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    for number, name in enumerate(names, 1):
        at = int(datetime(2018, number, 3, tzinfo=UTC).timestamp())
        written = bibtex.entry(
            Annotated(Article(1, "T", "w", published=Moment(at, "month")), (), {})
        )
        assert f"  year = {{2018}},\n  month = {name},\n  date = {{2018-{number:02}}}," in written
    written = bibtex.entry(Annotated(Article(1, "T", "w", published=Moment(at, "year")), (), {}))
    assert "  date = {2018}," in written
    assert "month" not in written


def test_a_footnote_tells_the_revision_that_its_words_stand_in_and_the_hash_of_that_text(tmp_path):
    with library(tmp_path / "library.sqlite") as store:
        written = "".join(pieces(store, "footnotes", parse_query("", TODAY), is_whole=False))
    lines = written.splitlines()
    assert [line.partition(":")[0] for line in lines] == [f"[^{n}]" for n in range(1, 8)]
    of_old = next(line for line in lines if "“Rund 90”" in line)
    assert f"revision 1 of {iso(NOW)}" in of_old
    assert of_old.endswith(f"sha256 {hashlib.sha256(OLD.encode()).hexdigest()}")
    assert f"](lesart://note/{UIDS[0]})" in of_old
    of_new = next(line for line in lines if "“Etwa 100" in line)
    assert f"revision 2 of {iso(NOW + 60)}" in of_new
    assert of_new.endswith(f"sha256 {hashlib.sha256(TEXT.encode()).hexdigest()}")
    # What answers a note is no footnote of its own.
    assert "Gut." in of_new
    assert "These?" in of_new


def test_every_format_says_what_it_is_for_and_each_file_has_an_ending():
    assert all(row.says.strip() for row in FORMATS.values())
    one_file = {name for name, row in FORMATS.items() if row.made or name == "jsonl"}
    assert one_file == set(FORMATS) - {"markdown", "sqlite"}
    assert all(FORMATS[name].suffix.startswith(".") for name in one_file)


def test_an_org_heading_is_never_empty_and_ends_with_a_word():
    about = Article(1, "x" * 68 + " " + "y" * 9, "Words.")
    lines = org.article(Annotated(about, (Annotation(1, "u", 1, None),), {1: "u"})).splitlines()
    assert "* " + "x" * 68 + "…" in lines
    assert "** Note" in lines
    exactly = org.article(Annotated(Article(1, "x" * 70, "Words."), (), {}))
    assert f"* {'x' * 70}\n" in exactly


def test_a_template_may_use_all_that_is_known(tmp_path):
    template = tmp_path / "template"
    names = {of: "|".join(f"${name}" for name in known) for of, known in PLACEHOLDERS.items()}
    template.write_text(f"{names['article']}\n---8<--- note\n{names['note']}\n", "utf-8")
    with library(tmp_path / "library.sqlite") as store:
        one = next(annotated(store, parse_query("", TODAY)))
    note = replace(one.notes[0], note="N", tags=("a b", "c"), created=NOW, changed=NOW + 1, uid="u/1",
                   anchor=make_anchor(TEXT, Span(5, 16)), span=Span(5, 16), status="changed")  # fmt: skip
    written = rendered(Annotated(one.article, (note,), {}), template_of(template))
    assert written == (
        "Boote = \\[viele\\] :hafen:|Mein Blatt|\\=Anna & Bo|2018-06|<https://news.example/1?a=b>|de"
        f"|#Große-Frage #See|7a69858638a4013c|{escaped(TEXT)}"
        f"|Etwa ==100 \\*Boote\\*=={escaped(TEXT[16:])}|> 100 \\*Boote\\*|N"
        "|yellow · #a-b #c · words changed|yellow|#a-b #c|words changed"
        "|2026-11-18T11:06:40Z|2026-11-18T11:06:41Z|lesart-u-1|^lesart-u-1||[Lesart](lesart://note/u%2F1)\n"
    )


def test_an_earlier_export_that_was_moved_out_and_linked_to_is_not_written(tmp_path):
    """Nor is a folder that is called like a file, nor a file too large to be one of ours."""
    folder = tmp_path / "notes"
    with library(tmp_path / "library.sqlite") as store:
        names = list(as_markdown(store, folder))
        outside = tmp_path / "outside.md"
        (folder / names[0]).rename(outside)
        (folder / names[0]).symlink_to(outside)
        (folder / "folder.md").mkdir()
        store.annotations.add(3, None, now=NOW, note="More.")
        kept = outside.read_bytes()
        became = [
            one.became
            for one in write(folder, annotated(store, parse_query("", TODAY)), template_of(None))
        ]
    assert outside.read_bytes() == kept
    assert became == ["same", "same", "new"]


def test_a_file_too_large_to_be_ours_is_left_alone(tmp_path, monkeypatch):
    folder = tmp_path / "notes"
    with library(tmp_path / "library.sqlite") as store:
        before = as_markdown(store, folder)
        monkeypatch.setattr("lesart.services.exporting.markdown._LARGEST", 10)
        store.annotations.add(3, None, now=NOW, note="More.")
        list(write(folder, annotated(store, parse_query("", TODAY)), template_of(None)))
    assert {name: (folder / name).read_bytes().decode() for name in before} == before
    assert len(list(folder.iterdir())) == 2 * len(before)


def test_words_are_cleaned_before_they_are_written():
    assert escaped("a\u202eb\x1b[31m*") == "ab\\*"


def test_an_unknown_format_is_refused(tmp_path):
    with library(tmp_path / "library.sqlite") as store, pytest.raises(ValueError, match="pdf"):
        pieces(store, "pdf", parse_query("", TODAY), is_whole=True)


def test_what_comes_out_goes_in_and_comes_out_the_same(tmp_path, written):
    from lesart.services.importing.import_files import import_paths

    (tmp_path / "all.jsonl").write_text(written["jsonl"], "utf-8")
    with Store.open(tmp_path / "other.sqlite") as store:
        list(import_paths([tmp_path / "all.jsonl"], store, now=NOW + 999))
        # What turns text round is left at the door.
        assert exported(store, "jsonl") == written["jsonl"].replace("\\u202e", "")


if __name__ == "__main__":
    with (
        tempfile.TemporaryDirectory() as folder,
        library(Path(folder) / "library.sqlite") as made,
    ):
        for name in ONE_FILE:
            (KEPT / f"{name}{FORMATS[name].suffix}").write_text(exported(made, name), "utf-8")
        (KEPT / "notes").mkdir(exist_ok=True)
        for old in (KEPT / "notes").iterdir():
            old.unlink()
        for name, text in as_markdown(made, Path(folder) / "notes").items():
            (KEPT / "notes" / name).write_text(text, "utf-8")
