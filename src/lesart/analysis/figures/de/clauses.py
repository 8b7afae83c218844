"""German clauses as data: what rises, costs and amounts to how much, and the nouns around it."""

from __future__ import annotations

from lesart.analysis.figures.grammar import Grammar
from lesart.analysis.figures.table_syntax import directed, phrases, split_verbs, valued_words, words

GRAMMAR = Grammar(
    shape="capitals",
    moves=directed(
        rise="stieg stiegen steigt steigen gestiegen steige stiege verlängert verlängerte verlängerten verlängern steigend anstieg anstiegen ansteigt "
        "ansteigen angestiegen steigert steigern steigerte steigerten gesteigert erhöht erhöhen "
        "erhöhte erhöhten wuchs wuchsen wächst wachsen gewachsen kletterte kletterten klettert "
        "klettern geklettert verteuerte verteuerten verteuert verteuern zugelegt zulegt zulegte "
        "zulegten zulegen zugenommen zunimmt zunahm zunahmen zunehmen angehoben anhebt anhob anhoben "
        "anheben aufgestockt aufstockt aufstocken ausgeweitet ausweitet ausweiten angezogen anzieht "
        "anziehen anzogen anzog heraufgesetzt heraufsetzt heraufsetzen hochgesetzt hochgeschraubt schnellte schnellten "
        "hochgeschnellt sprang sprangen springt gesprungen verbessert verbesserte verbesserten verbessern "
        "gewann gewannen gewinnt gewinnen gewonnen hinzugewonnen dazugewonnen zugewonnen hinzugewann "
        "avancierte avancierten avanciert expandierte expandierten expandiert haussierte "
        "beschleunigte beschleunigten beschleunigt vergrößerte vergrößert übertraf übertrafen "
        "übertroffen aufgeschlagen aufwertete aufgewertet ausgebaut ausbaut ausbaute ausbauen "
        "rückte rückten vorgerückt schoss schossen hochschoss explodierte explodierten explodiert "
        "übersteigt überstieg überstiegen hochgegangen hinaufgesetzt vermehrt vermehrte",
        fall="fiel fielen fällt fallen gefallen falle fiele sank sanken sinkt sinken verkürzt verkürzte verkürzten verkürzen gesunken sinke senkt senken "
        "senkte senkten gesenkt schrumpft schrumpfen schrumpfte schrumpften geschrumpft verringert "
        "verringern verringerte verringerten reduziert reduzieren reduzierte reduzierten "
        "zurückgegangen zurückging zurückgingen zurückgeht zurückgehen rutscht rutschen rutschte "
        "rutschten gerutscht abgerutscht abgenommen abnimmt abnahm abnahmen abnehmen verlor verloren verliert verlieren "
        "kürzt kürzen kürzte kürzten gekürzt eingebrochen einbrach einbricht einbrechen einbrachen "
        "verbilligt verbilligen verbilligte verbilligten ermäßigt ermäßigte ermäßigten ermäßigen "
        "vermindert verminderte verminderten vermindern nachgegeben nachgab nachgaben nachgibt nachgeben abgesackt absackte sackte "
        "sackten stürzt stürzen stürzte stürzten abgestürzt gestürzt eingebüßt einbüßte einbüßten einbüßt "
        "büßte büßten büßt tauchte abgetaucht gedrückt drückte gedrosselt drosselte drosselt "
        "gekappt kappte kappten kappt kappen gestutzt eingedampft abgebaut abgesenkt absenkt "
        "absenkte absenken herabgesetzt herabsetzt herabsetzen heruntergesetzt gestrichen zurückgefallen zurückfiel "
        "verschlechterte verschlechtert verschlechterten verkleinerte verkleinert einspart eingespart einsparen "
        "gespart abgeschwächt schwächte verfehlte verfehlten unterschritt zusammengestrichen "
        "halbieren abgegeben abgab abgaben ermäßigend sinkend sinkende",
    ),
    split_moves=split_verbs(
        rise="legt|legte|legten|legen|lege|legst~zu nimmt|nahm|nahmen|nehmen~zu zieht|zog|zogen|ziehen~an "
        "hebt|hob|hoben|heben~an stockt|stockte|stockten|stocken~auf weitet|weitete|weiteten~aus "
        "baut|baute|bauten~aus setzt|setzte|setzten~herauf steigt|stieg|stiegen|steigen~an "
        "schlägt|schlug|schlugen~auf geht|ging|gingen~hoch gewinnt|gewann|gewannen~hinzu "
        "gewinnt|gewann|gewannen~dazu wertet|wertete~auf holt|holte|holten~auf schnellt|schnellte~hoch "
        "fährt|fuhr|fuhren~hoch schraubt|schraubte|schraubten~hoch setzt|setzte~hoch geht|ging|gingen~rauf "
        "klettert|kletterte~hinauf springt|sprang~hoch",
        fall="gibt|gab|gaben|geben~nach gibt|gab|gaben|geben~ab geht|ging|gingen|gehen~zurück "
        "nimmt|nahm|nahmen|nehmen~ab bricht|brach|brachen|brechen~ein büßt|büßte|büßten|büßen~ein "
        "sackt|sackte|sackten~ab baut|baute|bauten|bauen~ab setzt|setzte|setzten~herab "
        "stürzt|stürzte|stürzten~ab rutscht|rutschte|rutschten~ab fällt|fiel|fielen|fallen~zurück "
        "senkt|senkte|senkten|senken~ab spart|sparte|sparten~ein schwächt|schwächte|schwächten~ab "
        "fährt|fuhr|fuhren~zurück fährt|fuhr|fuhren~herunter geht|ging|gingen~herunter "
        "schmilzt|schmolz~ab dampft|dampfte~ein setzt|setzte~herunter sinkt|sank|sanken~ab",
    ),
    levels=words(
        "beträgt betrug betrugen betragen betrage liegt lag lagen liegen liege läge gelegen belief beliefen "
        "beläuft belaufen notiert notierte notierten notieren steht stand standen stehen verharrt verharrte "
        "verharrten verharren erreicht erreichte erreichten erreichen summiert summierte summierten summieren "
        "kommt kam kamen gekommen kommen umfasst umfasste umfassten pendelte pendelt pendelten "
        "stagniert stagnierte stagnierten schloss schlossen geschlossen "
        "ist sind war waren sei seien wäre bleibt blieb blieben geblieben bleiben misst maß maßen "
        "zeigt zeigte zeigten bewegt bewegte ausmacht ausmachte macht machte machten ausmachen "
        "geschätzt beziffert veranschlagt taxiert festgesetzt festgelegt dauert dauerte dauerten dauern gedauert "
        "wiegt wog wogen gedeckelt begrenzt eingestuft prognostiziert kalkuliert "
        "übertrifft überschreitet überschritt übersprang überspringt unterbietet unterschreitet "
        "landet landete landeten rangiert stabilisierte eingependelt bemisst wert bewertet hoch "
        "beließ beließen belässt belassen gelautet lautet lautete lauteten angesetzt beziffert bezifferte bezifferten schätzt schätzte schätzten taxierte veranschlagte "
        "handelte gehandelt pendelt bezahlt genügen reicht reichte reichen wird werden wurde wurden"
    ),
    other_particles=words("aus ein auf bei um weg durch heraus zusammen"),
    readings=words("beträgt betrug betrugen betragen betrage übertraf überschritt"),
    stays=words("bleibt blieb blieben geblieben bleiben"),
    costs=words(
        "kostet kostete kosteten kosten gekostet koste verschlingt verschlang verschlangen "
        "verschlungen"
    ),
    trades=words(
        "zahlt zahlte zahlten zahlen gezahlt bezahlt bezahlte bezahlten bezahlen kauft kaufte "
        "kauften kaufen gekauft verkauft verkaufte verkauften verkaufen erwirbt erwarb erworben "
        "übernimmt übernahm übernommen wechselt wechselte gewechselt ersteigert ersteigerte "
        "verpflichtet verpflichtete vermietet angeboten bietet erhältlich gibt versteigert"
    ),
    spends=words(
        "gewinnt gewann gewannen gewonnen verliert verlor verloren investiert investierte investierten investieren verdient verdiente verdienten verdienen "
        "gibt gab gaben ausgegeben ausgibt stellt stellte stellten bereitgestellt bekommt bekam bekamen "
        "bekommen erhält erhielt erhielten erhalten erlöst erlöste fließt fließen flossen spendete "
        "spendet gespendet sammelte sammelt eingesammelt nimmt nahm nahmen eingenommen fordert "
        "forderte gefordert verlangt verlangte verlangten verlangen hinterzogen hinterzog erbeuteten erbeutete "
        "erbeutet bewilligt bewilligte genehmigt genehmigte lockermacht überwies überwiesen spielte spielt eingespielt "
        "setzt setzte umgesetzt umsetzte schuldet schuldete unterstützt unterstützte fördert förderte gefördert "
        "einsparen eingespart einspart aufbringen aufwenden brauchen braucht benötigt benötigte sparen"
    ),
    expects=words(
        "erwartet erwartete erwarteten gerechnet prognostiziert prognostizierten vorhergesagt "
        "veranschlagt gefordert"
    ),
    owns=words(
        "erlebt erlebte erlebten erlitt erlitten erleidet erfuhr verkraften hinnehmen meldet meldete meldeten gemeldet verzeichnet verzeichnete verzeichneten verzeichnen erzielt erzielte erzielten "
        "erzielen verbucht verbuchte verbuchten erwirtschaftet erwirtschaftete erwartet erwartete hält hielt "
        "hielten hat hatte hatten haben besitzt besaß verwaltet verwaltete weist wies wiesen rechnet "
        "rechnete rechnen plant plante schreibt schrieb schrieben vorweisen ausgewiesen macht machte "
        "machten gemacht beschäftigt beschäftigte fordert forderte boten bot nimmt nahm nahmen verhängt verhängte übernimmt trägt"
    ),
    other_verbs=words(
        "sieht sahen sah geht ging gingen kann können soll sollen muss müssen will wollen darf dürfen "
        "könnte könnten sollte sollten müsste müssten würde würden dürfte dürften sagt sagte sagten erklärt erklärte teilt "
        "teilte teilten berichtet berichtete warnt warnte kündigte kündigt hieß heißt halten finden "
        "fanden glauben meinen sprachen befürchten fürchten planen planten wollten melden lassen ließ lässt ließen "
        "leben lebten arbeiten arbeiteten gehören gehört gehörten belastet belastete drohen droht drohte fehlen fehlt "
        "entstand entstanden entsteht entfallen entfielen entfällt beschäftigt beschäftigte belasten treffen traf trifft "
        "beginnt begann endet endete bringt brachte brachten führte führt führten sorgte sorgt zogen folgt folgte"
    ),
    participles=("t", "en"),
    auxiliaries=words(
        "hat haben hatte hatten ist sind war waren wird werden wurde wurden worden sei seien soll sollen "
        "sollte würde würden dürfte dürften könnte könnten kann können muss müssen"
    ),
    allots=words("entfielen entfallen entfällt entfiel"),
    passives=words("wird werden wurde wurden worden"),
    prepositions=words(
        "in im an am auf aus bei beim bis durch für gegen hinter nach neben über um unter vom von vor "
        "während wegen zu zum zur zwischen mit ohne seit ab laut trotz gegenüber je pro per dank "
        "innerhalb außerhalb binnen samt inklusive statt anstelle aufgrund angesichts infolge "
        "mithilfe inmitten entlang ans ins aufs fürs übers ums unterm vorm entsprechend gemäß wie als "
        "einschließlich anders"
    ),
    by=words("um"),
    hovers=words("pendelt pendelte pendelten pendeln schwankt schwankte schwankten schwanken kreist kreiste kreisen"),
    done_to=words("zu"),
    onto=words("auf"),
    from_=words("von"),
    at=words("bei über unter"),
    amount_of=phrases(
        "von | in höhe von | über | im umfang von | in der größenordnung von | im volumen von "
        "| von jeweils | zu je | à | zu | im wert von | von insgesamt | zwischen | von zusammen"
    ),
    with_=words("mit"),
    price_for=words("für"),
    wants=words("fordert forderte fordern verlangt verlangte verlangen will wollen bietet bot boten erwartet"),
    among=words("bei beim unter"),
    out_of=words("von vom unter"),
    ahead=words("vor von"),
    equals=words("oder"),
    too=words("zu"),
    share_of=words("der des aller dieser von vom ihrer seiner dieses unserer ihres seines"),
    kept_in=words("an"),
    adjuncts=words("in an aus bei auf"),
    places=words("bei in im beim am"),
    bare_places=words("in"),
    complements={
        "für": ("preis", "preise", "kosten", "ausgaben", "gebühr", "gebühren", "preisen"),
        "nach": ("exporte", "exporten", "ausfuhren", "lieferungen", "nachfrage"),
        "aus": ("importe", "einfuhren"),
        "je": ("gewinn", "ergebnis"),
        "vor": ("gewinn", "ergebnis", "verlust"),
        "auf": ("zoll", "zölle", "zöllen", "steuer", "steuern"),
    },
    articles=words(
        "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem diesen "
        "ihrer seiner unserer jener jene jenes ihr ihre ihren ihrem ihres sein seine seinen seinem seines jede jeder jedes "
        "jeden jedem kein keine keinen unser unsere unseren deren dessen alle allen aller manche viele "
        "beide beiden solche solcher mein meine welche"
    ),
    oblique=words(
        "dem des einem eines einer diesem ihrem seinem ihres seines deren dessen jedem"
    ),
    subject_articles=words("der die das ein eine"),
    possessive=words("deren dessen"),
    objects=words("ihn"),
    accusative=words("den einen diesen ihren seinen keinen jeden unseren jenen"),
    nominative=words("die das ein eine kein keine diese ihre seine unsere"),
    genitive=words("des der eines einer dieser ihrer seiner ihres seines aller unserer dieses"),
    pronouns=words("es er sie das dies diese dieser"),
    there_is=words("gibt gab gäbe gebe"),
    asides=words("aber jedoch dagegen hingegen"),
    relatives=words("der die das dem den deren dessen denen welche welcher welches wo worunter"),
    subordinators=words(
        "dass weil wenn als während nachdem obwohl ob da indem sobald falls wobei wohingegen sodass "
        "damit bevor ehe wie"
    ),
    coordinators=words("und oder sowie bzw beziehungsweise"),
    adverbs=words(
        "nämlich nur noch nun jetzt bereits schon aktuell derzeit zuletzt insgesamt jeweils sogar lediglich "
        "künftig demnach damit dadurch fast wieder inzwischen mittlerweile zusammen etwa immerhin "
        "jährlich monatlich unverändert erneut weltweit zusätzlich durchschnittlich sich zunächst "
        "zeitweise real nominal preisbereinigt leicht deutlich kräftig stark allein weiterhin bislang "
        "bisher also eben gerade auch im schnitt mittel höchstens mindestens maximal glatt umgerechnet "
        "jährliche jeweils ganze zuvor binnen weitere weiteren rund circa ca satte voraussichtlich dann "
        "zwar aber daraus darin darauf hieraus dagegen hingegen hinzu alleine abhängig raus ferner zudem außerdem zugleich dennoch trotzdem somit unterdessen "
        "daraufhin seitdem seither vorerst letztlich schließlich obendrein nunmehr dort hier heute gestern stattdessen anfangs zwischenzeitlich aktuell ja"
    ),
    change_nouns=directed(
        rise="plus anstieg zuwachs zunahme erhöhung steigerung aufschlag zugewinn wachstum kursplus kursgewinn "
        "anhebung verteuerung aufstockung ausweitung kurssprung umsatzplus preisanstieg sprung aufschlägen mehr "
        "preiserhöhung wertzuwachs zuwächse zuwächsen verbesserung kursanstieg",
        fall="minus rückgang einbruch senkung abnahme kürzung abschlag verlust kursminus kursverlust "
        "rückgänge rückgängen absenkung verringerung reduzierung reduktion schrumpfung umsatzminus kurssturz preisrückgang "
        "einbußen einbuße kursrutsch verbilligung rabatt abschlägen weniger verluste verlusten kursabschlag",
    ),
    change_in=words("bei der des von in im beim"),
    change_endings=directed(
        rise="anstieg zuwachs zunahme plus sprung steigerung erhöhung", fall="rückgang minus einbruch kürzung senkung"
    ),
    amount_nouns=words("höhe betrag summe gesamthöhe umfang größenordnung volumen gesamtvolumen niveau marke rekordwert rekordhoch rekordniveau tempo schwelle grenze"),
    own_amounts=words("wachstum aufschlag rabatt abschlag aufschlägen abschlägen"),
    own_sums=words("verlust verluste verlusten einbußen einbuße zuwachs kürzung steigerung senkung"),
    times=words(
        "jahr jahre jahres jahren vorjahr vorjahres vorjahreszeitraum vorjahresmonat vormonat vorwoche "
        "vortag vorquartal monat monate monats monaten woche wochen tag tage tages tagen stunde stunden "
        "quartal quartale quartals quartalen halbjahr halbjahres halbjahrs minute minuten vormittag "
        "nachmittag abend morgen mittag nacht zeit zeitraum jahreswechsel jahresende jahresbeginn "
        "monatsende wochenende anfang ende mitte jahrzehnt jahrzehnten saison mal beginn auftakt januar "
        "februar märz april mai juni juli august september oktober november dezember montag dienstag "
        "mittwoch donnerstag freitag samstag sonntag sommer winter herbst frühjahr frühling jahresanfang "
        "vergleich stand gegensatz schnitt durchschnitt geschäftsjahr vergleichszeitraum "
        "handelsschluss handelsstart handelsbeginn uhr"
    ),
    time_endings=(
        "jahr", "jahrs", "jahre", "jahres", "jahren", "quartal", "quartals", "quartale", "quartalen", "monat", "monats", "monate",
        "monaten", "woche", "wochen", "zeitraum", "zeitraums", "zeitraumes", "frist", "jahrzehnt", "jahrzehnten",
        "saison", "periode", "semester", "semesters", "jahresniveau", "jahresniveaus", "vortag", "vortags", "vortages",
    ),
    agents=words(
        "konzern unternehmen firma bank kette verband land stadt regierung ministerium bund staat "
        "kommune gemeinde senat partei klub verein gewerkschaft institut behörde amt gericht familie "
        "betrieb versorger zulieferer bauer gruppe fonds stiftung kammer notenbank zentralbank "
        "bundesregierung freistaat kanton bezirk landkreis kreis club universität klinik "
        "krankenhaus kasse vorstand arbeitgeber rentner kunden verbraucher haushalte frauen männer "
        "union tochter mutter holding börse eu usa streamingdienst dienst fiskus präsident kanzler film hersteller"
    ),
    agent_endings=(
        "konzern", "konzerns", "unternehmen", "unternehmens", "firma", "bank", "kette", "verband", "verbands",
        "verbandes", "land", "landes", "stadt", "regierung", "ministerium", "ministeriums", "hersteller", "herstellers",
        "bauer", "bauers", "händler", "händlers", "anbieter", "anbieters", "betreiber", "betreibers",
        "versicherer", "versicherers", "zulieferer", "zulieferers", "verein", "vereins", "partei", "gewerkschaft", "institut", "instituts",
        "riese", "riesen", "klub", "klubs", "club", "clubs", "gruppe", "kasse", "fonds", "staates", "staats", "kammer", "gesellschaft",
        "tochter", "spezialist", "spezialisten", "bahn", "gemeinde", "gemeinden", "kommunen", "kreis", "kreises",
        "unternehmens", "länder", "städte", "discounter", "discounters", "versorger", "versorgers", "raum", "zone", "gewerbe", "gewerbes", "branche", "industrie",
        "airline", "holding", "präsident", "chef", "minister", "ministerin", "präsidentin",
    ),
    sayers=words(
        "analysten experten ökonomen volkswirte fachleute beobachter statistiker forscher marktforscher "
        "händler kritiker prognosen schätzungen angaben bundesamt statistikamt sprecher sprecherin "
        "umfrage studie bericht rede zahlen daten ergebnis polizei feuerwehr"
    ),
    told_too=words("ergebnis zahlen daten"),
    appraising=words(
        "beziffert bezifferte bezifferten beziffern schätzt schätzte schätzten schätzen veranschlagt veranschlagte "
        "veranschlagten taxiert taxierte taxierten"
    ),
    appraises=words("bewertet wert"),
    limits=words(
        "marke grenze schwelle obergrenze untergrenze höchstgrenze freigrenze limit mindestens höchstens maximal deckel"
    ),
    votes=words(
        "erhielt erhielten erhält holte holten holt bekam bekamen bekommt bekäme entfielen entfällt erreichte erreicht erreichten "
        "gewann kommt käme kommen kam errang setzte"
    ),
    bounds=words("über unter"),
    lives=("soldaten", "kämpfer", "kämpfern", "mann", "männer", "männern", "frauen", "leute", "leuten", "menschen", "kinder", "kindern", "zivilisten", "polizisten", "angehörige", "angehörigen", "leben"),
    aside_in=words("in im bei an am"),
    per_many=words("auf"),
    outdoes=words("übersteigt überstieg überstiegen übersteigen übertrifft übertraf übertrafen übertroffen verfehlt verfehlte verfehlten unterschritt"),
    mourns=words("verliert verlor verloren verlieren"),
    more=directed(
        rise="mehr höher höhere höheren höherer teurer teurere teureren größer größere stärker länger wärmer "
        "über oberhalb zusätzlich zusätzliche höherem schneller älter schwerer fester darüber",
        fall="weniger niedriger niedrigere niedrigeren geringer geringere geringeren tiefer tieferen billiger "
        "billigere günstiger kleiner kürzer kälter unter unterhalb leichter schwächer langsamer jünger darunter",
    ),
    dimensions=words("lang hoch tief breit groß schwer dick stark entfernt"),
    sizes=words("lang hoh tief breit groß schwer dick stark entfernt alt weit teur"),
    signs=directed(rise="plus +", fall="minus -"),
    multiples=valued_words({
        "verdoppelt verdoppelte verdoppelten verdoppeln": "2",
        "verdreifacht verdreifachte verdreifachten verdreifachen": "3",
        "vervierfacht vervierfachte vervierfachten vervierfachen": "4",
        "verfünffacht verfünffachte verfünffachten": "5", "versechsfacht versechsfachte": "6",
        "verzehnfacht verzehnfachte verzehnfachten": "10",
        "halbiert halbierte halbierten halbieren": "0.5",
    }),
    per=phrases("pro | je | / | per | im | am | in der"),
    per_only={
        ("im",): words("monat jahr quartal"),
        ("am",): words("tag"),
        ("in", "der"): words("woche stunde minute sekunde"),
        ("/",): words("stunde tag monat jahr kilogramm kilo tonne liter kwh aktie quadratmeter"),
    },
    per_words=words("jährlich monatlich täglich wöchentlich stündlich"),
    than=words("als"),
    off_marks=words("über unter oberhalb unterhalb"),
    norms=words(
        "geplant erwartet üblich vermutet bewilligt vorausgesagt prognostiziert veranschlagt gedacht befürchtet "
        "angenommen vorgesehen nötig erlaubt zugelassen normal sonst vereinbart gefordert eingeräumt zugetraut "
        "vorgeschrieben erhofft kalkuliert angekündigt anderswo andere anderen"
    ),
    norm_endings=(
        "mittel", "schnitt", "mittelwert", "ziel", "soll", "sollwert", "grenzwert", "norm", "planung", "prognose",
        "erwartung", "erwartungen", "prognosen", "richtwert", "höchstwert", "limit",
    ),
    earlier=words(
        "zuvor bisher bislang davor früher einst damals jetzt heute vorher letzte letzten letzter letztes vergangene "
        "vergangenen vergangener vorige vorigen derzeit noch bei im in am vor zu unter nach rekord gipfel"
    ),
    earlier_heads=("vorjahr", "vormonat", "vorquartal", "vorwoche", "vortag", "vorsaison", "vorperiode", "vorgänger"),
    margins=words("stimmen toren tore punkten runden sekunden sätzen"),
    loses=words("verlor verloren verliert verlieren"),
    contests=words("spiele partien prozesse duelle finals endspiele wahlen verfahren matches"),
    gauges=("pegel", "spiegel", "stand", "fluss", "grundwasser", "rhein", "elbe", "donau", "see", "wasser"),
    comes_down=words("fallen fielen fiel fällt"),
    rebates=words("rabatt rabatte rabatten nachlass skonto"),
    against=phrases(
        "gegenüber dem | gegenüber der | gegenüber den | gegenüber | im vergleich zum | im vergleich zur "
        "| im vergleich zu | verglichen mit dem | verglichen mit | als im | als vor | als in der | als am "
        "| als in | als noch | zum vorjahr | gemessen am"
    ),
    afterwards=words("nach"),
    since=phrases("seit dem | seit der | seit"),
    countries=words(
        "eu niederlande niederlanden schweiz slowakei türkei ukraine usa "
    ),
    ago=words("zuvor davor später"),
    head_changes=words(
        "veränderung veränderungen differenz diff änderung entwicklung abweichung gegenüber vergleich trend zuwachs "
        "plus minus vorjahresvergleich delta"
    ),
    head_ranks=words("platz rang pl nr lfd pos position"),
    head_generic=words(
        "wert werte anzahl zahl menge ergebnis prozent ist stand angabe kennzahl posten größe merkmal total"
    ),
    totals=words("gesamt insgesamt summe zusammen total alle"),
)  # fmt: skip
