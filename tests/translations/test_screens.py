"""The screen speaks German to who reads German, and has room for it."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from lesart.config import Config
from lesart.tui.app import LesartApp
from tests.conftest import NOW
from tests.translations.sources import FOLDER, read
from tests.tui.conftest import library, screen_text, until  # noqa: F401  # the fixture's name

Walk = tuple[tuple[tuple[str, ...], str], ...]
"""Keys, and words of the screen that they lead to."""
EVERYWHERE: Walk = (
    ((), "Ungelesen 3"),
    ((), "LISTE"),
    (("enter",), "LESEN"),
    (("v", "e"), "AUSWAHL"),
    (("V", "enter"), "Markiert in gelb"),
    (("c", "W", "e", "r", "?"), "NOTIZ"),
    (("ctrl+s",), "Notiz gespeichert"),
    (("d",), "Anmerkung gelöscht; u bri"),
    (("u",), "Zurückgenommen: Die An"),
    (("question_mark",), "Tasten · LESEN"),
    (("escape", "colon", "a", "b", "b", "e"), "Den Feed unter dem Cursor abbe"),
    (("escape", "E"), "Notizen ausgeben"),
    (("escape", "N"), "neueste zuerst"),
    (("escape", "i"), "│ Notiz"),
    (("escape", "escape", "backslash", "z", "z", "enter"), "Nichts zu „zz*“ gefunden."),
    (("escape", "less_than_sign", "f2"), "Mit Notizen"),
    (("ctrl+g",), "Meldungen, die neueste zuerst"),
)
ASKING: Walk = (
    ((), "Ungelesen 3"),
    (("number_sign",), "zur Stelle"),
    (("escape",), "LISTE"),
    (("at",), "zur Seite"),
    (("escape",), "LISTE"),
    (("g", "d"), "Überblick"),
    (("escape",), "LISTE"),
    (("f10",), "wie der Hintergrund"),
    (("escape", "plus"), "Feed hinzufügen"),
    (("escape", "enter", "slash", "q", "q"), "Nicht in diesem Artikel"),
)
"""The screens that ask across all articles, and the dialogs; wide enough for their last lines."""


@pytest.fixture
def german_app(library: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], LesartApp]:  # noqa: F811
    from lesart.tui.controllers.analysis_jobs import AnalysisJobs

    monkeypatch.setattr(AnalysisJobs, "want", lambda self, article_id=None: None)
    config = Config(library=library, locale="de", language="de")
    return lambda: LesartApp(config, now=lambda: float(NOW))


def english_sentences() -> list[str]:
    """What must not be on a German screen: sentences of several words that German says otherwise."""
    said = [
        (begun(one), german)
        for m in read(FOLDER / "de.po")
        for one, german in zip(forms(m.id), forms(m.string), strict=False)
    ]
    return [one for one, german in said if one and one not in german]


def forms(said: str | tuple[str, ...]) -> tuple[str, ...]:
    return (said,) if isinstance(said, str) else said


def begun(sentence: str) -> str:
    """As much of a sentence as stands on one line of any screen; empty where it is too little to tell."""
    first = next(
        (part for part in re.split(r"\{[^}]*\}|\n", sentence) if len(part.split()) > 1), ""
    )
    words = first.strip()
    cut = words if len(words) <= 26 else words[:26].rpartition(" ")[0]
    return cut if len(re.findall(r"[A-Za-z]{2,}", cut)) > 1 and len(cut) > 8 else ""


@pytest.mark.parametrize(
    ("walk", "size"),
    [(EVERYWHERE, (80, 24)), (EVERYWHERE, (60, 20)), (ASKING, (140, 40))],
    ids=["80", "60", "asking"],
)
async def test_every_screen_is_german(
    german_app: Callable[[], LesartApp], walk: Walk, size: tuple[int, int]
) -> None:
    app, english = german_app(), english_sentences()
    async with app.run_test(size=size) as pilot:
        for keys, words in walk:
            await pilot.press(*keys)
            await until(pilot, lambda words=words: words in " ".join(screen_text(app).split()))  # type: ignore[misc]
            shown = screen_text(app)
            assert [sentence for sentence in english if sentence in shown] == []


async def test_the_footer_has_room_for_the_help_and_the_first_keys(
    german_app: Callable[[], LesartApp],
) -> None:
    app = german_app()
    async with app.run_test(size=(60, 20)) as pilot:
        await until(pilot, lambda: "LISTE" in screen_text(app))
        for keys, first in ((), "j/k bewegen"), (("enter",), "j/k blättern"), (("v",), "V Satz"):
            await pilot.press(*keys)
            await until(pilot, lambda first=first: first in screen_text(app))  # type: ignore[misc]
            footer = screen_text(app).splitlines()[-1]
            assert footer.rstrip().endswith("? Hilfe")
            assert len(footer.split("  ")) > 2
