"""German as data: its number words, units, qualifiers, dates and what stands around a count."""

from __future__ import annotations

from decimal import Decimal

from lesart.analysis.figures.de.noun_context import NOUN_CONTEXT
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
        "zwei|zwo drei vier fünf|fuenf sechs sieben acht neun zehn elf zwölf|zwoelf dreizehn "
        "vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn",
        2,
    ),
    "null": 0,
    **{word: 10 * n for n, word in enumerate(
        ["zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig"], 2)},
    "dreissig": 30,
    "zweien": 2, "dreien": 3, "zweier": 2, "dreier": 3, "vieren": 4,
}  # fmt: skip

_ORDINALS = numbered(
    "erst zweit dritt viert fünft sechst siebt|siebent acht neunt zehnt elft zwölft dreizehnt "
    "vierzehnt fünfzehnt sechzehnt siebzehnt achtzehnt neunzehnt zwanzigst einundzwanzigst"
)

TABLES = Lexicon(
    code="de",
    decimal=",",
    small=_SMALL,
    hundred={"hundert": 100},
    scales=spelt_out(
        ("tausend", 3),
        ("million millionen", 6),
        ("milliarde milliarden", 9),
        ("billion billionen", 12),
        ("billiarde billiarden", 15),
    ),
    short_scales=spelt_out(
        ("tsd", 3),
        ("mio mill", 6),
        ("mrd md mia", 9),
        ("bio", 12),
    ),
    joiners=frozenset(),
    one=words("ein eine einen einem einer eines eins"),
    has_compounds=True,
    real_one=words("eins"),
    bare_scales=True,
    bare_scale_words=words("tausend"),
    point=words("komma"),
    mixed={
        "anderthalb": Decimal("1.5"),
        "eineinhalb": Decimal("1.5"),
        "einundeinhalb": Decimal("1.5"),
        "zweieinhalb": Decimal("2.5"),
        "dreieinhalb": Decimal("3.5"),
        "viereinhalb": Decimal("4.5"),
        "fünfeinhalb": Decimal("5.5"),
        "sechseinhalb": Decimal("6.5"),
        "siebeneinhalb": Decimal("7.5"),
        "achteinhalb": Decimal("8.5"),
        "neuneinhalb": Decimal("9.5"),
        "zehneinhalb": Decimal("10.5"),
        "elfeinhalb": Decimal("11.5"),
        "zwölfeinhalb": Decimal("12.5"),
        "dreiviertel": Decimal("0.75"),
    },
    collective={"dutzend": 12, "halbdutzend": 6, "schock": 60},
    units=units_of("de"),
    unit_phrases=unit_phrases_of("de"),
    currencies=currencies_of("de")
    | {
        "euro": "EUR",
        "euros": "EUR",
        "cent": "EUR",
        "ct": "EUR",
        "dollar": "USD",
        "dollars": "USD",
        "us-dollar": "USD",
        "us-dollars": "USD",
        "pfund": "GBP",
        "franken": "CHF",
        "yen": "JPY",
        "yuan": "CNY",
        "renminbi": "CNY",
        "rubel": "RUB",
        "rupien": "INR",
        "lira": "TRY",
        "mark": "DEM",
        "d-mark": "DEM",
        "zloty": "PLN",
        "złoty": "PLN",
        "kronen": "SEK",
        "forint": "HUF",
        "won": "KRW",
        "hrywnja": "UAH",
        "griwna": "UAH",
        "schekel": "ILS",
        "pfund sterling": "GBP",
        "schilling": "ATS",
        "rappen": "CHF",
        "real": "BRL",
        "reais": "BRL",
        "rand": "ZAR",
        "bitcoin": "XBT",
        "bitcoins": "XBT",
    },
    score_to=words("zu"),
    implied_units={"tempo": "kilometre_per_hour"},
    poll_words=words("bei mit auf"),
    number_nouns=words("zweier dreier"),
    tells_of=dict.fromkeys(
        words("sprach sprachen spricht sprechen ging gingen geht gehen"), words("von")
    ),
    compared_with=phrases(
        "nach | statt | anstatt | gegenüber | gegen | zu | von | vor | und nicht | nicht | verglichen mit | anstelle von"
    ),
    pointing=frozenset(
        (verb, "es")
        for verb in ("waren", "sind", "wären", "seien", "war", "ist", "wurden", "werden")
    ),
    gap_prepositions=words("um auf bei mit für zu von"),
    softeners={"gut": "more_than", "knapp": "just_under", "voll": "exact", "ganz": "exact"},
    instead=phrases("gegenüber | statt | anstatt | anstelle von"),
    multiplied=phrases(
        "multipliziert mit | vervielfacht um | den faktor | dem faktor | um den faktor"
    ),
    so_says=words("so"),
    says_with={"gab": words("bekannt an zu"), "gaben": words("bekannt an zu")},
    house_number="behind_compound",
    postal_lead=frozenset([",", "(", "in", "aus", "nach", ""]),
    sum_lead=frozenset(
        [("waren", "es"), ("sind", "es"), ("es", "waren"), ("es", "sind"), ("es", "nur")]
    ),
    hour_one=words("ein eine einen einem einer eines eins"),
    one_of_is_member=True,
    per=words("pro je"),
    percent={
        ("prozent",): "percent",
        ("%",): "percent",
        ("v.h",): "percent",
        ("prozentpunkte",): "percentage_point",
        ("prozentpunkten",): "percentage_point",
        ("prozentpunkt",): "percentage_point",
        ("promille",): "per_mille",
        ("‰",): "per_mille",
        ("basispunkte",): "basis_point",
        ("basispunkten",): "basis_point",
    },
    below_zero=phrases("unter null"),
    plus=words("plus"),
    minus=words("minus"),
    before=mapped(
        approx="etwa | rund | circa | ca. | ca | zirka | ungefähr | an die | um die | gegen "
        "| schätzungsweise | in etwa | grob | so um die | etwas um die | geschätzt | geschätzte "
        "| geschätzten | plusminus | plus minus | im schnitt etwa | ~ | ≈",
        at_least="mindestens | wenigstens | zumindest | nicht weniger als | ab | minimal | ≥ "
        "| nicht unter",
        more_than="mehr als | über | weit über | deutlich über | knapp über | etwas über "
        "| deutlich mehr als | gut und gern | gut und gerne | weit mehr als | etwas mehr als | rund mehr als | gut "
        "| länger als | tiefer als | schneller als | weiter als | teurer als | breiter als | stärker als | öfter als | wärmer als | größer als | höher als | älter als | schwerer als | oberhalb von | > "
        "| noch mehr als | sogar mehr als | weitaus mehr als",
        at_most="bis zu | höchstens | maximal | nicht mehr als | nicht über | allenfalls | ≤ "
        "| längstens | maximal bis zu | bis maximal | bis höchstens | keine mehr als | max. | max",
        less_than="weniger als | unter | nicht einmal | nicht mal | deutlich weniger als | weit weniger als | weit unter "
        "| deutlich unter | kürzer als | leichter als | billiger als | langsamer als | kälter als | günstiger als | kleiner als | niedriger als | jünger als | < "
        "| etwas weniger als | nicht ganz | unterhalb von | keine | keinen",
        just_under="knapp | knappe | knappen | fast | beinahe | nahezu | annähernd | knapp unter | kaum",
        exact="genau | exakt | nur | lediglich | insgesamt | gerade einmal | gerade mal | bloß "
        "| bereits | schon | allein | punkt",
    ),
    after=mapped(
        at_least="oder mehr | und mehr | oder länger | oder älter | aufwärts",
        at_most="oder weniger | maximal | höchstens",
        approx="oder so",
    ),
    not_exact_small=words("über unter gegen ab um"),
    up_to=words("bis"),
    fillers=words("aber jedoch"),
    against_many=words("gegen"),
    among=words("unter"),
    speaks_about=words("über"),
    speaks=words(
        "sprach sprachen spricht sprechen gesprochen redete redeten redet berichtete berichteten berichtet "
        "diskutierte diskutierten diskutiert schrieb schrieben schreibt entschied entscheiden entscheidet "
        "verhandelte verhandeln klagte klagten stritt streiten streitet informierte informiert beriet beraten"
    ),
    runs_over=words(
        "lauf läuft lief laufen führt führte führen erstreckt erstreckte geht ging fahrt rennen "
        "etappe reicht reichte"
    ),
    to=words("bis"),
    range_open={("zwischen",): words("und"), ("von",): words("bis"), ("ab",): words("bis")},
    either=words("oder und bzw sowie beziehungsweise"),
    halves={"hälfte": Decimal("0.5")},
    denominators={
        "drittel": 3,
        "dritteln": 3,
        "viertel": 4,
        "vierteln": 4,
        "fünftel": 5,
        "fünfteln": 5,
        "sechstel": 6,
        "siebtel": 7,
        "achtel": 8,
        "neuntel": 9,
        "zehntel": 10,
        "zwanzigstel": 20,
        "hundertstel": 100,
        "tausendstel": 1000,
        "millionstel": 10**6,
        "milliardstel": 10**9,
    },
    half_words=words("halb halbe halben halber halbes"),
    negations=words("nicht nie niemals kaum"),
    takes_negation=words("nur bloß allein alle allen aller jeder jede jedes jeden lediglich"),
    during=words("über"),
    not_during=words(
        "seit nach vor für dauerte dauert weit deutlich von mit in bereits schon nun ist war"
    ),
    each=words("jeder jede jedes jedem jeden"),
    one_in=(("von",), ("aus",), ("unter",)),
    multiples={
        ("doppelt",): Decimal(2),
        ("doppelte",): Decimal(2),
        ("doppelten",): Decimal(2),
        ("zweimal",): Decimal(2),
        ("dreimal",): Decimal(3),
        ("viermal",): Decimal(4),
        ("fünfmal",): Decimal(5),
        ("sechsmal",): Decimal(6),
        ("zehnmal",): Decimal(10),
        ("halb",): Decimal("0.5"),
        ("siebenmal",): Decimal(7),
        ("achtmal",): Decimal(8),
        ("hundertmal",): Decimal(100),
        ("anderthalbmal",): Decimal("1.5"),
    },
    as_much=phrases(
        "so viel | so viele | so vielen | so hoch | so groß | so lang | so lange | so teuer "
        "| so schnell | so oft | so stark | so häufig | so schwer | so weit | so alt | mehr "
        "| menge | zahl | anzahl | höhe | größe | preis | summe | wert | leistung | geschwindigkeit | höher | größer | so hohe | so viele | so gut | so breit | so niedrig"
    ),
    multiple_lead=words("das dem aufs ums"),
    times=words("mal"),
    fold=("fach", "fache", "fachen", "facher", "faches", "fachem"),
    verbs_of_multiple={
        "verdoppelt": 2,
        "verdoppelte": 2,
        "verdoppeln": 2,
        "verdreifacht": 3,
        "verdreifachte": 3,
        "verdreifachen": 3,
        "vervierfacht": 4,
        "vervierfachte": 4,
        "verfünffacht": 5,
        "verzehnfacht": 10,
        "verzehnfachte": 10,
    },
    vague={
        "hunderte": 100,
        "hunderten": 100,
        "hunderter": 100,
        "tausende": 1000,
        "tausenden": 1000,
        "tausender": 1000,
        "dutzende": 12,
        "dutzenden": 12,
        "dutzender": 12,
        "zehntausende": 10**4,
        "zehntausenden": 10**4,
        "hunderttausende": 10**5,
        "hunderttausenden": 10**5,
        "zigtausende": 10**4,
        "abertausende": 1000,
        "aberhunderte": 100,
        "millionen": 10**6,
        "milliarden": 10**9,
        "abermillionen": 10**6,
    },
    vague_lead=words(
        "etliche etlichen zig zahlreiche zahlreichen mehrere mehreren mehrerer einige einigen einiger viele vielen paar"
    ),
    vague_bare=words("hundert tausend dutzend hunderttausend zehntausend"),
    ordinals={
        stem + ending: n
        for stem, n in _ORDINALS.items()
        for ending in ("e", "en", "er", "es", "em")
    },
    dot_is_ordinal=True,
    is_time_capitalised=True,
    month_tail=words("an"),
    day_articles=words("den dem zum der"),
    day_lead=words("am vom bis zum ab dem den seit der und"),
    year_not_after=words("vorjahr vorjahreswert vorjahreszeitraum vorquartal vormonat vorwoche"),
    than=words("als"),
    quarter_codes={"q": "Q", "h": "H"},
    decade_endings=words("er er-jahre er-jahren er-jahres"),
    decades_from_ten=True,
    eras=valued(
        {
            "v . chr | v chr | vor christus | v . u . z | vor christi geburt": -1,
            "n . chr | n chr | nach christus | n . u . z": 1,
        }
    ),
    ordinal_signs=words("sten ste te ten ter stes tes"),
    ordinal_names=words("fc fsv bundesliga liga sc tsv handball-bundesliga fußball-bundesliga"),
    months=month_names("de", but="jaenner") | {"januars": 1},
    doubtful_months=words("mai april august jan feb apr jun jul aug sep nov"),
    short_months=words("jan feb mrz apr jun jul aug sept sep okt nov dez"),
    weekdays={
        **numbered("montag dienstag mittwoch donnerstag freitag samstag|sonnabend sonntag"),
        **numbered("montags dienstags mittwochs donnerstags freitags samstags|sonnabends sonntags"),
        **{
            day + part: n
            for day, n in numbered(
                "montag dienstag mittwoch donnerstag freitag samstag sonntag"
            ).items()
            for part in ("abend", "morgen", "vormittag", "nachmittag", "mittag", "nacht")
        },
    },
    year_lead=phrases(
        "im jahr | im jahre | seit | anno | jahr | jahre | jahres | in | ab | bis | vor | nach "
        "| von | um | anfang | mitte | ende | frühjahr | sommer | herbst | winter | sommers | seit "
        "dem jahr | bis zum jahr | des jahres | sommer | frühling | bis ende | zwischen | und "
        "| gegen ende | noch | wie | erst | schon | bereits | seit anfang | olympia | wm | em | saison "
        "| zuletzt | vorjahr | als | seit herbst | gegründet | weihnachten | silvester | ostern | brexit"
    ),
    sure_year_lead=words(
        "jahr jahre seit anno anfang mitte ende frühjahr sommer herbst winter jahren"
    ),
    month_lead=words(
        "im ab bis seit ende anfang mitte vom vergangenen letzten kommenden nächsten und diesen - –"
    ),
    part_of_year=phrases(
        "ende | anfang | mitte | ende der | anfang der | mitte der | frühjahr | sommer | herbst | winter | frühling | spätsommer "
        "| spätherbst | frühsommer | vorweihnachtszeit"
    ),
    decades=words("jahre jahren er jahres"),
    decade_words={
        decade + ending: n
        for n, decade in enumerate(
            [
                "zwanziger",
                "dreißiger",
                "vierziger",
                "fünfziger",
                "sechziger",
                "siebziger",
                "achtziger",
                "neunziger",
            ],
            2,
        )
        for ending in ("", "n", "jahre", "jahren", "-jahre", "-jahren")
    },
    centuries=words("jahrhundert jahrhunderts jahrhunderten"),
    quarters=words("quartal quartals vierteljahr"),
    halves_of_year=words("halbjahr halbjahrs halbjahres jahreshälfte"),
    clock=phrases("uhr"),
    parts_of_day=valued(
        {
            "morgens | früh | vormittags | am morgen | am vormittag | in der früh": "am",
            "nachmittags | abends | am nachmittag | am abend": "pm",
            "mittags | am mittag": "noon",
            "nachts | in der nacht": "night",
        }
    ),
    past_hour=valued({"viertel nach": 15, "viertel vor": -15, "halb": -30}),
    time_lead=words("um gegen"),
    clock_lead=words("um gegen ab bis von zwischen kurz seit nach vor und"),
    before_this_year=words(
        "vorjahr vj vorjahreswert vormonat vorquartal vorher bisher zuvor früher"
    ),
    past=words("vergangenen vergangene vergangener letzten letzter letzte vorigen voriger"),
    future=words("kommenden kommende kommender nächsten nächster nächste wird werden soll sollen"),
    bounds=words("bis vor ab spätestens frühestens"),
    is_always=words("ist gilt"),
    hard_labels=words(
        "plz postleitzahl anhang ice ic ec rb tgv railjet nightjet artikel art paragraph paragraf absatz abs boeing airbus formel windows iphone galaxy ford porsche bmw audi § drucksache xbox playstation isbn kalenderwoche kw covid gpt autobahn rapper ice ariane falcon artemis voyager tsv ipad golf python ios"
    ),
    labels=words(
        "plz postleitzahl anhang artikel art paragraph paragraf absatz abs kapitel seite seiten s nummer nr no formel "
        "bus tram reihe linien opel renault peugeot tesla fiat boeing airbus gleis zimmer raum klasse stufe linie kanal platz hausnummer block tor "
        "windows iphone galaxy version typ modell a b u e g b7 autobahn bundesstraße plz postfach "
        "telefon tel fax isbn issn kontonummer konto aktenzeichen az ziffer band folge staffel "
        "teil apollo ford porsche bmw audi golf leopard tiger iso din pin halle stalag revolver "
        "bahnsteig flug flugnummer lh kalenderwoche kw startnummer rückennummer runde gruppe "
        "buslinie route highway interstate level pegida drsn drucksache bezirk wahlkreis gate "
        "ios android macos playstation xbox covid gpt channel agenda stuttgart hartz "
        "gesetzblatt wm em olympia expo euro schalke hannover bayer mainz tsv sv radio kfz sgb stgb "
        "saal kammer klassen klassenstufe klassenstufen stufen ftse nasdaq nikkei dax mdax tecdax sdax stoxx smi atx fortune  regel punkt lektion akt satz vers psalm mose sonate sinfonie opus op"
    ),
    one_stop=words("der des die von anderen anderer andere mal"),
    one_stop_before=words("so was solch manch welch irgend kein noch"),
    fixed=phrases(
        "auf allen vieren | zu zweit | zu dritt | zu viert | erste hilfe | ersten hilfe "
        "| zum einen | zum anderen | unter vier augen | in erster linie | aus erster hand "
        "| aus zweiter hand | zweite geige | auf den ersten blick | auf den zweiten blick "
        "| fürs erste | fünf vor zwölf | dritte welt | dritten welt | dritte wahl "
        "| in null komma nichts | null komma nichts | alle neune | erster klasse | zweiter klasse "
        "| drei könig | heilige drei | heiligen drei | sieben sachen | siebten himmel "
        "| auf wolke sieben | hundert prozentig | der erste beste | die erste beste | vier wände "
        "| vier wänden | das dritte reich | dritten reich | dritten reichs | dritten reiches "
        "| zwei gesichter | auf eins | nummer eins | 1860 münchen "
        "| 1899 hoffenheim | 1846 ulm | 1848 bochum"
    ),
    streets=(
        "straße",
        "strasse",
        "str",
        "weg",
        "allee",
        "gasse",
        "ring",
        "platz",
        "damm",
        "ufer",
        "chaussee",
        "promenade",
        "steig",
        "stieg",
    ),
    age_lead=phrases("im alter | im alter von | im alter zwischen | im alter ab"),
    age_parts=words("anfang mitte ende"),
    people_of_age=words(
        "kinder kindern menschen personen frauen männer männern jugendliche jugendlichen erwachsene erwachsenen "
        "patienten patientinnen autofahrer autofahrern fahrer bürger arbeitslose wähler wählern deutsche deutschen leute"
    ),
    of_age=words("mann frau junge mädchen kind rentner rentnerin mannes"),
    age_endings=("jährig", "jährige", "jährigen", "jähriger", "jähriges", "jährigem", "jährigem"),
    age_behind=phrases("alt | alte | alten | alter | altes | altem"),
    ageless=words(
        "erfahrung jubiläum bestehen mitgliedschaft amtszeit pause krieg kriegs geschichte tradition laufzeit vertrag haft herrschaft "
        "freiheitsstrafe gefängnisstrafe haftstrafe ehe zusammenarbeit verhandlungen frist karriere bürgerkrieg bauzeit garantie anleihe "
        "anleihen ausbildung studium lehre mandat projekt programm plan phase abwesenheit suche dienstzeit betrieb betriebs "
        "rendite renditen zins zinsen papier papiere sperre prozess verfahren streit tief hoch dauer durchschnitt mittel"
    ),
    ageless_endings=("ung", "ungen", "heit", "keit", "schaft", "nis", "tät", "tum", "zeit"),
    hour_joints=words("und"),
    unit_adjectives={
        "jährig": "year",
        "monatig": "month",
        "wöchig": "week",
        "tägig": "day",
        "stündig": "hour",
        "minütig": "minute",
        "sekündig": "second",
        "prozentig": "percent",
        "jahrig": "year",
        "jahre": "year",
        "tage": "day",
        "stunden": "hour",
        "minuten": "minute",
    },
    **NOUN_CONTEXT,
)
