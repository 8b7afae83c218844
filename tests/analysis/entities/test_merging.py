"""Mentions become the right entities: one where they are one, two where they are two."""

import pytest

from lesart.analysis.entities import find_names
from lesart.analysis.entities.candidate import NameCandidate
from lesart.analysis.entities.merging import entities_from
from name_model.tagged import parse_tagged


def entities_of(tagged, language="de", title=""):
    text, spans = parse_tagged(tagged)
    return entities_from(text, [NameCandidate(a, b, kind) for a, b, kind in spans], language, title)


def groups_of(tagged, language="de"):
    """Every entity as its kind, its name and how often it is named."""
    return {(e.kind, e.name, len(e.mentions)) for e in entities_of(tagged, language)}


@pytest.mark.parametrize(
    ("language", "tagged", "groups"),
    [
        (
            "de",
            "[PER Barack Obama] kam. Präsident [PER Obama] sprach. [PER Obamas] Rede war kurz.",
            {("PER", "Barack Obama", 3)},
        ),
        (
            "de",
            "[PER US-Präsident Barack Obama] kam, [PER Obama] ging.",
            {("PER", "Barack Obama", 2)},
        ),
        (
            "de",
            "[PER Nouri al-Maliki] verhandelt. [PER Al-Maliki] schweigt, [PER Maliki] fährt heim.",
            {("PER", "Nouri al-Maliki", 3)},
        ),
        (
            "en",
            "[PER Bill Clinton] met [PER Hillary Clinton]. Then [PER Clinton] left.",
            {("PER", "Bill Clinton", 1), ("PER", "Hillary Clinton", 1), ("PER", "Clinton", 1)},
        ),
        (
            "de",
            "[PER Ursula von der Leyen] warb. [PER Von der Leyen] blieb. [PER Leyen] ging.",
            {("PER", "Ursula von der Leyen", 3)},
        ),
        (
            "en",
            "[PER George W. Bush] waved. [PER George Bush] smiled at [PER Mr. Bush].",
            {("PER", "George W. Bush", 3)},
        ),
        (
            "es",
            "[PER Pedro Sánchez Pérez] habló. [PER Sánchez] y [PER Pedro Sánchez] son uno.",
            {("PER", "Pedro Sánchez Pérez", 3)},
        ),
        (
            "en",
            "[PER Gerald Ford] drove a car built by [ORG Ford].",
            {("PER", "Gerald Ford", 1), ("ORG", "Ford", 1)},
        ),
        (
            "de",
            "[PER Anna Müller-Schmidt] widersprach [PER Schmidt].",
            {("PER", "Anna Müller-Schmidt", 1), ("PER", "Schmidt", 1)},
        ),
        (
            "de",
            "Die [ORG Weltgesundheitsorganisation] ([ORG WHO]) warnt. Die [ORG WHO] hofft.",
            {("ORG", "Weltgesundheitsorganisation", 3)},
        ),
        (
            "de",
            "Der [ORG Bund der Imker] ([ORG BDI]) tagt; [ORG BDI] heißt auch ein Verband.",
            {("ORG", "Bund der Imker", 3)},
        ),
        (
            "de",
            "Die [ORG Nordische Bank] und der Rat der [ORG Nordischen Bank] tagten mit [ORG Nordische Bank AG].",
            {("ORG", "Nordische Bank AG", 3)},
        ),
        (
            "de",
            "Der Norden des [LOC Iraks], die Grenze des [LOC Irak]: [LOC Irak] hofft.",
            {("LOC", "Irak", 3)},
        ),
        (
            "en",
            "[LOC Washington] said no. [ORG Washington] waits, [LOC Washington] talks on, as "
            "[LOC Washington] does.",
            {("LOC", "Washington", 4)},
        ),
        (
            "es",
            "La sede del [ORG Santander] no está en [LOC Santander].",
            {("ORG", "Santander", 1), ("LOC", "Santander", 1)},
        ),
        (
            "de",
            "Das [ORG Bundesamt für Statistik] zählt; Zahlen des [ORG Bundesamts für Statistik] fehlen.",
            {("ORG", "Bundesamt für Statistik", 2)},
        ),
        (
            "de",
            "[LOC BREXIT] KOMMT\nDer [EVENT Brexit] kommt.",
            {("EVENT", "Brexit", 2)},
        ),
        (
            "en",
            "[LOC LONDON] ([ORG Reuters]) - It rained.",
            {("LOC", "London", 1), ("ORG", "Reuters", 1)},
        ),
        (
            "en",
            "[LOC Moscow]-backed rebels left [LOC Kherson].",
            {("LOC", "Moscow", 1), ("LOC", "Kherson", 1)},
        ),
        (
            "de",
            "[PER Benedikt XVI.] betete. [PER Papst Benedikt XVI.] sprach.",
            {("PER", "Benedikt XVI.", 2)},
        ),
    ],
)
def test_names_of_one_are_one_and_of_two_stay_two(language, tagged, groups):
    assert groups_of(tagged, language) == groups


@pytest.mark.parametrize(
    ("language", "name", "key"),
    [
        ("de", "Irak", "LOC:IQ"),
        ("en", "Iraq", "LOC:IQ"),
        ("fr", "Irak", "LOC:IQ"),
        ("es", "Irak", "LOC:IQ"),
        ("de", "Deutschland", "LOC:DE"),
        ("en", "Germany", "LOC:DE"),
        ("fr", "Allemagne", "LOC:DE"),
        ("es", "Alemania", "LOC:DE"),
        ("en", "U.S.", "LOC:US"),
        ("de", "USA", "LOC:US"),
        ("de", "Kalifornien", "LOC:US-CA"),
        ("en", "California", "LOC:US-CA"),
    ],
)
def test_a_country_has_one_key_in_every_language(language, name, key):
    [entity] = entities_of(f"[LOC {name}]", language)
    assert entity.key == key


@pytest.mark.parametrize(
    ("kind", "one", "other"),
    [
        ("LOC", "München", "Munich"),
        ("LOC", "Mailand", "Milano"),
        ("LOC", "Moskau", "Moscow"),
        ("LOC", "Kiew", "Kyiv"),
        ("LOC", "Pekín", "Peking"),
        ("LOC", "Londres", "London"),
        ("LOC", "Venedig", "Venice"),
        ("LOC", "Neu-Delhi", "New Delhi"),
        ("LOC", "Falludscha", "Fallujah"),
        ("LOC", "Sizilien", "Sicily"),
        ("LOC", "Schwarzes Meer", "Black Sea"),
        ("ORG", "UN-Sicherheitsrat", "UN Security Council"),
        ("ORG", "Weißes Haus", "White House"),
        ("ORG", "Vereinte Nationen", "United Nations"),
        ("ORG", "OTAN", "Nato"),
    ],
)
def test_cities_and_great_organisations_share_a_key_across_languages(kind, one, other):
    [first] = entities_of(f"[{kind} {one}]")
    [second] = entities_of(f"[{kind} {other}]", "en")
    assert first.key == second.key
    assert first.key.startswith(f"{kind}:")


def test_half_a_german_compound_is_never_marked():
    assert groups_of("Der [LOC US]-Präsident sprach.") == set()
    assert groups_of("Der [LOC US]-Präsident verließ die [LOC USA].") == {("LOC", "USA", 1)}
    assert groups_of("Ein [PER Obama]-Berater lobte [PER Barack Obama].") == {
        ("PER", "Barack Obama", 1)
    }
    assert groups_of("Politiker von [ORG CDU]- und [ORG CSU]-Fraktion") == set()
    assert groups_of("Die Strecke [LOC Hamburg]-[LOC Berlin]") == {
        ("LOC", "Hamburg", 1),
        ("LOC", "Berlin", 1),
    }


@pytest.mark.parametrize(
    ("language", "tagged", "groups"),
    [
        ("de", "[PER Xi Jinping] kam. [PER Xi] blieb.", {("PER", "Xi Jinping", 2)}),
        (
            "en",
            "[PER Elise Brandt] spoke. [PER Brandt] left. Her brother [PER Tom Brandt] stayed.",
            {("PER", "Elise Brandt", 2), ("PER", "Tom Brandt", 1)},
        ),
        (
            "de",
            "Der [ORG FC Liverpool] siegte. [LOC Liverpool] jagt [ORG Arsenal] und fährt nach [LOC Liverpool].",
            {("ORG", "FC Liverpool", 2), ("ORG", "Arsenal", 1), ("LOC", "Liverpool", 1)},
        ),
        (
            "en",
            "[ORG Sacramento Kings] lost. [ORG Kings] fans wept.",
            {("ORG", "Sacramento Kings", 2)},
        ),
        (
            "en",
            "[ORG Manchester United] met [ORG Manchester City]. [ORG Manchester] slept.",
            {
                ("ORG", "Manchester United", 1),
                ("ORG", "Manchester City", 1),
                ("ORG", "Manchester", 1),
            },
        ),
        ("de", "[PER Katrin Moll] kam. Molls Hund blieb, sagte Moll.", {("PER", "Katrin Moll", 3)}),
        (
            "de",
            "[PER Katrin Moll] kam. Ein Moll-Akkord, ein Moll erklang.",
            {("PER", "Katrin Moll", 1)},
        ),
        ("de", "[LOC Londons] Bürgermeister kam.", {("LOC", "London", 1)}),
    ],
)
def test_the_rest_of_a_text_tells_who_is_meant(language, tagged, groups):
    assert groups_of(tagged, language) == groups


def test_a_whole_compound_is_a_name_of_its_own():
    assert groups_of("Die [ORG US-Armee] zog ab.") == {("ORG", "US-Armee", 1)}


def test_a_lone_surname_that_fits_two_people_is_unsure():
    found = entities_of("[PER Bill Clinton] met [PER Hillary Clinton]. [PER Clinton] left.", "en")
    assert [e.is_sure for e in found if e.name == "Clinton"] == [False]


def test_in_a_language_the_engine_was_not_taught_all_is_unsure():
    [entity] = entities_of("[PER Zsófia Kerekes] beszélt.", "hu")
    assert not entity.is_sure


def test_a_name_missed_in_one_sentence_is_found_by_its_words():
    [entity] = entities_of("[PER Mira Holm] kam. Später ging Mira Holm.", "de")
    assert [m.span.start for m in entity.mentions] == [0, 27]


def test_a_common_noun_taken_once_for_a_name_is_dropped():
    text = "Die [ORG Gemeinde] baut. Die Gemeinde plant. Die Gemeinde zahlt. Eine Gemeinde hofft."
    assert entities_of(text) == ()


def test_possessive_endings_and_quotes_are_no_part_of_a_name():
    [entity] = entities_of("[PER Mira Holm's] plan and “[PER Mira Holm”]", "en")
    assert {m.surface for m in entity.mentions} == {"Mira Holm"}


def test_the_story_s_names_come_first():
    found = entities_of(
        "[LOC Kuwait] öffnet die Grenze. [LOC Rom] auch. Und [PER Mira Holm] sagt, [PER Holm] bleibe.",
        title="Mira Holm bleibt",
    )
    assert next(e.name for e in found) == "Mira Holm"
    assert found[0].salience == 1.0
    assert all(0 < e.salience <= 1 for e in found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Islamabad", "Chittagong"),
        ("San José", "San Jose"),
        ("Venice", "Dayton"),
        ("Gaza", "Tunis"),
    ],
)
def test_two_cities_never_share_a_key(one, other):
    [first] = entities_of(f"[LOC {one}]", "en")
    [second] = entities_of(f"[LOC {other}]", "en")
    assert first.key != second.key


def test_a_compound_names_in_passing_whom_it_is_made_of():
    text = (
        "Der US-Präsident und die FDP-Generalsekretärin lobten Barack Obama und den Obama-Berater."
    )
    entities, in_passing, _ = find_names(text, "de")
    assert {e.name for e in entities} == {"Barack Obama"}
    assert {(e.key, e.mentions[0].surface) for e in in_passing} == {
        ("LOC:US", "US"),
        ("ORG:FDP", "FDP"),
        ("PER:barack obama", "Obama"),
    }
