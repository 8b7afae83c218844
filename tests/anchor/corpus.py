"""Texts, notes and edits whose right answer is known by construction: every word carries an identity."""

from __future__ import annotations

import html
import random
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import count, pairwise

from lesart.model.text import Span

_identity = count(1)


@dataclass(frozen=True)
class Word:
    """A word with an identity that survives every edit; `slot` is what it stands in for."""

    text: str
    slot: int


Sentence = list[Word]
Paragraph = list[Sentence]
Document = list[Paragraph]


@dataclass(frozen=True)
class Tongue:
    """What sentences of one language are made of."""

    name: str
    joint: str
    end: str
    subjects: list[str]
    verbs: list[str]
    things: list[str]
    places: list[str]
    tails: list[str]
    template: str


TONGUES = [
    Tongue(
        "de", " ", ".",
        ["die Stadt", "der Verein", "die Fähre", "das Rathaus", "der Hafen", "die Schule", "das Werk", "der Bäcker", "die Bühne", "der Fluss"],
        ["verliert", "zeigt", "sucht", "baut", "öffnet", "misst", "kauft", "streicht", "meldet", "teilt"],
        ["neue Dächer", "alte Karten", "leise Motoren", "weite Wege", "offene Fragen", "kleine Preise", "helle Lampen", "rote Bänder", "frische Brote"],
        ["Köln", "Lübeck", "Jena", "Passau", "Emden", "Trier", "Görlitz", "Husum", "Worms", "Celle"],
        ["seit dem Frühjahr", "ohne lange Worte", "trotz des Regens", "wie der Rat beschloss", "bis in den Abend", "zum ersten Mal"],
        "In {place} stieg die Zahl der Räder im Mai auf {number} Stück",
    ),
    Tongue(
        "en", " ", ".",
        ["the ferry", "a choir", "the mill", "our bridge", "the library", "a baker", "the orchard", "one school", "the station", "the council"],
        ["opens", "sells", "counts", "repairs", "needs", "paints", "loses", "carries", "records", "guards"],
        ["wooden boats", "spare keys", "long ropes", "two clocks", "quiet rooms", "early maps", "green doors", "heavy stones", "small tickets"],
        ["Leeds", "Cork", "Dover", "Perth", "Truro", "Derby", "Ryde", "Wick", "Ely", "Luton"],
        ["since early spring", "without much noise", "despite the rain", "as the board agreed", "until late evening", "for the first time"],
        "In {place} the number of bicycles rose to {number} during May",
    ),
    Tongue(
        "zh", "", "。",
        ["渡船", "学校", "图书馆", "面包店", "老桥", "车站", "果园", "剧院", "工厂", "议会"],
        ["打开", "出售", "统计", "修理", "需要", "失去", "运送", "记录", "守护", "分享"],
        ["木船", "钥匙", "长绳", "旧地图", "安静的房间", "绿色的门", "重石头", "小车票", "明亮的灯"],
        ["青岛", "苏州", "大连", "厦门", "昆明", "兰州", "温州", "桂林"],
        ["从春天开始", "没有太多声音", "尽管下雨", "直到深夜", "第一次"],
        "五月份{place}的自行车数量增加到{number}辆",
    ),
    Tongue(
        "ar", " ", ".",
        ["العبارة", "المدرسة", "المكتبة", "المخبز", "الجسر", "المحطة", "البستان", "المسرح", "المصنع", "المجلس"],
        ["يفتح", "يبيع", "يحصي", "يصلح", "يحتاج", "يفقد", "ينقل", "يسجل", "يحرس", "يرسم"],
        ["قوارب خشبية", "مفاتيح قديمة", "حبال طويلة", "خرائط أولى", "غرفا هادئة", "أبوابا خضراء", "حجارة ثقيلة", "تذاكر صغيرة"],
        ["دمشق", "عمان", "تونس", "صفاقس", "طنجة", "حلب", "بنغازي"],
        ["منذ الربيع", "رغم المطر", "كما قرر المجلس", "حتى المساء", "للمرة الأولى"],
        "ارتفع عدد الدراجات في {place} إلى {number} خلال مايو",
    ),
]  # fmt: skip


def words(text: str, tongue: Tongue) -> Sentence:
    """A sentence's words, each with its own identity; where no spaces are, every letter is one."""
    parts = text.split(" ") if tongue.joint else list(text)
    return [Word(part, next(_identity)) for part in parts]


def a_sentence(rng: random.Random, tongue: Tongue) -> Sentence:
    parts = [rng.choice(tongue.subjects), rng.choice(tongue.verbs), rng.choice(tongue.things)]
    if rng.random() < 0.5:
        parts.append(rng.choice(tongue.tails))
    if rng.random() < 0.4:
        parts.insert(2, str(rng.randrange(2, 9000)))
    text = tongue.joint.join(parts)
    return words(text[0].upper() + text[1:] + tongue.end, tongue)


def a_template(rng: random.Random, tongue: Tongue) -> Sentence:
    """Always the same but for a place and a number."""
    text = tongue.template.format(place=rng.choice(tongue.places), number=rng.randrange(100, 9999))
    return words(text + tongue.end, tongue)


def a_document(rng: random.Random, tongue: Tongue, paragraphs: int) -> Document:
    return [
        [
            (a_template if rng.random() < 0.1 else a_sentence)(rng, tongue)
            for _ in range(rng.randrange(1, 6))
        ]
        for _ in range(paragraphs)
    ]


def render(
    document: Document, tongue: Tongue, spell: Callable[[str], str] = str
) -> tuple[str, list[tuple[int, int, int]]]:
    """The text, and (slot, start, end) of every word in it."""
    text, places = "", []
    parts: list[str] = []
    at = 0
    for number, paragraph in enumerate(p for p in document if p):
        lead = "\n\n" if number else ""
        for k, sentence in enumerate(s for s in paragraph if s):
            for j, word in enumerate(sentence):
                if j:
                    lead = tongue.joint
                elif k:
                    lead = " " if tongue.joint else ""
                shown = spell(word.text)
                parts += (lead, shown)
                places.append((word.slot, at + len(lead), at + len(lead) + len(shown)))
                at += len(lead) + len(shown)
                lead = ""
    text = "".join(parts)
    return text, places


def copied(sentence: Sentence) -> Sentence:
    """The same words, but not these words."""
    return [Word(word.text, next(_identity)) for word in sentence]


# ------------------------------------------------------------------ edits


@dataclass(frozen=True)
class Case:
    """One note, one edit and its right answer."""

    tongue: str
    edit: str
    old: str
    new: str
    span: Span
    truth: Span | None
    """Where its surviving words stand; None: they are gone."""
    kept: float
    """Share of its letters that survived."""
    is_same: bool
    """All its words are there as they were."""


Edit = Callable[[random.Random, Tongue, Document, tuple[int, int]], Document]


def _clone(document: Document) -> Document:
    return [[list(s) for s in p] for p in document]


def _elsewhere(rng: random.Random, document: Document, ours: tuple[int, int]) -> tuple[int, int]:
    places = [(i, k) for i, p in enumerate(document) for k, _ in enumerate(p) if (i, k) != ours]
    return rng.choice(places)


def insert_paragraphs(rng, tongue, document, ours):
    for _ in range(rng.randrange(1, 4)):
        document.insert(
            rng.randrange(len(document) + 1), [a_sentence(rng, tongue) for _ in range(3)]
        )
    return document


def insert_sentences_beside(rng, tongue, document, ours):
    i, k = ours
    document[i].insert(k + rng.randrange(2), a_sentence(rng, tongue))
    return document


def delete_other_paragraphs(rng, tongue, document, ours):
    others = [i for i in range(len(document)) if i != ours[0]]
    for i in rng.sample(others, min(len(others), rng.randrange(1, 3))):
        document[i] = []
    return document


def delete_ours(rng, tongue, document, ours):
    del document[ours[0]][ours[1]]
    return document


def delete_our_paragraph(rng, tongue, document, ours):
    document[ours[0]] = []
    return document


def delete_neighbours(rng, tongue, document, ours):
    i, k = ours
    document[i] = [s for j, s in enumerate(document[i]) if j == k or abs(j - k) > 1]
    return document


def replace_ours(rng, tongue, document, ours):
    """By one that says something else: it shares less than half of its words."""
    mine = {word.text for word in document[ours[0]][ours[1]]}
    while True:
        other = a_sentence(rng, tongue)
        shared = sum(word.text in mine for word in other)
        if shared * 2 < min(len(other), len(mine)):
            document[ours[0]][ours[1]] = other
            return document


def delete_ours_beside_lookalike(rng, tongue, document, ours):
    del document[ours[0]][ours[1]]
    return document


def move_paragraph(rng, tongue, document, ours):
    paragraph = document.pop(ours[0])
    document.insert(rng.randrange(len(document) + 1), paragraph)
    return document


def move_other_paragraph(rng, tongue, document, ours):
    others = [i for i in range(len(document)) if i != ours[0]]
    paragraph = document.pop(rng.choice(others))
    document.insert(rng.randrange(len(document) + 1), paragraph)
    return document


def reword_some(rng, tongue, document, ours):
    """A word or two of ours say it otherwise."""
    sentence = document[ours[0]][ours[1]]
    for at in rng.sample(range(len(sentence) - 1), max(1, len(sentence) // 6)):
        word = rng.choice(rng.choice(tongue.things).split(" ")) if tongue.joint else "其"
        sentence[at] = Word(word, sentence[at].slot)
    return document


def other_number_in_ours(rng, tongue, document, ours):
    sentence = document[ours[0]][ours[1]]
    for at, word in enumerate(sentence):
        if word.text.isdigit():
            sentence[at] = Word(
                str(rng.randrange(1, 9) if not tongue.joint else rng.randrange(9000)), word.slot
            )
    return document


def insert_words_in_ours(rng, tongue, document, ours):
    sentence = document[ours[0]][ours[1]]
    at = rng.randrange(1, len(sentence))
    sentence[at:at] = words(rng.choice(tongue.tails), tongue)
    return document


def reword_others(rng, tongue, document, ours):
    for i, paragraph in enumerate(document):
        for k, _ in enumerate(paragraph):
            if (i, k) != ours and rng.random() < 0.3:
                paragraph[k] = a_sentence(rng, tongue)
    return document


def duplicate_ours_elsewhere(rng, tongue, document, ours):
    i, k = _elsewhere(rng, document, ours)
    # A copy right beside ours would be ours as well: nobody could tell.
    if abs(i - ours[0]) < 2:
        i = (ours[0] + 2) % len(document)
        k = len(document[i]) // 2
    if abs(i - ours[0]) < 2:
        document.append([copied(document[ours[0]][ours[1]])])
    else:
        document[i].insert(k + 1, copied(document[ours[0]][ours[1]]))
    return document


def several(rng, tongue, document, ours):
    document = reword_others(rng, tongue, document, ours)
    marker = document[ours[0]]
    document = insert_paragraphs(rng, tongue, document, ours)
    i = next(i for i, p in enumerate(document) if p is marker)
    return delete_other_paragraphs(rng, tongue, document, (i, ours[1]))


def nothing(rng, tongue, document, ours):
    return document


SPELLINGS: dict[str, Callable[[str], str]] = {
    "typography": lambda w: w.replace("'", "’").replace("-", "–"),
    "decomposed": lambda w: unicodedata.normalize("NFD", w),
    "entities": lambda w: html.escape(w).encode("ascii", "xmlcharrefreplace").decode(),
    "soft hyphens": lambda w: w[:2] + "\u00ad" + w[2:] if len(w) > 4 else w,
}
EDITS: dict[str, Edit] = {
    edit.__name__: edit
    for edit in (
        insert_paragraphs, insert_sentences_beside, delete_other_paragraphs, delete_ours,
        delete_our_paragraph, delete_neighbours, replace_ours, delete_ours_beside_lookalike,
        move_paragraph, move_other_paragraph, reword_some, other_number_in_ours,
        insert_words_in_ours, reword_others, duplicate_ours_elsewhere, several,
    )
}  # fmt: skip
TWICE = ("delete_annotated_copy", "delete_other_copy", "insert_above_copies", "nothing")
"""Edits of texts that hold the annotated sentence twice."""


def cases(seed: int, rounds: int, paragraphs: int = 12) -> Iterator[Case]:
    """Every edit in every language, `rounds` times, each on a note of another length."""
    rng = random.Random(seed)
    for _ in range(rounds):
        for tongue in TONGUES:
            for name in (*EDITS, *TWICE, *SPELLINGS, "spaces"):
                case = _case(rng, tongue, name, paragraphs)
                if case is not None:
                    yield case


def _case(rng: random.Random, tongue: Tongue, name: str, paragraphs: int) -> Case | None:
    document = a_document(rng, tongue, paragraphs)
    # Sentences are drawn from few words: a double by chance would leave the truth open.
    seen: set[str] = set()
    for paragraph in document:
        for k, sentence in enumerate(paragraph):
            while (text := " ".join(w.text for w in sentence)) in seen:
                paragraph[k] = sentence = a_sentence(rng, tongue)
            seen.add(text)
    i = rng.randrange(len(document))
    ours = (i, rng.randrange(len(document[i])))
    if name in ("delete_ours_beside_lookalike", "other_number_in_ours"):
        document[ours[0]][ours[1]] = a_template(rng, tongue)
    if name == "delete_ours_beside_lookalike":
        document[ours[0]].insert(ours[1] + 1, a_template(rng, tongue))
        other = rng.randrange(len(document))
        if other != ours[0]:
            document[other].append(a_template(rng, tongue))
    sentence = document[ours[0]][ours[1]]
    copy = None
    if name in TWICE:
        copy = copied(sentence)
        others = [k for k in range(len(document)) if abs(k - ours[0]) > 1]
        document[rng.choice(others)].append(copy)
    low, high = 0, len(sentence)
    is_whole = name in TWICE or "ours" in name or name == "reword_some"
    if not is_whole and rng.random() < 0.5:
        low = rng.randrange(len(sentence) - 2)
        high = rng.randrange(low + 2, len(sentence) + 1)
    noted = {word.slot: word.text for word in sentence[low:high]}
    old, places = render(document, tongue)
    span = _span(places, noted)
    assert span is not None
    new, new_places, changed = _edited(rng, tongue, name, _clone(document), ours, sentence, copy)
    if old == new and name in EDITS:
        return None
    truth = _span(new_places, noted)
    alive = {slot for slot, _, _ in new_places}
    still = sum(len(text) for slot, text in noted.items() if changed.get(slot) == text)
    kept = still / max(1, sum(map(len, noted.values())))
    is_same = kept == 1 and truth is not None and _is_run(new_places, noted)
    if name == "replace_ours" or not alive & set(noted):
        truth, kept = None, 0.0
    return Case(tongue.name, name, old, new, span, truth, kept, is_same)


def _edited(rng, tongue, name, document, ours, sentence, copy):
    spell: Callable[[str], str] = str
    if name in EDITS:
        document = EDITS[name](rng, tongue, document, ours)
    elif name in SPELLINGS:
        spell = SPELLINGS[name]
    elif name in TWICE and name != "nothing":
        gone = {w.slot for w in (sentence if name == "delete_annotated_copy" else copy)}
        if name != "insert_above_copies":
            document = [[s for s in p if s[0].slot not in gone] for p in document]
        else:
            document.insert(0, [a_sentence(rng, tongue) for _ in range(4)])
    text, places = render(document, tongue, spell)
    changed = {word.slot: word.text for p in document for s in p for word in s}
    if name == "spaces" and tongue.joint:
        text = text.replace(" ", "\u00a0").replace("\n\n", "\n \n\n")
        shift = 0
        moved = []
        breaks = 0
        raw, _ = render(document, tongue)
        for slot, start, end in places:
            breaks = raw.count("\n\n", 0, start)
            shift = 2 * breaks
            moved.append((slot, start + shift, end + shift))
        places = moved
    return text, places, changed


def _span(places: list[tuple[int, int, int]], noted: dict[int, str]) -> Span | None:
    found = [(start, end) for slot, start, end in places if slot in noted]
    return Span(found[0][0], found[-1][1]) if found else None


def _is_run(places: list[tuple[int, int, int]], noted: dict[int, str]) -> bool:
    numbers = [k for k, (slot, _, _) in enumerate(places) if slot in noted]
    return all(b - a == 1 for a, b in pairwise(numbers))
