"""Two screens, each with its own memory, do at random what people do: no word of either is lost unseen."""

from __future__ import annotations

import random
import re
from pathlib import Path

import pytest

from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.text import Span
from lesart.services.note_changes import (
    Fields,
    NoteChange,
    Outcome,
    add_note,
    apply,
    apply_all,
    edit,
    move_note,
    removal,
)
from lesart.services.save_article import keep, keep_text
from lesart.store import Store
from tests.conftest import NOW, a_draft

SENTENCES = tuple(
    f"The {name} of the town spoke of {number} houses by the {place}."
    for number, (name, place) in enumerate(
        [("mayor", "river"), ("priest", "church"), ("baker", "mill"), ("miller", "harbour"),
         ("clerk", "bridge"), ("smith", "forge")], 11,
    )
)  # fmt: skip
TOKEN = re.compile(r"w\d+")


def tokens(text: str) -> set[str]:
    return set(TOKEN.findall(text))


class Screen:
    """What one reader has before them, and what they can take back."""

    def __init__(self, store: Store, article_id: int, chance: random.Random) -> None:
        self.store, self.article_id, self.chance = store, article_id, chance
        self.article: Article
        self.notes: list[Annotation] = []
        self.seen: set[str] = set()
        """Every word that ever stood before this reader."""
        self.typed: set[str] = set()
        self.tagged: set[str] = set()
        self.done: list[tuple[NoteChange, ...]] = []
        self.undone: list[tuple[NoteChange, ...]] = []
        self.look()

    def look(self) -> None:
        article = self.store.articles.get(self.article_id)
        assert article is not None
        self.article, self.notes = article, self.store.annotations.of(self.article_id)
        for note in self.notes:
            self.seen |= tokens(note.note) | set(note.tags)

    def act(self, word: str) -> str:
        name = self.chance.choice(
            ["add", "write", "write", "write", "tag", "colour", "move", "delete", "undo", "redo",
             "look"]
        )  # fmt: skip
        if name == "look":
            self.look()
        elif name in ("undo", "redo"):
            here, there = (self.done, self.undone)[:: 1 if name == "undo" else -1]
            if here:
                outcome = apply_all(self.store, here.pop(), now=NOW)
                if outcome.inverse:
                    there.append(outcome.inverse)
        else:
            outcome = self.change(name, word)
            if outcome is not None and outcome.inverse:
                self.done.append(outcome.inverse)
                self.undone.clear()
        return name

    def change(self, name: str, word: str) -> Outcome | None:
        sentence = self.chance.choice(SENTENCES)
        start = self.article.text.find(sentence)
        span = Span(start, start + len(sentence))
        if name == "add":
            if start < 0:
                return None
            self.typed.add(word)
            return add_note(self.store, self.article, span, now=NOW, note=word)
        if not self.notes:
            return None
        note = self.chance.choice(self.notes)
        if name == "write":
            self.typed.add(word)
            return apply(self.store, edit(note, Fields(note=f"{note.note} {word}")), now=NOW)
        if name == "tag":
            self.tagged.add(word)
            return apply(self.store, edit(note, Fields(tags=(*note.tags, word))), now=NOW)
        if name == "colour":
            colour = self.chance.choice(["red", "green", "blue"])
            return apply(self.store, edit(note, Fields(colour=colour)), now=NOW)
        if name == "move":
            return move_note(self.store, note, self.article, span, now=NOW) if start >= 0 else None
        return apply(self.store, removal(note), now=NOW)


def words_in(store: Store, article_id: int) -> set[str]:
    found: set[str] = set()
    for note in store.annotations.of(article_id):
        found |= tokens(note.note) | set(note.tags)
    return found


def revised(text: str, chance: random.Random) -> str:
    """The text with a sentence put in, taken out or put elsewhere."""
    parts = text.split("\n")
    what = chance.choice(["in", "in", "out", "move"])
    if what == "in":
        parts.insert(
            chance.randrange(len(parts) + 1), f"News of {chance.randrange(10**6)} came in."
        )
    elif len(parts) > 3:
        part = parts.pop(chance.randrange(len(parts)))
        if what == "move":
            parts.insert(chance.randrange(len(parts) + 1), part)
    return "\n".join(parts)


@pytest.mark.parametrize("seed", range(30))
def test_no_word_is_lost_unseen_and_no_note_claims_other_words(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path / "library.sqlite"
    with Store.open(path) as one, Store.open(path) as other:
        article_id = keep(one, a_draft("\n".join(SENTENCES), title="Town", guid="g"), now=NOW).id
        screens = [Screen(one, article_id, chance), Screen(other, article_id, chance)]
        log = []
        for number in range(40):
            before = words_in(one, article_id)
            if chance.random() < 0.1:
                text = revised(one.articles.text(article_id) or "", chance)
                keep_text(one, article_id, a_draft(text, title="Town"), now=NOW)
                log.append("revise")
                assert words_in(one, article_id) == before, log
            else:
                screen = chance.choice(screens)
                name = screen.act(f"w{number}")
                log.append(f"{screens.index(screen)} {name} w{number}")
                lost = before - words_in(one, article_id)
                if name not in ("delete", "undo", "redo"):
                    assert not lost, log
                assert lost <= screen.seen | screen.typed | screen.tagged, log
                if f"w{number}" in screen.typed:
                    assert f"w{number}" in words_in(one, article_id), log
            check_places(one, article_id, log)


def check_places(store: Store, article_id: int, log: list[str]) -> None:
    text = store.articles.text(article_id) or ""
    for note in store.annotations.of(article_id, deleted_too=True):
        if note.status == "ok" and note.anchor is not None:
            assert note.span is not None, log
            assert text[slice(*note.span)] == note.anchor.exact, log
