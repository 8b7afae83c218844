"""Every key once: bindings, footer, help, palette and the README's table are all read from here."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from textual.binding import Binding

from lesart.translations import N_, _
from lesart.tui.key_sequences import alternatives, singles

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
    takes: str = ""
    """What may or must be said with it on the command line: `[ADDRESS]`, `NAME VALUE`."""

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
    "add": N_("subscribe feed new import opml url rss atom folder file"),
    "annotations": N_("highlights list annotations comments overview"),
    "article_note": N_("comment annotate"),
    "back": N_("leave close return"),
    "browser": N_("url link web page"),
    "changes": N_("diff correction revision history versions"),
    "colour": N_("color highlight"),
    "colour_1": N_("color"),
    "colour_2": N_("color"),
    "colour_3": N_("color"),
    "colour_4": N_("color"),
    "colour_5": N_("color"),
    "command_line": N_("ex vim"),
    "confirm": N_("right approve accept true"),
    "copy": N_("yank clipboard"),
    "copy_link": N_("url address clipboard"),
    "correct": N_("wrong edit fix change"),
    "delete": N_("remove trash erase"),
    "details": N_("info explain more about"),
    "digest": N_("news briefing summary yesterday today"),
    "edit_note": N_("vim emacs nano external edit"),
    "entities": N_("people places organisations entities"),
    "entity_view": N_("entities people places organisations index timeline who persons companies index"),
    "export": N_("save backup download obsidian zotero org csv json"),
    "facts": N_("panel sidebar numbers"),
    "failures": N_("errors broken feeds"),
    "feed_settings": N_("edit url mute interval rename options preferences configure address folder"),
    "figure_view": N_("numbers table chart plot statistics how many"),
    "figures": N_("numbers key facts"),
    "fold_stories": N_("group cluster duplicates copies collapse threads fold"),
    "full_text": N_("download load whole complete"),
    "full_text_always": N_("download whole automatic"),
    "go_all": N_("list everything inbox"),
    "go_annotated": N_("list highlights comments"),
    "go_new": N_("latest recent fresh"),
    "go_starred": N_("favourites bookmarks list later"),
    "go_unread": N_("list filter inbox"),
    "help": N_("keys shortcuts manual"),
    "highlight": N_("mark annotate underline colour"),
    "jump_back": N_("return previous"),
    "jump_mark": N_("bookmark"),
    "leave_selection": N_("cancel stop deselect"),
    "list_pane": N_("hide sidebar zen focus"),
    "macro": N_("record automate commands"),
    "merge": N_("join combine unite"),
    "messages": N_("log errors notifications warnings"),
    "move_ends": N_("resize adjust extend shrink"),
    "move_source": N_("sort group folder feed move category"),
    "mute": N_("ignore silence snooze hide block"),
    "narrower": N_("shrink width resize pane column"),
    "newer": N_("jump list"),
    "next_match": N_("hit found result"),
    "next_pane": N_("window switch"),
    "next_unread": N_("new"),
    "note": N_("comment annotate"),
    "notes": N_("comments annotations"),
    "older": N_("jump list back return history"),
    "open": N_("enter view"),
    "open_link": N_("url address follow"),
    "open_story": N_("expand unfold cluster thread"),
    "open_with": N_("external app application"),
    "palette": N_("palette search"),
    "pause_source": N_("stop disable resume feed"),
    "pictures": N_("images photos alt text"),
    "pipe_to": N_("program script stdin shell send"),
    "preview": N_("pane panel"),
    "previous_match": N_("hit found result search"),
    "previous_pane": N_("window switch"),
    "quit": N_("exit close leave"),
    "read": N_("seen mark"),
    "read_all": N_("catch up mark everything"),
    "read_story": N_("catch up thread copies"),
    "reattach": N_("orphan lost place"),
    "recolour": N_("color change"),
    "refresh_all": N_("refresh update fetch sync feeds"),
    "refresh_feed": N_("refresh update fetch sync"),
    "reject": N_("wrong remove discard false"),
    "remove_samples": N_("examples demo delete"),
    "remove_source": N_("unsubscribe delete feed"),
    "rename_source": N_("title name feed folder"),
    "repeat": N_("last action"),
    "repeat_in_list": N_("again last action"),
    "reply": N_("answer respond"),
    "review": N_("spaced repetition flashcards anki fsrs learn remember"),
    "rules": N_("filters automation killfile scoring retention expire muted automatic automatically hide tag"),
    "same_figure": N_("compare contradict agree other articles contradiction verify check"),
    "save_query": N_("query keep bookmark"),
    "saved_queries": N_("saved searches smart folders"),
    "search": N_("find grep query filter look"),
    "search_all": N_("find grep everywhere query filter"),
    "search_mark": N_("find elsewhere occurrences"),
    "set": N_("settings options preferences configuration config"),
    "set_mark": N_("bookmark"),
    "sort_facts": N_("order rank"),
    "sources": N_("feeds folders sidebar subscriptions"),
    "star": N_("favourite favorite bookmark flag later keep"),
    "story_page": N_("compare sources figures contradictions coverage"),
    "suspend": N_("background job stop"),
    "tag": N_("label keyword category"),
    "theme": N_("colors colours light dark mode appearance color"),
    "themes": N_("colors colours appearance colour-blind contrast picker theme color"),
    "tour": N_("tutorial introduction first steps guide"),
    "undo": N_("revert take back"),
    "watch": N_("keywords alerts highlight notify monitor"),
    "wider": N_("grow widen width resize pane column"),
}  # fmt: skip


def _c(
    id: str,
    keys: str,
    label: str,
    says: str,
    modes: tuple[Mode, ...] = EVERYWHERE,
    group: str = "Moving",
    footer: tuple[Mode, ...] = (),
    takes: str = "",
) -> Command:
    """A row of the table; label, sentence and group are found here for the translations."""
    return Command(id, keys, label, says, modes, group, footer, takes)


COMMANDS: tuple[Command, ...] = (
    _c("open", "enter,l,right", "read", "Open the article under the cursor", ("LIST",), "Reading", ("LIST",), takes="[ADDRESS]"),
    _c("back", "q,h,left,escape", "back", "One step back; q at the list quits", ON_ARTICLES, "Moving"),
    _c("leave_sources", "q,escape", "to the list", "From the sources back to the list", ("SOURCES",), "Moving"),
    _c("quit", "ctrl+q", "quit", "Quit Lesart", (*EVERYWHERE, "SELECT", "SEARCH"), "Moving"),
    _c("suspend", "ctrl+z", "suspend", "Back to the shell; fg comes back to the same place", (*EVERYWHERE, "SELECT", "SEARCH"), "Moving"),
    _c("next_unread", "n", "next unread", "Go to the next unread article", ON_ARTICLES, "Reading", ("LIST", "READ")),
    _c("previous_unread", "p", "previous unread", "Go to the previous unread article", ON_ARTICLES, "Reading"),
    _c("next_article", "J", "next article", "Open the next article of the list", READING, "Reading"),
    _c("previous_article", "K", "previous article", "Open the previous article of the list", READING, "Reading"),
    _c("older", "less_than_sign,ctrl+o", "go back", "Back to where the last jump began: in the text, in another article, in another list", EVERYWHERE, "Moving"),
    _c("newer", "greater_than_sign,ctrl+i", "go forward", "Forward again through the jumps", EVERYWHERE, "Moving"),
    _c("set_mark", "P letter", "put a place mark", "Put a place mark under a letter: a small one for this article or for lists, a capital for everywhere", ON_ARTICLES, "Moving", takes="LETTER"),
    _c("jump_mark", "apostrophe letter,grave_accent letter", "go to a place mark", "Go to the place mark under a letter", ON_ARTICLES, "Moving", takes="LETTER"),
    _c("jump_back", "apostrophe apostrophe", "before the last jump", "Where you were before the last jump; again: back to it", EVERYWHERE, "Moving"),
    _c("go_unread", "g u", "unread", "Show the unread articles", EVERYWHERE, "Moving"),
    _c("go_all", "g a", "all", "Show all articles", EVERYWHERE, "Moving"),
    _c("go_starred", "g s", "starred", "Show the starred articles", EVERYWHERE, "Moving"),
    _c("go_annotated", "g n", "annotated", "Show the articles with notes of yours", EVERYWHERE, "Moving"),
    _c("go_new", "g w", "what is new", "Show what has arrived since last time", EVERYWHERE, "Moving"),
    _c("next_pane", "tab", "next pane", "Move the focus to the next pane", (*EVERYWHERE, "SEARCH"), "Moving"),
    _c("previous_pane", "shift+tab", "previous pane", "Move the focus to the previous pane", EVERYWHERE, "Moving"),
    # ------------------------------------------------------------------ marks
    _c("figures", "f", "figures", "Show the figures in the panel, and jump from figure to figure", READING, "Marks", ("READ",)),
    _c("entities", "e", "names", "Show the names in the panel, and jump from name to name", READING, "Marks", ("READ",)),
    _c("notes", "a", "notes", "Show your marks and notes in the panel, and jump from one to the next", READING, "Marks"),
    _c("next_mark", "right_square_bracket", "next mark", "Jump to the next mark: figure, name or note, whichever is chosen", ("FACTS",), "Marks"),
    _c("previous_mark", "left_square_bracket", "previous mark", "Jump to the previous mark: figure, name or note, whichever is chosen", ("FACTS",), "Marks"),
    _c("next_match", "", "next match", "Go to the next match of the search in this article", READING, "Marks"),
    _c("previous_match", "", "previous match", "Go to the previous match of the search in this article", READING, "Marks"),
    _c("details", "i", "details", "Sentence, source and exact value of the current figure or name; what other articles say", READING, "Marks"),
    _c("sort_facts", "S", "sort figures", "Key figures first, all by weight, or by place", READING, "Marks"),
    _c("copy_facts", "Y", "copy facts", "Copy all figures and names as text, CSV or JSON", READING, "Marks"),
    _c("search_mark", "asterisk", "search this", "Search all articles for the figure, name or word under the cursor", READING, "Marks"),
    _c("confirm", "plus", "confirm", "Confirm the figure or name under the cursor", READING, "Marks"),
    _c("correct", "equals_sign", "correct", "Correct the figure or name under the cursor", READING, "Marks"),
    _c("reject", "minus", "reject", "Reject the figure or name under the cursor: it is not one", READING, "Marks"),
    # ------------------------------------------------------------------ annotating
    _c("colour_1", "1", "yellow", "Highlight in colour 1", ("SELECT",), "Annotating"),
    _c("colour_2", "2", "green", "Highlight in colour 2", ("SELECT",), "Annotating"),
    _c("colour_3", "3", "blue", "Highlight in colour 3", ("SELECT",), "Annotating"),
    _c("colour_4", "4", "red", "Highlight in colour 4", ("SELECT",), "Annotating"),
    _c("colour_5", "5", "purple", "Highlight in colour 5", ("SELECT",), "Annotating"),
    _c("highlight", "enter", "highlight", "Highlight in the colour used last", ("SELECT",), "Annotating", ("SELECT",)),
    _c("note", "c", "note", "Write a note: on the selection, on the mark under the cursor, else on the article", (*READING, "SELECT"), "Annotating", ("READ", "SELECT")),
    _c("article_note", "C", "article note", "Write a note on the whole article", (*READING, "LIST"), "Annotating"),
    _c("reply", "ampersand", "reply", "Reply to the note of yours under the cursor: a thread below it", READING, "Annotating"),
    _c("tag", "t", "tag", "Tag the selection or the annotation under the cursor, else the article", (*READING, "LIST", "SELECT"), "Annotating", ("SELECT",), takes="TAG…"),
    _c("recolour", "x", "recolour", "Give the annotation under the cursor the next colour", READING, "Annotating"),
    _c("colour", "", "colour", "Highlight the selection, or recolour the annotation under the cursor, in a named colour", (*READING, "SELECT"), "Annotating", takes="COLOUR"),
    _c("repeat", "full_stop", "repeat", "Do the last highlight, tag or colour again: on the selection, the mark under the cursor, or as many words from the cursor on", (*READING, "SELECT"), "Annotating"),
    _c("repeat_in_list", "g full_stop", "repeat", "Tag this article as the last one was tagged", ("LIST",), "Annotating"),
    _c("edit_note", "g c,f9", "note in $EDITOR", "Write the note in the editor that $VISUAL or $EDITOR names", (*READING, "SELECT", "LIST", "SEARCH"), "Annotating"),
    _c("delete", "d", "delete", "Delete the annotation under the cursor; in the list, the article", ON_ARTICLES, "Annotating"),
    _c("undo", "u", "undo", "Take back what was done last: a mark, note, tag, verdict, star, deletion, fetched page or change of feeds", EVERYWHERE, "Annotating"),
    _c("redo", "U,ctrl+r", "redo", "Do again what was taken back", EVERYWHERE, "Annotating"),
    _c("annotations", "N", "all notes", "All your marks and notes, across articles", EVERYWHERE, "Annotating"),
    _c("export", "E", "export", "Export your notes: Markdown, org-mode, Zotero, Readwise and more", EVERYWHERE, "Annotating", takes="[FORMAT [PATH]]"),
    _c("leave_selection", "escape,q", "leave", "Leave the selection", ("SELECT",), "Annotating", ("SELECT",)),
    _c("copy", "y", "copy", "Copy: the selection, else the mark under the cursor, else the link", (*ON_ARTICLES, "SELECT"), "Annotating", ("SELECT",)),
    _c("changes", "D", "changes", "What changed in this article's words since it was first stored", READING, "Annotating"),
    _c("move_ends", "M", "move ends", "Move the ends of the mark under the cursor: its note, tags and replies stay on it", READING, "Annotating"),
    _c("merge", "B", "merge marks", "Make one mark of the one under the cursor and those that overlap it", READING, "Annotating"),
    _c("reattach", "M", "re-attach", "Put a note whose words are gone on the selection", ("SELECT",), "Annotating"),
    _c("watch", "W", "watch-words", "Watch words, names and queries: lit in every article, told when articles come for them", EVERYWHERE, "Search"),
    # ------------------------------------------------------------------ status
    _c("read", "m", "read/unread", "Mark read or unread", ON_ARTICLES, "Status", ("LIST",)),
    _c("star", "s", "star", "Star or unstar", ON_ARTICLES, "Status", ("LIST",)),
    _c("read_all", "A", "all read", "Mark all articles of the list read, or of the source under the cursor; undo takes it back", ("LIST", "SOURCES"), "Status"),
    _c("toggle_read", "L", "show read", "Show or hide what is read", ("LIST",), "Status"),
    _c("arrived", "full_stop", "new", "Show what has arrived; again: what is new since last time", ("LIST", "SOURCES"), "Status"),
    _c("remove_samples", "D", "remove samples", "Remove the sample articles", ("LIST",), "Status"),
    # ------------------------------------------------------------------ search
    _c("search", "slash", "search", "Search all articles (list) or this article (reader)", (*EVERYWHERE, "SELECT"), "Search", ("LIST", "READ"), takes="[QUERY]"),
    _c("search_all", "backslash", "search all", "Search all articles", (*EVERYWHERE, "SELECT"), "Search", takes="[QUERY]"),
    _c("save_query", "ctrl+s", "save search", "Save this search as a view", ("LIST", "SEARCH"), "Search"),
    _c("fold_stories", "Z", "stories", "Copies and follow-ups of a story as one row, or a row each", ("LIST",), "Status"),
    _c("open_story", "e", "open story", "Show or hide the other articles of the row's story below it", ("LIST",), "Status"),
    _c("read_story", "M", "story read", "Mark all articles of the row's story read", ("LIST",), "Status"),
    _c("story_page", "I", "story", "The article's story: who says which number, who contradicts whom, all its articles", ON_ARTICLES, "Search"),
    _c("entity_view", "at", "names", "People, places, organisations and events of all articles; on a name of a text its page", EVERYWHERE, "Search", ("LIST",)),
    _c("figure_view", "number_sign", "figures", "All figures of the list's articles, by size, date or subject; on a figure of a text, those of its subject", EVERYWHERE, "Search"),
    _c("digest", "g d", "digest", "Articles dated lately: stories with their figures, what was corrected, the names of your notes", EVERYWHERE, "Search"),
    _c("review", "g t", "review", "Daily review: your highlights, notes and highlighted figures, each when it is due", EVERYWHERE, "Annotating"),
    _c("rules", "g r", "rules", "Rules and mutes: what is done by itself with which articles; try, change, apply, take back", EVERYWHERE, "Search"),
    _c("mute", "g m", "mute", "Mute this story, its feed or a word for a time: what comes of it comes in as read", ON_ARTICLES, "Status"),
    _c("same_figure", "g i", "elsewhere", "What other articles say of the figure under the cursor, sentence beside sentence", READING, "Marks"),
    _c("saved_queries", "apostrophe,g v", "views", "Choose a saved search", EVERYWHERE, "Search", takes="[NAME]"),
    # ------------------------------------------------------------------ feeds, links
    _c("add", "plus,ctrl+a", "add", "Add a feed address or import a file or folder", ("LIST", "SOURCES"), "Feeds", takes="[ADDRESS or PATH]"),
    _c("refresh_feed", "r", "reload", "Reload the feed of this article, or the feed or folder under the cursor", EVERYWHERE, "Feeds"),
    _c("feed_settings", "e", "settings", "Settings of the feed under the cursor: title, address, folder, full text, how often it is visited, mute", ("SOURCES",), "Feeds", ("SOURCES",)),
    _c("rename_source", "c", "rename", "Give the feed, folder or view under the cursor another name", ("SOURCES",), "Feeds", ("SOURCES",)),
    _c("move_source", "m", "to folder", "Move the feed or folder under the cursor into another folder", ("SOURCES",), "Feeds", ("SOURCES",)),
    _c("remove_source", "d", "remove", "Unsubscribe from the feed under the cursor, dissolve the folder or forget the view", ("SOURCES",), "Feeds", ("SOURCES",)),
    _c("pause_source", "p", "pause", "Stop visiting the feed or folder under the cursor for now; again: go on", ("SOURCES",), "Feeds", ("SOURCES",)),
    _c("refresh_all", "R", "reload all", "Reload all feeds", EVERYWHERE, "Feeds"),
    _c("failures", "exclamation_mark", "failures", "Feeds whose last visit failed, and why: try again, another address, stop following", EVERYWHERE, "Feeds"),
    _c("full_text", "X", "full text", "Fetch the full text of this article from its page, or fetch it again", READING, "Feeds"),
    _c("full_text_always", "F", "full text always", "Fetch each article's page for this feed from now on, or no longer", EVERYWHERE, "Feeds"),
    _c("browser", "o,g x", "browser", "Open the article's page in the browser", ON_ARTICLES, "Feeds"),
    _c("open_with", "O", "open with", "Hand the article's address to a program of your settings (`open_with`)", ON_ARTICLES, "Feeds", takes="[NAME]"),
    _c("pipe_to", "vertical_line", "pipe to", "Hand the article, or the note under the cursor, to a program of your settings (`pipe_to`)", ON_ARTICLES, "Feeds", takes="[NAME]"),
    _c("open_link", "comma", "links", "Label the links in view; a label opens it", ("READ",), "Feeds"),
    _c("pictures", "g p", "pictures", "The pictures of this article in words: captions and alternative texts; one is opened only when asked", READING, "Feeds"),
    _c("copy_link", "underscore", "copy a link", "Label the links in view; a label copies it", ("READ",), "Feeds"),
    # ------------------------------------------------------------------ screen
    _c("sources", "f2", "sources", "Show or hide the sources", EVERYWHERE, "Screen"),
    _c("facts", "f3", "facts", "Show or hide the facts beside the text", EVERYWHERE, "Screen"),
    _c("preview", "f4", "preview", "Show or hide the preview under the list", EVERYWHERE, "Screen"),
    _c("list_pane", "f8", "list", "Show or hide the list beside an open article", EVERYWHERE, "Screen"),
    _c("narrower", "left_curly_bracket", "narrower", "Make the pane with the focus narrower (kept for next time)", EVERYWHERE, "Screen"),
    _c("wider", "right_curly_bracket", "wider", "Make the pane with the focus wider (kept for next time)", EVERYWHERE, "Screen"),
    _c("theme", "f5", "dark/light", "Switch between the dark and the light theme", EVERYWHERE, "Screen", takes="[NAME]"),
    _c("themes", "f10", "themes", "Choose a theme, seen while choosing; or follow the terminal", EVERYWHERE, "Screen"),
    _c("messages", "ctrl+g", "messages", "All recent messages in full, and what is wrong in the settings", (*EVERYWHERE, "SELECT"), "Screen"),
    _c("help", "question_mark,f1", "help", "Show all keys, or with a command's name or a word what is about it", (*EVERYWHERE, "SELECT"), "Screen", (*EVERYWHERE, "SELECT"), takes="[COMMAND]"),
    _c("set", "", "set", "Change a setting until Lesart is left: theme, key_hints, cursor", EVERYWHERE, "Screen", takes="NAME VALUE"),
    _c("macro", "Q letter", "macro", "Do the commands that your settings have under a letter (`macros`)", (*EVERYWHERE, "SELECT"), "Screen", takes="LETTER"),
    _c("command_line", "colon", "command line", "Type a command by its name with what belongs to it; tab completes, ↑ brings earlier ones", (*EVERYWHERE, "SELECT"), "Screen"),
    _c("tour", "", "tour", "A tour of six steps: read, facts, highlight, note, search, export; again: the next step", EVERYWHERE, "Screen"),
    _c("palette", "ctrl+p", "commands", "Find a command by any words about it", (*EVERYWHERE, "SELECT"), "Screen"),
)  # fmt: skip

MODE_NAMES = (
    N_("LIST"), N_("READ"), N_("SELECT"), N_("FACTS"), N_("SOURCES"), N_("SEARCH"), N_("NOTE"),
)  # fmt: skip
"""As the status line and the help write them."""

BY_ID = {command.id: command for command in COMMANDS}


NO_KEY = "no_key"
"""Stands for the key of a command that has none by itself: only a sequence, or a name."""


def bindings() -> list[Binding]:
    """All commands as bindings of the main screen; which of them count depends on the mode."""
    return [
        Binding(
            ",".join(singles(c.keys)) or NO_KEY,
            f"do('{c.id}')", c.marked_label, show=False, id=c.id, priority=c.id == "quit",
        )
        for c in COMMANDS
    ]  # fmt: skip


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
    "letter": "…", "backslash": "\\", "quotation_mark": '"', "circumflex_accent": "^", "grave_accent": "`",
}  # fmt: skip
"""Textual's names of keys, and what is printed on them."""


def key_names(keys: str) -> str:
    """`less_than_sign,ctrl+o,alt+less_than_sign,g x` as a person reads it: `< ctrl+o alt+< gx`."""
    ways = ([_key_name(key) for key in way] for way in alternatives(keys))
    return " ".join(("" if all(len(k) == 1 for k in way) else "·").join(way) for way in ways)


def _key_name(key: str) -> str:
    held, plus, base = key.rpartition("+")
    return f"{held}{plus}{KEY_SIGNS.get(base, base)}"
