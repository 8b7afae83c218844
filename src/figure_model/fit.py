"""Teach the head: what it says of marked figures is compared with what a person said."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor

from figure_model.examples import Example
from figure_model.head import STATE, Head
from lesart.analysis.figure_head.windows import (
    CHANGES,
    FACTS,
    HIDDEN,
    LONGEST_NOUN,
    MARKS,
    NO_RULE,
    ROLES,
)

BATCH = 32
WARM_STEPS = 100
HIDE_OWN, HIDE_GOLD = 0.3, 0.8
"""How often the rules' answers are hidden. They were written after the gold, so that they look better
there than they are; of our own texts they knew nothing."""
OPTIONAL = 0.5
"""What a noun or a holder counts that may be left out."""
HOLDER, ROLE = 0.3, 0.2
"""What the side tasks count beside the noun."""

Inputs = tuple[Tensor, Tensor, Tensor, Tensor]


def inputs(group: Sequence[Example], hidden: Sequence[bool]) -> Inputs:
    """The head's inputs for these figures; without the rules' answers where they are hidden."""
    rows, length = len(group), max(len(_window(one).words) for one in group)
    layers = group[0].states.shape[1]
    states = np.zeros((layers, rows, length, STATE), np.float16)
    marks = np.zeros((rows, length, len(MARKS)), np.int64)
    facts = np.zeros((rows, len(FACTS)), np.int64)
    mask = np.zeros((rows, length), np.float32)
    for row, (one, is_hidden) in enumerate(zip(group, hidden, strict=True)):
        window = _window(one)
        n = len(window.words)
        states[:, row, :n] = one.states.transpose(1, 0, 2)
        marks[row, :n], mask[row, :n], facts[row] = window.marks, 1, window.facts
        if is_hidden:
            marks[row, :, 2] = NO_RULE
            facts[row, 2:5] = HIDDEN
    given = (torch.from_numpy(part) for part in (states, marks, facts, mask))
    first, *rest = given
    return (first.float(), *rest)


def _window(one: Example) -> Any:
    assert one.window is not None
    return one.window


def fit(
    net: Head,
    taught: Sequence[Example],
    *,
    epochs: int,
    rate: float,
    seed: int,
    say: Callable[[str], None],
) -> None:
    """Train for some epochs; the rate falls to nothing at their end."""
    chance = random.Random(seed)
    optimiser = torch.optim.AdamW(_groups(net), lr=rate, betas=(0.9, 0.98))
    steps = epochs * (len(taught) // BATCH + 1)
    taken, began = 0, time.monotonic()
    for epoch in range(epochs):
        net.train()
        total = 0.0
        groups = _groups_of_alike(taught, chance)
        for group in groups:
            taken += 1
            for parameters in optimiser.param_groups:
                parameters["lr"] = rate * min(1, taken / WARM_STEPS) * max(0.02, 1 - taken / steps)
            hidden = [chance.random() < (HIDE_OWN if one.is_own else HIDE_GOLD) for one in group]
            with torch.autocast("cpu", dtype=torch.bfloat16):
                given = net(*inputs(group, hidden))
            loss = _loss(given, group)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            total += float(loss.detach())
        took = time.monotonic() - began
        say(f"epoch {epoch + 1}/{epochs} loss {total / len(groups):.3f} {took:.0f} s")


def _groups(net: Head) -> list[dict[str, Any]]:
    parameters = [*net.parameters()]
    return [
        {"params": [p for p in parameters if p.ndim > 1], "weight_decay": 0.02},
        {"params": [p for p in parameters if p.ndim <= 1], "weight_decay": 0.0},
    ]


def _groups_of_alike(taught: Sequence[Example], chance: random.Random) -> list[list[Example]]:
    """Windows of about the same length together, in any order."""
    order = [*taught]
    chance.shuffle(order)
    found = []
    for begin in range(0, len(order), BATCH * 16):
        pool = sorted(order[begin : begin + BATCH * 16], key=lambda one: len(_window(one).words))
        found += [pool[k : k + BATCH] for k in range(0, len(pool), BATCH)]
    chance.shuffle(found)
    return found


def _loss(given: Sequence[Tensor], group: Sequence[Example]) -> Tensor:
    noun, no_noun, holder, no_holder, role, change = (part.float() for part in given)
    nouns = _pointed(noun, no_noun, [(one.gold.noun, one.nouns) for one in group])
    holders = _pointed(holder, no_holder, [(one.gold.of, one.holders) for one in group])
    roles = torch.tensor([ROLES.index(one.gold.role) for one in group])
    changes = torch.tensor([CHANGES.index(one.gold.change) for one in group])
    side = F.cross_entropy(role, roles) + F.cross_entropy(change, changes)
    return nouns + HOLDER * holders + ROLE * side


def _pointed(
    spans: Tensor, none: Tensor, right: Sequence[tuple[str, list[tuple[int, int]]]]
) -> Tensor:
    """How little the head believes in any of the right spans, or in none where there is none."""
    rows, length, _ = spans.shape
    allowed = torch.zeros(rows, length, LONGEST_NOUN, dtype=torch.bool)
    for row, (_said, places) in enumerate(right):
        for i, j in places:
            allowed[row, i, j - i - 1] = True
    is_none = torch.tensor([not said or (said[0] == "?" and not p) for said, p in right])
    weights = torch.tensor([OPTIONAL if said.startswith("?") else 1.0 for said, _places in right])
    may = torch.cat([allowed.flatten(1), is_none[:, None]], 1)
    logs = F.log_softmax(torch.cat([spans.flatten(1), none[:, None]], 1), -1)
    weights = weights * may.any(1)
    believed = torch.logsumexp(logs.masked_fill(~may, -1e4), -1)
    return -(weights * believed).sum() / weights.sum().clamp(min=1)


def shown(taught: Iterable[Example]) -> Iterator[Example]:
    """Those whose figure the rules have found and that may measure something."""
    return (one for one in taught if one.window is not None)
