"""Tell the language of a text by its small words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_WORD = re.compile(r"[^\W\d_]+")
_MAIN = ("de", "en", "fr", "es")
_ENOUGH = 4_000
"""Characters that suffice; more of an article does not make it surer."""

_SMALL_WORDS = {
    "de": "der die das und ist nicht von mit den dem des ein eine einen einem auf für im sich als "
    "auch es an werden aus er hat dass sie nach wird bei um am sind noch wie über zum war haben "
    "nur oder aber vor zur bis mehr durch man kein keine wurde wurden waren ich wir uns ihr seit "
    "in so will rund etwa knapp kamen kostet beim vom zwischen unter gegen sein seine ihre wenn schon",
    "en": "the of and to in is that it was for on are as with his they at be this from have or by "
    "had not but what all were when we there can an your which their said if will each about how "
    "up out them then she many some so these would other into has more her two like him see than "
    "its who after been he i you me my our no did do does a am",
    "fr": "le la les des et est dans que qui une du pour pas sur au avec ce il ne se plus par sont "
    "mais ou ont été cette aux elle nous vous leur ses être fait deux même comme tout aussi sans "
    "selon entre après depuis dont ces son sa en un de était je on à y avait millions contre près a l d qu",
    "es": "el la los las de que y en un una es se no por con para su al lo como más pero sus le ya "
    "o este sí porque esta entre cuando muy sin sobre ser también me hasta hay donde han quien "
    "desde todo nos durante uno del fue ha había según dos años son está unos tras cada casi",
    "it": "il di che è la in un per non una sono con si da come anche del della dei nel alla più ma "
    "gli le lo al i l d delle degli nella ha hanno questo questa stato dal dalla tra fra su essere",
    "nl": "de het een van en in is dat op te zijn met voor niet die aan er ook als maar om door bij "
    "naar nog wordt uit werd ze hij dan kan over heeft hebben wel worden deze tot geen zich",
    "pt": "o a de que e do da em um para é com não uma os no se na por mais as dos como mas foi ao "
    "ele das tem à seu sua ou ser quando muito há nos já está eu também só pelo pela até isso são",
    "sv": "och att det i en som är på för med av den till inte har de ett om var jag han från men "
    "vi kan hade där så vid efter också när över än sig",
    "da": "og i at det er en til af på som med de for ikke der har den et jeg han om fra men var vi "
    "kan blev ud over efter også når hun sig",
    "pl": "w i na z nie się że do jest to o jak po od za ale przez dla są tak już tym być było oraz "
    "może jego jej który która które",
}
_COMMON_WORDS = {
    "de": "baut bauen streicht kürzt steigert erhöht senkt meldet siegt schlägt verliert zurück ruft "
    "erhält bekommt warnt plant fordert kündigt startet beginnt endet schließt öffnet verkauft kauft "
    "stirbt sterben verletzt getötet tot gestorben ertrunken grad minus plus stellen fälle panzer "
    "gewinn umsatz verlust preise preis zinsen streik brand feuer unfall wahl gericht urteil haft "
    "krieg angriff erdbeben kinder frauen männer stadt land dorf schule studie mehr zahl anteil nahe "
    "gegen "
    "in bis dies diese dieser dieses diesem diesen gibt gab keinen keiner einer eines einige laut sagte "
    "sagt sagen stehen steht liegt liegen lag lagen stieg stiegen sank fiel kommt kam hatten worden soll "
    "sollen will wollen muss müssen kann können konnte dürfte sei seien war wäre hätte dann dazu davon dabei "
    "damit dort hier heute gestern derzeit bereits bislang inzwischen dagegen allerdings ohne gegenüber weil "
    "während sowie jeder jede alle ihren ihrer seiner seinem vier drei fünf sechs sieben acht neun zehn zwölf "
    "hundert tausend prozent millionen milliarden jahr jahre jahren monat monate tage menschen soldaten tote "
    "verletzte polizei regierung unternehmen montag dienstag mittwoch donnerstag freitag samstag sonntag januar "
    "februar märz mai juni juli oktober dezember verlor gewann wuchs betrug beträgt zahlt wegen insgesamt "
    "weniger rund hinzu mal was wo wer warum mir mich dich dir uns jetzt schon sehr viele dem vom neue neuen",
    "en": "builds build cuts cut hits hit slows slow holds hold gets raises raise reports report burns "
    "burn wins win loses lose falls fall rises rise jumps jump warns warn plans plan opens open "
    "closes close buys buy sells sell dies die drops drop beats beat seeks faces backs bans calls "
    "ends starts adds keeps remain remains below above strike rates pay troops tanks bridges acres "
    "fire wildfire quake crash court judge school schools bank budget vote election rain snow storm "
    "heat price prices jobs growth war attack children women men city study deal talks pregnant "
    "available sheep "
    "says police government people million billion percent per year years month months week day days "
    "monday tuesday wednesday thursday friday saturday sunday january february march april june july august "
    "september october november december killed died rose fell costs cost paid won lost shot workers soldiers "
    "three four five six seven eight nine ten twelve hundred thousand against between during since while under "
    "any only just very over without within before under around nearly almost least us them get got take make "
    "made new most every off still here your company market minister court should may might must went came "
    "where why who whose both few such those too them being first last next week shares profit sales",
    "fr": "construit supprime augmente recule progresse baisse signale vend achète annonce perd gagne "
    "meurt meurent passe sous tombe monte atteint reçoit veut prévoit ouvre ferme lance demande "
    "accuse condamné grève séisme incendie accident attaque guerre procès prison école ville étude "
    "chômage croissance ventes bénéfice postes salariés voitures ponts cas enfants femmes hommes "
    "pétrole hausses près feux "
    "ai as ont avait avaient sera serait font fait dit ils elles leurs notre votre mes tes celui celle "
    "ceux où quand chez vers lors alors ainsi pendant avant encore déjà toujours jamais rien peu beaucoup très "
    "trop mieux moins trois quatre cinq six sept huit neuf dix douze vingt trente cent mille milliard "
    "milliards ans mois semaine semaines jour jours lundi mardi mercredi jeudi vendredi samedi dimanche janvier "
    "février mars avril juin juillet août septembre octobre novembre décembre personnes morts blessés emplois "
    "soldats gouvernement entreprise prix hausse baisse francs police coûte vaut selon dès tué tués blessée nos",
    "es": "trata aumento subida descenso construye recorta aumenta registra notifica sube suben baja bajan cae caen crece vende compra "
    "gana pierde anuncia muere reciben recibe quiere prevé abre cierra lanza pide acusa condenado "
    "huelga incendio accidente ataque guerra juicio cárcel escuela ciudad estudio paro crecimiento "
    "ventas beneficio empleos trabajadores coches puentes casos niños mujeres hombres petróleo "
    "grados lluvia lluvias ahogadas enfermeras elecciones "
    "no si yo él ella ellos ellas nosotros esto eso esa ese esos esas estos nuestro mis tu tiene tienen "
    "tenía tuvo hace hacer hizo dijo dice puede pueden sea fueron eran era estaba estaban han había será "
    "serán ahora hoy ayer aquí allí mientras antes después luego contra hacia bajo menos mucho muchos poco "
    "algo nada todos todas otra otro otros otras tres cuatro cinco seis siete ocho nueve diez doce veinte cien "
    "mil millones mes meses día días semana lunes martes miércoles jueves viernes sábado domingo enero febrero "
    "marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre personas muertos heridos "
    "gobierno empresa precio precios subió bajó cuesta policía según mueren murieron ganó perdió vale",
    "it": "costruisce taglia aumenta scende sale cala cresce vende compra vince perde annuncia muore "
    "lavoratori posti prezzo prezzi sciopero guerra scuola città studio crescita vendite ponti casi "
    "bambini donne uomini "
    "ma anche gli dello agli sul sulla sui nelle dalla dalle ed ho hai abbiamo stati quando dove oggi ieri "
    "secondo milioni miliardi anni mesi giorni persone morti feriti governo cinque quattro sette otto nove "
    "dieci mila euro ogni dopo prima contro lunedì martedì mercoledì giovedì venerdì sabato domenica sarà",
    "nl": "bouwt schrapt verhoogt verlaagt stijgt daalt verkoopt koopt wint verliest omzet winst banen "
    "bruggen prijs prijzen staking oorlog school stad onderzoek groei kinderen vrouwen mannen brand "
    "ongeluk euro "
    "ik je we haar hun hem mijn meer dit daar hier toen tegen tussen tijdens volgens sinds miljoen miljard "
    "jaar maanden dagen mensen doden gewonden politie regering twee drie vier vijf zes zeven acht negen tien "
    "honderd duizend procent maandag dinsdag woensdag donderdag vrijdag zaterdag zondag kreeg steeg daalde "
    "kost zei zegt zal zou waren werd werden heeft hebben bij kunnen moeten staan soldaten in",
    "pt": "menos vota domingo sábado entrega constrói corta aumenta sobe cai cresce vende compra ganha perde anuncia morre preço preços "
    "greve guerra escola cidade estudo crescimento vendas lucros lucro empregos trabalhadores pontes "
    "casos crianças mulheres homens "
    "aos pela pelas nas num numa seus suas eles elas isso este esta esse essa foram eram estava tem têm "
    "depois antes hoje ontem milhões bilhões anos meses dias pessoas mortos feridos governo dois duas três "
    "quatro cinco seis sete oito nove dez cem mil segunda terça quarta quinta sexta disse segundo contra",
    "sv": "bygger priset sjunker stiger säljer köper vinner broar anställda finns krig skola stad barn "
    "kvinnor män "
    "jag vi ni sig kommer blev blir mot efter enligt procent miljoner miljarder personer år två tre fyra "
    "fem sju åtta nio tio regeringen säger under vid döda skadade polisen måndag fredag kostar steg",
    "da": "bygger prisen falder stiger sælger køber vinder broer ansatte krig skole by børn kvinder mænd "
    "de kommer blev bliver mod ifølge procent millioner milliarder personer år to tre fire fem seks syv "
    "otte ni regeringen siger under ved døde politiet mandag fredag koster steg ikke hvor hvad var",
    "pl": "buduje spada rośnie sprzedaje kupuje ceny wojna szkoła miasto dzieci kobiety mężczyźni mostów "
    "był była były było roku lat osób milionów złotych procent rząd policja oraz przed który dwa trzy "
    "cztery pięć sześć siedem osiem dziesięć został zostało według",
}
"""More words that tell a short text, where the small ones are too few."""
_ENDINGS = {
    "de": "ung ungen keit heit lich liche lichen licher liches ische ischen ischer isches schaft ieren iert "
    "ierte ierten igen iger iges sten lein nis nisse",
    "en": "ing ings ed ly ness ship ships hood ful ould ght wn ish ies",
    "fr": "eux euse euses aient ait tés eurs elle elles ique iques ement ements ois oise aire aires ées ée és "
    "ière ières eaux",
    "es": "ción ciones dad dades ando iendo aron ieron aba aban ados idas idos adas mente amos emos rán ía ían",
    "it": "zione zioni ità mente arono are ere ire ato ati ata ate etto ello iamo anno",
    "nl": "ijk ijke ij ijn heid heden aan aar aat een eer oor oot uur uit sch tje tjes isch ische ing ingen",
    "pt": "ção ções ões dade mente aram eram ando endo ado ados inho ência ão",
    "sv": "ning ningar arna erna ade ades",
    "da": "ning ninger erne ede",
    "pl": "ów ego ej ych owie ski ska skie cja cji ość",
}
_LONGEST_ENDING = 6
_SPECIAL = {
    "de": "äöüß", "fr": "éèêàçœùîôë", "es": "ñ¿¡áíóú", "pt": "ãõâêôçáíóú", "sv": "å", "da": "øæå",
    "pl": "łęąśżźćń", "it": "ìò",
}  # fmt: skip
_CAPITAL = re.compile(r"(?<=[a-zäöüß,0-9] )[A-ZÄÖÜ][a-zäöüß]{3,}")
_GERMAN_NOUN = re.compile(r".*(?:en|er|ung|e|el|eit|aft|t|n|r)")
_ENGLISH_NUMBER = re.compile(r"(?<![\d,])\d{1,3}(?:,\d{3})+(?!\d)|[$£]\d")
_SHORT = 14
"""Words of a text that may be told by more than its small words."""
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
)


def _by_key(words_of: dict[str, str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for language, words in words_of.items():
        for word in set(words.split()):
            found.setdefault(word, []).append(language)
    return found


_LANGUAGES_OF = _by_key(_SMALL_WORDS)
_LANGUAGES_OF_ALL = _by_key(
    {name: f"{_SMALL_WORDS[name]} {_COMMON_WORDS[name]}" for name in _SMALL_WORDS}
)
_LANGUAGES_OF_ENDING = _by_key(_ENDINGS)


def detect(text: str) -> str:
    """The ISO 639-1 code of the text's language; empty where it cannot be told."""
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    script = _by_script(sample)
    if script:
        return script
    if len(words) <= _SHORT:
        return _of_few_words(sample, words)
    scores: Counter[str] = Counter()
    _count(scores, words, _LANGUAGES_OF)
    for language, letters in _SPECIAL.items():
        if language in _MAIN and (scores or len(words) < 40):
            scores[language] += 0.4 * sum(sample.count(letter) for letter in letters)  # type: ignore[assignment]
    return _surest(scores, len(words), 0.9)


def _count(scores: Counter[str], words: Iterable[str], languages_of: dict[str, list[str]]) -> None:
    for word in words:
        languages = languages_of.get(word, ())
        for language in languages:
            scores[language] += 1 / len(languages)  # type: ignore[assignment]


def _surest(scores: Counter[str], words: int, least: float) -> str:
    if not scores:
        return ""
    (best, top), *rest = scores.most_common(2)
    second = rest[0][1] if rest else 0
    is_sure = top >= max(least, 0.06 * words) and top > second * 1.1
    return best if is_sure else ""


def _of_few_words(sample: str, words: list[str]) -> str:
    """A headline or one short sentence: by common words, endings, letters and German capitals too."""
    scores: Counter[str] = Counter()
    _count(scores, words, _LANGUAGES_OF_ALL)
    endings: Counter[str] = Counter()
    for word in words:
        lengths = range(min(_LONGEST_ENDING, len(word) - 2), 1, -1)
        ending = next((word[-n:] for n in lengths if word[-n:] in _LANGUAGES_OF_ENDING), "")
        _count(
            endings,
            [ending] if ending and word not in _LANGUAGES_OF_ALL else [],
            _LANGUAGES_OF_ENDING,
        )
    for language, count in endings.items():
        scores[language] += 0.5 * count  # type: ignore[assignment]
    for language, letters in _SPECIAL.items():
        special = 0.4 * sum(sample.count(letter) for letter in letters)
        scores[language] += min(0.6, special)  # type: ignore[assignment]
    if _ENGLISH_NUMBER.search(sample):
        scores["en"] += 0.5  # type: ignore[assignment]
    nouns = [word for word in _CAPITAL.findall(sample) if _GERMAN_NOUN.fullmatch(word)]
    if nouns and scores["de"]:
        scores["de"] += 0.3 * min(3, len(nouns))  # type: ignore[assignment]
    return _surest(scores, len(words), 0.8)


def small_words(language: str) -> frozenset[str]:
    """Articles, prepositions and the like, in lower case; of all main languages for another one."""
    languages = [language] if language in _SMALL_WORDS else list(_MAIN)
    return frozenset(word for name in languages for word in _SMALL_WORDS[name].split())


def _sample(text: str) -> str:
    """The beginning and a piece from the middle, so that a foreign quotation decides nothing."""
    if len(text) <= _ENOUGH:
        return text
    half = _ENOUGH // 2
    middle = len(text) // 2
    return text[:half] + " " + text[middle : middle + half]


def _by_script(sample: str) -> str:
    letters = sum(map(str.isalpha, sample))
    for language, pattern in _SCRIPTS:
        hits = len(pattern.findall(sample))
        if hits and hits * (6 if language == "ja" else 3) > letters:
            return language
    return ""
