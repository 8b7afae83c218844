"""Write the taught head as the package reads it: one ONNX file with 8-bit weights."""

from __future__ import annotations

from pathlib import Path

import torch
from torch import Tensor, nn

from figure_model.head import STATE, Head
from lesart.analysis.entities.network import STATE_LAYERS
from lesart.analysis.entities.no_telemetry import load_quietly
from lesart.analysis.figure_head.windows import FACTS, MARKS


class Mean(nn.Module):  # type: ignore[misc]
    """What several heads, taught from other starts, believe on average."""

    def __init__(self, heads: list[Head]) -> None:
        super().__init__()
        self.heads = nn.ModuleList(heads)

    def forward(
        self, states: Tensor, marks: Tensor, facts: Tensor, mask: Tensor
    ) -> tuple[Tensor, ...]:
        """The likelihood of each span and, behind them, of none; of each role; of each change."""
        nouns, roles, changes = [], [], []
        for head in self.heads:
            spans, none, _holder, _no_holder, role, change = head(states, marks, facts, mask)
            nouns.append(torch.softmax(torch.cat([spans.flatten(1), none[:, None]], 1), -1))
            roles.append(torch.softmax(role, -1))
            changes.append(torch.softmax(change, -1))
        return tuple(torch.stack(some).mean(0) for some in (nouns, roles, changes))


def export(heads: list[Head], target: Path) -> None:
    """Write `target`, and beside it the same with 32 bits, for comparing."""
    quantization = load_quietly("onnxruntime.quantization")
    rough = target.with_suffix(".unrounded.onnx")
    rows, length = 2, 9
    example = (
        torch.randn(len(STATE_LAYERS), rows, length, STATE),
        torch.zeros(rows, length, len(MARKS), dtype=torch.long),
        torch.zeros(rows, len(FACTS), dtype=torch.long),
        torch.ones(rows, length),
    )
    words = {0: "batch", 1: "length"}
    torch.onnx.export(
        Mean(heads).eval(),
        example,
        str(rough),
        input_names=["states", "marks", "facts", "mask"],
        output_names=["nouns", "roles", "changes"],
        dynamic_axes={
            "states": {1: "batch", 2: "length"},
            "marks": words,
            "facts": {0: "batch"},
            "mask": words,
            "nouns": {0: "batch", 1: "spans"},
            "roles": {0: "batch"},
            "changes": {0: "batch"},
        },
        opset_version=17,
        dynamo=False,
    )
    quantization.quantize_dynamic(
        rough, target, weight_type=quantization.QuantType.QInt8, per_channel=True
    )
