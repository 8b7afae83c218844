"""No sentence reaches a person in English only: every literal that looks like one is marked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

import pytest

from tests.translations.sources import SOURCE

ROOMS = ("tui", "cli")
"""Where whatever looks like a sentence is one."""
BELOW = ("services", "store", "feeds", "query", "analysis")
"""Where only what an error says reaches a person: the rest is SQL, styles of files and words of texts."""
FAILING = re.compile(r"(?:Error|Failed)$")
MARKS = {"_", "N_", "ngettext", "pgettext", "_c", "_key"}
TOLD_BY = {
    "tell", "notify", "Notice", "Ask", "Confirm", "Choose", "Form", "remark", "heading", "say_below",
    "UsageError", "LesartError",
}  # fmt: skip
"""What is handed to these is read by a person, even one word of it."""
NOT_FOR_PEOPLE = {
    "Binding",  # named by the commands' table
    "compile", "execute", "getattr", "get", "add_class", "query_one", "LookupError", "RuntimeError",
    "ValueError", "TypeError", "KeyError", "AssertionError", "Vertical", "Horizontal",
}  # fmt: skip
FOR_PROGRAMS = re.compile(r"tui/(?:presets|kept_screen)\.py|cli/(?:pipe.*|manual)\.py")
"""Files that have keys, settings and forms, and what programs ask each other; nothing that a person reads."""
SENTENCE = re.compile(r"[A-Za-zÀ-ž“’']{2,}[,;:.…]? .*[A-Za-z]{2,}")
MACHINES = re.compile(
    r"^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|DROP|ALTER|PRAGMA)\b|"
    r"\{\n|\$(?:text|foreground|block|success|warning|error|accent|primary)|^bold|^strike|^import |"
    r"^[a-z]+-[a-z]+ |Traceback|Fatal Python|^lesart: |^# \{\}: |^# preset|"
    r"^\{\} is no command$|^\{\} is not made as it should"
)
"""Statements, styles and code."""


def literals(tree: ast.Module) -> Iterator[tuple[ast.expr, str, list[ast.AST]]]:
    """Every string that stands in the code, with its text and what it stands in, the nearest first."""

    def walk(node: ast.AST, above: list[ast.AST]) -> Iterator[tuple[ast.expr, str, list[ast.AST]]]:
        if isinstance(node, ast.JoinedStr):
            parts = [v.value if isinstance(v, ast.Constant) else "{}" for v in node.values]
            yield node, "".join(map(str, parts)), above
            for value in node.values:
                if isinstance(value, ast.FormattedValue):
                    yield from walk(value.value, [node, *above])
            return
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value, above
        for child in ast.iter_child_nodes(node):
            if not (isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)):
                yield from walk(child, [node, *above])

    yield from walk(tree, [])


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    function = node.func
    return function.id if isinstance(function, ast.Name) else getattr(function, "attr", "")


def unsaid(source: str, *, is_below: bool = False) -> list[str]:
    """The literals of a module that a person would read in English, whatever the language."""
    found = []
    for node, text, above in literals(ast.parse(source)):
        callers = [called(one) for one in above]
        if MARKS & set(callers):
            if callers[0] in MARKS and any(isinstance(one, ast.JoinedStr) for one in above):
                found.append(f"{node.lineno}: within an f-string it cannot be found: {text}")
            if isinstance(node, ast.JoinedStr) and callers[0] in MARKS - {"_key"}:
                found.append(f"{node.lineno}: an f-string cannot be found: {text}")
            continue
        if any(isinstance(one, (ast.Compare, ast.Assert)) for one in above[:1]):
            continue
        is_sentence = SENTENCE.search(text) and not MACHINES.search(text)
        if is_below:
            if any(FAILING.search(name) and name not in NOT_FOR_PEOPLE for name in callers[:1]):
                if SENTENCE.search(text) and not MACHINES.search(text):
                    found.append(f"{node.lineno}: {text}")
            continue
        is_told = any(name in TOLD_BY for name in callers[:1]) and re.search("[A-Za-z]{2,}", text)
        is_told = is_told and not MACHINES.search(text)
        if (is_sentence or is_told) and not NOT_FOR_PEOPLE & set(callers[:2]):
            found.append(f"{node.lineno}: {text}")
    return found


@pytest.mark.parametrize("room", [*ROOMS, *BELOW])
def test_every_sentence_is_marked(room: str) -> None:
    wrong = [
        f"{path.relative_to(SOURCE)}:{one}"
        for path in sorted((SOURCE / room).rglob("*.py"))
        if not FOR_PROGRAMS.fullmatch(str(path.relative_to(SOURCE)))
        for one in unsaid(path.read_text(encoding="utf-8"), is_below=room in BELOW)
    ]
    assert wrong == [], "mark it with _(), see “A sentence that a person reads” in CONTRIBUTING"


@pytest.mark.parametrize(
    "code",
    [
        'self.tell("Nothing to undo.")',
        'self.tell("Gone")',
        'self.tell(f"{name} is gone.")',
        'words = "Nothing to do." if x else ""',
        'self.tell(_(f"{name} is gone."))',
        "self.tell(f\"{name} {_('is gone.')}\")",
        'SAYS = "The library is read-only."',
        'raise UsageError(f"There is no {name}.")',
        'title = f"{count} of all articles"',
        'words = "A change was not stored"',
    ],
)
def test_a_sentence_that_is_not_marked_is_found(code: str) -> None:
    assert unsaid(code)


def test_below_the_screens_an_error_is_found() -> None:
    assert unsaid('raise FeedError("the feed is broken.")', is_below=True)
    assert unsaid('raise ImportFailed(name, f"{name} is too large.")', is_below=True)
    assert unsaid('sql = "one two three"', is_below=True) == []


@pytest.mark.parametrize(
    "code",
    [
        'self.tell(_("Nothing to undo."))',
        'self.tell(_("{name} is gone.").format(name=name))',
        '"""A docstring is for us."""',
        'style = "bold $text-primary"',
        'if words == "by tag": pass',
        'raise LookupError("no such thing here")',
    ],
)
def test_what_is_marked_or_for_no_person_is_not(code: str) -> None:
    assert unsaid(code) == []
