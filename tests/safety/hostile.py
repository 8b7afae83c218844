"""Words that try to be more than words, and libraries full of them."""

from __future__ import annotations

import os
import re
from decimal import Decimal
from pathlib import Path

from lesart.model.analysis import Analysis
from lesart.model.annotation import Anchor
from lesart.model.article import Draft
from lesart.model.entity import Entity, Mention
from lesart.model.figure import Figure
from lesart.model.moment import Moment
from lesart.model.text import Block, Span
from lesart.store import Store
from tests.conftest import NOW

MARK = "OWNED"
"""What every sequence below would write, open or run if a terminal obeyed it."""

SEQUENCES = (
    f"\x1b]0;{MARK}\x07", f"\x1b]52;c;{MARK}\x07", f"\x1b]8;;https://{MARK}.example\x1b\\here\x1b]8;;\x1b\\",
    "\x1b[2J\x1b[H", "\x1b[31mred\x1b[0m", "\x1b[?1049l", "\x1b[6n", "\x1b[c", "\x1b[5i", "\x1b[201~\r",
    f"\x1bP$q{MARK}\x1b\\", f"\x1b_G{MARK}\x1b\\", f"\x1b^{MARK}\x1b\\", "\x1b#8", "\x1bc", "\x1b(0", "\x1b", "\x1b[",
    f"\x9b31m{MARK}", f"\x9d52;c;{MARK}\x9c", f"\x90{MARK}\x9c", "\x84\x85\x8d\x9f", "\x00\x07\x08\x0b\x0c\x0e\x0f\x7f",
    "\r\rover", "back\x08\x08space", "bell\x07",
)  # fmt: skip
DIRECTIONS = (
    "\u202egnp.exe", "\u202d\u202e\u202a\u202b", "\u2066\u2067\u2068open", "\u2069\u202cclosed", "\u200e\u200f\u061c",
    "مرحبا\u202e בעולם",
)  # fmt: skip
HIDDEN = (
    "\U000e0001\U000e0068\U000e0069", "in\u200bvis\u200b\u2060ible\ufeff", "\u200b" * 300, "\u200d" * 50,
    "soft\u00adhy\u00adphen", "a" + "\u0301\u0316\u0489" * 80, "Z̸͕̈ą̷̛l̴̢͝g̵͙̈́o̷̞͝" * 3, "\ufe0f\ufe0e\U000e0100x",
    "\u2028line\u2029para\x85next", "\ufffe\uffff\ufdd0", "\ufff9a\ufffab\ufffb", "\u3164\u115f\uffa0", "\ue000\U0010fffd",
)  # fmt: skip
WIDE = (
    "👨‍👩‍👧‍👦 family", "🏳️‍🌈 flag", "🇩🇪🇫🇷🇪", "👍🏽👍🏿", "❤️ 1️⃣ ☎️", "日本語の長い見出し" * 4, "한국어 ᄒ\u1161ᆫ", "ශ්‍රී ලංකා",
    "नमस्ते दुनिया", "ภาษาไทยที่ไม่มีช่องว่าง", "مرحبا بالعالم", "שלום עולם", "ﷺ﷽", "👩\u200d" * 40, "W" * 10_000,
    "\t\ttab\tbed\t",
)  # fmt: skip
MARKUP = (
    "[/]", "[/b]", "[b", "[@click=app.quit]quit[/]", f"[link=https://{MARK}.example]x[/link]", "[red on blue]a[/]",
    "[[nested [b] brackets]]", "\\[escaped]", "[$warning]w", "[@click=\"app.bell('", "[]", "[bold", "$text-muted",
    ":warning: {braces} %s %d ${HOME} `id` $(id) ; rm -rf ~", "<script>alert(1)</script>", "&#27;[31m", "=1+1", "|cmd",
)  # fmt: skip
HOSTILE = (*SEQUENCES, *DIRECTIONS, *HIDDEN, *WIDE, *MARKUP)

ACTS = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ud800-\udfff\ufff9-\ufffb"
    "\u200b\u2060\ufeff\U000e0000-\U000e007f]"
)
"""What a terminal obeys, turns round or hides; nothing of it is ever text on a screen."""


ISOLATES = "\u2067\u2068\u2069"
"""What Lesart itself puts around words from right to left, which a terminal turns within them alone."""


def is_left_open(line: str) -> bool:
    """Whether something turns what stands on the rest of the line."""
    depth = 0
    for character in line:
        if character in ISOLATES:
            depth = max(0, depth - 1) if character == ISOLATES[2] else depth + 1
    return depth > 0


def storable(words: str) -> str:
    """What SQLite takes: no halves of surrogate pairs."""
    return words.encode("utf-8", "replace").decode()


def sentence(at: int, words: str) -> str:
    return (
        f"{words} Der Bericht nennt 4.500 Soldaten und {words} Barack Obama. In Bagdad blieben"
        f" 157 Ausbilder {words}\n\nAbsatz zwei {at}: {words} und Schluss."
    )


def library_by_the_door(path: Path) -> int:
    """A library of hostile articles as any import would store them; how many there are."""
    from lesart.text.clean import clean_line, clean_text

    with Store.open(path) as store:
        for at, words in enumerate(HOSTILE):
            text = clean_text(sentence(at, words))
            draft = Draft(
                clean_line(f"{at} {words}"), text, source=clean_line(words[:60]),
                author=clean_line(words[:80]), folder=clean_line(words, 40),
                published=Moment(NOW - 3600 * at), link=f"https://example.org/{at}",
            )  # fmt: skip
            store.articles.add(draft, now=NOW)
        return store.articles.count()


def library_from_elsewhere(path: Path) -> int:
    """A library that somebody else's program wrote: every text in it is hostile, uncleaned."""
    with Store.open(path) as store:
        for at, words in enumerate(map(storable, HOSTILE)):
            text = sentence(at, words)
            added = store.articles.add(
                Draft(
                    f"{at} {words}", text, source=words, author=words, folder=words[:80],
                    language=words[:9], published=Moment(NOW - 3600 * at), tags=(words[:40] or "x",),
                    link=f"https://user:{MARK}@example.org/{words[:40]}", text_state=words,
                ),
                now=NOW,
            )  # fmt: skip
            _mark(store, added.id, text, words)
            if at % 7 == 0:
                store.articles.revise(added.id, Draft(words or "t", f"Neu. {text}"), now=NOW)
        for at, words in enumerate(map(storable, HOSTILE[:25])):
            feed, _ = store.feeds.add(f"https://user:{MARK}@feed{at}.example/{words}", now=NOW)
            store.feeds.change(
                feed.id, title=words, error=words, site=words, folder=words, tags=[words],
                error_count=at, succeeded=NOW - at, is_gone=at % 5 == 0,
            )  # fmt: skip
            store.settings.save_query(words, words or "x", now=NOW)
            store.settings.watch(words, now=NOW)
            store.settings.save_draft(f"new:{at + 1}:article", words, now=NOW)
        _nonsense(store)
        return store.articles.count()


def _mark(store: Store, article_id: int, text: str, words: str) -> None:
    start = text.index("4.500")
    figure = Figure(
        Span(start, start + 5), "4.500", "count", unit=words[:20], noun=words[:60],
        attribution=words, sentence=Span(0, 80), salience=0.5,
    )  # fmt: skip
    at = text.index("Barack")
    name = Mention(Span(at, at + 12), text[at : at + 12])
    entity = Entity(words or "x", "PER", (name,), f"PER:{article_id}{words[:30]}")
    store.analyses.put(article_id, 1, Analysis("test/1", words[:8], (figure,), (entity,), words))
    end = min(len(words), 200) + 1
    for anchor, span in ((Anchor(text[:end], "", words[:32], 0, end), Span(0, end)), (None, None)):
        store.annotations.add(
            article_id, anchor, now=NOW, note=words, tags=(words[:50] or "x",), colour="blue"
        )
        assert span is None or text[span.start : span.end]
    lost = store.annotations.add(
        article_id, Anchor(words or "x", "", "", 0, 1), now=NOW, note=words
    )
    store.annotations.place(lost.id, None, "orphan")


def _nonsense(store: Store) -> None:
    """Values that no Lesart writes: places outside of texts, kinds that do not exist, far dates."""
    far = (Moment(2**62), Moment(-(2**62), "year"), Moment(NOW, "century"))  # type: ignore[arg-type]
    blocks = (
        Block("link", Span(5, 10**9), -3, "javascript:alert(1)"), Block("quote", Span(9, 2), 10**6),
        Block("scroll", Span(0, 4)), Block("item", Span(10**12, 10**12 + 1), 10**12),  # type: ignore[arg-type]
    )  # fmt: skip
    for at, moment in enumerate(far):
        text = f"Nonsense {at} in seven words and more."
        added = store.articles.add(
            Draft("", text, blocks=blocks, published=moment, language="\x00", link="javascript:1"),
            now=-1,
        )
        figures = tuple(
            Figure(
                span, "9", "alien", Decimal("1e300"), sentence=Span(99, -9), when=when, salience=9.0
            )  # type: ignore[arg-type]
            for span, when in (
                (Span(-9, 3), "9999-99-99"),
                (Span(50, 10**9), "x"),
                (Span(3, 3), "T99"),
            )
        )
        beyond = Entity("No", "GOD", (Mention(Span(-1, 10**9), "no"),))  # type: ignore[arg-type]
        store.analyses.put(added.id, 1, Analysis("", "", figures, (beyond,)))
        for span in (Span(-5, 3), Span(30, 10**9), Span(8, 2)):
            note = store.annotations.add(
                added.id, Anchor("x", "", "", *span), now=-(2**40), note="n", colour="beige"
            )
            store.annotations.place(note.id, span, "elsewhere", span)  # type: ignore[arg-type]
        store.articles.set_position(added.id, 10**12 if at else -7)


def hostile_folder(folder: Path) -> int:
    """Files whose names and contents are hostile, names that are no UTF-8 included; how many."""
    folder.mkdir()
    count = 0
    for at, words in enumerate(HOSTILE):
        name = words.replace("/", "∕").replace("\0", "")[:40]
        raw = (
            os.fsencode(folder)
            + b"/"
            + f"{at}".encode()
            + name.encode("utf-8", "replace")
            + b"\xff.txt"
        )
        Path(os.fsdecode(raw[:200] + (b"" if len(raw) <= 200 else b".txt"))).write_bytes(
            f"{words}\n\nnumber {at}: {sentence(at, words)}".encode("utf-8", "surrogatepass")
        )
        count += 1
    return count
