"""Every key once: bindings, footer, help, palette and the README's table are all read from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

from lesart.translations import N_, _

Mode = Literal["LIST", "READ", "SELECT", "FACTS", "SOURCES", "SEARCH"]
EVERYWHERE: tuple[Mode, ...] = ("LIST", "READ", "FACTS", "SOURCES")
READING: tuple[Mode, ...] = ("READ", "FACTS")
ON_ARTICLES: tuple[Mode, ...] = ("LIST", "READ", "FACTS")
"""Where an article is meant. In the sources it is the source that is lit, never the list's article."""


@dataclass(frozen=True, slots=True)
class Command:
    """Something a person can do by one key. `id` names its `do_…` method and its keymap entry."""

    id: str
    keys: str
    marked_label: str
    marked_says: str
    modes: tuple[Mode, ...] = EVERYWHERE
    group: str = "Moving"
    in_footer: tuple[Mode, ...] = ()

    @property
    def label(self) -> str:
        """A word or two for the footer, in the reader's language."""
        return _(self.marked_label)

    @property
    def says(self) -> str:
        """A sentence for help and palette, in the reader's language."""
        return _(self.marked_says) if self.marked_says else ""

    @property
    def other_words(self) -> str:
        """What people who come from other programs look for in the palette; English is known, too."""
        words = OTHER_WORDS.get(self.id, "")
        own = _(words) if words else ""
        return f"{own} {words} {self.marked_label}" if own != words else words


OTHER_WORDS = {
    "add": N_("subscribe feed new import opml url"),
    "annotations": N_("highlights list"),
    "article_note": N_("comment annotate"),
    "browser": N_("url link web page"),
    "copy": N_("yank clipboard"),
    "delete": N_("remove"),
    "entities": N_("people places organisations entities"),
    "export": N_("save backup download"),
    "facts": N_("panel sidebar numbers"),
    "failures": N_("errors broken feeds"),
    "figures": N_("numbers key facts"),
    "help": N_("keys shortcuts manual"),
    "highlight": N_("mark annotate"),
    "list_pane": N_("hide sidebar zen focus"),
    "narrower": N_("shrink width resize pane column"),
    "next_unread": N_("new"),
    "note": N_("comment annotate"),
    "quit": N_("exit close leave"),
    "read": N_("seen mark"),
    "read_all": N_("catch up mark everything"),
    "refresh_all": N_("refresh update fetch sync feeds"),
    "refresh_feed": N_("refresh update fetch sync"),
    "remove_source": N_("unsubscribe delete feed"),
    "saved_queries": N_("saved searches smart folders"),
    "search": N_("find grep"),
    "search_all": N_("find grep"),
    "sources": N_("feeds folders sidebar subscriptions"),
    "star": N_("favourite favorite bookmark flag"),
    "tag": N_("label"),
    "theme": N_("colors colours light dark mode appearance"),
    "undo": N_("revert take back"),
    "watch": N_("keywords alerts"),
    "wider": N_("grow widen width resize pane column"),
}


def _c(
    id: str,
    keys: str,
    label: str,
    says: str,
    modes: tuple[Mode, ...] = EVERYWHERE,
    group: str = "Moving",
    footer: tuple[Mode, ...] = (),
) -> Command:
    return Command(id, keys, label, says, modes, group, footer)


COMMANDS: tuple[Command, ...] = (
    _c("open", "enter,l,right", N_("read"), N_("Open the article under the cursor"), ("LIST",), "Reading", ("LIST",)),
    _c("back", "q,h,left,escape", N_("back"), N_("One step back; q at the list quits"), EVERYWHERE, "Moving"),
    _c("quit", "ctrl+q", N_("quit"), N_("Quit Lesart"), (*EVERYWHERE, "SELECT", "SEARCH"), "Moving"),
    _c("suspend", "ctrl+z", N_("suspend"), N_("Back to the shell; fg comes back to the same place"), (*EVERYWHERE, "SELECT", "SEARCH"), "Moving"),
    _c("next_unread", "n", N_("next unread"), N_("Open or go to the next unread article"), ON_ARTICLES, "Reading", ("LIST", "READ")),
    _c("previous_unread", "p", N_("previous unread"), N_("Open or go to the previous unread article"), ON_ARTICLES, "Reading"),
    _c("next_article", "J", N_("next article"), N_("Open the next article of the list"), READING, "Reading"),
    _c("previous_article", "K", N_("previous article"), N_("Open the previous article of the list"), READING, "Reading"),
    _c("older", "less_than_sign,ctrl+o", N_("go back"), N_("Back through the views and articles visited"), EVERYWHERE, "Moving"),
    _c("newer", "greater_than_sign", N_("go forward"), N_("Forward again through what was visited"), EVERYWHERE, "Moving"),
    _c("next_pane", "tab", N_("next pane"), N_("Move the focus to the next pane"), (*EVERYWHERE, "SEARCH"), "Moving"),
    _c("previous_pane", "shift+tab", N_("previous pane"), N_("Move the focus to the pane before"), EVERYWHERE, "Moving"),
    # ------------------------------------------------------------------ marks
    _c("figures", "f", N_("figures"), N_("Figures: the panel shows them, ] and [ stop at them"), READING, "Marks", ("READ",)),
    _c("entities", "e", N_("names"), N_("Names: the panel shows them, ] and [ stop at them"), READING, "Marks", ("READ",)),
    _c("notes", "a", N_("notes"), N_("Your notes: the panel shows them, ] and [ stop at them"), READING, "Marks"),
    _c("next_mark", "right_square_bracket", N_("next mark"), N_("Jump to the next mark of the current kind"), ("FACTS",), "Marks"),
    _c("previous_mark", "left_square_bracket", N_("previous mark"), N_("Jump to the mark before"), ("FACTS",), "Marks"),
    _c("details", "i", N_("details"), N_("Sentence, source and exact value of the current figure or name; what other articles say"), READING, "Marks"),
    _c("sort_facts", "S", N_("sort figures"), N_("Key figures first, all by weight, or by place"), READING, "Marks"),
    _c("copy_facts", "Y", N_("copy facts"), N_("Copy all figures and names as text, CSV or JSON"), READING, "Marks"),
    _c("search_mark", "asterisk", N_("search this"), N_("Search all articles for the figure, name or word under the cursor"), READING, "Marks"),
    _c("confirm", "plus", N_("confirm"), N_("Confirm the figure or name under the cursor"), READING, "Marks"),
    _c("correct", "equals_sign", N_("correct"), N_("Correct the figure or name under the cursor"), READING, "Marks"),
    _c("reject", "minus", N_("reject"), N_("Reject the figure or name under the cursor: it is none"), READING, "Marks"),
    # ------------------------------------------------------------------ annotating
    _c("colour_1", "1", N_("yellow"), N_("Highlight in colour 1"), ("SELECT",), "Annotating"),
    _c("colour_2", "2", N_("green"), N_("Highlight in colour 2"), ("SELECT",), "Annotating"),
    _c("colour_3", "3", N_("blue"), N_("Highlight in colour 3"), ("SELECT",), "Annotating"),
    _c("colour_4", "4", N_("red"), N_("Highlight in colour 4"), ("SELECT",), "Annotating"),
    _c("colour_5", "5", N_("purple"), N_("Highlight in colour 5"), ("SELECT",), "Annotating"),
    _c("highlight", "enter", N_("highlight"), N_("Highlight in the colour used last"), ("SELECT",), "Annotating", ("SELECT",)),
    _c("note", "c", N_("note"), N_("Write a note: on the selection, on the mark under the cursor, else on the article"), (*READING, "SELECT"), "Annotating", ("READ", "SELECT")),
    _c("article_note", "C", N_("article note"), N_("Write a note on the whole article"), (*READING, "LIST"), "Annotating"),
    _c("reply", "ampersand", N_("reply"), N_("Reply to the note of yours under the cursor: a thread below it"), READING, "Annotating"),
    _c("tag", "t", N_("tag"), N_("Tag the selection or the annotation under the cursor, else the article"), (*READING, "LIST", "SELECT"), "Annotating", ("SELECT",)),
    _c("recolour", "x", N_("recolour"), N_("Give the annotation under the cursor the next colour"), READING, "Annotating"),
    _c("delete", "d", N_("delete"), N_("Delete the annotation under the cursor; in the list, the article"), ON_ARTICLES, "Annotating"),
    _c("undo", "u", N_("undo"), N_("Undo the last marking, note, star, reading or deletion"), EVERYWHERE, "Annotating"),
    _c("redo", "U,ctrl+r", N_("redo"), N_("Do again what was undone"), EVERYWHERE, "Annotating"),
    _c("annotations", "N", N_("all notes"), N_("All your marks and notes, across articles"), EVERYWHERE, "Annotating"),
    _c("export", "E", N_("export"), N_("Take your notes out: Markdown, org-mode, Zotero, Readwise and more"), EVERYWHERE, "Annotating"),
    _c("leave_selection", "escape,q", N_("leave"), N_("Leave the selection"), ("SELECT",), "Annotating", ("SELECT",)),
    _c("copy", "y", N_("copy"), N_("Copy: the selection, else the mark under the cursor, else the link"), (*ON_ARTICLES, "SELECT"), "Annotating", ("SELECT",)),
    _c("changes", "D", N_("changes"), N_("What changed in this article's words since it was first stored"), READING, "Annotating"),
    _c("move_ends", "M", N_("move ends"), N_("Move the ends of the mark under the cursor: its note, tags and replies stay on it"), READING, "Annotating"),
    _c("merge", "B", N_("merge marks"), N_("Bind the mark under the cursor and those that overlap it into one"), READING, "Annotating"),
    _c("reattach", "M", N_("re-attach"), N_("Put a note whose words are gone on the selection"), ("SELECT",), "Annotating"),
    _c("watch", "W", N_("watch-words"), N_("Words, names and queries that are lit in every article"), EVERYWHERE, "Search"),
    # ------------------------------------------------------------------ status
    _c("read", "m", N_("read/unread"), N_("Mark read or unread"), ON_ARTICLES, "Status", ("LIST",)),
    _c("star", "s", N_("star"), N_("Star or unstar"), ON_ARTICLES, "Status", ("LIST",)),
    _c("read_all", "A", N_("all read"), N_("Mark everything in the list read (u takes it back)"), ("LIST",), "Status"),
    _c("toggle_read", "L", N_("show read"), N_("Show or hide what is read"), ("LIST",), "Status"),
    _c("arrived", "full_stop", N_("new"), N_("Show what has arrived; again: what is new since last time"), EVERYWHERE, "Status"),
    _c("remove_samples", "D", N_("remove samples"), N_("Remove the sample articles"), ("LIST",), "Status"),
    # ------------------------------------------------------------------ search
    _c("search", "slash", N_("search"), N_("Search all articles (list) or this article (reader)"), (*EVERYWHERE, "SELECT"), "Search", ("LIST", "READ")),
    _c("search_all", "backslash", N_("search all"), N_("Search all articles"), (*EVERYWHERE, "SELECT"), "Search"),
    _c("save_query", "ctrl+s", N_("save search"), N_("Save this search as a view"), ("LIST", "SEARCH"), "Search"),
    _c("saved_queries", "apostrophe", N_("views"), N_("Choose a saved search"), EVERYWHERE, "Search"),
    # ------------------------------------------------------------------ feeds, links
    _c("add", "plus,ctrl+a", N_("add"), N_("Add a feed address or import a file or folder"), ("LIST", "SOURCES"), "Feeds"),
    _c("refresh_feed", "r", N_("reload"), N_("Reload the feed of this article, or the chosen source"), EVERYWHERE, "Feeds"),
    _c("remove_source", "d", N_("remove"), N_("Stop following the feed, or forget the view, that is lit"), ("SOURCES",), "Feeds", ("SOURCES",)),
    _c("refresh_all", "R", N_("reload all"), N_("Reload all feeds"), EVERYWHERE, "Feeds"),
    _c("failures", "exclamation_mark", N_("failures"), N_("Feeds whose last visit failed, and why"), EVERYWHERE, "Feeds"),
    _c("full_text", "X", N_("full text"), N_("Fetch the full text of this article from its page, or fetch it again"), READING, "Feeds"),
    _c("full_text_always", "F", N_("full text always"), N_("Fetch each article's page for this feed from now on, or no longer"), EVERYWHERE, "Feeds"),
    _c("browser", "o", N_("browser"), N_("Open the article's page in the browser"), ON_ARTICLES, "Feeds"),
    _c("open_link", "comma", N_("links"), N_("Label the links in view; a label opens it"), ("READ",), "Feeds"),
    _c("copy_link", "underscore", N_("copy a link"), N_("Label the links in view; a label copies it"), ("READ",), "Feeds"),
    # ------------------------------------------------------------------ screen
    _c("sources", "f2", N_("sources"), N_("Show or hide the sources"), EVERYWHERE, "Screen"),
    _c("facts", "f3", N_("facts"), N_("Show or hide the facts beside the text"), EVERYWHERE, "Screen"),
    _c("preview", "f4", N_("preview"), N_("Show or hide the preview under the list"), EVERYWHERE, "Screen"),
    _c("list_pane", "f8", N_("list"), N_("Show or hide the list beside an open article"), EVERYWHERE, "Screen"),
    _c("narrower", "left_curly_bracket", N_("narrower"), N_("Make the pane that has the keys narrower (kept for next time)"), EVERYWHERE, "Screen"),
    _c("wider", "right_curly_bracket", N_("wider"), N_("Make the pane that has the keys wider (kept for next time)"), EVERYWHERE, "Screen"),
    _c("theme", "f5", N_("dark/light"), N_("Switch between the dark and the light theme"), EVERYWHERE, "Screen"),
    _c("messages", "ctrl+g", N_("messages"), N_("All that was told lately, in full, and what is wrong in the settings"), (*EVERYWHERE, "SELECT"), "Screen"),
    _c("help", "question_mark,f1", N_("help"), N_("All keys"), (*EVERYWHERE, "SELECT"), "Screen", ("LIST", "READ", "SELECT")),
    _c("palette", "colon,ctrl+p", N_("commands"), N_("Find a command by its words"), (*EVERYWHERE, "SELECT"), "Screen"),
)  # fmt: skip

MODE_NAMES = (
    N_("LIST"), N_("READ"), N_("SELECT"), N_("FACTS"), N_("SOURCES"), N_("SEARCH"), N_("NOTE"),
)  # fmt: skip
"""As the status line and the help write them."""

GROUPS = (
    N_("Moving"), N_("Reading"), N_("Marks"), N_("Annotating"), N_("Status"), N_("Search"),
    N_("Feeds"), N_("Screen"),
)  # fmt: skip
"""What commands are grouped by in the help."""

BY_ID = {command.id: command for command in COMMANDS}


def bindings() -> list[Binding]:
    """All commands as bindings of the main screen; which of them count depends on the mode."""
    return [
        Binding(
            c.keys, f"do('{c.id}')", c.marked_label, show=False, id=c.id, priority=c.id == "quit"
        )
        for c in COMMANDS
    ]


def in_mode(mode: Mode) -> Iterable[Command]:
    return (command for command in COMMANDS if mode in command.modes)


KEY_SIGNS = {
    "less_than_sign": "<", "greater_than_sign": ">", "right_square_bracket": "]",
    "left_square_bracket": "[", "asterisk": "*", "slash": "/", "question_mark": "?", "colon": ":",
    "apostrophe": "'", "plus": "+", "minus": "-", "equals_sign": "=", "full_stop": ".", "exclamation_mark": "!", "comma": ",",
    "underscore": "_", "escape": "esc", "enter": "⏎", "left": "←", "right": "→", "up": "↑",
    "down": "↓", "semicolon": ";", "ampersand": "&", "dollar_sign": "$", "left_parenthesis": "(",
    "right_parenthesis": ")", "left_curly_bracket": "{", "right_curly_bracket": "}",
    "number_sign": "#", "percent_sign": "%", "at": "@", "tilde": "~", "vertical_line": "|",
    "backslash": "\\", "quotation_mark": '"', "circumflex_accent": "^", "grave_accent": "`",
}  # fmt: skip
"""Textual's names of keys, and what is printed on them."""


def key_names(keys: str) -> str:
    """`less_than_sign,ctrl+o` as a person reads it: `< ctrl+o`."""
    return " ".join(KEY_SIGNS.get(key, key) for key in keys.split(","))
