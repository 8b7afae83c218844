"""Around a figure the sentence says how sure it is, what it changed and who tells: never more than that."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from tests.analysis.figures.telling import told

QUALIFIED = {
    "en": {
        # a negation turns what it stands before …
        "The mercury did not fall below 28 degrees.": "28 at_least",
        "The mercury never fell below 28 degrees.": "28 at_least",
        "The mercury fell below 28 degrees.": "28 less_than",
        "Attendance did not rise above 300 people.": "300 at_most",
        "It isn't more than 20 kilometres.": "20 at_most",
        "It wasn’t more than 20 kilometres.": "20 at_most",
        "They cannot take more than 40 boats.": "40 at_most",
        # … unless another word takes it, or it stands in another clause, or far away
        "Not only more than 300 boats sank.": "300 more_than",
        "Not all of more than 30 guests came.": "30 more_than",
        "They did not, on more than 30 days, open.": "30 more_than",
        "He has not been seen again by more than 30 guests.": "30 more_than",
        "They did not want about 20 boats.": "20 approx",
        "They did not lose almost 20 boats.": "20 just_under",
        # signs
        "~300 boats sank.": "300 approx", "≈ 300 boats sank.": "300 approx",
        "±300 boats sank.": "300 approx", ">300 boats sank.": "300 more_than",
        "<300 boats sank.": "300 less_than", "≥300 boats sank.": "300 at_least",
        "≤300 boats sank.": "300 at_most", "300+ boats sank.": "300 at_least",
        "300 boats sank.": "300 exact", "The fleet of 300 + 20 boats sank.": "300 exact",
        # behind the figure, with its noun between or without
        "300 boats or more sank.": "300 at_least", "300 or fewer boats sank.": "300 at_most",
        "300 boats or fewer sank.": "300 at_most",
        "About 300 boats or more sank.": "300 at_least",
        "More than 300 boats, or so they say, sank.": "300 more_than",
        "The 300 sold boats or more sank.": "300 exact",
        # the one that says something wins over the one that says exactly
        "Exactly about 30 boats sank.": "30 approx", "Only at least 30 boats sank.": "30 at_least",
        "Only just about 30 boats sank.": "30 approx", "About exactly 30 boats sank.": "30 approx",
        "They sank 300. At least he swam.": "300 exact",
        "More than about 30 boats sank.": "30 approx",
        "The 300 were at most tired.": "300 exact",
        # words that qualify a number only where they can mean nothing else
        "They spoke over two days about over two themes.": "2 exact",
        "Over 13 boats sank.": "13 more_than", "They ruled over 12 towns.": "12 exact",
        "The town rose to at most 30 boats.": "30 at_most",
        "Sales rose to 30 boats.": "30 exact",
        "More than half the boats sank.": "0.5 more_than",
    },
    "de": {
        "Die Temperatur fiel nicht unter 28 Grad.": "28 at_least",
        "Die Temperatur fiel nie unter 28 Grad.": "28 at_least",
        "Die Temperatur fiel unter 28 Grad.": "28 less_than",
        "Die Zahl stieg nicht über 300 Gäste.": "300 at_most",
        "Es kamen nicht mehr als 30 Gäste.": "30 at_most",
        "Er zahlte niemals mehr als 30 Euro.": "30 at_most",
        "Nicht nur mehr als 300 Boote sanken.": "300 more_than",
        "Nicht alle von mehr als 30 Gästen kamen.": "30 more_than",
        "Er kam nicht, mehr als 30 Gäste gingen.": "30 more_than",
        "Er redet über zwei Themen.": "2 exact", "Über zwölf Themen redete er.": "12 exact",
        "Über 13 Themen redete er.": "13 more_than", "Über 200 Themen redete er.": "200 more_than",
        "Über zwei Millionen Menschen kamen.": "2000000 more_than",
        "Er verfügt über 61 der 119 Sitze.": "61 exact", "Er verfügt über 200 Sitze.": "200 exact",
        "Verfügen kann er jetzt über 200 Sitze.": "200 exact",
        "Umfrage unter 1000 Menschen.": "1000 exact",
        "Er herrscht über 61 der 119 Orte.": "61 exact",
        "Kinder unter neun Jahren zahlen nichts.": "9 less_than",
        "Ab 61 der 119 Sitze reicht es.": "61 at_least",
        "Über 61 Prozent der Sitze sind leer.": "61 more_than",
        "Reiste über neun Jahre durch das Land.": "9 exact",
        "Ab 100 Gästen gilt das.": "100 at_least", "Ab 13 Gästen gilt das.": "13 at_least", "Ab 12 Gästen gilt das.": "12 exact",
        "Preise ab 5 Euro.": "5 at_least",
        "Die Zahl stieg auf über 300 Gäste.": "300 more_than",
        "Seit über neun Jahren wartet er.": "9 more_than",
        "Er reiste über neun Jahre durch das Land.": "9 exact",
        "Über neun Jahre wartete er.": "9 more_than",
        "Knapp die Hälfte der Boote sank.": "0.5 just_under",
        "Mehr als die Hälfte der Boote sank.": "0.5 more_than",
    },
    "fr": {
        "La température n'est pas descendue au-dessous de 28 degrés.": "28 at_least",
        "Il n'y a pas plus de 30 invités.": "30 at_most",
        "Il n'a jamais eu plus de 30 invités.": "30 at_most",
        "Il y a plus de 30 invités.": "30 more_than",
        "Pas seulement plus de 30 invités sont venus.": "30 more_than",
        "À peu près 8 invités sont venus.": "8 approx", "Vers 8 invités sont venus.": "8 exact",
        "Il y a ≈300 invités.": "300 approx", "Il y a >300 invités.": "300 more_than",
        "Il y a <300 invités.": "300 less_than", "Il y a ≥300 invités.": "300 at_least",
        "Il y a ≤300 invités.": "300 at_most", "Il y a ~300 invités.": "300 approx",
        "Plus de la moitié des invités sont venus.": "0.5 more_than",
    },
    "es": {
        "No hay más de 30 invitados.": "30 at_most", "Nunca hubo más de 30 invitados.": "30 at_most",
        "Hay más de 30 invitados.": "30 more_than", "Hay ±300 invitados.": "300 approx",
        "Hay hasta los 8 invitados.": "8 at_most",
        "No solo más de 30 invitados vinieron.": "30 more_than",
    },
}  # fmt: skip

SURE = {
    "en": {
        # with quotation marks or a filler in between, and several words in a row
        "More than perhaps 300 boats sank.": "300 more_than",
        '"At least" 300 boats sank.': "300 at_least", "“About” 300 boats sank.": "300 approx",
        'At least "300" boats sank.': "300 at_least", "Only just some about 300 boats sank.": "300 approx",
        "The “300” boats sank.": "300 exact", "Perhaps 300 boats sank.": "300 exact",
        # behind the number
        "Some 300-odd boats sank.": "300 approx", "300-odd boats sank.": "300 approx",
        "300-plus boats sank.": "300 at_least", "300-ish boats sank.": "300 approx",
        # what one speaks about, and what a way runs over
        "He spoke about 20 victims.": "20 exact", "The talks about 20 boats failed.": "20 exact",
        "She spoke at length there again about 20 victims.": "20 approx",
        "She spoke at length there about 20 victims.": "20 exact",
        "Talk turned to the boats, and about 20 victims came.": "20 approx",
        "About 20 victims spoke.": "20 approx",
        "The race is run over 42 kilometres.": "42 kilometres exact",
        "The race they won was over 42 kilometres.": "42 kilometres exact",
        "The race they won there was over 42 kilometres.": "42 kilometres more_than",
        "It is over 42 kilometres away.": "42 kilometres more_than",
        "It is more than 42 kilometres by the run.": "42 kilometres more_than",
        "They run more than 42 kilometres.": "42 kilometres more_than",
        # small plain counts, and how long something takes
        "Over 12 boats sank.": "12 exact", "Over 2 million boats sank.": "2 million more_than",
        "Under 3 per cent sank.": "3 per cent less_than", "It fell over 5 per cent.": "5 per cent more_than",
        "Over two days it rained.": "two days more_than", "It rained over two days.": "two days exact",
        "It lasted over two days.": "two days more_than", "It took more than two days.": "two days more_than",
        "The survey over 200 homes ended.": "200 exact", "The tax over 200 homes ended.": "200 more_than",
        "A survey of more than 200 homes ended.": "200 more_than",
        # parts of a whole, with and without an article
        "Over half of them came.": "half more_than", "About a third of them came.": "a third approx",
        "About the third of them came.": "third exact", "More than a third came.": "a third more_than",
        "Nearly one in five came.": "one in five just_under",
        "Up to 5 per cent sank.": "5 per cent at_most", "Up to 300 boats sank.": "300 at_most",
        "Winds of up to 110 km/h blew.": "110 km/h at_most",
    },
    "de": {
        "Höchstens aber 60 Boote sanken.": "60 at_most", "Mindestens jedoch 60 Boote sanken.": "60 at_least",
        "Es sanken aber 60 Boote.": "60 exact",
        "„Bis zu“ 980 Boote sanken.": "980 at_most", "»Rund« 300 Boote sanken.": "300 approx",
        "Rund »300« Boote sanken.": "300 approx", "«Rund» 300 Boote sanken.": "300 approx",
        "Nur rund 300 Boote sanken.": "300 approx", "Rund die Hälfte sank.": "Hälfte approx",
        "Etwa ein Drittel sank.": "ein Drittel approx",
        # against, among, about, over
        "Gegen 14 Beschuldigte wird ermittelt.": "14 exact", "Gegen 99 Boote sanken.": "99 exact",
        "Gegen 100 Boote sanken.": "100 approx", "Gegen 14 Uhr kam er.": "14 Uhr approx",
        "Unter 100 Bewerbern war er der beste.": "100 exact", "Unter 100 Bewerber kamen.": "100 less_than",
        "Unter 100 neuen Booten war eines.": "100 less_than", "Unter 100 Euro kostet es.": "100 Euro less_than",
        "Er sprach über 20 Opfer.": "20 exact", "Es kamen über 20 Opfer.": "20 more_than",
        "Er sprach dort heute laut über 20 Opfer.": "20 exact",
        "Er sprach dort heute sehr laut über 20 Opfer.": "20 more_than",
        "Der Lauf führt über 42 Kilometer.": "42 Kilometer exact",
        "Er ist über 42 Kilometer lang.": "42 Kilometer more_than",
        "Über 65-Jährige kamen.": "65-Jährige more_than",
        "Sie verfügt über 300 Boote.": "300 exact", "Sie lacht über 300 Boote.": "300 more_than",
        "Verfügt die Stadt am Rand jetzt über 300 Boote.": "300 exact",
        "Verfügt die Stadt Husum am Rand jetzt über 300 Boote.": "300 more_than",
        "Über zwei Tage regnete es.": "zwei Tage more_than", "Es regnete über zwei Tage.": "zwei Tage exact",
        "Es dauerte über zwei Tage.": "zwei Tage more_than",
        "Die Umfrage über 200 Häuser endete.": "200 exact",
        # an upper end that is no way from one number to another
        "Böen bis 110 km/h sind möglich.": "110 km/h at_most", "Preise bis 300 Euro.": "300 Euro at_most",
        "Sie stiegen bis 300 Euro.": "300 Euro exact", "Bis 300 Euro kostet es.": "300 Euro exact",
        "Preise, bis 300 Euro.": "300 Euro exact", "Er kam bis 300 Boote.": "300 exact",
        "Er stieg um bis zu 300 Euro.": "300 Euro at_most", "Er stieg auf über 300 Euro.": "300 Euro more_than",
    },
    "fr": {
        "Vers 300 bateaux sont venus.": "300 approx", "Vers deux heures il est venu.": "deux heures approx",
        "Au moins « 300 » bateaux ont coulé.": "300 at_least",
        "« Près de » 300 bateaux ont coulé.": "300 just_under",
        "Près de la moitié a coulé.": "moitié just_under", "À peine un tiers a coulé.": "un tiers just_under",
        "Jusqu'à 300 bateaux ont coulé.": "300 at_most",
    },
    "es": {
        "Hacia 300 barcos vinieron.": "300 approx", "Al menos «300» barcos se hundieron.": "300 at_least",
        "«Casi» 300 barcos se hundieron.": "300 just_under", "Casi la mitad se hundió.": "mitad just_under",
        "Hasta 300 barcos se hundieron.": "300 at_most", "Hasta 5 % se hundió.": "5 % at_most",
    },
}  # fmt: skip
"""Surface and qualifier of the first figure: what a preposition or a quotation mark may hide."""


CHANGED = {
    "en": {
        "Costs rose by 5 per cent to 30 million euros.": ["rise_by", "rise_to"],
        "Sales fell from 500 to 400 units.": ["from", "fall_to"],
        "Sales fell from 500 units.": ["from"],
        "Sales fell 5 per cent.": ["fall_by"], "Sales fell 300 million euros.": ["fall_by"],
        "The tower grew 30 metres.": ["rise_by"], "Sales rose 30 boats.": ["rise_by"],
        "It lost 5 kilogrammes.": ["fall_by"], "Sales grew two days later.": [""],
        "Unemployment dropped by a fifth.": ["fall_by"],
        "Shares were up 3 per cent.": ["rise_by"], "Shares: minus 3 per cent.": ["fall_by"],
        "Temperatures fell below 28 degrees.": ["fall_to"],
        "Shares rose above 300 euros.": ["rise_to"],
        "The price rose by more than 5 per cent.": ["rise_by"],
        "The price rose more than 5 per cent.": ["rise_by"],
        "Sales rose to ±300 boats.": ["rise_to"], "Sales rose to about 300 boats.": ["rise_to"],
        # nothing changes
        "Shares rose when they sold 30 boats.": [""],
        "Unemployment stood at 5 per cent.": [""],
        "Sales rose. They counted 400 units.": [""],
        "Sales rose; at 400 units, they closed.": [""],
        "Temperatures did not fall by 5 degrees.": [""],
        "Temperatures never rose above 28 degrees.": [""],
        "Prices rose not by 5 per cent.": [""],
        "Prices not only rose by 5 per cent.": ["rise_by"],
    },
    "de": {
        "Die Kosten stiegen um 5 Prozent auf 30 Millionen Euro.": ["rise_by", "rise_to"],
        "Die Zahl sank von 500 auf 400 Betriebe.": ["from", "fall_to"],
        "Um 5 Prozent sind die Kosten gestiegen.": ["rise_by"],
        "Um 5 Prozent sind die Kosten gesunken.": ["fall_by"],
        "Um 5 Prozent sind die Kosten nicht gestiegen.": [""],
        "Die Kosten sind nicht um 5 Prozent gestiegen.": [""],
        "Die Kosten stiegen nicht um 5 Prozent.": [""],
        "Die Temperatur fiel nicht unter 28 Grad.": [""],
        "Die Temperatur fiel unter 28 Grad.": ["fall_to"],
        "Um 5 Prozent. Die Kosten sind gestiegen.": [""],
        "Um 5 Prozent sind die hohen und immer wieder neuen Kosten der alten kleinen Stadt gestiegen.":
            ["rise_by"],
    },
    "fr": {
        "Les prix ont augmenté de 5 % à 30 euros.": ["rise_by", "rise_to"],
        "Les prix ont augmenté de 5 %.": ["rise_by"],
        "Les prix n'ont pas augmenté de 5 %.": [""],
        "Le nombre est passé de 50 à 30 euros.": ["from", "fall_to"],
        "La part a baissé de 5 euros à 3 euros.": ["from", "fall_to"],
        "La part a baissé de 5 euros à un peu plus de 3 euros.": ["from", "fall_to"],
        "La part a baissé de 5 euros. Elle est à 3 euros.": ["fall_by", ""],
    },
    "es": {
        "Los precios subieron un 5 % hasta 30 euros.": ["rise_by", "rise_to"],
        "Los precios cayeron de 50 a 30 euros.": ["from", "fall_to"],
        "Los precios no subieron un 5 %.": [""],
    },
}  # fmt: skip

ATTRIBUTED = {
    "en": {
        "According to the police, 400 people came.": "the police",
        "According to Mary Smith of the union, 400 people came.": "Mary Smith",
        "According to all of 400 people, it rained.": "",
        "400 people came, the mayor said.": "the mayor",
        "400 people came, said mayor Anna Lund of Oslo.": "mayor Anna Lund of Oslo",
        "“400 people came” said Anna Lund.": "Anna Lund",
        "The mayor said 400 people came.": "The mayor",
        "On Wednesday the mayor said 400 people came.": "the mayor",
        "On Wednesday said Anna Lund 400 people came.": "Anna Lund",
        "Said Anna Lund: 400 people came.": "Anna Lund",
        "Nobody counted the 400 people.": "",
        "Anna Lund spoke. 400 people came.": "",
        "400 people came. Anna Lund said so.": "",
        "400 people came, she said.": "",
        "400 people came, Lund said.": "Lund",
        "400 people came, officials said.": "officials",
        "The union, Lund said 400 people came.": "Lund",
        "Airbus A380 said 400 people came.": "Airbus A380",
        "It rained and Lund said 400 people came.": "Lund",
        "400 people came, said Airbus A380 today.": "Airbus A380",
        "In a long and very cold night more than 400 people came, said Anna Lund\n\n"
        "Berg Holm is a town.": "Anna Lund",
        "In 2011 said Anna Lund 400 people came.": "Anna Lund",
        "‘400 people came’ said Anna Lund.": "Anna Lund",
        '"400 people came" said Anna Lund.': "Anna Lund",
        "According to Wednesday, 400 people came.": "",
        "A long headline without a full stop about an old harbour town in the north\n\n"
        "Lund said 400 people came.": "Lund",
        # no name is longer than six words
        "400 people came, said Anna Maria Lund Berg Holm Dahl.": "Anna Maria Lund Berg Holm Dahl",
        "400 people came, said Anna Maria Lund Berg Holm Dahl Moe.":
            "Anna Maria Lund Berg Holm Dahl",
        "400 people came, Anna Maria Lund Berg Holm Dahl said.": "Anna Maria Lund Berg Holm Dahl",
        "400 people came, Ada Anna Maria Lund Berg Holm Dahl said.":
            "Anna Maria Lund Berg Holm Dahl",
    },
    "de": {
        "Laut Polizei kamen 400 Menschen.": "Polizei",
        "Nach Angaben der Polizei kamen 400 Menschen.": "Polizei",
        "Nach Angaben der neuen Polizei kamen 400 Menschen.": "neuen Polizei",
        "Der Polizei zufolge kamen 400 Menschen.": "Der Polizei",
        "400 Menschen kamen, sagte Bürgermeisterin Anna Lund.": "Bürgermeisterin Anna Lund",
        "Im Oktober sagte Anna Lund, 400 Menschen seien gekommen.": "Anna Lund",
        "400 Menschen kamen, sagte Anna Lund vorsichtig.": "Anna Lund",
        "Anna Lund sagte, 400 Menschen seien gekommen.": "Anna Lund",
        "Nach dem Oktober kamen 400 Menschen.": "",
        "Laut eigenen mitgliedern kamen 400 Menschen.": "",
        "»400 Menschen kamen« sagte Anna Lund.": "Anna Lund",
        "„400 Menschen kamen“ sagte Anna Lund.": "Anna Lund",
        "Laut wurde es, als 400 Menschen kamen.": "",
    },
    "fr": {
        "Selon la police, 400 personnes sont venues.": "la police",
        "400 personnes sont venues.": "",
        "« 400 personnes sont venues » affirme Anna Lund.": "Anna Lund",
    },
    "es": {
        "Según la policía, 400 personas vinieron.": "la policía",
        "400 personas vinieron, dijo Anna Lund.": "Anna Lund",
        "Anna Lund dijo que vinieron 400 personas.": "Anna Lund",
    },
}  # fmt: skip


def _cases(table):
    return [(code, text, says) for code, cases in table.items() for text, says in cases.items()]


def _amounts(text, language):
    return [one for one in find_figures(text, language) if one.kind not in ("date", "time")]


@pytest.mark.parametrize(("language", "text", "says"), _cases(QUALIFIED))
def test_a_figure_is_as_sure_as_the_sentence(language, text, says):
    value, qualifier = says.split()
    figure = _amounts(text, language)[0] if "themes" not in text else _amounts(text, language)[-1]
    assert (str(figure.value), figure.qualifier) == (value, qualifier), told(figure)


@pytest.mark.parametrize(("language", "text", "says"), _cases(SURE))
def test_words_around_a_number_qualify_it_only_where_they_mean_that(language, text, says):
    figure = find_figures(text, language)[0]
    assert f"{figure.surface} {figure.qualifier}" == says


def test_what_is_counted_stands_behind_the_sign_of_more():
    [figure] = find_figures("300+ boats sank.", "en")
    assert told(figure) == "300+ | count 300 | at_least | boats"


@pytest.mark.parametrize(("language", "text", "says"), _cases(CHANGED))
def test_a_figure_tells_what_rose_or_fell(language, text, says):
    assert [figure.change for figure in _amounts(text, language)] == says


@pytest.mark.parametrize(("language", "text", "says"), _cases(ATTRIBUTED))
def test_a_figure_tells_who_says_so(language, text, says):
    assert {figure.attribution for figure in _amounts(text, language) if figure.value == 400} == {
        says
    }
