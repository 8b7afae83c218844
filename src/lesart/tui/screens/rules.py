"""Rules and mutes: what is done by itself with which articles, and until when; tried before it is done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import ClassVar, NamedTuple, Protocol

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content

from lesart.locales.in_sentences import numeral
from lesart.model.headline import Headline
from lesart.model.moment import Moment
from lesart.services.asking.mutes import Muted, muted_feeds
from lesart.services.asking.rule_words import RETENTION
from lesart.services.asking.rules import Rule, answering, rules_of
from lesart.services.asking.seen import Parse
from lesart.store import Store
from lesart.translations import N_, _, ngettext, pgettext
from lesart.tui.rendering.cells import fitted, painted
from lesart.tui.screens.asking_screen import AskingScreen, Hands, LookUp
from lesart.tui.screens.entity_lines import Look, Place, article_parts, articles_in_words
from lesart.tui.widgets.line_list import BLANK, Line, LineList, Part, Parts, heading, remark

MOST_SHOWN = 500
"""Articles of a dry run; the count is of all."""
_WIDE = 100
_ACTIONS = {
    "read": N_("mark read"), "star": N_("star"), "hide": N_("take out of the lists"), "tag": N_("tag"),
    "run": N_("run a command"),
}  # fmt: skip


class Ruling(NamedTuple):
    """A rule, and how many stored articles answer it."""

    rule: Rule
    answers: int


Listed = Ruling | Muted


@dataclass
class RulesPlace:
    """Which line the list was left on."""

    line: int = 0


class RuleHands(Hands, Protocol):
    """What can be done with the rule under the cursor."""

    def try_out(self, rule: Rule) -> None: ...
    def edit(self, rule: Rule | None) -> None: ...
    def switch(self, rule: Rule) -> None: ...
    def remove(self, rule: Rule) -> None: ...
    def apply(self, rule: Rule) -> None: ...
    def unmute(self, muted: Muted) -> None: ...
    def keep_for(self) -> None: ...


class RulesScreen(AskingScreen):
    """Rules that stay, then what is done for a time only."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("plus", "add", "new", show=False, id="add"),
        Binding("c", "edit", "change", show=False, id="rename_source"),
        Binding("equals_sign", "edit", "change", show=False),
        Binding("x", "switch", "on/off", show=False),
        Binding("d", "remove", "remove", show=False, id="remove_source"),
        Binding("delete", "remove", "remove", show=False),
        Binding("a", "apply", "apply", show=False),
        Binding("R", "keep_for", "keep for", show=False),
    ]
    says_keys = N_(
        "⏎ try it out · + new · c change · x on/off · a apply to stored ones · d remove, unmute · R keep for · u undo · esc back · ? keys"
    )

    def __init__(
        self, look_up: LookUp, hands: RuleHands, look: Look, place: RulesPlace, parse: Parse
    ) -> None:
        super().__init__(look_up, hands)
        self._rules, self._look, self._place, self._parse = hands, look, place, parse

    def fill(self) -> None:
        now, parse = self._look.now, self._parse

        def read(store: Store) -> list[Listed]:
            rules = [Ruling(rule, len(answering(store, rule, parse))) for rule in rules_of(store)]
            return [*rules, *muted_feeds(store, now)]

        self.say(Content.assemble((_("Rules and mutes"), "bold $text-primary")))
        self.ask(read, self._found)

    def _found(self, found: Sequence[Listed]) -> None:
        self.rows.show(list(rule_lines(found, self._look)), self._place.line)

    @on(LineList.Highlighted)
    def _moved(self, event: LineList.Highlighted) -> None:
        if event.value is not None:
            self._place.line = self.rows.cursor
        self.describe(event, _described(event.value, self._look) if event.value else "")

    @property
    def _rule(self) -> Rule | None:
        value = self.rows.value
        return value.rule if isinstance(value, Ruling) else None

    @on(LineList.Opened)
    def _chosen(self, event: LineList.Opened) -> None:
        if isinstance(event.value, Ruling):
            self._rules.try_out(event.value.rule)

    def action_add(self) -> None:
        self._rules.edit(None)

    def action_edit(self) -> None:
        if self._rule is not None:
            self._rules.edit(self._rule)

    def action_switch(self) -> None:
        if self._rule is not None:
            self._rules.switch(self._rule)

    def action_remove(self) -> None:
        value = self.rows.value
        if isinstance(value, Muted):
            self._rules.unmute(value)
        elif self._rule is not None:
            self._rules.remove(self._rule)

    def action_apply(self) -> None:
        if self._rule is not None:
            self._rules.apply(self._rule)

    def action_keep_for(self) -> None:
        self._rules.keep_for()


class Trial(NamedTuple):
    """What a rule would act on."""

    answers: int
    headlines: Sequence[Headline]


class TrialScreen(AskingScreen):
    """A rule that only says what it would do: how many articles, and which."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("a", "apply", "apply", show=False)]
    says_keys = N_("⏎ open it · a do it to all of them · u undo · esc back · ? keys")

    def __init__(
        self,
        look_up: LookUp,
        hands: RuleHands,
        look: Look,
        rule: Rule,
        parse: Parse,
        go: Callable[[Place], None],
    ) -> None:
        super().__init__(look_up, hands)
        self._rules, self._look, self._rule, self._parse, self._go = hands, look, rule, parse, go

    def fill(self) -> None:
        rule, parse = self._rule, self._parse

        def read(store: Store) -> Trial:
            ids = answering(store, rule, parse)
            newest = store.articles.headlines(ids[: -MOST_SHOWN - 1 : -1])
            return Trial(len(ids), [headline for headline in newest if headline is not None])

        self.ask(read, self._found)

    def _found(self, trial: Trial) -> None:
        told = f"  {says(self._rule, self._look)} · {articles_in_words(trial.answers)}"
        self.say(
            Content.assemble(
                (painted(self._rule.name), "bold $text-primary"), (painted(told), "$text-muted")
            )
        )
        lines = [
            Line(article_parts(headline, self._look), Place(headline.id))
            for headline in trial.headlines
        ]
        if not lines:
            nothing = _("No stored article answers “{query}”; it waits for what comes.")
            lines = [BLANK, remark(nothing.format(query=self._rule.query))]
        elif trial.answers > len(lines):
            more = _("{count} older ones are not listed.")
            lines.append(remark(more.format(count=numeral(trial.answers - len(lines)))))
        self.rows.show(lines, 0)
        if not self._is_told:
            self.say_below(_("Nothing was done: this is what it would act on. a does it."))

    @on(LineList.Opened)
    def _chosen(self, event: LineList.Opened) -> None:
        if isinstance(event.value, Place):
            self._go(event.value)

    def action_apply(self) -> None:
        self._rules.apply(self._rule)


# ------------------------------------------------------------------ the lines


def rule_lines(found: Sequence[Listed], look: Look) -> Iterator[Line]:
    """Rules without an end, those with one, muted feeds; each says what it does to what."""
    stay = [one for one in found if isinstance(one, Ruling) and one.rule.until is None]
    ending = [one for one in found if one not in stay]
    yield heading(_("Rules"))
    if not stay:
        yield remark(
            _("None yet: + makes one, from a query and what is done with what answers it.")
        )
    for one in stay:
        yield Line(_parts(one, look), one)
    yield BLANK
    yield heading(_("For a time"))
    if not ending:
        yield remark(
            _("Nothing is muted; g m in a list or an article mutes a story, a feed or a word.")
        )
    for muted in ending:
        yield Line(_parts(muted, look), muted)
    yield BLANK
    yield heading(_("How long articles stay in the lists"))
    kept = next((one.rule for one in stay if one.rule.name == RETENTION), None)
    yield remark(
        _("Read articles leave the lists by the rule “{name}”.").format(name=RETENTION)
        if kept is not None and kept.is_on
        else _("For ever. R takes out what was read and is older than you say.")
    )
    yield remark(_("What you marked, noted, starred or tagged stays for ever."))


def says(rule: Rule, look: Look) -> str:
    """What a rule does, and until when."""
    what = _(_ACTIONS[rule.action])
    if rule.tag:
        what = f"{what} #{rule.tag}"
    if rule.command:
        what = f"{what}: {' '.join(rule.command)}"
    if rule.until is not None and look.now >= rule.until:
        return _("{what}, over since {until}").format(what=what, until=_end(rule.until, look))
    if rule.until is not None:
        what = _("{what} until {until}").format(what=what, until=_end(rule.until, look))
    return what if rule.is_on else _("{what} (off)").format(what=what)


def _end(until: int, look: Look) -> str:
    return look.formats.moment(Moment(until, "minute"))


def _parts(one: Listed, look: Look) -> Callable[[int], Parts]:
    until: int | None = None
    if isinstance(one, Muted):
        name, query, count, until, rests = one.feed.title, "", "", one.until, False
        does = _("its new articles come in as read")
    else:
        rule = one.rule
        name, query, count = rule.name, rule.query, numeral(one.answers)
        until, rests = rule.until, rule.rests(look.now)
        does = says(replace(rule, until=None), look) if rule.until is not None else says(rule, look)
    end = _short_end(until, look) if until is not None else ""

    def parts(width: int) -> Parts:
        first = fitted(f"  {name}", max(12, width // 4))
        last = fitted(f" {end}", 17) if end else ""
        number = fitted(f" {count}", 9 if width >= _WIDE else 7, right=True) + " "
        left = width - len(first) - len(last) - len(number)
        asked = fitted(f" {query}", max(0, left // 2)) if query else ""
        return [
            Part(first, "muted" if rests else "strong"), Part(asked, "muted" if rests else ""),
            Part(fitted(f" {does}", max(0, left - len(asked))), "muted"),
            Part(last, "muted" if rests else "strong"), Part(number, "muted"),
        ]  # fmt: skip

    return parts


def _short_end(until: int, look: Look) -> str:
    day = look.formats.short_day(Moment(until, "day"), look.now)
    return (_("until {day}") if look.now < until else _("over: {day}")).format(day=day)


def _described(value: object, look: Look) -> str:
    if isinstance(value, Muted):
        return _("{title} is muted; d lets it be heard again.").format(title=value.feed.title)
    if not isinstance(value, Ruling):
        return ""
    told = ngettext(
        "{count} stored article answers", "{count} stored articles answer", value.answers
    ).format(count=numeral(value.answers))
    rule = value.rule
    arrow = pgettext("rule", "{query} → {does} · {told}")
    return arrow.format(query=rule.query, does=says(rule, look), told=told)
