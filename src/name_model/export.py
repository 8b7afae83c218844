"""Write the trained encoder as the package reads it: 8-bit ONNX, 4-bit embeddings, pieces, scores."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch

from lesart.analysis.entities import network
from lesart.analysis.entities.no_telemetry import load_quietly
from name_model.base_weights import BaseWeights
from name_model.encoder import WIDTH, Encoder

UNROUNDED = "unrounded"
HEAD = "/out/MatMul"
"""The node that gives the labels, as torch names it after the encoder's field."""


def export(net: Encoder, base: BaseWeights, kept_pieces: list[int], target: Path) -> None:
    """Four files in `target`, and in its folder `unrounded` the same with 32 bits, for comparing."""
    load_quietly("onnxruntime")
    quantization = load_quietly("onnxruntime.quantization")

    net.eval()
    beside = target / UNROUNDED
    beside.mkdir(parents=True, exist_ok=True)
    rough = beside / network.ENCODER
    names = {0: "batch", 1: "length"}
    torch.onnx.export(
        net,
        (torch.randn(2, 17, WIDTH), torch.ones(2, 17)),
        str(rough),
        input_names=["emb", "mask"],
        output_names=["logits"],
        dynamic_axes={"emb": names, "mask": names, "logits": names},
        opset_version=17,
        dynamo=False,
    )
    # Signed and a scale for every column: twice as fast as one unsigned scale, and closer.
    # The head is small and decides everything, so it stays as it is.
    quantization.quantize_dynamic(
        rough,
        target / network.ENCODER,
        weight_type=quantization.QuantType.QInt8,
        per_channel=True,
        nodes_to_exclude=[HEAD],
    )
    for path in (rough, target / network.ENCODER):
        give_states(path, len(net.layers))
    scores = np.array([base.scores[i] for i in kept_pieces], dtype=np.float32)
    pieces = "\n".join(base.pieces[i] for i in kept_pieces)
    for folder in (target, beside):
        np.save(folder / network.EMBEDDINGS, base.embedding_blocks[kept_pieces])
        np.save(folder / network.SCORES, scores)
        (folder / network.PIECES).write_text(pieces, "utf-8", newline="\n")


def give_states(path: Path, layers: int) -> None:
    """Let the encoder give the states of inner layers too, for the head that reads figures.

    Messages of this format are joined by writing one behind the other.
    """
    onnx = load_quietly("onnx")
    more = onnx.ModelProto()
    for layer, name in zip(network.STATE_LAYERS, network.STATES, strict=True):
        if layer < layers:
            shape = ("batch", "length", WIDTH)
            more.graph.output.append(
                onnx.helper.make_tensor_value_info(name, onnx.TensorProto.FLOAT, shape)
            )
    with path.open("ab") as file:
        file.write(more.SerializeToString())
