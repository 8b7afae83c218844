"""How far training has come: kept on disk now and then, so that a stop loses minutes, not hours."""

from __future__ import annotations

import copy
import time
from dataclasses import dataclass, field
from pathlib import Path

import torch
from torch import nn

from name_model.encoder import Encoder

DECAY = 0.99
KEEP_SECONDS = 240


@dataclass
class Progress:
    """A running mean of the weights, which reads names better than any single step's, and the way done."""

    path: Path
    done: float = 0.0
    """Between 0 and 1."""
    average: Encoder | None = None
    optimiser: dict[str, object] | None = None
    _last: float = field(default_factory=time.monotonic)

    def step(self, net: Encoder, optimiser: torch.optim.Optimizer, done: float) -> None:
        """Take in the weights after a step; write all of it when it is time."""
        self.done = done
        if self.average is None:
            self.average = copy.deepcopy(net)
        towards(self.average, net, 1 - DECAY)
        if time.monotonic() - self._last > KEEP_SECONDS:
            self.keep(net, optimiser)

    def keep(self, net: Encoder, optimiser: torch.optim.Optimizer) -> None:
        """Write everything, first beside the old file, so that one of both is always whole."""
        average = self.average or net
        beside = self.path.with_suffix(".new")
        torch.save(
            {
                "net": net.state_dict(),
                "average": average.state_dict(),
                "optimiser": optimiser.state_dict(),
                "done": self.done,
            },
            beside,
        )
        beside.replace(self.path)
        self._last = time.monotonic()

    def resume(self, net: Encoder) -> None:
        """Go on where the file stopped."""
        state = torch.load(self.path)
        net.load_state_dict(state["net"])
        self.average = copy.deepcopy(net)
        self.average.load_state_dict(state["average"])
        self.optimiser = state["optimiser"]
        self.done = state["done"]


@torch.no_grad()  # type: ignore[untyped-decorator]
def towards(average: nn.Module, net: nn.Module, share: float) -> None:
    """Move the average by a share of the way to the present weights."""
    for mean, now in zip(average.parameters(), net.parameters(), strict=True):
        mean.lerp_(now, share)


def mean_of(paths: list[Path]) -> dict[str, torch.Tensor]:
    """The mean of several runs' weights that began at the same ones: one encoder, better than each."""
    states = [torch.load(path) for path in paths]
    return {name: torch.stack([state[name] for state in states]).mean(0) for name in states[0]}
