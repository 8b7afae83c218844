"""What changed in an article between two of its texts, word by word, with the notes of each."""

from __future__ import annotations

from itertools import pairwise

from textual.content import Content

from lesart.analysis.comparing.changes import FigureChange
from lesart.locales.formats import Formats
from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.moment import Moment
from lesart.services.asking.changed_figures import changed_figures
from lesart.store.tables.articles import Revision
from lesart.text.shorten import shortened
from lesart.text.word_diff import word_diff
from lesart.translations import _, quoted
from lesart.tui.rendering.cells import painted
from lesart.tui.screens.dialogs import Notice

_STYLES = {"same": "", "gone": "strike $text-error", "new": "bold underline $text-success"}
_AROUND = 160
"""How much of what stayed the same is shown on either side of a change, in characters."""


def changes_of(
    article: Article, revisions: list[Revision], annotations: list[Annotation], formats: Formats
) -> Notice:
    """A notice with one section a revision, the latest change first."""
    texts = [(r.number, r.text, r.replaced) for r in revisions]
    texts.append((article.revision, article.text, 0))
    sections = []
    for (number, old, replaced), (newer, new, _replaced) in reversed(list(pairwise(texts))):
        when = formats.moment(Moment(replaced))
        title = Content.styled(
            _("Text {number} → {newer} · {when}").format(number=number, newer=newer, when=when),
            "bold $text-primary",
        )
        notes = [note for note in annotations if note.revision == number]
        figures = [_figure(change, formats) for change in changed_figures(old, new, article)]
        kept = Content("\n").join([title, *figures, _diff(old, new), *map(_note, notes)])
        sections.append(kept)
    return Notice(
        _("Changes · {title}").format(title=article.title), Content("\n\n").join(sections)
    )


def _figure(change: FigureChange, formats: Formats) -> Content:
    """ "4.500 → 6.000 · Soldaten": what a fact checker looks for first."""
    return Content.styled(
        painted(f"  {formats.revised(change.was, change.now)}"), "bold $text-warning"
    )


def _diff(old: str, new: str) -> Content:
    parts: list[Content] = []
    for run in word_diff(old, new):
        words = run.text
        if run.op == "same" and len(words) > 2 * _AROUND:
            words = f"{words[:_AROUND]} … {words[-_AROUND:]}"
        parts.append(Content.styled(painted(words.replace("\n\n", " ¶ ")), _STYLES[run.op]))
    return Content("").join(parts)


def _note(note: Annotation) -> Content:
    words = {
        "ok": _("still there"),
        "changed": _("its words changed"),
        "orphan": _("its words are gone"),
    }
    quote = note.anchor.exact if note.anchor else _("(the article)")
    return Content.styled(
        painted(
            f"  ✎ {quoted(shortened(quote, 80))} {shortened(note.note, 80)} – {words[note.status]}"
        ),
        "$text-muted",
    )
