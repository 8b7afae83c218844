"""How units are written behind a number, for one and for many, in each language of the screen."""

from __future__ import annotations

SIGNS = {
    "percent": "%", "per_mille": "‰",
    "kilometre": "km", "metre": "m", "centimetre": "cm", "millimetre": "mm", "micrometre": "µm",
    "nanometre": "nm", "square_metre": "m²", "square_kilometre": "km²", "cubic_metre": "m³",
    "cubic_centimetre": "cm³", "cubic_kilometre": "km³", "hectare": "ha", "square_mile": "mi²",
    "square_foot": "ft²", "cubic_foot": "ft³", "kilometre_per_hour": "km/h",
    "metre_per_second": "m/s", "mile_per_hour": "mph",
    "kilogram": "kg", "gram": "g", "milligram": "mg", "microgram": "µg", "tonne": "t",
    "litre": "l", "centilitre": "cl", "millilitre": "ml", "hectolitre": "hl",
    "degree": "°", "degree_celsius": "°C", "celsius": "°C", "degree_fahrenheit": "°F",
    "fahrenheit": "°F", "kelvin": "K", "hectopascal": "hPa",
    "watt": "W", "kilowatt": "kW", "megawatt": "MW", "gigawatt": "GW", "terawatt": "TW",
    "kilowatt_hour": "kWh", "megawatt_hour": "MWh", "gigawatt_hour": "GWh",
    "terawatt_hour": "TWh", "joule": "J", "kilocalorie": "kcal", "volt": "V", "ampere": "A",
    "byte": "B", "kilobyte": "kB", "megabyte": "MB", "gigabyte": "GB", "terabyte": "TB",
    "megabit_per_second": "Mbit/s", "gigabit_per_second": "Gbit/s",
    "hertz": "Hz", "kilohertz": "kHz", "megahertz": "MHz", "gigahertz": "GHz",
    "bit": "bit", "megabit": "Mbit", "gigabit": "Gbit", "bar": "bar", "pascal": "Pa",
    "newton": "N", "square_centimetre": "cm²", "watt_hour": "Wh", "decilitre": "dl", "nanogram": "ng", "petabyte": "PB",
    "decibel": "dB", "microsievert": "µSv", "millisievert": "mSv", "millisecond": "ms",
}  # fmt: skip
"""What is written alike everywhere: the signs of the SI, and those of its kind."""

_WORDS = {
    # unit: (English, German, French, Spanish), each "one|many" or one form for both
    "percentage_point": ("pp", "PP", "pt|pts", "pp"),
    "basis_point": ("bp", "BP", "pb", "pb"),
    "quarter": ("quarter|quarters", "Quartal|Quartale", "trimestre|trimestres", "trimestre|trimestres"),
    "stone": ("stone", "Stone", "stone", "stone"),
    "year": ("year|years", "Jahr|Jahre", "an|ans", "año|años"),
    "month": ("month|months", "Monat|Monate", "mois", "mes|meses"),
    "week": ("week|weeks", "Woche|Wochen", "semaine|semaines", "semana|semanas"),
    "day": ("day|days", "Tag|Tage", "jour|jours", "día|días"),
    "night": ("night|nights", "Nacht|Nächte", "nuit|nuits", "noche|noches"),
    "hour": ("hour|hours", "Stunde|Stunden", "heure|heures", "hora|horas"),
    "minute": ("minute|minutes", "Minute|Minuten", "minute|minutes", "minuto|minutos"),
    "second": ("second|seconds", "Sekunde|Sekunden", "seconde|secondes", "segundo|segundos"),
    "decade": ("decade|decades", "Jahrzehnt|Jahrzehnte", "décennie|décennies", "década|décadas"),
    "century": ("century|centuries", "Jahrhundert|Jahrhunderte", "siècle|siècles", "siglo|siglos"),
    "mile": ("mile|miles", "Meile|Meilen", "mille|milles", "milla|millas"),
    "nautical_mile": (
        "nautical mile|nautical miles", "Seemeile|Seemeilen", "mille marin|milles marins",
        "milla náutica|millas náuticas",
    ),
    "light_year": (
        "light-year|light-years", "Lichtjahr|Lichtjahre", "année-lumière|années-lumière",
        "año luz|años luz",
    ),
    "foot": ("foot|feet", "Fuß", "pied|pieds", "pie|pies"),
    "inch": ("inch|inches", "Zoll", "pouce|pouces", "pulgada|pulgadas"),
    "yard": ("yard|yards", "Yard|Yards", "yard|yards", "yarda|yardas"),
    "acre": ("acre|acres", "Acre|Acres", "acre|acres", "acre|acres"),
    "pound": ("lb", "Pfund", "livre|livres", "libra|libras"),
    "ounce": ("ounce|ounces", "Unze|Unzen", "once|onces", "onza|onzas"),
    "hundredweight": ("hundredweight", "Zentner", "quintal|quintaux", "quintal|quintales"),
    "carat": ("carat|carats", "Karat", "carat|carats", "quilate|quilates"),
    "bushel": ("bushel|bushels", "Scheffel", "boisseau|boisseaux", "bushel|bushels"),
    "barrel": ("barrel|barrels", "Barrel", "baril|barils", "barril|barriles"),
    "gallon": ("gallon|gallons", "Gallone|Gallonen", "gallon|gallons", "galón|galones"),
    "pint": ("pint|pints", "Pint|Pints", "pinte|pintes", "pinta|pintas"),
    "knot": ("knot|knots", "Knoten", "nœud|nœuds", "nudo|nudos"),
    "horsepower": ("hp", "PS", "ch", "CV"),
    "calorie": ("calorie|calories", "Kalorie|Kalorien", "calorie|calories", "caloría|calorías"),
    "kiloton": ("kiloton|kilotons", "Kilotonne|Kilotonnen", "kilotonne|kilotonnes", "kilotón|kilotones"),
    "megaton": ("megaton|megatons", "Megatonne|Megatonnen", "mégatonne|mégatonnes", "megatón|megatones"),
    "pixel": ("pixel|pixels", "Pixel", "pixel|pixels", "píxel|píxeles"),
    "megapixel": ("megapixel|megapixels", "Megapixel", "mégapixel|mégapixels", "megapíxel|megapíxeles"),
}  # fmt: skip


_RATES = [
    "kilometre_per_second",
    "litre_per_square_metre",
    "litre_per_second",
    "litre_per_minute",
    "litre_per_hour",
    "cubic_metre_per_second",
    "cubic_metre_per_hour",
    "gram_per_kilometre",
    "gram_per_litre",
    "milligram_per_litre",
    "microgram_per_litre",
    "milligram_per_kilogram",
    "microgram_per_kilogram",
    "gram_per_kilogram",
    "milligram_per_decilitre",
    "microgram_per_cubic_metre",
    "milligram_per_cubic_metre",
    "nanogram_per_millilitre",
    "gram_per_cubic_centimetre",
    "kilogram_per_cubic_metre",
    "kilogram_per_square_metre",
    "kilogram_per_hectare",
    "tonne_per_hectare",
    "watt_hour_per_kilogram",
    "watt_per_square_metre",
    "kilowatt_hour_per_square_metre",
    "kilowatt_hour_per_kilogram",
    "microsievert_per_hour",
    "millisievert_per_hour",
    "metre_per_minute",
    "kilometre_per_litre",
]
_TIMES = {"second": "s", "minute": "min", "hour": "h"}


def _sign_of_rate(name: str) -> str:
    """ "l/m²" of litre_per_square_metre: the signs of its two units."""
    amount, _, base = name.partition("_per_")
    return f"{SIGNS[amount]}/{SIGNS.get(base) or _TIMES[base]}"


SIGNS |= {name: _sign_of_rate(name) for name in _RATES}


def _of(column: int) -> dict[str, tuple[str, str]]:
    found = {unit: (sign, sign) for unit, sign in SIGNS.items()}
    for unit, languages in _WORDS.items():
        one, _, many = languages[column].partition("|")
        found[unit] = (one, many or one)
    return found


UNITS = {language: _of(column) for column, language in enumerate(("en", "de", "fr", "es"))}
"""For each language: unit -> what is written behind 1, and behind any other number."""
