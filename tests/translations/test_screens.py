"""The screen speaks German to who reads German, and has room for it."""

from __future__ import annotations

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
    (("escape", "colon", "a", "b", "b", "e"), "Den Feed abbestellen"),
    (("escape", "E"), "Notizen ausgeben"),
    (("escape", "N"), "neueste zuerst"),
    (("escape", "i"), "│ Notiz"),
    (("escape", "escape", "backslash", "z", "z", "enter"), "Nichts zu „zz*“ gefunden."),
    (("escape", "less_than_sign", "f2"), "Mit Notizen"),
    (("ctrl+g",), "Meldungen, die neueste zuerst"),
)


@pytest.fixture
def german_app(library: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[[], LesartApp]:  # noqa: F811
    from lesart.tui.controllers.analysis_jobs import AnalysisJobs

    monkeypatch.setattr(AnalysisJobs, "want", lambda self, article_id=None: None)
    config = Config(library=library, locale="de", language="de")
    return lambda: LesartApp(config, now=lambda: float(NOW))


def english_sentences() -> list[str]:
    """What must not be on a German screen: sentences of several words that German says otherwise."""
    said = [
        (m.id, m.string)
        for m in read(FOLDER / "de.po")
        if isinstance(m.id, str) and len(m.id.split()) > 1 and "{" not in m.id
    ]
    return [sentence for sentence, german in said if sentence not in german]


@pytest.mark.parametrize("size", [(80, 24), (60, 20)])
async def test_every_screen_is_german(
    german_app: Callable[[], LesartApp], size: tuple[int, int]
) -> None:
    app, english = german_app(), english_sentences()
    async with app.run_test(size=size) as pilot:
        for keys, words in EVERYWHERE:
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
