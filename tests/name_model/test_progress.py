"""Training that was stopped goes on where it was, and several runs become one encoder."""

import pytest

torch = pytest.importorskip("torch", reason="the extra [train] is not installed")

from name_model.encoder import WIDTH, Encoder  # noqa: E402
from name_model.examples import Example  # noqa: E402
from name_model.fit import fit  # noqa: E402
from name_model.progress import Progress, mean_of  # noqa: E402


def a_net(seed):
    torch.manual_seed(seed)
    return Encoder(1, 12, 1e-5, 9, 20, dropout=0.0)


def teach(net, progress, epochs):
    """One sentence over and over; its two words are a person."""
    examples = [Example([0, 5, 6, 2], [1, 2], [1 << 1, 1 << 2])]
    table = torch.randn(10, WIDTH, generator=torch.Generator().manual_seed(3))
    steps = [lambda: examples] * epochs
    fit(net, lambda ids: table[ids], steps, rate=1e-3, say=lambda line: None, progress=progress)


def test_a_stopped_run_goes_on_with_its_weights_and_its_way_done(tmp_path):
    stopped = Progress(tmp_path / "teacher.progress")
    net = a_net(1)
    teach(net, stopped, 4)
    again = Progress(stopped.path)
    fresh = a_net(2)
    again.resume(fresh)
    assert again.done == stopped.done > 0
    assert again.average is not None
    for mine, kept in zip(net.parameters(), again.average.parameters(), strict=True):
        assert torch.equal(mine, kept)
    teach(fresh, again, 2)
    assert again.done > stopped.done


def test_the_mean_of_two_runs_lies_between_them(tmp_path):
    paths = [tmp_path / "a.pt", tmp_path / "b.pt"]
    for seed, path in enumerate(paths):
        torch.save(a_net(seed).state_dict(), path)
    mean = mean_of(paths)["out.weight"]
    assert torch.allclose(mean, (a_net(0).out.weight + a_net(1).out.weight) / 2)
