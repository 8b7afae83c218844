"""Rules and mutes on the screen: list, change, try, do, take back; mute what one is reading."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from lesart.locales.in_sentences import numeral
from lesart.model.errors import UsageError
from lesart.query import Query
from lesart.translations import _, ngettext
from lesart.tui.controllers.asking_controller import AskingController
from lesart.tui.controllers.controller import SO_ALREADY, Handlers
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.views import STANDING

if TYPE_CHECKING:
    from lesart.services.asking.mutes import Mutable, Muted
    from lesart.services.asking.rules import Doing, Rule
    from lesart.store import Store
    from lesart.tui.controllers.context import Context
    from lesart.tui.screens.entity_lines import Look, Place
    from lesart.tui.screens.rules import RulesPlace

_LENGTHS = ("1d", "7d", "4w", "12h")


class RulesController(AskingController):
    """Opens the screen of rules, and does what its keys say."""

    def __init__(
        self, context: Context, listing: ListController, reading: ReadingController
    ) -> None:
        super().__init__(context)
        self._listing, self._reading = listing, reading
        self._place: RulesPlace | None = None

    def handlers(self) -> Handlers:
        return {"rules": self.do_rules, "mute": self.do_mute}

    # ------------------------------------------------------------------ screens

    def do_rules(self) -> None:
        from lesart.tui.screens.rules import RulesPlace, RulesScreen

        self._place = self._place or RulesPlace()
        self.app.push_screen(
            RulesScreen(self.app.searcher.look, self, self._look(), self._place, self._parse)
        )

    def try_out(self, rule: Rule) -> None:
        from lesart.tui.screens.rules import TrialScreen

        def reopen() -> None:
            self.do_rules()
            self.try_out(rule)

        def go(place: Place) -> None:
            self.close_screens()
            self.context.open_from(place.article_id, at=None, reopen=reopen)

        self.app.push_screen(
            TrialScreen(self.app.searcher.look, self, self._look(), rule, self._parse, go)
        )

    def _look(self) -> Look:
        from lesart.tui.screens.entity_lines import Look

        return Look(self.app.formats, self.app.glyphs, self.app.now())

    def _parse(self, words: str) -> Query:
        return self._listing.parsed(words)

    # ------------------------------------------------------------------ the rules themselves

    def edit(self, rule: Rule | None) -> None:
        """A form for a new rule, or for the one that is to be another."""
        if not self._may_change():
            return
        from lesart.services.asking.rules import ACTIONS, rules_of
        from lesart.tui.screens.dialogs import Form

        others = {
            other.name for other in rules_of(self.store) if rule is None or other.name != rule.name
        }
        # A search may become a rule; a rule for all that is unread nobody means who types a name only.
        view = self._listing.view
        query = rule.query if rule else "" if view in STANDING else view.query
        fields = {
            "name": rule.name if rule else "", "query": query,
            "action": rule.action if rule else "read", "tag": rule.tag if rule else "",
            "command": " ".join(rule.command) if rule else "", "until": "",
        }  # fmt: skip

        def mistake(answer: dict[str, str]) -> str:
            try:
                wanted = self._rule_from(answer, rule)
            except UsageError as error:
                return str(error)
            if wanted.name in others:
                return _("Another rule is called “{name}” already.").format(name=wanted.name)
            return ""

        def save(answer: dict[str, str] | None) -> None:
            if answer is not None:
                wanted = self._rule_from(answer, rule)
                told = _("The rule “{name}” acts on what comes from now on; ⏎ on it tries it out.")
                self._change(rule, wanted, told.format(name=wanted.name))

        form = Form(
            _("Change a rule") if rule else _("A new rule"), fields, {"action": ACTIONS},
            hints={
                "query": _("as in a search"), "tag": _("for the action tag"),
                "command": _("for the action run"), "until": _("7d, 2026-12-31; empty: for ever"),
            },
            mistake_in=mistake,
        )  # fmt: skip
        self.app.push_screen(form, save)

    def _rule_from(self, answer: dict[str, str], was: Rule | None) -> Rule:
        from lesart.services.asking.rule_words import Written, rule_from

        written = Written(
            answer["name"], answer["query"], answer["action"], answer["tag"], answer["command"],
            answer["until"],
        )  # fmt: skip
        rule = rule_from(written, now=self.app.now(), parse=self._parse)
        if was is None:
            return rule
        until = rule.until if answer["until"] else was.until
        return replace(rule, is_on=was.is_on, is_standing=was.is_standing, until=until)

    def switch(self, rule: Rule) -> None:
        """Let it rest, or act again on what comes from now on."""
        told = (
            _("“{name}” rests.")
            if rule.is_on
            else _("“{name}” acts again, on what comes from now on.")
        )
        self._change(rule, replace(rule, is_on=not rule.is_on), told.format(name=rule.name))

    def remove(self, rule: Rule) -> None:
        told = (
            _("“{name}” is gone; what it did stays. u brings it back.")
            if rule.until is None
            else _("“{name}” is heard again. u takes it back.")
        )
        self._change(rule, None, self.keyed(told, "undo").format(name=rule.name))

    def keep_for(self) -> None:
        """How long what was read stays in the lists."""
        if not self._may_change():
            return
        from lesart.services.asking.rule_words import EVER, RETENTION, retention
        from lesart.services.asking.rules import rules_of
        from lesart.tui.screens.dialogs import Ask

        known = next((one for one in rules_of(self.store) if one.name == RETENTION), None)

        def chosen(words: str | None) -> None:
            if words is None:
                return
            try:
                wanted = retention(words)
            except UsageError as error:
                self.say(str(error))
                return
            told = (
                _(
                    "Read articles leave the lists after {time}, from the next reload on; ⏎ on the rule shows which."
                )
                if wanted
                else _("Everything stays in the lists for ever.")
            ).format(time=words)
            if known is not None or wanted is not None:
                self._change(known, wanted, told)
            else:
                self.say(told)

        hint = _("What you marked, noted, starred or tagged stays for ever.")
        self.app.push_screen(
            Ask(_("Take out of the lists what was read and is older than"), EVER, (EVER, "30d", "90d", "52w"),
                hint, is_replaced=True), chosen,
        )  # fmt: skip

    def _change(self, was: Rule | None, rule: Rule | None, told: str) -> None:
        """Have a rule put in the place of another, as a step that undo takes back."""
        if not self._may_change():
            return
        now = self.app.now()

        def put(old: Rule | None, new: Rule | None) -> Callable[[Store], None]:
            def job(store: Store) -> None:
                from lesart.services.asking.rules import change_rule

                change_rule(store, old, new, now=now, parse=self._parse)

            return job

        def turn(old: Rule | None, new: Rule | None, *, is_first: bool = False) -> None:
            def done(_: object) -> None:
                self.refill()
                if is_first:
                    self.say(told)

            def lost() -> None:
                (self.history.forget if is_first else self.history.turn_back)(step)

            self.write(put(old, new), done, lost, is_by_words=True)

        name = next(one.name for one in (rule, was) if one)
        says = _("The rule “{name}” is as it was.").format(name=name)
        step = self.history.did(says, lambda: turn(rule, was), lambda: turn(was, rule))
        turn(was, rule, is_first=True)

    def _may_change(self) -> bool:
        if self.store.is_read_only:
            from lesart.store.file.read_only import SAYS

            self.say(_(SAYS))
        return not self.store.is_read_only

    # ------------------------------------------------------------------ what they do

    def apply(self, rule: Rule) -> None:
        """Let it act on the stored articles that answer it, as a step that undo takes back."""
        if not self._may_change():
            return
        if rule.action == "run":
            told = _(
                "A command runs from the shell: `lesart rules apply {name}` tells how each went."
            )
            self.say(told.format(name=rule.name))
            return
        self._act(rule, lambda store: self._answering(store, rule))

    def _answering(self, store: Store, rule: Rule) -> Sequence[int]:
        from lesart.services.asking.rules import answering

        return answering(store, rule, self._parse)

    def _act(self, rule: Rule, ids: Callable[[Store], Sequence[int]]) -> None:
        now = self.app.now()
        last: list[Doing] = []

        def do(store: Store) -> Sequence[int]:
            from lesart.services.asking.rules import act

            which = last[0].ids if last else ids(store)
            last[:] = [act(store, rule, which, now=now, parse=self._parse)]
            return last[0].ids

        def undo(store: Store) -> Sequence[int]:
            from lesart.services.asking.rules import take_back

            take_back(store, last[0])
            return last[0].ids

        def turn(job: Callable[[Store], Sequence[int]], *, is_first: bool = False) -> None:
            def done(changed: Sequence[int]) -> None:
                self._listing.again()
                self.refill()
                if is_first and not changed:
                    self.history.forget(step)
                    self.say(_(SO_ALREADY))
                elif is_first:
                    self.say(self._done(rule, len(changed)))

            def lost() -> None:
                (self.history.forget if is_first else self.history.turn_back)(step)

            self.write(job, done, lost)

        says = _("what the rule “{name}” did").format(name=rule.name)
        step = self.history.did(says, lambda: turn(undo), lambda: turn(do))
        turn(do, is_first=True)

    def _done(self, rule: Rule, count: int) -> str:
        says = ngettext(
            "“{name}” acted on {count} article; u takes it back.",
            "“{name}” acted on {count} articles; u takes it back.",
            count,
        )
        return self.keyed(says, "undo").format(name=rule.name, count=numeral(count))

    # ------------------------------------------------------------------ muting

    def do_mute(self) -> None:
        """Mute the story, the feed or a word of the article that is meant, for a time."""
        headline = self._listing.target()
        if headline is None or not self.may_write():
            return
        from lesart.services.asking.mutes import mutable, word_rule
        from lesart.tui.screens.dialogs import Ask, Choose

        article = self.store.articles.get(headline.id)
        feed = self.store.feeds.get(article.feed_id) if article and article.feed_id else None
        offered = mutable(headline, self._reading.words_meant(), feed)

        def word(words: str | None) -> None:
            if words and words.strip('" '):
                from lesart.services.asking.mutes import Mutable

                self._mute(Mutable(f"“{words}”", word_rule(words)))

        def chosen(index: int | None) -> None:
            if index is not None and index < len(offered):
                self._mute(offered[index])
            elif index is not None:
                self.app.push_screen(Ask(_("Mute which words?")), word)

        lines = [*(one.says for one in offered), _("other words …")]
        self.app.push_screen(Choose(_("Mute for a time"), lines), chosen)

    def _mute(self, wanted: Mutable) -> None:
        from lesart.services.asking.rule_words import end
        from lesart.tui.screens.dialogs import Ask

        def chosen(words: str | None) -> None:
            if words is None:
                return
            try:
                until = end(words or "7d", self.app.now())
            except UsageError as error:
                self.tell(str(error))
                return
            if wanted.rule is None:
                self._mute_feed(wanted.feed_id or 0, until)
                return
            from lesart.services.asking.mutes import known_rule

            rule = wanted.rule(until)
            told = _(
                "Muted: {what}. What comes of it comes in as read; {key} lists it, u takes it back."
            )
            known = known_rule(self.store, rule)
            self._change(
                known,
                rule,
                self.keyed(told, "undo").format(key=self.key_of("rules"), what=wanted.says),
            )

        hint = _("12h, 7d, 4w or a day; what comes of it until then comes in as read.")
        self.app.push_screen(
            Ask(_("Mute {what}: for how long?").format(what=wanted.says), "7d", _LENGTHS, hint, is_replaced=True),
            chosen,
        )  # fmt: skip

    def unmute(self, muted: Muted) -> None:
        self._mute_feed(muted.feed.id, None)

    def _mute_feed(self, feed_id: int, until: int | None) -> None:
        feed = self.store.feeds.get(feed_id)
        if feed is None or not self._may_change():
            return
        told = (
            _("Muted: {title}. Its new articles come in as read; {key} lists it, u takes it back.")
            if until is not None
            else _("{title} is heard again. u takes it back.")
        )
        was, title = feed.muted_until, feed.title

        def turn(value: int | None, *, is_first: bool = False) -> None:
            def done(_: object) -> None:
                self.refill()
                if is_first:
                    self.say(self.keyed(told, "undo").format(key=self.key_of("rules"), title=title))

            def lost() -> None:
                (self.history.forget if is_first else self.history.turn_back)(step)

            self.write(lambda store: store.feeds.change(feed_id, muted_until=value), done, lost)

        says = _("muting {title}").format(title=title)
        step = self.history.did(says, lambda: turn(was), lambda: turn(until))
        turn(until, is_first=True)
