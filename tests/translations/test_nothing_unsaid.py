"""No sentence reaches a person in English only: every literal that looks like one is marked."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.translations.sources import SOURCE

ROOMS = ("tui", "cli", "__main__.py")
"""Where whatever looks like a sentence is one, and a single word with a capital, too."""
BELOW = ("services", "store", "feeds", "query", "anchor", "config.py")
"""Where what looks like a sentence is one unless it is for SQL, a file's form or another program."""
FINDERS = ("analysis", "text", "locales", "model")
"""Where only what an error says reaches a person: the rest are words of texts."""
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
FOR_PROGRAMS = re.compile(
    r"tui/(?:presets|kept_screen)\.py|cli/pipe.*\.py|store/(?:search/.*|tables/.*|sql_functions|file/sql_views|file/migrations)\.py|"
    r"services/importing/list_fields\.py|services/importing/registry\.py|"
    r"services/exporting/(?:anki|bibtex|csl|w3c|sqlite_file|hypothesis)\.py"
)
"""Files that have keys, settings and forms, and what programs ask each other; nothing that a person reads."""
SENTENCE = re.compile(r"[A-Za-zÀ-ž“’']{2,}[,;:.…]? .*[A-Za-z]{2,}")
PLACE = re.compile(r"(?:^|[ (])[a-z]{2,}[:]? \{\}|\{\} [a-z]{2,}(?:$|[ ,.;:)])")
"""A word before or behind a value: "line {}", "{} more"."""
NAMES = frozenset(("Lesart", "Samples", "Program", "_Does", "Moving", "All", "Unread", "OK"))
"""Names that are kept as they are, or said by `_()` where they are shown."""
WORD = re.compile(r"[#* ]*[A-Z][a-z]{2,}[:.…!?]*(?: \{\})?")
MACHINES = re.compile(
    r"^\s*(?:SELECT|INSERT|UPDATE|DELETE|WITH|CREATE|DROP|ALTER|PRAGMA)\b|"
    r"\{\n|\$(?:text|foreground|block|success|warning|error|accent|primary)|^bold|^strike|^import |"
    r"^\.(?:TH|SS) |^[a-z]+-[a-z]+ |Traceback|Fatal Python|^lesart: |^# \{\}: |^# preset|"
    r"^\{\} is no command$|^\{\} is not made as it should"
)
"""Statements, styles and code."""
FORMS = re.compile(
    r"[A-Z_]{2,} (?:FROM|NULL|BY|IN)\b|\bAND [a-z_.]+ (?:=|IS|IN)|\bSELECT\b|content='|"  # SQL
    r"^[a-z]+/[a-z+-]+[;,]|//\*|boolean\(ancestor|<[?a-z!]|^from lesart\.|"  # HTTP, XPath, XML, code
    r"^[a-z_]+ = [\"\[{]|^#\+|is:read|^# \$title|-has:"  # examples of settings, files, queries
)
"""What is written for a program or a file, below the screens."""
OTHERS_WORDS = frozenset(
    (
        "certificate has expired", "self signed", "unable to get local issuer", "hostname mismatch",
        "is not valid for", "ip address mismatch", "not yet valid", "wrong version number",
        "record layer failure", "unsupported protocol", "handshake failure", "connection refused",
        "all connection attempts failed", "no route to host", "network is unreachable",
        "connection reset", "broken pipe", "without sending a response", "without sending complete",
        "incomplete chunked", "staff writer", "read archive", "book title", "microsoft word",
        "Lesart subscriptions", "Lesart/{} (feed reader{})", "https {}", "role {}", "note {}", "beside {}",
    )
)  # fmt: skip
"""What libraries and files of others say, and what is told to others or only summed up."""


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


def unsaid(source: str, room: str = "tui") -> list[str]:
    """The literals of a module that a person would read in English, whatever the language."""
    looks_said = _in_room if room in ROOMS else _below if room in BELOW else _by_finders
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
        if not MACHINES.search(text) and looks_said(node, text, above, callers):
            found.append(f"{node.lineno}: {text}")
    return found


def _in_room(node: ast.expr, text: str, above: list[ast.AST], callers: list[str]) -> bool:
    if NOT_FOR_PEOPLE & set(callers[:2]):
        return False
    is_told = any(name in TOLD_BY for name in callers[:1]) and re.search("[A-Za-z]{2,}", text)
    is_word = WORD.fullmatch(text) and not any(isinstance(one, ast.Subscript) for one in above)
    return bool(SENTENCE.search(text) or is_told or (is_word and text not in NAMES))


def _below(node: ast.expr, text: str, above: list[ast.AST], callers: list[str]) -> bool:
    if NOT_FOR_PEOPLE & set(callers[:2]) or text in OTHERS_WORDS or FORMS.search(text):
        return False
    return bool(SENTENCE.search(text) or (isinstance(node, ast.JoinedStr) and PLACE.search(text)))


def _by_finders(node: ast.expr, text: str, above: list[ast.AST], callers: list[str]) -> bool:
    is_failing = any(FAILING.search(name) and name not in NOT_FOR_PEOPLE for name in callers[:1])
    return is_failing and bool(SENTENCE.search(text))


def modules(room: str) -> list[Path]:
    there = SOURCE / room
    return sorted(there.rglob("*.py")) if there.is_dir() else [there]


@pytest.mark.parametrize("room", [*ROOMS, *BELOW, *FINDERS])
def test_every_sentence_is_marked(room: str) -> None:
    wrong = [
        f"{path.relative_to(SOURCE)}:{one}"
        for path in modules(room)
        if not FOR_PROGRAMS.fullmatch(str(path.relative_to(SOURCE)))
        for one in unsaid(path.read_text(encoding="utf-8"), room)
    ]
    assert wrong == [], "mark it with _(), see “A sentence that a person reads” in CONTRIBUTING"


def test_no_room_is_forgotten() -> None:
    """A new folder of the program has to say which kind it is."""
    rooms = {path.name for path in SOURCE.iterdir() if path.suffix == ".py" or path.is_dir()}
    known = {*ROOMS, *BELOW, *FINDERS, "__init__.py", "translations", "__pycache__", "README.md"}
    assert rooms - known == set()


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
        'context.say("Figures")',
        'yield "## Stories"',
    ],
)
def test_a_sentence_that_is_not_marked_is_found(code: str) -> None:
    assert unsaid(code)


@pytest.mark.parametrize(
    ("code", "room"),
    [
        ('raise FeedError("the feed is broken.")', "feeds"),
        ('raise ImportFailed(name, f"{name} is too large.")', "services"),
        ('state = f"Page {number} of {count} is only a picture."', "services"),
        ('place = f"line {number}"', "services"),
        ('progress(f"Words are indexed anew: {percent} %")', "store"),
        ('return "for screen readers"', "feeds"),
        ('raise LibraryError("the text is broken.")', "text"),
    ],
)
def test_below_the_screens_what_is_said_is_found(code: str, room: str) -> None:
    assert unsaid(code, room)


@pytest.mark.parametrize(
    ("code", "room"),
    [
        ('sql = "SELECT title FROM article"', "store"),
        ('headers = "text/html, application/xhtml+xml;q=0.9"', "feeds"),
        ('words = "one two three"', "analysis"),
        ('place = _("line {number}").format(number=number)', "services"),
    ],
)
def test_below_the_screens_what_is_for_programs_is_not(code: str, room: str) -> None:
    assert unsaid(code, room) == []


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
