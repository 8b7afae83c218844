"""The faults are real faults, a test that looks at them catches them, and the tree stays as it was."""

from __future__ import annotations

import ast
import subprocess
import sys

import pytest

from tests.mutation.__main__ import EXCUSES, PACKAGE, main
from tests.mutation.mutators import mutants
from tests.mutation.targets import TESTS, named_for
from tests.mutation.workshop import ROOT

SOURCE = '''"""What it is for."""
from typing import TYPE_CHECKING, Literal
if TYPE_CHECKING:
    from pages import Page
MOST: Literal[3] = 3
@dataclass(frozen=True)
class Shelf:
    """Not a fault."""
    def put(self, book: str | None, *, now: int = 0) -> bool:
        """Nor is this."""
        with self.store.transaction(is_durable=True):
            self.count += 1
            if book and self.count < MOST:
                return True
        return not [page for page in book if page in self.known][1:]
'''


def test_every_fault_is_another_program_that_can_be_read():
    found = list(mutants(SOURCE))
    sources = {mutant.source for mutant in found}
    assert len(sources) == len(found)
    assert ast.unparse(ast.parse(SOURCE)) not in sources
    for source in sources:
        compile(source, "fault", "exec")
    assert len({mutant.name for mutant in found}) == len(found)


@pytest.mark.parametrize(
    "fault",
    [
        ": 3 → 4",
        "Shelf.put: with self.store.transaction(is_durable=True): → if True:",
        "Shelf.put: True → False",
        "Shelf.put: self.count += 1 → pass",
        "Shelf.put: if book and self.count < MOST: → if not (book and self.count < MOST):",
        "Shelf.put: book and self.count < MOST → book or self.count < MOST",
        "Shelf.put: book and self.count < MOST → book",
        "Shelf.put: self.count < MOST → self.count <= MOST",
        "Shelf.put: page in self.known → page not in self.known",
        "Shelf.put: [page for page in book if page in self.known] → [page for page in book]",
        "Shelf.put: return not [page for page in book if page in self.known][1:] → return",
    ],
)
def test_what_a_tired_programmer_gets_wrong_is_among_the_faults(fault):
    assert fault in {mutant.name for mutant in mutants(SOURCE)}


def test_types_decorators_and_first_lines_are_left_alone():
    told = " ".join(mutant.name for mutant in mutants(SOURCE))
    for words in ("Literal", "frozen", "What it is for", "Not a fault", "None"):
        assert words not in told


@pytest.mark.slow
def test_a_fault_is_caught_told_or_excused_and_nothing_is_written_here(tmp_path, capsys):
    """The whole of it, on the smallest module that there is, with one test for it."""
    before = {path: path.read_bytes() for path in (PACKAGE / "tui").glob("*.py")}
    test = tmp_path / "test_history.py"
    test.write_text(
        "from lesart.tui.undo import History\n"
        "def test_a_step_is_taken_back():\n"
        "    log = []\n"
        "    history = History()\n"
        "    history.did('one', lambda: log.append('-'), lambda: log.append('+'))\n"
        "    assert (history.undo(), log) == ('one', ['-'])\n"
    )
    status = main(["tui/undo.py", "--sample", "8", "--tests", str(test)])
    told = capsys.readouterr().out
    assert "caught" in told
    assert status == int("ALIVE" in told)
    assert {path: path.read_bytes() for path in (PACKAGE / "tui").glob("*.py")} == before


def test_every_module_that_is_named_is_there_with_tests_for_it():
    for module in TESTS:
        assert (PACKAGE / module).exists(), module
        assert named_for(module, ROOT), module


def test_every_excuse_is_for_a_fault_that_there_is():
    excuses: dict[str, set[str]] = {}
    for line in EXCUSES.read_text("utf-8").splitlines():
        if line and not line.startswith("#"):
            module, fault, why = line.split(" | ")
            assert len(why) > 10
            excuses.setdefault(module, set()).add(fault)
    for module, faults in excuses.items():
        names = {mutant.name for mutant in mutants((PACKAGE / module).read_text("utf-8"))}
        assert faults <= names, f"{module}: {faults - names}"


def test_a_module_that_is_not_there_is_told():
    ran = subprocess.run(
        [sys.executable, "-m", "tests.mutation", "nothing.py"],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert ran.returncode == 1
    assert ran.stderr.strip() == "nothing.py: there is no such module in src/lesart."
