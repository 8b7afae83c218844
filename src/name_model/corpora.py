"""The training sentences: four free corpora and our own, as text with named spans.

A span's kind may be "?": the corpus says something there that is not ours to learn or to unlearn
(a part of a compound, an event in a corpus that has other ideas of events).
"""

from __future__ import annotations

import random
import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from name_model.tagged import parse_tagged_lines

UNKNOWN = "?"
HELD_OUT_EVERY = 10
_GLUED_LEFT = frozenset(".,;:!?)]}”“»%…’")
_GLUED_RIGHT = frozenset("([{„«")
_CLITICS = frozenset({"'s", "'re", "'ve", "'ll", "'m", "'d", "n't", "’s"})


@dataclass(frozen=True)
class Sentence:
    """One sentence and its names."""

    source: str
    language: str
    text: str
    spans: tuple[tuple[int, int, str], ...]
    has_events: bool = False
    is_held_out: bool = False


Token = tuple[str, str]
"""A word and its label: O, B-KIND or I-KIND; KIND may be UNKNOWN."""


def germeval(path: Path) -> Iterator[Sentence]:
    """GermEval 2014: outer names; OTH is nothing to us, part and deriv words stay undecided."""
    address = ""
    tokens: list[Token] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        fields = line.split("\t")
        if line.startswith("#"):
            address = fields[1] if len(fields) > 1 else line
        elif line.strip():
            tokens.append((fields[1], _germeval_label(fields[2])))
        elif tokens:
            yield _from_tokens("germeval", "de", tokens, _is_held_out(address))
            tokens = []


def _germeval_label(label: str) -> str:
    if label.endswith("part"):
        return f"{label[:2]}{UNKNOWN}"
    if label.endswith("deriv") or "OTH" in label:
        return "O"
    return label


def wikigold(path: Path) -> Iterator[Sentence]:
    """Wikigold: IOB1, a document begins at -DOCSTART-."""
    document = 0
    tokens: list[Token] = []
    last = "O"
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        word, _, label = line.strip().rpartition(" ")
        if "-DOCSTART-" in line:
            document += 1
        elif word:
            kind = "O" if label == "O" or "MISC" in label else label[2:]
            begins = label[:1] == "B" or kind != last
            tokens.append((word, "O" if kind == "O" else f"{'B' if begins else 'I'}-{kind}"))
            last = kind
            continue
        if tokens:
            yield _from_tokens("wikigold", "en", tokens, _is_held_out(f"document {document}"))
        tokens, last = [], "O"


def uner(path: Path) -> Iterator[Sentence]:
    """Universal NER: the text is given, so the words are found in it again."""
    document = text = ""
    tokens: list[Token] = []
    for line in [*path.read_text("utf-8").split("\n"), ""]:
        fields = line.split("\t")
        if line.startswith("# newdoc"):
            document = line
        elif line.startswith("# text = "):
            text = line.removeprefix("# text = ")
        elif len(fields) > 2 and fields[0].isdigit():
            tokens.append((fields[1], fields[2]))
        elif tokens and not line.strip():
            yield _in_text("ewt", "en", text, tokens, _is_held_out(document))
            tokens = []


def gum(folder: Path) -> Iterator[Sentence]:
    """GUM: mentions with a proper noun for a head, cut down from whole phrases to the name.

    Their identity (a Wikipedia page) says nothing here: who is not famous has a name as well.
    """
    for path in sorted(folder.glob("*.conllu")):
        yield from _gum_document(path)


def own(folder: Path) -> Iterator[Sentence]:
    """Our own sentences, `LANGUAGE-NUMBER.txt`; the only ones that know events."""
    for path in sorted(folder.glob("*.txt")):
        lines = parse_tagged_lines(path.read_text("utf-8"), path.name)
        for number, (text, spans) in enumerate(lines):
            # Neighbouring lines are on one subject, so a block of five is held out together.
            is_held_out = number // 5 % HELD_OUT_EVERY == 7
            yield Sentence("own", path.name[:2], text, tuple(spans), True, is_held_out)


def generated(folder: Path) -> list[Sentence]:
    """Sentences made from our own templates and names; never a part of what is held out."""
    return [
        Sentence("generated", path.stem[:2], text, tuple(spans), True)
        for path in sorted(folder.glob("*.txt"))
        for text, spans in parse_tagged_lines(path.read_text("utf-8"), path.name)
    ]


def everything(data: Path, sentences: Path) -> list[Sentence]:
    """All sentences, of all corpora."""
    return [
        *germeval(data / "germeval2014-test.tsv"),
        *wikigold(data / "wikigold.conll"),
        *uner(data / "uner-en-ewt-dev.iob2"),
        *gum(data / "gum"),
        *own(sentences),
    ]


def _is_held_out(name: str) -> bool:
    """A tenth of the documents, always the same ones."""
    return zlib.crc32(name.encode()) % HELD_OUT_EVERY == 0


def _in_text(
    source: str, language: str, text: str, tokens: Sequence[Token], is_held_out: bool
) -> Sentence:
    place = 0
    placed = []
    for word, label in tokens:
        start = text.find(word, place)
        if start < 0:
            return _from_tokens(source, language, tokens, is_held_out)
        place = start + len(word)
        placed.append((start, place, label))
    return Sentence(source, language, text, _spans(placed), is_held_out=is_held_out)


def _from_tokens(
    source: str, language: str, tokens: Sequence[Token], is_held_out: bool
) -> Sentence:
    """Put words together as a newspaper prints them."""
    text = ""
    placed = []
    glue = True
    quotes = 0
    for word, label in tokens:
        opens = word in _GLUED_RIGHT
        closes = word in _GLUED_LEFT or word in _CLITICS
        if word in {'"', "``", "''"}:
            opens, closes = quotes % 2 == 0, quotes % 2 == 1
            quotes += 1
        elif word == "“" and "„" not in text:
            opens, closes = True, False
        if not (glue or closes):
            text += " "
        placed.append((len(text), len(text) + len(word), label))
        text += word
        glue = opens
    return Sentence(source, language, text, _spans(placed), is_held_out=is_held_out)


def _spans(placed: Iterable[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    spans: list[tuple[int, int, str]] = []
    inside = False
    for start, end, label in placed:
        if label[:1] == "I" and inside and spans[-1][2] == label[2:]:
            spans[-1] = (spans[-1][0], end, label[2:])
        elif label[:1] in "BI" and label != "O":
            spans.append((start, end, label[2:]))
        inside = label != "O"
    return tuple(spans)


# ------------------------------------------------------------------ GUM

_GUM_KINDS = {"person": "PER", "place": "LOC", "organization": "ORG", "event": UNKNOWN}
_BRACKET = re.compile(r"\((?P<open>[^()]+)(?P<shut>\))?|(?P<close>\d+)\)")
_INSIDE_PEOPLE = frozenset({"de", "la", "du", "von", "van", "-", "."})
_INSIDE_NAMES = _INSIDE_PEOPLE | {"of", "the", "and", "for", "&", "'", "’", "'s"}


def _gum_document(path: Path) -> Iterator[Sentence]:
    # A mention may cross sentences only by mistake of the file, so each sentence starts afresh.
    is_held_out = _is_held_out(path.name)
    for block in path.read_text("utf-8").split("\n\n"):
        lines = [line.split("\t") for line in block.split("\n") if line[:1].isdigit()]
        glued = {
            str(number)
            for row in lines
            if "-" in row[0]
            for number in range(*map(int, row[0].split("-")))
        }
        rows = [row for row in lines if row[0].isdigit()]
        if not rows:
            continue
        text = ""
        places = []
        for row in rows:
            places.append((len(text), len(text) + len(row[1])))
            text += row[1] + ("" if "SpaceAfter=No" in row[9] or row[0] in glued else " ")
        spans = _gum_names(rows)
        placed = tuple((places[a][0], places[b - 1][1], kind) for a, b, kind in spans)
        yield Sentence("gum", "en", text.rstrip(), placed, is_held_out=is_held_out)


def _gum_names(rows: list[list[str]]) -> list[tuple[int, int, str]]:
    opened: dict[str, list[tuple[int, str]]] = {}
    names: list[tuple[int, int, str]] = []

    def close(identity: str, end: int) -> None:
        if opened.get(identity):
            start, kind = opened[identity].pop()
            cut = _name_in(rows, start, end + 1, kind) if kind in _GUM_KINDS else None
            if cut is not None:
                names.append((*cut, _GUM_KINDS[kind]))

    for index, row in enumerate(rows):
        field = next((f[7:] for f in row[9].split("|") if f.startswith("Entity=")), "")
        for match in _BRACKET.finditer(field):
            if match["close"]:
                close(match["close"], index)
                continue
            parts = match["open"].split("-")
            opened.setdefault(parts[0], []).append((index, parts[1]))
            if match["shut"]:
                close(parts[0], index)
    names = sorted(_people_without_places(names), key=lambda name: (name[0], -name[1]))
    outer: list[tuple[int, int, str]] = []
    for name in names:
        if not outer or name[0] >= outer[-1][1]:
            outer.append(name)
    return outer


def _people_without_places(names: list[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """In "Ambassador to the United States Hamdullah Mohib" the person begins after the country."""
    for start, end, kind in names:
        inside = [b for a, b, k in names if start <= a and b < end and k != "PER"]
        yield (max(inside, default=start) if kind == "PER" else start), end, kind


def _name_in(rows: list[list[str]], start: int, end: int, kind: str) -> tuple[int, int] | None:
    """The run of proper nouns that holds the phrase's head, without the titles before it."""
    inside = {rows[i][0] for i in range(start, end)}
    heads = [i for i in range(start, end) if rows[i][6] not in inside]
    head = heads[0] if heads else start
    if not _is_proper(rows[head]) or (kind == "person" and rows[head][4] == "NNPS"):
        return None
    first = last = head
    while first > start and _belongs(rows[first - 1], kind):
        first -= 1
    while last + 1 < end and _belongs(rows[last + 1], kind):
        last += 1
    if kind == "person":
        titles = [i for i in range(first, last + 1) if rows[i][1] in _TITLES]
        # "the Minister" alone leaves nothing: a title is no name.
        first = titles[-1] + 1 if titles else first
    while first <= last and not _is_proper(rows[first]):
        first += 1
    while last >= first and not _is_proper(rows[last]):
        last -= 1
    return (first, last + 1) if first <= last else None


_TITLES = {
    *("President", "Vice", "Prime", "Minister", "Chancellor", "Secretary", "Chief", "Governor"),
    *("Senator", "Representative", "Congressman", "Attorney", "Judge", "Mayor", "General"),
    *("Commander", "Captain", "King", "Queen", "Prince", "Princess", "Pope", "Sir", "Lord", "Lady"),
    *("Ambassador", "Undersecretary", "Deputy", "Director", "Officer", "Sheriff", "Detective"),
    *("Lieutenant", "Colonel", "Sergeant", "Major", "Admiral", "Bishop", "Cardinal", "Reverend"),
    *("Mr.", "Mrs.", "Ms.", "Dr.", "Prof.", "Professor", "Coach"),
}


def _is_proper(row: list[str]) -> bool:
    return row[4].startswith("NNP") and row[1][:1].isupper()


def _belongs(row: list[str], kind: str) -> bool:
    if _is_proper(row):
        return True
    return row[1] in _INSIDE_NAMES and (kind != "person" or row[1] in _INSIDE_PEOPLE)


# ------------------------------------------------------------------ variety


def in_capitals(sentence: Sentence) -> Sentence:
    """As a tabloid's headline; left alone where capitals would change the length (ß)."""
    text = sentence.text.upper()
    return replace(sentence, text=text) if len(text) == len(sentence.text) else sentence


def with_other_names(
    sentence: Sentence, pool: dict[tuple[str, str], list[str]], chance: random.Random
) -> Sentence:
    """The sentence about others: names replaced by some of their kind, now and then foreign ones."""
    text = ""
    place = 0
    spans = []
    for start, end, kind in sentence.spans:
        name = sentence.text[start:end]
        is_at_home = kind == "LOC" or chance.random() < 0.6
        others = pool.get((sentence.language if is_at_home else "", kind))
        if others and kind in {"PER", "LOC", "ORG"} and chance.random() < 0.6:
            name = chance.choice(others)
        text += sentence.text[place:start]
        spans.append((len(text), len(text) + len(name), kind))
        text += name
        place = end
    return replace(sentence, text=text + sentence.text[place:], spans=tuple(spans))


def name_pool(sentences: Iterable[Sentence]) -> dict[tuple[str, str], list[str]]:
    """All names by language and kind, and by kind alone (language "")."""
    pool: dict[tuple[str, str], list[str]] = {}
    for sentence in sentences:
        for start, end, kind in sentence.spans:
            for language in (sentence.language, ""):
                pool.setdefault((language, kind), []).append(sentence.text[start:end])
    return pool
