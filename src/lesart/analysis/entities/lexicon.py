"""Words that tell what the names beside them are: titles, kinds of organisation, parts of names."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PARTICLES = _words(
    "von van de del der den di da do dos du la le las los y e zu zur zum al el bin ben ibn abu ter ten"
)
"""Small words inside a person's name."""

ARTICLE_PARTICLES = _words("al el as ash an ad at ar az")
"""Joined to what follows by a hyphen: al-Maliki."""

TITLES = _words(
    """Dr Dr. Prof Prof. Professor Professorin Mr Mr. Mrs Mrs. Ms Ms. Miss Sir Dame Lord Lady Herr Herrn
    Frau Monsieur Madame Mme M. Mlle Señor Señora Sr. Sra. Don Doña Präsident Präsidentin Kanzler
    Kanzlerin Bundeskanzler Bundeskanzlerin Bundespräsident Bundespräsidentin Ministerpräsident
    Ministerpräsidentin Premierminister Premierministerin Premier Minister Ministerin Außenminister
    Außenministerin Innenminister Innenministerin Finanzminister Finanzministerin Verteidigungsminister
    Verteidigungsministerin Wirtschaftsminister Gesundheitsminister Justizminister Regierungschef
    Regierungschefin Vize Vizekanzler Vizekanzlerin Vizepräsident Vizepräsidentin Staatschef Parteichef Parteichefin Fraktionschef Generalsekretär Generalsekretärin
    Sprecher Sprecherin Regierungssprecher Bürgermeister Bürgermeisterin Oberbürgermeister Senator
    Senatorin Abgeordneter Abgeordnete Trainer Trainerin Bundestrainer König Königin Prinz Prinzessin
    Papst Kardinal Bischof Pfarrer Richter Richterin Staatsanwalt General Oberst Kommissar Machthaber
    Diktator Vorsitzende Vorsitzender Chef Chefin Schriftsteller Schauspieler Schauspielerin Sänger
    Sängerin Regisseur Autor Autorin Ökonom Experte Expertin Forscher Forscherin Anwalt Anwältin
    President Prime Vice Chancellor Secretary Attorney Governor Mayor Representative Congressman
    Congresswoman Justice Judge Captain Colonel Lieutenant Sergeant Major Admiral King Queen Prince
    Princess Duke Pope Cardinal Bishop Archbishop Reverend Rev. Gen. Col. Lt. Sgt. Capt. Gov. Sen. Rep.
    Coach Manager Chairman Chairwoman Spokesman Spokeswoman Detective Inspector Officer Rabbi Sheikh
    Imam Ayatollah Me Mgr Sœur Frère Abbé Baroness Baron Countess Viscount PC DC Superintendent Constable
    Président Présidente Ministre Roi Reine Pape Maître Docteur Presidente Presidenta
    Ministro Ministra Rey Reina Papa Alcalde Alcaldesa Juez Jueza General Capitán""".lower()
)
"""Lower-cased words before a person's name that are not part of it."""

COMPANY_FORMS = _words(
    """AG GmbH SE KG KGaA OHG eG Inc Inc. Corp Corp. Corporation Ltd Ltd. Limited LLC PLC plc Co Co. SA
    Bros Bros. S.A. SAS SARL S.L. SpA S.p.A. NV N.V. BV AB ASA Oyj Holding Holdings Group Gruppe Groupe Grupo"""
)

ORG_HEADS_FIRST = _words(
    """University Universität Université Universidad Ministry Ministerium Ministère Ministerio Department
    Institute Institut Instituto Bank Banque Banco Bundesamt Amt Landgericht Amtsgericht Oberlandesgericht
    Verwaltungsgericht Church Bistum Erzbistum FC SV VfB VfL TSV TSG SC FSV AC AS RC Real Borussia
    Hertha Eintracht Partei Parti Partido Verband Bundesverband Association Asociación Federation"""
)
"""Kinds of organisation with the name behind: University of Leeds, FC Bayern, Landgericht Köln."""

ORG_HEADS_LAST = _words(
    """University Universität College School Ministry Department Institute Institut Bank Party Partei
    Committee Commission Council Agency Association Foundation Stiftung Union Court Church Times Post
    Guardian Zeitung Tageszeitung Journal Tribune Herald News Rundfunk Airlines Airways Motors Records
    Entertainment Pictures Studios Partners Capital Energy Systems Technologies Software Pharma United
    Rovers Wanderers Athletic Police Army Navy Museum Hospital Verlag Werke Brigade Division Front
    Movement Alliance League Club Verein Society Trust Fund Bureau Authority Administration Office"""
)
"""Kinds of organisation with the name before: Harvard University, Washington Post."""

COMPOUND_ORG_HEADS = _words(
    """Armee Regierung Militär Marine Luftwaffe Streitkräfte Kommission Parlament Kongress Senat
    Notenbank Zentralbank Justizministerium Außenministerium Verteidigungsministerium Finanzministerium
    Innenministerium Behörde Rat Sicherheitsrat Vollversammlung Konzern Gruppe Bank Universität
    Institut Stiftung Klinik Partei Miliz Geheimdienst Botschaft Umweltbehörde Gesandtschaft
    Verband Gewerkschaft Werft Werke Airline Nationalmannschaft Auswahl Kaserne"""
)
"""Second halves that make a hyphenated compound an organisation: US-Armee, Bertelsmann-Stiftung."""

PLACE_HEADS_FIRST = _words(
    """Fort Camp Mount Mt. Lake Cape Port Puerto San Santa São Saint Sankt St. Ste. Bad Río Rio Isla Monte
    Sierra Costa Playa Punta Villa Île Mont Lac Golf Gulf Schloss Burg"""
)
PLACE_HEADS_LAST = _words(
    """River Island Islands Valley Mountain Mountains Bay Sea Ocean Lake Beach County Province District
    Airport Street Avenue Road Square Bridge Park Desert Peninsula Coast Hills Canyon Strait"""
)

EVENT_HEADS = _words(
    """Krieg Krieges Kriegs Gipfel Gipfels Affäre Skandal Festival Turnier Konferenz Wahl Abkommen Krise
    Weltmeisterschaft Europameisterschaft Prozess"""
)

NOT_NAMES = _words(
    """The A An This That These Those He She It They We You I His Her Their Our My Its In On At By For
    With From To Of And Or But If When While As After Before Since Until Because Although Though However
    Meanwhile Yesterday Today Tomorrow Monday Tuesday Wednesday Thursday Friday Saturday Sunday January
    February March April May June July August September October November December There Here What Who
    Where Why How Which Not No Yes Some Many Most All Both Each Every Several One Two Three Four Five
    Six Seven Eight Nine Ten Last Next First Second Third Now Then Also Even Only Just Still More Other
    Un Une Des Du Ce Cette Ces Il Elle Ils Elles Nous Vous On Je Tu Mais Ou Et Donc Car Si Quand Comme
    Dans Sur Sous Avec Sans Pour Par Entre Après Avant Depuis Selon Lundi Mardi Mercredi Jeudi Vendredi
    Samedi Dimanche Una Unos Unas Este Esta Estos Estas Ese Esa Él Ella Ellos Ellas Nosotros Pero Y O
    Cuando Como En Con Sin Por Para Tras Desde Según Hasta Lunes Martes Miércoles Jueves Viernes Sábado
    Domingo Su Sus Lo Que Der Die Das Den Dem Ein Eine Einen Einem Einer Eines Er Sie Es Wir Ihr Ich
    Und Oder Aber Doch Wenn Als Während Nach Vor Seit Bis Weil Obwohl Auch Nur Noch Schon Im Am Zum Zur
    Beim Vom Mit Von Bei Aus Auf Über Unter Durch Für Gegen Ohne Um Zu So Wie Was Wer Wo Warum Montag
    Dienstag Mittwoch Donnerstag Freitag Samstag Sonntag Januar Februar März Mai Juni Juli Oktober
    Dezember Dabei Dazu Damit Daher Dort Hier Heute Gestern Morgen Jetzt Dann Mehr Viele Alle Beide
    Jeder Sein Seine Ihre Unser Kein Keine Nicht Le Les El Los Las"""
)
"""Words that begin sentences and are no names."""

OPENERS = _words(
    """The A An This That These Those He She It They We You I His Her Their Our My Its In On At By For
    With From To Of And Or But If When While As After Before Since Until Because Although Though However
    Yesterday Today Tomorrow There Here What Who Where Why How Which Not No Yes Some Many Most All Both
    Each Every Several One Two Three Four Five Six Seven Eight Nine Ten Then Also Even Only Just More
    Other Such So Is Are Was Were Do Does Did
    Der Die Das Den Dem Ein Eine Einen Einem Einer Er Sie Es Wir Ihr Ich Und Oder Aber Doch Wenn Als Auch
    Nur Noch Schon Im Am Zum Zur Beim Vom Mit Von Bei Aus Auf Über Unter Durch Für Gegen Ohne Um Wie Was
    Wer Wo Warum Dann Hier Dort Jetzt Heute Gestern"""
)
"""Words that begin a German or English sentence and are part of no name where no capital follows."""

_MEASURES = _words(
    """BIP GDP PIB BSP GNP PNB VPI HVPI HICP PPI PMI VAT EBIT Ebit EBITDA Ebitda KGV MRT MRI EKG EEG PCR IPO
    CO2 DAX Dax MDAX MDax SDAX SDax TecDAX TecDax KPI Bruttoinlandsprodukt Verbraucherpreisindex Leitindex
    FTSE CAC Ibex IBEX Sensex Nifty EuroStoxx Topix Kospi Merval Ifo-Index"""
) | {
    "S&P 500", "S&P", "FTSE 100", "CAC 40", "Ibex 35", "IBEX 35", "Hang Seng", "Hang-Seng", "Nifty 50",
    "Euro Stoxx", "Euro Stoxx 50", "EuroStoxx 50", "Stoxx 600", "Stoxx Europe 600", "Dow Jones Industrial",
    "Dow Jones Industrial Average", "MSCI World", "Russell 2000", "Nikkei 225", "Nasdaq 100",
    "Nasdaq Composite",
}  # fmt: skip
MEASURES = {
    "": _MEASURES,
    "de": _MEASURES | {"CPI"},
    "en": _MEASURES | {"CPI"},
    "fr": _MEASURES | _words("IPC TVA IRM SMIC Smic CSG"),
    "es": _MEASURES | _words("IPC IVA IRPF"),
}
"""By language: quantities, indices and examinations; what is measured is nobody. In other languages
some of them are courts and committees."""

INDICES = frozenset({"Dow", "Dow Jones", "Nasdaq", "NASDAQ", "Nikkei", "SMI", "ATX"})
"""Of exchanges, papers and firms, too: an index only where it rises or falls."""

CURRENCIES = _words(
    """naira cedi baht dong krona krone yen euro euros dollar dollars dólar dólares yuan renminbi rubel rouble ruble rublo rupie rupee rupia
    zloty złoty forint kiwi bitcoin ether won lira ringgit hrywnja hryvnia sterling peso"""
)
"""In small letters; those that are towns, regions or clubs as well are not among them."""

SURE_ORGANISATIONS = _words(
    """Volkswagen VW BMW Audi Porsche Mercedes-Benz Daimler Thyssenkrupp ThyssenKrupp BASF Allianz SAP
    Infineon Zalando Adidas Commerzbank Lufthansa Eon RWE Vonovia Rheinmetall Telekom Beiersdorf
    Henkel Fresenius Stellantis Renault Peugeot Citroën Michelin Danone LVMH Kering Hermès TotalEnergies Engie
    Carrefour Auchan Airbus Safran Thales Alstom ArcelorMittal Sanofi Bouygues Vinci Veolia Capgemini
    Iberdrola Endesa Repsol Telefónica Inditex Acciona Ferrovial Naturgy Mercadona BBVA Bankinter CaixaBank
    Cepsa Aena Renfe Adif Iberia Grifols Indra Pemex Petrobras Ecopetrol Cemex Falabella Embraer YPF
    Nestlé Novartis UBS Glencore ABB Holcim Ikea Volvo Ericsson Nokia Maersk Equinor Ørsted Vestas
    Vodafone Tesco Sainsbury's Unilever GlaxoSmithKline AstraZeneca Barclays HSBC Rolls-Royce Ryanair EasyJet
    Primark Kirin Suntory Asahi Fanuc Mizuho Kuka Yaskawa Hitachi Toshiba Fujitsu Komatsu Daikin Bridgestone Nissan Mazda
    Subaru Hyundai Kia Foxconn TSMC Tencent Alibaba Baidu Xiaomi Huawei BYD Lenovo Infosys Wipro Sinopec PetroChina CATL
    Gazprom Rosneft Lukoil Sberbank Aramco Sabic Maersk Spotify Klarna Roche Lonza Sandoz Swatch Richemont Ryanair Wizz
    Vueling Eurostar Flixbus Uber Lyft Airbnb Walmart Costco Kroger Walgreens Starbucks McDonald's Chipotle Pfizer Moderna Merck Lilly
    AbbVie Boeing Lockheed Raytheon Palantir Broadcom Micron Cisco Oracle Salesforce OpenAI Anthropic ExxonMobil Chevron ConocoPhillips
    Halliburton BlackRock Citigroup Caterpillar Tyson Cargill Bunge Mondelez Hershey Greggs Morrisons Waitrose Asda Aviva Prudential
    BAE Antofagasta Fresnillo Centrica Ofcom Ofgem Ofwat Ofsted Interpol Europol Unicef Unesco Oxfam Greenpeace Frontex
    Sotheby's Hensoldt Renk Aixtron Nordex Nemetschek Teamviewer Hellofresh Qiagen Sartorius Siltronic
    Edeka Rewe Lidl Aldi Kaufland Rossmann Eurowings Condor Zeiss Trumpf Uniper Covestro Lanxess Evonik Brenntag
    BP Shell Eni Enel Fiat Ferrari Pirelli UniCredit Philips ASML Heineken ING
    Google Microsoft Apple Amazon Facebook Instagram WhatsApp TikTok YouTube Netflix Nvidia Intel AMD Qualcomm
    OpenAI Anthropic Tesla SpaceX Boeing Pfizer Moderna Walmart Starbucks Nike Disney Exxon ExxonMobil Chevron
    BlackRock Blackstone Uber Airbnb PayPal Mastercard Citigroup Caterpillar Pepsico PepsiCo
    Samsung Hyundai Toyota Honda Nissan Mazda Sony Panasonic Toshiba Hitachi SoftBank Softbank Nintendo TSMC
    Foxconn Huawei Xiaomi Alibaba Tencent Baidu BYD Geely Cosco COSCO CATL Sinopec PetroChina Gazprom Rosneft
    Nabu Bafin Altice SFR Doctolib Euroclear Arcep Jusos Libération Télérama Mediapart Haaretz Juventus Osasuna Espanyol
    Lukoil Aeroflot Aramco Etihad Reliance Adani Infosys"""
)
"""Firms, papers, clubs whose names are hardly anything else; some sound like towns."""

BRANDS = _words(
    """McDonald’s Sotheby’s Christie’s Moody’s Lloyd’s Campbell’s Kellogg’s Wendy’s Macy’s Kohl’s Levi’s
    Sainsbury’s Domino’s Arby’s Ripley’s Harrod’s Denny’s Lowe’s Waterstone’s Jerry’s Hershey’s Carl’s"""
)
"""Firms whose names have what looks like an English genitive."""

NOT_ACRONYMS = (
    _words(
        "TV PC CD DVD OK PDF PIN SMS WM EM CEO CFO CV FAQ GPS HIV AIDS DNA DNS RNA IQ IT KI AI LED URL USB "
        "WC WLAN ADHS IVA TVA MP PM AM II III IV VI VII VIII IX XI XII XIV XVI SUV PS KW ICE"
    )
    | _MEASURES
)

TOWNS_LIKE_WORDS = _words(
    """Essen Halle Bad Hamm Worms Regen Singen Weiden Hof Celle Most Male Same Best Bar Ham Pool
    Reading Bath Battle Mobile Orange Enterprise Independence Normal Surprise Mission Commerce
    Hope Liberty Franklin Jackson Lincoln Madison Montgomery Clinton Nelson Sur Este Norte Sol
    Salta Colón Cruz Santa San Las Los Nice Sens Laval Massy Marché Van Batman Ordu Agri Union
    University Centre Central Center City Park Plaza Port Salem Man Bo Po Ube Oita Ajax Manteca
    Corona Ontario Aurora Eugene Carlsbad Kent Troy Gary Allen Tyler Irving Norman Lawrence
    Everett Warren Sterling Harrison Hamilton Lakewood Brandon Milton Clayton Lewis Carson
    Compton Chandler Gilbert Denton Roman Vera Serra Mesa Pueblo Reno Salinas Concord Medina
    Marina Temple Spring Garland Beverly Logan Layton Murray Parker Taylor Casper Victor Dover
    March Street Ware Hove Deal Rugby Bury Sale Stone Ripley Yate Hall Wells Kirche Roth Stein
    Lage Unna Werne Marl Rust Lehrte Melle Hagen Weil Buch Bruck Markt Linden Zentrum Mitte Nord
    Süd West Ost Neustadt Altstadt Burg Wedding Haar Bühl Porz Wahn Deutz Erde Selm Nauen Calle
    Cerro Ronda Linares Reus Vic Elda Sama Torrent Merida Puma Zara Bata Labe Kindu Date Handa
    Sakura Nara Naha Ota Abe Toyota Honda Suzuki Santos Campos Vitoria Betim Jaguar Americana
    Barra Sete Sousa Natal Lages Passos Serrana Bello Soledad Armenia Corrientes Trinidad Sucre
    Rio Real Barking Bexley Eden Sutton Huntington Wilson Jefferson Marshall Russell Douglas
    Bryan Lee Davis Scott Campbell Walker Nixon Johnson Lafayette Perry Monroe Cary Kelly
    Elizabeth Helena Augusta Regina Savannah Bismarck"""
)
"""Towns whose names are something else in most articles; rules leave them alone."""

HEADS_OF_PLACES = frozenset(
    {"Air Base", "Airbase", "Airport", "Airfield", "Naval Base", "Army Base"}
)
"""What makes a place of any name before it, and is written with a capital only as part of it."""

BARE_EVENTS = _words(
    """krieg wahl wahlen gipfel erdbeben flutkatastrophe hochwasser anschlag schlacht revolution festival
    prasidentenwahl prasidentschaftswahl parlamentswahl sturmflut landtagswahl landtagswahlen kommunalwahl kommunalwahlen stichwahl burgermeisterwahl oberburgermeisterwahl neuwahl neuwahlen waldbrande tarifrunde hauptversammlung aufsichtsratssitzung
    einsturz brand unfall absturz ungluck massaker streik messe gala effondrement incendie accident crash
    naufrage incendio derrumbe accidente naufragio collapse blast siege konferenz turnier finale halbfinale pokal war election elections summit earthquake hurricane
    festival conference cup tournament final battle attack guerre election elections sommet seisme
    tremblement festival conference coupe tournoi finale bataille attentat guerra eleccion elecciones
    cumbre terremoto huracan conferencia copa torneo batalla atentado referendum revolucion"""
)
"""Folded words that name no event alone."""

DEMONYMS = _words(
    """Afghan Afghans Albanian Albanians Algerian American Americans Arab Arabs Argentine Armenian Asian
    Asians African Africans Australian Australians Austrian Austrians Bangladeshi Belgian Belgians Bolivian
    Bosnian Brazilian Brazilians Briton Britons British Bulgarian Burmese Cambodian Canadian Canadians
    Catalan Chechen Chilean Chinese Colombian Congolese Croatian Cuban Cubans Cypriot Czech Danish Dutch
    Egyptian Egyptians English Estonian Ethiopian European Europeans Filipino Finnish French Georgian
    German Germans Ghanaian Greek Greeks Haitian Hungarian Icelandic Indian Indians Indonesian Iranian
    Iranians Iraqi Iraqis Irish Israeli Israelis Italian Italians Jamaican Japanese Jordanian Kenyan
    Korean Koreans Kosovar Kurd Kurds Kurdish Kuwaiti Latvian Lebanese Libyan Lithuanian Malaysian Mexican
    Mexicans Moroccan Nepalese Nigerian Nigerians Norwegian Pakistani Pakistanis Palestinian Palestinians
    Peruvian Pole Poles Polish Portuguese Romanian Russian Russians Rwandan Saudi Saudis Scottish Serb
    Serbs Serbian Shia Shiite Slovak Slovenian Somali Somalis Spanish Sunni Sunnis Swede Swedes Swedish
    Swiss Syrian Syrians Taiwanese Thai Tibetan Tunisian Turk Turks Turkish Ugandan Ukrainian Ukrainians
    Venezuelan Vietnamese Welsh Yemeni Zimbabwean Druze Maronite Copt Sikh Hindu Muslim Dane Finn Scot Filipina Faroese Greenlander Icelander
    Hungarians Luxembourger Maltese Nepali Norwegian Sudanese Senegalese Lebanese Frenchman Frenchmen
    Frenchwoman Englishman Englishmen Irishman Irishmen Scotsman Dutchman Dutchmen Welshman Spaniard
    Belarusian Victorian Edwardian Elizabethan Azerbaijani Kazakh Uzbek Kyrgyz Tajik Turkmen Mongolian Malian Angolan Zambian Texan
    Californian Londoner Parisian Berliner Muscovite"""
)
"""People and adjectives of countries: no entities."""

CAPITALS = _words(
    """Lima Quito Montevideo Asunción Dhaka Kampala Accra Colombo Harare Khartoum Tbilisi Baku Astana Zagreb Sarajevo
    Bratislava Skopje Pristina Manila Jakarta Bangkok Lusaka Maputo Luanda Kinshasa Dakar Bamako Washington Moskau Moscow Moscou Moscú Peking Beijing Pékin Pekín London Londres Paris París Berlin Berlín
    Brüssel Brussels Bruxelles Bruselas Kiew Kyjiw Kyiv Kiev Kyïv Teheran Tehran Téhéran Teherán Tokio Tokyo
    Ankara Rom Rome Roma Madrid Warschau Warsaw Varsovie Varsovia Wien Vienna Vienne Viena Bern Berne Berna
    Jerusalem Jérusalem Jerusalén Kairo Cairo Riad Riyadh Ryad Doha Bagdad Baghdad Damaskus Damascus Damas
    Damasco Kabul Kaboul Islamabad Neu-Delhi Delhi Seoul Séoul Seúl Pjöngjang Pyongyang Taipeh Taipei Hanoi
    Canberra Ottawa Havanna Havana Caracas Bogotá Brasilia Brasília Pretoria Nairobi Tripolis Tripoli Algier
    Algiers Alger Argel Rabat Tunis Budapest Prag Prague Praga Bukarest Bucharest Bucarest Sofia Athen Athens
    Athènes Atenas Belgrad Belgrade Belgrado Bercy Matignon Whitehall Holyrood Stormont Oslo Stockholm Kopenhagen Copenhagen Copenhague Helsinki Riga
    Vilnius Tallinn Minsk Lissabon Lisbon Lisbonne Lisboa Dublin"""
)
"""In several languages: towns that stand for governments."""

FAMILY_NAMES_FIRST = _words(
    """Xi Li Wang Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Zhu Hu Guo He Lin Gao Luo Zheng Mao Deng Jiang
    Kim Lee Park Choi Jung Jeong Kang Cho Yoon Jang Lim Han Seo Shin Kwon Hwang Moon Nguyen Pham Tran Ahn Bae"""
)
"""Chinese, Korean and Vietnamese names begin with them."""

SURE_OFFICES_LAST = _words(
    """Bureau Department Commission Committee Agency Association Federation Foundation Ministry Guard Police
    Authority Administration Corporation Airlines Airways Survey Consortium Parliament Senate"""
) | {
    "Weather Service", "Hurricane Center", "Weather Center", "Food Programme", "Development Programme",
    "Environment Programme", "Armed Forces", "Circuit Court", "Crown Court", "District Court",
    "Supreme Court", "High Court", "Magistrates’ Court", "Magistrates' Court", "County Court",
    "Support Forces", "Defense Forces", "Defence Forces", "Health Service", "Park Service",
    "Secret Service", "Forest Service",
}  # fmt: skip
"""Last words of more than one that make an organisation of any place or person before them."""

SURE_PLACES_LAST = _words(
    """Stadium Arena Airport Airfield Street Avenue Road Boulevard Square Bridge Lane Stadion Flughafen
    Bahnhof Hauptbahnhof"""
)
"""The same for places."""

STREET_ENDINGS = (
    "straße", "strasse", "gasse", "allee", "stadion", "brücke", "-platz", "-haus", "-ufer", "-tor", "-arena", "-halle", "autobahn",
)  # fmt: skip

PLACE_PREPOSITIONS = _words(
    """in im nach aus bei von um nahe über durch bis ab an am vor zwischen richtung at to from near into
    around across through outside via towards within à au en dans de depuis vers près pour a desde hacia
    por sobre entre hasta del du"""
)
"""Words before a place; before a club there is seldom one."""

FEATURES_FIRST = _words(
    """río lago laguna salar golfo isla islas cerro sierra nevado bahía estrecho cabo arroyo glaciar calle
    avenida plaza paseo mar estadio stade lac mont monts île îles golfe canal baie col détroit glacier rue avenue boulevard quai
    pont place"""
)
"""Small words for rivers, lakes, streets that French and Spanish count as part of the name."""

CLUB_WORDS = _words(
    """FC 1.FC AFC CF SC SV VfB VfL TSV TSG FSV SpVgg AC AS RC RB OGC OSC UD CD SD SSC Borussia Bayer Real
    Olympique Stade Atlético Atletico Athletic United City Town Rovers Wanderers Albion Hotspur County Inter
    Eintracht Werder Hertha Fortuna Arminia Alemannia Sporting Racing Deportivo Club Calcio Dynamo Dinamo
    Hannover 04 05 96 98 1860"""
)
"""Words by which a name is a club's; the others tell which."""

PAPERS = _words(
    "Times Post Guardian Zeitung Journal Tribune Herald News Globe Telegraph Allgemeine"
)
"""Of the kinds of organisation, those that people name without their town."""

DETERMINERS = _words(
    """der die das den dem des ein eine einen einem einer eines kein keine keinen seine seinen seiner ihr ihre
    ihren sein als zum zur beim vom am im jeder jede alle beide viele the a an this that his her their our my
    le la les un une des l el los las una uno su sus"""
)
"""Before a common noun, and seldom before a surname."""

GERMAN_ADJECTIVES = _words(
    """rau kalt warm heiß kühl mild dicht zäh stark schwach schwer leicht hoh hoch tief groß klein lang kurz
    breit schmal dick dünn neu alt jung gut schlecht böse bös schön hässlich laut leise still ruhig schnell
    langsam früh spät erst letzt nächst zweit dritt viert viel wenig mehrer einig all ander weit nah fern frisch
    trüb klar hell dunkel dunkl finster nass trocken feucht heftig kräftig mächtig gewaltig riesig winzig
    ganz halb voll leer offen geschlossen frei fest lose weich hart scharf stumpf glatt steil flach eng
    sicher unsicher richtig falsch wahr echt künstlich falsch bitter süß sauer salzig bunt rot grün blau gelb
    schwarz weiß grau braun golden silbern deutsch europäisch amerikanisch russisch chinesisch französisch
    britisch türkisch ukrainisch israelisch italienisch spanisch polnisch japanisch schweizerisch bayerisch
    österreichisch politisch wirtschaftlich öffentlich privat staatlich sozial international national
    regional lokal global historisch modern digital technisch medizinisch rechtlich finanziell militärisch
    gemeinsam eigen einzeln weiter größer kleiner höher niedrig teur teuer billig arm reich krank gesund
    tödlich tot lebendig müde wach stolz traurig froh fröhlich glücklich wütend zornig ernst lustig wichtig
    möglich unmöglich nötig notwendig schwierig einfach kompliziert dringend deutlich knapp breit massiv
    scharf harsch herb heikel heikl brutal blutig friedlich kritisch dramatisch tragisch spektakulär
    überraschend steigend sinkend fallend wachsend anhaltend drohend fehlend mangelnd zunehmend dauerhaft
    ständig täglich wöchentlich jährlich aktuell künftig ehemalig früher damalig heutig gestrig morgig
    barock klassisch heilig"""
)
"""Without their endings: what headlines and weather reports begin with."""

NOUNS_THAT_NAME = _words(
    """Bahn Post Spiegel Stern Zeit Welt Bild Union Linke Linken Grüne Grünen Fokus Focus Senat Kongress Parlament
    Landtag Unterhaus Oberhaus Capital Börse Kreml Allianz Telekom Kicker Brigitte Tagesspiegel Handelsblatt
    Tagesschau Tagesthemen Fortuna Preußen Harz Brocken"""
)
"""German nouns that are papers, firms, parties and chambers as well."""

COUNTRIES_LIKE_WORDS = _words(
    """Chad Jordan Georgia Jersey Turkey Togo Bahia Guinea Samoa Virginia Pacific Atlantic Arctic Antarctic
    Caribbean Mediterranean Baltic"""
)
"""Countries, states and seas that in other texts are people, firms, animals or adjectives."""

CHAMBERS = _words(
    """Commons Lords Dáil Seanad Knesset Duma Sejm Bundestag Bundesrat Landtag Nationalrat Ständerat Riksdag
    Storting Folketing Rada Majlis Verkhovna Cortes Senedd Congress Holyrood Capitol-Polizei"""
)
"""Chambers of parliaments by one word, which engines take for buildings."""

CLUBS_FIRST = _words(
    """Preußen Füchse Hansa Kickers Rot-Weiß Rot-Weiss Schwarz-Weiß Erzgebirge Dynamo Lokomotive Wacker Viktoria
    Waldhof Arminia Alemannia Fortuna Eintracht Borussia Hertha Werder Union Holstein Greuther Rhein-Neckar Adler Eisbären"""
)
"""First words of German clubs that are named with their town."""

DOUBLE_COUNTIES = _words(
    """Devon+Cornwall Avon+Somerset Dumfries+Galloway Perth+Kinross Argyll+Bute Brighton+Hove Tyne+Wear
    Hammersmith+Fulham Kensington+Chelsea Redcar+Cleveland Windsor+Maidenhead Newfoundland+Labrador Telford+Wrekin
    Trinidad+Tobago Antigua+Barbuda Bosnia+Herzegovina Turks+Caicos Barking+Dagenham Jammu+Kashmir"""
)
"""Counties and countries whose names have an "and" in the middle."""

STATES = _words(
    """Calif Mass Conn Fla Wis Minn Mich Ore Wash Ariz Colo Tenn Okla Ill Ind Ala Ark Del Kan Ky Md Mont Neb Nev Vt Va
    Wyo Pa Ga N.H N.J N.Y N.M N.C S.C N.D S.D R.I W.Va"""
)
"""How American datelines shorten states, with a full stop behind."""
