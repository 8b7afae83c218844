"""Whatever the text, names are where they say, and looking for them ends."""

import itertools
import subprocess
import sys
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.analysis import entities as package
from lesart.analysis.entities import EngineUnavailable, engine_named, find_entities
from lesart.analysis.entities.network import Network

ALPHABET = st.sampled_from(
    ["Angela ", "Merkels ", "Irak", "US-", "Armee ", "Dr. ", "St. ", "Pölten", "(", ")", "“", "'s ", ".\n", "WHO", " é ", "😀", "\u200b", "\x00", "al-", "Maliki", "ß", "İ", "NASA", "x.org", "\t", "- "]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(ALPHABET, max_size=40).map("".join) | st.text(max_size=200))
@pytest.mark.parametrize("engine", ["builtin", "rules"])
def test_every_mention_is_at_its_place(engine, text):
    found, _ = find_entities(text, "de", title=text[:20], engine=engine)
    for entity in found:
        assert entity.mentions
        assert entity.name
        for mention in entity.mentions:
            assert text[mention.span.start : mention.span.end] == mention.surface
    spans = sorted(m.span for e in found for m in e.mentions)
    assert all(a.end <= b.start for a, b in itertools.pairwise(spans))


@pytest.mark.parametrize(
    "text",
    [
        "a" * 1_000_000,
        "😀" * 100_000,
        "der " * 10_000,
        "\n" * 100_000,
        "A. " * 20_000,
        "Anna-" * 20_000,
        "Anna Holm " * 5_000,
        "(" * 50_000,
        "",
    ],
    ids=["no spaces", "emoji", "der", "lines", "initials", "hyphens", "names", "brackets", "empty"],
)
@pytest.mark.parametrize("engine", ["builtin", "rules"])
def test_strange_texts_end_soon(engine, text):
    began = time.process_time()
    find_entities(text, "de", engine=engine)
    assert time.process_time() - began < 20


def test_the_same_text_gives_the_same_answer():
    text = "Mira Holm traf in Rom die Nato. Holm blieb drei Tage."
    assert find_entities(text, "de") == find_entities(text, "de")


def test_where_the_model_cannot_be_loaded_rules_answer_and_say_so(monkeypatch, tmp_path):
    def missing(name):
        raise EngineUnavailable("the weights are not part of this installation.")

    monkeypatch.setattr(package, "engine_named", missing)
    found, note = find_entities("Angela Merkel reiste nach Rom.", "de")
    assert {e.name for e in found} == {"Angela Merkel", "Rom"}
    assert note == (
        "Names were found by rules only: the weights are not part of this installation."
    )


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("spacy:no_such_pipeline", "spaCy could not load “no_such_pipeline”"),
        ("gliner:/no/such/folder", "GLiNER could not load “/no/such/folder”"),
        ("magic", "“magic” is no engine for names"),
        ("spacy:", "“spacy:” is no engine for names"),
    ],
)
def test_an_engine_that_is_not_there_is_named(name, sentence):
    with pytest.raises(EngineUnavailable, match=sentence):
        engine_named(name)
    found, note = find_entities("Angela Merkel reiste nach Rom.", "de", engine=name)
    assert found
    assert sentence in note


def test_broken_weights_are_a_sentence_not_a_crash(tmp_path, monkeypatch):
    import lesart.analysis.entities.network as network

    (tmp_path / "data").mkdir()
    for name in (network.PIECES, network.SCORES, network.EMBEDDINGS, network.ENCODER):
        (tmp_path / "data" / name).write_bytes(b"broken")
    monkeypatch.setattr(network.resources, "files", lambda package: tmp_path)
    with pytest.raises(EngineUnavailable, match="could not be loaded"):
        Network.load()


def test_nothing_heavy_is_imported_before_a_text_is_read():
    code = (
        "import sys, lesart.analysis.entities;"
        "print([m for m in ('numpy', 'onnxruntime', 'tokenizers', 'torch', 'babel') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
