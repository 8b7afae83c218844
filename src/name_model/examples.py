"""Sentences as the encoder takes them: pieces, each word's first piece, and what it may be called."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from lesart.analysis.entities.labels import LABELS, OUTSIDE, begins, continues
from lesart.analysis.entities.pieces import Pieces
from lesart.analysis.entities.tokens import MAX_WORD_PIECES, prepared, words_of
from name_model.corpora import UNKNOWN, Sentence

START, PAD, END = 0, 1, 2
MOST_PIECES = 190
ALL = (1 << len(LABELS)) - 1
_EVENTS = 1 << begins("EVENT") | 1 << continues("EVENT")


@dataclass(frozen=True)
class Example:
    """One sentence in numbers."""

    pieces: list[int]
    firsts: list[int]
    """Where in `pieces` each word begins."""
    allowed: list[int]
    """For each word a bit mask of the labels that are not wrong; ALL: nothing is known."""


def example(sentence: Sentence, pieces: Pieces) -> Example:
    """A sentence in numbers; what does not fit is cut off."""
    ids, firsts, allowed = [START], [], []
    outside = 1 << OUTSIDE | (0 if sentence.has_events else _EVENTS)
    spans = iter(sentence.spans)
    span = next(spans, None)
    begun = False
    for word in words_of(sentence.text):
        while span is not None and word.start >= span[1]:
            span, begun = next(spans, None), False
        found = pieces.of(prepared(word), MAX_WORD_PIECES)
        if len(ids) + len(found) + 1 > MOST_PIECES:
            break
        firsts.append(len(ids))
        ids += found
        if span is None or word.end <= span[0]:
            allowed.append(outside)
        elif span[2] == UNKNOWN:
            allowed.append(ALL)
        else:
            allowed.append(1 << (continues(span[2]) if begun else begins(span[2])))
            begun = True
    return Example([*ids, END], firsts, allowed)


def joined(sentences: Sequence[Sentence], share: float, chance: random.Random) -> list[Sentence]:
    """Some neighbours put together, so that a missed sentence end does no harm later."""
    found: list[Sentence] = []
    for sentence in sentences:
        last = found[-1] if found else None
        if (
            last is not None
            and last.source == sentence.source
            and last.language == sentence.language
            and len(last.text) + len(sentence.text) < 320
            and chance.random() < share
        ):
            shift = len(last.text) + 1
            moved = tuple((a + shift, b + shift, kind) for a, b, kind in sentence.spans)
            found[-1] = Sentence(
                last.source,
                last.language,
                f"{last.text} {sentence.text}",
                (*last.spans, *moved),
                last.has_events,
            )
        else:
            found.append(sentence)
    return found


def batches(
    examples: Sequence[Example], most_pieces: int, chance: random.Random | None
) -> Iterator[list[int]]:
    """Indices of examples of like length; shuffled where `chance` is given."""
    jitter = [chance.random() * 6 if chance else 0.0 for _ in examples]
    order = sorted(range(len(examples)), key=lambda i: len(examples[i].pieces) + jitter[i])
    groups: list[list[int]] = [[]]
    for index in order:
        length = len(examples[index].pieces)
        if groups[-1] and length * (len(groups[-1]) + 1) > most_pieces:
            groups.append([])
        groups[-1].append(index)
    if chance:
        chance.shuffle(groups)
    yield from groups


def tensors(group: Sequence[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Piece ids, mask, and for every piece the allowed labels (0 where no word begins)."""
    length = max(len(e.pieces) for e in group)
    ids = torch.full((len(group), length), PAD)
    mask = torch.zeros(len(group), length)
    allowed = torch.zeros(len(group), length, dtype=torch.long)
    for row, e in enumerate(group):
        ids[row, : len(e.pieces)] = torch.tensor(e.pieces)
        mask[row, : len(e.pieces)] = 1.0
        if e.firsts:
            allowed[row, torch.tensor(e.firsts)] = torch.tensor(e.allowed)
    return ids, mask, allowed
