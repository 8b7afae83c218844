"""What the reader set: where the library lies, keys, colours' names, which engine reads names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lesart.model import places
from lesart.model.colours import COLOURS

GLYPHS = ("unicode", "ascii")
_CONTACT = re.compile(r"[A-Za-z0-9._~:/?#@!$&'*+,=%-]{3,200}")
"""What can stand in a header's comment and is an address of some kind."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one start. Every field has a default that works."""

    library: Path
    keys: Mapping[str, str] = field(default_factory=dict)
    """Command id -> keys, as `App.set_keymap` takes them."""
    colours: Mapping[str, str] = field(default_factory=dict)
    """Highlight colour -> what it means to the reader ("claim", "source", "doubt")."""
    entities: str = "builtin"
    """`builtin`, `rules`, `spacy:NAME` or `gliner:PATH`."""
    theme: str = ""
    glyphs: str = "unicode"
    locale: str = ""
    """Two letters; decides how numbers and dates are written. Empty: from the environment."""
    contact: str = ""
    """A web or mail address that servers of feeds are told; empty: none."""
    sites: Path | None = None
    """The file of rules for single sites' pages; there need not be one."""
    problems: tuple[str, ...] = ()
    """Sentences about what in the file was not understood; the rest counts."""


def at_home(name: str) -> Path:
    """The path somebody wrote, `~` at its start completed; as it is where nobody has that home."""
    return Path(places.at_home(name))


def library_path(environment: Mapping[str, str], home: Path) -> Path:
    """Where the library lies unless `--db` says otherwise: LESART_DB, else the data folder."""
    return Path(places.library_path(environment, str(home)))


def config_path(environment: Mapping[str, str], home: Path) -> Path:
    """Where the settings are read from: LESART_CONFIG, else the configuration folder."""
    return Path(places.config_path(environment, str(home)))


def locale_of(environment: Mapping[str, str]) -> str:
    """Two letters of the reader's language as the environment tells it; `en` if it does not."""
    for name in ("LC_ALL", "LC_NUMERIC", "LANG"):
        value = environment.get(name, "")
        if value and value not in ("C", "POSIX") and not value.startswith("C."):
            return value[:2].lower()
    return "en"


def _values(text: str, problems: list[str]) -> dict[str, Any]:
    if not text.strip():
        return {}
    import tomllib  # most people have no config file, and nobody has to wait for its reader

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        problems.append(f"The config file is not valid TOML ({error}); defaults are used.")
        return {}


def read_config(text: str, environment: Mapping[str, str], home: Path) -> Config:
    """Understand a config file's text; what is wrong in it becomes a sentence, never an error."""
    problems: list[str] = []
    values = _values(text, problems)
    known = {"keys", "colours", "entities", "theme", "glyphs", "locale", "library", "contact"}
    problems.extend(
        f"The config file has an unknown setting “{name}”."
        for name in sorted(values.keys() - known)
    )

    def text_of(name: str, default: str) -> str:
        value = values.get(name, default)
        if not isinstance(value, str):
            problems.append(f"“{name}” in the config file must be text in quotes.")
            return default
        return value

    def table_of(name: str) -> dict[str, str]:
        table = values.get(name, {})
        if not isinstance(table, dict):
            problems.append(f"“{name}” in the config file must be a table.")
            return {}
        problems.extend(
            f"“{key}” in “{name}” of the config file must be text in quotes."
            for key, value in table.items()
            if not isinstance(value, str)
        )
        return {k: v for k, v in table.items() if isinstance(v, str)}

    colours = table_of("colours")
    for name in sorted(colours.keys() - set(COLOURS)):
        problems.append(f"“{name}” is no highlight colour; there are {', '.join(COLOURS)}.")
        del colours[name]
    glyphs = text_of("glyphs", "unicode")
    if glyphs not in GLYPHS:
        problems.append(f"glyphs = “{glyphs}” is not known; there are unicode and ascii.")
        glyphs = "unicode"
    library = text_of("library", "")
    if "\0" in library:
        problems.append("“library” in the config file is no name of a file.")
        library = ""
    contact = text_of("contact", "")
    if contact and not _CONTACT.fullmatch(contact):
        problems.append(
            "“contact” must be a web or mail address without spaces; servers are told none."
        )
        contact = ""
    locale = text_of("locale", "")
    if locale:
        from lesart.locales.words import LOCALES

        if locale[:2].lower() not in LOCALES:
            problems.append(f"locale = “{locale}” is not known; there are {', '.join(LOCALES)}.")
            locale = ""
    use_own = library and not environment.get("LESART_DB")
    return Config(
        library=at_home(library) if use_own else library_path(environment, home),
        keys=table_of("keys"),
        colours=colours,
        entities=text_of("entities", "builtin"),
        theme=text_of("theme", ""),
        glyphs=glyphs,
        locale=(locale or locale_of(environment))[:2].lower(),
        contact=contact,
        sites=config_path(environment, home).with_name("sites.toml"),
        problems=tuple(problems),
    )
