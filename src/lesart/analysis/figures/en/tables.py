"""English as data: its number words, units, qualifiers, dates and what stands around a count."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.en.noun_context import NOUN_CONTEXT
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

_UNITS = "two three four five six seven eight nine"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_SMALL = {
    **numbered(
        _UNITS + " ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen",
        2,
    ),
    "zero": 0, "nought": 0,
    **{word: 10 * n for n, word in enumerate(_TENS.split(), 2)},
    **{f"{ten}-{one}": 10 * t + o
       for t, ten in enumerate(_TENS.split(), 2)
       for o, one in enumerate(("one " + _UNITS).split(), 1)},
}  # fmt: skip

_ORDINALS = {
    **numbered(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth "
        "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
    ),
    "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100,
    **{f"{ten}-{one}": 10 * t + o
       for t, ten in enumerate(_TENS.split(), 2)
       for one, o in numbered("first second third fourth fifth sixth seventh eighth ninth").items()},
}  # fmt: skip

TABLES = Lexicon(
    code="en",
    decimal=".",
    groups_by_lakh=True,
    small=_SMALL,
    hundred={"hundred": 100},
    scales=spelt_out(
        ("thousand", 3),
        ("million millions", 6),
        ("billion billions", 9),
        ("trillion trillions", 12),
        ("quadrillion", 15),
        ("lakh lakhs", 5),
        ("crore crores", 7),
    ),
    short_scales=spelt_out(("k", 3), ("m mn mln mil", 6), ("bn b bln bil", 9), ("tn trn", 12)),
    joiners=words("and"),
    one=words("a an one"),
    articles=words("a an"),
    half_after=(("and", "a", "half"), ("and-a-half",)),
    one_counts=True,
    real_one=words("one"),
    part_after={
        ("and", "a", "quarter"): Decimal("0.25"),
        ("and", "three", "quarters"): Decimal("0.75"),
        ("and", "three-quarters"): Decimal("0.75"),
        ("and", "one", "quarter"): Decimal("0.25"),
    },
    point=words("point"),
    mixed={},
    collective={"dozen": 12, "score": 20, "dozens": 12},
    units=units_of("en"),
    unit_phrases=unit_phrases_of("en"),
    currencies=currencies_of("en")
    | {
        "dollar": "USD",
        "dollars": "USD",
        "u.s. dollars": "USD",
        "euro": "EUR",
        "euros": "EUR",
        "pound": "GBP",
        "pounds": "GBP",
        "pounds sterling": "GBP",
        "quid": "GBP",
        "yen": "JPY",
        "yuan": "CNY",
        "renminbi": "CNY",
        "rouble": "RUB",
        "roubles": "RUB",
        "rubles": "RUB",
        "ruble": "RUB",
        "rupee": "INR",
        "rupees": "INR",
        "lira": "TRY",
        "franc": "CHF",
        "francs": "CHF",
        "won": "KRW",
        "pence": "GBP",
        "penny": "GBP",
        "cent": "USD",
        "cents": "USD",
        "peso": "MXN",
        "pesos": "MXN",
        "krona": "SEK",
        "kronor": "SEK",
        "kroner": "NOK",
        "zloty": "PLN",
        "zlotys": "PLN",
        "rand": "ZAR",
        "shekel": "ILS",
        "shekels": "ILS",
        "hryvnia": "UAH",
        "riyals": "SAR",
        "dirhams": "AED",
        "reais": "BRL",
        "baht": "THB",
        "bitcoin": "XBT",
        "bitcoins": "XBT",
        "american dollars": "USD",
        "dinars": "IQD",
        "forints": "HUF",
        "naira": "NGN",
    },
    glued_money={"p": "GBP", "c": "USD"},
    length_behind=words(
        "tall wide deep long high thick away apart inland offshore underwater downstream upstream uphill downhill "
        "sprint dash race freestyle breaststroke backstroke butterfly hurdles relay medley steeplechase final "
        "north south east west northeast northwest southeast southwest underground radius stretch"
    ),
    length_before=words(
        "depth depths height heights altitude length distance diameter radius width elevation"
    ),
    standing=words(
        "is was were are be been stand stands stood lie lies lay lying sit sits sat located situated parked found "
        "killed died shot landed crashed stopped happened occurred buried trapped rescued built placed only just "
        "barely about around some nearly almost"
    ),
    places_off=words("from above below beneath under up down off behind beyond past short"),
    races=words(
        "swam swim swims swimming swimmer swimmers ran run runs running runner runners sprint sprints sprinted sprinter race races "
        "raced freestyle hurdles backstroke breaststroke butterfly medley relay dash steeplechase "
        "heats sprinters medal champion"
    ),
    quarter_lead=words(
        "for after last past next previous first consecutive straight in over within of"
    ),
    differences=words("majority lead margin advantage deficit total minority"),
    poll_words=words("for at on the"),
    has_bare_plurals=True,
    tells_of=dict.fromkeys(words("spoke speak speaks"), words("of"))
    | dict.fromkeys(words("put puts"), words("at")),
    compared_with=phrases(
        "after | from | against | versus | vs | compared with | compared to | up from | down from | instead of "
        "| rather than | and not | not | as against | to be compared with | as opposed to"
    ),
    pointing=frozenset(("it", verb) for verb in ("was", "is", "were", "stood", "had", "has"))
    | {("used", "to"), ("to", "be"), ("had", "been"), ("has", "been"), ("it", "'s")},
    gap_prepositions=words("by for in at to from"),
    softeners={"good": "more_than", "full": "exact", "whole": "exact", "solid": "more_than"},
    instead=phrases("against | compared with | compared to | versus | instead of | rather than"),
    nouns_of_year=words("levels level baseline prices terms standards elections polls"),
    multiplied=phrases("multiplied by | a factor of"),
    ago=words("ago"),
    source_nouns=words("data figures statistics estimates numbers"),
    ends_with_capital=False,
    house_number="before_name",
    hour_one=words("one"),
    joins_hundreds=True,
    has_half_article=True,
    per=words("per a an"),
    percent={
        ("percent",): "percent",
        ("per", "cent"): "percent",
        ("%",): "percent",
        ("pc",): "percent",
        ("pct",): "percent",
        ("percentage", "points"): "percentage_point",
        ("percentage", "point"): "percentage_point",
        ("per", "cent", "points"): "percentage_point",
        ("%", "points"): "percentage_point",
        ("percent", "points"): "percentage_point",
        ("percentage-point",): "percentage_point",
        ("basis", "points"): "basis_point",
        ("basis", "point"): "basis_point",
        ("‰",): "per_mille",
    },
    below_zero=phrases("below zero | below freezing"),
    plus=words("plus"),
    minus=words("minus negative"),
    before=mapped(
        approx="about | around | approximately | roughly | some | circa | c. | approx. | approx "
        "| an estimated | estimated | in the region of | or so | something like | close on "
        "| somewhere around | ~ | ≈ | around about | just about | an average of about | up around "
        "| the estimated | in the order of | on the order of",
        at_least="at least | no fewer than | no less than | not less than | not fewer than "
        "| a minimum of | minimum | ≥ | upwards of | as few as",
        more_than="more than | over | well over | in excess of | just over | a little over "
        "| greater than | above | well above | exceeding | north of | upward of | > | slightly over "
        "| much more than | far more than | slightly more than | a little more than | longer than | deeper than | heavier than | faster than | taller than | wider than | further than | farther than | richer than | worth more than | better than | later than "
        "| older than | higher than | larger than | bigger than | beyond | just above "
        "| slightly above | exceeded | exceeds | surpassed | topped | topping | surpassing",
        at_most="up to | at most | as many as | as much as | no more than | not more than "
        "| a maximum of | maximum | ≤ | at the most | as high as | as long as | not exceeding "
        "| a maximum | until",
        less_than="less than | fewer than | under | below | well under | well below | far fewer than "
        "| far less than | lower than | smaller than | shorter than | younger than | cheaper than | lighter than | slower than | closer than | < "
        "| south of | short of | not even",
        just_under="nearly | almost | just under | close to | approaching | just below | nearing "
        "| just shy of | shy of | slightly less than | slightly under | a little under "
        "| just short of | virtually | a little less than | slightly below | little less than "
        "| not quite | near | hardly | barely | scarcely",
        exact="exactly | precisely | only | just | a total of | total of | a record | a mere "
        "| another | an additional | already | an extra | the",
    ),
    after=mapped(
        at_least=", and counting | and counting | or more | and more | at least | or older | or longer | or higher | or over "
        "| and over | and above | and up | or above",
        at_most="or less | or fewer | at most | or under | and under | or younger | at the most",
        approx="or so | give or take",
    ),
    not_exact_small=words("over under from near above below until beyond"),
    adds_up=words("add adds added adding live lived lives own owns owned"),
    fillers=words("perhaps though"),
    odd=words("odd ish plus something"),
    speaks_about=words("about around"),
    speaks=words(
        "spoke speak speaks speaking talked talk talks talking wrote write writes asked ask asking "
        "worried worry learned learnt heard told complained warned thinking thought"
    ),
    runs_over=words(
        "run runs ran running race races raced stage stages walk walked ride rode fought held "
        "stretch stretches stretched spread spreads extends extended course"
    ),
    to=words("to"),
    range_open={
        ("between",): words("and to"),
        ("from",): words("to through"),
        ("anywhere", "from"): words("to"),
        ("anywhere", "between"): words("and"),
    },
    either=words("or and"),
    halves={"half": Decimal("0.5"), "halves": Decimal("0.5")},
    denominators={
        "third": 3,
        "thirds": 3,
        "quarter": 4,
        "quarters": 4,
        "fourth": 4,
        "fourths": 4,
        "fifth": 5,
        "fifths": 5,
        "sixth": 6,
        "sixths": 6,
        "seventh": 7,
        "sevenths": 7,
        "eighth": 8,
        "eighths": 8,
        "ninth": 9,
        "ninths": 9,
        "tenth": 10,
        "tenths": 10,
        "twentieth": 20,
        "hundredth": 100,
        "hundredths": 100,
        "millionth": 10**6,
        "millionths": 10**6,
        "billionth": 10**9,
        "billionths": 10**9,
        "thousandth": 1000,
        "half": 2,
        "halves": 2,
    },
    half_words=words("half half-a"),
    negations=words("not never hardly rarely cannot"),
    negative_endings=("n't", "n’t"),
    takes_negation=words("only just merely simply all every everyone everybody alone each"),
    during=words("over"),
    not_during=words("for after lasted took lasts of just well is was spent with a been"),
    length_lead=words("in for after within over nearly almost about than under least"),
    each=words("every each"),
    one_in=(("in",), ("out", "of"), ("in", "every"), ("out", "of", "every")),
    multiples={
        ("twice",): Decimal(2),
        ("double",): Decimal(2),
        ("triple",): Decimal(3),
        ("quadruple",): Decimal(4),
        ("thrice",): Decimal(3),
    },
    as_much=phrases(
        "as many | as much | as high | as large | as big | as long | as likely | as fast | as often "
        "| as expensive | as far | as old | more | higher | larger | bigger | faster | the number "
        "| the size | the amount | the rate | the level | the price | the average | what | that of "
        "| greater | longer | heavier | hotter | denser | wider | deeper | thicker | smaller | slower"
        " | cheaper | richer | brighter | lighter | closer | harder | taller | worse | better"
        " | poorer | quicker | safer | the | its | their | those | less | lower | stronger | as heavy | as "
    ),
    times=words("times"),
    fold=("fold", "-fold"),
    verbs_of_multiple={
        "doubled": 2,
        "doubling": 2,
        "tripled": 3,
        "trebled": 3,
        "quadrupled": 4,
        "doubles": 2,
        "triples": 3,
        "quintupled": 5,
        "tripling": 3,
    },
    vague={
        "hundreds": 100,
        "thousands": 1000,
        "dozens": 12,
        "scores": 20,
        "millions": 10**6,
        "billions": 10**9,
        "tens": 10,
        "trillions": 10**12,
    },
    vague_lead=words("several few many couple tens hundreds"),
    vague_bare=words("hundred thousand million billion dozen"),
    ordinals=_ORDINALS,
    ordinal_signs=words("st nd rd th"),
    months=month_names("en"),
    doubtful_months=words("may march august mar jan sep dec"),
    short_months=words("jan feb mar apr jun jul aug sep sept oct nov dec"),
    weekdays=numbered(
        "monday|mondays tuesday|tuesdays wednesday|wednesdays thursday|thursdays friday|fridays "
        "saturday|saturdays sunday|sundays"
    ),
    month_first=True,
    is_time_capitalised=True,
    has_owner=True,
    month_articles=words("the this that last"),
    day_articles=words("the"),
    day_lead=words(""),
    year_determiners=words("the"),
    year_prefixes=words("mid early late"),
    than=words("than"),
    half_needs_year=True,
    quarter_codes={"q": "Q", "h": "H"},
    decade_endings=words("s"),
    possessives=words("his her their my your our its"),
    eras=valued({"bc | bce | b . c": -1, "ad | ce | a . d": 1}),
    era_before=frozenset(["AD", "CE"]),
    date_of=words("of the"),
    year_lead=phrases(
        "in | since | by | until | till | from | of | year | during | before | after | through "
        "| late | early | mid | around | circa | spring | summer | autumn | fall | winter | to "
        "| the year | between | and | christmas | for | back in | on | than | over | season | only"
    ),
    sure_year_lead=words("since year"),
    month_lead=words(
        "in by since until from last next this of early late mid for during and to "
        "through before after between previous each every - –"
    ),
    part_of_year=phrases(
        "late | early | mid | the end of | the start of | the beginning of | the middle of "
        "| spring | summer | autumn | fall | winter | end of | the spring of | the summer of "
        "| the autumn of | the fall of | the winter of | spring of | summer of | fall of "
        "| autumn of | winter of | end-of | mid- | late-"
    ),
    decades=words("s 's ’s"),
    decade_words={
        "twenties": 2,
        "thirties": 3,
        "forties": 4,
        "fifties": 5,
        "sixties": 6,
        "seventies": 7,
        "eighties": 8,
        "nineties": 9,
    },
    centuries=words("century centuries"),
    quarters=words("quarter"),
    halves_of_year=words("half"),
    clock=phrases("o'clock | o’clock"),
    parts_of_day=valued(
        {
            "in the morning": "am",
            "in the afternoon | in the evening": "pm",
            "at night": "night",
        }
    ),
    past_hour=valued(
        {
            "half past": 30,
            "quarter past | a quarter past": 15,
            "quarter to | a quarter to": -15,
        }
    ),
    am=words("am a.m"),
    pm=words("pm p.m"),
    time_lead=words("at around by"),
    clock_lead=words("at by until from around about before after to between since"),
    before_this_year=words("previously before earlier"),
    past=words("last past previous"),
    future=words("next coming will upcoming"),
    bounds=words("until till before by"),
    is_always=words("is marks"),
    hard_labels=words(
        "article section boeing airbus formula windows iphone galaxy chapter paragraph xbox playstation isbn covid gpt flight apollo ftse nasdaq fortune interstate highway route category court prop proposition ariane falcon artemis voyager ipad rapper"
    ),
    labels=words(
        "appendix annex exhibit ext issue python renault peugeot pixel category court prop ariane falcon artemis voyager ipad rapper article section chapter page pages number no formula boeing airbus gate room platform "
        "track class level line channel floor apartment apt suite flight route highway interstate "
        "version windows iphone galaxy type model phase volume vol episode season part figure fig "
        "table apollo ford isbn issn tel phone fax zip bus pier exit terminal grade tier "
        "title paragraph clause rule proposition amendment bill ios android macos playstation xbox "
        "covid gpt catch district ward precinct studio unit building stage round lot step area "
        "radio psalm verse act scene symphony opus op sonata mark mk cessna tesla size item "
        "block appendix annex schedule question agenda form carriage lane runway bed box "
        "ftse nasdaq nikkei dow dax stoxx cac ibex fortune russell group week day game match set race"
    ),
    one_stop=words(
        "of another day can could must might should may would who that which is was has in on at "
        "to by and or but for thing way with from as after more step hand side time such point if "
        "where when the whose side night morning evening"
    ),
    one_stop_before=words(
        "no this that each every which the any another some not only everyone last loved next "
        "first good better same wrong right big new old great lone former latter"
    ),
    fixed=phrases(
        "first of all | at first | for one | one by one | one on one | one to one | one-on-one "
        "| a hundred percent sure | first aid | first lady | first minister | first name "
        "| first hand | at first glance | second thoughts | second hand | on all fours "
        "| third world | first world | third party | third parties | second nature | zero tolerance "
        "| ground zero | number one | number two | back to square one | square one | six feet under "
        "| cloud nine | nine to five | a million reasons | seven seas | first come | first served "
        "| high five | in the first place | the first place | air force one | first class "
        "| second class | one of | one another | for the second | hundreds and thousands "
        "| split second | in seconds | for a second | wait a second | just a second "
        "| at one point | at one time | one way or another | day one | day to day "
        "| the one hand | six nations | big three | big four | channel 4 | fifth avenue "
        "| first and foremost | twenty20 | catch-22 | a thousand times "
        "| a second one | a third one | the last minute | last minute | three amigos | the other half | one day"
    ),
    streets=(
        "street",
        "avenue",
        "road",
        "boulevard",
        "lane",
        "drive",
    ),
    age_lead=phrases(
        "aged | ages | as young as | as old as | at the age of | the age of | at age | before age | under age | over age | from age | until age | by age | after age | aged between "
        "| aged from | aged about | aged under | aged over"
    ),
    between_ages=words("between from about around"),
    people_of_age=words(
        "people children adults women men patients drivers voters those anyone everyone everybody someone workers "
        "teenagers pupils residents customers americans britons boys girls anybody somebody"
    ),
    of_age=words("man woman boy girl widow pensioner"),
    age_endings=(
        "year-old",
        "year-olds",
        "month-old",
        "week-old",
        "year old",
        "years old",
        "months old",
    ),
    age_behind=phrases("old | of age"),
    hour_joints=words("and"),
    weights_too={"pounds": "pound", "pound": "pound"},
    weighs=words("weighs weighed weighing weigh weight overweight"),
    of_sums=words(
        "debt debts damage damages taxpayers public money funding aid cash sales revenue profit profits losses loss income investment "
        "savings spending benefits support cuts fines tax taxes assets shares bonds worth goods property equipment lottery"
    ),
    unit_adjectives={
        "knot": "knot",
        "year": "year",
        "month": "month",
        "week": "week",
        "day": "day",
        "hour": "hour",
        "minute": "minute",
        "second": "second",
        "mile": "mile",
        "kilometre": "kilometre",
        "kilometer": "kilometre",
        "metre": "metre",
        "meter": "metre",
        "foot": "foot",
        "inch": "inch",
        "pound": "pound",
        "ton": "tonne",
        "tonne": "tonne",
        "percent": "percent",
        "acre": "acre",
        "yard": "yard",
        "barrel": "barrel",
        "gallon": "gallon",
        "litre": "litre",
        "liter": "litre",
        "megawatt": "megawatt",
        "gigawatt": "gigawatt",
        "hectare": "hectare",
        "night": "night",
        "mph": "mile_per_hour",
        "km": "kilometre",
        "degree": "degree",
        "carat": "carat",
        "megapixel": "megapixel",
        "watt": "watt",
        "decade": "",
    },
    **NOUN_CONTEXT,
)
