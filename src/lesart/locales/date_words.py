"""How months and time zones are called: the words that dates are written with."""

from __future__ import annotations

import unicodedata

_MONTHS_BY_LANGUAGE = {
    "en": "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug"
    " september/sept/sep october/oct november/nov december/dec",
    "de": "januar/jan/janner/jaenner februar/feb/feber marz/mar/mrz/maerz april/apr mai juni/jun"
    " juli/jul august/aug september/sept/sep oktober/okt november/nov dezember/dez",
    "fr": "janvier/janv fevrier/fevr/fev mars avril/avr mai juin juillet/juil aout"
    " septembre/sept octobre/oct novembre/nov decembre/dec",
    "es": "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago"
    " septiembre/setiembre/sept/set octubre/oct noviembre/nov diciembre/dic",
    "it": "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug"
    " agosto/ago settembre/sett/set ottobre/ott novembre/nov dicembre/dic",
    "nl": "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug"
    " september/sep oktober/okt november/nov december/dec",
    "pt": "janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago"
    " setembro/set outubro/out novembro/nov dezembro/dez",
    "ca": "gener/gen febrer/febr marc abril/abr maig juny juliol/jul agost/ag setembre/set"
    " octubre/oct novembre/nov desembre/des",
    "sv": "januari/jan februari/feb mars april/apr maj juni juli augusti/aug september/sep"
    " oktober/okt november/nov december/dec",
    "da": "januar/jan februar/feb marts/mar april/apr maj juni/jun juli/jul august/aug"
    " september/sep oktober/okt november/nov december/dec",
    "nb": "januar/jan februar/feb mars/mar april/apr mai juni/jun juli/jul august/aug"
    " september/sep oktober/okt november/nov desember/des",
    "fi": "tammikuuta/tammikuu/tammi helmikuuta/helmikuu/helmi maaliskuuta/maaliskuu/maalis"
    " huhtikuuta/huhtikuu/huhti toukokuuta/toukokuu/touko kesakuuta/kesakuu/kesa"
    " heinakuuta/heinakuu/heina elokuuta/elokuu/elo syyskuuta/syyskuu/syys lokakuuta/lokakuu/loka"
    " marraskuuta/marraskuu/marras joulukuuta/joulukuu/joulu",
    "pl": "stycznia/styczen/sty lutego/luty/lut marca/marzec/mar kwietnia/kwiecien/kwi maja/maj"
    " czerwca/czerwiec/cze lipca/lipiec/lip sierpnia/sierpien/sie wrzesnia/wrzesien/wrz"
    " pazdziernika/pazdziernik/paz listopada/lis grudnia/grudzien/gru",
    "cs": "ledna/leden/led unora/unor/uno brezna/brezen/bre dubna/duben/dub kvetna/kveten/kve"
    " cervna/cerven/cvn cervence/cervenec/cvc srpna/srpen/srp zari/zar rijna/rijen/rij"
    " listopadu prosince/prosinec/pro",
    "ru": "января/январь/янв февраля/февраль/февр/фев марта/март/мар апреля/апрель/апр мая/маи"
    " июня/июнь/июн июля/июль/июл августа/август/авг сентября/сентябрь/сент/сен"
    " октября/октябрь/окт ноября/ноябрь/нояб/ноя декабря/декабрь/дек",
    "uk": "січня/січень/січ лютого/лютии/лют березня/березень/бер квітня/квітень/квіт"
    " травня/травень/трав червня/червень/черв липня/липень/лип серпня/серпень/серп"
    " вересня/вересень/вер жовтня/жовтень/жовт листопада/листопад/лист грудня/грудень/груд",
    "tr": "ocak/oca subat/sub mart nisan/nis mayis haziran/haz temmuz/tem agustos/agu eylul/eyl"
    " ekim/eki kasim/kas aralik/ara",
    "hu": "januar/jan februar/febr marcius/marc aprilis/apr majus/maj junius/jun julius/jul"
    " augusztus/aug szeptember/szept oktober/okt november/nov december/dec",
    "ro": "ianuarie/ian februarie/feb martie/mart aprilie/apr mai iunie/iun iulie/iul august/aug"
    " septembrie/sept octombrie/oct noiembrie/noi decembrie/dec",
}
"""Twelve months a language, each in its forms, folded. What two languages contradict each other in
("listopad" is the tenth month in Zagreb and the eleventh in Warsaw) is left out."""

_MONTHS = {
    form: number
    for row in _MONTHS_BY_LANGUAGE.values()
    for number, forms in enumerate(row.split(), 1)
    for form in forms.split("/")
}

ZONES = {
    "ut": 0, "utc": 0, "gmt": 0, "z": 0, "wet": 0, "wez": 0, "bst": 60, "west": 60, "wesz": 60,
    "cet": 60, "met": 60, "mez": 60, "wat": 60, "cest": 120, "mest": 120, "mesz": 120, "eet": 120,
    "oez": 120, "sast": 120, "cat": 120, "eest": 180, "oesz": 180, "idt": 180, "msk": 180,
    "мск": 180, "trt": 180, "eat": 180, "ast": -240, "adt": -180, "irst": 210, "msd": 240,
    "gst": 240, "samt": 240, "pkt": 300, "uzt": 300, "yekt": 300, "ist": 330, "npt": 345,
    "omst": 360, "ict": 420, "wib": 420, "krat": 420, "novt": 420, "hkt": 480, "sgt": 480,
    "myt": 480, "pht": 480, "wita": 480, "awst": 480, "irkt": 480, "jst": 540, "kst": 540,
    "wit": 540, "acst": 570, "aest": 600, "vlat": 600, "acdt": 630, "aedt": 660, "nzst": 720,
    "nzdt": 780, "est": -300, "edt": -240, "hne": -300, "hae": -240, "cst": -360, "cdt": -300,
    "mst": -420, "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "hst": -600,
    "hast": -600, "hadt": -540, "nst": -210, "ndt": -150, "art": -180, "brt": -180, "brst": -120,
    "clst": -180, "uyt": -180, "bot": -240, "clt": -240, "vet": -240, "cot": -300, "pet": -300,
    "ect": -300,
}  # fmt: skip
"""Minutes east of Greenwich."""
ZONES_WITH_SUMMER = {
    "et": "America/New_York",
    "ct": "America/Chicago",
    "mt": "America/Denver",
    "pt": "America/Los_Angeles",
}
DAY_FIRST = frozenset(
    ("ca", "cs", "da", "de", "es", "fi", "fr", "it", "nb", "nl", "no", "pl", "pt", "ro", "ru", "sv", "tr", "uk")
)  # fmt: skip
"""Languages in which 4/5/2021 is in May, wherever they are written."""


def month_number(word: str) -> int | None:
    """1 to 12 for a month's name or what it is shortened to; None for other words."""
    return _MONTHS.get(_folded(word))


def _folded(word: str) -> str:
    letters = unicodedata.normalize("NFD", word.lower())
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return plain.replace("ł", "l").replace("ı", "i").rstrip(".")
