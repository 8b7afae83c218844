"""Weights that 8 bits spoil are refused before anybody ships them."""

import pytest

from name_model import rounding
from name_model.corpora import Sentence

SENTENCES = [
    Sentence("own", "de", "Rom und Bonn", ((0, 3, "LOC"), (8, 12, "LOC")), has_events=True),
    Sentence("own", "de", "Ada kam.", ((0, 3, "PER"),), has_events=True),
]
ALL = [[(0, 3, "LOC"), (8, 12, "LOC")], [(0, 3, "PER")]]
ONE_MISSED = [[(0, 3, "LOC")], [(0, 3, "PER")]]


def test_every_name_counts_once():
    assert rounding.total_f1(SENTENCES, ALL) == 100
    assert rounding.total_f1(SENTENCES, ONE_MISSED) == pytest.approx(80)


def test_weights_that_read_worse_in_8_bits_are_refused_with_a_sentence(tmp_path, monkeypatch):
    found = {tmp_path / "unrounded": ALL, tmp_path: ONE_MISSED}
    monkeypatch.setattr(rounding, "found_by_engine", lambda folder, sentences: found[folder])
    with pytest.raises(rounding.RoundedTooMuch, match=r"falls from 100\.0 to 80\.0"):
        rounding.check_rounding(SENTENCES, tmp_path / "unrounded", tmp_path)
    assert rounding.check_rounding(SENTENCES, tmp_path, tmp_path / "unrounded") == (80, 100)


def test_an_exported_encoder_reads_the_same_in_8_bits_as_in_32(tmp_path):
    torch = pytest.importorskip("torch", reason="the extra [train] is not installed")
    pytest.importorskip("onnx", reason="the extra [train] is not installed")
    import numpy as np

    from lesart.analysis.entities.labels import LABELS
    from lesart.analysis.entities.network import Network
    from name_model.base_weights import BLOCK_BYTES, BaseWeights
    from name_model.encoder import WIDTH, Encoder
    from name_model.export import UNROUNDED, export

    torch.manual_seed(1)
    pieces = ["<s>", "<pad>", "</s>", "<unk>", "▁", *"abcdefghijklmnopqrstuvwxyzABR"]
    chance = np.random.default_rng(1)
    rows = chance.integers(0, 256, (len(pieces), WIDTH // 32, BLOCK_BYTES), dtype=np.uint8)
    rows[:, :, :2] = np.array([0.02], np.float16).view(np.uint8)
    base = BaseWeights(
        layers=1,
        heads=12,
        epsilon=1e-5,
        pieces=pieces,
        scores=[-1.0] * len(pieces),
        tensors={},
        embedding_blocks=rows.reshape(len(pieces), -1),
    )
    net = Encoder(1, 12, 1e-5, len(LABELS), 200, dropout=0.0)
    export(net, base, list(range(len(pieces))), tmp_path)
    text = "Anna and Bert came from Rome to Aberdeen"
    parts = [([], list(range(5, 25)), list(range(20)))]
    [rounded] = Network(tmp_path, 1).label_scores(parts)
    [unrounded] = Network(tmp_path / UNROUNDED, 1).label_scores(parts)
    assert np.abs(rounded - unrounded).max() < 0.1
    assert Network(tmp_path, 1).find(text, "en") is not None
