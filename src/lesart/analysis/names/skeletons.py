"""What a word sounds like in the script it came from, whoever wrote it down in Latin letters.

"Schoigu", "Shoigu" and "Choïgou" are one Russian word, spelt for German, English and French readers.
A writer's language is seldom known, so a word has one skeleton for each way to read it, and two
words may be the same where they have a skeleton in common. Only names that come from such a script
are read so: "Meier" and "Meyer" are two families.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from functools import cache

Rules = tuple[tuple[re.Pattern[str], str], ...]

_LETTERS = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
)
_UMLAUTS = {"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa"}
_CYRILLIC = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "yo", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya", "і": "i", "ї": "yi",
    "є": "ye", "ґ": "g",
}  # fmt: skip
_IS_CYRILLIC = re.compile("[\u0400-\u04ff]")


def bare(word: str) -> str:
    """Without case and accents; ä is a."""
    if word.isascii():  # most of the sixty thousand names of the gazetteer
        return word.casefold()
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LETTERS))
    return "".join(c for c in plain if not unicodedata.combining(c))


def plain(word: str) -> frozenset[str]:
    """The two ways that our languages write a word without its accents: Muller and Mueller."""
    spelt = unicodedata.normalize("NFC", word.casefold())
    if _IS_CYRILLIC.search(spelt):
        spelt = latin(spelt)
    spelt = spelt.replace("dsch", "j")  # no German name has it: Dschihad, Dschakarta
    pairs = "".join(_UMLAUTS.get(c, c) for c in spelt)
    return frozenset({bare(spelt), bare(pairs)})


def latin(word: str) -> str:
    """Cyrillic letters as English readers get them."""
    return "".join(_CYRILLIC.get(c, c) for c in word.casefold())


def _rules(text: str) -> Rules:
    pairs = (pair.split(">") for pair in text.split())
    return tuple((re.compile(before), after) for before, after in pairs)


# Capital letters are sounds: S sh and zh, C ch, Q shch, K kh, X ts, J dzh.
_FIRST = _rules("dsch>J dzh>J")
_SLAVIC: dict[str, Rules] = {
    "de": _rules("schtsch>Q stsch>Q tsch>C sch>S ch>K kh>K z>X ts>X zh>S sh>S"),
    "en": _rules("shch>Q sch>Q tch>C ch>C sh>S zh>S kh>K tz>X ts>X"),
    "fr": _rules("chtch>Q tch>C ch>S kh>K ts>X gu(?=[eiy])>g gh(?=[eiy])>g ine$>in j>S"),
    "es": _rules("shch>Q sch>Q ch>C sh>S zh>S j>K kh>K ts>X gu(?=[eiy])>g"),
}
_SLAVIC_LAST = _rules(
    # oe and ae stay, since the accents are gone by now
    "(?<=i)c$>C w>v ou>u x>ks z>s [jy]>i i{2,}>i ^ie>e (?<=[aou])ie>e ff?$>v [eo]v(?=a?$)>v [eo]v(?=n[aei])>v"
    " sk(?:i|a?ia)$>ski (?<=[lnr])i(?=o)> (?<=s)ie(?=n)>e (?<=l)i(?=[^aeiou]|$)>i (.)(?=\\1)>"
)
_ARABIC: dict[str, Rules] = {
    "de": _rules("tsch>C sch>S ch>h kh>h j>y"),
    "en": _rules("ch>C sh>S kh>h j>J"),
    "fr": _rules("tch>C ch>S dj>J kh>h gu(?=[ei])>g j>J c(?=[ei])>s ç>s"),
    "es": _rules("ch>C sh>S kh>h j>h (?<=[aeiou])y(?=[aeiou])>J"),
}
_ARABIC_LAST = _rules(
    "dh>d gh>g th>t q>k ph>f w(?=[^aeiou]|$)>u z>s [oa]u>u oo>u ee>i o>u [ae]h$>a [jy]>i (.)(?=\\1)>"
)
_VOWELS = "aeiou"


@cache
def slavic(word: str) -> frozenset[str]:
    """How a word from Cyrillic, Georgian or Armenian letters sounds, read in each of our languages."""
    return frozenset(_read(word, _SLAVIC, _SLAVIC_LAST, lambda sound: sound))


@cache
def arabic(word: str) -> frozenset[str]:
    """The consonants of a word from Arabic letters, with its first vowel and its last."""
    return frozenset(_read(word, _ARABIC, _ARABIC_LAST, _consonants))


def _read(
    word: str, readings: dict[str, Rules], last: Rules, finish: Callable[[str], str]
) -> Iterable[str]:
    spelt = bare(latin(word)) if _IS_CYRILLIC.search(word) else bare(word)
    spelt = spelt.replace("'", "").replace("’", "")
    for rules in readings.values():
        sound = _applied(_applied(_applied(spelt, _FIRST), rules), last)
        yield finish(sound)


def _applied(word: str, rules: Rules) -> str:
    for before, after in rules:
        word = before.sub(after, word)
    return word


def _consonants(sound: str) -> str:
    kept = ""
    has_vowel = False
    for place, letter in enumerate(sound):
        if letter not in _VOWELS:
            kept += letter
        elif not has_vowel:
            has_vowel = True
            kept += {"e": "a"}.get(letter, letter) if place else {"e": "i"}.get(letter, letter)
        elif place == len(sound) - 1 and letter != "e":
            kept += letter
    return kept
