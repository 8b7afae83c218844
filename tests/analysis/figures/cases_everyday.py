"""What stands in every paper and is easily misread: codes, addresses, places on a map, degrees below zero.

Told as in `cases_values`; an empty list says that nothing in the sentence is a figure.
"""

CASES = {
    "de": {
        "Es hatte 5 bis 8 Grad unter null.": ["5 bis 8 Grad unter null | measure -8..-5 degree"],
        "½ Liter Milch, dazu ¾ Teelöffel Salz.": ["½ Liter | measure 0.5 litre", "¾ | count 0.75"],
        "Rückfragen unter +49 (0)341 5550124.": [],
        "Der Golf 8 GTI parkte.": [],
        "Die Stelle liegt bei 51,3406° N, 12,3747° O.": [],
        "Die Ecke hat 45° Neigung.": ["45° | measure 45 degree"],
        "Az.: 12 O 345/24, Aktenzeichen 1 BvR 2656/18.": [],
        "Das Konto DE89 3704 0044 0532 0130 00 ist gesperrt.": [],
        "Siehe Seite 12 bis 15 in Heft 3/2024.": ["3/2024 | date 2024-03"],
        "Auf Seite 12 bis 15 Bilder.": ["15 | count 15"],
        "In Saal 3, Reihe 12, Platz 7 saß niemand.": [],
        "Der Fernseher hat 4K, das Kabel 3 Meter.": ["3 Meter | distance 3 metre"],
    },
    "en": {
        "It was five to eight degrees below zero.": ["five to eight degrees below zero | measure -8..-5 degree"],
        "Between 5 and 8 degrees above zero it melts.": ["5 and 8 degrees | measure 5..8 degree", "zero | count 0"],
        "Call +1 (555) 010-9999, ext. 12.": [],
        "Article 5(3) applies.": [],
        "The wreck lies at 41.7325° N, 49.9469° W.": [],
        "The docket 19-1392 was sealed.": [],
        "See pages 12 to 15 of issue 3.": [],
        "Buyers want 4K screens and 4K followers no more.": [],
        "She earns $4K.": ["$4K | money 4000 USD"],
        "It paid a premium over the $900m offer.": ["$900m | money 900000000 USD"],
        "It paid over $900m.": ["$900m | money 900000000 USD | more_than"],
    },
    "fr": {
        "Il faisait 5 à 8 degrés au-dessous de zéro.": [
            "5 à 8 degrés au-dessous de zéro | measure -8..-5 degree"],
        "Appelez le +33 6 12 34 56 78.": [],
        "Elle habite 14 bis, rue des Lilas.": [],
        "L'article L. 123-4 prévoit 3 ans.": ["3 ans | duration 3 year"],
        "L'affaire n° 21/04567 et le dossier 19-1392 sont joints.": [],
        "La n° 1 mondiale gagne.": [],
        "Pages 12 à 15 du numéro 3.": [],
        "Ariane 6 emporte ½ tonne.": ["½ tonne | measure 0.5 tonne"],
    },
    "es": {
        "Hizo entre 5 y 8 grados bajo cero.": ["5 y 8 grados bajo cero | measure -8..-5 degree"],
        "Gastó una cuarta parte.": ["una cuarta parte | ratio 0.25"],
        "La cuarta parte es la mejor.": ["cuarta | ordinal 4"],
        "Sale a las 7.05 de la mañana.": ["7.05 de la mañana | time T07:05"],
        "Sale a las 7.05 y vuelve.": ["7.05 | time T07:05"],
        "El expediente 21/4567 y la causa 1392/19 siguen.": [],
        "Está a 40,41° N y 3,70° O.": [],
        "El Falcon 9 y el Apolo 11 volaron.": [],
    },
}  # fmt: skip
