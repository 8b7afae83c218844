"""Find a quote without the text it was taken from: by its words, and by what stood around them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import NamedTuple

from lesart.anchor.aligning import Run, align
from lesart.anchor.context import Context, context_at
from lesart.anchor.passage import Passage, Resolved, passage_of, span_of
from lesart.anchor.words import MANY, WordSequence, as_compared, words_of
from lesart.model.annotation import Anchor
from lesart.model.text import Span

_RARE = 8
_SEEDS = 16
_NEGATIONS = frozenset(
    [
        "no",
        "not",
        "never",
        "none",
        "nor",
        "without",
        "kein",
        "keine",
        "keinen",
        "keiner",
        "keines",
        "keinem",
        "nicht",
        "nichts",
        "nie",
        "niemals",
        "ohne",
        "ne",
        "pas",
        "jamais",
        "sans",
        "aucun",
        "aucune",
        "nunca",
        "jamás",
        "sin",
        "ningún",
        "ninguna",
        "لا",
        "لم",
        "لن",
        "ليس",
        "غير",
        "לא",
        "אין",
        "不",
        "没",
        "沒",
        "未",
        "無",
        "无",
        "非",
        "否",
    ]
)


def find_quote(anchor: Anchor, new_text: str) -> Resolved:
    """Where the quote is in `new_text`, if only one place can be meant."""
    new = words_of(new_text)
    around = words_of(anchor.prefix + anchor.exact + anchor.suffix)
    span = Span(len(anchor.prefix), len(anchor.prefix) + len(anchor.exact))
    first, last = around.within(*span)
    if not as_compared(anchor.exact):  # spaces, or what nobody sees
        return Resolved("orphan")
    passage = passage_of(around, first, last, span)
    copies = new.find(passage.words)
    if not copies:
        return find_alike(anchor, passage, new, lambda start, end: True)
    length = len(passage.words)
    found = sorted(
        ((context_at(anchor, new, at, at + length - 1), at) for at in copies),
        key=lambda one: -one[0].sum,
    )
    (context, best), others = found[0], found[1:]
    place = span_of(passage, new, best, best + length - 1)
    if len(copies) < MANY and _is_ours(passage, context, [other for other, _ in others]):
        return Resolved("ok", place)
    # Doubles with the same surroundings: only the very position can still tell them apart.
    if anchor.start >= 0 and new_text[anchor.start : anchor.end] == anchor.exact:
        there = Span(anchor.start, anchor.end)
        alike = [at for other, at in found if other.sum >= context.sum - 0.05]
        places = [span_of(passage, new, at, at + length - 1) for at in alike]
        if context.worst >= 0.9 and (there in places or len(copies) >= MANY):
            return Resolved("ok", there)
    return Resolved("orphan", suggestion=place)


def _is_ours(passage: Passage, context: Context, others: Sequence[Context]) -> bool:
    if others:
        return context.sum >= 1.4 and context.sum - others[0].sum >= 0.25
    if passage.is_short:
        return context.worst >= 0.75 or context.sum >= 1.5
    return context.best >= 0.8 or context.sum >= 1.3


# ------------------------------------------------------------------ approximately


class _Window(NamedTuple):
    """A stretch of the new text that may be the quote, reworded."""

    share: float
    """Of the quote's letters, how much it has."""
    first: int
    last: int
    odd: tuple[list[str], list[str]]
    """The words that only the quote has, and those that only the window has."""


def find_alike(
    anchor: Anchor, passage: Passage, new: WordSequence, is_free: Callable[[int, int], bool]
) -> Resolved:
    """The quote with some words changed, if it stands between its old neighbours.

    A sentence of the same make with another number, name or "not" is another sentence: it is
    suggested and never taken.
    """
    windows = sorted(_windows(passage, new), reverse=True)
    if not windows or windows[0].share < 0.4:
        return Resolved("orphan")
    best = windows[0]
    apart = [w for w in windows[1:] if w.first > best.last or w.last < best.first]
    span = span_of(passage, new, best.first, best.last)
    context = context_at(anchor, new, best.first, best.last)
    is_ours = (
        len(passage.words) >= 4
        and best.share >= 0.7
        and context.worst >= 0.7
        and context.sum >= 1.6
        and best.share - (apart[0].share if apart else 0) >= 0.15
        and not _says_other(best, passage)
        and is_free(best.first, best.last)
    )
    if is_ours:
        return Resolved("changed", span, changed=True)
    return Resolved("orphan", suggestion=span)


def _windows(passage: Passage, new: WordSequence) -> list[_Window]:
    quote = passage.words
    wanted = set(quote)
    places: dict[str, list[int]] = {}
    for number, word in enumerate(new.words):
        if word in wanted:
            places.setdefault(word, []).append(number)
    votes: Counter[int] = Counter()
    for offset, word in enumerate(quote):
        spots = places.get(word, ())
        if len(spots) <= _RARE and (len(word) > 2 or not word.isascii()):
            for number in spots:
                votes[max(0, number - offset) // 4] += len(word)
    windows = []
    for seed, _ in votes.most_common(_SEEDS):
        window = _window(quote, new, seed * 4)
        if window is not None:
            windows.append(window)
    return windows


def _window(quote: list[str], new: WordSequence, at: int) -> _Window | None:
    slack = 4 + len(quote) // 8
    low = max(0, at - slack)
    words = new.words[low : at + len(quote) + slack + 4]
    runs = _without_strays(align(quote, words))
    if not runs:
        return None
    same = sum(len(quote[i]) for run in runs for i in range(run.old, run.old + run.length))
    begin, end = runs[0], runs[-1]
    # Border words that were reworded: as many as the quote has there.
    first = max(0, low + begin.new - begin.old)
    missing = len(quote) - end.old - end.length
    last = min(len(new.words) - 1, low + end.new + end.length - 1 + missing)
    kept_old = {i for run in runs for i in range(run.old, run.old + run.length)}
    kept_new = {low + i for run in runs for i in range(run.new, run.new + run.length)}
    odd = (
        [word for i, word in enumerate(quote) if i not in kept_old],
        [new.words[i] for i in range(first, last + 1) if i not in kept_new],
    )
    return _Window(same / max(1, sum(map(len, quote))), first, last, odd)


def _without_strays(runs: list[Run]) -> list[Run]:
    """The runs without lone border words that matched beyond the quote, a full stop say."""

    def is_stray(edge: Run, before: Run, after: Run) -> bool:
        come_between = after.new - before.new - (after.old - before.old)
        return edge.length < 3 and come_between > 3

    while len(runs) > 1 and is_stray(runs[-1], runs[-2], runs[-1]):
        runs = runs[:-1]
    while len(runs) > 1 and is_stray(runs[0], runs[0], runs[1]):
        runs = runs[1:]
    return runs


def _says_other(window: _Window, passage: Passage) -> bool:
    """Whether the words that differ are such as make another statement of it."""
    mine, theirs = window.odd
    for word in (*mine, *theirs):
        if any(c.isdigit() for c in word) or word.lower() in _NEGATIONS:
            return True
    return any(w[0].isupper() for w in mine) and any(w[0].isupper() for w in theirs)
