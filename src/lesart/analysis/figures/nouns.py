"""Find what is counted: the phrase behind a figure, shared with a neighbour, or named before it."""

from __future__ import annotations

from bisect import bisect_left

from lesart.analysis.figures.phrase_de import german_phrase
from lesart.analysis.figures.phrase_en import english_phrase
from lesart.analysis.figures.phrase_romance import romance_phrase
from lesart.analysis.figures.token_stream import Found, TokenStream
from lesart.analysis.figures.tokens import BORDER, sentence_at
from lesart.model.text import Span

_PHRASES = {"de": german_phrase, "en": english_phrase, "fr": romance_phrase, "es": romance_phrase}


def name_what_is_counted(stream: TokenStream, found: list[Found], sentences: list[Span]) -> None:
    """Give every figure its noun, where the text makes it sure."""
    phrase_of = _PHRASES[stream.lexicon.code]
    for figure in found:
        if figure.has_noun and not figure.noun and figure.kind not in ("percent", "money"):
            phrase = phrase_of(stream, figure)
            if phrase:
                figure.noun = text_of(stream, *phrase)
                figure.noun_at = phrase[0]
                if stream.touches(phrase[0]):
                    figure.noun = figure.noun.split("-")[0]  # "300-Mann-Einheit" counts men
    _share_in_lists(stream, found)
    _take_from_number_of(stream, found)
    _take_from_subject(stream, found, sentences)
    _take_from_before(stream, found, [sentence.start for sentence in sentences])


def text_of(stream: TokenStream, i: int, j: int) -> str:
    return stream.text[stream.tokens[i].start : stream.tokens[j - 1].end]


def _share_in_lists(stream: TokenStream, found: list[Found]) -> None:
    """ "drei, vier oder fünf Tote": all of them are dead."""
    lexicon = stream.lexicon
    either = lexicon.either | lexicon.to | {",", "/"}
    for k in range(len(found) - 2, -1, -1):
        one, two = found[k], found[k + 1]
        if one.noun or not two.noun or one.kind != two.kind or one.kind not in ("count", "ratio"):
            continue
        if _vote_before(stream, found[max(0, k - 2) : k], one):
            continue  # "289 voix contre 223, et 12 abstentions"
        between = [stream.low(at) for at in range(one.tail, two.lead)]
        if stream.low(one.lead - 1) in lexicon.voted_against:
            continue  # "312 voix contre 251 et 9 abstentions"
        whole = tuple(stream.low(at) for at in range(one.tail, two.i))  # "27 of the 54 seats"
        is_part = one.kind == "count" and two.i - two.lead <= 1 and whole in lexicon.part_of
        if is_part or (between and len(between) <= 2 and all(word in either for word in between)):
            one.noun = two.noun


def _take_from_number_of(stream: TokenStream, found: list[Found]) -> None:
    """ "Die Zahl der Toten stieg auf 45": the counted noun stands before."""
    lexicon = stream.lexicon
    heads = [
        i for i, token in enumerate(stream.tokens)
        if token.low in lexicon.number_of and stream.low(i + 1) in lexicon.number_of_joins
    ]  # fmt: skip
    for figure in found:
        if figure.noun or figure.kind != "count":
            continue
        at = bisect_left(heads, figure.i) - 1
        if at < 0 or figure.i - heads[at] > 16:
            continue
        words = stream.tokens[heads[at] : figure.i]
        if any(token.text in {".", "!", "?", ";", BORDER} for token in words[2:]):
            continue
        start = heads[at] + 2
        while stream.low(start) in lexicon.determiners:
            start += 1
        phrase = _PHRASES[lexicon.code](stream, Found(start, start, "count"))
        if phrase and phrase[1] <= figure.i:
            figure.noun = text_of(stream, *phrase)


def _take_from_subject(stream: TokenStream, found: list[Found], sentences: list[Span]) -> None:
    """ "Die zivilen Opfer werden auf bis zu 114.000 geschätzt": the subject is counted."""
    lexicon = stream.lexicon
    before, behind = lexicon.counted_as
    if not before:
        return
    starts = [token.start for token in stream.tokens]
    for figure in found:
        if figure.noun or figure.kind != "count" or stream.low(figure.lead - 1) not in before:
            continue
        if stream.low(figure.tail) not in behind:
            continue
        at = bisect_left(starts, sentence_at(sentences, starts[figure.i]).start)
        while stream.low(at) in lexicon.determiners:
            at += 1
        phrase = _PHRASES[lexicon.code](stream, Found(at, at, "count"))
        if phrase and stream.low(phrase[1]) in lexicon.stop_words:
            figure.noun = text_of(stream, *phrase)


def _take_from_before(stream: TokenStream, found: list[Found], starts: list[int]) -> None:
    """ "mehr als 30.000 weitere wurden verletzt" counts what the figure before counted."""
    lexicon = stream.lexicon
    for k, figure in enumerate(found):
        is_elided = figure.noun.lower() in lexicon.more  # "une centaine d'autres"
        if is_elided:
            figure.noun = ""
        if figure.noun or figure.kind != "count" or not figure.has_noun:
            continue
        follows = stream.low(figure.tail)
        if vote := _vote_before(stream, found[max(0, k - 2) : k], figure):
            figure.noun = vote.noun
            continue
        whole = _whole_before(stream, found[max(0, k - 3) : k], figure)
        if whole:
            figure.noun = whole.noun
            continue
        says_more = bool(stream.is_phrase(figure.tail, lexicon.anaphors))
        says_more = says_more or is_elided
        says_more = says_more or _is_sum_of_all(stream, figure)
        says_more = (
            says_more
            or follows in lexicon.more
            or stream.low(figure.lead - 1) in lexicon.more_before
        )
        is_left_out = follows in lexicon.verbs_behind or _leaves_noun_out(stream, figure)
        if not says_more and not is_left_out:
            continue
        named = [f for f in found[max(0, k - 8) : k] if f.kind == "count" and f.noun]
        before = next((f for f in reversed(named) if not _is_in_passing(stream, f, figure)), None)
        if before is None or _is_outcome_of_others(stream, before, figure):
            continue
        apart = bisect_left(starts, stream.tokens[figure.i].start + 1) - bisect_left(
            starts, stream.tokens[before.i].start + 1
        )
        if apart <= (1 if says_more else 0):
            figure.noun = before.noun


def _is_in_passing(stream: TokenStream, part: Found, figure: Found) -> bool:
    """ "24 people, including nine children, were killed and 100 wounded": the wounded are no children."""
    if stream.low(part.lead - 1) not in stream.lexicon.including:
        return False
    closes = next(
        (k for k in range(part.j, figure.lead) if stream.at(k).text in {",", ")", "–", "—"}), None
    )
    goes_on = closes == figure.lead - 1 and stream.is_phrase(figure.tail, stream.lexicon.anaphors)
    return closes is not None and not goes_on


def _is_outcome_of_others(stream: TokenStream, before: Found, figure: Found) -> bool:
    """ "24 Tote, mehr als 100 wurden verletzt": who is hurt is not dead; "zehn davon" are."""
    words = {word.strip(".,").lower() for word in before.noun.split()}
    is_of_them = stream.is_phrase(figure.tail, stream.lexicon.anaphors)
    return bool(words & stream.lexicon.outcomes) and not is_of_them


def _vote_before(stream: TokenStream, before: list[Found], figure: Found) -> Found | None:
    """ "289 voix contre 242", "178 votos a favor y 167 en contra": the other side's votes."""
    lexicon = stream.lexicon
    last = next((f for f in reversed(before) if f.noun.lower() in lexicon.ballots), None)
    if last is None or figure.i - last.j > 8 or stream.at(figure.tail).kind == "n":
        return None
    is_led = stream.low(figure.lead - 1) in lexicon.voted_against
    behind = (stream.low(figure.tail), stream.low(figure.tail + 1))
    return last if is_led or lexicon.voted_against & set(behind) else None


def _whole_before(stream: TokenStream, before: list[Found], figure: Found) -> Found | None:
    """ "Von den 80 Abgeordneten stimmten 41 zu": the whole in the same sentence."""
    lexicon = stream.lexicon
    for whole in reversed(before):
        if whole.kind != "count" or not whole.noun or figure.i - whole.j > 14:
            continue
        if any(stream.at(k).text in {".", "!", "?", BORDER} for k in range(whole.j, figure.i)):
            continue
        lead = whole.lead - 1
        while stream.low(lead) in lexicon.determiners or stream.low(lead) == "insgesamt":
            lead -= 1
        if stream.low(lead) in lexicon.out_of and (
            stream.at(lead).text[0].isupper() or stream.low(lead - 1) in {",", "out", ";"}
        ):
            return whole
    return None


def _leaves_noun_out(stream: TokenStream, figure: Found) -> bool:
    """ "was carrying nearly 300 when …": a sentence's second count with nothing behind it."""
    lexicon = stream.lexicon
    value, behind = figure.value, stream.at(figure.tail)
    if value is None or value < 2 or value != int(value) or behind.kind == "n":
        return False
    if stream.low(figure.lead - 1) in lexicon.onto | lexicon.from_ | lexicon.by | {"(", "/", ":"}:
        return False
    return figure.qualifier != "exact" and (
        behind.kind == "" or behind.text in {",", ".", ";"} or behind.low in lexicon.stop_words
    )


def _is_sum_of_all(stream: TokenStream, figure: Found) -> bool:
    """ "waren es 3.800.": the subject is only pointed at."""
    before = (stream.low(figure.lead - 2), stream.low(figure.lead - 1))
    return before in stream.lexicon.sum_lead and stream.at(figure.tail).kind != "w"  # fmt: skip
