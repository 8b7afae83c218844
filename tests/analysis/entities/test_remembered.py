"""A sentence that was read lately is not read again, and its names are the same."""

import pytest

from lesart.analysis.entities import network
from lesart.analysis.entities.network import Network

FIRST = "Angela Merkel kam nach Berlin. Siemens baut in Madrid ein Werk."
COPY = "Aus Bremen. Siemens baut in Madrid ein Werk. Angela Merkel kam nach Berlin."


class Counting:
    """The encoder's runtime, and how many sentences it was given."""

    def __init__(self, session):
        self.session, self.read = session, 0

    def run(self, wanted, given):
        self.read += len(given["mask"])
        return self.session.run(wanted, given)


@pytest.fixture(scope="module")
def counting():
    encoder = Network.load(threads=1)
    encoder._session = Counting(encoder._session)
    return encoder


def names(encoder, text):
    return [(text[c.start : c.end], c.kind) for c in encoder.find(text, "de")]


def test_an_agencys_copy_is_read_once_and_says_the_same_names_at_its_own_places(counting):
    assert names(counting, FIRST) == [
        ("Angela Merkel", "PER"), ("Berlin", "LOC"), ("Siemens", "ORG"), ("Madrid", "LOC"),
    ]  # fmt: skip
    read = counting._session.read
    assert names(counting, COPY)[-4:] == [
        ("Siemens", "ORG"), ("Madrid", "LOC"), ("Angela Merkel", "PER"), ("Berlin", "LOC"),
    ]  # fmt: skip
    assert counting._session.read == read + 1  # only "Aus Bremen."


def test_only_the_newest_sentences_are_remembered(counting, monkeypatch):
    monkeypatch.setattr(network, "_REMEMBERED", 2)
    for text in (
        "Anna fuhr nach Ulm.",
        "Anna fuhr nach Köln.",
        "Anna fuhr nach Ulm.",
        "Anna fuhr nach Bonn.",
    ):
        names(counting, text)
    read = counting._session.read
    assert names(counting, "Anna fuhr nach Ulm.") == [("Anna", "PER"), ("Ulm", "LOC")]
    assert counting._session.read == read
    names(counting, "Anna fuhr nach Köln.")
    assert counting._session.read == read + 1
