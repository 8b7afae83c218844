"""Rules answer at once; with the encoder at hand a network says where it is surer than they are."""

import socket

import pytest

from lesart.analysis.engine import analyse, analyse_figures, version
from lesart.analysis.entities import EngineUnavailable
from lesart.analysis.figure_head import refined, refining
from lesart.analysis.figure_head.head import Head
from lesart.analysis.figures import find_figures

NAMED = [
    ("en", "The council's legal bill ballooned past £2m.", "£2m", "legal bill"),
    (
        "en", "What the council collects in parking fees has nearly halved, to $1.4 million.",
        "$1.4 million", "parking fees",
    ),
    ("de", "Die Schulden der Stadt haben sich auf 40 Millionen Euro aufgetürmt.", "40 Millionen Euro", "Schulden"),
    ("de", "Verschlungen hat der Umbau des Bahnhofs 12 Millionen Euro.", "12 Millionen Euro", "Umbau"),
    ("fr", "Le chantier du tramway a englouti 340 millions d'euros.", "340 millions d'euros", "chantier"),
    (
        "es", "La reforma del puerto se llevará 25 millones de euros.",
        "25 millones de euros", "reforma del puerto",
    ),
]  # fmt: skip
UNNAMED = [
    ("en", "He paid $3m and left."),
    ("en", "About 40% did not answer."),
    ("de", "Rund 3 Millionen Euro hat er verloren."),
    ("de", "Knapp 60 Prozent gingen dabei leer aus."),
    ("fr", "Près de 30 % ont refusé."),
    ("es", "Un 30 % no contestó."),
]
BILL = NAMED[0][1]


@pytest.mark.parametrize(("language", "text", "surface", "noun"), NAMED)
def test_a_noun_that_no_rule_finds_is_told_with_the_network(language, text, surface, noun):
    first = {f.surface: f.noun for f in analyse_figures(text, language=language).figures}
    then = {f.surface: f.noun for f in analyse(text, language=language).figures}
    assert first[surface] != noun, "the rules have learnt it; take another sentence"
    assert then[surface] == noun


@pytest.mark.parametrize(("language", "text"), UNNAMED)
def test_where_the_text_names_nothing_the_network_is_silent_too(language, text):
    assert [figure.noun for figure in analyse(text, language=language).figures] == [""]


def test_what_the_rules_are_right_about_stays():
    text = "Der Umsatz stieg um 5 Prozent auf 3 Milliarden Euro. 400 Beschäftigte streikten."
    assert analyse(text, language="de").figures == analyse_figures(text, language="de").figures


def test_a_noun_keeps_the_word_that_makes_it_another_amount():
    text = "En abril la tasa de paro juvenil en Italia fue del 21,3 %."
    assert analyse(text, language="es").figures[-1].noun == "tasa de paro juvenil"


def test_what_differs_from_a_plan_has_not_changed_whatever_the_network_thinks():
    text = (
        "Am Stichtag, dem 15. Mai, lebten in Deutschland 82,7 Millionen Menschen. Das sind rund "
        "1,4 Millionen weniger, als die amtliche Fortschreibung bis dahin angenommen hatte."
    )
    [_people, fewer] = [one for one in analyse(text, language="de").figures if one.kind == "count"]
    assert (fewer.noun, fewer.role, fewer.change) == ("Menschen", "delta", "")


def test_ages_dates_and_tables_are_the_rules_own(monkeypatch):
    text = "Ada, 34 Jahre alt, kam am 3. Mai.\n\nLand | Anteil\nPeru | 4 %\nChile | 5 %\n"
    monkeypatch.setattr(Head, "load", _never)
    assert refined(text, "de", find_figures(text, "de")) == find_figures(text, "de")


def test_only_the_figures_of_a_table_are_its_own(monkeypatch):
    text = f"Paid | £5m\n{BILL}\nOwed | £7m\nA toll\t£3\n{BILL}"
    seen = []
    monkeypatch.setattr(
        refining, "_told", lambda _text, one, _reading: seen.append(one.surface) or one
    )
    refined(text, "en", find_figures(text, "en"))
    assert seen == ["£2m", "£2m"]


def test_a_text_in_one_line_is_looked_at_once_not_once_for_each_figure():
    """Looking for the line of each figure took 36 seconds of one line of 430,000 characters."""

    class Counted(str):
        looked_at = 0

        def rfind(self, *args):
            Counted.looked_at += 1
            return super().rfind(*args)

    text = Counted("Der Umsatz stieg um 5 Prozent. " * 50 + "A | 3 %")
    figures = find_figures(str(text), "de")
    assert refining._that_may_measure(text, figures) == []
    assert Counted.looked_at == 1


def _never(*_args):
    raise AssertionError("nothing here is for the network")


def test_without_the_networks_weights_the_rules_answer_stays(monkeypatch):
    def missing(_threads):
        raise EngineUnavailable("FileNotFoundError")

    monkeypatch.setattr(Head, "load", missing)
    assert analyse(BILL, language="en").figures == analyse_figures(BILL, language="en").figures


def test_without_the_encoder_the_rules_answer_stays(monkeypatch):
    def missing(_name):
        raise EngineUnavailable("onnxruntime is not installed.")

    monkeypatch.setattr(refining, "engine_named", missing)
    figures = find_figures(BILL, "en")
    assert refined(BILL, "en", figures) == figures


def test_who_wants_no_network_for_names_has_none_for_figures(monkeypatch):
    monkeypatch.setattr(Head, "load", _never)
    found = analyse(BILL, language="en", names="rules")
    assert found.figures == analyse_figures(BILL, language="en").figures


def test_the_same_text_gets_the_same_answer_and_nobody_is_asked_for_it(monkeypatch):
    def refuse(*_args):
        raise AssertionError("figures are read on this machine")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    once, again = analyse(BILL, language="en"), analyse(BILL, language="en")
    assert once == again
    assert once.engine == version()


def test_a_long_text_is_read_to_its_end():
    """Sentences are read in groups; a figure behind the first is read with those before it."""
    filler = "\n".join(f"Nobody knew the name of visitor {k} there." for k in range(150))
    text = f"{BILL}\n\n{filler}\n\n{BILL}"
    told = [f.noun for f in analyse(text, language="en").figures if f.kind == "money"]
    assert told == ["legal bill", "legal bill"]
