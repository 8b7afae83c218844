"""All controllers of the main screen, each given what it needs; nothing here does anything else."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesart.tui.commands import BY_ID, COMMANDS
from lesart.tui.controllers.all_notes import AllNotesController
from lesart.tui.controllers.analysis_jobs import AnalysisJobs
from lesart.tui.controllers.annotating import AnnotatingController
from lesart.tui.controllers.bars import BarController
from lesart.tui.controllers.children import Children
from lesart.tui.controllers.command_line import CommandLineController
from lesart.tui.controllers.controller import (
    ArgumentHandlers,
    Handlers,
    argument_handlers_of,
    handlers_of,
)
from lesart.tui.controllers.digest_view import DigestController
from lesart.tui.controllers.entity_views import EntityController
from lesart.tui.controllers.failures import FailureController
from lesart.tui.controllers.feed_jobs import FeedJobController
from lesart.tui.controllers.feed_settings import FeedSettingsController
from lesart.tui.controllers.figure_views import FigureController
from lesart.tui.controllers.full_text import FullTextController
from lesart.tui.controllers.import_jobs import ImportJobs
from lesart.tui.controllers.library_watch import LibraryWatch
from lesart.tui.controllers.listing import ListController
from lesart.tui.controllers.marking import Marking
from lesart.tui.controllers.navigation import NavigationController
from lesart.tui.controllers.note_editing import NoteEditing
from lesart.tui.controllers.panes import PaneController
from lesart.tui.controllers.pictures_view import PicturesController
from lesart.tui.controllers.place_marks import PlaceMarks
from lesart.tui.controllers.prefix_keys import Hands, PrefixKeys
from lesart.tui.controllers.programs import ProgramsController
from lesart.tui.controllers.reading import ReadingController
from lesart.tui.controllers.repeating import Repeating
from lesart.tui.controllers.review_view import ReviewController
from lesart.tui.controllers.rules import RulesController
from lesart.tui.controllers.searching import SearchController
from lesart.tui.controllers.settings_now import SettingsNow
from lesart.tui.controllers.several_files import SeveralFiles
from lesart.tui.controllers.shown_article import ReadingPanes
from lesart.tui.controllers.source_changes import SourceChanges
from lesart.tui.controllers.source_removals import SourceRemovals
from lesart.tui.controllers.sources import SourcesController
from lesart.tui.controllers.stories import StoryController
from lesart.tui.controllers.streaming import Streaming
from lesart.tui.controllers.tour import TourController
from lesart.tui.controllers.triage import TriageController
from lesart.tui.controllers.verdicts import VerdictController

if TYPE_CHECKING:
    from textual.containers import Container
    from textual.screen import Screen

    from lesart.tui.controllers.context import Context
    from lesart.tui.widgets.note_editor import NoteEditor
    from lesart.tui.widgets.preview import Preview
    from lesart.tui.widgets.query_line import QueryLine
    from lesart.tui.widgets.source_list import SourceList
    from lesart.tui.widgets.which_key import WhichKey


@dataclass(frozen=True, slots=True)
class Widgets:
    """What the controllers work with."""

    screen: Screen[None]
    """For classes, which say what is on screen."""
    query: QueryLine
    sources: SourceList
    preview: Preview
    article: ReadingPanes
    editor: NoteEditor
    which_key: WhichKey
    tour: Container


@dataclass(frozen=True, slots=True)
class Controllers:
    """Those that the screen itself speaks to, and what each command does."""

    library_watch: LibraryWatch
    searching: SearchController
    sources: SourcesController
    children: Children
    analysis: AnalysisJobs
    full_text: FullTextController
    triage: TriageController
    reading: ReadingController
    marking: Marking
    annotating: AnnotatingController
    imports: ImportJobs
    feed_jobs: FeedJobController
    navigation: NavigationController
    panes: PaneController
    prefix_keys: PrefixKeys
    command_line: CommandLineController
    tour: TourController
    handlers: Handlers
    argument_handlers: ArgumentHandlers


def open_controllers(
    context: Context, listing: ListController, bars: BarController, widgets: Widgets, hands: Hands
) -> Controllers:
    """Make them from the bottom up: whoever is needed is there before who needs it."""
    children = Children(context)
    searching = SearchController(context, listing, widgets.query)
    sources = SourcesController(context, listing, widgets.sources)
    analysis = AnalysisJobs(context, children)
    source_changes = SourceChanges(context, listing, sources)
    removals = SourceRemovals(context, listing, sources, source_changes)
    feed_settings = FeedSettingsController(context, sources, source_changes)
    full_text = FullTextController(context, listing, sources, children)
    triage = TriageController(context, listing, sources)
    reading = ReadingController(context, listing, triage, analysis, full_text, widgets.article)
    marking = Marking(context, reading)
    annotating = AnnotatingController(context, listing, reading, marking, full_text, widgets.editor)
    note_editing = NoteEditing(context, listing, reading, marking, triage)
    verdicts = VerdictController(context, listing, reading, analysis)
    tour = TourController(context, listing, reading, widgets.tour)
    imports = ImportJobs(context, listing, children, analysis, tour)
    several = SeveralFiles(context, children, imports)
    streaming = Streaming(context, listing)
    feed_jobs = FeedJobController(
        context, listing, sources, children, analysis, imports, several, streaming, removals
    )
    failures = FailureController(context, feed_jobs, source_changes, removals, feed_settings)
    navigation = NavigationController(context, listing, searching, reading)
    panes = PaneController(context, widgets.screen, listing, sources, reading, widgets.preview)
    all_notes = AllNotesController(context, listing, children)
    entities = EntityController(context, reading)
    figures = FigureController(context, listing, reading)
    digest = DigestController(context)
    review = ReviewController(context)
    stories = StoryController(context, listing, triage)
    rules = RulesController(context, listing, reading)
    marks = PlaceMarks(context, listing, reading, navigation)
    repeating = Repeating(context, listing, reading, marking, note_editing)
    programs = ProgramsController(context, listing, reading, marking, annotating, children)
    pictures = PicturesController(context, reading, programs)
    settings = SettingsNow(context)
    letters = {"set_mark": marks.letters, "jump_mark": marks.letters}
    prefix_keys = PrefixKeys(context, widgets.which_key, letters, hands)
    command_line = CommandLineController(context, listing, reading, settings, letters)
    letters["macro"] = command_line.macro_letters
    controllers = (
        listing, searching, sources, source_changes, removals, feed_settings, full_text, triage, reading, marking, annotating, note_editing,
        verdicts, feed_jobs, failures, navigation, panes, all_notes, entities, figures, digest, review, pictures, stories, rules, bars, marks, repeating, programs, settings,
        command_line, tour,
    )  # fmt: skip
    handlers = handlers_of(controllers, BY_ID)
    argument_handlers = argument_handlers_of(controllers, (c.id for c in COMMANDS if c.takes))
    bars.reading, bars.children = reading, children
    bars.feed_jobs, bars.sources = feed_jobs, sources
    return Controllers(
        LibraryWatch(context), searching, sources, children, analysis, full_text, triage, reading,
        marking, annotating, imports, feed_jobs, navigation, panes, prefix_keys, command_line, tour,
        handlers, argument_handlers,
    )  # fmt: skip
