"""Turn bytes into text: by byte order mark, by what the document or server says, else by its letters.

Labels are read as browsers read them (who says Latin-1 means Windows-1252, who says Shift_JIS means
Windows-31J). Valid UTF-8 beats every claim of a single-byte alphabet.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins like UTF-16's, so it is asked first
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHAPES = (  # how "<?" or "<x" looks in encodings that do not extend ASCII
    (re.compile(rb"<\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0<"), "utf-32-be"),
    (re.compile(rb"(?:\s\0)*<\0[!?/A-Za-z]\0"), "utf-16-le"),
    (re.compile(rb"(?:\0\s)*\0<\0[!?/A-Za-z]"), "utf-16-be"),
)
_NOT_TEXT = (
    b"\x89PNG", b"GIF8", b"\xff\xd8\xff", b"%PDF", b"PK\x03\x04", b"\x1f\x8b", b"\x7fELF",
    b"BZh", b"\xfd7zXZ", b"SQLite format 3\0", b"RIFF", b"OggS", b"ID3", b"\x28\xb5\x2f\xfd",
    b"7z\xbc\xaf", b"MZ\x90", b"\xd0\xcf\x11\xe0", b"Rar!",
)  # fmt: skip
# ESC stays out of it: coloured terminal output is still text.
_CONTROLS = bytes((*range(7), *range(14, 27), *range(28, 32), 127))
_EBCDIC_XML = b"\x4c\x6f\xa7\x94"
_PAGE = re.compile(rb"\s*<|.{0,1000}?<(?:!doctype|html|head)\b", re.IGNORECASE | re.DOTALL)
_XML_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([\w.:+-]{1,40})[\"']")
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,300}?charset\s*=\s*[\"']?\s*([\w.:+-]{1,40})", re.IGNORECASE
)
_HEADER_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:+-]{1,40})", re.IGNORECASE)

# Python knows codecs that are no character sets ("zlib", "idna", "unicode_escape"), some of them
# slow on purpose-made input, and UTF-7, which hides markup. Only what feeds use is let through.
_ALLOWED = re.compile(
    r"(utf_?(8|16|32)(_?[bl]e)?(_sig)?|u8|ascii|us_ascii|646|latin_?\d+|l\d|iso_?ir_?\d+"
    r"|iso_?8859_?\d+(_[eil])?|iso8859_?\d+|cp_?\d+|windows_?\d+|ibm_?\d+|koi8_?[rut]+|gb_?\d+"
    r"|gbk|gb18030|euc_?\w+|big5(_?hkscs)?|shift_?jis\w*|sjis|x_sjis|ms932|iso_?2022_\w+|hz(_gb)?"
    r"|\d{3,4}|cs\w+|cp_is|mac_?\w+|macintosh|tis_?620|ks_c_5601\w*|johab|ptcp154|viscii|kz1048|hp_roman8)"
)
_MULTIBYTE = re.compile(r"(gb|euc|big5|shift|iso2022|hz|johab|cp9[345]\d|utf-?(16|32))")
_LABELS = {"x_sjis": "shift_jis", "macintosh": "mac_roman", "tis_620": "cp874", "utf8n": "utf_8"}
_AS_BROWSERS_DO = {
    "ascii": ("cp1252",), "iso8859-1": ("cp1252",), "iso8859-9": ("cp1254",),
    "iso8859-11": ("cp874",), "tis-620": ("cp874",), "gb2312": ("gb18030",), "gbk": ("gb18030",),
    "euc_kr": ("cp949",), "shift_jis": ("cp932", "shift_jis_2004"),
    "big5": ("big5hkscs", "cp950"), "cp950": ("big5hkscs", "cp950"),
    "euc_jp": ("euc_jp", "euc_jis_2004"), "iso2022_jp": ("iso2022_jp_ext", "iso2022_jp_2004"),
}  # fmt: skip
"""What a label stands for on the web, and what is tried where that fails."""

_ALPHABETS = (
    # Codec, its letters, and those that are every second one in its languages.
    ("cp1251", re.compile("[а-яёіїєґА-ЯЁІЇЄҐ]"), "оеаинтсрвл"),
    ("koi8-r", re.compile("[а-яёА-ЯЁ]"), "оеаинтсрвл"),
    ("cp866", re.compile("[а-яёА-ЯЁ]"), "оеаинтсрвл"),
    ("cp1253", re.compile("[ά-ώα-ωΑ-Ω]"), "αοιετσνηυρ"),
    ("cp1255", re.compile("[א-ת]"), "יוהלאתברשמ"),
    ("cp1256", re.compile("[ء-ي]"), "اليمونترعب"),
    ("cp874", re.compile("[ก-๛]"), "านรอเก่้งม"),
)
_WIDE = (
    ("cp932", re.compile("[ぁ-ん]"), re.compile("[ぁ-んァ-ヶ一-龥、。「」ー　-〿！-～]")),
    ("euc_jp", re.compile("[ぁ-ん]"), re.compile("[ぁ-んァ-ヶ一-龥、。「」ー　-〿！-～]")),
    ("cp949", re.compile("[이다는의에을가고하지로사를한은도]"), re.compile("[가-힣]")),
    ("gb18030", re.compile("[的是不了在人有我他这]"), re.compile("[一-龥、。「」，！-～]")),
    ("big5hkscs", re.compile("[的是不了在人有我他這]"), re.compile("[一-龥、。「」，！-～]")),
)
"""Codec, letters that must be frequent in it, and all that it is written with."""
_SIGN_IN_WORD = re.compile("[^\\W\\d_][¹³¿£¢ª¯¼¾¥][a-zà-ÿ]")


def decode(data: bytes, content_type: str = "") -> str:
    """The text that `data` spells; never fails, at worst some letters become U+FFFD.

    `content_type` is the server's header, where there is one.
    """
    for mark, name in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if wide := _without_mark(data[:4096]):
        return data.decode(wide, "replace")
    if data.startswith(_EBCDIC_XML):
        declared = _XML_DECLARATION.search(data[:400].decode("cp037").encode("ascii", "replace"))
        names = _known(declared[1].decode()) if declared else ()
        return data.decode(names[0] if names else "cp037", "replace")
    claims = _claims(data, content_type)
    for name in claims:
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    return _nearly(data, claims[0]) or _by_letters(data)


def is_binary(data: bytes) -> bool:
    """Whether `data` is no text in any alphabet we read: an image, an archive, a program."""
    if data.startswith(_NOT_TEXT):
        return True
    head = data[:65536]
    if data.startswith(tuple(mark for mark, _ in _BOMS)) or _without_mark(head[:4096]):
        return False
    return len(head) - len(head.translate(None, _CONTROLS)) > len(head) / 100


# ------------------------------------------------------------------ what documents say


def _without_mark(head: bytes) -> str:
    """UTF-16 or UTF-32 that forgot to say so: half or more of Latin text is NUL."""
    for shape, name in _SHAPES:
        if shape.match(head):
            return name
    units = len(head) // 2
    if units < 2 or b"\0" not in head:
        return ""
    even, odd = head[0::2].count(0), head[1::2].count(0)
    if odd > 0.4 * units and even < 0.02 * units:
        return "utf-16-le"
    if even > 0.4 * units and odd < 0.02 * units:
        return "utf-16-be"
    return ""


def _claims(data: bytes, content_type: str) -> list[str]:
    """What the document says of itself, most trusted first; UTF-8 beats any Western single byte.

    Bytes above 127 that happen to be valid UTF-8 are UTF-8: a page that declares ISO-8859-1 over
    them is mistaken, and so is a server that adds its default charset to everything.
    """
    head = data[:4096]
    said = [
        _XML_DECLARATION.search(head),
        _META_CHARSET.search(head) if _PAGE.match(head) else None,
    ]
    labels = [match[1].decode("ascii", "replace") for match in said if match]
    if header := _HEADER_CHARSET.search(content_type):
        labels.append(header[1])
    claims = [name for label in labels for name in _known(label) if not _is_wide(name)]
    multibyte = [name for name in claims if _MULTIBYTE.match(name)]
    return [*multibyte, "utf-8", *claims]


def _is_wide(name: str) -> bool:
    # A document that could say "utf-16" in readable ASCII is not UTF-16.
    return name.startswith(("utf-16", "utf-32"))


def _known(label: str) -> tuple[str, ...]:
    """Python's names for a character set that may be used; empty for the rest."""
    plain = label.strip().lower().replace("-", "_")
    plain = _LABELS.get(plain, plain)
    if plain.startswith(("x_mac_", "x_cp")):
        plain = plain.removeprefix("x_").replace("mac_ce", "mac_latin2")
    if plain.startswith("iso_8859_8"):
        plain = "iso_8859_8"  # "-I" and "-E" say in which order letters are painted
    if not _ALLOWED.fullmatch(plain):
        return ()
    try:
        found = codecs.lookup(plain).name
    except LookupError:
        return ()
    return _AS_BROWSERS_DO.get(found, (found,))


def _nearly(data: bytes, claimed: str) -> str:
    """The text, where all but a few bytes are what they should be; else empty.

    A text cut in the middle of a letter is better read with a hole than in another alphabet.
    """
    for name in dict.fromkeys((claimed, "utf-8")):
        text = data.decode(name, "replace")
        broken = text.count("\ufffd")
        foreign = sum(len(run) for run in re.findall("[^\x00-\x7f\ufffd]+", text))
        if foreign > 4 * broken:
            return text
    return ""


# ------------------------------------------------------------------ what letters say


def _by_letters(data: bytes) -> str:
    """The text in the alphabet in which it looks most like words; Windows-1252 where none does."""
    sample = data[:20_000]
    best, name = max(_likely(sample), default=(0.0, ""))
    return data.decode(name, "replace") if best > 0.5 else _western(data)


def _likely(sample: bytes) -> Iterator[tuple[float, str]]:
    """How much each alphabet makes of the bytes above 127, 0-1, with its codec."""
    for name, letters, frequent in _ALPHABETS:
        text = sample.decode(name, "ignore")
        foreign = sum(1 for letter in text if letter > "\x7f")
        own = letters.findall(text)
        # Western text has an accent here and there; these languages are written in nothing else.
        if len(own) > 0.8 * foreign and len(own) > 4 and _stand_together(text, letters):
            often = sum(1 for letter in own if letter in frequent)
            yield 0.4 + 0.6 * often / len(own), name
    for name, typical, written in _WIDE:
        text = sample.decode(name, "replace")
        foreign = sum(1 for letter in text if letter > "\x7f") or 1
        if len(typical.findall(text)) > 0.05 * foreign and foreign > 4:
            share = min(0.3, len(typical.findall(text)) / foreign)
            yield 0.7 * len(written.findall(text)) / foreign + share, name


def _stand_together(text: str, letters: re.Pattern[str]) -> bool:
    words = re.findall(r"[^\W\d_]+", text)
    whole = sum(len(w) for w in words if len(letters.findall(w)) == len(w) and len(w) > 1)
    return 2 * whole > sum(1 for letter in text if letter > "\x7f")


def _western(data: bytes) -> str:
    """cp1252, where its five unassigned bytes become the controls they are in Latin-1.

    Where that puts signs into words that cp1250 spells with letters, it is Polish and not French.
    """
    sample = data[:20_000]
    if _SIGN_IN_WORD.search(sample.decode("cp1252", "ignore")):
        eastern = sample.decode("cp1250", "ignore")
        if not _SIGN_IN_WORD.search(eastern):
            return data.decode("cp1250", "replace")
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252")
            for b in data
        )
