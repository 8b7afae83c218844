"""Ways of telling what a number measures, a kind a table: each holds for words that stand in no table here."""

from __future__ import annotations

import pytest

from lesart.analysis.figures import find_figures
from lesart.model.figure import Figure
from tests.analysis.figures.telling import rows

KINDS = {
    "French says “de” of a start and of a step: what cannot have been the start is the step": {
        "fr": {
            "Le litre a augmenté de trois centimes à 1,84 euro.": [
                "trois centimes: litre, delta, rise_by", "1,84 euro: litre, to, rise_to"],
            "Le loyer a reculé de 40 euros à 610 euros.": [
                "40 euros: loyer, delta, fall_by", "610 euros: loyer, to, fall_to"],
            "Le chômage a reculé de 8,1 % à 7,9 %.": [
                "8,1 %: chômage, from, from", "7,9 %: chômage, to, fall_to"],
            "Le loyer est passé de 200 euros à 900 euros.": [
                "200 euros: loyer, from, from", "900 euros: loyer, to, rise_to"],
        },
    },
    "the age of a person is an age, the length of a thing is none": {
        "de": {
            "Ein 51-jähriger Fahrer hat 20-jährige Erfahrung.": ["51-jähriger: , age", "20-jährige: ,"],
            "Das Mädchen ist drei Jahre alt.": ["drei Jahre: , age"],
            "Die 19-Jährige siegte.": ["19-Jährige: , age"],
        },
        "en": {"The 22-year-old guard left.": ["22-year-old: , age"]},
        "fr": {
            "Un garçon de 6 ans a un contrat de 6 ans.": ["6 ans: , age", "6 ans: ,"],
            "La conductrice, âgée de 45 ans, dort.": ["45 ans: , age"],
        },
        "es": {"El delantero, de 24 años, marcó.": ["24 años: , age"]},
    },
    "how long somebody did something measures nobody": {
        "de": {
            "Danach stritten Bund und Länder acht Monate lang.": ["acht Monate: ,"],
            "Drei Tage lang brannte der Wald.": ["Drei Tage: ,"],
            "Der Film ist zwei Stunden lang.": ["zwei Stunden: Film, level"],
            "Die Brücke ist 90 Meter lang.": ["90 Meter: Brücke, level"],
        },
        "en": {"The film is two hours long.": ["two hours: film, level"]},
    },
    "a footnote mark behind a number is as if it were not there": {
        "de": {"45¹ Mitglieder kamen.": ["45: Mitglieder, level"]},
        "en": {
            "45⁽²⁾ members came.": ["45: members, level"],
            "45[3] members came.": ["45: members, level"],
            "About 10⁶ cells died.": ["10⁶: cells, level"],
        },
        "fr": {"45² membres dorment.": ["45: membres, level"]},
    },
    "names with numbers count nothing": {
        "de": {"1860 München siegte.": [], "Der ICE 577 hielt.": [], "Der RB 12 fiel aus.": []},
    },
    "hours and minutes of one length of time are one figure": {
        "de": {"Es dauerte 2 Stunden und 14 Minuten.": ["2 Stunden und 14 Minuten: , level"]},
        "en": {
            "The film lasts 2 hours, 14 minutes.": ["2 hours, 14 minutes: film, level"],
            "It took 3 hours and 5 minutes.": ["3 hours and 5 minutes: , level"],
        },
    },
    "a number and an x before a comparison is a multiple": {
        "en": {"Demand is 3x higher.": ["3x: Demand, delta, rise_by"], "A 4x100m team won.": []},
        "de": {"Der Preis ist 2,5x so hoch.": ["2,5x: Preis, level"]},
    },
    "pounds of a substance are weight": {
        "en": {
            "They found 46 pounds of resin.": ["46 pounds: resin, level"],
            "They owe 46 pounds of debt.": ["46 pounds: debt, level"],
        },
    },
    "a capital that only begins the sentence is no noun": {
        "de": {
            "Vorgeschlagen werden 1,15 Euro.": ["1,15 Euro: , level"],
            "Bleibe es dabei, drohe ein Minus von 3 Prozent.": ["3 Prozent: , delta, fall_by"],
        },
    },
    "both halves of a word that stands for two are counted": {
        "de": {
            "12 Lehrer:innen und 9 Schüler*innen fehlen.": [
                "12: Lehrer:innen, level",
                "9: Schüler*innen, level",
            ],
            "210 Patientinnen und Patienten starben.": ["210: Patientinnen und Patienten, level"],
            "12 Rettungs- und Streifenwagen kamen.": ["12: Rettungs- und Streifenwagen, level"],
            "40 Leute des Technischen Hilfswerks kamen.": ["40: Leute des Technischen Hilfswerks, level"],
        },
    },
    "the next of a ranking is measured, not the first": {
        "de": {"Vorn lag Blau vor der Grünen Liste mit 22 Prozent.": ["22 Prozent: Grünen Liste, level"]},
        "fr": {"Blau gagne devant le maire sortant avec 29 %.": ["29 %: maire sortant, level"]},
    },
    "what costs somebody something is before the verb": {
        "en": {"The strike cost the mill $3m.": ["$3m: strike, price"]},
    },
    "an adjective behind a percentage leaves the subject to measure": {
        "en": {"The dam is 40% complete.": ["40%: dam, level"], "The drug was 78% effective.": ["78%: drug, level"]},
    },
    "the same amount in other units has the same noun": {
        "en": {"Copper was off $1.05, or 1.6%.": [
            "$1.05: Copper, delta, fall_by",
            "1.6%: Copper, delta, fall_by",
        ]},
    },
    "what changes may stand behind the figure": {
        "fr": {"Le décret réduit de 52 % le bruit.": ["52 %: bruit, delta, fall_by"]},
        "es": {"El decreto reduce un 52 % el ruido.": ["52 %: ruido, delta, fall_by"]},
    },
    "a name goes on with its number": {
        "fr": {"L'indice CAC 40 a gagné 0,6 %.": ["0,6 %: indice CAC 40, delta, rise_by"]},
        "es": {"El Ibex 35 cedió un 0,9 %.": ["0,9 %: Ibex 35, delta, fall_by"]},
    },
    "a unit and its stuff are one noun": {
        "fr": {"Le baril de Brent cédait 1,3 %.": ["1,3 %: baril de Brent, delta, fall_by"]},
        "es": {"El litro de leche cuesta 1,49 euros.": ["1,49 euros: litro de leche, price"]},
    },
    "a share of the economy does not take over what follows": {
        "fr": {"Le déficit s'élève à 7,5 % du PIB, en hausse de 0,2 point.": [
            "7,5 %: PIB, share",
            "0,2 point: déficit, delta, rise_by",
        ]},
    },
    "money is what stands behind it with de": {
        "fr": {
            "Elle prévoit 6 milliards d'euros d'économies.": ["6 milliards d'euros: économies, level"],
            "Il doit 15 000 euros de dommages et intérêts.": ["15 000 euros: dommages et intérêts, level"],
        },
        "es": {"Pidió 3 millones de euros de multa.": ["3 millones de euros: multa, level"]},
    },
    "a whole in front is what the share is of": {
        "en": {"Among nurses, 52 percent agreed.": ["52 percent: nurses, share"]},
    },
    "the other side's votes are votes": {
        "de": {"391 Abgeordnete stimmten dafür, dagegen 278.": [
            "391: Abgeordnete, level",
            "278: Abgeordnete, level",
        ]},
        "fr": {"La loi passe par 289 voix contre 242.": ["289: voix, level", "242: voix, level"]},
        "es": {"Pasó por 178 votos a favor y 167 en contra.": ["178: votos, level", "167: votos, level"]},
    },
    "a part of what was just counted has its noun": {
        "de": {"650 Stellen fallen weg, davon 300 hier.": ["650: Stellen, level", "300: Stellen, level"]},
        "fr": {"480 postes disparaissent, dont 150 ici.": ["480: postes, level", "150: postes, level"]},
    },
    "a clause that leaves its verb out goes on with the one before": {
        "es": {"El pan subió un 2,8 % y la leche, un 11 %.": [
            "2,8 %: pan, delta, rise_by",
            "11 %: leche, delta, rise_by",
        ]},
    },
    "what no whole number says is read off a scale": {
        "de": {"Das Beben hatte eine Stärke von 6,4.": ["6,4: Stärke, level"]},
    },
    "a length of time behind over says nothing of a rise": {
        "en": {"It would cut spending by $23 billion over a decade.": [
            "$23 billion: spending, delta, fall_by",
            "a decade: ,",
        ]},
    },
    "an index stands at points, a team has them": {
        "de": {"Der Dax schloss bei 24.112 Punkten.": ["24.112: Dax, level"]},
        "en": {"Arrivals rose to 81 percent, six points better than before.": [
            "81 percent: Arrivals, to, rise_to",
            "six points: Arrivals, delta, rise_by",
        ]},
        "fr": {"Le club a 27 points.": ["27: points, level"]},
    },
    "where the evidence is weak nothing is named": {
        "de": {
            "Der Bund nimmt 2,5 Mrd weniger ein.": ["2,5 Mrd: , delta, fall_by"],
            "Das Gericht verurteilte den Angeklagten zu vier Jahren.": ["vier Jahren: ,"],
            "Ab 18 Jahren ist der Eintritt frei.": ["18 Jahren: ,"],
            "Das Plus überraschte, ein Anstieg von 2 Prozent war erwartet worden.": [
                "2 Prozent: , delta, rise_by"
            ],
            "Die Jury wählte ein Bild aus, unter 100 Euro kostet keines.": ["100 Euro: , price"],
        },
        "en": {"She swam 200m and ran 400m.": ["200m: ,", "400m: , level"]},
    },
    "who pays more is not what is dearer": {
        "fr": {"Les ménages paieront 15 % de plus pour leur gaz.": ["15 %: gaz, delta, rise_by"]},
        "en": {"Tenants would pay 2 percent more.": ["2 percent: , delta, rise_by"]},
    },
    "what an amount is added to rises by it": {
        "en": {"The levy would add $1.5 billion to costs.": ["$1.5 billion: costs, delta, rise_by"]},
    },
    "what brings money in is measured by it": {
        "fr": {"La vente du site rapportera 12 millions d'euros.": ["12 millions d'euros: vente du site, level"]},
    },
    "a word between commas parts no clause": {
        "fr": {"Le loyer augmentera, lui, de 2,3 %.": ["2,3 %: loyer, delta, rise_by"]},
        "en": {"Costs, however, fell 4%.": ["4%: Costs, delta, fall_by"]},
    },
    "a share as subject has no other noun": {
        "de": {"40 Prozent der Wähler machten ihr Kreuz links, 8 Prozent blieben fern.": [
            "40 Prozent: Wähler, share",
            "8 Prozent: Wähler, share",
        ]},
    },
    "how far off or how long there is not what is measured": {
        "fr": {"La comète passera à 2 millions de kilomètres d'ici.": ["2 millions de kilomètres: ,"]},
        "de": {"Gäste blieben drei Tage.": ["drei Tage: ,"]},
    },
    "what is set to a level may stand behind it": {
        "fr": {"Le décret porte à 6 % la redevance.": ["6 %: redevance, to"]},
    },
    "the bullet of a list is no minus": {
        "en": {"- Nearly 4,500 nurses came.": ["4,500: nurses, level"]},
        "fr": {"Voici :\n\n- Environ 250 usines ont fermé.": ["250: usines, level"]},
        "de": {"Gezählt:\n\n- 43 Millionen Wohnungen stehen hier.": ["43 Millionen: Wohnungen, level"]},
    },
    "adjectives before a noun belong to it": {
        "es": {"La nueva línea costará 540 millones de euros.": ["540 millones de euros: nueva línea, price"]},
        "fr": {"Le nouveau pont a coûté 65 millions d'euros.": ["65 millions d'euros: nouveau pont, price"]},
    },
    "the label of a list's item is measured, and what stands in brackets behind it": {
        "de": {
            "- Freie Liste: 9,2 Prozent (+0,6)": [
                "9,2 Prozent: Freie Liste, level", "+0,6: Freie Liste, delta, rise_by"],
            "- Tote: 12 (9)\n- Sitze: 31": ["12: Tote, level", "9: Tote, level", "31: Sitze, level"],
            "Brand im Wald: 3.200 Hektar verbrannt.": ["3.200 Hektar: ,"],
            "Er sagte: 12 seien da.": ["12: , level"],
        },
        "en": {
            "• Paying readers: 41,300\n• Revenue: $2bn (up 11%)": [
                "41,300: Paying readers, level", "$2bn: Revenue, level", "11%: Revenue, delta, rise_by"],
        },
        "es": {"- Vecinos por el Puerto: 18 %": ["18 %: Vecinos por el Puerto, level"]},
    },
    "behind a conjunction another subject begins": {
        "en": {
            "Output slipped 1 percent, while orders for pumps rose 2 percent.": [
                "1 percent: Output, delta, fall_by", "2 percent: orders for pumps, delta, rise_by"],
            "Profit fell 21% as fuel costs jumped 8%.": [
                "21%: Profit, delta, fall_by", "8%: fuel costs, delta, rise_by"],
        },
        "fr": {
            "Les loyers montent de 3 %, tandis que les prix des bureaux baissent de 2 %.": [
                "3 %: loyers, delta, rise_by", "2 %: prix des bureaux, delta, fall_by"],
        },
        "es": {
            "El beneficio subió un 3 %, mientras que la deuda, lastre del grupo, bajó un 2 %.": [
                "3 %: beneficio, delta, rise_by", "2 %: deuda, delta, fall_by"],
        },
    },
    "what stands in a relative clause or a long attribute is not the subject": {
        "en": {
            "Inflation in towns that use the euro eased to 2%.": ["2%: Inflation, to, fall_to"],
            "Wages grew 5%, outpacing prices, which went up 4%.": [
                "5%: Wages, delta, rise_by", "4%: prices, delta, rise_by"],
            "Costs rose, with the average home now costing £291,000.": ["£291,000: average home, price"],
        },
        "de": {
            "Das Risiko ist laut einer in Ulm vorgestellten Studie um 23 Prozent gestiegen.": [
                "23 Prozent: Risiko, delta, rise_by"],
            "Die seit Monaten unter Druck stehende Aktie gab 3 Prozent nach.": [
                "3 Prozent: Aktie, delta, fall_by"],
            "Die um 2 Prozent gestiegenen Renten kosten die Kasse 9 Milliarden Euro.": [
                "2 Prozent: Renten, delta, rise_by", "9 Milliarden Euro: Renten, price"],
            "Das würde den Bund 3 Milliarden Euro kosten.": ["3 Milliarden Euro: , price"],
        },
    },
    "an adjective of the amount is not what is measured": {
        "en": {
            "Turnout was a dismal 22%.": ["22%: Turnout, level"],
            "It costs a family 300 dollars.": ["300 dollars: ,"],
        },
        "de": {"Die Quote sank auf magere 22 Prozent.": ["22 Prozent: Quote, to, fall_to"]},
        "fr": {"Le nouveau coûte 3 euros.": ["3 euros: , price"]},
    },
    "a name cuts and raises, whatever else its verb may be": {
        "en": {"The Fed cut rates by 1 percent.": ["1 percent: rates, delta, fall_by"]},
        "de": {"Um 1 Prozent senkte die Bank den Zins.": ["1 Prozent: Zins, delta, fall_by"]},
    },
    "points beside a share are points of it": {
        "en": {"Turnout was 50%, four points below the norm.": [
            "50%: Turnout, level", "four points: Turnout, delta"]},
        "es": {"La abstención fue del 36 %, 5,2 puntos por encima de lo normal.": [
            "36 %: abstención, level", "5,2 puntos: abstención, delta, rise_by"]},
        "fr": {"La banque a baissé ses taux de 0,25 point à 2 %.": [
            "0,25 point: taux, delta, fall_by", "2 %: taux, to, fall_to"]},
    },
    "a mark that is passed is no amount of change": {
        "de": {"Der Preis kletterte über die Marke von 76 Dollar.": ["76 Dollar: Preis, limit"]},
    },
    "who is told beside a share has one of their own": {
        "de": {"Bei 6 Prozent der Patienten half es, unter Frauen nur bei 4 Prozent.": [
            "6 Prozent: Patienten, share", "4 Prozent: Frauen, share"]},
    },
    "what stands between commas is passed over": {
        "fr": {"Le tarif moyen, hors remboursement, est de 38 euros.": ["38 euros: tarif moyen, level"],
               "Le tarif moyen, hors remboursement, de 38 euros, baisse.": ["38 euros: tarif moyen, level"]},
        "de": {"Der Pegel der Lauter, der morgens noch bei 1,80 Metern gelegen hatte, stieg.": [
            "1,80 Metern: Pegel der Lauter, level"]},
        "en": {"Corn is fetching $4, 60 cents less than last autumn; soybeans $9.": [
            "$4: Corn, price", "60 cents: Corn, delta, fall_by", "$9: soybeans, price"]},
    },
    "rain that falls does not become less": {
        "fr": {"Il est tombé 20 millimètres de pluie.": ["20 millimètres: pluie, level"]},
    },
    "a share that drops out does not drop": {
        "en": {"It had 212 sites; one in nine dropped out.": ["212: sites, level", "one in nine: , share"]},
    },
    "who gets a part of it is measured, wherever it stands": {
        "de": {"Auf Ines Bohl entfielen 42,6 Prozent.": ["42,6 Prozent: Ines Bohl, level"]},
        "en": {
            "It says 80,000 tonnes of grain, worth $22 million, were spoiled.": [
                "80,000 tonnes: grain, level", "$22 million: grain, level"],
            "The deal values the start-up at $6.5 billion.": ["$6.5 billion: start-up, level"],
            "It has two tunnels, each four kilometres long.": [
                "two: tunnels, level", "four kilometres: tunnels, level"],
            "The pipe carries a third of the country's gas.": ["a third: gas, share"],
        },
    },
    "a sentence of its own takes nothing over": {
        "de": {"Der Tunnel misst 152 Kilometer. Über der Stelle liegen 2.300 Meter Fels.": [
            "152 Kilometer: Tunnel, level", "2.300 Meter: , level"]},
        "en": {"Within a fraction of a second, it fell.": []},
    },
    "verbs that stand in a noun phrase are nouns": {
        "en": {
            "The bank trimmed its growth forecast for the region to 3%.": [
                "3%: growth forecast for the region, to, fall_to"],
            "The software maker forecast revenue of $2.1 billion.": ["$2.1 billion: revenue, level"],
        },
        "fr": {"La liste obtient 22 % des intentions de vote.": ["22 %: intentions de vote, share"],
               "Les prix à la consommation ont augmenté de 2 %.": [
                   "2 %: prix à la consommation, delta, rise_by"],
               "Les prix à Lyon ont augmenté de 2 %.": ["2 %: prix, delta, rise_by"]},
    },
    "who asks for a rise does not rise, who wins money is not more": {
        "en": {"The union, Arda, wants a rise of 12 percent.": ["12 percent: , delta, rise_by"]},
        "de": {"Ein Tipper gewinnt 21 Millionen Euro.": ["21 Millionen Euro: , level"],
               "Am Ende lag Bayer mit minus 1,3 Prozent.": ["minus 1,3 Prozent: Bayer, delta, fall_by"]},
    },
    "an object that opens the clause is what is told": {
        "de": {"Den Schaden beziffert die Genossenschaft auf 310.000 Euro.": [
            "310.000 Euro: Schaden, level"],
            "Die Meisterin fällt mindestens fünf Monate aus.": ["fünf Monate: ,"]},
    },
    "a count is more than it was, or than another's": {
        "es": {
            "Hay 2.470 parados, 400 menos que hace un año.": [
                "2.470: parados, level", "400: parados, delta, fall_by"],
            "El equipo suma 29 puntos, cuatro menos que el líder.": [
                "29: puntos, level", "cuatro: puntos, delta"],
        },
    },
    "the clause of a relative or a participle has its own subject": {
        "de": {
            "Die Insel, deren Wald um 4 Prozent schrumpfte, bleibt.": ["4 Prozent: Wald, delta, fall_by"],
            "Zurückgezahlt sind 21.500 Euro.": ["21.500 Euro: , level"],
            "Der Verband bezifferte die Einbußen auf 2 Milliarden Euro.": [
                "2 Milliarden Euro: Einbußen, level"],
            "Die Fahrzeit verlängert sich um 35 Minuten.": ["35 Minuten: Fahrzeit, delta, rise_by"],
            "Es fehlt Geld. Kosten: 64 Millionen Euro.": ["64 Millionen Euro: Kosten, level"],
        },
        "en": {
            "The union, whose members work, said starting salaries of $3 were 14% lower.": [
                "$3: starting salaries, level", "14%: starting salaries, delta, fall_by"],
            "Temperatures will struggle to reach 4C.": ["4C: Temperatures, level"],
            "The cost of fighting the fire has reached $19 million.": [
                "$19 million: cost, level"],
            "Humidity fell to 9%, with temperatures 10 degrees above normal.": [
                "9%: Humidity, to, fall_to", "10 degrees: temperatures, delta"],
            "Visitor numbers were 71% down on last year.": ["71%: Visitor numbers, delta, fall_by"],
        },
        "es": {
            "Los olivareros, un 30 % de los cuales riega, esperan.": ["30 %: olivareros, share"],
            "El visitante disparó quince veces.": ["quince: ,"],
        },
        "fr": {"Un studio se loue 560 euros.": ["560 euros: studio, price"]},
    },
    "a year before a noun and an \"and\" before a share change nothing": {
        "en": {
            "In 2023 library visits dropped by two fifths.": ["two fifths: library visits, delta, fall_by"],
            "Some 700 children learn in rooms that need mending, and a tenth of them in huts.": [
                "700: children, level", "a tenth: children, share"],
        },
    },
    "how long something was shut does not measure it": {
        "de": {"Die Autobahn war sieben Stunden lang gesperrt.": ["sieben Stunden: ,"]},
        "en": {"He was jailed for hiding losses of $6m.": ["$6m: losses, level"],
               "There, where energy costs $3, it stays.": ["$3: energy, price"]},
        "es": {"Hay 62 muertos. En Chiva cayeron 491 litros por metro cuadrado.": [
            "62: muertos, level", "491 litros por metro cuadrado: , delta, fall_by"]},
    },
    "a dash is no minus": {
        "en": {"About 80% - four in five - said so.": ["80%: ,", "four in five: ,"]},
    },
    "verbs are known in every tense": {
        "fr": {"Le fret cédait 3 %.": ["3 %: fret, delta, fall_by"]},
        "es": {"Las rentas subían un 3 %.": ["3 %: rentas, delta, rise_by"]},
    },
    "a state belongs to what stands right before it, led by a preposition or not": {
        "fr": {
            "Malgré des droits d'entrée en hausse de 6 %, le théâtre ferme.": [
                "6 %: droits d'entrée, delta, rise_by"],
            "Le maire déplore l'envolée du prix du sable, en recul de 4 % hier.": [
                "4 %: prix du sable, delta, fall_by"],
            "Sur un marché en repli de 3 %, les camions résistent.": ["3 %: marché, delta, fall_by"],
            "Une récolte inférieure de 12 % à la moyenne est attendue.": ["12 %: récolte, delta, fall_by"],
            "Le tunnel, long de 900 mètres, rouvre.": ["900 mètres: tunnel, level"],
            "Un siège vendu 35 euros rapporte peu.": ["35 euros: siège, price"],
        },
        "es": {
            "El plan, dotado con 9 millones de euros, nace hoy.": ["9 millones de euros: plan, level"],
            "El crecimiento, del 0,3 %, decepciona.": ["0,3 %: crecimiento, level"],
        },
    },
    "an amount that is revised or becomes another has an old one and a new one": {
        "fr": {
            "Le devis a été revu de 20 à 26 millions d'euros.": [
                "20: devis, from, from", "26 millions d'euros: devis, to, rise_to"],
            "Les primes ont grimpé de 3 % pour atteindre 80 euros.": [
                "3 %: primes, delta, rise_by", "80 euros: primes, to, rise_to"],
        },
        "es": {
            "La cuota cuesta 20 euros y pasará a 25 euros.": [
                "20 euros: cuota, price", "25 euros: cuota, to, rise_to"],
            "El consumo bajó por tercer mes, un 2,4 %.": [
                "tercer: , rank", "2,4 %: consumo, delta, fall_by"],
        },
    },
    "what only says of each of whom is no noun, nor is an adverb": {
        "fr": {"La facture par foyer, de 340 euros, grimpe.": ["340 euros: facture, level"]},
        "es": {
            "La renta por hogar, de 31.000 euros, sube.": ["31.000 euros: renta, level"],
            "La cosecha apenas creció un 2 %.": ["2 %: cosecha, delta, rise_by"],
            "Los peajes subirán una media del 5 %.": ["5 %: peajes, delta, rise_by"],
            "El garaje se alquila de media por 90 euros.": ["90 euros: garaje, price"],
        },
    },
    "a name of several words is whole, whatever its second word is": {
        "fr": {
            "La cotisation d'assurance vieillesse progresserait de 2 %.": [
                "2 %: cotisation d'assurance vieillesse, delta, rise_by"],
            "Le reste à charge est passé à 90 euros.": ["90 euros: reste à charge, to"],
        },
    },
    "leaving dead is no fall, leaving itself a part of its price is one": {
        "es": {
            "El temporal deja nueve muertos.": ["nueve: muertos, level"],
            "Las acciones se dejaron un 4 %.": ["4 %: acciones, delta, fall_by"],
        },
    },
    "a multiple is of what it is compared with, a share of its own whole": {
        "es": {
            "El gasto es el triple de la media.": ["triple: , share"],
            "Representa el 3 % del PIB, lejos del 5 % de Italia.": [
                "3 %: PIB, share", "5 %: PIB, share"],
        },
    },
    "the object between a verb and its amount is measured, whoever put it there": {
        "es": {"El sondeo sitúa al alcalde en el 11 %.": ["11 %: alcalde, level"]},
        "fr": {"Le décret porte de 6 à 8 euros la redevance.": [
            "6: redevance, from, from", "8 euros: redevance, to, rise_to"]},
    },
    "millions that follow money are money": {
        "fr": {"Le déficit est de 7 milliards d'euros, après 9 milliards en 2024.": [
            "7 milliards d'euros: déficit, level", "9 milliards: déficit, level"]},
        "es": {"Acudieron 2 millones de turistas, tras 3 millones en 2024.": [
            "2 millones: turistas, level", "3 millones: ,"]},
    },
}  # fmt: skip


def told(figure: Figure) -> str:
    said = [part for part in (figure.role, figure.change) if part]
    return f"{figure.surface}: {figure.noun}, {', '.join(said)}".rstrip(" ")


@pytest.mark.parametrize(
    ("kind", "language", "text", "expected"),
    rows(KINDS),
)
def test_a_kind_of_telling_is_read(kind, language, text, expected) -> None:
    figures = [f for f in find_figures(text, language) if f.kind not in ("date", "time")]
    assert [told(figure) for figure in figures] == expected, kind
