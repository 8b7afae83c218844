"""What agencies write and an engine reads wrongly: storms, inhabitants, clubs, courts, inflected names.

Each line is what the engine found, half sure of it; beside it stands what a reader is shown.
"""

import pytest

from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.german_endings import standing_alone
from lesart.analysis.entities.merging import entities_from
from name_model.tagged import parse_tagged

HALF_SURE = 0.7
SPACE = " "


def shown(tagged, language):
    """Kind, surface and the name shown, as "KIND surface = name", for every mention."""
    text, spans = parse_tagged(tagged)
    found = entities_from(text, [NameCandidate(*span, HALF_SURE) for span in spans], language)
    return {f"{e.kind} {m.surface} = {e.name}" for e in found for m in e.mentions}


@pytest.mark.parametrize(
    ("language", "tagged", "names"),
    [
        (
            "de",
            "[PER Orkan Zeynep] kam. [LOC Zeyneps] Böen trafen [LOC Jever].",
            {
                "EVENT Orkan Zeynep = Orkan Zeynep",
                "EVENT Zeyneps = Orkan Zeynep",
                "LOC Jever = Jever",
            },
        ),
        (
            "en",
            "[EVENT Tropical Storm] [PER Chantal] grew. [PER Chantal] killed two.",
            {
                "EVENT Tropical Storm Chantal = Tropical Storm Chantal",
                "EVENT Chantal = Tropical Storm Chantal",
            },
        ),
        (
            "fr",
            "La [EVENT tempête Benjamin] passe. [PER Benjamin] faiblit.",
            {"EVENT tempête Benjamin = tempête Benjamin", "EVENT Benjamin = tempête Benjamin"},
        ),
        (
            "es",
            "El [EVENT huracán Beryl] llegó; [LOC Beryl] no mató.",
            {"EVENT huracán Beryl = huracán Beryl", "EVENT Beryl = huracán Beryl"},
        ),
        (
            "en",
            "[EVENT Hurricane Ida] hit. [PER Ida Wells] fled; [PER Ida] came back.",
            {
                "EVENT Hurricane Ida = Hurricane Ida",
                "PER Ida Wells = Ida Wells",
                "PER Ida = Ida Wells",
            },
        ),
        (
            "de",
            "Der [ORG Sturm Graz] siegt in [LOC Linz].",
            {"ORG Sturm Graz = Sturm Graz", "LOC Linz = Linz"},
        ),
    ],
)
def test_what_a_text_calls_a_storm_is_nobody_by_its_short_name(language, tagged, names):
    assert shown(tagged, language) == names


@pytest.mark.parametrize(
    ("language", "tagged", "names"),
    [
        (
            "de",
            "Die [LOC Grönländer] und die [LOC Filipinos] wählen in [LOC Nuuk].",
            {"LOC Nuuk = Nuuk"},
        ),
        (
            "de",
            "Die [EVENT Polin Iga Świątek] schlug die [PER Britin Emma Raducanu].",
            {"PER Iga Świątek = Iga Świątek", "PER Emma Raducanu = Emma Raducanu"},
        ),
        ("de", "Es sprach [PER Wiener], dann [PER Huber].", {"PER Wiener", "PER Huber"}),
        ("de", "In [LOC Hannover] und [LOC Weimar].", {"LOC Hannover", "LOC Weimar"}),
        ("en", "[PER Danes] and [LOC Floridians] met in [LOC Tampa].", {"LOC Tampa"}),
        ("en", "[PER Sanders] left [LOC Athens].", {"PER Sanders", "LOC Athens"}),
        ("fr", "Les [LOC Danois] et les [LOC Bretons] de [LOC Brest].", {"LOC Brest"}),
        (
            "fr",
            "Le [LOC Brésilien] quitte les [LOC Ardennes].",
            {"LOC Ardennes"},
        ),
    ],
)
def test_inhabitants_are_nobody_and_names_like_theirs_stay(language, tagged, names):
    assert shown(tagged, language) == {
        n if "=" in n else f"{n} = {n.partition(SPACE)[2]}" for n in names
    }


@pytest.mark.parametrize(
    ("language", "tagged", "names"),
    [
        (
            "de",
            "[ORG VfL Osnabrück] verlor 0:2. [LOC Kiel] gewann in [LOC Aalen] gegen [LOC Ulm].",
            {"ORG VfL Osnabrück", "ORG Kiel", "LOC Aalen", "ORG Ulm"},
        ),
        (
            "en",
            "The [ORG Chicago Bears] lost. [LOC Dallas] beat [LOC Denver] 20-3 in [LOC Dallas].",
            {"ORG Chicago Bears", "ORG Dallas", "LOC Dallas", "ORG Denver"},
        ),
        (
            "fr",
            "L'[ORG Olympique lyonnais] gagne 2-0. [LOC Lyon] jubile, à [LOC Lyon] on chante.",
            {"ORG Olympique lyonnais", "ORG Lyon = Olympique lyonnais", "LOC Lyon"},
        ),
        (
            "es",
            "El [ORG Real Oviedo] cayó 1-0 ante el [LOC Mallorca] en [LOC Palma].",
            {"ORG Real Oviedo", "ORG Mallorca", "LOC Palma"},
        ),
        ("de", "[LOC Kiel] gewann den Preis für Radwege.", {"LOC Kiel"}),
        (
            "en",
            "The [ORG Chicago Bears] lost 3-20. [LOC Germany] beat [LOC Ghana].",
            {"ORG Chicago Bears", "LOC Germany", "LOC Ghana"},
        ),
    ],
)
def test_towns_that_play_are_clubs_where_a_match_is_told_of(language, tagged, names):
    assert shown(tagged, language) == {
        n if "=" in n else f"{n} = {n.partition(SPACE)[2]}" for n in names
    }


@pytest.mark.parametrize(
    ("language", "tagged", "names"),
    [
        (
            "de",
            "[PER Lee Jae-myung] kam. [LOC Lees] Frau blieb.",
            {"PER Lee Jae-myung", "PER Lees = Lee Jae-myung"},
        ),
        (
            "de",
            "[PER Hendrik Wüst] lud ein. [LOC Wüsts] Kabinett kam.",
            {"PER Hendrik Wüst", "PER Wüsts = Hendrik Wüst"},
        ),
        ("de", "[PER Kiews] Heer rückt vor.", {"LOC Kiews = Kiew"}),
        ("de", "Das liegt in [LOC Paris].", {"LOC Paris"}),
        ("en", "[PER Washington] will not pay.", {"LOC Washington"}),
        (
            "en",
            "[PER Denzel Washington] acts. [PER Washington] smiles.",
            {"PER Denzel Washington", "PER Washington = Denzel Washington"},
        ),
        (
            "en",
            "[PER Deborah Turness] quit. [LOC Turness] denied it.",
            {"PER Deborah Turness", "PER Turness = Deborah Turness"},
        ),
        (
            "fr",
            "[PER Bart De Wever] refuse. De [PER Wever] hésite.",
            {"PER Bart De Wever", "PER De Wever = Bart De Wever"},
        ),
        (
            "es",
            "[PER Álvaro García Ortiz] habló. [PER García Ortiz] calla.",
            {"PER Álvaro García Ortiz", "PER García Ortiz = Álvaro García Ortiz"},
        ),
        ("de", "Es kam Keir [PER Starmer].", {"PER Keir Starmer"}),
        ("fr", "[PER Me Jean Moyart] plaide.", {"PER Jean Moyart"}),
        ("de", "Es kam [PER Ludwig Hartmann von den] Grünen.", {"PER Ludwig Hartmann"}),
        (
            "fr",
            "[PER Issa Tchiroma Bakary] perd. [LOC Tchiroma] fuit.",
            {"PER Issa Tchiroma Bakary", "PER Tchiroma = Issa Tchiroma Bakary"},
        ),
    ],
)
def test_people_are_told_by_their_full_names(language, tagged, names):
    assert shown(tagged, language) == {
        n if "=" in n else f"{n} = {n.partition(SPACE)[2]}" for n in names
    }


@pytest.mark.parametrize(
    ("language", "tagged", "names"),
    [
        (
            "fr",
            "Le conseil régional d'[LOC Occitanie] vote.",
            {"ORG conseil régional d'Occitanie"},
        ),
        ("fr", "La procureure de la [ORG République de Brest] enquête.", {"LOC Brest"}),
        ("fr", "Le garde des [ORG Sceaux] et un [EVENT coup d]'État.", set()),
        (
            "fr",
            "La [ORG Ligue des droits de l]'homme proteste.",
            {"ORG Ligue des droits de l'homme"},
        ),
        ("es", "La minera [PER Samarco] paga.", {"ORG Samarco"}),
        ("es", "La [ORG Fiscalía], dice [LOC Iberdrola].", {"ORG Fiscalía", "ORG Iberdrola"}),
        ("en", "The [EVENT World Food Programme] warns.", {"ORG World Food Programme"}),
        ("en", "[LOC U.S. District] Judge [PER Ann Lee] ruled.", {"LOC U.S.", "PER Ann Lee"}),
        ("en", "A [ORG McDonald]'s opened.", {"ORG McDonald's"}),
        ("en", "It fined [PER X].", {"ORG X"}),
        ("de", "Am [ORG Frankfurter Kreuz] brennt es.", {"LOC Frankfurter Kreuz"}),
        ("de", "Das [ORG Rote Kreuz] hilft.", {"ORG Rote Kreuz = Rotes Kreuz"}),
        ("de", "Den 1. [ORG FC Union] besiegt.", {"ORG 1. FC Union"}),
        ("de", "Die Partei [LOC Tisza] führt.", {"ORG Tisza"}),
        ("de", "In der [ORG Europa League].", {"EVENT Europa League"}),
        ("en", "[LOC Tampa] ([LOC AP]) — Rain.", {"LOC Tampa", "ORG AP"}),
        (
            "de",
            "Die NRW-Wahl bei [ORG Verbraucherzentrale Bundesverband].",
            {"ORG Verbraucherzentrale Bundesverband"},
        ),
        ("fr", "Un [LOC Syrien] et vingt [LOC Occidentaux] à [LOC Alep].", {"LOC Alep"}),
        ("de", "Die US-Armee und [LOC Österreich-][LOC Ungarn].", {"LOC Österreich-Ungarn"}),
    ],
)
def test_offices_firms_and_roads_are_told_by_the_words_around_them(language, tagged, names):
    assert shown(tagged, language) == {
        n if "=" in n else f"{n} = {n.partition(SPACE)[2]}" for n in names
    }


@pytest.mark.parametrize(
    ("in_text", "alone"),
    [
        ("Deutschen Bank", "Deutsche Bank"),
        ("Roten Kreuzes", "Rotes Kreuz"),
        ("Bayerischen Rundfunks", "Bayerischer Rundfunk"),
        ("Statistische Bundesamt", "Statistisches Bundesamt"),
        ("Vereinten Nationen", "Vereinte Nationen"),
        ("Olympischen Spielen", "Olympische Spiele"),
        ("Zweiten Weltkriegs", "Zweiter Weltkrieg"),
        ("Neuen Zürcher Zeitung", "Neue Zürcher Zeitung"),
        ("Technischen Universität München", "Technische Universität München"),
        ("Volkswagen Bank", "Volkswagen Bank"),
        ("Neuen Mitte", "Neuen Mitte"),
        ("Hessen Forst", "Hessen Forst"),
        ("Bremer Senat", "Bremer Senat"),
    ],
)
def test_german_names_are_shown_as_they_stand_alone(in_text, alone):
    assert standing_alone(in_text) == alone
