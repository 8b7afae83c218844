"""Whatever happens to articles, in whatever order, the indexes never say other than the texts."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.text import Span
from lesart.query import parse_query
from lesart.services.importing.import_files import import_paths
from lesart.store import Store
from lesart.store.file.integrity import check, repair
from lesart.store.search import vocabulary
from tests.conftest import NOW, a_draft

WORDS = ("Kranich", "Straße", "Zentralbank", "naïve", "4.500", "Łódź", "𝒳-ray", "Möwe")
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=5).map(" ".join)
which = st.integers(0, 30)
Step = tuple[str, int, str]


class Shelf:
    """A library, and beside it what must be in it: the present texts by their articles' ids."""

    def __init__(self, store: Store, folder: Path) -> None:
        self.store, self.folder = store, folder
        self.feed = store.feeds.add("https://example.org/feed")[0].id
        self.texts: dict[int, str] = {}
        self.files: dict[Path, str] = {}
        self.deleted: set[int] = set()

    def one(self, number: int) -> int | None:
        return list(self.texts)[number % len(self.texts)] if self.texts else None

    def add(self, number: int, text: str) -> None:
        draft = a_draft(f"{text} {number % 5}", feed_id=self.feed, guid=str(number % 5), title="T")
        article_id = self.store.articles.add(draft, now=NOW).id
        if article_id not in self.deleted:
            self.texts[article_id] = draft.text

    def bring(self, number: int, text: str) -> None:
        path = self.folder / f"{number}.txt"
        path.write_text(f"Imported\n\n{text} and {number} more of them.\n")
        for outcome in import_paths([path], self.store, now=NOW):
            article_id = outcome.article_id
            self.deleted.discard(article_id)
            # A file that is as it was when it was last imported says nothing new.
            if self.files.get(path) != text:
                assert text in (self.store.articles.text(article_id) or "")
            self.files[path] = text
            self.texts[article_id] = self.store.articles.text(article_id) or ""

    def revise(self, number: int, text: str) -> None:
        if (article_id := self.one(number)) is not None:
            self.store.articles.revise(article_id, a_draft(text, title="T"), now=NOW)
            self.texts[article_id] = text

    def fail(self, number: int, text: str) -> None:
        """Something goes wrong after the words were changed: it must be as before."""
        with suppress(ZeroDivisionError), self.store.transaction():
            self.store.articles.add(a_draft(f"{text} lost"), now=NOW)
            if (article_id := self.one(number)) is not None:
                self.store.articles.revise(article_id, a_draft("lost"), now=NOW)
            raise ZeroDivisionError

    def delete(self, number: int, _: str) -> None:
        if (article_id := self.one(number)) is not None:
            self.deleted.update(self.store.articles.delete([article_id]))

    def undo(self, number: int, _: str) -> None:
        if (article_id := self.one(number)) is not None:
            self.store.articles.restore([article_id])
            self.deleted.discard(article_id)

    def analyse(self, number: int, text: str) -> None:
        if (article_id := self.one(number)) is None:
            return
        kept = self.store.articles.get(article_id)
        if kept is None:
            return
        value = Decimal(len(text))
        figures = (
            Figure(Span(0, 1), "", "count", value, unit="EUR", noun=text.split()[0]),
            Figure(Span(1, 2), "", "count", low=value, high=value + number, unit="percent"),
            Figure(Span(2, 3), "", "count", unit="kilometre"),
        )
        names = (Entity(text[:12], "LOC", (Mention(Span(0, 1), ""),)),)
        engine = f"t/{number % 3}"
        self.store.analyses.put(article_id, kept.revision, Analysis(engine, "de", figures, names))

    def note(self, number: int, text: str) -> None:
        if (article_id := self.one(number)) is None:
            return
        notes = self.store.annotations
        mine = notes.of(article_id) if article_id not in self.deleted else []
        if mine and number % 2:
            notes.delete(mine[0].id)
        elif mine and number % 3:
            notes.change(mine[0].id, note=text, now=NOW)
        else:
            anchor = Anchor(self.texts[article_id][:4], "", "", 0, 4)
            notes.add(article_id, anchor, now=NOW, note=text, tags=["doubt"])

    def tend(self, _number: int, _text: str) -> None:
        self.store.index_maintenance.tend()

    def list_words(self, _number: int, _text: str) -> None:
        self.store.vocabulary.take_in()

    def repair(self, _number: int, _text: str) -> None:
        list(repair(self.store.path))

    # ------------------------------------------------------------------ what must be so

    def found(self, text: str) -> list[int]:
        return sorted(self.store.search.ids(parse_query(text, date(2026, 11, 18))))

    def is_in_step(self) -> None:
        # Texts are changed here below the service that carries notes over to the new words.
        wrong = [finding.what for finding in check(self.store.path) if not finding.is_well]
        assert [what for what in wrong if what != "words of notes"] == []
        shown = {i: text for i, text in self.texts.items() if i not in self.deleted}
        assert {i: self.store.articles.text(i) for i in shown} == shown
        noted: dict[int, str] = {}
        for listed in self.store.annotations.all():
            mine = listed.annotation
            # A note is found by its own words and by those that it stands on.
            quote = mine.anchor.exact if mine.anchor else ""
            noted[mine.article_id] = f"{noted.get(mine.article_id, '')} {mine.note} {quote}"
        for word in WORDS:
            with_word = {i for i, text in shown.items() if word in text.split()}
            assert set(self.inside(word)) == (with_word), word
            assert with_word <= set(self.found(f'"{word}"')), word
            others = set(self.found(f'"{word}"')) - with_word
            assert all(word in noted.get(i, "") for i in others), word
        assert self.found("lost") == []
        assert self.looked_up() == self.looked_up_anew()

    def inside(self, word: str) -> list[int]:
        longest = max(word.replace("-", ".").split("."), key=len)
        return self.found(f"~{longest}")

    def looked_up(self) -> list[list[tuple[object, ...]]]:
        return [
            self.store.connection.execute(
                f"SELECT * FROM {table} ORDER BY 1, 2, 3, 4, 5"
            ).fetchall()
            for table in ("amount", "amount_range")
        ] + [
            self.store.connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall()
            for table in ("counted", "naming")
        ]

    def looked_up_anew(self) -> list[list[tuple[object, ...]]]:
        assert self.store.analyses.index_again() == []
        return self.looked_up()


STEPS: dict[str, Callable[[Shelf, int, str], None]] = {
    name: getattr(Shelf, name)
    for name in ("add", "bring", "revise", "fail", "delete", "undo", "analyse", "note", "tend",
                 "list_words", "repair")
}  # fmt: skip
often = ["add", "add", "bring", "revise", "fail", "delete", "undo", "analyse", "analyse", "note"]
steps = st.tuples(st.sampled_from([*often * 2, "tend", "list_words", "repair"]), which, texts)


@contextmanager
def a_shelf() -> Iterator[Shelf]:
    with tempfile.TemporaryDirectory() as folder:
        (Path(folder) / "files").mkdir()
        with Store.open(Path(folder) / "library.sqlite") as store:
            yield Shelf(store, Path(folder) / "files")


@settings(max_examples=25, deadline=None)
@example([("add", 0, "Łódź"), ("note", 0, "Kranich"), ("add", 0, "Kranich")])
@given(st.lists(steps, min_size=1, max_size=25))
def test_indexes_and_texts_never_go_out_of_step(done: list[Step]):
    with pytest.MonkeyPatch.context() as patch, a_shelf() as shelf:
        patch.setattr(vocabulary, "WAITING", 3)  # so that words are listed in the midst of it
        patch.setattr(vocabulary, "_SELDOM", 2)
        patch.setattr("lesart.store.search.index_maintenance._FEWEST", 2)
        for name, number, text in done:
            STEPS[name](shelf, number, text)
        shelf.is_in_step()


@pytest.mark.parametrize(
    "text",
    [
        'Plain words, twice: words. (in) brackets [and] "quotes"',
        "under_score dash-word 4,500 1.2e5 a/b c\\d e+f €5 x²",
        "Straße STRASSE Ärzte ÄRZTE İstanbul ISTANBUL I\u0307zmir Łódź",
        "l’homme aujourd’hui „Zitat“ „OECD“-Bericht naïve na\u0308ve",
        "東京都 Москва МОСКВА αθήνα ΑΘΉΝΑ 한국어 ไทย 𝒳-ray \U0001f600smile",
        "tab\tnew\nline\u00a0no-break\u2009thin\u200bzero \x1f unit",
    ],
)
def test_words_are_listed_for_letters_as_the_index_spells_them(store: Store, text: str):
    store.articles.add(a_draft(text, title="Title"), now=NOW)
    indexed = {row[0] for row in store.connection.execute("SELECT term FROM body_words")}
    listed = vocabulary.words_of([("Title", text)])
    words = [word for some in listed.values() for word in some]
    assert set(words) == indexed
    assert len(words) == len(indexed)
    assert all(word.startswith(start) for start, some in listed.items() for word in some)
