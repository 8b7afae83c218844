"""Take back a change where two things are compared, something falls through the air, or a match is lost.

"5 Prozent mehr als geplant", "23p more than at supermarkets", "fell six metres", "lost five finals": a
difference or an amount, but nothing has become more or less.
"""

from __future__ import annotations

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.meaning import Meaning
from lesart.analysis.figures.token_stream import Found
from lesart.model.figure import FigureRole

_FAR = 6
"""Words that a comparison's base may have."""


def without_change(s: Sentence, one: Found, meaning: Meaning) -> FigureRole:
    """The role of a figure that changes nothing though it looks so; empty where it may change."""
    if meaning.how == "by" and meaning.role == "delta":
        if _is_compared_with_another(s, one) or _is_short(s, one) or _is_margin(s, one):
            return "delta"
        if _is_contest(s, one) or _is_way_down(s, one, meaning) or _comes_down(s, one):
            return "level"
        if s.low(one.tail) in s.grammar.rebates or s.low(one.lead - 1) in s.grammar.rebates:
            return "level"  # "10 Prozent Rabatt"
    return "level" if meaning.how in ("by", "to") and _is_of_another_verb(s, one) else ""


def _is_compared_with_another(s: Sentence, one: Found) -> bool:
    """Its base is a mean, a plan or somebody else, and no earlier time."""
    grammar = s.grammar
    end = s.b
    for k in range(one.tail, min(end, one.tail + _FAR)):
        low = s.low(k)
        if low in {",", ";", ".", ":", ")"} and s.low(k + 1) not in grammar.than:
            return False
        if low in grammar.than:
            more = range(one.tail, k)
            return any(_is_comparative(s, j) for j in more) and _is_other_base(s, k + 1)
        if low in grammar.off_marks and k == one.tail:
            return _names_norm(s, k + 1)
    return False


def _is_comparative(s: Sentence, at: int) -> bool:
    low = s.low(at)
    return low in s.grammar.more or low == "more" or low.endswith("er")


def _names_norm(s: Sentence, at: int) -> bool:
    words = [s.low(k) for k in range(at, min(s.b, at + _FAR))]
    stop = next((k for k, word in enumerate(words) if word in {",", ";", ".", ":"}), len(words))
    return any(_is_norm(s, word) for word in words[:stop])


def _is_norm(s: Sentence, word: str) -> bool:
    return word in s.grammar.norms or word.endswith(s.grammar.norm_endings)


def _is_other_base(s: Sentence, at: int) -> bool:
    """ "als geplant", "than women", "als Verbrenner"; not "als 2019", "than it did last year"."""
    if _names_norm(s, at):
        return True
    grammar = s.grammar
    for k in range(at, min(s.b, at + _FAR)):
        low = s.low(k)
        if low in {",", ";", ".", ":"}:
            break
        behind = s.covered.get(k)
        if behind is not None and behind.kind in ("date", "duration", "time"):
            return False
        if low in grammar.times or low in grammar.earlier or low.startswith(grammar.earlier_heads):
            return False
    first = s.stream.at(at)
    if first.kind != "w" or at in s.covered:
        return False
    if grammar.shape == "capitals":
        return first.text[:1].isupper() or first.low in grammar.articles
    return first.low not in grammar.pronouns and first.low in grammar.elsewhere | grammar.others_too


def _is_short(s: Sentence, one: Found) -> bool:
    """ "£4m short", "300 metres short of the station"."""
    if s.low(one.tail) not in s.grammar.misses:
        return False
    return s.low(one.tail + 1) not in s.stream.lexicon.of or _is_standing(s, one.tail + 2)


def _is_standing(s: Sentence, at: int) -> bool:
    """No earlier time is named: "short of the station", and not "short of the previous harvest"."""
    words = [s.low(k) for k in range(at, min(s.b, at + _FAR))]
    return not any(word in s.grammar.earlier | s.grammar.times for word in words)


def _is_margin(s: Sentence, one: Found) -> bool:
    """ "lost by 262 runs", "fell by three votes", "missed the slide by ten seconds"."""
    grammar = s.grammar
    noun = s.low(one.j) if not one.noun else one.noun.split(" ")[-1].lower()
    is_by = s.low(one.lead - 1) in grammar.by
    return is_by and one.kind == "count" and noun in grammar.margins


def _is_contest(s: Sentence, one: Found) -> bool:
    """ "had lost five finals", "verlor drei Prozesse"."""
    if one.kind != "count" or one.noun.split(" ")[-1].lower() not in s.grammar.contests:
        return False
    return any(s.low(k) in s.grammar.loses for k in range(max(s.a, one.lead - 4), one.lead))


def _is_way_down(s: Sentence, one: Found, meaning: Meaning) -> bool:
    """ "fell six metres", "stürzte 30 Meter in die Tiefe": a way, unless a level or a river fell."""
    grammar = s.grammar
    if (
        meaning.direction != "fall"
        or one.kind != "distance"
        or s.low(one.lead - 1) in grammar.by
        or not grammar.gauges
    ):
        return False
    if meaning.noun is None:
        return True
    return not s.low(meaning.noun[1] - 1).endswith(grammar.gauges)


def _comes_down(s: Sentence, one: Found) -> bool:
    """ "Pro Kopf fallen 162 Kilo an", "fielen 158 Liter Regen": what there was, not what it fell by."""
    before = s.low(one.lead - 1)
    is_amount = one.kind in ("measure", "distance", "count")
    return is_amount and before in s.grammar.comes_down


def _is_of_another_verb(s: Sentence, one: Found) -> bool:
    """ "adds up to $65m", "boils down to 6": the verb means something else with its particle."""
    grammar = s.grammar
    for k in range(one.i - 1, max(s.a, one.lead - 4), -1):
        if (s.low(k - 1), s.low(k)) in grammar.no_moves:
            return True
    return one.kind == "count" and any(
        (s.low(k - 1), s.low(k)) in grammar.cuts_off
        for k in range(max(s.a, one.lead - 3), one.lead)
    )
