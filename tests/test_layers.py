"""Imports point down: one look at a file's imports tells what it can possibly do."""

from __future__ import annotations

import ast
from pathlib import Path

SOURCE = Path(__file__).parent.parent / "src" / "lesart"
FLOORS = (
    {"__main__"},
    {"tui", "cli"},
    {"services"},
    {"store", "feeds"},
    {"analysis", "anchor", "query", "config", "clean", "links", "folding", "finding", "quotation", "worddiff", "verdicts",
     "locale_format", "locale_units", "locale_words", "dates", "date_words", "decoding", "formats", "jsontext", "threads", "training"},
    {"model", "glance", "errors"},
)  # fmt: skip
ONLY_IN = {
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "textual": {"tui"},
    "rich": {"tui"},
    "httpx2": {"feeds"},
    "httpx": set(),
    "requests": set(),
    "torch": {"training"},
}
ALLOWED = {("cli/main.py", "sqlite3")}
"""Where a foreign library is named only to catch its errors for a person to read."""


def floor_of(room: str) -> int:
    for number, rooms in enumerate(FLOORS):
        if room in rooms:
            return number
    raise AssertionError(f"{room} stands on no floor: give it one in FLOORS")


def imports_of(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names.add(node.module)
            if node.module == "lesart":
                names.update(f"lesart.{alias.name}" for alias in node.names)
    return names


FILES = sorted(path for path in SOURCE.rglob("*.py") if path != SOURCE / "__init__.py")


def room_of(path: Path) -> str:
    return path.relative_to(SOURCE).parts[0].removesuffix(".py")


def test_a_file_imports_only_from_its_own_floor_or_below() -> None:
    wrong = []
    for path in FILES:
        room = room_of(path)
        for name in imports_of(path):
            parts = name.split(".")
            if parts[0] != "lesart" or len(parts) < 2 or parts[1] == "__version__":
                continue
            there = parts[1]
            if floor_of(there) < floor_of(room) or {room, there} == {"tui", "cli"}:
                wrong.append(f"{path.relative_to(SOURCE)} imports {name}")
    assert wrong == []


def test_foreign_libraries_stay_in_their_rooms() -> None:
    wrong = [
        f"{path.relative_to(SOURCE)} imports {name}"
        for path in FILES
        for name in imports_of(path)
        if room_of(path) not in ONLY_IN.get(name.split(".")[0], {room_of(path)})
        and (str(path.relative_to(SOURCE)), name) not in ALLOWED
    ]
    assert wrong == []


def test_every_file_says_in_its_first_line_what_it_is_for() -> None:
    silent = [
        str(path.relative_to(SOURCE))
        for path in FILES
        if len((ast.get_docstring(ast.parse(path.read_text("utf-8"))) or "").split("\n")[0]) < 15
    ]
    assert silent == []
