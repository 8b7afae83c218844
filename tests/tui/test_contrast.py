"""Every theme of our own can be read, by every eye: computed from the cells that are painted."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

import pytest
from rich.style import Style
from textual.color import Color

from lesart.model.colours import COLOURS
from lesart.store import Store
from lesart.tui.rendering.theme import COLOURBLIND_DARK, COLOURBLIND_LIGHT, OWN
from lesart.tui.widgets.reader_layers import LAYER_BITS
from tests.tui.conftest import screen_text, until

LEAST = 4.5
"""What the web's guidelines want between text and what is behind it."""
LINES = {" ", *map(chr, range(0x2500, 0x25A0))}
"""Borders, rules and scrollbars hold no news."""
WALK = (
    ((), "Letzte Truppen"),
    (("enter",), "Kuwait"),
    (("right_square_bracket", "V", "1"), "Highlighted in"),
    (("c", *"hello"), "hello"),
    (("ctrl+s",), "Note saved"),
    (("right_square_bracket", "v", "e"), "SELECT"),
    (("escape", "tab"), "FACTS"),
    (("right", "right"), "hello"),
    (("escape", "backslash", *"Soldat"), "Soldat"),
    (("enter", "question_mark"), "Keys"),
    (("escape", "N"), "newest first"),
    (("escape", "number_sign"), "Figures"),
    (("escape", "at"), "Entities"),
    (("escape", "f10"), "Theme"),
    (("escape", "f2"), "Starred"),
    (("ctrl+g",), "latest first"),
    (("escape", "g"), "First"),
)
"""Keys, and what the screen says once they were taken."""
SEEN: dict[str, tuple[tuple[float, float, float], ...]] = {
    "as most": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "without red": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216),
                    (-0.003882, -0.048116, 1.051998)),
    "without green": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413),
                      (-0.011820, 0.042940, 0.968881)),
    "without blue": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602),
                     (0.004733, 0.691367, 0.303900)),
}  # fmt: skip
"""How colours look to those who lack a kind of cone: matrices of Machado, Oliveira and Fernandes (2009)."""


def linear(colour: Color) -> tuple[float, ...]:
    parts = [part / 255 for part in colour.rgb]
    return tuple(p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)


def brightness(colour: Color) -> float:
    red, green, blue = linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    assert style.color is not None
    assert style.bgcolor is not None
    pair = (Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
    dark, light = sorted(brightness(colour) + 0.05 for colour in pair)
    return light / dark


def perceived(colour: Color, eye: str) -> tuple[float, float, float]:
    """Lightness and the two axes of hue (CIE L*a*b*), as that eye has them."""
    red, green, blue = (
        min(1.0, max(0.0, sum(a * b for a, b in zip(row, linear(colour), strict=True))))
        for row in SEEN[eye]
    )
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.95047
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.08883
    x, y, z = (t ** (1 / 3) if t > 0.008856 else 7.787 * t + 16 / 116 for t in (x, y, z))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def shown_cells(app) -> Iterator[tuple[str, Style]]:
    """What is painted; of a dialog only the dialog, since what is behind it is dimmed on purpose."""
    strips = app.screen._compositor.render_strips()
    regions = [app.screen.region]
    if app.screen.is_modal:
        regions = [child.region for child in app.screen.children if child.display]
    for region in regions:
        for y in range(max(0, region.y), min(region.bottom, app.size.height)):
            for segment in strips[y].crop(max(0, region.x), region.right):
                yield segment.text, segment.style or Style()


def too_faint(app) -> list[str]:
    return [
        f"{text.strip()[:40]!r}: {contrast(style):.2f}, {style}"
        for text, style in shown_cells(app)
        if text.strip() and not set(text) <= LINES and contrast(style) < LEAST
    ]


async def test_all_that_is_painted_can_be_read_in_every_theme_of_our_own(make_app, library):
    with Store.open(library) as store:
        store.articles.set_starred([2], True)
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        for keys, words in WALK:
            await pilot.press(*keys)
            await until(pilot, lambda words=words: words in screen_text(app))
            for theme in OWN:
                app.theme = theme.name
                await pilot.pause()
                assert too_faint(app) == [], (words, theme.name)


async def test_every_mark_can_be_read_on_every_highlight(make_app):
    app = make_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "Kuwait" in screen_text(app))
        reader = app.main.reading.reader
        names = ["", "figure", "entity", "link", "heading", "emphasis", "code", "quote", "match"]
        shades: dict[str, set[object]] = {}
        for theme in OWN:
            app.theme = theme.name
            await pilot.pause()
            for colour in COLOURS:
                for name in names:
                    note = LAYER_BITS[f"note-{colour}"]
                    style = reader._style_of_mask(note | LAYER_BITS.get(name, 0))
                    assert contrast(style) >= LEAST, (theme.name, colour, name)
                    for over in ("current", "selection", "cursor"):
                        lit = style + reader.component_style(f"reader--{over}")
                        assert contrast(lit) >= LEAST, (theme.name, colour, name, over)
                shades.setdefault(theme.name, set()).add(reader._style_of_mask(note).bgcolor)
        assert {name: len(found) for name, found in shades.items()} == {
            theme.name: len(COLOURS) for theme in OWN
        }


@pytest.mark.parametrize("eye", SEEN)
@pytest.mark.parametrize("theme", [COLOURBLIND_DARK, COLOURBLIND_LIGHT], ids=lambda t: t.name)
def test_no_two_highlights_look_alike_to_any_eye(theme, eye):
    paper = Color.parse(theme.background)
    shades = {c: Color.parse(theme.variables[f"note-{c}"]) for c in COLOURS} | {"none": paper}
    for (one, first), (other, second) in combinations(shades.items(), 2):
        pairs = zip(perceived(first, eye), perceived(second, eye), strict=True)
        distance = sum((a - b) ** 2 for a, b in pairs) ** 0.5
        assert distance >= 10, (one, other, distance)  # 2.3 is the least that can be seen


async def test_a_colour_blind_reader_tells_marks_without_their_hue(make_app):
    app = make_app(theme="lesart-colourblind-dark")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "Kuwait" in screen_text(app))
        await pilot.press("right_square_bracket", "V", "4")
        await until(pilot, lambda: "┆4" in screen_text(app))
        await pilot.press("c", *"so")
        await until(pilot, lambda: "NOTE" in screen_text(app))
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "✎4" in screen_text(app))
        reader = app.main.reading.reader
        looks = {
            name: tuple(
                getattr(reader._style_of_mask(LAYER_BITS[name]), how)
                for how in ("bold", "underline", "italic", "reverse")
            )
            for name in ("figure", "entity", "link", "emphasis", "match")
        }
        assert len(set(looks.values())) == len(looks), looks
        await pilot.press("N")
        await until(pilot, lambda: "■4" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: "┆4" in screen_text(app) or "✎4" in screen_text(app))
        await pilot.press("f10")
        await until(pilot, lambda: "Theme" in screen_text(app))
        await pilot.press("j")
        await until(pilot, lambda: app.theme == "lesart-colourblind-light")
        await pilot.press("escape")
        await until(pilot, lambda: app.theme == "lesart-colourblind-dark")


async def test_with_the_terminals_own_sixteen_colours_a_figure_shows_on_its_highlight(make_app):
    app = make_app()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await until(pilot, lambda: "Kuwait" in screen_text(app))
        app.theme = "ansi-dark"
        await pilot.pause()
        for colour in COLOURS:
            mask = LAYER_BITS["figure"] | LAYER_BITS[f"note-{colour}"]
            style = app.main.reading.reader._style_of_mask(mask)
            assert style.color != style.bgcolor
            assert style.bgcolor is not None
            assert style.bgcolor.is_system_defined or style.bgcolor.is_default
            assert style.bold


# ------------------------------------------------------------------ motion


async def test_nothing_blinks_where_motion_is_reduced(make_app):
    app = make_app(motion="reduced")
    async with app.run_test(size=(100, 30)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("slash", "a")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "query")
        assert not app.focused.cursor_blink
        assert app.animation_level == "none"
        await pilot.press("escape", "enter")
        await until(pilot, lambda: "Kuwait" in screen_text(app))
        await pilot.press("c", "a")
        await until(pilot, lambda: "NOTE" in screen_text(app))
        assert not app.focused.cursor_blink


async def test_motion_is_chosen_beside_the_theme_and_kept(make_app, library):
    def kept() -> str:
        with Store.open(library) as store:
            return store.settings.get("motion")

    app = make_app()
    async with app.run_test(size=(80, 24)) as pilot:
        await until(pilot, lambda: len(app.main.listing.rows) == 3)
        await pilot.press("slash")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "query")
        assert app.focused.cursor_blink
        await pilot.press("escape", "f10")
        await until(pilot, lambda: "motion: full" in screen_text(app))
        await pilot.press("m")
        await until(pilot, lambda: "motion: reduced" in screen_text(app))
        await pilot.press("escape", "slash")
        await until(pilot, lambda: app.focused is not None and app.focused.id == "query")
        assert not app.focused.cursor_blink
        await until(pilot, lambda: kept() == "reduced")
    again = make_app()
    assert again.is_still
    again.store.close()
