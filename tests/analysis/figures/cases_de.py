"""German sentences and the figures in them, all of them and no others."""

CASES = {
    # plain numbers
    "Etwa 4.500 Soldaten fielen.": ["4.500 | count 4500 | approx | Soldaten"],
    "Es kamen 4 500 Besucher.": ["4 500 | count 4500 | Besucher"],
    "Es kamen 4'500 Besucher.": ["4'500 | count 4500 | Besucher"],
    "Über 1,5 Millionen Menschen leben dort.": ["1,5 Millionen | count 1500000 | more_than | Menschen"],
    "Der Ort hat 12 Einwohner.": ["12 | count 12 | Einwohner"],
    "Das Werk baute 1,2 Mio. Autos.": ["1,2 Mio. | count 1200000 | Autos"],
    "Zweihundertfünfzig Gäste und dreiundzwanzig Kinder kamen.": [
        "Zweihundertfünfzig | count 250 | Gäste", "dreiundzwanzig | count 23 | Kinder"],
    "Rund zwölftausend Fans feierten.": ["zwölftausend | count 12000 | approx | Fans"],
    "Eine Million Hühner starben.": ["Eine Million | count 1000000 | Hühner"],
    "Die halbe Million ist erreicht, eine halbe Million Euro fehlt noch.": [
        "halbe Million | count 500000", "eine halbe Million Euro | money 500000 EUR"],
    "Hundert Menschen warteten.": ["Hundert | count 100 | Menschen"],
    "Ein Dutzend Eier und zwei Dutzend Flaschen.": [
        "Ein Dutzend | count 12 | Eier", "zwei Dutzend | count 24 | Flaschen"],
    "Er wartete anderthalb Stunden.": ["anderthalb Stunden | duration 1.5 hour"],
    "Nach zweieinhalb Jahren kam er frei.": ["zweieinhalb Jahren | duration 2.5 year"],
    # qualifiers
    "Knapp neun Jahre dauerte es.": ["neun Jahre | duration 9 year | just_under"],
    "Bis zu 114.000 Zivilisten kamen um.": ["114.000 | count 114000 | at_most | Zivilisten"],
    "Mindestens drei Menschen starben.": ["drei | count 3 | at_least | Menschen"],
    "Höchstens 20 Plätze sind frei.": ["20 | count 20 | at_most | Plätze"],
    "Weniger als 5 Prozent stimmten zu.": ["5 Prozent | percent 5 percent | less_than"],
    "Nicht mehr als 30 Gäste dürfen kommen.": ["30 | count 30 | at_most | Gäste"],
    "Fast 70 Prozent der Wähler blieben fern.": ["70 Prozent | percent 70 percent | just_under | Wähler"],
    "Gut 200 Helfer suchten.": ["200 | count 200 | more_than | Helfer"],
    "Schätzungsweise 3.000 Tiere leben dort.": ["3.000 | count 3000 | approx | Tiere"],
    "Genau 17 Stimmen fehlten.": ["17 | count 17 | Stimmen"],
    "Nur 157 Soldaten bleiben.": ["157 | count 157 | Soldaten"],
    "Es waren 300 oder mehr Zuschauer.": ["300 | count 300 | at_least | Zuschauer"],
    # ranges
    "Zwischen 3 und 5 Prozent fielen durch.": ["3 und 5 Prozent | percent 3..5 percent"],
    "20.000 bis 30.000 Menschen flohen.": ["20.000 bis 30.000 | count 20000..30000 | Menschen"],
    "Erwartet werden 20.–30.000 Gäste.": ["20.–30.000 | count 20000..30000 | Gäste"],
    "Es dauert 10-15 Minuten.": ["10-15 Minuten | duration 10..15 minute"],
    "Drei bis fünf Millionen Euro kostet das.": ["Drei bis fünf Millionen Euro | money 3000000..5000000 EUR"],
    "Von 5 bis 8 Tonnen war die Rede.": ["5 bis 8 Tonnen | measure 5..8 tonne"],
    # shares and multiples
    "Zwei Drittel der Deutschen heizen mit Gas.": ["Zwei Drittel | ratio 0.6667 | Deutschen"],
    "Jeder Fünfte ist arm.": ["Jeder Fünfte | ratio 0.2"],
    "Jedes dritte Kind kann nicht schwimmen.": ["Jedes dritte | ratio 0.3333 | Kind"],
    "Dreimal so viele Fälle wie im Vorjahr.": ["Dreimal | ratio 3 | Fälle"],
    "Die Kosten sind mehr als doppelt so hoch.": ["doppelt | ratio 2 | more_than | Kosten"],
    "Fast die Hälfte der Betriebe klagt.": ["Hälfte | ratio 0.5 | just_under | Betriebe"],
    "Einer von zehn Schülern fehlte.": ["Einer von zehn | ratio 0.1 | Schülern"],
    "Ein Viertel der Fläche brannte.": ["Ein Viertel | ratio 0.25 | Fläche"],
    "Das Dreifache wurde gezahlt.": ["Dreifache | ratio 3"],
    # vague
    "Hunderte Soldaten kamen.": ["Hunderte | count ? | approx | Soldaten"],
    "Tausende von Menschen protestierten.": ["Tausende | count ? | approx | Menschen"],
    "Mehrere hundert Helfer suchten.": ["hundert | count ? | approx | Helfer"],
    "Es entstanden Schäden in Millionenhöhe.": [],
    # money
    "Das kostet 2,4 Mrd. Euro.": ["2,4 Mrd. Euro | money 2400000000 EUR"],
    "Der Preis stieg auf 99 Cent.": ["99 Cent | money 0.99 EUR | Preis"],
    "Sie zahlten 50 € und 20 US-Dollar.": ["50 € | money 50 EUR", "20 US-Dollar | money 20 USD"],
    "Für 300 Schweizer Franken gab es nichts.": ["300 Schweizer Franken | money 300 CHF"],
    # duration, distance, measure
    "Nach acht Jahren und rund neun Monaten endet es.": [
        "acht Jahren | duration 8 year", "neun Monaten | duration 9 month | approx"],
    "Die 3-jährige Tochter und der 20-jährige Sohn.": [
        "3-jährige | duration 3 year", "20-jährige | duration 20 year"],
    "Der Verein feiert sein 20-jähriges Bestehen.": ["20-jähriges | duration 20 year"],
    "Minus 3 Grad wurden gemessen, später -12 °C.": [
        "Minus 3 Grad | measure -3 degree", "-12 °C | measure -12 degree_celsius"],
    "Nach rund 350 Kilometern war Schluss.": ["350 Kilometern | distance 350 kilometre | approx"],
    "Das Auto fuhr 180 km/h.": ["180 km/h | measure 180 kilometre_per_hour"],
    "Drei Tonnen Kokain wurden gefunden.": ["Drei Tonnen | measure 3 tonne | Kokain"],
    "Der Brand zerstörte 500 Hektar Wald.": ["500 Hektar | measure 500 hectare | Wald"],
    "Eine halbe Stunde später brannte es.": ["Eine halbe Stunde | duration 0.5 hour"],
    "Er bekam acht Jahre Haft.": ["acht Jahre | duration 8 year | Haft"],
    "Die 500-Mann-Truppe zog ab.": ["500 | count 500 | Mann"],
    # percent and points
    "Der Anteil stieg um 2,5 Prozentpunkte.": ["2,5 Prozentpunkte | percent 2.5 percentage_point | Anteil"],
    "Die Inflation lag bei 7,9 %.": ["7,9 % | percent 7.9 percent | Inflation"],
    # dates and times
    "Im März 2003 begann es.": ["März 2003 | date 2003-03"],
    "Am 12. Mai 2018 um 12.30 Uhr begann es.": [
        "12. Mai 2018 | date 2018-05-12", "12.30 Uhr | time T12:30"],
    "Der Abzug war Ende 2011.": ["Ende 2011 | date 2011"],
    "Am Mittwoch und im Oktober.": ["Mittwoch | date XXXX-WXX-3", "Oktober | date XXXX-10"],
    "Im dritten Quartal 2022 sank es.": ["dritten Quartal 2022 | date 2022-Q3"],
    "In den 1990er Jahren war das anders.": ["1990er Jahren | date 199X"],
    "Seit dem 17. Jahrhundert steht die Kirche.": ["17. Jahrhundert | date 16XX"],
    "Am 03.10.1990 war es so weit.": ["03.10.1990 | date 1990-10-03"],
    "Das Geschäft schließt um 20 Uhr.": ["20 Uhr | time T20:00"],
    # scores, ordinals
    "Sie gewannen 2:1.": ["2:1 | score 2:1"],
    "Zum dritten Mal siegte sie.": ["dritten | ordinal 3"],
    "Sie kam auf den 3. Platz.": ["3. | ordinal 3"],
    # shared units, elided nouns
    "Es gab drei, vier oder fünf Tote.": [
        "drei | count 3 | Tote", "vier | count 4 | Tote", "fünf | count 5 | Tote"],
    "Etwa 4.500 Soldaten starben, mehr als 30.000 weitere wurden verletzt.": [
        "4.500 | count 4500 | approx | Soldaten", "30.000 | count 30000 | more_than | Soldaten"],
    "Sie wuchs um 3, 4 und 5 Prozent.": [
        "3 | percent 3 percent", "4 | percent 4 percent", "5 Prozent | percent 5 percent"],
    "Die Zahl der Toten stieg auf 45.": ["45 | count 45 | Toten"],
    "Die zivilen Opfer werden auf bis zu 114.000 geschätzt.": ["114.000 | count 114000 | at_most | zivilen Opfer"],
    # what is counted
    "Die 900.000 Mitglieder der irakischen Armee warten.": [
        "900.000 | count 900000 | Mitglieder der irakischen Armee"],
    "Eine Kolonne aus 110 gepanzerten Fahrzeugen fuhr vor.": ["110 | count 110 | gepanzerten Fahrzeugen"],
    "Von den 80 Abgeordneten stimmten 41 zu.": ["80 | count 80 | Abgeordneten", "41 | count 41 | Abgeordneten"],
    "Zwei der Täter entkamen.": ["Zwei | count 2 | Täter"],
    # traps
    "Ein A380 und eine Boeing 737 landeten.": [],
    "Nach § 219a und Artikel 5 ist das klar.": [],
    "Der G20-Gipfel und die Formel 1 ziehen um.": [],
    "Rufen Sie 030 1234567 oder +49 30 901820 an.": [],
    "Die ISBN 978-3-16-148410-0 steht hinten.": [],
    "Mehr auf https://example.org/2020/05/3 im Netz.": [],
    "Python 3.11.2 ist erschienen.": [],
    "Einer der Männer sagte, eins sei klar.": [],
    "Er wohnt in der Hauptstraße 12.": [],
    "Sie wohnt in 10115 Berlin.": [],
    "Anna Berg (34) und Jan Wolf (51) heirateten.": [],
    "1. Wasser kochen\n2. Tee aufgießen\n": [],
    "Die U-21 und Covid-19 beschäftigten sie.": [],
    "Der eine ging, der andere blieb.": [],
    "Sie wird gezählt. 2022 wurden 83 Millionen gezählt. 1990 war es anders.": [
        "2022 | date 2022", "83 Millionen | count 83000000", "1990 | date 1990"],
    "Um acht Uhr abends kam sie, um 3 Uhr nachts ging sie.": [
        "acht Uhr | time T20:00", "3 Uhr | time T03:00"],
    "Er kam um Viertel nach drei und blieb bis halb acht.": [
        "Viertel nach drei | time T03:15", "halb acht | time T07:30"],
    "Das Glas war halb leer, der Tisch halb zwei Meter breit.": ["zwei Meter | distance 2 metre | Tisch"],
    "Ein Viertel einer Stunde verging.": ["Ein Viertel einer Stunde | duration 0.25 hour"],
    "Einer von 1.200 Gästen gewann.": ["1.200 | count 1200 | Gästen"],
    "0₩0": ["0₩ | money 0 KRW", "0 | count 0"],
    "0-": ["0 | count 0"],
    "Einer von": [],
    "Um 11 Uhr mittags und um 1 Uhr mittags.": ["11 Uhr | time T11:00", "1 Uhr | time T13:00"],
}  # fmt: skip
