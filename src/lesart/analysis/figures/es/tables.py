"""Spanish as data: its number words, units, qualifiers, dates and what stands around a count."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.es.noun_context import NOUN_CONTEXT
from lesart.analysis.figures.lexicon import Lexicon
from lesart.analysis.figures.table_syntax import (
    mapped,
    month_names,
    numbered,
    phrases,
    spelt_out,
    valued,
    words,
)
from lesart.analysis.figures.units import currencies_of, unit_phrases_of, units_of

_SMALL = {
    **numbered(
        "dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince "
        "dieciséis|dieciseis diecisiete dieciocho diecinueve veinte veintiuno|veintiún|veintiuna "
        "veintidós|veintidos veintitrés|veintitres veinticuatro veinticinco veintiséis|veintiseis "
        "veintisiete veintiocho veintinueve",
        2,
    ),
    "cero": 0, "treinta": 30, "cuarenta": 40, "cincuenta": 50, "sesenta": 60, "setenta": 70,
    "ochenta": 80, "noventa": 90, "cien": 100, "ciento": 100,
    **{stem + end: n * 100
       for n, stem in {2: "doscient", 3: "trescient", 4: "cuatrocient", 5: "quinient",
                       6: "seiscient", 7: "setecient", 8: "ochocient", 9: "novecient"}.items()
       for end in ("os", "as")},
}  # fmt: skip

_ORDINALS = numbered(
    "primero|primera|primer|primeros|primeras segundo|segunda tercero|tercera|tercer "
    "cuarto|cuarta quinto|quinta sexto|sexta séptimo|séptima octavo|octava noveno|novena "
    "décimo|décima undécimo|undécima duodécimo|duodécima"
)

TABLES = Lexicon(
    code="es",
    decimal=",",
    may_group_by_decimal=True,
    small=_SMALL,
    hundred={},
    scales=spelt_out(("mil", 3), ("millón millones", 6), ("billón billones", 12)),
    short_scales=spelt_out(("k", 3), ("mill m mdd", 6)),
    joiners=words("y"),
    one=words("un uno una"),
    real_one=words("un uno una"),
    bare_scales=True,
    bare_scale_words=words("mil"),
    scale_joins=words("de d'"),
    half_after=(("y", "medio"), ("y", "media")),
    point=words("coma"),
    collective={
        "docena": 12,
        "docenas": 12,
        "decena": 10,
        "veintena": 20,
        "treintena": 30,
        "cuarentena": 40,
        "cincuentena": 50,
        "centenar": 100,
        "millar": 1000,
        "quincena": 15,
    },
    roundish=words("decena veintena treintena cincuentena centenar millar"),
    units=units_of("es"),
    unit_phrases=unit_phrases_of("es"),
    currencies=currencies_of("es")
    | {
        "euro": "EUR",
        "euros": "EUR",
        "céntimo": "EUR",
        "céntimos": "EUR",
        "dólar": "USD",
        "dólares": "USD",
        "dolares": "USD",
        "libra": "GBP",
        "libras": "GBP",
        "yen": "JPY",
        "yenes": "JPY",
        "yuan": "CNY",
        "yuanes": "CNY",
        "rublo": "RUB",
        "rublos": "RUB",
        "rupias": "INR",
        "franco": "CHF",
        "francos": "CHF",
        "peso": "MXN",
        "pesos": "MXN",
        "reales": "BRL",
        "soles": "PEN",
        "bolívares": "VES",
        "pesetas": "ESP",
        "coronas": "SEK",
        "liras": "TRY",
        "wones": "KRW",
        "bitcoins": "XBT",
        "centavos": "USD",
    },
    hundredths=words("céntimo céntimos centavos"),
    score_to=words("a"),
    finite_endings=("aron", "ieron", "aban", "ían", "ó"),
    tells_of=dict.fromkeys(words("habla hablan habló hablaron hablaba hablaban"), words("de")),
    instead=phrases(
        "frente a | frente al | frente a los | en lugar de | en vez de | en lugar del | en vez del | limitado a | limitada a"
    ),
    tenths_of_points=words("décima décimas"),
    multiplied=phrases(
        "multiplicado por | multiplicó por | multiplicaron por | multiplica por | multiplican por | "
        "multiplicar por | multiplicará por | multiplicarán por | multiplicarse por | multiplicada por | "
        "multiplicados por | multiplicadas por | multiplicando por | un factor de"
    ),
    multiplying_stems=("multiplic",),
    dividing_stems=("divid",),
    divided=phrases(
        "dividido por | dividida por | divididos por | divididas por | dividió por | dividieron por | "
        "divide por | dividen por | dividir por | dividirá por | dividirse por | "
        "dividido entre | dividió entre | dividir entre | dividida entre"
    ),
    has_said=words("ha han había habían"),
    postal_lead=frozenset([",", "("]),
    per=words("por"),
    percent={
        ("por", "ciento"): "percent",
        ("%",): "percent",
        ("por", "cien"): "percent",
        ("puntos", "porcentuales"): "percentage_point",
        ("punto", "porcentual"): "percentage_point",
        ("puntos", "básicos"): "basis_point",
        ("‰",): "per_mille",
        ("por", "mil"): "per_mille",
    },
    below_zero=phrases("bajo cero"),
    plus=words("más"),
    minus=words("menos"),
    before=mapped(
        approx="ronda | ronda los | ronda el | rondan | rondan los | rondan el | rondaba los | rondó los | unos | unas | alrededor de | cerca de | aproximadamente | en torno a | en torno al "
        "| sobre | hacia | más o menos | aproximadamente unos | los alrededor de | a eso de "
        "| una media de unos | unos unos "
        "| un promedio de unos | como unos | ~ | alrededor del | cerca del | unos cerca de",
        at_least="al menos | por lo menos | como mínimo | mínimo | no menos de | un mínimo de "
        "| a partir de | cuando menos | a partir del",
        more_than="más de | más del | superior a | superiores a | superior al | superiores al | superior a los | por encima de | algo más de "
        "| poco más de | mucho más de | bastante más de | supera los | superan los | superó los "
        "| superado los | superaron los | supera las | superó las | superado las | por encima del "
        "| por encima de los | superando los | bien por encima de | un poco más de | supera el "
        "| superó el | superan el | mayor de | mayores de | sobrepasa los",
        at_most="hasta | como máximo | máximo | no más de | a lo sumo | un máximo de | a lo más "
        "| hasta un | hasta el | hasta los | hasta las | no superior a",
        less_than="menos de | menos del | inferior a | inferiores a | inferior al | inferiores al | inferior a los | por debajo de | bajo "
        "| por debajo del | algo menos de | mucho menos de | bastante menos de | un poco menos de "
        "| menor de | menores de | por debajo de los | ni siquiera",
        just_under="casi | casi por | cerca ya de | poco menos de | prácticamente | apenas menos de | rozando "
        "| rozando los | roza los | rozan los | roza | rozan | rozó | rozó el | roza el | rozan el | rozó los | rozaba | rozaba el | rozaba los | a punto de | no llega a | casi un | casi el | próximo a | cerca casi de",
        exact="exactamente | solo | sólo | solamente | un total de | en total | total de "
        "| un récord de | apenas | los | las | estos | estas | el | otros | otras | un | precisamente",
    ),
    after=mapped(
        at_least="o más | al menos | como mínimo | y más | por lo menos",
        at_most="como máximo | o menos | a lo sumo | máximo",
        approx="aproximadamente | más o menos",
    ),
    not_exact_small=words("sobre hacia bajo hasta"),
    to=words("a"),
    range_open={
        ("entre",): words("y e"),
        ("de",): words("a"),
        ("desde",): words("a hasta"),
        ("del",): words("al a"),
        ("entre", "el"): words("y"),
        ("entre", "un"): words("y"),
        ("entre", "los"): words("y"),
        ("entre", "las"): words("y"),
    },
    either=words("o y u e"),
    halves={"mitad": Decimal("0.5")},
    denominators={
        "tercio": 3,
        "tercios": 3,
        "cuarto": 4,
        "cuartos": 4,
        "cuarta": 4,
        "cuartas": 4,
        "quintas": 5,
        "terceras": 3,
        "quinto": 5,
        "quintos": 5,
        "quinta": 5,
        "sexto": 6,
        "sextos": 6,
        "octavo": 8,
        "octavos": 8,
        "décimo": 10,
        "décimos": 10,
        "décima": 10,
        "décimas": 10,
        "tercera": 3,
        "sexta": 6,
        "sextas": 6,
        "séptima": 7,
        "octava": 8,
        "novena": 9,
        "milésima": 1000,
        "milésimas": 1000,
        "millonésima": 10**6,
        "millonésimas": 10**6,
        "centésimas": 100,
        "centésima": 100,
    },
    half_words=words("medio media"),
    needs_part=words(
        "sexta sextas séptima octava novena cuarta cuartas quinta quintas tercera terceras"
    ),
    parts=words("parte partes"),
    negations=words("no nunca"),
    takes_negation=words("solo sólo solamente únicamente todos todas todo cada"),
    during=words(""),
    not_during=words(""),
    each=words("cada"),
    one_in=(("de", "cada"), ("por", "cada")),
    noun_in_one_in=True,
    multiples={
        ("doble",): Decimal(2),
        ("triple",): Decimal(3),
        ("cuádruple",): Decimal(4),
    },
    as_much=phrases(
        "más | menos | el | la | los | las | lo | mayor | superior | de | del | que | tan | tanto | tantos"
    ),
    multiple_lead=words("el del al"),
    times=words("veces"),
    vague={
        "cientos": 100,
        "miles": 1000,
        "decenas": 10,
        "millones": 10**6,
        "centenares": 100,
        "docenas": 12,
        "millares": 1000,
    },
    vague_lead=words("varios varias algunos algunas unos muchos"),
    vague_bare=words("millones mil"),
    of_vague=words("de y"),
    ordinals=_ORDINALS,
    ordinal_signs=words("º ª o a er ro ra do da to ta"),
    day_articles=words("el los al"),
    day_lead=words("el del al"),
    to_article=words("al"),
    quarter_codes={"t": "Q", "s": "H", "q": "Q"},
    eras=valued({"a . c | antes de cristo": -1, "d . c | después de cristo": 1}),
    ordinal_lead=words("el la los las un una al del su sus en por"),
    months=month_names("es", but="may set"),
    short_months=words("ene feb mar abr jun jul ago sept sep oct nov dic"),
    weekdays=numbered(
        "lunes martes miércoles|miercoles jueves viernes sábado|sábados|sabado domingo|domingos"
    ),
    date_of=words("de del"),
    year_lead=phrases(
        "en | desde | hasta | año | el | del | de | finales | principios | mediados | antes | tras "
        "| entre | y | verano | invierno | otoño | primavera | hacia | para | a | temporada | que"
    ),
    sure_year_lead=words("desde año"),
    part_of_year=phrases(
        "finales de | principios de | mediados de | a finales de | a principios de "
        "| a mediados de | verano de | invierno de | otoño de | primavera de | fines de "
        "| comienzos de | el verano de | el otoño de | el invierno de | la primavera de"
    ),
    decade_words={
        "veinte": 2,
        "treinta": 3,
        "cuarenta": 4,
        "cincuenta": 5,
        "sesenta": 6,
        "setenta": 7,
        "ochenta": 8,
        "noventa": 9,
    },
    decade_lead=words("años década"),
    centuries=words(),
    roman_lead=words("siglo"),
    quarters=words("trimestre"),
    halves_of_year=words("semestre"),
    clock=phrases("horas"),
    parts_of_day=valued(
        {
            "de la mañana | de la madrugada": "am",
            "de la tarde": "pm",
            "de la noche": "night",
        }
    ),
    hour_and=valued({"y media": 30, "y cuarto": 15, "menos cuarto": -15}),
    clock_article=words("las la"),
    time_lead=words("las la"),
    dotted_lead=words("las"),
    clock_lead=words("las la a sobre desde hasta y"),
    am=words("am a.m"),
    pm=words("pm p.m"),
    h_is_clock=True,
    past=words("pasado pasada último último"),
    future=words("próximo próxima será serán"),
    bounds=words("hasta antes para"),
    is_always=words("es"),
    hard_labels=words(
        "artículo artículos boeing airbus fórmula windows iphone galaxy capítulo párrafo xbox isbn covid gpt vuelo apollo apolo ariane falcon ibex python"
    ),
    labels=words(
        "anexo ibex ftse nasdaq nikkei dax stoxx artículo artículos capítulo página páginas número no nº fórmula boeing airbus sala andén "
        "puerta vía clase nivel línea canal piso planta vuelo autopista autovía carretera versión "
        "windows iphone galaxy tipo modelo volumen episodio temporada tomo figura tabla apollo "
        "isbn teléfono tel fax salida terminal seat porsche categoría covid gpt párrafo ley "
        "apartado ruta habitación grupo etapa antena radio camiseta dorsal agenda local zona "
        "renault peugeot opel fiat autobús bus línea ios android playstation xbox grado calibre opus código cp km expo liga"
    )
    - words("grado km ley"),
    one_stop=words("de del que vez poco día otro"),
    one_stop_before=words("cada como ningún ninguna"),
    fixed=phrases(
        "primer ministro | primera ministra | primeros ministros | primera dama | en primer lugar "
        "| por primera vez | primeros auxilios | de primera mano | segunda guerra mundial "
        "| tercer mundo | primera división | segunda división | segunda mano | a la una "
        "| a las mil maravillas | mil gracias | los unos | cada uno | de tú a tú | una vez "
        "| de una vez | a primera vista | primer plano | cuatro gatos "
        "| la una | unos y otros | uno a uno | en segundo lugar"
    )
    - phrases("por primera vez | segunda guerra mundial | primera división | segunda división"),
    hour_joints=words("y"),
    lasts=words("dura duran duró duraron durará duraba durante"),
    age_behind=phrases("de edad"),
    age_lead=phrases("a la edad de | con edades de"),
    of_age=words(
        "niño niña niños niñas chico chica hombre mujer joven jóvenes bebé adolescente menor menores persona alumno alumna víctima sospechoso "
        "estudiante jubilado jubilada anciano anciana delantero jugador jugadora centrocampista defensa portero conductor conductora ciclista "
        "motorista peatón campeón campeona corredor corredora nadador nadadora tenista cantante actor actriz madre padre hijo hija soldado "
        "policía bombero obrero detenido detenida extremo lateral futbolista atleta piloto varón"
    ),
    streets=("calle", "avenida", "plaza", "paseo", "carrera", "calzada", "avda", "c"),
    unit_adjectives={},
    **NOUN_CONTEXT,
)
