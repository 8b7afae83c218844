"""Every unit once: its name, kind and sign, how four languages spell it, and what is written behind a number.

Figures are read by it, numbers are written by it, and `figure>5ha` asks by it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:  # the first frame writes numbers, and needs no figure for it
    from lesart.model.figure import FigureKind


class UnitRow(NamedTuple):
    """One unit. "~" stands for a space within a spelling; a spelling that begins with it is a phrase of one word."""

    name: str
    """Singular, English, as figures keep it."""
    kind: FigureKind
    sign: str = ""
    """What is written behind a number in every language; empty: `words` are."""
    read: str = ""
    """Signs that stand behind digits in every language, in lower case."""
    de: str = ""
    en: str = ""
    fr: str = ""
    es: str = ""
    """How the texts of each language spell it."""
    words: str = ""
    """English; German; French; Spanish, each "one|many", or one form for both."""

    def spellings(self, language: str) -> list[str]:
        """As one text of words with "~" for spaces."""
        return {"de": self.de, "en": self.en, "fr": self.fr, "es": self.es}[language].split()


_unit = UnitRow

# fmt: off
UNIT_TABLE: tuple[UnitRow, ...] = (
    _unit("century", "duration", words="century|centuries; Jahrhundert|Jahrhunderte; siècle|siècles; siglo|siglos"),
    _unit("decade", "duration", de="jahrzehnt jahrzehnte jahrzehnten", en="decade decades", fr="décennie décennies", es="década décadas", words="decade|decades; Jahrzehnt|Jahrzehnte; décennie|décennies; década|décadas"),
    _unit("year", "duration", read="yr yrs", de="jahr jahre jahren jahres", en="year years", fr="an ans année années", es="año años", words="year|years; Jahr|Jahre; an|ans; año|años"),
    _unit("month", "duration", de="monat monate monaten monats", en="month months", fr="mois", es="mes meses", words="month|months; Monat|Monate; mois; mes|meses"),
    _unit("week", "duration", de="woche wochen", en="week weeks", fr="semaine semaines", es="semana semanas", words="week|weeks; Woche|Wochen; semaine|semaines; semana|semanas"),
    _unit("quarter", "duration", en="quarters", words="quarter|quarters; Quartal|Quartale; trimestre|trimestres; trimestre|trimestres"),
    _unit("day", "duration", de="tag tage tagen tages", en="day days", fr="jour jours journée journées", es="día días dia dias jornada jornadas", words="day|days; Tag|Tage; jour|jours; día|días"),
    _unit("hour", "duration", read="h hr hrs", de="stunde stunden std", en="hour hours", fr="heure heures", es="hora horas", words="hour|hours; Stunde|Stunden; heure|heures; hora|horas"),
    _unit("minute", "duration", read="min mins", de="minute minuten min", en="minute minutes", fr="minute minutes", es="minuto minutos", words="minute|minutes; Minute|Minuten; minute|minutes; minuto|minutos"),
    _unit("second", "duration", read="s sec secs", de="sekunde sekunden sek", en="second seconds", fr="seconde secondes", es="segundo segundos", words="second|seconds; Sekunde|Sekunden; seconde|secondes; segundo|segundos"),
    _unit("millisecond", "duration", sign="ms", read="ms", de="millisekunde millisekunden", en="millisecond milliseconds"),
    _unit("night", "duration", de="nacht nächte nächten", en="night nights", fr="nuit nuits", es="noche noches", words="night|nights; Nacht|Nächte; nuit|nuits; noche|noches"),
    _unit("kilometre", "distance", sign="km", read="km", de="kilometer kilometern kilometers", en="kilometre kilometres kilometer kilometers", fr="kilomètre kilomètres", es="kilómetro kilómetros kilometros"),
    _unit("metre", "distance", sign="m", read="m", de="meter metern meters", en="metre metres meter meters", fr="mètre mètres", es="metro metros"),
    _unit("centimetre", "distance", sign="cm", read="cm", de="zentimeter zentimetern", en="centimetre centimetres centimeter centimeters", fr="centimètre centimètres", es="centímetro centímetros"),
    _unit("millimetre", "distance", sign="mm", read="mm", de="millimeter millimetern", en="millimetre millimetres millimeter millimeters", fr="millimètre millimètres", es="milímetro milímetros"),
    _unit("micrometre", "distance", sign="µm", read="µm", de="mikrometer mikrometern", en="micrometre micrometres micrometer micrometers micron microns"),
    _unit("nanometre", "distance", sign="nm", read="nm", de="nanometer nanometern", en="nanometre nanometres nanometer nanometers", fr="nanomètres"),
    _unit("mile", "distance", read="mi", de="meile meilen", en="mile miles", fr="miles", es="milla millas", words="mile|miles; Meile|Meilen; mille|milles; milla|millas"),
    _unit("furlong", "distance", de="furlong furlongs", en="furlong furlongs", fr="furlong furlongs", es="furlong furlongs", words="furlong|furlongs; Furlong|Furlongs; furlong|furlongs; furlong|furlongs"),
    _unit("nautical_mile", "distance", de="seemeile seemeilen", en="nautical~miles nautical~mile", fr="milles~marins milles~nautiques", es="millas~náuticas", words="nautical mile|nautical miles; Seemeile|Seemeilen; mille marin|milles marins; milla náutica|millas náuticas"),
    _unit("foot", "distance", read="ft", de="fuß", en="foot feet", fr="pied pieds", es="pie pies", words="foot|feet; Fuß; pied|pieds; pie|pies"),
    _unit("inch", "distance", read="in", de="zoll", en="inch inches", fr="pouce pouces", es="pulgada pulgadas", words="inch|inches; Zoll; pouce|pouces; pulgada|pulgadas"),
    _unit("yard", "distance", read="yd yds", de="yard yards", en="yard yards", words="yard|yards; Yard|Yards; yard|yards; yarda|yardas"),
    _unit("light_year", "distance", de="lichtjahr lichtjahre lichtjahren", en="light-year light-years light~years light~year", fr="années-lumière", es="años-luz años~luz", words="light-year|light-years; Lichtjahr|Lichtjahre; année-lumière|années-lumière; año luz|años luz"),
    _unit("tonne", "measure", sign="t", read="t", de="tonne tonnen", en="tonne tonnes ton tons metric~tons metric~tonnes metric~ton", fr="tonne tonnes", es="tonelada toneladas"),
    _unit("kilogram", "measure", sign="kg", read="kg", de="kilogramm kilo kilos", en="kilogram kilograms kilo kilos kilogramme kilogrammes", fr="kilogramme kilogrammes kilo kilos", es="kilogramo kilogramos kilo kilos"),
    _unit("gram", "measure", sign="g", read="g", de="gramm", en="gram grams gramme grammes", fr="gramme grammes", es="gramo gramos"),
    _unit("milligram", "measure", sign="mg", read="mg", de="milligramm", en="milligram milligrams", fr="milligramme milligrammes", es="miligramo miligramos"),
    _unit("microgram", "measure", sign="µg", read="µg", de="mikrogramm", en="microgram micrograms", fr="microgrammes", es="microgramos"),
    _unit("pound", "measure", read="lb lbs", de="pfund", es="libra libras", words="lb; Pfund; livre|livres; libra|libras"),
    _unit("ounce", "measure", read="oz", de="unze unzen", en="ounce ounces", fr="once onces", es="onza onzas", words="ounce|ounces; Unze|Unzen; once|onces; onza|onzas"),
    _unit("hundredweight", "measure", de="zentner zentnern", words="hundredweight; Zentner; quintal|quintaux; quintal|quintales"),
    _unit("litre", "measure", sign="l", read="l", de="liter litern", en="litre litres liter liters", fr="litre litres", es="litro litros"),
    _unit("millilitre", "measure", sign="ml", read="ml", de="milliliter millilitern", en="millilitre millilitres milliliter milliliters", fr="millilitre millilitres", es="mililitro mililitros"),
    _unit("hectolitre", "measure", sign="hl", read="hl", de="hektoliter hektolitern", fr="hectolitre hectolitres", es="hectolitros"),
    _unit("cubic_metre", "measure", sign="m³", read="m³ m3 cbm", de="kubikmeter kubikmetern", en="cubic-metre cubic~metres cubic~meters cubic~metre cubic~meter", fr="mètres~cubes mètre~cube", es="metros~cúbicos metro~cúbico"),
    _unit("square_kilometre", "measure", sign="km²", read="km² km2 qkm", de="quadratkilometer quadratkilometern", en="square~kilometres square~kilometers square~kilometre square~kilometer square~km sq~km", fr="kilomètres~carrés kilomètre~carré km~carrés", es="kilómetros~cuadrados kilómetro~cuadrado km~cuadrados"),
    _unit("square_metre", "measure", sign="m²", read="m² m2 qm sqm", de="quadratmeter quadratmetern", en="square~metres square~meters square~metre square~meter sq~m", fr="mètres~carrés mètre~carré", es="metros~cuadrados metro~cuadrado"),
    _unit("hectare", "measure", sign="ha", read="ha", de="hektar", en="hectare hectares", fr="hectare hectares", es="hectárea hectáreas"),
    _unit("acre", "measure", de="acre acres morgen", en="acre acres", es="acres", words="acre|acres; Acre|Acres; acre|acres; acre|acres"),
    _unit("square_mile", "measure", sign="mi²", read="sq~mi", de="quadratmeile quadratmeilen", en="square~miles square~mile sq~miles sq~mi"),
    _unit("square_foot", "measure", sign="ft²", read="sq~ft", en="square~feet square~foot sq~ft"),
    _unit("kilometre_per_hour", "measure", sign="km/h", read="km/h kmh kph", de="stundenkilometer stundenkilometern km~/~h kilometer~pro~stunde kilometern~pro~stunde", en="km~/~h kilometers~per~hour kilometres~per~hour kilometers~an~hour kilometres~an~hour km~per~hour", fr="km~/~h kilomètres~par~heure kilomètres~à~l'heure kilomètres~heure ~kilomètres-heure km~à~l'heure", es="km~/~h kilómetros~por~hora km~por~hora"),
    _unit("mile_per_hour", "measure", sign="mph", read="mph", en="miles~per~hour miles~an~hour"),
    _unit("metre_per_second", "measure", sign="m/s", read="m/s", de="m~/~s meter~pro~sekunde metern~pro~sekunde", en="metres~per~second meters~per~second m~/~s", fr="m~/~s mètres~par~seconde", es="m~/~s metros~por~segundo"),
    _unit("knot", "measure", read="kn kt", de="knoten", en="knots", fr="nœuds", es="nudos", words="knot|knots; Knoten; nœud|nœuds; nudo|nudos"),
    _unit("degree", "measure", sign="°", read="°", de="grad", en="degree degrees", fr="degré degrés", es="grado grados"),
    _unit("degree_celsius", "measure", sign="°C", read="°c ºc", de="grad~celsius °~c °~celsius", en="degrees~celsius degrees~centigrade °~c degree~celsius degrees~c °~celsius", fr="degrés~celsius degré~celsius °~c °~celsius", es="grados~celsius grado~celsius grados~centígrados °~c °~celsius"),
    _unit("degree_fahrenheit", "measure", sign="°F", read="°f ºf", de="grad~fahrenheit °~f", en="degrees~fahrenheit °~f degree~fahrenheit degrees~f", fr="degrés~fahrenheit °~f", es="grados~fahrenheit °~f"),
    _unit("kelvin", "measure", sign="K", de="kelvin", en="kelvin"),
    _unit("watt", "measure", sign="W", read="w", de="watt", en="watt watts", fr="watt watts", es="vatio vatios"),
    _unit("kilowatt", "measure", sign="kW", read="kw", de="kilowatt", en="kilowatt kilowatts", fr="kilowatt kilowatts", es="kilovatio kilovatios"),
    _unit("megawatt", "measure", sign="MW", read="mw", de="megawatt", en="megawatt megawatts", fr="mégawatt mégawatts", es="megavatio megavatios"),
    _unit("gigawatt", "measure", sign="GW", read="gw", de="gigawatt", en="gigawatt gigawatts", fr="gigawatt gigawatts", es="gigavatio gigavatios"),
    _unit("terawatt", "measure", sign="TW", read="tw", de="terawatt", en="terawatt terawatts"),
    _unit("kilowatt_hour", "measure", sign="kWh", read="kwh", de="kilowattstunde kilowattstunden", en="kilowatt-hour kilowatt-hours kilowatt~hours", fr="kilowattheure kilowattheures", es="kilovatios-hora"),
    _unit("megawatt_hour", "measure", sign="MWh", read="mwh", de="megawattstunde megawattstunden", en="megawatt-hour megawatt-hours megawatt~hours", fr="mégawattheure mégawattheures", es="megavatios-hora"),
    _unit("gigawatt_hour", "measure", sign="GWh", read="gwh", de="gigawattstunde gigawattstunden", en="gigawatt-hour gigawatt-hours gigawatt~hours", fr="gigawattheures", es="gigavatios-hora"),
    _unit("terawatt_hour", "measure", sign="TWh", read="twh", de="terawattstunde terawattstunden", en="terawatt-hour terawatt-hours terawatt~hours", fr="térawattheure térawattheures"),
    _unit("horsepower", "measure", read="hp ps bhp", de="pferdestärken", en="horsepower", words="hp; PS; ch; CV"),
    _unit("volt", "measure", sign="V", read="v", de="volt", en="volt volts", fr="volt volts", es="voltios"),
    _unit("ampere", "measure", sign="A", de="ampere"),
    _unit("hertz", "measure", sign="Hz", read="hz", de="hertz", en="hertz", fr="hertz", es="hercios"),
    _unit("kilohertz", "measure", sign="kHz", read="khz", de="kilohertz", en="kilohertz"),
    _unit("megahertz", "measure", sign="MHz", read="mhz", de="megahertz", en="megahertz", fr="mégahertz", es="megahercios"),
    _unit("gigahertz", "measure", sign="GHz", read="ghz", de="gigahertz", en="gigahertz", fr="gigahertz", es="gigahercios"),
    _unit("byte", "measure", sign="B", de="byte bytes", en="byte bytes"),
    _unit("kilobyte", "measure", sign="kB", read="kb", de="kilobyte kilobytes", en="kilobyte kilobytes", fr="ko"),
    _unit("megabyte", "measure", sign="MB", read="mb", de="megabyte megabytes", en="megabyte megabytes", fr="mo mégaoctets", es="megabytes"),
    _unit("gigabyte", "measure", sign="GB", read="gb", de="gigabyte gigabytes", en="gigabyte gigabytes", fr="go gigaoctets", es="gigabytes"),
    _unit("terabyte", "measure", sign="TB", read="tb", de="terabyte terabytes", en="terabyte terabytes", fr="to téraoctets", es="terabytes"),
    _unit("bit", "measure", sign="bit"),
    _unit("megabit", "measure", sign="Mbit"),
    _unit("gigabit", "measure", sign="Gbit"),
    _unit("barrel", "measure", read="bbl", de="barrel fass", en="barrel barrels", fr="baril barils", es="barril barriles", words="barrel|barrels; Barrel; baril|barils; barril|barriles"),
    _unit("gallon", "measure", en="gallon gallons", fr="gallons", es="galones galón", words="gallon|gallons; Gallone|Gallonen; gallon|gallons; galón|galones"),
    _unit("pint", "measure", en="pint pints", words="pint|pints; Pint|Pints; pinte|pintes; pinta|pintas"),
    _unit("pixel", "measure", read="px", de="pixel pixeln", en="pixels", words="pixel|pixels; Pixel; pixel|pixels; píxel|píxeles"),
    _unit("megapixel", "measure", read="mp", de="megapixel", en="megapixel megapixels", fr="mégapixels", es="megapíxeles", words="megapixel|megapixels; Megapixel; mégapixel|mégapixels; megapíxel|megapíxeles"),
    _unit("joule", "measure", sign="J", de="joule", en="joule joules"),
    _unit("calorie", "measure", de="kalorien", en="calorie calories", fr="calories", es="calorías", words="calorie|calories; Kalorie|Kalorien; calorie|calories; caloría|calorías"),
    _unit("kilocalorie", "measure", sign="kcal", read="kcal", de="kilokalorien"),
    _unit("decibel", "measure", sign="dB", read="db", de="dezibel", en="decibel decibels", fr="décibel décibels", es="decibelios"),
    _unit("bar", "measure", sign="bar"),
    _unit("hectopascal", "measure", sign="hPa", read="hpa", de="hektopascal"),
    _unit("pascal", "measure", sign="Pa"),
    _unit("megabit_per_second", "measure", sign="Mbit/s", read="mbit/s mbps", de="mbit~/~s"),
    _unit("gigabit_per_second", "measure", sign="Gbit/s", read="gbit/s gbps"),
    _unit("kilometre_per_second", "measure"),
    _unit("litre_per_square_metre", "measure"),
    _unit("litre_per_second", "measure"),
    _unit("litre_per_minute", "measure"),
    _unit("litre_per_hour", "measure"),
    _unit("cubic_metre_per_second", "measure"),
    _unit("cubic_metre_per_hour", "measure"),
    _unit("gram_per_kilometre", "measure"),
    _unit("gram_per_litre", "measure"),
    _unit("milligram_per_litre", "measure"),
    _unit("microgram_per_litre", "measure"),
    _unit("milligram_per_kilogram", "measure"),
    _unit("microgram_per_kilogram", "measure"),
    _unit("gram_per_kilogram", "measure"),
    _unit("milligram_per_decilitre", "measure"),
    _unit("microgram_per_cubic_metre", "measure"),
    _unit("milligram_per_cubic_metre", "measure"),
    _unit("nanogram_per_millilitre", "measure"),
    _unit("gram_per_cubic_centimetre", "measure"),
    _unit("kilogram_per_cubic_metre", "measure"),
    _unit("kilogram_per_square_metre", "measure"),
    _unit("kilogram_per_hectare", "measure"),
    _unit("tonne_per_hectare", "measure"),
    _unit("watt_hour_per_kilogram", "measure"),
    _unit("watt_per_square_metre", "measure"),
    _unit("kilowatt_hour_per_square_metre", "measure"),
    _unit("kilowatt_hour_per_kilogram", "measure"),
    _unit("microsievert_per_hour", "measure"),
    _unit("millisievert_per_hour", "measure"),
    _unit("metre_per_minute", "measure"),
    _unit("kilometre_per_litre", "measure"),
    _unit("part_per_million", "measure", sign="ppm", read="ppm"),
    _unit("part_per_billion", "measure", sign="ppb", read="ppb"),
    _unit("millimetre_of_mercury", "measure", sign="mmHg", read="mmhg"),
    _unit("watt_hour", "measure", sign="Wh", read="wh"),
    _unit("stone", "measure", read="st", en="stone", words="stone; Stone; stone; stone"),
    _unit("decilitre", "measure", sign="dl", read="dl"),
    _unit("nanogram", "measure", sign="ng", read="ng"),
    _unit("petabyte", "measure", sign="PB", read="pb"),
    _unit("kiloton", "measure", en="kiloton kilotons", words="kiloton|kilotons; Kilotonne|Kilotonnen; kilotonne|kilotonnes; kilotón|kilotones"),
    _unit("megaton", "measure", en="megaton megatons", words="megaton|megatons; Megatonne|Megatonnen; mégatonne|mégatonnes; megatón|megatones"),
    _unit("newton", "measure", sign="N"),
    _unit("carat", "measure", de="karat", en="carat carats", fr="carats", es="quilates", words="carat|carats; Karat; carat|carats; quilate|quilates"),
    _unit("cubic_foot", "measure", sign="ft³", en="cubic~feet cubic~foot"),
    _unit("cubic_kilometre", "measure", sign="km³", read="km³", de="kubikkilometer kubikkilometern"),
    _unit("centilitre", "measure", sign="cl", read="cl"),
    _unit("microsievert", "measure", sign="µSv", de="mikrosievert", en="microsieverts"),
    _unit("millisievert", "measure", sign="mSv", de="millisievert", en="millisieverts"),
    _unit("cubic_centimetre", "measure", sign="cm³", read="cm³", de="kubikzentimeter"),
    _unit("bushel", "measure", en="bushel bushels", words="bushel|bushels; Scheffel; boisseau|boisseaux; bushel|bushels"),
    _unit("square_centimetre", "measure", sign="cm²"),
)
# fmt: on
