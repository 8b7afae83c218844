"""Tell who a sentence quotes for its figures: each figure has the speaker who stands by it."""

from __future__ import annotations

from typing import NamedTuple

from lesart.analysis.figures.numbers import number_at
from lesart.analysis.figures.token_stream import TokenStream


class Speaker(NamedTuple):
    """One who is quoted, and at which token."""

    at: int
    name: str
    is_leading: bool
    """Named before what is said ("laut Polizei waren es 40"), not behind it."""


def speaker_of(speakers: list[Speaker], at: int) -> str:
    """Whose figure it is that stands at token `at`: of several speakers the one of its clause."""
    if not speakers:
        return ""
    if len(speakers) == 1:
        one = speakers[0]
        return "" if one.is_leading and at < one.at else one.name
    before = [speaker for speaker in speakers if speaker.at < at]
    behind = [speaker for speaker in speakers if speaker.at > at]
    if before and (before[-1].is_leading or not behind):
        return before[-1].name
    return behind[0].name


def speakers_in(stream: TokenStream, i: int, j: int) -> list[Speaker]:
    """Everybody whom a sentence (tokens i to j) quotes, in order."""
    found: list[Speaker] = []
    for at in range(i, j):
        name = _speaker_at(stream, at, i, j)
        if name and not (found and found[-1].name == name):
            found.append(Speaker(at, name, _is_leading(stream, at, i, j)))
    return found


def _speaker_at(stream: TokenStream, at: int, i: int, j: int) -> str:
    lexicon = stream.lexicon
    low = stream.tokens[at].low
    if low in lexicon.according_words:
        size = stream.is_phrase(at, lexicon.according)
        name = _name_behind(stream, at + size, j) if size else ""
        if name:
            return name  # else "Der Polizei zufolge": it stands before
    if low in lexicon.behind_according_words:
        return _name_before(stream, at)
    if low in lexicon.so_says and stream.at(at - 1).text in _QUOTE_ENDS:
        behind = stream.at(at + 1)
        if behind.low in lexicon.determiners or behind.text[:1].isupper():
            return _name_behind(stream, at + 1, j)
    if low in lexicon.says and _is_saying(stream, at, j):
        return _sayer(stream, at, i, j)
    if low in lexicon.tells_of and _is_telling_a_number(stream, at, j):
        return _sayer(stream, at, i, j)
    return _second_sayer(stream, at, i)


def _second_sayer(stream: TokenStream, at: int, i: int) -> str:
    """ "spricht von 61 Toten, die Opposition von mehr als 200": no verb again, the same preposition."""
    lexicon = stream.lexicon
    if not any(stream.low(at) in words for words in lexicon.tells_of.values()):
        return ""
    start = at
    while start > i and at - start < _MOST_WORDS and stream.at(start - 1).kind == "w":
        start -= 1
    leads = stream.low(start - 1) in {",", ";"} and at - start >= 1
    is_named = stream.low(start) in lexicon.determiners or stream.at(start).text[:1].isupper()
    named = [stream.at(k) for k in range(start, at) if stream.low(k) not in lexicon.determiners]
    if not named or (lexicon.is_noun_capitalised and not named[-1].text[:1].isupper()):
        return ""  # "…, die von 30 Helfern versorgt wurden"
    is_number_next = any(stream.hot[n] for n in range(at + 1, min(at + 4, len(stream.hot))))
    if not (leads and is_named and is_number_next):
        return ""
    verbs = [k for k in range(max(i, start - _FAR), start) if stream.low(k) in lexicon.tells_of]
    if not verbs:
        return ""
    if stream.low(at) not in lexicon.tells_of[stream.low(verbs[-1])]:
        return ""
    if any(stream.low(k) in lexicon.stop_words - lexicon.determiners for k in range(start, at)):
        return ""
    return stream.text[stream.tokens[start].start : stream.tokens[at - 1].end]


_NEAR = 6
_FAR = 40
"""Tokens that the first speaker's verb may stand before the second speaker."""


def _is_telling_a_number(stream: TokenStream, at: int, j: int) -> bool:
    """ "sprach von 1.200", "put the toll at 300": the preposition stands right before the number."""
    prepositions = stream.lexicon.tells_of[stream.low(at)]
    for k in range(at + 1, min(j, at + _NEAR)):
        if stream.low(k) in prepositions:
            return any(stream.hot[n] for n in range(k + 1, min(j, k + 4)))
    return False


def _is_saying(stream: TokenStream, at: int, j: int) -> bool:
    """ "gab bekannt" says something, "gab es" and "gab nach" do not."""
    needed = stream.lexicon.says_with.get(stream.low(at))
    return needed is None or any(stream.low(k) in needed for k in range(at + 1, j))


def _is_leading(stream: TokenStream, at: int, i: int, j: int) -> bool:
    """Nothing is counted before it in its clause, and its clause goes on."""
    start = at
    while start > i and stream.at(start - 1).text not in {",", ";", ":"}:
        start -= 1
    if any(stream.at(k).kind == "n" for k in range(start, at)):
        return False
    if at == i:
        return True
    end = at
    while end < j and stream.at(end).text not in {",", ";"}:
        end += 1
    return any(number_at(stream, k) for k in range(at, end) if stream.hot[k])


_MOST_WORDS = 6
"""Of a speaker's name."""
_QUOTE_ENDS = {",", '"', "“", "”", "»", "«", "’", "‘"}
"""What speech may end with before the one who spoke is named."""


def _sayer(stream: TokenStream, at: int, i: int, j: int) -> str:
    lexicon = stream.lexicon
    if at - 1 > i and stream.low(at - 1) in lexicon.has_said:
        at_verb = at - 1
        if stream.at(at_verb - 1).text in _QUOTE_ENDS:
            return _name_behind(stream, at + 1, j)  # ", a indiqué la préfecture"
        return _name_before(stream, at_verb)
    before = stream.at(at - 1)
    inserted = _name_between_commas(stream, at, i)
    if inserted:
        return inserted
    if before.text in _QUOTE_ENDS or at == i or _is_time(stream, at - 1):
        return _name_behind(stream, at + 1, j)
    return _name_before(stream, at)


def _name_between_commas(stream: TokenStream, at: int, i: int) -> str:
    """ "the delegate, Pilar Bernabé, told": the name stands between commas right before the verb."""
    if stream.low(at - 1) != ",":
        return ""
    start = at - 1
    while start > i and at - start < 7 and stream.at(start - 1).kind == "w":
        start -= 1
        if not stream.at(start).text[0].isupper():
            return ""
    is_enclosed = stream.low(start - 1) == "," and 2 <= at - 1 - start <= 4
    behind = stream.at(at + 1)
    is_named_behind = behind.text[:1].isupper() or behind.low in stream.lexicon.determiners
    if not is_enclosed or is_named_behind:
        return ""
    return stream.text[stream.tokens[start].start : stream.tokens[at - 2].end]


def _is_time(stream: TokenStream, at: int) -> bool:
    """ "Im Oktober sagte …", "On Wednesday said …", "2011 sagte …": a time says nothing."""
    token, lexicon = stream.at(at), stream.lexicon
    return token.kind == "n" or token.low in lexicon.months or token.low in lexicon.weekdays


def _name_behind(stream: TokenStream, at: int, j: int) -> str:
    """A noun phrase from `at`: an article, small adjectives, then capital words."""
    lexicon = stream.lexicon
    start = at
    while stream.low(at) in lexicon.determiners and at < j:
        at += 1
    head = at
    seen_capital = False
    dots = 0
    while at < j and at - head - 2 * dots < _MOST_WORDS:
        token = stream.at(at)
        if token.text == "." and stream.touches(at) and _is_initial(stream, at - 1):
            at += 1  # "U.S. Census Bureau"
            dots += 1
            continue
        if token.kind not in ("w", "x"):
            break
        if token.low in lexicon.stop_words or token.low in lexicon.says:
            break
        if at > head and token.text.islower() and token.low.endswith(lexicon.finite_endings):
            break  # "según la policía acudieron 300"
        if token.text[0].isupper():
            seen_capital = True
        elif seen_capital and (lexicon.ends_with_capital or token.low in lexicon.source_nouns):
            break
        at += 1
    while at > head and stream.low(at - 1) in lexicon.of:
        at -= 1  # "said Mary Lovely of the …"
    if at == head or (not seen_capital and lexicon.is_noun_capitalised):
        return ""
    if _is_time(stream, at - 1):
        return ""  # "nach dem Oktober"
    return stream.text[stream.tokens[start].start : stream.tokens[at - 1].end]


def _is_initial(stream: TokenStream, at: int) -> bool:
    text = stream.at(at).text
    return len(text) == 1 and text.isupper()


def _name_before(stream: TokenStream, at: int) -> str:
    """A noun phrase that ends right before `at`. No sentence begins without a sign before it."""
    lexicon = stream.lexicon
    start = at
    while at - start < 6:
        token = stream.at(start - 1)
        if token.kind not in ("w", "x") or token.low in lexicon.stop_words - lexicon.determiners:
            break
        start -= 1
        if token.low in lexicon.determiners:
            break
    if start == at:
        return ""
    name = stream.text[stream.tokens[start].start : stream.tokens[at - 1].end]
    is_group = name in lexicon.plurals or (lexicon.has_bare_plurals and name.endswith("s"))
    return name if any(letter.isupper() for letter in name) or " " in name or is_group else ""
