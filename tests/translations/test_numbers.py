"""Numbers in sentences stand as the reader writes them, with the plural that belongs to them."""

from __future__ import annotations

import ast
import re
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from lesart.locales.in_sentences import decimal, moment, numeral, percent, use_locale
from lesart.tui.app import LesartApp
from tests.conftest import NOW
from tests.translations.sources import SOURCE
from tests.translations.test_screens import german_app, library  # noqa: F401  # fixtures
from tests.tui.conftest import screen_text, until

WRITERS = {"numeral", "percent", "decimal", "moment"}
COUNTED = {"count", "total"}
"""Places of a sentence that only ever have a number."""
MARKS = {"_", "N_", "ngettext", "pgettext"}
ENGLISH_STYLE = re.compile(r",|\.\d+f|%")
"""Ways to format a number that know English only."""
NOT_READ = re.compile(r"locales/|analysis/|services/exporting/|store/file/sql_views|feeds/http/")
"""Where numbers are made for programs, or written by the reader's own language."""
ONE_IS_IMPOSSIBLE = {
    "{count} of {total} articles … ",
    "{count} others",
    "These words stand in {count} places: say --occurrence 1 to {count}.",
    "There is no place {number}; the words stand in {count}.",
    "it is compressed {count} times over",
    "The feed has {count} entries; only the first {MAX_ITEMS} were read.",
    "The feed has {value} entries; only the first {MAX_ITEMS} were read.",
    " ({error_count} times in a row)",
}
"""Said of two and more only, or of the one number that is never one."""
PLURAL = re.compile(r"\{(\w+)\} (?:(?!is|was|has|as|its|this|minutes)[a-z]+s|are|were|have|lead)\b")


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(SOURCE.rglob("*.py")):
        name = str(path.relative_to(SOURCE))
        if not NOT_READ.match(name):
            yield name, ast.parse(path.read_text(encoding="utf-8"))


def of_english_style(tree: ast.Module) -> Iterator[int]:
    """Lines where a number is formatted as in English, whoever reads it."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FormattedValue) and node.format_spec is not None:
            spec = "".join(
                v.value
                for v in getattr(node.format_spec, "values", ())
                if isinstance(v, ast.Constant) and isinstance(v.value, str)
            )
            if ENGLISH_STYLE.search(spec) and "%d" not in spec and "%Y" not in spec:
                yield node.lineno


def said_bare(tree: ast.Module) -> Iterator[str]:
    """Numbers that are put into a sentence as Python writes them."""
    for node in ast.walk(tree):
        is_format = isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
        if not is_format or node.func.attr != "format":  # type: ignore[attr-defined]
            continue
        for part in node.keywords:  # type: ignore[attr-defined]
            value = part.value
            name = (
                value.func.id
                if isinstance(value, ast.Call) and isinstance(value.func, ast.Name)
                else ""
            )
            is_text = isinstance(value, ast.Name) and part.arg == value.id == "total"
            if (
                (part.arg in COUNTED or name in ("len", "round"))
                and name not in WRITERS
                and not is_text
            ):
                yield f"{value.lineno}: {part.arg}={ast.unparse(value)}"


def without_plural(tree: ast.Module) -> Iterator[str]:
    """Sentences about any number that know more than one only."""
    numbers = {id(part): names for part, names in put_in_as_numbers(tree)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "_":
            for part in ast.walk(node):
                if isinstance(part, ast.Constant) and isinstance(part.value, str):
                    found = PLURAL.search(part.value)
                    counted = COUNTED | numbers.get(id(node), set())
                    if found and found[1] in counted and part.value not in ONE_IS_IMPOSSIBLE:
                        yield f"{part.lineno}: {part.value}"


def put_in_as_numbers(tree: ast.Module) -> Iterator[tuple[ast.expr, set[str]]]:
    """Sentences with the places that are given a number, whatever they are called."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            names = {
                part.arg
                for part in node.keywords
                if part.arg
                and isinstance(part.value, ast.Call)
                and isinstance(part.value.func, ast.Name)
                and part.value.func.id == "numeral"
            }
            yield node.func.value, names


@pytest.mark.parametrize("fault", [of_english_style, said_bare, without_plural])
def test_every_number_of_a_sentence_is_written_for_its_reader(
    fault: Callable[[ast.Module], Iterator[object]],
) -> None:
    found = [f"{name}:{one}" for name, tree in modules() for one in fault(tree)]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("fault", "code"),
    [
        (of_english_style, 'f"{total:,}"'),
        (of_english_style, 'f"{share:.0%} of all"'),
        (of_english_style, 'f"{size / 1e6:.1f} MB"'),
        (said_bare, '_("{count} left").format(count=left)'),
        (said_bare, '_("{n} left").format(n=len(left))'),
        (without_plural, '_("{count} articles left")'),
        (without_plural, '_("{count} are damaged")'),
        (without_plural, '_("{lost} feeds were lost").format(lost=numeral(lost))'),
    ],
)
def test_such_a_number_is_found(fault: Callable[[ast.Module], Iterator[object]], code: str) -> None:
    assert list(fault(ast.parse(code)))


def test_numbers_follow_the_locale() -> None:
    written = {}
    for locale in ("en", "de", "fr", "es"):
        use_locale(locale)
        written[locale] = [numeral(1234567), decimal(3.25), percent(0.4), moment(NOW)]
    use_locale("en")
    assert written["en"][:3] == ["1,234,567", "3.2", "40 %"]
    assert written["de"][:3] == ["1.234.567", "3,2", "40 %"]
    assert written["fr"][1] == written["es"][1] == "3,2"
    assert written["de"][3] != written["en"][3]
    assert all(one[3].endswith(" UTC") for one in written.values())


async def test_a_german_screen_counts_in_german(
    german_app: Callable[[], LesartApp],  # noqa: F811
    library: Path,  # noqa: F811
) -> None:
    with closing(sqlite3.connect(library)) as db, db:
        db.execute(
            "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1231)"
            " INSERT INTO article (guid, title, published, arrived, text_hash)"
            " SELECT 'many-' || i, 'Meldung', ?, ?, x'00' FROM n",
            [NOW - 90_000, NOW],
        )
    app = german_app()
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: "1/1.234" in screen_text(app))
        await pilot.press("f2")
        await until(pilot, lambda: "QUELLEN" in screen_text(app))
        await until(pilot, lambda: screen_text(app).count("1.234") >= 2)
        assert "1,234" not in screen_text(app)
        assert "1234" not in screen_text(app)
