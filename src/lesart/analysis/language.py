"""Tell the language of a text by its small words."""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"[^\W\d_]+")
_ENOUGH = 4_000
"""Characters that suffice; more of an article does not make it surer."""

_SMALL_WORDS = {
    "de": "der die das und ist nicht von mit den dem des ein eine einen einem auf für im sich als "
    "auch es an werden aus er hat dass sie nach wird bei um am sind noch wie über zum war haben "
    "nur oder aber vor zur bis mehr durch man kein keine wurde wurden waren ich wir uns ihr seit "
    "rund etwa knapp kamen kostet beim vom zwischen unter gegen sein seine ihre wenn schon",
    "en": "the of and to in is that it was for on are as with his they at be this from have or by "
    "had not but what all were when we there can an your which their said if will each about how "
    "up out them then she many some so these would other into has more her two like him see than "
    "its who after been he i you me my our no did do does a",
    "fr": "le la les des et est dans que qui une du pour pas sur au avec ce il ne se plus par sont "
    "mais ou ont été cette aux elle nous vous leur ses être fait deux même comme tout aussi sans "
    "selon entre après depuis dont ces son sa en un de était je on à y avait millions contre près",
    "es": "el la los las de que y en un una es se no por con para su al lo como más pero sus le ya "
    "o este sí porque esta entre cuando muy sin sobre ser también me hasta hay donde han quien "
    "desde todo nos durante uno del fue ha había según dos años son está unos tras cada casi",
    "it": "il di che è la in un per non una sono con si da come anche del della dei nel alla più ma "
    "gli le lo al i delle degli nella ha hanno questo questa stato dal dalla tra fra su essere",
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
_SPECIAL = {"de": "äöüß", "fr": "éèêàçœùîôë", "es": "ñ¿¡áíóú"}
_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
    ("ko", re.compile(r"[\uac00-\ud7af]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
)
_LANGUAGES_OF: dict[str, list[str]] = {}
for _language, _words in _SMALL_WORDS.items():
    for _word in set(_words.split()):
        _LANGUAGES_OF.setdefault(_word, []).append(_language)


def detect(text: str) -> str:
    """The ISO 639-1 code of the text's language; empty where it cannot be told."""
    sample = _sample(text)
    words = _WORD.findall(sample.lower())
    script = _by_script(sample)
    if script:
        return script
    scores: Counter[str] = Counter()
    for word in words:
        languages = _LANGUAGES_OF.get(word, ())
        for language in languages:
            scores[language] += 1 / len(languages)  # type: ignore[assignment]
    for language, letters in _SPECIAL.items():
        if scores or len(words) < 40:
            scores[language] += 0.4 * sum(sample.count(letter) for letter in letters)  # type: ignore[assignment]
    if not scores:
        return ""
    (best, top), *rest = scores.most_common(2)
    second = rest[0][1] if rest else 0
    is_sure = top >= max(0.9, 0.06 * len(words)) and top > second * 1.1
    return best if is_sure else ""


def small_words(language: str) -> frozenset[str]:
    """Articles, prepositions and the like, in lower case; of all main languages for another one."""
    languages = [language] if language in _SMALL_WORDS else ["de", "en", "fr", "es"]
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
