"""Every command is found by the words that a reader would look for, in each language, and says what it does."""

from __future__ import annotations

import pytest

from lesart.translations import use
from lesart.tui.command_words import found_by_words
from lesart.tui.commands import COMMANDS
from lesart.tui.screens.command_line import CommandLine
from tests.tui.conftest import screen_text, until

LANGUAGES = ("en", "de")
LOOKED_FOR = {
    "open": ("read|enter", "lesen|öffnen"),
    "back": ("back leave|close", "zurück|schließen"),
    "leave_sources": ("back|list", "zurück|liste"),
    "quit": ("exit|quit|close", "beenden|schließen|verlassen"),
    "suspend": ("shell|background", "shell hintergrund|anhalten"),
    "next_unread": ("next|unread|new", "nächster|ungelesen"),
    "previous_unread": ("previous|unread", "voriger|ungelesen"),
    "next_article": ("next|article", "nächster|artikel"),
    "previous_article": ("previous|article", "voriger|artikel"),
    "older": ("back|jump", "zurück|sprung"),
    "newer": ("forward|jump", "vorwärts|sprung"),
    "set_mark": ("bookmark|place|mark", "lesezeichen|ort|merken"),
    "jump_mark": ("bookmark|place", "lesezeichen|ort"),
    "jump_back": ("back|jump", "zurück|sprung"),
    "go_unread": ("unread|list|filter", "ungelesen|filter"),
    "go_all": ("all|list|everything", "alle|liste"),
    "go_starred": ("starred|favourites|bookmarks", "stern|favoriten"),
    "go_annotated": ("notes|annotated", "notizen|anmerkungen"),
    "go_new": ("new|arrived|latest", "neu|eingetroffen"),
    "next_pane": ("pane|focus|window", "bereich|fokus|fenster"),
    "previous_pane": ("pane|focus|window", "bereich|fokus|fenster"),
    "figures": ("figures|numbers", "zahlen|kennzahlen"),
    "entities": ("names|people|places|entities", "namen|personen|orte"),
    "notes": ("notes|comments", "notizen|kommentare"),
    "next_mark": ("next|mark", "nächste|fundstelle"),
    "previous_mark": ("previous|mark", "vorige|fundstelle"),
    "next_match": ("next|match|hit|search", "nächster|treffer|suche"),
    "previous_match": ("previous|match|hit|search", "voriger|treffer|suche"),
    "details": ("details|info|explain|source", "einzelheiten|info|quelle"),
    "sort_facts": ("sort|order|figures", "ordnen|sortieren|zahlen"),
    "copy_facts": ("copy|csv|json|facts", "kopieren|csv|fakten"),
    "search_mark": ("search|find|word", "suchen|wort"),
    "confirm": ("confirm|right|approve", "bestätigen|richtig"),
    "correct": ("correct|wrong|edit|fix", "berichtigen|korrigieren|falsch"),
    "reject": ("reject|wrong|remove", "verwerfen|falsch|entfernen"),
    "colour_1": ("highlight|yellow|colour|color", "markieren|gelb|farbe"),
    "colour_2": ("highlight|green|colour", "markieren|grün|farbe"),
    "colour_3": ("highlight|blue|colour", "markieren|blau|farbe"),
    "colour_4": ("highlight|red|colour", "markieren|rot|farbe"),
    "colour_5": ("highlight|purple|colour", "markieren|lila|farbe"),
    "highlight": ("highlight|mark|underline", "markieren|anstreichen|hervorheben"),
    "note": ("note|comment|write", "notiz|kommentar|schreiben"),
    "article_note": ("note|article|comment", "notiz|artikel|kommentar"),
    "reply": ("reply|answer|thread", "antworten|faden"),
    "tag": ("tag|label|keyword", "schlagwort|etikett|tag"),
    "recolour": ("colour|color|recolour", "farbe|umfärben"),
    "colour": ("colour|color|highlight", "farbe|markieren"),
    "repeat": ("repeat|again", "nochmals|wiederholen"),
    "repeat_in_list": ("repeat|again|tag", "nochmals|schlagwort|wiederholen"),
    "edit_note": ("editor|vim|note|edit", "editor|notiz|bearbeiten"),
    "delete": ("delete|remove|trash", "löschen|entfernen|papierkorb"),
    "undo": ("undo|revert", "rückgängig|zurücknehmen"),
    "redo": ("redo|again", "wiederholen|wieder"),
    "annotations": ("notes|highlights|all|annotations", "notizen|markierungen|anmerkungen"),
    "export": ("export|save|markdown|zotero|obsidian", "exportieren|speichern|markdown|ausgeben"),
    "leave_selection": ("leave|selection|cancel", "auswahl|verlassen|abbrechen"),
    "copy": ("copy|clipboard|yank", "kopieren|zwischenablage"),
    "changes": (
        "changes|diff|correction|revision|history",
        "änderungen|korrektur|fassung|unterschied",
    ),
    "move_ends": ("move|ends|resize|extend", "enden|versetzen|ändern"),
    "merge": ("merge|join|combine", "vereinen|verbinden|zusammen"),
    "reattach": ("attach|orphan|lost|note", "anheften|verloren|notiz"),
    "watch": ("watch|alerts|keywords|highlight", "suchwörter|beobachten|stichwörter"),
    "read": ("read|unread|mark|seen", "gelesen|ungelesen"),
    "star": ("star|favourite|bookmark|later", "stern|favorit|merken|später"),
    "read_all": ("all|read|catch up", "alle|gelesen|aufholen"),
    "toggle_read": ("show|hide|read", "gelesene|zeigen|ausblenden"),
    "arrived": ("new|arrived|show", "neu|eingetroffen"),
    "remove_samples": ("samples|remove|examples|demo", "beispiele|entfernen"),
    "search": ("search|find|query|filter", "suchen|finden|filtern"),
    "search_all": ("search|find|everywhere", "suchen|finden|überall"),
    "save_query": ("save|search|view|query", "suche|sichern|speichern|ansicht"),
    "fold_stories": ("stories|fold|group|duplicates", "geschichten|gruppieren|doppelte|zuklappen"),
    "open_story": ("story|open|expand", "geschichte|aufklappen"),
    "read_story": ("story|read", "geschichte|gelesen"),
    "story_page": ("story|compare|sources", "geschichte|vergleichen|quellen"),
    "entity_view": (
        "people|places|names|entities|organisations|persons",
        "personen|orte|namen|organisationen",
    ),
    "figure_view": ("figures|numbers|chart|table", "zahlen|diagramm|tabelle"),
    "digest": ("digest|summary|briefing|today", "überblick|zusammenfassung|heute"),
    "review": ("review|flashcards|repetition|learn", "wiedervorlage|lernen|karteikarten"),
    "rules": ("rules|filters|automatic|retention", "regeln|filter|automatisch"),
    "mute": ("mute|hide|silence|block", "stumm|ausblenden|ignorieren"),
    "same_figure": (
        "compare|elsewhere|contradiction|figure",
        "vergleichen|anderswo|widerspruch|zahl",
    ),
    "saved_queries": ("views|saved|searches", "ansichten|gesicherte|suchen"),
    "add": ("add|subscribe|feed|import|opml|rss", "hinzufügen|abonnieren|feed|importieren|rss"),
    "refresh_feed": ("refresh|reload|update|feed", "laden|aktualisieren|feed"),
    "feed_settings": ("settings|feed|edit|options|preferences", "einstellungen|feed|bearbeiten"),
    "rename_source": ("rename|name|title", "umbenennen|name|titel"),
    "move_source": ("move|folder|category", "ordner|verschieben"),
    "remove_source": ("remove|unsubscribe|delete|feed", "entfernen|abbestellen|löschen|feed"),
    "pause_source": ("pause|stop|resume|feed", "pause|anhalten|feed"),
    "refresh_all": ("refresh|reload|update|sync|feeds", "laden|aktualisieren|feeds"),
    "failures": ("failures|errors|broken|feeds", "fehler|kaputte|feeds"),
    "full_text": ("full text|fetch|page|download", "volltext|holen|seite|herunterladen"),
    "full_text_always": ("full text|always|fetch", "volltext|immer|holen"),
    "browser": ("browser|open|web|link", "browser|öffnen|link"),
    "open_with": ("open with|program|external|app", "öffnen mit|programm|extern"),
    "pipe_to": ("pipe|program|script|send", "programm|skript|weitergeben"),
    "open_link": ("links|open|url", "links|öffnen|adresse"),
    "pictures": ("pictures|images|photos", "bilder|fotos"),
    "copy_link": ("copy|link|url", "kopieren|link|adresse"),
    "sources": ("sources|feeds|sidebar|folders", "quellen|feeds|ordner|seitenleiste"),
    "facts": ("facts|panel|sidebar", "fakten|leiste|seitenleiste"),
    "preview": ("preview|pane", "vorschau|bereich"),
    "list_pane": ("list|hide|focus", "liste|ausblenden"),
    "narrower": ("narrower|width|resize", "schmaler|breite"),
    "wider": ("wider|width|resize", "breiter|breite"),
    "theme": ("theme|dark|light|colours", "farbschema|dunkel|hell|farben|theme"),
    "themes": (
        "theme|themes|colours|appearance|contrast",
        "farbschema|farben|aussehen|theme|kontrast",
    ),
    "messages": ("messages|log|errors|notifications", "meldungen|protokoll|fehler"),
    "help": ("help|keys|shortcuts|manual", "hilfe|tasten|kürzel|handbuch"),
    "set": ("set|settings|options|preferences|configuration", "einstellen|einstellungen|optionen"),
    "macro": ("macro|record|automate", "makro|befehle"),
    "command_line": ("command|line|ex", "befehl|befehlszeile"),
    "tour": ("tour|tutorial|introduction", "rundgang|einführung|anleitung"),
    "palette": ("commands|palette|find", "befehle|palette|finden"),
}
"""Command -> what people type who look for it, in English and in German."""
LONGEST = 130
"""Letters that a line of help may have."""


def test_every_command_is_looked_for() -> None:
    assert set(LOOKED_FOR) == {command.id for command in COMMANDS}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_is_found_by_what_people_type(language: str) -> None:
    use(language)
    missed = [
        (id, word)
        for id, words in LOOKED_FOR.items()
        for word in words[LANGUAGES.index(language)].split("|")
        if id not in {command.id for command in found_by_words(word, COMMANDS)}
    ]
    assert missed == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_command_says_in_one_line_what_it_does(language: str) -> None:
    use(language)
    said: dict[tuple[str, frozenset[str]], str] = {}
    for command in COMMANDS:
        assert command.label, command.id
        assert command.says[:1].isupper(), command.id
        assert command.says[-1:] != ".", command.id
        assert 3 < len(command.says) <= LONGEST, (command.id, len(command.says))
        # No two say the same: who reads the one would not know why the other is there.
        assert said.setdefault((command.says, frozenset(command.modes)), command.id) == command.id


async def test_help_about_a_word_lists_what_is_about_it(make_app) -> None:
    app = make_app(language="de")
    async with app.run_test(size=(140, 40)) as pilot:
        await until(pilot, lambda: app.main.has_deferred_panes and len(app.main.listing.rows) == 3)
        await pilot.press("colon")
        await until(pilot, lambda: isinstance(app.screen, CommandLine))
        await pilot.press(*"help", "space", *"dunkel")
        await until(pilot, lambda: ":help dunkel" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: "Befehle zu „dunkel“" in screen_text(app))
        shown = screen_text(app)
        assert "f5" in shown
        assert "Zwischen dunklem und hellem Farbschema wechseln" in shown


async def test_the_palette_speaks_german_and_leaves_german_nouns_their_capitals(make_app):
    app = make_app(language="de")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await until(pilot, lambda: "Zur Liste" in screen_text(app))
        assert "Wörter eines Befehls" in screen_text(app)
        assert "Search for" not in screen_text(app)
