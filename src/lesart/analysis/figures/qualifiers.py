"""How sure the text is of a number: the words before and behind it that say about, at least, up to."""

from __future__ import annotations

from lesart.analysis.figures.changes import change_before, is_changing
from lesart.analysis.figures.grammar import grammar
from lesart.analysis.figures.negation import is_denied
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.model.figure import Qualifier

_OPPOSITE: dict[Qualifier, Qualifier] = {"less_than": "at_least", "more_than": "at_most"}
SIGNS = {"~": "approx", "≈": "approx", ">": "more_than", "<": "less_than", "≥": "at_least",
         "≤": "at_most", "±": "approx"}  # fmt: skip


def qualify(stream: TokenStream, figure: Found) -> None:
    """Set the qualifier from what stands before the figure, else from what stands behind."""
    lead = figure.i
    for _ in range(4):
        lead = _past_quotes(stream, lead)
        is_led = bool(stream.phrase_before(lead, stream.lexicon.before_by_last))
        if figure.kind == "ratio" and stream.low(lead - 1) in stream.lexicon.determiners:
            lead -= not is_led  # "plus des deux tiers"
        phrase = stream.phrase_before(lead, stream.lexicon.before_by_last)
        if not phrase or not _may_qualify(stream, figure, lead, phrase):
            break
        qualifier = stream.lexicon.before[phrase]
        lead -= len(phrase)
        if qualifier != "exact":
            figure.qualifier = _turned(stream, lead, qualifier)
            break
    if figure.qualifier == "exact" and stream.low(lead - 1) in stream.lexicon.up_to:
        is_measured = figure.kind in ("measure", "distance", "money", "percent") and figure.has_noun
        if is_measured and not is_changing(stream, lead) and stream.at(lead - 2).kind == "w":
            figure.qualifier, lead = "at_most", lead - 1  # "Böen bis 110 km/h"
    if figure.qualifier == "exact" and stream.low(lead - 1) in SIGNS:
        figure.qualifier = SIGNS[stream.low(lead - 1)]  # type: ignore[assignment]
        lead -= 1
    figure.lead = lead
    if figure.qualifier in ("exact", "approx"):
        _qualify_behind(stream, figure)


_QUOTES = {'"', "“", "”", "„", "‟", "«", "»", "‘", "’", "'"}


def _past_quotes(stream: TokenStream, lead: int) -> int:
    """'"bis zu" 980', "höchstens aber 60": a quotation mark or a filler word stands between."""
    at = lead - 1
    is_between = stream.at(at).text in _QUOTES or stream.low(at) in stream.lexicon.fillers
    if is_between and stream.phrase_before(at, stream.lexicon.before_by_last):
        return at
    return lead


def _qualify_behind(stream: TokenStream, figure: Found) -> None:
    lexicon = stream.lexicon
    if stream.low(figure.j) == "+" and stream.touches(figure.j):
        figure.qualifier = lexicon.plus_sign_means
        figure.j += 1
        figure.tail = figure.j
        return
    if stream.low(figure.j) in {"-", "‑"} and stream.low(figure.j + 1) in lexicon.odd:
        is_more = stream.low(figure.j + 1) == "plus"
        figure.qualifier = lexicon.plus_sign_means if is_more else "approx"
        figure.tail = figure.j + 2
        return
    if stream.low(figure.j - 1).endswith("-plus"):
        figure.qualifier = lexicon.plus_sign_means
        return
    behind = stream.at(figure.j)
    is_noun_between = behind.kind == "w" and behind.low not in lexicon.stop_words
    for at in (figure.j, figure.j + 1)[: 1 + is_noun_between]:
        phrase = stream.phrase_at(at, lexicon.after_by_first)
        if phrase and _opens_another(stream, at + len(phrase)):
            continue
        if phrase and not stream.hot[min(at + len(phrase), len(stream.hot) - 1)]:
            figure.qualifier = lexicon.after[phrase]
            figure.tail = at + len(phrase) if at == figure.j else figure.j
            return


def _opens_another(stream: TokenStream, end: int) -> bool:
    """ "24 Tote und mehr als 100 Verletzte": "more" begins the next number's qualifier."""
    return (stream.low(end - 1), stream.low(end)) in stream.lexicon.before


def _turned(stream: TokenStream, lead: int, qualifier: Qualifier) -> Qualifier:
    """ "fiel nicht unter 28 Grad" says at least."""
    if qualifier in _OPPOSITE and is_denied(stream, lead):
        return _OPPOSITE[qualifier]
    return qualifier


def _may_qualify(stream: TokenStream, figure: Found, lead: int, phrase: tuple[str, ...]) -> bool:
    """A preposition before a small plain count is a preposition: "über zwei Themen"."""
    lexicon = stream.lexicon
    is_bare = len(phrase) == 1 or (len(phrase) == 2 and phrase[1] in lexicon.determiners)
    is_known = len(phrase) == 2 and phrase[1] in lexicon.determiners and phrase[0] in lexicon.onto
    if is_known and (figure.kind in ("percent", "money") or figure.has_scale):
        return False  # "hasta el 24,3 %": where it came to; "hasta 300 euros" is at most
    if is_bare and phrase[0] in lexicon.onto and _is_end_of_change(stream, lead, len(phrase)):
        return False
    if lead < figure.i and stream.low(lead) in lexicon.determiners and figure.kind == "money":
        behind = stream.at(figure.j)
        if behind.kind == "w" and behind.low not in lexicon.stop_words | lexicon.of:
            return False  # "a premium over the $900m offer"
    if len(phrase) == 1 and phrase[0] in lexicon.during and stream.at(lead - 2).kind == "n":
        return False  # "140 over 90"
    if len(phrase) == 2 and stream.low(lead - 3) in lexicon.adds_up and phrase[-1] in lexicon.onto:
        return False  # "add up to $65m"
    if len(phrase) == 1 and phrase[0] in lexicon.against_many:
        # "gegen 14 Beschuldigte" is against them
        return figure.kind != "count" or (figure.value or 0) >= _MANY
    if len(phrase) == 1 and phrase[0] in lexicon.among and figure.kind == "count":
        behind = stream.at(figure.j)
        if behind.text[:1].isupper() and behind.low.endswith("n"):
            return False  # "unter 100 Bewerbern" is among them
    if len(phrase) == 1 and phrase[0] in lexicon.speaks_about and _is_spoken_about(stream, lead):
        return False
    if figure.kind == "distance" and phrase[0] in lexicon.during and len(phrase) == 1:
        near = range(max(0, lead - 5), lead)
        if any(stream.low(k) in lexicon.runs_over for k in near):
            return False  # "run over 42 kilometres"
    if len(phrase) > 1 or phrase[0] not in lexicon.not_exact_small | lexicon.during:
        return True
    if stream.at(figure.j - 1).kind == "w" and stream.touches(figure.j - 1):
        return True  # "über 65-Jährige"
    if figure.kind == "duration" and phrase[0] in lexicon.during:
        return stream.low(lead - 2) in lexicon.not_during or lead < 2
    if stream.low(lead - 2) in lexicon.surveys or (
        phrase[0] == "über" and _is_at_disposal(stream, figure, lead)
    ):
        return False
    if figure.kind != "count" or figure.has_scale:
        return True
    return figure.value is not None and figure.value > 12


def _is_end_of_change(stream: TokenStream, lead: int, size: int) -> bool:
    """ "subió un 2 % en mayo, hasta los 2,6 millones": behind a comma the change may stand far before."""
    if stream.low(lead - size - 1) == ",":
        is_more = stream.low(lead - size - 2) in grammar(stream.lexicon.code).more
        return is_more or bool(change_before(stream, lead)[0])
    return is_changing(stream, lead)


_MANY = 100


def _is_spoken_about(stream: TokenStream, lead: int) -> bool:
    """ "sprach er über 20 Opfer", "asked about 20 victims": the verb takes the preposition along."""
    return any(stream.low(k) in stream.lexicon.speaks for k in range(max(0, lead - 5), lead - 1))


def _is_at_disposal(stream: TokenStream, figure: Found, lead: int) -> bool:
    """ "verfügt über 61 der 119 Sitze": the verb takes "über" along."""
    if stream.low(figure.j) == "der" and figure.kind == "count":
        return True
    return any(stream.low(k).startswith("verfüg") for k in range(max(0, lead - 7), lead))
