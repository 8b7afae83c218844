"""Settings that can be changed while the program runs, until its end."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lesart.translations import _
from lesart.tui.controllers.controller import ArgumentHandlers, Controller, Handlers
from lesart.tui.rendering.theme import of_other_light

_SWITCHES = ("key_hints", "cursor")
_NAMES = ("theme", *_SWITCHES)


class SettingsNow(Controller):
    """`:set NAME VALUE`, and the theme."""

    def handlers(self) -> Handlers:
        return {"set": self.do_set, "theme": self.do_theme, "themes": self.do_themes}

    def argument_handlers(self) -> ArgumentHandlers:
        return {"set": self.put, "theme": self.use_theme}

    def words(self, before: Sequence[str]) -> list[tuple[str, str]]:
        """What can be written behind `:set` and what stands there."""
        if not before:
            return [(name, _("now {value}").format(value=self._value(name))) for name in _NAMES]
        if before[0] == "theme":
            return [(name, "") for name in sorted(self.app.available_themes)]
        return [(value, "") for value in ("on", "off")] if before[0] in _SWITCHES else []

    def do_set(self) -> None:
        values = ", ".join(f"{name} {self._value(name)}" for name in _NAMES)
        self.tell(
            _("Now: {values}. The config file keeps them for next time.").format(values=values)
        )

    def put(self, said: str) -> None:
        """Change one setting."""
        name, _space, value = said.replace("=", " ").strip().partition(" ")
        value = value.strip()
        if name.startswith("no") and name[2:] in _SWITCHES and not value:
            name, value = name[2:], "off"
        if name not in _NAMES:
            self.tell(
                _("“{name}” cannot be set here; there are {names}.").format(
                    name=name, names=", ".join(_NAMES)
                )
            )
        elif not value:
            self.tell(_("{name} is {value}.").format(name=name, value=self._value(name)))
        elif name == "theme":
            self.use_theme(value)
        elif value not in ("on", "off"):
            self.tell(_("{name} is on or off, not “{value}”.").format(name=name, value=value))
        else:
            self.app.config = replace(self.app.config, **{name: value})  # type: ignore[arg-type]
            self.app.settings_changed()
            self.tell(
                _(
                    "{name} is {value} until you leave; the config file keeps it for next time."
                ).format(name=name, value=value)
            )

    def do_theme(self) -> None:
        self._choose(of_other_light(self.app.current_theme))

    def do_themes(self) -> None:
        """One of all themes, each seen while choosing."""
        from lesart.tui.screens.themes import ThemePicker

        app = self.app
        picker = ThemePicker(
            app.available_themes,
            app.theme,
            app.follows_terminal,
            is_still=app.is_still,
            choose_motion=app.choose_motion,
        )
        app.push_screen(picker, lambda name: None if name is None else self._choose(name))

    def _choose(self, name: str) -> None:
        """Take a theme, now and at the next start; without a name, the one that suits the terminal."""
        self.app.choose_theme(name)
        if self.app.config.theme:
            told = _(
                "The settings file says theme = “{name}”: it is taken again at the next start."
            )
            self.tell(told.format(name=self.app.config.theme))

    def use_theme(self, name: str) -> None:
        """Another theme by its name; `dark` and `light` are Lesart's own."""
        themes = self.app.available_themes
        wanted = name if name in themes else f"lesart-{name}"
        if wanted in themes:
            self.tell(_("The theme is {wanted} from now on.").format(wanted=wanted))
            self._choose(wanted)
        else:
            self.tell(
                _("There is no theme “{name}”; there are {themes}.").format(
                    name=name, themes=", ".join(sorted(themes))
                )
            )

    def _value(self, name: str) -> str:
        return self.app.theme if name == "theme" else str(getattr(self.app.config, name))
