"""From what was typed to the tree: tokens, brackets, OR and NEAR; what stands behind a field, `fields` reads."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from lesart.locales.in_sentences import numeral
from lesart.model.text import Span
from lesart.query.amounts import amount
from lesart.query.fields import Fields, is_field, words
from lesart.query.one_figure import is_on_figures
from lesart.query.tree import (
    All,
    AnyOf,
    Near,
    Node,
    Not,
    Problem,
    Query,
    Substring,
    Words,
)
from lesart.text.unpointed import WORD
from lesart.translations import N_, _

TOKEN = re.compile(
    r"""\s*(?:
        (?P<open>-?\()            |
        (?P<close>\))             |
        (?P<or>OR(?=\s|\(|$))     |
        NEAR(?:/(?P<distance>\d{1,3}))?(?P<near>(?=\s|$)) |
        (?P<neg>-)?
        (?:
            (?P<field>[^\W\d_]+)(?P<op>:|>=|<=|>|<)(?P<value>"[^"]*"?|[^\s()"]*) |
            (?P<phrase>"[^"]*"?)  |
            (?P<tilde>~[^\s()"]+) |
            (?P<than>>=|<=|>|<)(?P<amount>[€$£]?-?\d[^\s()"]*) |
            (?P<word>[^\s()"]+)
        )
    )""",
    re.VERBOSE,
)
_WITHOUT_SPACES = re.compile(
    "[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u2e80-\u2fdf\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uac00-\ud7af\uf900-\ufaff\U00020000-\U0003134f]"
)
"""Thai, Lao, Burmese, Khmer, Chinese, Japanese; Korean, whose words grow at their ends. What the index
takes for a word there is a stretch of them."""
_SHORTENED = re.compile('(?<=[\u05d0-\u05ea])"(?=[\u05d0-\u05ea])')
"""A quotation mark between two Hebrew letters is no quotation: it tells that a word is shortened (צה"ל)."""
MAX_PARTS = 64
"""More conditions than anybody types; a pasted page must not become a thousand joins."""
MAX_DEPTH = 20
_TOO_MANY = N_("Only the first {count} conditions are searched.")
_DISTANCE = 10
"""How far words that are to be near each other may be apart, where nobody says."""
_HINTS = {
    "ODER": N_("“ODER” is searched as a word; write OR where one of several is enough."),
    "UND": N_("“UND” is searched as a word; all words must be there anyway."),
    "NICHT": N_("“NICHT” is searched as a word; write -word to leave a word out."),
    "NOT": N_("NOT is searched as a word; write -word to leave a word out."),
    "AND": N_("AND is searched as a word; all words must be there anyway."),
    "or": N_("“or” is searched as a word; write OR where one of several is enough."),
    "|": N_("“|” means nothing here; write OR where one of several is enough."),
    "||": N_("“||” means nothing here; write OR where one of several is enough."),
    "&&": N_("“&&” means nothing here; all words must be there anyway."),
}
"""What other searches have, and how it is said here."""


class Parser:
    def __init__(
        self, text: str, today: date, prefix_last: bool, colours: Mapping[str, str]
    ) -> None:
        self._typed = text
        self.text = _SHORTENED.sub("\u05f4", text)
        self.prefix_last = prefix_last
        self.problems: list[Problem] = []
        self._fields = Fields(today, colours, self._problem)
        self.count = 0
        self._distance: int | None = None
        """A NEAR was read, and the word after it was not yet."""

    def query(self) -> Query:
        stack: list[tuple[list[list[Node]], bool]] = [([[]], False)]
        opened: list[int] = []
        at = 0
        while at < len(self.text):
            found = TOKEN.match(self.text, at)
            if not found or found.end() == at:
                at += 1
                continue
            start = (
                at + len(self.text[at : found.end()]) - len(self.text[at : found.end()].lstrip())
            )
            at = found.end()
            if found["open"]:
                if len(stack) > MAX_DEPTH:
                    self._problem(_("Too many brackets inside each other."), start)
                    continue
                stack.append(([[]], found["open"].startswith("-")))
                opened.append(start)
            elif found["close"]:
                if len(stack) == 1:
                    self._problem(_("A ) has no ( before it."), start)
                    continue
                groups, is_negated = stack.pop()
                opened.pop()
                part = _in_brackets(_join(groups), groups)
                if part is not None:
                    stack[-1][0][-1].append(Not(part) if is_negated else part)
            elif found["or"]:
                if stack[-1][0][-1]:
                    stack[-1][0].append([])
            elif found["near"] is not None:
                self._near(found, stack[-1][0][-1], start)
            else:
                node = self._node(found, start)
                if node is not None:
                    self.count += 1
                    if self.count > MAX_PARTS:
                        self._problem(_(_TOO_MANY).format(count=numeral(MAX_PARTS)), start)
                        break
                    self._put(Not(node) if found["neg"] else node, stack[-1][0][-1], start)
        is_typing = self.prefix_last  # what is still to come is no mistake then
        if self._distance is not None and not is_typing:
            self._problem(_("NEAR needs a word behind it."), len(self.text.rstrip()))
        if len(stack) > 1 and not is_typing:
            self._problem(_("A ( has no ) behind it."), opened[0])
        if self.text.count('"') % 2 and not is_typing:
            self._problem(_('A " has no second one behind it.'), self.text.rindex('"'))
        while len(stack) > 1:
            groups, is_negated = stack.pop()
            part = _join(groups)
            if part is not None:
                stack[-1][0][-1].append(Not(part) if is_negated else part)
        root = _join(stack[0][0])
        everything = All(()) if root is None else root if isinstance(root, All) else All((root,))
        if self.prefix_last and not self.text[-1:].isspace():
            everything = _open_last(everything, self.text)
        return Query(everything, self._fields.sort, tuple(self.problems), self._typed)

    def _near(self, found: re.Match[str], group: list[Node], start: int) -> None:
        if group and _may_be_near(group[-1]):
            self._distance = int(found["distance"] or _DISTANCE)
        else:
            self._problem(
                _("NEAR stands between two words: Soldaten NEAR Kabul, or NEAR/5."), start
            )

    def _put(self, node: Node, group: list[Node], start: int) -> None:
        """Add a condition to its neighbours, or to the word that it is to be near of."""
        distance, self._distance = self._distance, None
        if distance is None:
            group.append(node)
            return
        before = group[-1] if group else None
        if not isinstance(before, (Words, Near)) or not isinstance(node, Words) or node.field:
            self._problem(
                _("NEAR stands between two words: Soldaten NEAR Kabul, or NEAR/5."), start
            )
            group.append(node)
            return
        parts = before.parts if isinstance(before, Near) else (before,)
        if isinstance(before, Near):
            distance = max(distance, before.distance)
        group[-1] = Near((*parts, node), distance)

    def _problem(self, message: str, position: int, *, is_hint: bool = False) -> None:
        self.problems.append(Problem(message, position, is_hint))

    def _node(self, found: re.Match[str], start: int) -> Node | None:
        if found["tilde"]:
            letters = "".join(WORD.findall(found["tilde"]))
            if len(letters) < 3:
                self._problem(_("~ needs at least three letters."), start)
                return None
            return Substring(letters)
        if found["field"]:
            return self._field(found, start)
        if found["than"]:
            if amount(found["amount"])[0] is not None:  # ">30°C"
                return self._fields.read("figure", found["than"], found["amount"], start)
            return words(found["amount"])
        word = found["word"] or ""
        if word in _HINTS and not (self.prefix_last and found.end() == len(self.text)):
            self._problem(_(_HINTS[word]), start, is_hint=True)
        return _in_any_script(found["phrase"] or word)

    def _field(self, found: re.Match[str], start: int) -> Node | None:
        name, op = found["field"].casefold(), found["op"]
        value = found["value"].strip('"').strip()
        if not is_field(name, op):
            if name not in ("http", "https"):
                self._problem(
                    _("“{found}{op}” is no search field; searched as words.").format(
                        found=found["field"], op=op
                    ),
                    start,
                    is_hint=True,
                )
            return words(f"{found['field']} {value}")
        if not value:
            if not self.prefix_last:
                self._problem(
                    _("“{found}{op}” needs something behind it.").format(
                        found=found["field"], op=op
                    ),
                    start,
                )
            return None
        return self._fields.read(name, op, value, start)


def _in_any_script(text: str) -> Node | None:
    """Words; where a script does not part them by spaces, their letters inside of what stands there."""
    node = words(text)
    if node is None or not any(map(_WITHOUT_SPACES.search, node.words)):
        return node
    nodes: list[Node] = [
        Substring(word) if _WITHOUT_SPACES.search(word) else Words((word,)) for word in node.words
    ]
    return _all(nodes)


def _in_brackets(part: Node | None, groups: list[list[Node]]) -> Node | None:
    """What stood in brackets; brackets around one condition on figures part it from others."""
    if part is not None and len(groups) == 1 and len(groups[0]) == 1 and is_on_figures(part):
        return All((part,))
    return part


def _may_be_near(node: Node) -> bool:
    return isinstance(node, Near) or (isinstance(node, Words) and not node.field)


def _join(groups: list[list[Node]]) -> Node | None:
    """Conditions side by side are all meant; OR between groups means any of them."""
    parts = [_all(group) for group in groups if group]
    if not parts:
        return None
    return parts[0] if len(parts) == 1 else AnyOf(tuple(parts))


def _all(group: list[Node]) -> Node:
    return group[0] if len(group) == 1 else All(tuple(group))


def _open_last(root: All, text: str) -> All:
    """Let the last word of an unfinished query go on."""
    if text.rstrip().endswith(('"', ")")) or not root.parts:
        return root
    last = root.parts[-1]
    match last:
        case Words(words) if words and text.casefold().endswith(words[-1].casefold()):
            return All((*root.parts[:-1], replace(last, is_prefix=True)))
        case AnyOf(parts) if isinstance(parts[-1], Words):
            opened = AnyOf((*parts[:-1], replace(parts[-1], is_prefix=True)))
            return All((*root.parts[:-1], opened))
        case _:
            return root


def place_of(text: str, problem: Problem) -> Span:
    """The part of a query that a problem is about; the last character where something is missing behind it."""
    start = min(problem.position, max(0, len(text) - 1))
    found = TOKEN.match(text, start)
    return Span(start, max(start + 1, found.end() if found else 0))
