"""What the sources say to a person, taken out by Babel; and the files that say it in other languages."""

from __future__ import annotations

import io
import re
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

SOURCE = Path(__file__).parents[2] / "src" / "lesart"
FOLDER = SOURCE / "translations"
KEYWORDS: dict[str, tuple[int | tuple[int, str], ...] | None] = {
    "_": None,
    "N_": None,
    "ngettext": (1, 2),
    "pgettext": ((1, "c"), 2),
}
ROWS: tuple[dict[str, tuple[int, ...]], ...] = (
    {"_c": (3,), "_key": (4,)},
    {"_c": (4,)},
    {"_c": (6,)},
)
"""Rows of tables that are nothing but commands and keys: which of their words are said."""


def said() -> Catalog:
    """Every sentence that the sources mark, with the files it stands in."""
    catalog = Catalog(project="Lesart", charset="utf-8", fuzzy=False)
    found = [
        one
        for keywords in (KEYWORDS, *ROWS)
        for one in extract_from_dir(
            SOURCE, [("**.py", "python")], keywords=keywords, comment_tags=("Translators:",)
        )
    ]
    for name, _line, message, comments, context in sorted(found, key=lambda one: one[:2]):
        # Without line numbers: else every change anywhere would change the file.
        place = [(f"src/lesart/{name}", -1)]
        catalog.add(message, None, place, auto_comments=comments, context=context)
    return catalog


def files() -> list[Path]:
    return sorted(FOLDER.glob("*.po"))


def read(path: Path) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=path.stem, abort_invalid=True)


def updated(path: Path) -> str:
    """A language's file as it is once it has exactly what the sources say."""
    catalog, template = read(path), said()
    catalog.update(template, no_fuzzy_matching=True, update_header_comment=False)
    catalog.obsolete.clear()
    out = io.BytesIO()
    write_po(out, catalog, width=0, include_lineno=False, ignore_obsolete=True)
    return _OF_THE_MOMENT.sub("", out.getvalue().decode("utf-8"))


_OF_THE_MOMENT = re.compile(
    r'^"(?:Project-Id-Version|Report-Msgid-Bugs-To|POT-Creation-Date|PO-Revision-Date|Last-Translator'
    r'|Generated-By):.*\\n"\n',
    re.MULTILINE,
)
"""Lines of the head that would be others at each run, and make two people's changes collide."""
