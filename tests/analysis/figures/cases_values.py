"""Ways of writing values that were misread once, as tables: surface | kind value unit | qualifier.

What is counted is another table's promise and left out here.
"""

CASES = {
    "de": {
        "Das Brötchen kostet 3, 4 oder 5 Cent, das Porto stieg von 85 auf 95 Cent.": [
            "3 | money 0.03 EUR",
            "4 | money 0.04 EUR",
            "5 Cent | money 0.05 EUR",
            "85 | money 0.85 EUR",
            "95 Cent | money 0.95 EUR",
        ],
        "Union 29 Prozent (+1), SPD 17 (-2), Linke 9 (±0), Volt 4 (unverändert), BSW 3.": [
            "29 Prozent | percent 29 percent",
            "+1 | percent 1 percentage_point",
            "17 | percent 17 percent",
            "-2 | percent -2 percentage_point",
            "9 | percent 9 percent",
            "±0 | percent 0 percentage_point",
            "4 | percent 4 percent",
            "3 | percent 3 percent",
        ],
        "Die Union kommt auf 29 Prozent (plus 1), die SPD auf 17 (minus 2).": [
            "29 Prozent | percent 29 percent",
            "1 | percent 1 percentage_point",
            "17 | percent 17 percent",
            "minus 2 | percent -2 percentage_point",
        ],
        "Kenia holte 12 Medaillen (+3), Ghana 8 (-1), Mali 5.": [
            "12 | count 12",
            "3 | count 3",
            "8 | count 8",
            "1 | count 1",
            "5 | count 5",
        ],
        "Im 7-Eleven ist 24/7 offen.": [],
        "Der Hafen kostet 2 Milliarden norwegischer Kronen und 80 Schweizer Franken.": [
            "2 Milliarden norwegischer Kronen | money 2000000000 NOK",
            "80 Schweizer Franken | money 80 CHF",
        ],
        "An dem Abend waren 3 Millionen Zuschauer dabei, oder 12 Prozent der Haushalte.": [
            "3 Millionen | count 3000000",
            "12 Prozent | percent 12 percent",
        ],
        "Gezählt wurden 4,2 Mio., und 60 Prozent davon kamen mit der Bahn.": [
            "4,2 Mio. | count 4200000",
            "60 Prozent | percent 60 percent",
        ],
        "Die Sitzung vom 04/05/2025 wurde vertagt.": ["04/05/2025 | date 2025-05-04"],
        "Der Läufer brauchte 3:05:12 Stunden, die Siegerin 58:40 Minuten.": [
            "3:05:12 Stunden | duration 3.0867 hour",
            "58:40 Minuten | duration 58.6667 minute",
        ],
        "Die Fahrt dauert 1 Std. 45 Min. und kostet 12,– Euro.": [
            "1 Std. 45 Min | duration 1.75 hour",
            "12,– Euro | money 12 EUR",
        ],
        "In Kiel fielen 45 l/m², in Ulm 30 Liter pro Quadratmeter.": [
            "45 l/m² | measure 45 litre_per_square_metre",
            "30 Liter pro Quadratmeter | measure 30 litre_per_square_metre",
        ],
        "Der Akku speichert 250 Wh/kg, erlaubt sind 40 µg/m³ Feinstaub.": [
            "250 Wh/kg | measure 250 watt_hour_per_kilogram",
            "40 µg/m³ | measure 40 microgram_per_cubic_metre",
        ],
        "Der Wind erreichte 30 m/s, die Rakete 11 km/s.": [
            "30 m/s | measure 30 metre_per_second",
            "11 km/s | measure 11 kilometre_per_second",
        ],
        "Das Blatt kostet 2,50 Euro je Ausgabe und 90 Euro pro Jahr.": [
            "2,50 Euro | money 2.5 EUR",
            "90 Euro | money 90 EUR",
        ],
        "Die Messe dauert vom 12. bis 15. Oktober, die Feier vom 30. April bis 2. Mai.": [
            "12. | date XXXX-10-12",
            "15. Oktober | date XXXX-10-15",
            "30. April | date XXXX-04-30",
            "2. Mai | date XXXX-05-02",
        ],
        "Am 1., 2. und 3. Juni fährt kein Zug.": [
            "1. | date XXXX-06-01",
            "2. | date XXXX-06-02",
            "3. Juni | date XXXX-06-03",
        ],
        "Die Spielzeit 2019/20 brach ab, das Programm 2021-27 läuft.": [
            "2019/20 | date 2019 | until 2020",
            "2021-27 | date 2021 | until 2027",
        ],
        "Erwartet werden minus 8 bis minus 3 Grad, im Tal -2 bis 4 Grad.": [
            "minus 8 bis minus 3 Grad | measure -8..-3 degree",
            "-2 bis 4 Grad | measure -2..4 degree",
        ],
        "Die Miete stieg von 640 auf 710 Euro.": [
            "640 | money 640 EUR",
            "710 Euro | money 710 EUR",
        ],
        "Der Verlust wuchs um 3 auf 12 Millionen Euro.": [
            "3 | money 3000000 EUR",
            "12 Millionen Euro | money 12000000 EUR",
        ],
        "Blau kommt auf 28 % (-2), Rot auf 19 % (+3,5).": [
            "28 % | percent 28 percent",
            "-2 | percent -2 percentage_point",
            "19 % | percent 19 percent",
            "+3,5 | percent 3.5 percentage_point",
        ],
        "Bei Tempo 130 verbraucht der Wagen 9 Liter.": [
            "130 | measure 130 kilometre_per_hour",
            "9 Liter | measure 9 litre",
        ],
        "Er fährt ein Galaxy 21, sie wohnt an der Bundesstraße 27.": [],
        "Der Sänger ist Ende 60, seine Tochter Mitte zwanzig.": [
            "60 | duration 60 year | approx",
            "zwanzig | duration 20 year | approx",
        ],
        "Offen ist von 8 bis 18.30 Uhr, sonntags 9-12 Uhr.": [
            "8 | time T08:00",
            "18.30 Uhr | time T18:30",
            "sonntags | date XXXX-WXX-7",
            "9 | time T09:00",
            "12 Uhr | time T12:00",
        ],
        "„Mehr als“ 700 Bäume fielen, höchstens jedoch 900.": [
            "700 | count 700 | more_than",
            "900 | count 900 | at_most",
        ],
        "Der Prozess gegen 9 Angeklagte beginnt, gegen 30 weitere wird ermittelt.": [
            "9 | count 9",
            "30 | count 30",
        ],
        "Unter 250 Einsendern wurden drei Gewinner gezogen.": ["250 | count 250", "drei | count 3"],
        "Es gab ein- bis zweihundert Anzeigen und ein bis zwei Verletzte.": [
            "ein- bis zweihundert | count 100..200",
            "ein bis zwei | count 1..2",
        ],
        "Die Probe enthielt 7 × 10^4 Keime je Milliliter.": ["7 × 10^4 | count 70000"],
        "Kaiser Augustus starb 14 n. Chr., Rom fiel 390 v. Chr.": [
            "14 n. Chr. | date 0014",
            "390 v. Chr. | date -0389",
        ],
        "Laut Feuerwehr brannten 8 Häuser, nach Angaben der Stadt waren es 11.": [
            "8 | count 8",
            "11 | count 11",
        ],
        "Das seien 300 Stellen, so der Betriebsrat.": ["300 | count 300"],
        "Im Winter gab es 40 Einsätze.": ["40 | count 40"],
        "Der Kurs verlor 1,4 Prozent gegenüber dem Vortag.": ["1,4 Prozent | percent 1.4 percent"],
        "Das kostet Fr. 12.50, der Zoll CHF 1'200.–.": [
            "Fr. 12.50 | money 12.5 CHF",
            "CHF 1'200.– | money 1200 CHF",
        ],
        "Das Budget beträgt 3 Mrd. €, die Reserve 40 T€.": [
            "3 Mrd. € | money 3000000000 EUR",
            "40 T€ | money 40000 EUR",
        ],
        "Im Q2 2023 und im 1. Halbjahr 2024 sank der Absatz.": [
            "Q2 2023 | date 2023-Q2",
            "1. Halbjahr 2024 | date 2024-H1",
        ],
        "Mehr Besucher als 2019 kamen, weniger als 2017.": ["2019 | date 2019", "2017 | date 2017"],
        "Das Konzert ist 24/7 im Netz, der Laden hat rund um die Uhr auf.": [],
        "Die Ausgabe 12/2024 kam später.": ["12/2024 | date 2024-12"],
        "Die Quote sank um 2 Punkte auf 31 Prozent.": [
            "2 Punkte | percent 2 percentage_point",
            "31 Prozent | percent 31 percent",
        ],
        "Der Verlust stieg um 4 auf 19 Millionen Euro.": [
            "4 | money 4000000 EUR",
            "19 Millionen Euro | money 19000000 EUR",
        ],
        "Es wurde ein Viertel Liter gemessen.": ["ein Viertel Liter | measure 0.25 litre"],
        "Die CDU holte 31,5 Prozent, die SPD 22, die Grünen 18.": [
            "31,5 Prozent | percent 31.5 percent",
            "22 | percent 22 percent",
            "18 | percent 18 percent",
        ],
        "Das Gericht verurteilte ihn zu vier Jahren und drei Monaten.": [
            "vier Jahren und drei Monaten | duration 4.25 year",
        ],
        "Am 1. 1. 2026 und am 12. 3. wird gewählt.": [
            "1. 1. 2026 | date 2026-01-01",
            "12. 3. | date XXXX-03-12",
        ],
        "Die Strecke führt über 42 Kilometer.": ["42 Kilometer | distance 42 kilometre"],
        "Die Zwanzigerjahre waren laut, Mitte der Siebziger war Ruhe.": [
            "Zwanzigerjahre | date 192X",
            "Mitte der Siebziger | date 197X",
        ],
        "Der Dreier traf, zweier Zeugen Aussagen fehlten.": ["zweier | count 2"],
        "Es ging um 5 %, 12 Mio. Euro und 300 Seiten.": [
            "5 % | percent 5 percent",
            "12 Mio. Euro | money 12000000 EUR",
            "300 | count 300",
        ],
        "Die Böen erreichen bis 95 km/h.": ["95 km/h | measure 95 kilometre_per_hour | at_most"],
        "Die 40-Jährige und über 70-Jährige durften hinein.": [
            "40-Jährige | duration 40 year",
            "70-Jährige | duration 70 year | more_than",
        ],
        "Rund 52 300 Menschen leben dort.": ["52 300 | count 52300 | approx"],
    },
    "en": {
        "It cost 17 or 18p and rose from 12.5 to 14 cents.": [
            "17 | money 0.17 GBP",
            "18p | money 0.18 GBP",
            "12.5 | money 0.125 USD",
            "14 cents | money 0.14 USD",
        ],
        "Labour 36% (-2), Greens 14 (+3), Reform 11 (unchanged), Plaid 4.": [
            "36% | percent 36 percent",
            "-2 | percent -2 percentage_point",
            "14 | percent 14 percent",
            "+3 | percent 3 percentage_point",
            "11 | percent 11 percent",
            "4 | percent 4 percent",
        ],
        "Hardly 300 fans came.": ["300 | count 300 | just_under"],
        "Sales hit 3 billion Danish crowns and 4,000 Kenyan shillings.": [
            "3 billion Danish crowns | money 3000000000 DKK",
            "4,000 Kenyan shillings | money 4000 KES",
        ],
        "About 1.4 million, or 7 per cent of households, lost power.": [
            "1.4 million | count 1400000 | approx",
            "7 per cent | percent 7 percent",
        ],
        "Some 3 million voted, and 55 percent of them by mail.": [
            "3 million | count 3000000 | approx",
            "55 percent | percent 55 percent",
        ],
        "The hearing of 03/04/2025 was moved.": ["03/04/2025 | date 2025-03-04"],
        "She finished in 3:05:12, he ran it in 2:58:01 hours.": [
            "3:05:12 | duration 3.0867 hour",
            "2:58:01 hours | duration 2.9669 hour",
        ],
        "The trip takes 1 hour 45 minutes.": ["1 hour 45 minutes | duration 1.75 hour"],
        "The battery stores 250 Wh/kg; soot reached 60 µg/m³.": [
            "250 Wh/kg | measure 250 watt_hour_per_kilogram",
            "60 µg/m³ | measure 60 microgram_per_cubic_metre",
        ],
        "The probe travels at 12 km/s and gusts hit 30 m/s.": [
            "12 km/s | measure 12 kilometre_per_second",
            "30 m/s | measure 30 metre_per_second",
        ],
        "The paper costs $3 a copy and £90 a year.": ["$3 | money 3 USD", "£90 | money 90 GBP"],
        "The fair runs from 12 to 15 October, then on 2, 3 and 4 November.": [
            "12 to 15 October | date XXXX-10-12 | until XXXX-10-15",
            "2 | date XXXX-11-02",
            "3 | date XXXX-11-03",
            "4 November | date XXXX-11-04",
        ],
        "The festival is on June 5-8, 2025.": [
            "June 5-8, 2025 | date 2025-06-05 | until 2025-06-08"
        ],
        "The 2019/20 season stopped; the plan covers 2021-27.": [
            "2019/20 | date 2019 | until 2020",
            "2021-27 | date 2021 | until 2027",
        ],
        "It will be minus 8 to minus 3 degrees, or -2 to 4C in the valley.": [
            "minus 8 to minus 3 degrees | measure -8..-3 degree",
            "-2 to 4C | measure -2..4 degree_celsius",
        ],
        "Rent increased by $70 to $710.": ["$70 | money 70 USD", "$710 | money 710 USD"],
        "Profit rose by £3 million to £12 million.": [
            "£3 million | money 3000000 GBP",
            "£12 million | money 12000000 GBP",
        ],
        "Output should fall by 15% by 2040.": ["15% | percent 15 percent", "2040 | date 2040"],
        "The Blues won 31.5%, the Reds 22, the Greens 18.": [
            "31.5% | percent 31.5 percent",
            "22 | percent 22 percent",
            "18 | percent 18 percent",
        ],
        "Blue is on 28% (down 2), Red on 19% (+3.5).": [
            "28% | percent 28 percent",
            "2 | percent 2 percentage_point",
            "19% | percent 19 percent",
            "+3.5 | percent 3.5 percentage_point",
        ],
        "He drove along Highway 61 toward Route 9 with a Pixel 8.": [],
        "The singer is in his early 60s, his wife in her mid-40s.": [],
        "Three boys, aged 4, 6 and 9, are missing.": [
            "Three | count 3",
            "4 | duration 4 year",
            "6 | duration 6 year",
            "9 | duration 9 year",
        ],
        "Some were as young as eight.": ["eight | duration 8 year"],
        "At about 3:20 a.m. a guard raised the alarm.": ["3:20 a.m. | time T03:20 | approx"],
        "It is open from 8am to 6pm, on Sundays 9-12pm.": [
            "8am | time T08:00",
            "6pm | time T18:00",
            "Sundays | date XXXX-WXX-7",
            "9 | time T09:00",
            "12pm | time T12:00",
        ],
        '"More than" 700 trees fell.': ["700 | count 700 | more_than"],
        "She wrote about 40 songs.": ["40 | count 40"],
        "The path runs over 12 kilometres of moor.": ["12 kilometres | distance 12 kilometre"],
        "One to two years is normal; between one and three people fell ill.": [
            "One to two years | duration 1..2 year",
            "one and three | count 1..3",
        ],
        "Sales doubled, costs nearly trebled and profit halved.": [
            "doubled | ratio 2",
            "trebled | ratio 3 | just_under",
            "halved | ratio 0.5",
        ],
        "Nero died in AD 68, Rome fell in 390 BC.": ["AD 68 | date 0068", "390 BC | date -0389"],
        "The deal is worth an A$1.2 billion bonus and a C$300m loan.": [
            "A$1.2 billion | money 1200000000 AUD",
            "C$300m | money 300000000 CAD",
        ],
        "The fee rose 5p to 80p; the dividend is 12c.": [
            "5p | money 0.05 GBP",
            "80p | money 0.8 GBP",
            "12c | money 0.12 USD",
        ],
        "The bill came to Rs 12 crore and Rs. 500.": [
            "Rs 12 crore | money 120000000 INR",
            "Rs. 500 | money 500 INR",
        ],
        "Monday's vote and April's figures, the May deadline.": [
            "Monday | date XXXX-WXX-1",
            "April | date XXXX-04",
            "May | date XXXX-05",
        ],
        "In Q2 2023 and FY24 sales fell; the late-1980s were better.": [
            "Q2 2023 | date 2023-Q2",
            "FY24 | date 2024",
            "late-1980s | date 198X",
        ],
        "Sales were higher than in 2019 and lower than 2017.": [
            "2019 | date 2019",
            "2017 | date 2017",
        ],
        "The 6'2\" guard weighs 14st 3lb and ran 400m in 48 seconds.": [
            "6'2\" | distance 74 inch",
            "14st 3lb | measure 199 pound",
            "400m | distance 400 metre",
            "48 seconds | duration 48 second",
        ],
        "The engine makes 640bhp.": ["640bhp | measure 640 horsepower"],
        "The film Four Weddings opened on Pier 39 and Gate 12.": [],
        "According to U.N. data, 40 ships waited.": ["40 | count 40"],
        "The mayor, Ana Ruiz, told reporters 12 were hurt.": ["12 | count 12"],
        "The index is up 300 or 0.8%.": ["300 | count 300", "0.8% | percent 0.8 percent"],
        "They cut rates by a quarter of a percentage point.": [
            "a quarter of a percentage point | percent 0.25 percentage_point"
        ],
        "More than 20,000-plus fans sang.": ["20,000 | count 20000 | more_than"],
        "Seven or eight per cent is enough.": [
            "Seven | percent 7 percent",
            "eight per cent | percent 8 percent",
        ],
        "The car does 0-60mph in 3.2 seconds.": [
            "0-60mph | measure 0..60 mile_per_hour",
            "3.2 seconds | duration 3.2 second",
        ],
        "They paid €5bn, or 3% of sales.": [
            "€5bn | money 5000000000 EUR",
            "3% | percent 3 percent",
        ],
        "The town has 52 300 people.": ["52 300 | count 52300"],
        "It fell 0.5 of a percentage point.": [
            "0.5 of a percentage point | percent 0.5 percentage_point"
        ],
        "The rapper 50 Cent sang with One Republic.": [],
        "She leads by a majority of one.": ["one | count 1"],
        "Shops such as 7-Eleven are open 24/7.": [],
    },
    "fr": {
        "Le tarif a été ramené de 12,69 à 4 centimes.": [
            "12,69 | money 0.1269 EUR",
            "4 centimes | money 0.04 EUR",
        ],
        "Le port coûte 40 millions de couronnes tchèques.": [
            "40 millions de couronnes tchèques | money 40000000 CZK"
        ],
        "Les billets vont de 50 centimes à 2 euros.": ["50 centimes à 2 euros | money 0.5..2 EUR"],
        "Quelque 1,4 million, soit 7 % des foyers, et 12 % des usines sont touchés.": [
            "1,4 million | count 1400000 | approx",
            "7 % | percent 7 percent",
            "12 % | percent 12 percent",
        ],
        "L'audience du 03/04/2025 est reportée au 12/05.": [
            "03/04/2025 | date 2025-04-03",
            "12/05 | date XXXX-05-12",
        ],
        "Elle a terminé en 3 h 05 min 12 s.": ["3 h 05 min 12 s | duration 3.0867 hour"],
        "Le trajet dure 1 heure 45 minutes.": ["1 heure 45 minutes | duration 1.75 hour"],
        "La sonde file à 12 km/s, la batterie stocke 250 Wh/kg.": [
            "12 km/s | measure 12 kilometre_per_second",
            "250 Wh/kg | measure 250 watt_hour_per_kilogram",
        ],
        "Il est tombé 30 litres par mètre carré.": [
            "30 litres par mètre carré | measure 30 litre_per_square_metre"
        ],
        "Le salon a lieu du 12 au 15 octobre et les 2, 3 et 4 novembre.": [
            "12 au 15 octobre | date XXXX-10-12 | until XXXX-10-15",
            "2 | date XXXX-11-02",
            "3 | date XXXX-11-03",
            "4 novembre | date XXXX-11-04",
        ],
        "La saison 2019/20 et le plan 2021-27.": [
            "2019/20 | date 2019 | until 2020",
            "2021-27 | date 2021 | until 2027",
        ],
        "Il fera de -8 à -3 degrés.": ["-8 à -3 degrés | measure -8..-3 degree"],
        "Le loyer est passé de 640 à 710 euros.": [
            "640 | money 640 EUR",
            "710 euros | money 710 EUR",
        ],
        "Le club doit 20 k€, la ville 3,5 M€ et l'État 2 Md€.": [
            "20 k€ | money 20000 EUR",
            "3,5 M€ | money 3500000 EUR",
            "2 Md€ | money 2000000000 EUR",
        ],
        "Ouvert de 9 h à 17 h 30, vers 18 heures tout ferme.": [
            "9 h | time T09:00",
            "17 h 30 | time T17:30",
            "18 heures | time T18:00 | approx",
        ],
        "Un à deux ans suffisent.": ["Un à deux ans | duration 1..2 year"],
        "L'échantillon contient 7 × 10^4 bactéries.": ["7 × 10^4 | count 70000"],
        "Le prix a été multiplié par 4.": ["4 | ratio 4"],
        "Au T2 2023 et au 1er semestre 2024, les ventes baissent.": [
            "T2 2023 | date 2023-Q2",
            "1er semestre 2024 | date 2024-H1",
        ],
        "Alésia tombe en 52 av. J.-C.": ["52 av. J.-C. | date -0051"],
        "Deux personnes sont mortes, a annoncé le préfet.": ["Deux | count 2"],
        "Selon la police, 300 personnes, selon le syndicat 900.": [
            "300 | count 300",
            "900 | count 900",
        ],
        "Ils ont gagné 3 à 1.": ["3 à 1 | score 3:1"],
        "Le taux a reculé de 0,2 point à 7,3 %.": [
            "0,2 point | percent 0.2 percentage_point",
            "7,3 % | percent 7.3 percent",
        ],
        "Les 14 et 15 juillet, puis du 1er au 3 août.": [
            "14 | date XXXX-07-14",
            "15 juillet | date XXXX-07-15",
            "1er au 3 août | date XXXX-08-01 | until XXXX-08-03",
        ],
        "La ville compte 52 300 habitants, dont un sur dix a plus de 80 ans.": [
            "52 300 | count 52300",
            "un sur dix | ratio 0.1",
            "80 ans | duration 80 year | more_than",
        ],
        "Le 3 mai, de 9 à 17 heures.": [
            "3 mai | date XXXX-05-03",
            "9 | time T09:00",
            "17 heures | time T17:00",
        ],
    },
    "es": {
        "PSOE 31 % (+2), PP 30 (-1), Sumar 8.": [
            "31 % | percent 31 percent",
            "+2 | percent 2 percentage_point",
            "30 | percent 30 percent",
            "-1 | percent -1 percentage_point",
            "8 | percent 8 percent",
        ],
        "El puerto cuesta 900 pesos chilenos.": ["900 pesos chilenos | money 900 CLP"],
        "La cifra subió en 4.000 personas en junio, hasta las 93.000.": [
            "4.000 | count 4000",
            "junio | date XXXX-06",
            "93.000 | count 93000",
        ],
        "Unos 1,4 millones, o el 7 % de los hogares, y 12 % de las fábricas.": [
            "1,4 millones | count 1400000 | approx",
            "7 % | percent 7 percent",
            "12 % | percent 12 percent",
        ],
        "La vista del 03/04/2025 pasa al 12/05.": [
            "03/04/2025 | date 2025-04-03",
            "12/05 | date XXXX-05-12",
        ],
        "Terminó en 3 h 05 min 12 s.": ["3 h 05 min 12 s | duration 3.0867 hour"],
        "El viaje dura 1 hora 45 minutos.": ["1 hora 45 minutos | duration 1.75 hour"],
        "La sonda viaja a 12 km/s y la batería guarda 250 Wh/kg.": [
            "12 km/s | measure 12 kilometre_per_second",
            "250 Wh/kg | measure 250 watt_hour_per_kilogram",
        ],
        "Cayeron 30 litros por metro cuadrado.": [
            "30 litros por metro cuadrado | measure 30 litre_per_square_metre"
        ],
        "La feria es del 12 al 15 de octubre y los días 2, 3 y 4 de noviembre.": [
            "12 al 15 de octubre | date XXXX-10-12 | until XXXX-10-15",
            "2 | date XXXX-11-02",
            "3 | date XXXX-11-03",
            "4 de noviembre | date XXXX-11-04",
        ],
        "La temporada 2019/20 y el plan 2021-27.": [
            "2019/20 | date 2019 | until 2020",
            "2021-27 | date 2021 | until 2027",
        ],
        "Habrá de -8 a -3 grados.": ["-8 a -3 grados | measure -8..-3 degree"],
        "La tarifa bajó de 12,69 a 4 céntimos.": [
            "12,69 | money 0.1269 EUR",
            "4 céntimos | money 0.04 EUR",
        ],
        "El alquiler pasó de 640 a 710 euros.": [
            "640 | money 640 EUR",
            "710 euros | money 710 EUR",
        ],
        "El club debe 20 k€ y la ciudad 3,5 M€.": [
            "20 k€ | money 20000 EUR",
            "3,5 M€ | money 3500000 EUR",
        ],
        "Abre de 9 a 17 horas, sobre las 18 horas cierra.": [
            "9 | time T09:00",
            "17 horas | time T17:00",
            "18 horas | time T18:00 | approx",
        ],
        "La muestra tiene 7 × 10^4 bacterias.": ["7 × 10^4 | count 70000"],
        "El precio se multiplicó por 4.": ["4 | ratio 4"],
        "En el 2T 2023 y el primer semestre de 2024 bajan las ventas.": [
            "2T 2023 | date 2023-Q2",
            "primer semestre de 2024 | date 2024-H1",
        ],
        "Murió en el 44 a. C.": ["44 a. C. | date -0043"],
        "Hay 12 heridos, según la policía, y 4 detenidos, confirmó el alcalde.": [
            "12 | count 12",
            "4 | count 4",
        ],
        "El equipo ganó por 3 a 1.": ["3 a 1 | score 3:1"],
        "El paro bajó 0,2 puntos, hasta el 11,3 %.": [
            "0,2 puntos | percent 0.2 percentage_point",
            "11,3 % | percent 11.3 percent",
        ],
        "Los días 14 y 15 de julio, y del 1 al 3 de agosto.": [
            "14 | date XXXX-07-14",
            "15 de julio | date XXXX-07-15",
            "1 al 3 de agosto | date XXXX-08-01 | until XXXX-08-03",
        ],
        "La ciudad tiene 52 300 vecinos.": ["52 300 | count 52300"],
        "Abrió el 3 y el 4 de mayo.": ["3 | date XXXX-05-03", "4 de mayo | date XXXX-05-04"],
    },
}
