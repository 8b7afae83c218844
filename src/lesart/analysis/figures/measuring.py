"""Say what a figure measures: the first rule that fits the words around it decides.

The rules look, in this order, at what governs the figure as a noun ("a rise of 4%"), at labels, at what
stands behind it ("4% of voters"), at the verb of its clause, and at the figure before it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from lesart.analysis.figures.clause import Sentence
from lesart.analysis.figures.frames import by_frame
from lesart.analysis.figures.meaning import Asked, Before, Meaning, lead_of
from lesart.analysis.figures.rules_before import (
    by_amount_of,
    by_whole_before,
)
from lesart.analysis.figures.rules_behind import (
    by_anaphor,
    by_noun_behind,
    by_participle,
    by_share,
)
from lesart.analysis.figures.rules_bounds import by_bound, by_limit, by_open_range
from lesart.analysis.figures.rules_changes import by_change_noun
from lesart.analysis.figures.rules_compared import by_comparison
from lesart.analysis.figures.rules_labels import by_label
from lesart.analysis.figures.rules_states import by_state
from lesart.analysis.figures.rules_worth import (
    by_adding,
    by_given_as,
    by_multiplying,
    by_price,
    by_purpose,
)
from lesart.analysis.figures.token_stream import Found


def meaning_of(sentence: Sentence, one: Found, before: Sequence[Before]) -> Meaning:
    """What the sentence says that the figure measures; an empty meaning where no rule is sure."""
    asked = Asked(sentence, one, before, lead_of(sentence, one))
    for rule in _RULES:
        meaning = rule(asked)
        if meaning is not None:
            return meaning
    return Meaning()


def _by_clause(asked: Asked) -> Meaning | None:
    return by_frame(asked.sentence, asked.one, asked.before, asked.lead)


_RULES: tuple[Callable[[Asked], Meaning | None], ...] = (
    by_multiplying,
    by_state,
    by_change_noun,
    by_label,
    by_anaphor,
    by_share,
    by_whole_before,
    by_comparison,
    by_participle,
    by_noun_behind,
    by_adding,
    by_given_as,
    by_price,
    by_amount_of,
    by_purpose,
    by_bound,
    by_open_range,
    by_limit,
    _by_clause,
)
