"""The company German counts keep: what a counted phrase may hold, what changes, who says so."""

from __future__ import annotations

from typing import Any

from lesart.analysis.figures.table_syntax import phrases, words

NOUN_CONTEXT: dict[str, Any] = {
    "is_noun_capitalised": True,
    "determiners": words(
        "der die das den dem des ein eine einen einem einer eines dieser diese dieses diesem "
        "diesen ihrer seiner unserer jener jene jenes aller ihren seinen ihre seine"
    ),
    "of": words("von vom"),
    "more": words("weitere weiteren weiterer andere anderen anderer davon"),
    "skip": words("weitere weiteren weiterer andere anderen anderer so zusätzliche zusätzlichen"),
    "stop_words": words(
        "und oder aber sowie als wie mit ohne in im an am auf aus bei beim bis durch für gegen "
        "hinter nach neben über um unter vom von vor während wegen zu zum zur zwischen ist sind "
        "war waren wird werden wurde wurden worden hat haben hatte hatten sei seien nicht auch "
        "nur noch schon bereits mehr weniger pro je er sie es wir ihr ich man sich dass weil wenn "
        "dann damit dabei davon seit dort hier heute gestern morgen ab kann können soll sollen "
        "muss müssen will wollen darf dürfen könnte könnten sollte sollten kamen kam starben "
        "starb lang alt später zuvor täglich jährlich monatlich entfernt her groß hoch breit tief "
        "schwer darunter davon insgesamt ums zusammen so vor allem"
    ),
    "rise": words(
        "stieg stiegen gestiegen steigt steigen steigerte gesteigert zugelegt legte legten "
        "erhöhte erhöhten erhöht erhöhen wuchs wuchsen gewachsen wächst kletterte kletterten "
        "geklettert zunahm zugenommen verteuerte verteuerten verteuert ausgeweitet anstieg "
        "angestiegen anhob angehoben hob aufgestockt steigern plus anstieg zuwachs zunahme "
        "erhöhung verbesserte wachsen nahm"
    ),
    "fall": words(
        "fiel fielen gefallen fällt fallen sank sanken gesunken sinkt sinken senkte senkten "
        "gesenkt senken schrumpfte schrumpften geschrumpft verringerte verringert reduzierte "
        "reduziert reduzieren zurückgegangen rutschte rutschten abgenommen verlor verloren "
        "verliert kürzte gekürzt minus rückgang einbruch senkung brach eingebrochen ging gingen "
        "verbilligte halbierte"
    ),
    "hundredths": words("cent ct rappen"),
    "of_vague": words("und von"),
    "sure_multiples": words(),
    "ordinal_lead": words("der die das den dem des zum zur im am beim ihr ihre ihren ihrem ihrer "
                          "sein seine seinen seinem seiner ein eine einen einem einer vom"),
    "sport": words("gewann gewannen gewonnen siegte siegten sieg verlor verloren niederlage "
                   "unentschieden remis tor tore spiel satz sätze finale halbzeit führte führten "
                   "führung endstand ergebnis schlug"),
    "odds": words("quote quoten"),
    "spent": words("Haft Gefängnis Freiheitsstrafe Bewährung Verspätung Krieg Arbeit Wartezeit "
                   "Jugendstrafe Hausarrest Zuchthaus Bürgerkrieg Laufzeit Regen Schnee "
                   "Niederschlag Neuschnee Gefängnisstrafe Verhandlungen Untersuchungshaft Arrest Betriebszugehörigkeit "
                   "Ausgangssperre Entfernung Tiefe Höhe Länge Breite Umkreis Abstand Durchmesser"),
    "number_of": words("zahl anzahl"),
    "number_of_joins": words("der von"),
    "outcomes": words(
        "tote toten todesopfer todesopfern verletzte verletzten verwundete verwundeten schwerverletzte schwerverletzten leichtverletzte leichtverletzten vermisste vermissten festnahmen"
    ),
    "including": words("darunter davon einschließlich inklusive"),
    "more_before": words("weitere weiteren davon darunter"),
    "ballots": words("stimmen abgeordnete abgeordneten delegierte mitglieder parlamentarier ja-stimmen"),
    "voted_against": words("dagegen gegen gegenstimmen"),
    "verbs_behind": words("wurden wurde sind waren davon starben kamen haben hatten"),
    "place_adjectives": words("berliner münchner hamburger schweizer kölner wiener frankfurter "
                              "stuttgarter dresdner leipziger pariser londoner brüsseler "
                              "moskauer new yorker zürcher bremer essener dortmunder"),
    "by_itself": words("plus minus"),
    "out_of": words("von"),
    "counted_as": (words("auf bei mit"), words("geschätzt beziffert angegeben")),
    "points": words("punkte punkten punkt"),
    "anaphors": phrases("von ihnen | davon | von denen | mehr als | weniger als | darunter"),
    "surveys": words("umfrage befragung umfragen studie erhebung streit debatte bericht "
                     "kredit kredite vertrag verträge scheck rechnung auftrag aufträge darlehen "
                     "anleihe anleihen geldstrafe bürgschaft quittung strecke distanz zeitraum"),
    "of_money": ("umsatz", "gewinn", "verlust", "schulden", "strafe", "geldstrafe", "bußgeld",
                 "miete", "kosten", "einnahmen", "ausgaben", "steuern", "subventionen", "hilfe",
                 "hilfen", "kredite", "schaden", "schadenersatz", "schadensersatz", "lösegeld",
                 "kapital", "überschuss", "defizit", "erlös", "lohn", "gehalt", "rente", "prämie",
                 "zuschuss", "fördermittel", "fördergeld", "beute", "bargeld", "honorar", "ablöse",
                 "eintritt", "gebühr", "gebühren", "zinsen", "vermögen", "spenden", "abfindung",
                 "steuergeld", "budget", "kaution", "schmerzensgeld", "kindergeld", "pacht",
                 "verluste", "gewinne", "investitionen", "unterstützung", "entschädigung",
                 "marktwert", "börsenwert", "jahresbeitrag", "startgeld", "preisgeld", "bonus",
                 "fehlbetrag", "betrag", "summe", "volumen", "einbußen", "abschreibungen", "finanzspritze",
                 "synergien", "etat", "preis", "wert", "erlöse", "kredit", "darlehen", "beträge", "taxe",
                 "rücklagen", "rückstellungen", "investition", "förderung", "umsätze", "lücke", "loch",
                 "fonds", "schuldenberg", "aufwendungen", "einnahme", "schäden", "zahlung", "zahlungen",
                 "dividende", "obergrenze", "ertrag", "erträge", "mehrkosten", "baukosten", "selbstbehalt"),
    "deeds_of_many": words(
        "vertrieben schauten schauen sahen verkauft verkauften leben lebten wohnen starben gestorben flohen geflohen "
        "geimpft infiziert erkrankt nutzen nutzten stimmten wählten kamen gekommen besuchten besucht hörten lesen "
        "lasen arbeiten arbeiteten hungern hungerten zählt gezählt mal reisten fuhren flogen geboren produziert "
        "hergestellt gepflanzt ausgeliefert zugelassen übrig"
    ),
    "of_many": ("zahl", "zahlen", "einwohner", "einwohnern", "bevölkerung", "besucher", "besuchern", "kunden",
                "nutzer", "nutzern", "nutzerinnen", "zuschauer", "zuschauern", "passagiere", "passagieren",
                "fahrgäste", "fahrgästen", "gäste", "gästen", "abonnenten", "mitglieder", "mitgliedern",
                "haushalte", "haushalten", "menschen", "bürger", "bürgern", "übernachtungen", "bestand",
                "tiere", "tieren", "vögel", "fahrzeuge", "fahrzeugen", "autos", "exemplare", "exemplaren",
                "auflage", "aufrufe", "aufrufen", "klicks", "stimmen", "wähler", "wählern", "flüchtlinge",
                "flüchtlingen", "arbeitslose", "arbeitslosen", "beschäftigte", "beschäftigten", "publikum",
                "versicherte", "versicherten", "rentner", "rentnern", "kinder", "kindern", "schüler",
                "schülern", "leser", "lesern", "hörer", "hörern", "spieler", "fans", "downloads", "jobs",
                "arbeitsplätze", "stellen", "wohnungen", "fälle", "fällen", "tonnen", "bäume", "bäumen",
                "dosen", "pakete", "paketen", "sendungen", "jahren", "jahre", "konten", "anhänger", "pilger",
                "follower", "followern", "migranten", "männer", "frauen", "personen", "leute", "leuten"),
    "part_of": phrases("der weltweit | der bundesweit | der derzeit | der zuletzt | der bisher | der noch | der knapp | der etwa | der rund | der | seiner | ihrer | von | von den | der insgesamt | von insgesamt"),
    "than_more": words("mehr weniger höher niedriger tiefer über unter darüber darunter"),
    "by": words("um"),
    "onto": words("auf"),
    "levels": words("unter über unterhalb"),
    "from_": words("von"),
    "says": words(
        "sagte sagten sagt erklärte erklärten erklärt teilte teilten berichtete berichteten "
        "berichtet meldete meldeten meldet schätzt schätzte schätzten betonte gab schrieb "
        "versicherte bestätigte kündigte bezifferte warnte prognostizierte erwartet rechnet "
        "rechnete mitteilte angab nannte"
    ),
    "according": (
        ("nach", "angaben", "des"), ("nach", "angaben", "der"), ("nach", "angaben", "von"),
        ("nach", "angaben", "eines"), ("nach", "angaben", "einer"), ("nach", "angaben",),
        ("laut",), ("zufolge",), ("nach", "informationen", "der"), ("nach", "einschätzung", "der"),
        ("nach", "schätzungen", "der"), ("nach", "schätzung", "der"), ("nach", "einschätzung",
        "des"), ("nach", "schätzungen", "des"), ("nach", "schätzungen", "von"),
        ("nach", "informationen", "des"), ("nach", "aussage", "des"), ("nach", "aussagen", "der"),
    ),
    "behind_according": (("zufolge",),),
}  # fmt: skip
