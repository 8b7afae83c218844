"""Bytes become the letters they were written as, whatever name their alphabet goes by."""

from __future__ import annotations

from itertools import product

import pytest

from lesart.text.encoding import decode, is_binary


@pytest.mark.parametrize(
    ("label", "codec", "words"),
    [
        ("Shift_JIS", "cp932", "第①回㈱港～"), ("x-sjis", "cp932", "第②回"), ("EUC-JP", "euc_jp", "第二回"),
        ("Big5", "big5hkscs", "嘅啲裏"), ("big5-hkscs", "big5hkscs", "嘅啲"), ("tis-620", "cp874", "“ท่า”…"),
        ("ISO-8859-11", "cp874", "ท่า…"), ("iso-8859-8-i", "iso8859-8", "נמל"), ("iso-8859-9", "cp1254", "“ğ”"),
        ("ISO-8859-1", "cp1252", "“so” – 5 €"), ("us-ascii", "cp1252", "’"), ("gb2312", "gb18030", "镕€"),
        ("ks_c_5601-1987", "cp949", "똠"), ("utf8n", "utf-8", "ü"), ("windows-1251", "cp1251", "порт"),
        ("koi8-u", "koi8-u", "їжак"), ("macintosh", "mac_roman", "é"),
    ],
)  # fmt: skip
def test_a_label_means_what_it_means_to_a_browser(label: str, codec: str, words: str) -> None:
    document = f'<?xml version="1.0" encoding="{label}"?><a>{words}</a>'
    assert decode(document.encode(codec)) == document


@pytest.mark.parametrize(
    ("codec", "start"),
    [
        *product(
            ("utf-16-le", "utf-16-be"), ("<rss>", "\n  <?xml?>", "Größe, und zwar die der Boote")
        ),
        # UTF-32 that begins with words is in nobody's files.
        *product(("utf-32-le", "utf-32-be"), ("<rss>",)),
    ],
)
def test_wide_letters_are_known_without_their_mark(codec: str, start: str) -> None:
    assert decode(f"{start} ü".encode(codec)) == f"{start} ü"


@pytest.mark.parametrize(
    ("codec", "words"),
    [
        ("cp1251", "Паром снова ходит через реку каждый день."), ("koi8-r", "Паром снова ходит через реку."),
        ("cp866", "Паром снова ходит через реку каждый день."), ("cp1253", "Το πλοίο περνά ξανά το ποτάμι."),
        ("cp1255", "המעבורת חוזרת לחצות את הנהר"), ("cp1256", "تعبر العبارة النهر مرة أخرى كل يوم"),
        ("cp932", "渡し船はまた毎日川を渡っている。"), ("euc_jp", "渡し船はまた毎日川を渡っている。"),
        ("cp949", "나룻배가 다시 매일 강을 건넌다."), ("gb18030", "渡船又在每天过河，这是人们的喜事。"),
        ("cp1250", "Łódź płynie przez rzekę, każdego dnia."), ("cp1252", "Die Fähre fährt übers Flüsschen – täglich."),
        ("cp1252", "Le bac a repris ; l’été, c’est « très » beau."),
    ],
)  # fmt: skip
def test_a_text_that_does_not_say_is_known_by_its_letters(codec: str, words: str) -> None:
    assert decode(words.encode(codec)) == words


def test_a_letter_lost_in_the_post_does_not_change_the_alphabet() -> None:
    cut = "Größe und Länge, schön über Öl".encode()[:-1] + b"\xc3"
    assert "Größe und Länge" in decode(cut)
    page = (
        '<meta charset="big5"><p>港口會議的報告，第一頁到最後一頁都在這裏</p>'.encode("big5hkscs")
        + b"\xff"
    )
    assert "港口會議" in decode(page)


def test_the_server_is_asked_where_the_document_is_silent() -> None:
    assert (
        decode("<p>порт</p>".encode("cp1251"), "text/html; charset=windows-1251") == "<p>порт</p>"
    )
    assert decode("<p>Größe</p>".encode(), "text/html; charset=iso-8859-1") == "<p>Größe</p>"


def test_a_text_about_labels_is_not_read_by_them() -> None:
    words = "Write into the head: <meta charset=big5>, über alles andere."
    assert decode(words.encode()) == words


def test_pictures_and_archives_are_no_text() -> None:
    assert is_binary(b"PK\x03\x04rest")
    assert not is_binary("порт".encode("cp1251"))
