"""What a label before a figure says: "Israel (4,11 Prozent)", "Inflation: 2,3 Prozent", "- Tote: 12 (9)"."""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Asked, Meaning
from lesart.analysis.figures.taking_over import taken_over
from lesart.analysis.figures.token_stream import Found
from lesart.analysis.figures.tokens import BORDER


def by_label(asked: Asked) -> Meaning | None:
    """ "Israel (4,11 Prozent)", "Inflation: 2,3 Prozent", "- Tote: 12 (9)"."""
    s, one, lead = asked.sentence, asked.one, asked.lead
    text = s.stream.at(lead.at).text
    if text not in {"(", ":", "|"} or lead.at < s.a:
        return None
    if text == "(" and (meaning := _in_brackets(asked)) is not None:
        return meaning
    if text == ":" and s.low(s.behind(one)) in s.grammar.more and s.phrase_at(s.behind(one) + 1):
        return None  # "Steuerschätzer: 39,5 Milliarden mehr Einnahmen"
    if text == ":" and one.kind in ("percent", "ratio") and _has_whole(s, one):
        return None  # "Am Sonntag gilt Winterzeit: 38 Prozent der Deutschen klagen"
    if text == "(" and one.kind in ("measure", "distance") and one.lead < one.i:
        if s.low(one.lead) in s.grammar.prepositions | s.stream.lexicon.levels:
            return Meaning(is_unnamed=True)  # "kleine Seen (unter einem Hektar)": which of them
    phrase = s.phrase_ending(lead.at)
    if text == ":" and (item := _label_of_item(s, one, lead.at)) is not None:
        return _labelled(asked, Meaning(item, is_label=True))
    if phrase is None:
        last = asked.before[-1] if asked.before else None
        if text == "|" and last is not None and last.sentence is s and last.one.j == lead.at:
            # the next column of the same row
            return Meaning(text=last.meaning.text, of_text=last.meaning.of_text, role="level")
        if lead.at - 1 in s.covered and s.covered[lead.at - 1].kind in ("date", "duration"):
            taken = taken_over(asked.before, one)
            return Meaning(text=taken.text, of_text=taken.of_text, role="level") if taken else None
        return None
    start, end = s.bounds(s.part_of(lead.at))
    rest = (k for k in range(start, end) if not phrase.start <= k < phrase.end)
    if text == ":" and (phrase.prep or any(s.low(k) in s.grammar.finite for k in rest)):
        return None  # "Brand im Wald: 3.200 Hektar verbrannt"
    if s.is_time(phrase):
        taken = taken_over(asked.before, one)
        return _labelled(asked, Meaning(text=taken.text, of_text=taken.of_text)) if taken else None
    return _labelled(asked, Meaning((phrase.start, phrase.end)))


def _has_whole(s: Sentence, one: Found) -> bool:
    """What it is a share of stands behind it, and more words behind that: a clause."""
    at = s.behind(one)
    base = s.grammar.fused.get(s.low(at), s.low(at))
    whole = s.phrase_at(at) or s.phrase_at(at + 1)
    if base not in s.grammar.share_of or whole is None:
        return False
    return whole.stop < s.b and s.stream.at(whole.stop).kind == "w"


def _labelled(asked: Asked, meaning: Meaning) -> Meaning:
    """A level, or a change where the figure has a sign."""
    one, lead = asked.one, asked.lead
    meaning.role = "level"
    if lead.sign or _is_negative(one):
        meaning.role, meaning.how, meaning.direction = "delta", "by", lead.sign or "fall"
    elif one.kind == "percent" and meaning.noun is not None:
        _label_change(asked, meaning)
    return meaning


_LONGEST_LABEL = 7


def _label_of_item(s: Sentence, one: Found, colon: int) -> tuple[int, int] | None:
    """ "- Freie Wähler: 9,2 Prozent": all words of the label, where the amount ends its line."""
    start = s.breaks[s.part_of(colon)] + 1
    while s.stream.at(start).kind == "p" and start < colon:
        start += 1  # the bullet
    line = s.stream.text.rfind("\n", 0, s.stream.at(start).start) + 1
    if s.stream.text[line : s.stream.at(start).start].strip(" \t-–—•*·") or start >= colon:
        return None
    if s.low(start) in s.grammar.articles:
        start += 1
    words = range(start, colon)
    if not 0 < len(words) <= _LONGEST_LABEL or any(k in s.covered for k in words):
        return None
    if any(s.stream.at(k).kind == "p" for k in words) or _is_clause(s, start, colon):
        return None
    behind = s.stream.at(s.behind(one))
    ends = s.behind(one) >= s.b or behind.low in s.grammar.coordinators or behind.text in {BORDER, "(", ",", ";", "."} or "\n" in (
        s.stream.gap(s.behind(one))
    )  # fmt: skip
    return (start, colon) if ends else None


def _is_clause(s: Sentence, start: int, end: int) -> bool:
    """Somebody does or says something; a participle does not ("Robbers shot: 3")."""
    grammar, says = s.grammar, s.stream.lexicon.says
    lows = [s.low(k) for k in range(start, end)]
    if grammar.shape == "capitals" and len(lows) > 1:
        texts = [s.stream.at(k).text for k in range(start + 1, end)]
        if any(text.islower() and text in grammar.levels for text in texts):
            return True  # "Raus kommt dann: 2 Millionen Euro"
    return lows[0] in grammar.pronouns or any(
        low in grammar.auxiliaries or low in says for low in lows
    )


def _in_brackets(asked: Asked) -> Meaning | None:
    """ "CDU: 34,1 Prozent (+2,3)", "Tote: 12 (9)": of what the figure before the bracket is of."""
    s, one = asked.sentence, asked.one
    last = asked.before[-1] if asked.before else None
    if last is None or last.sentence is not s or s.behind(last.one) != asked.lead.at:
        return None
    sign = s.stream.at(one.i).text
    is_signed = sign in {"+", "-", "−", "–"} and s.stream.touches(one.i + 1)
    text = last.meaning.text or last.one.noun
    if not text or one.noun or not (is_signed or (last.meaning.is_label and one.kind == "count")):
        return None
    meaning = Meaning(text=text, of_text=last.meaning.of_text, role="level", is_label=True)
    if is_signed:
        meaning.role, meaning.how = "delta", "by"
        meaning.direction = "rise" if sign == "+" else "fall"
    return meaning


def _label_change(asked: Asked, meaning: Meaning) -> None:
    """In a list of changes the next ones change too: "plus 7,7 Prozent), gefolgt von X (6,1 Prozent)"."""
    last = asked.before[-1] if asked.before else None
    if last and last.sentence is asked.sentence and last.meaning.how == "by":
        if asked.sentence.stream.at(asked.lead.at).text == "(":
            meaning.role, meaning.how, meaning.direction = "delta", "by", last.meaning.direction


def _is_negative(one: Found) -> bool:
    return one.kind == "percent" and one.value is not None and one.value < 0
