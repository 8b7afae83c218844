"""Teach the head that says what figures measure: `python -m figure_model teach|export|measure`.

From the repository's root, with the extra [train]; `teach` once for each seed, then `export`.
"""

from __future__ import annotations

import argparse
from pathlib import Path

import torch

from figure_model.examples import examples
from figure_model.export import export
from figure_model.fit import fit, shown
from figure_model.head import Head
from figure_model.measure import report
from lesart.analysis.figure_head.head import path_of_weights
from name_model.fit import prepare_torch


def main() -> None:
    options = _options()
    prepare_torch(options.threads, options.seed)
    if options.what == "export":
        heads = [_loaded(path) for path in options.weights]
        export(heads, options.out or path_of_weights())
        return
    marked = [*examples()]
    if options.what == "measure":
        report(marked)
        return
    taught = [*shown(one for one in marked if not one.is_held_out)]
    print(f"{len(taught)} figures to learn from", flush=True)
    net = Head()
    fit(net, taught, epochs=options.epochs, rate=options.rate, seed=options.seed, say=_say)
    torch.save(net.state_dict(), options.out or Path(f"head-{options.seed}.pt"))


def _loaded(path: Path) -> Head:
    net = Head()
    net.load_state_dict(torch.load(path))
    return net


def _say(line: str) -> None:
    print(line, flush=True)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="Teach the head that reads what figures measure.")
    parser.add_argument("what", choices=("teach", "export", "measure"))
    parser.add_argument("--weights", type=Path, nargs="*", default=[], help="heads to join")
    parser.add_argument("--out", type=Path)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--rate", type=float, default=8e-4)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--threads", type=int, default=1)
    return parser.parse_args()


if __name__ == "__main__":
    main()
