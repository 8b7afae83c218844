"""Tell ages: numbers that do not say so ("aged seven and nine", "Mitte 50"), and years of somebody's life."""

from __future__ import annotations

from lesart.analysis.figures.token_stream import Found, TokenStream

_OLDEST = 125


def read_ages(stream: TokenStream, found: list[Found]) -> None:
    """Make durations of the counts that a word of age stands before, and of those listed behind."""
    lexicon = stream.lexicon
    before: Found | None = None
    for figure in found:
        if figure.kind == "count" and not figure.unit and _may_be_age(figure):
            if (
                _is_led(stream, figure)
                or _is_of_people(stream, figure)
                or (before and _goes_on(stream, before, figure))
            ):
                figure.kind, figure.unit, figure.has_noun = "duration", "year", False
                figure.is_age = True
                before = figure
                continue
            if _is_about(stream, figure):
                figure.kind, figure.unit, figure.has_noun = "duration", "year", False
                figure.is_age = True
                figure.qualifier = "approx"
                figure.lead = figure.i - 1
        before = None
    if lexicon.of_age:
        found[:] = [figure for figure in found if not _belongs_to_person(stream, figure)]


def _may_be_age(figure: Found) -> bool:
    top = figure.value if figure.value is not None else figure.high
    return top is not None and 0 <= top < _OLDEST and not figure.has_scale


def _is_led(stream: TokenStream, figure: Found) -> bool:
    lexicon = stream.lexicon
    at = figure.lead
    if stream.low(at - 1) in lexicon.between_ages:
        at -= 1
    return bool(stream.phrase_before(at, lexicon.age_lead_by_last))


_YOUNGEST = 3


def _is_of_people(stream: TokenStream, figure: Found) -> bool:
    """ "Kinder unter 14", "people over 65": so old are they, and nothing is counted."""
    lexicon, behind = stream.lexicon, stream.at(figure.tail)
    if figure.qualifier not in ("more_than", "less_than") or figure.lead != figure.i - 1:
        return False
    value = figure.value
    if value is None or value < _YOUNGEST or value != int(value):
        return False
    if stream.low(figure.lead - 1) not in lexicon.people_of_age or behind.kind in ("n", "x"):
        return False
    if behind.kind != "w" or behind.low in lexicon.stop_words:
        return behind.text not in {"%", "-", "‑", "/", "°"}
    return behind.text[:1].islower() and not behind.low.endswith("s")


def _goes_on(stream: TokenStream, before: Found, figure: Found) -> bool:
    between = [stream.low(k) for k in range(before.j, figure.lead)]
    either = stream.lexicon.either | {","}
    return 0 < len(between) <= 2 and all(word in either for word in between)


def _is_about(stream: TokenStream, figure: Found) -> bool:
    """ "Mitte 50", "Anfang dreißig": tens of years of life."""
    value = figure.value
    if value is None or value % 10 or not 20 <= value <= 90:
        return False
    behind = stream.at(figure.j)
    is_bare = behind.kind != "w" or behind.low in stream.lexicon.stop_words
    return stream.low(figure.i - 1) in stream.lexicon.age_parts and is_bare


def _belongs_to_person(stream: TokenStream, figure: Found) -> bool:
    """ "ein Mann von 72": like an age in brackets, it tells who somebody is."""
    lexicon = stream.lexicon
    return (
        figure.kind == "count"
        and _may_be_age(figure)
        and figure.value is not None
        and stream.low(figure.lead - 1) in lexicon.of
        and stream.low(figure.lead - 2) in lexicon.of_age
        and (
            stream.at(figure.j).kind != "w"
            or (
                not _is_counted(stream, figure.j)
                and stream.at(figure.j).text.islower()
                and stream.low(figure.j) not in lexicon.units
            )
        )
    )


def is_age(stream: TokenStream, figure: Found) -> bool:
    """ "the 22-year-old", "im Alter von 6 Jahren", "6 years old", "un garçon de 6 ans"."""
    lexicon = stream.lexicon
    if figure.kind != "duration" or figure.unit not in ("year", "month", "week"):
        return False
    if _is_led(stream, figure) or figure.is_age:
        return True
    behind = stream.low(figure.j)
    if stream.low(figure.j - 1).endswith(lexicon.age_endings or ("\0",)):
        return not _is_ageless(stream, behind)
    if stream.is_phrase(figure.j, lexicon.age_behind):
        return True
    if lexicon.is_noun_capitalised or stream.low(figure.lead - 1) not in lexicon.of:
        return False
    # "une fillette de 3 ans", "El delantero, de 24 años, …"
    before = stream.low(figure.lead - 2)
    return before in lexicon.of_age or (before == "," and stream.at(figure.j).text in {",", "."})


def _is_ageless(stream: TokenStream, word: str) -> bool:
    """ "10-jährige Bundesanleihe", "zweijährige Ausbildung": no person, told by the word's end."""
    lexicon = stream.lexicon
    if word.endswith(lexicon.ageless_endings or ("\0",)):
        return True
    return any(word.endswith(known) for known in lexicon.ageless if len(known) > 4) or (
        word in lexicon.ageless
    )


def _is_counted(stream: TokenStream, at: int) -> bool:
    """ "niños de 45 colegios": a plural behind the number, where nouns have no capitals."""
    lexicon = stream.lexicon
    token = stream.at(at)
    is_plural = token.low.endswith(("s", "x")) or token.low in lexicon.plurals
    return not lexicon.is_noun_capitalised and is_plural and token.low not in lexicon.stop_words
