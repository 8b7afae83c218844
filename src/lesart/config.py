"""What the reader set: where the library lies, keys, colours' names, which engine reads names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lesart.model import places
from lesart.model.colours import COLOURS
from lesart.translations import N_, _, language_of, languages, locale_of

GLYPHS = ("unicode", "ascii")
STORIES = ("open", "folded")
MOTION = ("full", "reduced")
PRESETS = ("vim", "newsboat", "emacs")
_SWITCH = ("on", "off")
_CONTACT = re.compile(r"[A-Za-z0-9._~:/?#@!$&'*+,=%-]{3,200}")
"""What can stand in a header's comment and is an address of some kind."""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one start. Every field has a default that works."""

    library: Path
    keys: Mapping[str, str] = field(default_factory=dict)
    """Command id -> keys of the reader's own."""
    preset: str = "vim"
    """Which keys the others are."""
    key_hints: str = "on"
    """`off`: no box tells what can follow a key that begins a sequence."""
    cursor: str = "off"
    """`on`: the terminal's own cursor stands where one reads, for screen readers and braille."""
    macros: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Letter -> what is done one after another, each as it is typed on the command line."""
    open_with: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Name -> a program and its arguments; the article's address is for `{url}`, else the last."""
    pipe_to: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Name -> a program and its arguments, which gets the article or note on its standard input.

    A name that ends in `json` gets it as JSON.
    """
    colours: Mapping[str, str] = field(default_factory=dict)
    """Highlight colour -> what it means to the reader ("claim", "source", "doubt")."""
    entities: str = "builtin"
    """`builtin`, `rules`, `spacy:NAME` or `gliner:PATH`."""
    theme: str = ""
    glyphs: str = "unicode"
    motion: str = "full"
    """`reduced`: nothing blinks."""
    stories: str = "open"
    """`folded`: the list begins with each story as one row."""
    language: str = "en"
    """In which language everything is said; a code that there is a file of in `translations`."""
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


@dataclass(frozen=True, slots=True)
class Setting:
    """One line of the config file; `lesart config --init` writes them, `read_config` reads them."""

    name: str
    says: str
    """What it does and what may stand there, in one or two sentences."""
    example: str
    """A line of TOML, as it stands commented out in a new file."""


SETTINGS: tuple[Setting, ...] = (
    Setting("library", N_("The library file. The environment's LESART_DB and --db come first."),
            'library = "~/.local/share/lesart/library.sqlite"'),
    Setting("language", N_("The language of screens and messages: auto (as the environment says), en or de."),
            'language = "de"'),
    Setting("locale", N_("How numbers and dates are written: de, en, fr or es. Without it as `language`, else as the environment says."), 'locale = "de"'),
    Setting("theme", N_("The colours of the screen: lesart-dark, lesart-light, lesart-colourblind-dark,\nlesart-colourblind-light (the number of a highlight's colour beside it), or any theme of Textual. Without it, light or dark as the terminal's background is; f10 chooses one by looking at it."), 'theme = "lesart-dark"'),
    Setting("glyphs", N_("unicode, or ascii for terminals and fonts without the few signs that are used."), 'glyphs = "ascii"'),
    Setting("motion", N_("reduced: no cursor blinks; nothing glides in any case. Or full. Without it, reduced where the environment\n"
            "says TEXTUAL_ANIMATIONS=none."), 'motion = "reduced"'),
    Setting("stories", N_("folded: copies and follow-ups of a story are one row of the list, which e opens; open: a row each.\n"
            "Z turns it while you read."), 'stories = "folded"'),
    Setting("entities", N_("What finds names: builtin (a small model), rules (faster, knows less),\n"
            "spacy:NAME or gliner:FOLDER (engines that you installed)."), 'entities = "rules"'),
    Setting("contact", N_("A web or mail address that the servers of feeds are told; without it they are told none."),
            'contact = "desk@example.org"'),
    Setting("colours", N_("What the five colours of a highlight mean to you; the names stand in lists and exports."),
            'colours = { yellow = "claim", green = "source", red = "doubt" }'),
    Setting("keys", N_("Which keys to begin with, vim (as they are), newsboat or emacs: keys = \"newsboat\".\n"
            "Or keys of your own, preset or not: a command's name and its keys, several with commas between,\n"
            "a sequence with spaces (g x). ? on the screen shows every command with the key that it has now."),
            'keys = { preset = "vim", star = "*", next_unread = "n,f6" }'),
    Setting("key_hints", N_("on, or off: no box shows what can follow a key like g."), 'key_hints = "off"'),
    Setting("cursor", N_("on: the terminal's cursor stands where you read, for screen readers and braille. Or off."),
            'cursor = "on"'),
    Setting("macros", N_("Commands under a letter, done one after another by Q and the letter, as : takes them."),
            'macros = { r = ["star", "tag later", "next_unread"] }'),
    Setting("open_with", N_("Programs that O hands the article's address to: what is run, never by a shell.\n"
            "{url} is the address; without it the address is the last argument."),
            'open_with = { private = ["firefox", "--private-window", "{url}"] }'),
    Setting("pipe_to", N_("Programs that | hands the article or note to, on their standard input, never by a shell.\n"
            "One whose name ends in json gets JSON, any other one text."),
            'pipe_to = { words = ["wc", "-w"], show_json = ["python3", "-m", "json.tool"] }'),
)  # fmt: skip
"""Every setting there is, in the order of a new file."""
_ENGINE = re.compile(r"builtin|rules|(?:spacy|gliner):\S.*")


def new_config() -> str:
    """A config file that changes nothing: every setting, explained and commented out."""
    head = _(
        "Settings of Lesart. Take the # from a line to use it; `lesart config` tells what is in force."
    )
    parts = [f"# {head}\n"]
    for setting in SETTINGS:
        says = "".join(f"# {line}\n" for line in _(setting.says).splitlines())
        parts.append(f"{says}# {setting.example}\n")
    return "\n".join(parts)


class _Reading:
    """The values of one file, with a sentence for each that is not understood and where it stands."""

    def __init__(self, text: str) -> None:
        self.problems: list[str] = []
        self._text = text
        self._values = self._parsed(text)
        known = [setting.name for setting in SETTINGS]
        for name in sorted(self._values.keys() - set(known)):
            import difflib

            near = difflib.get_close_matches(name, known, 1)
            meant = (
                _("did you mean “{near}”?").format(near=near[0])
                if near
                else _("there are {names}.").format(names=", ".join(known))
            )
            self.tell(name, _("“{name}” is no setting; {meant}").format(name=name, meant=meant))

    def _parsed(self, text: str) -> dict[str, Any]:
        if not text.strip():
            return {}
        import tomllib  # most people have no config file, and nobody has to wait for its reader

        try:
            return tomllib.loads(text)
        except tomllib.TOMLDecodeError as error:
            self.problems.append(
                _("The config file is not valid TOML ({error}); defaults are used.").format(
                    error=error
                )
            )
            return {}

    def tell(self, name: str, sentence: str) -> None:
        """Keep a sentence, with the line of the file on which `name` stands."""
        assigned = re.compile(rf"""(?:^|[{{,])\s*\[?["']?{re.escape(name)}["']?\s*[\]=.]""")
        lines = enumerate(self._text.splitlines(), 1)
        at = next((number for number, line in lines if assigned.search(line)), None)
        where = _("config file, line {at}: ").format(at=at) if at else _("config file: ")
        self.problems.append(f"{where}{sentence}")

    def text_of(self, name: str) -> str:
        value = self._values.get(name, "")
        if isinstance(value, str):
            return value
        self.tell(name, _("“{name}” must be text in quotes.").format(name=name))
        return ""

    def table_of(self, name: str) -> dict[str, str]:
        table = self._values.get(name, {})
        if not isinstance(table, dict):
            self._tell_of_no_table(name)
            return {}
        for key, value in table.items():
            if not isinstance(value, str):
                self.tell(
                    key, _("“{key}” in “{name}” must be text in quotes.").format(key=key, name=name)
                )
        return {key: value for key, value in table.items() if isinstance(value, str)}

    def _tell_of_no_table(self, name: str) -> None:
        says = _("“{name}” must be a table: [{name}] and below it a line for each.")
        self.tell(name, says.format(name=name))

    def keys(self) -> dict[str, str]:
        """The table of keys. `list.down = "x"` without quotes is a table in a table to TOML."""
        table = self._values.get("keys")
        if isinstance(table, str):
            return {}  # the name of a preset
        if isinstance(table, dict):
            table.pop("preset", None)
            for pane, motions in [(k, v) for k, v in table.items() if isinstance(v, dict)]:
                del table[pane]
                table.update({f"{pane}.{motion}": keys for motion, keys in motions.items()})
        return self.table_of("keys")

    def preset(self) -> str:
        """Which keys to begin with: `keys = "emacs"`, or `preset` among keys of one's own."""
        value = self._values.get("keys")
        wanted = value.get("preset", "vim") if isinstance(value, dict) else value or "vim"
        if wanted in PRESETS:
            return str(wanted)
        if isinstance(value, (str, dict)):
            there = ", ".join(PRESETS)
            self.tell(
                "keys",
                _(
                    "keys = “{wanted}” is no preset ({there}); keys of your own must be a table."
                ).format(wanted=wanted, there=there),
            )
        return "vim"

    def lists_of(self, name: str, says: str) -> dict[str, tuple[str, ...]]:
        """A table of lists; one text is a list of one."""
        table = self._values.get(name, {})
        if not isinstance(table, dict):
            self._tell_of_no_table(name)
            return {}
        lists: dict[str, tuple[str, ...]] = {}
        for key, value in table.items():
            items = [value] if isinstance(value, str) else value
            if isinstance(items, list) and items and all(isinstance(i, str) and i for i in items):
                lists[key] = tuple(items)
            else:
                self.tell(
                    key,
                    _("“{key}” in “{name}” must be {says}.").format(key=key, name=name, says=says),
                )
        return lists

    def programs(self, name: str) -> dict[str, tuple[str, ...]]:
        """Programs with their arguments; a shell is none, since it would read outside words as commands."""
        import shlex

        from lesart.text.urls import runs_a_shell

        programs = {}
        for key, words in self.lists_of(name, _("a list of a program and its arguments")).items():
            try:
                argv = tuple(shlex.split(words[0])) if len(words) == 1 else words
            except ValueError:
                argv = ()
            if not argv or any("\0" in word for word in argv):
                self.tell(
                    key, _("“{key}” in “{name}” names no program.").format(key=key, name=name)
                )
            elif runs_a_shell(shlex.join(argv), "\0"):
                self.tell(
                    key,
                    _("“{key}” in “{name}” names a shell; name the program itself.").format(
                        key=key, name=name
                    ),
                )
            else:
                programs[key] = argv
        return programs

    def macros(self) -> dict[str, tuple[str, ...]]:
        macros = self.lists_of("macros", _("a list of commands"))
        for letter in [key for key in macros if len(key) != 1 or not key.isalnum()]:
            self.tell(
                letter,
                _("“{letter}” in “macros” must be one letter or digit.").format(letter=letter),
            )
            del macros[letter]
        return macros

    def checked(self, name: str, is_right: Callable[[str], object], sentence: str) -> str:
        """The text of a setting; empty, and `sentence` told, where it is not right."""
        value = self.text_of(name)
        if not value or is_right(value):
            return value
        self.tell(name, sentence.format(value))
        return ""

    def either(self, name: str, values: tuple[str, str], usual: str = "") -> str:
        """One of two words; the usual, else the first, where the file does not say or is wrong."""
        told = self.checked(
            name,
            values.__contains__,
            _("{name} = “{{}}” is not known; there are {one} and {other}.").format(
                name=name, one=values[0], other=values[1]
            ),
        )
        return told or usual or values[0]

    def colours(self) -> dict[str, str]:
        named = self.table_of("colours")
        for name in sorted(named.keys() - set(COLOURS)):
            self.tell(
                name,
                _("“{name}” is no colour of highlights; there are {names}.").format(
                    name=name, names=", ".join(COLOURS)
                ),
            )
            del named[name]
        return named

    def language(self, environment: Mapping[str, str]) -> str:
        value = self.text_of("language")
        if value and value != "auto":
            known = languages()
            if value in known:
                return value
            there = ", ".join(["auto", *known])
            self.tell(
                "language",
                _("language = “{value}” is not known; there are {there}.").format(
                    value=value, there=there
                ),
            )
        return language_of(environment)

    def locale(self, environment: Mapping[str, str], language: str) -> str:
        """How numbers are written; in sentences of a chosen language not as in another one."""
        has_chosen = self._values.get("language") == language
        usual = language if has_chosen else locale_of(environment, language)
        if not self.text_of("locale"):
            return usual[:2]
        from lesart.locales.words import LOCALES

        known = self.checked(
            "locale",
            lambda value: value[:2].lower() in LOCALES,
            _("locale = “{{}}” is not known; there are {names}.").format(names=", ".join(LOCALES)),
        )
        return (known or usual)[:2].lower()


def read_config(text: str, environment: Mapping[str, str], home: Path) -> Config:
    """Understand a config file's text; what is wrong in it becomes a sentence, never an error."""
    found = _Reading(text)
    library = found.checked(
        "library", lambda value: "\0" not in value, _("“library” is no name of a file.")
    )
    is_still = environment.get("TEXTUAL_ANIMATIONS") == "none"  # as every Textual program is told
    own = bool(library) and not environment.get("LESART_DB")
    language = found.language(environment)
    return Config(
        library=at_home(library) if own else library_path(environment, home),
        preset=found.preset(),  # before `keys`, which takes its name out of the table
        keys=found.keys(),
        key_hints=found.either("key_hints", _SWITCH),
        cursor=found.either("cursor", _SWITCH, usual="off"),
        macros=found.macros(),
        open_with=found.programs("open_with"),
        pipe_to=found.programs("pipe_to"),
        colours=found.colours(),
        entities=found.checked(
            "entities",
            _ENGINE.fullmatch,
            _(
                "entities = “{}” is not known; there are builtin, rules, spacy:NAME and gliner:FOLDER."
            ),
        )
        or "builtin",
        theme=found.text_of("theme"),
        glyphs=found.either("glyphs", GLYPHS),
        motion=found.either("motion", MOTION, "reduced" if is_still else ""),
        stories=found.either("stories", STORIES),
        language=language,
        locale=found.locale(environment, language),
        contact=found.checked(
            "contact",
            _CONTACT.fullmatch,
            _("“contact” must be a web or mail address without spaces; servers are told none."),
        ),
        sites=config_path(environment, home).with_name("sites.toml"),
        problems=tuple(found.problems),
    )
