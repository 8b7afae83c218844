"""French as data: its number words, units, qualifiers, dates and what stands around a count."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.fr.noun_context import NOUN_CONTEXT
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

_ONES = "deux trois quatre cinq six sept huit neuf"
_PARTS = {
    **numbered(_ONES + " dix onze douze treize quatorze quinze seize", 2),
    "zéro": 0, "dix-sept": 17, "dix-huit": 18, "dix-neuf": 19, "vingt": 20, "trente": 30,
    "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70, "huitante": 80, "octante": 80,
    "nonante": 90,
}  # fmt: skip


def _hyphenated() -> dict[str, int]:
    """21-99 as they are written with hyphens: "quatre-vingt-dix-sept", "vingt-et-un"."""
    below = {n: word for word, n in _PARTS.items() if 0 < n < 20}
    below[1] = "un"
    made: dict[str, int] = {"quatre-vingts": 80, "quatre-vingt": 80}
    for tens, stem in ((20, "vingt"), (30, "trente"), (40, "quarante"), (50, "cinquante"),
                       (60, "soixante"), (80, "quatre-vingt"), (70, "septante"),
                       (90, "nonante")):  # fmt: skip
        most = 20 if tens in (60, 80) else 10
        for n in range(1, most):
            made[f"{stem}-{below[n]}"] = tens + n
            made[f"{stem}-et-{below[n]}"] = tens + n
    made["vingt-et-une"] = 21
    return made


_ORDINALS = numbered(
    "premier|première|premiers|premières deuxième|second|seconde troisième quatrième cinquième "
    "sixième septième huitième neuvième dixième onzième douzième treizième quatorzième quinzième "
    "seizième dix-septième dix-huitième dix-neuvième vingtième"
)

TABLES = Lexicon(
    code="fr",
    decimal=",",
    small={**_PARTS, **_hyphenated()},
    hundred={"cent": 100, "cents": 100},
    scales=spelt_out(
        ("mille", 3),
        ("million millions", 6),
        ("milliard milliards", 9),
        ("billion billions", 12),
    ),
    short_scales=spelt_out(("k", 3), ("mio m mn", 6), ("md mds mrd", 9)),
    joiners=words("et"),
    one=words("un une"),
    real_one=words("un une"),
    bare_scales=True,
    bare_scale_words=words("mille"),
    scale_joins=words("de d'"),
    half_after=(("et", "demi"), ("et", "demie")),
    point=words("virgule"),
    collective={
        "douzaine": 12,
        "douzaines": 12,
        "dizaine": 10,
        "quinzaine": 15,
        "vingtaine": 20,
        "trentaine": 30,
        "quarantaine": 40,
        "cinquantaine": 50,
        "soixantaine": 60,
        "centaine": 100,
        "millier": 1000,
        "huitaine": 8,
    },
    roundish=words(
        "douzaine dizaine quinzaine vingtaine trentaine quarantaine cinquantaine soixantaine "
        "centaine millier huitaine"
    ),
    units=units_of("fr"),
    unit_phrases=unit_phrases_of("fr"),
    currencies=currencies_of("fr")
    | {
        "euro": "EUR",
        "euros": "EUR",
        "centime": "EUR",
        "centimes": "EUR",
        "cents": "EUR",
        "dollar": "USD",
        "dollars": "USD",
        "dollars américains": "USD",
        "livres": "GBP",
        "yen": "JPY",
        "yens": "JPY",
        "yuan": "CNY",
        "yuans": "CNY",
        "rouble": "RUB",
        "roubles": "RUB",
        "roupies": "INR",
        "franc": "FRF",
        "francs": "FRF",
        "francs français": "FRF",
        "francs cfa": "XOF",
        "won": "KRW",
        "wons": "KRW",
        "zlotys": "PLN",
        "couronnes": "SEK",
        "shekels": "ILS",
        "dinars": "DZD",
        "dirhams": "MAD",
        "pesos": "MXN",
        "réals": "BRL",
        "reais": "BRL",
        "bitcoins": "XBT",
        "hryvnias": "UAH",
    },
    hundredths=words("centime centimes cents"),
    score_to=words("à"),
    finite_endings=("èrent", "aient", "ront"),
    tells_of=dict.fromkeys(words("parle parlent parlait parlaient"), words("de d'")),
    instead=phrases("contre | au lieu de | au lieu d' | au lieu des | au lieu du"),
    multiplied=phrases(
        "multiplié par | multipliée par | multipliés par | multipliées par | multiplier par | multiplie par | "
        "multiplient par | multiplieront par | multipliera par | multipliant par | un facteur"
    ),
    multiplying_stems=("multipli",),
    dividing_stems=("divis",),
    divided=phrases(
        "divisé par | divisée par | divisés par | divisées par | diviser par | divise par | divisent par | "
        "divisera par | diviseront par | divisant par"
    ),
    has_said=words("a ont avait avaient"),
    house_number="before_street",
    postal_lead=frozenset([",", "("]),
    counts_by_twenties=True,
    per=words("par"),
    percent={
        ("pour", "cent"): "percent",
        ("%",): "percent",
        ("pourcent",): "percent",
        ("points", "de", "pourcentage"): "percentage_point",
        ("point", "de", "pourcentage"): "percentage_point",
        ("points", "de", "base"): "basis_point",
        ("‰",): "per_mille",
        ("pour", "mille"): "per_mille",
    },
    below_zero=phrases("sous zéro | au-dessous de zéro | en dessous de zéro"),
    plus=words("plus"),
    minus=words("moins"),
    before=mapped(
        approx="avoisine | avoisinent | avoisinait | avoisine les | environ | autour de | aux alentours de | quelque | quelques | à peu près "
        "| approximativement | aux environs de | grosso modo | une estimation de | de l'ordre de | vers | ~ | une moyenne d'environ | autour des "
        "",
        at_least="au moins | au minimum | pas moins de | minimum | à partir de | au bas mot "
        "| pas moins d'",
        more_than="plus de | plus du | plus des | plus d' | au-delà de | supérieur à | supérieure à | bien plus de "
        "| un peu plus de | au-dessus de | largement plus de | dépassant | dépasse | dépassé "
        "| dépassent | nettement plus de | excédant",
        at_most="jusqu'à | au plus | au maximum | maximum | pas plus de | tout au plus "
        "| jusqu'aux | n'excédant pas | un maximum de | à concurrence de | jusque",
        less_than="moins de | moins du | moins d' | inférieur à | inférieure à | en dessous de "
        "| au-dessous de | un peu moins de | bien moins de | sous les | sous la barre des | sous "
        "| nettement moins de | en deçà de | pas même | même pas",
        just_under="près de | près d' | près des | presque | quasiment | pas loin de | à peine moins de | juste sous "
        "| à peine | pratiquement | juste en dessous de | frôlant | frôle | frôlent | frôlait | frôle les | frise | frisent | frisait | frise les",
        exact="exactement | seulement | un total de | au total | total de | un record de | soit "
        "| précisément | les | ces | ses",
    ),
    after=mapped(
        at_least="ou plus | au moins | au minimum | et plus | minimum",
        at_most="au plus | au maximum | maximum | ou moins | tout au plus",
        approx="environ | à peu près | ou presque",
    ),
    not_exact_small=words("vers sous à"),
    to=words("à"),
    range_open={
        ("entre",): words("et"),
        ("de",): words("à"),
        ("d'entre",): words("et"),
    },
    either=words("ou et"),
    halves={"moitié": Decimal("0.5")},
    denominators={
        "tiers": 3,
        "quart": 4,
        "quarts": 4,
        "cinquième": 5,
        "cinquièmes": 5,
        "sixième": 6,
        "sixièmes": 6,
        "septième": 7,
        "septièmes": 7,
        "huitième": 8,
        "huitièmes": 8,
        "dixième": 10,
        "dixièmes": 10,
        "centième": 100,
        "centièmes": 100,
        "vingtième": 20,
        "millième": 1000,
        "millièmes": 1000,
        "millionième": 10**6,
        "millionièmes": 10**6,
        "milliardième": 10**9,
        "milliardièmes": 10**9,
    },
    half_words=words("un-demi demi demie demi-"),
    negations=words("pas jamais"),
    takes_negation=words("seulement uniquement simplement tous toutes tout chaque"),
    during=words(""),
    not_during=words(""),
    each=words("chaque"),
    one_in=(("sur",),),
    noun_in_one_in=True,
    multiples={
        ("double",): Decimal(2),
        ("triple",): Decimal(3),
        ("quadruple",): Decimal(4),
    },
    as_much=phrases(
        "plus | moins | le | la | l' | les | du | de | des | supérieur | supérieure | autant | cette | ce | leur | leurs | son | sa | celui | celle | ceux | celles"
    ),
    multiple_lead=words("le du au"),
    times=words("fois"),
    vague={
        "dizaines": 10,
        "centaines": 100,
        "milliers": 1000,
        "millions": 10**6,
        "milliards": 10**9,
        "douzaines": 12,
        "vingtaines": 20,
    },
    vague_lead=words("plusieurs quelques des"),
    vague_bare=words("millions milliards cents"),
    of_vague=words("de et"),
    ordinals=_ORDINALS,
    ordinal_signs=words("er re e ème ère nd nde ième eme ᵉ"),
    day_articles=words("le les au"),
    day_lead=words("le au du"),
    to_article=words("au"),
    year_prefixes=words("mi"),
    than=words(""),
    quarter_codes={"t": "Q", "s": "H", "q": "Q"},
    plural_endings=("s", "x"),
    eras=valued(
        {
            "av . j . -c | av . j . - c | avant j . -c | avant j . - c | av . j.-c | avant jésus-christ": -1,
            "apr . j . -c | apr . j . - c | après j . -c | après j . - c | après jésus-christ": 1,
        }
    ),
    ordinal_lead=words("le la les un une au du sa son leur ses ce cette en pour"),
    months=month_names("fr", but="fév")
    | {f"mi-{name}": number for name, number in month_names("fr", but="fév").items()},
    doubtful_months=words("mars avril mai"),
    short_months=words("janv févr avr juil sept oct nov déc"),
    weekdays=numbered("lundi mardi mercredi jeudi vendredi samedi dimanche"),
    year_lead=phrases(
        "en | depuis | avant | après | jusqu'en | année | l'année | fin | début | mi | dès | vers "
        "| entre | de | à | et | été | hiver | automne | printemps | courant | d'ici | pour | l'an "
        "| an | mi- | jusqu'à | saison | que"
    ),
    sure_year_lead=words("depuis année l'année l'an jusqu'en dès"),
    month_lead=words(
        "en de fin début mi depuis dès avant après d'ici et à au dernier prochain "
        "depuis jusqu'en courant mi-"
    ),
    part_of_year=phrases(
        "fin | début | mi | été | hiver | automne | printemps | à la fin de | au début de "
        "| la fin de | le début de | l'été | l'hiver | l'automne | au printemps | le printemps | courant"
    ),
    decade_words={},
    centuries=words("siècle siècles"),
    quarters=words("trimestre"),
    halves_of_year=words("semestre"),
    decades=words(),
    decade_lead=words("années"),
    clock=phrases("heures | heure"),
    parts_of_day=valued(
        {
            "du matin": "am",
            "de l'après-midi | du soir": "pm",
        }
    ),
    hour_and=valued({"et demie": 30, "et quart": 15, "moins le quart": -15}),
    time_lead=words("à vers"),
    clock_lead=words("à vers dès jusqu'à depuis avant après entre et"),
    h_is_clock=True,
    past=words("dernier derniers dernière"),
    future=words("prochain prochaine sera seront"),
    bounds=words("jusqu' avant d' ici dès"),
    is_always=words("est"),
    hard_labels=words(
        "article articles boeing airbus formule windows iphone galaxy chapitre paragraphe xbox isbn covid gpt vol apollo ariane falcon cac python"
    ),
    labels=words(
        "annexe cac ftse nasdaq nikkei dax stoxx sbf article articles chapitre page pages numéro no n° formule boeing airbus salle quai voie "
        "classe niveau ligne chaîne étage vol autoroute route version windows iphone galaxy type "
        "modèle volume épisode saison tome figure tableau apollo isbn tél téléphone fax sortie "
        "terminal peugeot renault porsche leopard catégorie covid gpt psg paragraphe alinéa "
        "france canal radio porte bâtiment bus tram tramway groupe étape question agenda rafale "
        "opel fiat citroën dossier affaire mirage ios android playstation xbox ligue bp cedex opus verset"
    ),
    one_stop=words("de des du d' fois peu autre que jour"),
    one_stop_before=words("chaque comme pas aucun"),
    fixed=phrases(
        "d'une part | premier ministre | première ministre | premiers ministres | première dame "
        "| dans un premier temps | en premier lieu | à la une | mille mercis | quatre quatre "
        "| en deux mots | trente-et-un décembre | premiers secours | premier plan "
        "| de premier plan | seconde guerre mondiale | tiers monde | un jour | les uns | l'un "
        "| à cent pour cent | se mettre en quatre | quatre épingles | en un mot | une fois"
    ),
    hour_joints=words("et"),
    lasts=words("dure durent duré durait durera pendant durant en chrono"),
    age_lead=phrases(
        "âgé de | âgée de | âgés de | âgées de | à l'âge de | dès l'âge de | âgé d' | âgée d'"
    ),
    of_age=words(
        "garçon fille fillette garçonnet homme femme enfant bébé adolescent adolescente jeune jeunes ado mineur mineure personne "
        "enfants élève élèves victime suspect suspecte étudiant étudiante retraité retraitée attaquant joueur joueuse milieu défenseur gardien "
        "conducteur conductrice automobiliste cycliste motard piéton champion championne coureur coureuse nageur nageuse skieur skieuse "
        "chanteur chanteuse acteur actrice lycéen lycéenne collégien collégienne mère père fils soldat policier pompier ouvrier prodige "
        "international internationale tricolore"
    ),
    streets=("rue", "avenue", "boulevard", "place", "quai", "allée", "chemin", "impasse", "route"),
    unit_adjectives={},
    **NOUN_CONTEXT,
)
