"""The encoder with a label for every word: e5's layers in plain torch."""

from __future__ import annotations

import math

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from name_model.base_weights import BaseWeights

WIDTH = 384
INNER = 1536


class Layer(nn.Module):  # type: ignore[misc]
    """One transformer layer, normalised after each step as BERT does it."""

    def __init__(self, heads: int, epsilon: float, dropout: float) -> None:
        super().__init__()
        self.heads = heads
        self.q = nn.Linear(WIDTH, WIDTH)
        self.k = nn.Linear(WIDTH, WIDTH)
        self.v = nn.Linear(WIDTH, WIDTH)
        self.ao = nn.Linear(WIDTH, WIDTH)
        self.fi = nn.Linear(WIDTH, INNER)
        self.fo = nn.Linear(INNER, WIDTH)
        self.aln = nn.LayerNorm(WIDTH, eps=epsilon)
        self.oln = nn.LayerNorm(WIDTH, eps=epsilon)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """`bias` is 0 for what may be looked at, very negative for padding."""
        batch, length, _ = x.shape
        shape = (batch, length, self.heads, WIDTH // self.heads)
        q = self.q(x).reshape(shape).transpose(1, 2)
        k = self.k(x).reshape(shape).transpose(1, 2)
        v = self.v(x).reshape(shape).transpose(1, 2)
        weights = torch.softmax(q @ k.transpose(-1, -2) / math.sqrt(shape[3]) + bias, -1)
        seen = (weights @ v).transpose(1, 2).reshape(batch, length, WIDTH)
        x = self.aln(x + self.dropout(self.ao(seen)))
        out: Tensor = self.oln(x + self.dropout(self.fo(F.gelu(self.fi(x)))))
        return out


class Encoder(nn.Module):  # type: ignore[misc]
    """From embeddings to label scores; the embeddings themselves stay as they are, in 4 bits."""

    def __init__(
        self, layers: int, heads: int, epsilon: float, labels: int, positions: int, dropout: float
    ) -> None:
        super().__init__()
        self.positions = nn.Parameter(torch.zeros(positions, WIDTH))
        self.eln = nn.LayerNorm(WIDTH, eps=epsilon)
        self.layers = nn.ModuleList(Layer(heads, epsilon, dropout) for _ in range(layers))
        self.dropout = nn.Dropout(dropout)
        self.out = nn.Linear(WIDTH, labels)

    def states(self, embedded: Tensor, mask: Tensor) -> list[Tensor]:
        """What each layer gives, the embeddings first."""
        bias = (1.0 - mask)[:, None, None, :] * -1e4
        x = self.dropout(self.eln(embedded + self.positions[: embedded.shape[1]]))
        found = [x]
        for layer in self.layers:
            x = layer(x, bias)
            found.append(x)
        return found

    def forward(self, embedded: Tensor, mask: Tensor) -> Tensor:
        out: Tensor = self.out(self.states(embedded, mask)[-1])
        return out


def from_base(base: BaseWeights, labels: int, positions: int, dropout: float = 0.1) -> Encoder:
    """All of e5's layers and a fresh label head."""
    net = Encoder(base.layers, base.heads, base.epsilon, labels, positions, dropout)
    take = {name: torch.from_numpy(value.copy()) for name, value in base.tensors.items()}
    net.positions.data = take["emb.pos"][:positions] + take["emb.type"][0]
    net.eln.weight.data, net.eln.bias.data = take["emb.ln.w"], take["emb.ln.b"]
    for index, layer in enumerate(net.layers):
        for name in ("q", "k", "v", "ao", "fi", "fo", "aln", "oln"):
            part = getattr(layer, name)
            part.weight.data = take[f"l{index}.{name}.w"]
            part.bias.data = take[f"l{index}.{name}.b"]
    return net


def thinned(teacher: Encoder, kept: list[int], dropout: float = 0.1) -> Encoder:
    """A student made of some of the teacher's layers."""
    first = teacher.layers[0]
    assert isinstance(first, Layer)
    student = Encoder(
        len(kept),
        first.heads,
        first.aln.eps,
        teacher.out.out_features,
        teacher.positions.shape[0],
        dropout,
    )
    student.positions.data = teacher.positions.data.clone()
    student.eln.load_state_dict(teacher.eln.state_dict())
    student.out.load_state_dict(teacher.out.state_dict())
    for layer, index in zip(student.layers, kept, strict=True):
        layer.load_state_dict(teacher.layers[index].state_dict())
    return student
