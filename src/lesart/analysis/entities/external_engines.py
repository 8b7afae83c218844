"""Engines a reader may have installed: spaCy pipelines and GLiNER models, by our protocol."""

from __future__ import annotations

from typing import Any

from lesart.analysis.entities.candidate import NameCandidate, without_overlaps
from lesart.analysis.entities.engine import EngineUnavailable
from lesart.analysis.entities.no_telemetry import load_quietly
from lesart.analysis.entities.tokens import sentences_of
from lesart.model.entity import EntityKind
from lesart.translations import _

_SPACY_KINDS: dict[str, EntityKind] = {
    "PER": "PER",
    "PERSON": "PER",
    "LOC": "LOC",
    "GPE": "LOC",
    "FAC": "LOC",
    "ORG": "ORG",
    "EVENT": "EVENT",
}
_GLINER_KINDS: dict[str, EntityKind] = {
    "person": "PER",
    "location": "LOC",
    "organization": "ORG",
    "event": "EVENT",
}
_LONGEST_PIECE = 100_000
"""spaCy refuses texts above a million characters and slows down long before."""


class SpacyEngine:
    """A spaCy pipeline by its name, for example `spacy:de_core_news_sm`."""

    def __init__(self, name: str) -> None:
        try:
            spacy: Any = load_quietly("spacy")
            self._pipeline: Any = spacy.load(name, exclude=["lemmatizer", "attribute_ruler"])
        except Exception as error:  # spaCy raises OSError, ImportError, ValueError and its own
            raise EngineUnavailable(
                _("spaCy could not load “{name}”: {error}").format(name=name, error=error)
            ) from error

    def find(self, text: str, language: str) -> list[NameCandidate]:
        """What the pipeline calls a person, place, organisation or event."""
        found = []
        for start, end in _pieces(text, _LONGEST_PIECE):
            for entity in self._pipeline(text[start:end]).ents:
                if kind := _SPACY_KINDS.get(entity.label_):
                    found.append(
                        NameCandidate(start + entity.start_char, start + entity.end_char, kind)
                    )
        return without_overlaps(found)


class GlinerEngine:
    """A GLiNER model in a folder, for example `gliner:/models/gliner_small`."""

    def __init__(self, path: str) -> None:
        try:
            gliner: Any = load_quietly("gliner")
            self._model: Any = gliner.GLiNER.from_pretrained(path, local_files_only=True)
        except Exception as error:  # whatever torch, the hub's library or a broken folder raise
            raise EngineUnavailable(
                _("GLiNER could not load “{path}”: {error}").format(path=path, error=error)
            ) from error

    def find(self, text: str, language: str) -> list[NameCandidate]:
        """What the model calls a person, location, organization or event."""
        found = []
        for start, end in _pieces(text, 900):
            for span in self._model.predict_entities(text[start:end], list(_GLINER_KINDS)):
                kind = _GLINER_KINDS[span["label"]]
                first, last = start + int(span["start"]), start + int(span["end"])
                found.append(NameCandidate(first, last, kind, float(span["score"])))
        return without_overlaps(found)


def _pieces(text: str, longest: int) -> list[tuple[int, int]]:
    """Stretches of whole sentences of at most about `longest` characters."""
    found: list[tuple[int, int]] = []
    for start, end in sentences_of(text):
        while end - start > longest:
            found.append((start, start + longest))
            start += longest
        if found and end - found[-1][0] <= longest:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found
