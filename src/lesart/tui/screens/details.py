"""Everything about one figure, name or note: its sentence, who says so, what others say."""

from __future__ import annotations

import csv
import io
import json

from textual.content import Content

from lesart.locales.formats import Formats
from lesart.model.analysis import Analysis
from lesart.model.annotation import Annotation
from lesart.model.article import Article
from lesart.model.entity import Entity
from lesart.model.figure import Figure
from lesart.store import Store
from lesart.text.whole_words import words_naming
from lesart.translations import _, quoted
from lesart.tui.rendering.cells import painted
from lesart.tui.screens.dialogs import Notice
from lesart.tui.screens.entity_lines import ONE
from lesart.tui.widgets.facts_lines import ROLES

_MOST_OTHERS = 12
_VERDICTS = {
    "agrees": "bold $text-success", "differs": "bold $text-accent", "contradicts": "bold $text-error",
    "similar": "bold $text-muted",
}  # fmt: skip


def details_of(
    store: Store, article: Article, fact: Figure | Entity | Annotation, formats: Formats
) -> Notice:
    """A notice about `fact`."""
    match fact:
        case Figure():
            return Notice(
                _("Figure · {surface}").format(surface=fact.surface),
                _of_figure(store, article, fact, formats),
            )
        case Entity():
            return Notice(
                _("Name · {name}").format(name=fact.name), _of_entity(store, article, fact)
            )
        case Annotation():
            quote = fact.anchor.exact if fact.anchor else _("(the article)")
            tags = " ".join(f"#{tag}" for tag in fact.tags)
            return Notice(_("Note"), f"“{quote}”\n\n{fact.note}\n\n{tags}\n{_(fact.colour)}")


def _of_figure(store: Store, article: Article, figure: Figure, formats: Formats) -> Content:
    rows = [
        (_("value"), formats.figure(figure)),
        (_("what it measures"), figure.noun),
        (_("of"), figure.of),
        (_("as"), _(ROLES.get(figure.role, figure.role)) if figure.role else ""),
        (_("per"), figure.per),
        (_("how sure"), formats.qualifier(figure)),
        (_("change"), formats.change(figure)),
        (_("other end"), figure.pair),
        (_("against"), figure.against),
        (_("since"), figure.since),
        (_("who says so"), figure.attribution),
        (_("kind"), _(figure.kind)),
        (_("in the text"), figure.surface),
        (_("date"), figure.resolved or figure.when),
    ]
    lines = [
        Content.assemble((name.rjust(16), "$text-muted"), "  ", painted(value))
        for name, value in rows
        if value
    ]
    sentence = " ".join(article.text[figure.sentence.start : figure.sentence.end].split())
    if sentence:
        lines += [Content(""), Content(painted(sentence))]
    return Content("\n").join(lines + _elsewhere(store, article, figure, formats))


def _elsewhere(store: Store, article: Article, figure: Figure, formats: Formats) -> list[Content]:
    """What other articles say of the same thing, each with its verdict and its sentence."""
    from lesart.services.asking.same_figure import same_figure_elsewhere

    others = same_figure_elsewhere(store, article, figure, limit=_MOST_OTHERS)
    if not others:
        return []
    lines = [
        Content(""),
        Content.styled(_("The same figure in other articles"), "bold $text-primary"),
    ]
    for other in others:
        verdict, why, _how = other.comparison
        day = formats.day(other.published)
        lines += [
            Content(""),
            Content.assemble(
                (_(verdict), _VERDICTS[verdict]), "  ",
                (painted(formats.figure(other.figure)), "bold $text-warning"), "  ",
                painted(" · ".join(part for part in (formats.subject(other.figure), other.title, day) if part)),
            ),
            Content.styled(painted(f"  {why}"), "$text-muted"),
            Content(painted(f"  {quoted(other.sentence)}")),
        ]  # fmt: skip
    return lines


def _of_entity(store: Store, article: Article, entity: Entity) -> Content:
    forms = words_naming(entity, article.text)
    count = store.analyses.articles_naming(entity.key) if entity.key else 0
    rows = [
        (_("kind"), _(ONE.get(entity.kind, entity.kind))),
        (_("in the text"), ", ".join(forms)),
        (_("mentions"), str(len(entity.mentions))),
        (_("articles"), str(count) if count else ""),
        (_("sure"), "" if entity.is_sure else _("no, a guess")),
    ]
    lines = [
        Content.assemble((name.rjust(16), "$text-muted"), "  ", painted(value))
        for name, value in rows
        if value
    ]
    others = store.analyses.also_naming(entity.key, article.id, limit=_MOST_OTHERS)
    if others:
        lines += [Content(""), Content.styled(_("Also named in (* searches for them)"), "bold")]
        lines += [Content(f"  {painted(title)}") for title in others]
    return Content("\n").join(lines)


def facts_as(shape: str, article: Article, analysis: Analysis, formats: Formats) -> str:
    """Figures and names for the clipboard: `text`, `csv` or `json`."""
    if shape == "json":
        return json.dumps(
            {
                "title": article.title,
                "figures": [
                    {
                        "value": formats.figure(f),
                        "noun": f.noun,
                        "of": f.of,
                        "change": f.change,
                        "surface": f.surface,
                        "kind": f.kind,
                        "unit": f.unit,
                    }
                    for f in analysis.figures
                ],
                "entities": [{"name": e.name, "type": e.kind} for e in analysis.entities],
            },
            ensure_ascii=False,
            indent=1,
        )
    if shape == "csv":
        out = io.StringIO()
        writer = csv.writer(out)
        writer.writerow(["what", "value", "noun", "surface", "unit"])
        for f in analysis.figures:
            writer.writerow(_harmless([f.kind, formats.figure(f), f.noun, f.surface, f.unit]))
        for e in analysis.entities:
            writer.writerow(_harmless([e.kind, e.name, "", e.name, ""]))
        return out.getvalue()
    lines = [article.title]
    lines += [f"{formats.figure(f)}  {formats.subject(f) or f.surface}" for f in analysis.figures]
    lines += [f"@{e.name}" for e in analysis.entities]
    return "\n".join(lines)


def _harmless(cells: list[str]) -> list[str]:
    """Cells that a spreadsheet does not take for formulas."""
    return [f"'{cell}" if cell[:1] in "=+-@\t\r" and cell else cell for cell in cells]
