"""An article read for comparing: what each of its figures is of, of whom, of when, and how it is meant."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Literal, NamedTuple

from lesart.analysis.comparing.amounts import Amount, amount_of
from lesart.analysis.comparing.concepts import words_of
from lesart.analysis.comparing.names import (
    Name,
    Names,
    capitals_of,
    country_of,
    main_names,
    names_in,
    rare_capitals,
)
from lesart.analysis.comparing.subjects import Subject, subject_of
from lesart.analysis.comparing.times import Timing, is_ahead, timing_of
from lesart.model.analysis import Analysis
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.text.folding import fold

Mode = Literal["said", "ahead", "wanted", "asked"]
Part = Literal["level", "delta", "from"]

_MOST_BOUND = 3
"""Main names that a figure is taken to be of where its sentence has none."""
_EDGE = re.compile(r"[;:—()\[\]\n]|,(?=\s)|\s–\s")
_AND = re.compile(
    r"\b(?:und|sowie|während|aber|and|while|but|whereas|et|tandis|mais|y|e|mientras|pero)\b",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\b(erwart\w+|prognos\w+|voraussichtlich|rechnen\w* mit|rechnet\w* mit|expect(?:s|ed|ing|ations?)?|forecast\w*|project\w*|predict\w*|"
    r"is likely to|prevoi\w*|prevu\w*|prevision\w*|attend\w* a|preve\w*|espera que|esperan)\b"
)
_WANTED = re.compile(
    r"\b(ziel\w*|plant|planen|geplant\w*|wollte\w*|will|wollen|target\w*|plan|plans|planned|aims?|goals?|wants?|"
    r"objectif\w*|vise\w*|prevoit|compte|objetivo\w*|planea\w*|preten\w+|quiere\w*)\b"
)
_WILL = re.compile(r"\bwill\b")
_OPEN = re.compile(
    r"\b(muss|mussen|musste\w*|sollen|soll|must|has to|have to|doit|doivent|devra\w*|debe\w*|tiene que)\b"
)
_ASKED = re.compile(
    r"\b(umfrage\w*|befrag\w+|poll|polls|survey\w*|sondage\w*|encuesta\w*|wurden? .{0,30}wahlen)\b"
)
_GUESSED = re.compile(
    r"\b(schatz\w*|geschatzt\w*|estimat\w*|estim\w*|dunkelziffer|mutmasslich\w*|vermutlich|calcul\w* en)\b"
)
_COUNTED = re.compile(
    r"\b(amtlich\w*|offiziell\w*|gezahlt\w*|zahlt\w*|statistik\w*|bestatigt\w*|official\w*|counted|confirmed|registered|list|"
    r"officiel\w*|recens\w*|confirme\w*|oficial\w*|confirmad\w*|registr\w*)\b"
)
_AMONG = re.compile(
    r"\b(darunter|davon|unter ihnen|von ihnen|allein|including|among them|of them|of whom|of which|of those|alone|"
    r"dont|parmi eux|parmi elles|d'entre eux|y compris|incluid\w*|entre ellos|entre ellas|de ellos|de los que|"
    r"de las que|de los cuales|solo en)\b"
)
_MORE_BEHIND = re.compile(
    r"^\W*(?:\w+ ){0,1}(mehr|weniger|zusatzlich\w*|weitere\w*|more|fewer|less|additional|de plus|de moins|mas|menos)\b(?! als| than| que| of)"
)
_BY_BEFORE = re.compile(r"\b(um|by)\s+(\w+\s+)?$|\b(plus|minus)\s+$")
_DAILY = re.compile(
    r"\b(pro|am|je|an einem|in einem|innerhalb eines|a|per|in one|in a|each|every|par|al|por|en un|en una|cada|chaque) "
    r"(tag\w*|day|jour|dia)\b|\b(taglich\w*|daily|quotidien\w*|diari\w*)\b|\b24 (stunden|hours|heures|horas)\b"
)
_TOTAL = re.compile(
    r"\b(insgesamt|bisher|seit beginn|seit ausbruch|in total|so far|since the (start|beginning|outbreak)|to date|"
    r"au total|depuis le debut|en total|desde el (inicio|comienzo)|hasta ahora)\b"
)
_PERIODS = {
    "hour": r"(?:stunde\w*|hour|hourly|heure|hora)", "day": r"(?:tag\w*|day|daily|jour|dia)",
    "week": r"(?:woche\w*|week\w*|semaine|semana)", "month": r"(?:monat\w*|month\w*|mois|mes)",
    "year": r"(?:jahr\w*|year\w*|an|annee|ano)",
}  # fmt: skip
_BASES = {
    "square metre": re.compile(r"quadratmeter|square met|metre carre|metro cuadrado|\bm2|m²|square$"),
    "100,000 people": re.compile(r"100.?000"), "1,000 people": re.compile(r"\b1.?000|thousand|tausend|\bmille?\b"),
    "head": re.compile(r"kopf|head|capita|habitant|inhabitant|einwohner|tete|person|persona"),
    "share": re.compile(r"aktie|share|action|accion"), "litre": re.compile(r"lit[re]{2}|litro"),
    "barrel": re.compile(r"barrel|baril|barril|fass"),
}  # fmt: skip
_PERIOD = {
    name: re.compile(
        rf"^\W*(?:(?:pro|im|am|je|in der|a|an|per|each|every|par|al|por|a la|cada)\s+{words}|/\s*{words})\b"
    )
    for name, words in _PERIODS.items()
}


class FigureContext(NamedTuple):
    """A figure with all that comparing it goes by."""

    figure: Figure
    amount: Amount
    subject: Subject
    names: tuple[Name, ...]
    """Those its part of the sentence binds it to; else the sentence's, else the article's first."""
    is_local: bool
    """The names stand in the figure's own sentence."""
    capitals: frozenset[str]
    """Words of the sentence that may be names, for what no engine knows."""
    timing: Timing
    mode: Mode
    is_open: bool
    """Something must or shall be: neither a fact nor a plan."""
    is_coming: bool
    """ "Will cut": what other languages tell as if it were now."""
    part: Part
    per: str
    is_daily: bool
    is_total: bool
    is_guess: bool
    is_counted: bool
    is_among: bool
    """One of the parts of a whole that was told before: "darunter 12 Frauen"."""


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """An article as comparing needs it."""

    language: str
    names: Names
    figures: tuple[FigureContext, ...]
    main: tuple[Name, ...] = ()
    """Whom and what it is about, the weightiest first."""

    def is_related_to(self, other: ReadArticle) -> bool:
        """Whether the two may speak of one thing: some main name is named by the other, too."""
        if not self.main or not other.main:
            return True  # nobody can tell
        return any(map(other.names.speak_of, self.main)) or any(
            map(self.names.speak_of, other.main)
        )


def _is_any(_figure: Figure) -> bool:
    return True


def read_article(
    text: str,
    analysis: Analysis,
    *,
    title: str = "",
    date: Moment | None = None,
    wanted: Callable[[Figure], bool] = _is_any,
) -> ReadArticle:
    """Everything that comparing goes by, for each figure that can be compared.

    `wanted` leaves out figures that are not asked for.
    """
    language = analysis.language
    listed = names_in(analysis.entities, text, language)
    main = main_names(analysis.entities, listed)
    names = Names(listed, capitals_of(text) | capitals_of(title))
    dates = [figure for figure in analysis.figures if figure.kind == "date"]
    plain = [figure for figure in analysis.figures if figure.kind not in ("date", "time")]
    found: list[FigureContext] = []
    for figure in plain:
        if not wanted(figure) or amount_of(figure) is None:
            continue
        context = _context(figure, text, language, listed, main, dates, plain, date)
        found.append(_completed(context, found[-1]) if found else context)
    return ReadArticle(language, names, tuple(found), main)


def _completed(context: FigureContext, before: FigureContext) -> FigureContext:
    """What is left out is taken from the figure before: "6.1% in Germany and 7.5% in France"."""
    own, other = context.subject, before.subject
    if own.heads or before.figure.sentence != context.figure.sentence:
        return context
    if before.amount.dimension != context.amount.dimension or before.part != context.part:
        return context
    if not own.states and not own.dimensions:
        return context._replace(subject=replace(other, around=own.around | other.around))
    if own.states and context.figure.kind == "count":
        return context._replace(subject=replace(own, heads=other.heads, is_known=other.is_known))
    return context


def _context(
    figure: Figure, text: str, language: str, names: list[Name], main: tuple[Name, ...],
    dates: Sequence[Figure], plain: Sequence[Figure], moment: Moment | None,
) -> FigureContext:  # fmt: skip
    start, end = segment_of(figure, text, plain)
    segment, sentence = text[start:end], text[slice(*figure.sentence)]
    amount = amount_of(figure)
    assert amount is not None
    folded, whole = fold(segment), fold(sentence)
    timing = timing_of(figure, text, dates, (start, end), moment)
    bound, is_local = _bound_names(figure, names, main, (start, _with_list(text, end, names)))
    behind = fold(text[figure.span.end : end])
    mode = _mode(folded, whole, timing)
    is_coming = language == "en" and bool(_WILL.search(folded))
    is_coming = is_coming and _mode(_WILL.sub("", folded), _WILL.sub("", whole), timing) == "said"
    before = text[max(figure.sentence.start, figure.span.start - 25) : figure.span.start]
    subject = subject_of(
        figure, _without_names(text, start, end, names), sentence, before, language
    )
    lead = fold(text[max(figure.sentence.start, figure.span.start - 60) : figure.span.start])
    return FigureContext(
        figure=figure,
        amount=amount,
        subject=_without_peoples(subject),
        names=bound,
        is_local=is_local,
        capitals=rare_capitals(sentence, language),
        timing=timing,
        mode=mode,
        is_open=bool(_OPEN.search(whole)),
        is_coming=is_coming,
        part=_part(figure, text, behind),
        per=_per(figure, behind),
        is_daily=bool(_DAILY.search(folded)),
        is_total=bool(_TOTAL.search(whole)),
        is_guess=bool(_GUESSED.search(whole)),
        is_counted=bool(_COUNTED.search(whole)),
        is_among=bool(_AMONG.search(lead)),
    )


def segment_of(figure: Figure, text: str, others: Sequence[Figure]) -> tuple[int, int]:
    """The part of the sentence that speaks of this figure."""
    start, end = figure.sentence
    for edge in _EDGE.finditer(text, start, end):
        if edge.end() <= figure.span.start:
            start = edge.end()
        elif edge.start() >= figure.span.end:
            end = edge.start()
            break
    numbers = [o.span for o in others if start <= o.span.start < end and o.span != figure.span]
    for link in _AND.finditer(text, start, end):
        if link.end() <= figure.span.start:
            if any(start <= n.start < link.start() for n in numbers):
                start = link.end()
        elif link.start() >= figure.span.end:
            if any(link.end() <= n.start < end for n in numbers):
                end = link.start()
                break
    return start, end


_LIST = re.compile(r"\s*(?:,|,?\s*(?:und|sowie|and|et|y|e)\b)\s*(?:\w{1,4}\s+)?", re.IGNORECASE)


def _with_list(text: str, end: int, names: list[Name]) -> int:
    """Where the segment ends when a list of names goes on: "for Ukraine, Israel and Taiwan"."""
    last = max((n.end for n in names if n.end <= end), default=-1)
    while last >= 0:
        step = _LIST.match(text, last)
        following = next((n for n in names if step and n.start == step.end()), None)
        if following is None:
            break
        last = following.end
    return max(end, last)


def _without_names(text: str, start: int, end: int, names: list[Name]) -> str:
    """The segment with names left out: "Ever Given" gives nothing."""
    kept, at = [], start
    for name in names:
        if (
            name.start >= at
            and name.end <= end
            and not country_of(
                words_of(text[name.start : name.end])[-1]
                if words_of(text[name.start : name.end])
                else ""
            )
        ):
            kept.append(text[at : name.start])
            at = name.end
    kept.append(text[at:end])
    return " ".join(kept)


def _without_peoples(subject: Subject) -> Subject:
    """Whose they are is told by names: "irakische Zivilisten" are civilians."""
    return replace(
        subject, modifiers=frozenset(word for word in subject.modifiers if not country_of(word))
    )


def _bound_names(
    figure: Figure, names: list[Name], main: tuple[Name, ...], segment: tuple[int, int]
) -> tuple[tuple[Name, ...], bool]:
    speaker = fold(figure.attribution)
    own = [
        name
        for name in names
        if figure.sentence.start <= name.start < figure.sentence.end
        and not (speaker and any(word in speaker for word in name.words))
    ]
    if not own:  # who says it may be whose it is
        own = [n for n in names if figure.sentence.start <= n.start < figure.sentence.end]
    near = [name for name in own if segment[0] <= name.start < segment[1]]
    if near or own:
        return _distinct(near or own), True
    return main[:_MOST_BOUND], False


def _distinct(names: list[Name]) -> tuple[Name, ...]:
    found: dict[tuple[str, frozenset[str]], Name] = {}
    for name in names:
        found.setdefault((name.key, name.words if not name.key else frozenset()), name)
    return tuple(found.values())


def _mode(segment: str, sentence: str, timing: Timing) -> Mode:
    if _ASKED.search(sentence):
        return "asked"
    if _AHEAD.search(segment) or _AHEAD.search(sentence):
        return "ahead"
    if _WANTED.search(segment):
        return "wanted"
    return "ahead" if is_ahead(timing) else "said"


def _part(figure: Figure, text: str, behind: str) -> Part:
    if figure.role == "from" or figure.change == "from":
        return "from"
    if figure.kind == "ratio" and figure.change in ("rise_by", "fall_by"):
        return "delta"
    before = (
        fold(text[max(figure.sentence.start, figure.span.start - 25) : figure.span.start]) + " "
    )
    if _BY_BEFORE.search(before) or _MORE_BEHIND.search(behind[:40]):
        return "delta"
    if figure.kind == "count":
        # "lost 4,487 soldiers": the verb tells of the soldiers, not of a number that fell
        return "level"
    return "delta" if figure.role == "delta" or figure.change.endswith("_by") else "level"


def _per(figure: Figure, behind: str) -> str:
    for name, pattern in _PERIOD.items():
        if pattern.match(behind) or (
            figure.per and re.fullmatch(rf"(?:\w+ )?{_PERIODS[name]}", fold(figure.per))
        ):
            return name
    if not figure.per:
        return ""
    folded = fold(figure.per)
    near = f"{folded} | {' '.join(behind.split()[:4])}"
    return next((name for name, pattern in _BASES.items() if pattern.search(near)), folded)
