"""Imports point down and never in a ring: one look at a file's imports tells what it can possibly do."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

SRC = Path(__file__).parent.parent / "src"
SOURCE = SRC / "lesart"
FLOORS: tuple[set[str], ...] = (
    {"__main__"},
    {"tui", "cli"},
    {"services"},
    {"store", "feeds"},
    {"analysis", "anchor", "query", "config"},
    {"text", "locales"},
    {"model"},
    {"translations"},
)
"""From the top down. A file imports from its own floor or from below."""

INNER_FLOORS: dict[str, tuple[set[str], ...]] = {
    "store": (
        {"file/integrity", "file/restoring", "file/salvage", "file/placement"},
        {"store"},
        {"search", "plain_copy"},
        {"tables"},
        {"connection"},
        {"file"},
        {"rows", "sql_functions", "noun_index"},
    ),
    "tui": (
        {"run"},
        {"keep_screen"},
        {"app"},
        {"screens/main", "screens/pane_news", "screens/screen_context"},
        {"controllers"},
        {"screens"},
        {"program", "keymap"},
        {"widgets"},
        {"rendering", "background", "commands", "undo", "browser", "keys_in_turn", "kept_screen", "driver", "terminal_background", "command_words", "presets", "dialog_keys"},
        {"key_sequences"},
    ),
    "feeds": (
        {"feed_visits", "parse_worker"},
        {"pages", "formats", "schedule"},
        {"http", "worker_process"},
    ),
    "analysis": (
        {"engine", "stories", "comparing"},
        {"names", "figure_head"},
        {"figures", "entities", "language", "verdicts"},
    ),
}  # fmt: skip
"""The same inside a room: folders and files from the top down; the most particular name counts."""

ONLY_IN = {
    "sqlite3": {"store"},
    "sqlite_utils": {"store"},
    "textual": {"tui"},
    "rich": {"tui"},
    "httpx2": {"feeds"},
    "httpx": set(),
    "requests": set(),
    "torch": set(),
}
ALLOWED = {("cli/main.py", "sqlite3")}
"""Where a foreign library is named only to catch its errors for a person to read."""
FACE_LINES = 80
"""A package's `__init__` says what the room is for and hands out its few names; it does no work."""

FILES = sorted(SOURCE.rglob("*.py"))
TEACHING = sorted([*(SRC / "name_model").rglob("*.py"), *(SRC / "figure_model").rglob("*.py")])


def module_of(path: Path) -> str:
    return ".".join(path.relative_to(SRC).with_suffix("").parts).removesuffix(".__init__")


MODULES = {module_of(path): path for path in FILES + TEACHING}


@cache
def imports_of(path: Path) -> frozenset[str]:
    """Everything a file imports, wherever in it, for types too."""
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative imports hide where a name comes from"
            names.update(f"{node.module}.{alias.name}" for alias in node.names)
    return frozenset(names)


def known(name: str) -> str:
    """The module of ours that an imported name lives in; empty for other people's."""
    while name and name not in MODULES:
        name = name.rpartition(".")[0]
    return name


@cache
def arrows_of(module: str) -> frozenset[str]:
    there = {known(name) for name in imports_of(MODULES[module])}
    return frozenset(there - {"", module, "lesart"})


def room_of(module: str) -> str:
    return module.split(".")[1] if "." in module else ""


def floor_of(room: str) -> int:
    for number, names in enumerate(FLOORS):
        if room in names:
            return number
    raise AssertionError(f"{room} stands on no floor: give it one in FLOORS")


def test_every_module_stands_in_a_folder() -> None:
    loose = [p.name for p in SOURCE.glob("*.py")]
    assert set(loose) == {"__init__.py", "__main__.py", "config.py"}


def test_a_file_imports_only_from_its_own_floor_or_below() -> None:
    wrong = [
        f"{module} imports {there}"
        for module in map(module_of, FILES)
        for there in arrows_of(module)
        if module != "lesart"
        and (
            floor_of(room_of(there)) < floor_of(room_of(module))
            or {room_of(module), room_of(there)} == {"tui", "cli"}
        )
    ]
    assert wrong == []


def test_the_program_does_not_need_what_taught_its_model() -> None:
    wrong = [
        module for module in map(module_of, FILES) if any(n.startswith(("name_model", "figure_model")) for n in imports_of(MODULES[module]))
    ]  # fmt: skip
    assert wrong == []


def inner_floor(room: str, module: str) -> int | None:
    """Which floor of its room a module stands on; the longest name that fits decides."""
    place = "/".join(module.split(".")[2:])
    fitting = [
        (len(name), number)
        for number, names in enumerate(INNER_FLOORS[room])
        for name in names
        if place == name or place.startswith(f"{name}/")
    ]
    return max(fitting)[1] if fitting else None


@pytest.mark.parametrize("room", sorted(INNER_FLOORS))
def test_inside_a_room_imports_point_down_too(room: str) -> None:
    wrong = []
    for module in MODULES:
        if room_of(module) != room or module == f"lesart.{room}":
            continue
        here = inner_floor(room, module)
        assert here is not None, (
            f"{module} stands on no floor of {room}: give it one in INNER_FLOORS"
        )
        for there in arrows_of(module):
            if room_of(there) == room and there.count(".") > 1:
                floor = inner_floor(room, there)
                if floor is not None and floor < here:
                    wrong.append(f"{module} imports {there}")
    assert wrong == []


def rings() -> Iterator[list[str]]:
    """Every set of files that import each other in a ring (Tarjan's strongly connected components)."""
    number: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []

    def visit(module: str) -> Iterator[list[str]]:
        number[module] = low[module] = len(number)
        stack.append(module)
        for there in sorted(arrows_of(module)):
            if there not in number:
                yield from visit(there)
                low[module] = min(low[module], low[there])
            elif there in stack:
                low[module] = min(low[module], number[there])
        if low[module] == number[module]:
            ring = []
            while not ring or ring[-1] != module:
                ring.append(stack.pop())
            if len(ring) > 1:
                yield sorted(ring)

    for module in MODULES:
        if module not in number:
            yield from visit(module)


def test_no_files_import_each_other_in_a_ring() -> None:
    assert list(rings()) == []


def test_a_face_is_thin() -> None:
    thick = [
        f"{path.relative_to(SRC)}: {len(path.read_text(encoding='utf-8').splitlines())} lines"
        for path in FILES
        if path.name == "__init__.py"
        and (
            len(path.read_text(encoding="utf-8").splitlines()) > FACE_LINES
            or any(
                isinstance(node, (ast.ClassDef, ast.For, ast.While, ast.With))
                for node in ast.parse(path.read_text(encoding="utf-8")).body
            )
        )
    ]
    assert thick == []


def test_foreign_libraries_stay_in_their_rooms() -> None:
    wrong = [
        f"{path.relative_to(SOURCE)} imports {name}"
        for path in FILES
        for name in imports_of(path)
        if room_of(module_of(path))
        not in ONLY_IN.get(name.split(".")[0], {room_of(module_of(path))})
        and (str(path.relative_to(SOURCE)), name.split(".")[0]) not in ALLOWED
    ]
    assert wrong == []


TABLES = {"tables.py", "migrations.py", "unit_table.py", "currency_names.py"}
"""Files that are data: words of a language, schemas, units."""


def test_a_file_of_logic_has_one_subject_and_a_function_one_thing_to_do() -> None:
    long = [
        f"{path.relative_to(SRC)}: {count} lines"
        for path in FILES
        if path.name not in TABLES
        and (count := len(path.read_text(encoding="utf-8").splitlines())) > 400
    ]
    long += [
        f"{path.relative_to(SRC)}: {node.name}"
        for path in FILES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        and (node.end_lineno or 0) - node.lineno + 1 > 60
    ]
    assert long == []
