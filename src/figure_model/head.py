"""The head in torch: the encoder's states of the words around a figure, and which of them it measures."""

from __future__ import annotations

import torch
from torch import Tensor, nn

from lesart.analysis.figure_head.windows import CHANGES, FACTS, LONGEST_NOUN, MARKS, ROLES

STATE = 384


class PooledDropout(nn.Module):  # type: ignore[misc]
    """Dropout whose draws are made once and taken from any place: drawing them costs as much as all else."""

    pool = torch.rand(1 << 23, generator=torch.Generator().manual_seed(1))

    def __init__(self, rate: float) -> None:
        super().__init__()
        self.rate = rate

    def forward(self, x: Tensor) -> Tensor:
        if not self.training or not self.rate:
            return x
        begin = int(torch.randint(len(self.pool) - x.numel(), ()))
        kept = self.pool[begin : begin + x.numel()].view(x.shape) >= self.rate
        return x * (kept / (1 - self.rate)).to(x.dtype)


class Layer(nn.Module):  # type: ignore[misc]
    """One transformer layer, normalised before each step."""

    def __init__(self, width: int, heads: int, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.before, self.between = nn.LayerNorm(width), nn.LayerNorm(width)
        self.qkv = nn.Linear(width, 3 * width)
        self.joined = nn.Linear(width, width)
        self.up, self.down = nn.Linear(width, 2 * width), nn.Linear(2 * width, width)
        self.drop = PooledDropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        batch, length, width = x.shape
        shape = (batch, length, 3, self.heads, width // self.heads)
        q, k, v = self.qkv(self.before(x)).reshape(shape).permute(2, 0, 3, 1, 4).unbind(0)
        weights = torch.softmax(q @ k.transpose(-1, -2) * (width // self.heads) ** -0.5 + bias, -1)
        seen = (self.drop(weights) @ v).transpose(1, 2).reshape(batch, length, width)
        x = x + self.drop(self.joined(seen))
        return x + self.drop(self.down(self.drop(nn.functional.gelu(self.up(self.between(x))))))


class Pointer(nn.Module):  # type: ignore[misc]
    """A score for every span of up to LONGEST_NOUN words, and one for none."""

    def __init__(self, width: int, rank: int = 48) -> None:
        super().__init__()
        self.ends = nn.Linear(width, 2)
        self.first, self.last = nn.Linear(width, rank), nn.Linear(width, rank)
        self.none = nn.Linear(width, 1)
        self.length = nn.Parameter(torch.zeros(LONGEST_NOUN))

    def forward(self, x: Tensor, absent: Tensor) -> tuple[Tensor, Tensor]:
        """`x` has the figure's own token first; scores are [batch, begin, words more], and [batch]."""
        words = x[:, 1:]
        begin, end = self.ends(words).unbind(-1)
        first, last = self.first(words) * self.first.out_features**-0.5, self.last(words)
        n = words.shape[1]
        # What would end behind the last word is no span.
        end = nn.functional.pad(end + absent, (0, LONGEST_NOUN), value=-1e4)
        last = nn.functional.pad(last, (0, 0, 0, LONGEST_NOUN))
        scores = [
            begin
            + end[:, more : more + n]
            + (first * last[:, more : more + n]).sum(-1)
            + self.length[more]
            for more in range(LONGEST_NOUN)
        ]
        return torch.stack(scores, 2), self.none(x[:, 0])[:, 0]


class Head(nn.Module):  # type: ignore[misc]
    """Words with marks to scores for the noun, the holder, the role and the change."""

    def __init__(
        self, layers: int = 2, width: int = 224, heads: int = 4, states: int = 4, dropout: float = 0.25,
        state_dropout: float = 0.2,
    ) -> None:  # fmt: skip
        super().__init__()
        self.mix = nn.Parameter(torch.zeros(states))
        self.norm = nn.LayerNorm(STATE)
        self.narrow = nn.Linear(STATE, width)
        self.marks = nn.ModuleList(nn.Embedding(size, width) for size in MARKS)
        self.facts = nn.ModuleList(nn.Embedding(size, width) for size in FACTS)
        for table in [*self.marks, *self.facts]:
            nn.init.normal_(table.weight, std=0.1)
        self.own = nn.Parameter(torch.randn(width) * 0.1)
        self.layers = nn.ModuleList(Layer(width, heads, dropout) for _ in range(layers))
        self.last = nn.LayerNorm(width)
        self.noun, self.of = Pointer(width), Pointer(width)
        self.role, self.change = nn.Linear(width, len(ROLES)), nn.Linear(width, len(CHANGES))
        self.drop, self.state_drop = PooledDropout(dropout), PooledDropout(state_dropout)

    def forward(
        self, states: Tensor, marks: Tensor, facts: Tensor, mask: Tensor
    ) -> tuple[Tensor, ...]:
        """`states` [layer, batch, word, 384]; `mask` is 1 for words."""
        mixed = (torch.softmax(self.mix, 0) @ states.flatten(1)).reshape(states.shape[1:])
        x = self.narrow(self.state_drop(self.norm(mixed)))
        for number, table in enumerate(self.marks):
            x = x + table(marks[..., number])
        own = sum((table(facts[:, k]) for k, table in enumerate(self.facts)), self.own)
        x = self.drop(torch.cat([own[:, None], x], 1))
        absent = (1.0 - mask) * -1e4
        bias = nn.functional.pad(absent, (1, 0))[:, None, None, :]
        for layer in self.layers:
            x = layer(x, bias)
        x = self.last(x)
        return (
            *self.noun(x, absent),
            *self.of(x, absent),
            self.role(x[:, 0]),
            self.change(x[:, 0]),
        )
