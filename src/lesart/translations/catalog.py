"""Look sentences up in the `.po` file of the language in use.

The file is read as it is, at the first sentence that is wanted; nothing is compiled, so nothing can be out
of step with it. The first frame says a few dozen sentences: those are looked for in the bytes, and the file
is taken apart only when more are wanted. Who reads English waits for none of it.
"""

from __future__ import annotations

import os
import re

TYPE_CHECKING = False  # `typing` is not there yet when the first sentence is wanted
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

SOURCE_LANGUAGE = "en"
_FOLDER = os.path.dirname(__file__)
_NAME = re.compile(r"([a-z]{2,3})(?:_([A-Z]{2}))?(?:[.@].*)?")
_ENTRY = re.compile(r'^(?:msgctxt "(.*)"\n)?msgid "(.*)"\nmsgstr "(.*)"$', re.MULTILINE)
_PLURAL = re.compile(
    r'^(?:msgctxt "(.*)"\n)?msgid "(.*)"\nmsgid_plural ".*"((?:\nmsgstr\[\d\] ".*")+)$',
    re.MULTILINE,
)
_FORM = re.compile(r'\nmsgstr\[\d\] "(.*)"')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPED = {"n": "\n", "t": "\t", "r": "\r"}
_BETWEEN = "\x04"
"""What gettext puts between a context and its sentence."""


_FEW = 40
"""Sentences that are looked for one by one."""


class Catalog:
    """The sentences of one language."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._parts: tuple[str, dict[str, str]] | None = None
        self._known: dict[str, str] = {}
        self._plurals: dict[str, list[str]] | None = None
        self._form: Callable[[int], int] = lambda count: int(count != 1)

    def sentence(self, sentence: str, context: str = "") -> str:
        """The sentence in this language; as it stands in the source where there is none."""
        key = _key(context, sentence)
        known = self._known.get(key)
        if known is None:
            written = _as_written(sentence)
            raw = self._found(context, written) if len(self._known) < _FEW else ""
            raw = raw or self._raw.get(_key(context, written), "")
            known = _as_read(raw) if raw else self._singular(_key(context, written)) or sentence
            self._known[key] = known
        return known

    def _found(self, context: str, written: str) -> str:
        """What stands behind the sentence; empty where it is not found so, since it takes several lines."""
        around = f'\nmsgctxt "{context}"' if context else ""
        entry = f'{around}\nmsgid "{written}"\nmsgstr "'.encode()
        at = self._data.find(entry)
        start = at + len(entry)
        end = self._data.find(b'"\n', start)
        line_before = self._data.rfind(b"\n", 0, max(at, 0)) + 1
        if (
            min(at, end) < 0
            or self._data.startswith(b'"', end + 2)  # it goes on
            or (not context and self._data.startswith(b"msgctxt", line_before))
        ):
            return ""
        return self._data[start:end].decode()

    @property
    def _text(self) -> str:
        return self._apart()[0]

    @property
    def _raw(self) -> dict[str, str]:
        return self._apart()[1]

    def _apart(self) -> tuple[str, dict[str, str]]:
        if self._parts is None:
            # A string may go on for several lines; a line's end between quotes is only that.
            text = self._data.decode().replace('"\n"', "")
            entries = _ENTRY.findall(text)
            self._parts = text, {_key(context, key): raw for context, key, raw in entries}
        return self._parts

    def _singular(self, written: str) -> str:
        """A word that is there as the one of a plural."""
        return next(iter(self._forms(written)), "")

    def plural(self, one: str, many: str, count: int) -> str:
        """The form for so many, by the rule that the file's head gives."""
        forms = self._forms(_as_written(one))
        form = self._form(count)
        if form < len(forms) and forms[form]:
            return forms[form]
        return one if count == 1 else many

    def _forms(self, written: str) -> list[str]:
        if self._plurals is None:
            self._plurals = self._read_plurals()
        return self._plurals.get(written, [])

    def _read_plurals(self) -> dict[str, list[str]]:
        rule = re.search(r"plural=([^;\\]+)", self._raw.get("", ""))
        if rule is not None:
            from gettext import c2py

            self._form = c2py(rule[1])
        return {
            key: [_as_read(raw) for raw in _FORM.findall(forms)]
            for _context, key, forms in _PLURAL.findall(self._text)
        }


def _key(context: str, sentence: str) -> str:
    return f"{context}{_BETWEEN}{sentence}" if context else sentence


def _as_written(sentence: str) -> str:
    """A sentence as it stands between the quotes of a file."""
    sentence = sentence.replace("\\", "\\\\").replace('"', '\\"')
    return sentence.replace("\n", "\\n").replace("\t", "\\t")


def _as_read(raw: str) -> str:
    return _ESCAPE.sub(lambda found: _ESCAPED.get(found[1], found[1]), raw) if "\\" in raw else raw


_language = SOURCE_LANGUAGE
_catalog: Catalog | None = None


def use(language: str) -> None:
    """From now on say everything in this language; one that there is no file of is English."""
    global _language, _catalog
    if language == _language:
        return
    _language, _catalog = language if _has(language) else SOURCE_LANGUAGE, None


def current_language() -> str:
    return _language


def _wanted() -> Catalog:
    global _catalog
    if _catalog is None:
        with open(_path(_language), "rb") as file:
            _catalog = Catalog(file.read())
    return _catalog


def _(sentence: str) -> str:
    """A sentence of the source in the reader's language."""
    return sentence if _language == SOURCE_LANGUAGE else _wanted().sentence(sentence)


def pgettext(context: str, sentence: str) -> str:
    """A word that needs to be told apart: `pgettext("verb", "read")`."""
    return sentence if _language == SOURCE_LANGUAGE else _wanted().sentence(sentence, context)


def ngettext(one: str, many: str, count: int) -> str:
    """The sentence for so many: `ngettext("{count} note", "{count} notes", n).format(count=n)`."""
    if _language == SOURCE_LANGUAGE:
        return one if count == 1 else many
    return _wanted().plural(one, many, count)


def quoted(words: str) -> str:
    """Words between the quotation marks of the reader's language."""
    return _("“{words}”").format(words=words)


def N_(sentence: str) -> str:  # gettext's name for it
    """Mark a sentence that stands in a table and is said later, by `_(row.says)`."""
    return sentence


def languages() -> list[str]:
    """The codes of all languages that there are."""
    found = [name[:-3] for name in os.listdir(_FOLDER) if name.endswith(".po")]
    return sorted([SOURCE_LANGUAGE, *found])


def language_of(environment: Mapping[str, str]) -> str:
    """The language that the environment asks for, by gettext's rules; English if there is none of it."""
    names = ("LC_ALL", "LC_MESSAGES", "LANG")
    locale = next((value for name in names if (value := environment.get(name))), "")
    if locale in ("C", "POSIX"):
        return SOURCE_LANGUAGE
    for wanted in (environment.get("LANGUAGE") or locale).split(":"):
        found = _NAME.fullmatch(wanted)
        if found is None:
            continue
        language, country = found.groups()
        if country and _has(f"{language}_{country}"):
            return f"{language}_{country}"
        if _has(language):
            return language
    return SOURCE_LANGUAGE


def locale_of(environment: Mapping[str, str], usual: str = "en") -> str:
    """Two letters of the reader's language as the environment tells it; `usual` if it does not."""
    for name in ("LC_ALL", "LC_NUMERIC", "LANG"):
        value = environment.get(name, "")
        if value and value not in ("C", "POSIX") and not value.startswith("C."):
            return value[:2].lower()
    return usual


def _has(language: str) -> bool:
    return language == SOURCE_LANGUAGE or (
        _NAME.fullmatch(language) is not None and os.path.exists(_path(language))
    )


def _path(language: str) -> str:
    return os.path.join(_FOLDER, f"{language}.po")
