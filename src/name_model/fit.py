"""Teach the encoder: first all layers on the sentences, then a thinner one on the first one's answers."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

from lesart.analysis.entities.labels import LABELS
from name_model.encoder import Encoder
from name_model.examples import Example, batches, tensors
from name_model.progress import Progress

Embed = Callable[[Tensor], Tensor]
"""Piece ids to their (fixed) embeddings."""
Say = Callable[[str], None]
WARM_STEPS = 80
_BITS = 1 << torch.arange(len(LABELS))


def prepare_torch(threads: int, seed: int) -> None:
    """Numbers so small that they are denormal slow a processor threefold."""
    torch.set_num_threads(threads)
    torch.set_flush_denormal(True)
    torch.manual_seed(seed)


def label_loss(scores: Tensor, allowed: Tensor) -> Tensor:
    """How little the model believes in what is allowed; words of which nothing is known are out."""
    known = (allowed > 0) & (allowed < (1 << len(LABELS)) - 1)
    logs = F.log_softmax(scores[known], -1)
    may = (allowed[known][:, None] & _BITS) > 0
    return -torch.logsumexp(logs.masked_fill(~may, -1e9), -1).mean()


def fit(
    net: Encoder,
    embed: Embed,
    epochs: Sequence[Callable[[], list[Example]]],
    *,
    rate: float,
    say: Say,
    teacher: Encoder | None = None,
    kept: Sequence[int] = (),
    batch_pieces: int = 1536,
    layer_decay: float = 0.9,
    seed: int = 1,
    seconds: float = 1e9,
    progress: Progress | None = None,
) -> None:
    """Train through `epochs`, each given by a function; the rate falls to nothing at their end.

    Where a teacher is given, its label scores and the states of its `kept` layers are followed too.
    `seconds` bounds the whole: the rate follows the time where it runs faster than the steps.
    With `progress` it can be stopped and gone on with, and `net` ends as the mean of its last steps.
    """
    chance = random.Random(seed)
    optimiser = torch.optim.AdamW(
        _groups(net, rate, layer_decay), betas=(0.9, 0.98), weight_decay=0.01
    )
    peaks = [group["lr"] for group in optimiser.param_groups]
    since = progress.done if progress else 0.0
    if progress and progress.optimiser:
        optimiser.load_state_dict(progress.optimiser)
    began = time.monotonic() - since * seconds
    taken = 0
    for number, make in enumerate(epochs):
        if time.monotonic() - began >= seconds:
            break
        examples = make()
        groups = list(batches(examples, batch_pieces, chance))
        total = 0.0
        for step, group in enumerate(groups):
            by_steps = since + (1 - since) * (number + step / len(groups)) / len(epochs)
            done = max(by_steps, (time.monotonic() - began) / seconds)
            if done >= 1:
                break
            taken += 1
            warm = min(1.0, taken / WARM_STEPS)
            for parameters, peak in zip(optimiser.param_groups, peaks, strict=True):
                parameters["lr"] = peak * warm * (1 - done)
            ids, mask, allowed = tensors([examples[i] for i in group])
            net.train()
            with torch.autocast("cpu", dtype=torch.bfloat16):
                loss = _loss(net, embed(ids), mask, allowed, teacher, kept)
            optimiser.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 1.0)
            optimiser.step()
            if progress:
                progress.step(net, optimiser, done)
            total += float(loss.detach())
            if step % 50 == 49:
                took = time.monotonic() - began
                say(
                    f"epoch {number + 1} step {step + 1}/{len(groups)} loss {total / 50:.4f} {took:.0f} s"
                )
                total = 0.0
    if progress and progress.average:
        progress.keep(net, optimiser)
        net.load_state_dict(progress.average.state_dict())


def _loss(
    net: Encoder,
    embedded: Tensor,
    mask: Tensor,
    allowed: Tensor,
    teacher: Encoder | None,
    kept: Sequence[int],
) -> Tensor:
    states = net.states(embedded, mask)
    scores = net.out(states[-1]).float()
    loss = label_loss(scores, allowed)
    if teacher is None:
        return loss
    with torch.no_grad():
        teacher.eval()
        shown = teacher.states(embedded, mask)
        told = F.softmax(teacher.out(shown[-1]).float(), -1)
    is_word = allowed > 0
    follow = -(told[is_word] * F.log_softmax(scores[is_word], -1)).sum(-1).mean()
    is_real = mask > 0
    alike = torch.stack(
        [
            F.mse_loss(mine[is_real].float(), shown[index + 1][is_real].float())
            for mine, index in zip(states[1:], kept, strict=True)
        ]
    ).mean()
    return 0.3 * loss + follow + alike


def _groups(net: Encoder, rate: float, decay: float) -> list[dict[str, object]]:
    """Lower layers know language already and move less; the head is new and moves most."""
    count = len(net.layers)
    below = [net.positions, *net.eln.parameters()]
    groups: list[dict[str, object]] = [
        {"params": below, "lr": rate * decay**count},
        {"params": list(net.out.parameters()), "lr": rate * 5},
    ]
    for index, layer in enumerate(net.layers):
        groups.append(
            {"params": list(layer.parameters()), "lr": rate * decay ** (count - 1 - index)}
        )
    return groups


@torch.no_grad()  # type: ignore[untyped-decorator]
def label_scores(net: Encoder, embed: Embed, examples: Sequence[Example]) -> list[Tensor]:
    """For every example the label scores of its words."""
    net.eval()
    found: list[Tensor] = [torch.zeros(0, len(LABELS))] * len(examples)
    for group in batches(examples, 4096, None):
        ids, mask, _ = tensors([examples[i] for i in group])
        scores = net(embed(ids), mask).float()
        for row, index in enumerate(group):
            found[index] = scores[row, torch.tensor(examples[index].firsts, dtype=torch.long)]
    return found
