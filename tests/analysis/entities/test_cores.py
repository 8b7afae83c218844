"""Several cores read a text sooner, and find the same in it as one."""

import os
import threading

import pytest

from lesart.analysis.entities.network import Network

SENTENCES = (
    "Angela Merkel kam am {} Mai nach Berlin.",
    "Siemens baut in Madrid ein Werk, das {} Leute beschäftigt und der Stadt viel Geld bringt.",
    "In Husum liegen {} Boote.",
    "The mayor of Oslo, Kari Nordmann, told the BBC that {} houses stand empty since the winter.",
)
TEXT = "\n".join(SENTENCES[k % 4].format(k * 3 + 2) for k in range(120))


class Counting:
    """The encoder's runtime, and how many of its runs were at work at once.

    The first run waits until a second has begun: with one at a time it would wait in vain.
    """

    def __init__(self, session):
        self.session, self.now, self.most = session, 0, 0
        self.changed = threading.Condition()

    def run(self, wanted, given):
        with self.changed:
            self.now += 1
            self.most = max(self.most, self.now)
            self.changed.notify_all()
            self.changed.wait_for(lambda: self.most > 1, timeout=20)
        try:
            return self.session.run(wanted, given)
        finally:
            with self.changed:
                self.now -= 1


def test_two_cores_read_at_once_and_find_the_same_names_as_one():
    alone, both = Network.load(threads=1), Network.load(threads=2)
    runs = Counting(both._session)
    both._session = runs
    names = both.find(TEXT, "de")
    assert names == alone.find(TEXT, "de")
    assert len(names) > 200
    assert runs.most == 2


@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="this system does not tell")
def test_a_process_that_may_use_one_core_reads_with_one(monkeypatch):
    for cores, threads in (({0}, 1), ({0, 1}, 2), ({0, 1, 2, 3}, 2)):
        monkeypatch.setattr(os, "sched_getaffinity", lambda _process, cores=cores: cores)
        assert Network.load().threads == threads
