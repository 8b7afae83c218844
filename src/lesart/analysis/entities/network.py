"""The built-in engine: a small multilingual encoder that labels every word.

Four files beside this package hold it: the pieces of words it knows, their scores, their embeddings
in blocks of 4 bits (mapped from the disk, never unpacked as a whole), and the encoder in 8 bits.
"""

from __future__ import annotations

import contextlib
import os
import re
from array import array
from collections.abc import Iterator, Sequence
from hashlib import blake2b
from importlib import resources
from itertools import islice
from pathlib import Path
from typing import Any

from lesart.analysis.entities import lexicon
from lesart.analysis.entities.addresses import site_names
from lesart.analysis.entities.candidate import NameCandidate, without_overlaps
from lesart.analysis.entities.capitals import calmed
from lesart.analysis.entities.engine import EngineUnavailable
from lesart.analysis.entities.gazetteer import gazetteer
from lesart.analysis.entities.label_path import best_labels
from lesart.analysis.entities.labels import runs
from lesart.analysis.entities.memory import give_back_memory
from lesart.analysis.entities.no_telemetry import session_of
from lesart.analysis.entities.pieces import Pieces
from lesart.analysis.entities.plain_sentences import is_plain
from lesart.analysis.entities.tokens import MAX_WORD_PIECES, Word, chunks_of, prepared
from lesart.model.entity import EntityKind
from lesart.translations import _

ENCODER = "names.onnx"
EMBEDDINGS = "names-embeddings.npy"
PIECES = "names-pieces.txt"
SCORES = "names-scores.npy"

LABELS = "logits"
STATE_LAYERS = (3, 5, 7, 9)
STATES = tuple(f"/layers.{k}/oln/LayerNormalization_output_0" for k in STATE_LAYERS)
"""What the encoder gives: the label scores, and what four of its layers make of each piece."""

START, PAD, END = 0, 1, 2
_MOST_WORDS = 90
_MOST_PIECES = 180
_BATCH_PIECES = 256
_RUN_COST = 12
"""What one run costs beside its pieces, counted in pieces."""
_WINDOW = 192
"""So many sentences are sorted by length and worked off together: little padding, little memory."""
_BLOCK_BYTES = 18

_REMEMBERED = 20_000
"""So many sentences' names are kept, about 200 bytes each: a day of agencies."""

_Part = tuple[list[Word], list[int], list[int]]
_Run = tuple[int, int, EntityKind, float]
"""A name's first word, the one behind its last, its kind, and how sure the encoder is (0 to 1)."""

_LEAST_SURE = {"EVENT": 0.6}
"""Below this a finding is not claimed: of events the encoder has seen the fewest."""
_COMPOUND = re.compile(r"\b([A-ZÄÖÜ][\w.]*)-([A-ZÄÖÜ]\w+)\b")


def _compound_names(text: str) -> Iterator[NameCandidate]:
    """US-Armee, EU-Kommission, Gaza-Stadt: the corpora name only the first half, a reader the whole."""
    for found in _COMPOUND.finditer(text):
        if found[2] == "Stadt" and gazetteer().key_of(found[1], "LOC")[4:5].isalpha():
            yield NameCandidate(*found.span(), "LOC", 0.9)
        # "SPD-Regierung" is what people call a government, "US-Regierung" is one.
        is_government = found[2] == "Regierung"
        if found[2] in lexicon.COMPOUND_ORG_HEADS and not (
            is_government and not gazetteer().key_of(found[1], "LOC")
        ):
            yield NameCandidate(*found.span(), "ORG", 0.9)


class Network:
    """Loaded once in a process; needs onnxruntime and numpy."""

    def __init__(self, folder: Path, threads: int) -> None:
        import numpy as np

        pieces = (folder / PIECES).read_text("utf-8").split("\n")
        scores = np.load(folder / SCORES).tolist()
        self._pieces = Pieces(pieces, scores)
        self._embeddings = np.load(folder / EMBEDDINGS, mmap_mode="r")
        self.threads = threads
        """Runs at a time. Each has one thread: two that share a run's sums wait for each other at every
        step, and take a sixth to a half more of the processor."""
        self._session = session_of(folder / ENCODER, threads=1)
        self._lately: dict[bytes, tuple[_Run, ...]] = {}
        give_back_memory()

    @classmethod
    def load(cls, threads: int = 0) -> Network:
        """Read the weights beside this package; 0 threads: two, where there are two cores."""
        folder = Path(str(resources.files("lesart.analysis").joinpath("data")))
        try:
            return cls(folder, threads or min(2, _cores()))
        except ImportError as error:
            reason = _("{value} is not installed.").format(value=error.name or _("a library"))
        except FileNotFoundError:
            reason = _("the weights are not part of this installation.")
        except Exception as error:  # a missing or broken file: onnxruntime has errors of its own
            reason = _("the weights could not be loaded ({name}).").format(
                name=type(error).__name__
            )
        raise EngineUnavailable(reason)

    def find(self, text: str, language: str) -> list[NameCandidate]:
        """Names in order of their place; the encoder reads all languages alike."""
        findings = [*site_names(text), *_compound_names(text)]
        chunks = (
            chunk
            for chunk in self.chunks(text, language)
            if any(word.text.isalpha() for word in chunk) and not is_plain(chunk, language)
        )
        windows = 0
        while window := list(islice(chunks, _WINDOW)):
            findings += self._names_in(window)
            windows += 1
        if windows > 1:
            give_back_memory()
        return without_overlaps(findings)

    def chunks(self, text: str, language: str) -> Iterator[list[Word]]:
        """The sentences as they are read, cut where they are too long."""
        return calmed(text, chunks_of(text, _MOST_WORDS), language, _MOST_WORDS)

    def states(self, chunks: Sequence[list[Word]]) -> list[Any]:
        """For each sentence the states of its words, [word, layer, number]: the mean of its pieces'.

        Its names are remembered, so that nobody has to read it for them again.
        """
        import numpy as np

        cut = [[*self._in_pieces(chunk)] for chunk in chunks]
        parts = [part for some in cut for part in some]
        scores, states = self._read(parts, (LABELS, *STATES))
        self._remember(
            {_key(ids, at): _named(row) for (_w, ids, at), row in zip(parts, scores, strict=True)}
        )
        each = iter(states)
        return [np.concatenate([next(each) for _part in some]) for some in cut]

    def _names_in(self, chunks: Sequence[list[Word]]) -> Iterator[NameCandidate]:
        parts = [part for chunk in chunks for part in self._in_pieces(chunk)]
        for (words, _ids, _places), found in zip(parts, self._runs_in(parts), strict=True):
            for first, last, kind, sure in found:
                yield NameCandidate(words[first].start, words[last - 1].end, kind, sure)

    def _runs_in(self, parts: Sequence[_Part]) -> list[tuple[_Run, ...]]:
        """Each part's names by their first and last word; what was read lately is remembered.

        Agencies' copies, bylines and a source's standing sentences come again and again.
        """
        keys = [_key(ids, places) for _words, ids, places in parts]
        known = {key: self._lately.pop(key) for key in {*keys} if key in self._lately}
        unread = {key: part for key, part in zip(keys, parts, strict=True) if key not in known}
        scores = self.label_scores([*unread.values()])
        known |= {key: _named(rows) for key, rows in zip(unread, scores, strict=True)}
        self._remember(known)
        return [known[key] for key in keys]

    def _remember(self, names: dict[bytes, tuple[_Run, ...]]) -> None:
        self._lately |= names
        for key in [*islice(self._lately, max(0, len(self._lately) - _REMEMBERED))]:
            del self._lately[key]

    def _in_pieces(self, words: list[Word]) -> Iterator[_Part]:
        """Words with their pieces and each word's first; cut again where the pieces are too many."""
        ids, firsts, begun = [START], list[int](), 0
        for index, word in enumerate(words):
            pieces = self._pieces.of(prepared(word), MAX_WORD_PIECES)
            if len(ids) + len(pieces) >= _MOST_PIECES:
                yield words[begun:index], [*ids, END], firsts
                ids, firsts, begun = [START], [], index
            firsts.append(len(ids))
            ids += pieces
        if firsts:
            yield words[begun:], [*ids, END], firsts

    def label_scores(self, parts: Sequence[tuple[Any, list[int], list[int]]]) -> list[Any]:
        """For each part the label scores of its words; the same words are read only once."""
        return self._read(parts, (LABELS,))[0]

    def _read(
        self, parts: Sequence[tuple[Any, list[int], list[int]]], wanted: Sequence[str]
    ) -> tuple[list[Any], list[Any]]:
        """The label scores of each part's words, and their states where these are wanted too."""
        places: dict[tuple[int, ...], list[int]] = {}
        for index, (_words, ids, _places) in enumerate(parts):
            places.setdefault(tuple(ids), []).append(index)
        scores: list[Any] = [None] * len(parts)
        states: list[Any] = [None] * len(parts)
        groups = [*_batches(sorted(places, key=len))]
        for group, given in zip(groups, self._runs(groups, wanted), strict=True):
            for row, sequence in enumerate(group):
                for index in places[sequence]:
                    firsts = parts[index][2]
                    scores[index] = given[0][row][firsts]
                    if len(given) > 1:
                        states[index] = _by_word(
                            [layer[row] for layer in given[1:]], firsts, len(sequence)
                        )
        return scores, states

    def _runs(
        self, groups: Sequence[Sequence[tuple[int, ...]]], wanted: Sequence[str]
    ) -> Iterator[list[Any]]:
        """What the encoder gives for each group, as many at a time as there are threads."""
        if self.threads < 2 or len(groups) < 2:
            yield from (self._run(group, wanted) for group in groups)
            return
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(self.threads) as pool:
            yield from pool.map(lambda group: self._run(group, wanted), groups)

    def _run(self, group: Sequence[tuple[int, ...]], wanted: Sequence[str]) -> list[Any]:
        import numpy as np

        length = len(group[-1])
        ids = np.full((len(group), length), PAD, dtype=np.int64)
        mask = np.zeros((len(group), length), dtype=np.float32)
        for row, sequence in enumerate(group):
            ids[row, : len(sequence)] = sequence
            mask[row, : len(sequence)] = 1.0
        given: list[Any] = self._session.run([*wanted], {"emb": self._embedded(ids), "mask": mask})
        return given

    def _embedded(self, ids: Any) -> Any:
        """4-bit blocks of 32 (a half-precision scale, then 16 bytes) as float32, for these pieces."""
        import numpy as np

        unique, place = np.unique(ids, return_inverse=True)
        blocks = np.asarray(self._embeddings[unique]).reshape(-1, _BLOCK_BYTES)
        scale = blocks[:, :2].copy().view(np.float16).astype(np.float32)
        values = np.empty((len(blocks), 32), dtype=np.float32)
        values[:, :16] = blocks[:, 2:] & 15
        values[:, 16:] = blocks[:, 2:] >> 4
        values -= 8
        values *= scale
        return values.reshape(len(unique), -1)[place.reshape(ids.shape)]


def _cores() -> int:
    """How many cores this process may use."""
    with contextlib.suppress(AttributeError):  # not every system can tell
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _key(ids: Sequence[int], places: Sequence[int]) -> bytes:
    """Stands for a sentence's pieces and where its words begin."""
    return blake2b(array("i", [len(ids), *ids, *places]).tobytes(), digest_size=16).digest()


def _by_word(layers: Sequence[Any], firsts: Sequence[int], length: int) -> Any:
    """The mean of each word's pieces, for each layer; what stands behind the last word is none's."""
    import numpy as np

    sizes = np.diff([*firsts, length - 1])[:, None]
    sums = [np.add.reduceat(layer[: length - 1], firsts, axis=0) / sizes for layer in layers]
    return np.stack(sums, axis=1)


def _named(scores: Any) -> tuple[_Run, ...]:
    """The names by the label scores of a sentence's words, without those that are too unsure."""
    labels = best_labels(scores)
    found = (
        (first, last, kind, _belief(scores[first:last], labels[first:last]))
        for first, last, kind in runs(labels)
    )
    return tuple(run for run in found if run[3] >= _LEAST_SURE.get(run[2], 0))


def _batches(sequences: Sequence[tuple[int, ...]]) -> Iterator[list[tuple[int, ...]]]:
    """Sequences, the shortest first, in groups that cost least: a run more, or more padding."""
    lengths = [len(sequence) for sequence in sequences]
    least = [0] + [0] * len(lengths)
    begins = [0] * (len(lengths) + 1)
    for end in range(1, len(lengths) + 1):
        longest = lengths[end - 1]
        most = max(1, _BATCH_PIECES // longest)
        least[end], begins[end] = min(
            (least[begin] + _RUN_COST + (end - begin) * longest, begin)
            for begin in range(max(0, end - most), end)
        )
    ends = [len(lengths)] if lengths else []
    while ends and begins[ends[-1]]:
        ends.append(begins[ends[-1]])
    for end in reversed(ends):
        yield list(sequences[begins[end] : end])


def _belief(scores: Any, labels: Sequence[int]) -> float:
    """The mean likelihood of a name's labels."""
    import numpy as np

    likely = np.exp(scores - scores.max(-1, keepdims=True))
    likely /= likely.sum(-1, keepdims=True)
    return float(likely[np.arange(len(labels)), list(labels)].mean())
