"""A reader's own spaCy pipeline or GLiNER model finds names at the places where they stand."""

import sys
import types

import pytest

from lesart.analysis.entities import EngineUnavailable, engine_named, find_entities

TEXT = "Angela Merkel reiste nach Rom. In Rom traf sie den Uno-Rat.\n"


@pytest.fixture
def pipeline(tmp_path):
    """A real pipeline on the disk; rules instead of weights, but loaded and run as any other."""
    spacy = pytest.importorskip("spacy", reason="spaCy is not installed")
    made = spacy.blank("de")
    ruler = made.add_pipe("entity_ruler")
    ruler.add_patterns(
        [
            {"label": "PER", "pattern": "Angela Merkel"},
            {"label": "GPE", "pattern": "Rom"},
            {"label": "ORG", "pattern": "Uno-Rat"},
            {"label": "MISC", "pattern": "reiste"},
        ]
    )
    made.to_disk(tmp_path / "pipeline")
    return f"spacy:{tmp_path / 'pipeline'}"


def test_a_spacy_pipeline_answers_instead_of_ours(pipeline):
    found, note = find_entities(TEXT, "de", engine=pipeline)
    assert note == ""
    assert {(e.kind, e.name, len(e.mentions)) for e in found} == {
        ("PER", "Angela Merkel", 1),
        ("LOC", "Rom", 2),
        ("ORG", "Uno-Rat", 1),
    }


def test_a_spacy_pipeline_reads_long_texts_in_pieces(pipeline):
    text = TEXT * 5_000
    findings = engine_named(pipeline).find(text, "de")
    assert len(findings) == 4 * 5_000
    assert {text[f.start : f.end] for f in findings} == {"Angela Merkel", "Rom", "Uno-Rat"}


class _FakeGliner:
    """Knows one name; its answers have the shape of the real library's."""

    LONGEST = 1_000

    @classmethod
    def from_pretrained(cls, path, *, local_files_only):
        assert local_files_only, "the model must never be looked for on the network"
        if path != "/models/small":
            raise OSError("no such folder")
        return cls()

    def predict_entities(self, text, labels):
        assert len(text) <= self.LONGEST, "GLiNER cuts off what is longer"
        assert "person" in labels
        place = text.find("Merkel")
        if place < 0:
            return []
        return [{"start": place, "end": place + 6, "label": "person", "score": 0.9}]


@pytest.fixture
def gliner(monkeypatch):
    """The library's door without its weights, which cannot be had here."""
    module = types.ModuleType("gliner")
    module.GLiNER = _FakeGliner
    monkeypatch.setitem(sys.modules, "gliner", module)


def test_a_gliner_model_is_loaded_from_its_folder_and_read_in_pieces(gliner):
    text = "Es regnete den ganzen Tag.\n" * 200 + TEXT
    [finding] = engine_named("gliner:/models/small").find(text, "de")
    assert text[finding.start : finding.end] == "Merkel"
    assert finding.kind == "PER"


def test_a_gliner_folder_that_is_not_there_is_a_sentence(gliner):
    with pytest.raises(EngineUnavailable, match="GLiNER could not load"):
        engine_named("gliner:/models/none")
