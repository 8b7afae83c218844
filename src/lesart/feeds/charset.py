"""Turn the bytes of a feed or page into text: by BOM, declaration, header, UTF-8, then cp1252."""

from __future__ import annotations

import codecs
import re

_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SHAPES = (  # how "<?" or "<x" looks in encodings that do not extend ASCII
    (re.compile(rb"<\0\0\0"), "utf-32-le"),
    (re.compile(rb"\0\0\0<"), "utf-32-be"),
    (re.compile(rb"\s?\0?<\0[^\0]\0"), "utf-16-le"),
    (re.compile(rb"\0\s?\0?<\0[^\0]"), "utf-16-be"),
)
_EBCDIC_XML = b"\x4c\x6f\xa7\x94"
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


def decode(data: bytes, content_type: str = "") -> str:
    """The text of an XML, HTML or JSON document; never raises, at worst some U+FFFD."""
    for bom, name in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(name, "replace")
    for shape, name in _SHAPES:
        if shape.match(data):
            return data.decode(name, "replace")
    if data.startswith(_EBCDIC_XML):
        declared = _XML_DECLARATION.search(data[:400].decode("cp037").encode("ascii", "replace"))
        return data.decode(_known(declared[1].decode() if declared else "") or "cp037", "replace")
    for name in _claims(data, content_type):
        try:
            return data.decode(name)
        except (UnicodeDecodeError, LookupError):
            continue
    # What is UTF-8 but for a few broken bytes (often a text cut in the middle of a letter) is
    # better read as UTF-8 with holes than as cp1252 with every umlaut doubled.
    text = data.decode("utf-8", "replace")
    if text.count("\ufffd") * 4 <= sum(1 for byte in data if byte >= 0xC2) / 2:
        return text
    return _western(data)


def _claims(data: bytes, content_type: str) -> list[str]:
    """What the document says of itself, most trusted first; UTF-8 beats any Western single byte.

    Bytes above 127 that happen to be valid UTF-8 are UTF-8: a page that declares ISO-8859-1 over
    them is mistaken, and so is a server that adds its default charset to everything.
    """
    head = data[:4096]
    said = [_XML_DECLARATION.search(head), _META_CHARSET.search(head)]
    names = [_known(match[1].decode("ascii", "replace")) for match in said if match]
    if header := _HEADER_CHARSET.search(content_type):
        names.append(_known(header[1]))
    claims = [name for name in names if name]
    multibyte = [name for name in claims if _MULTIBYTE.match(name) and not _is_wide(name)]
    return [*multibyte, "utf-8", *(name for name in claims if not _is_wide(name))]


def _is_wide(name: str) -> bool:
    # A document that could say "utf-16" in readable ASCII is not UTF-16.
    return name.startswith(("utf-16", "utf-32"))


def _known(name: str) -> str:
    """Python's name for a character set that may be used; empty for the rest."""
    plain = name.strip().lower().replace("-", "_")
    plain = {"x_sjis": "shift_jis", "macintosh": "mac_roman", "tis_620": "tis-620"}.get(
        plain, plain
    )
    if plain.startswith(("x_mac_", "x_cp")):
        plain = plain.removeprefix("x_").replace("mac_ce", "mac_latin2")
    if not _ALLOWED.fullmatch(plain):
        return ""
    try:
        found = codecs.lookup(plain).name
    except LookupError:
        return ""
    # The web's rule: who says Latin-1 or ASCII means Windows-1252, GB2312 means GB18030.
    if found in ("iso8859-1", "ascii"):
        return "cp1252"
    if found in ("gb2312", "gbk"):
        return "gb18030"
    return "cp949" if found == "euc_kr" else found


def _western(data: bytes) -> str:
    """cp1252, where its five unassigned bytes become the controls they are in Latin-1."""
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(
            chr(b) if b in (0x81, 0x8D, 0x8F, 0x90, 0x9D) else bytes([b]).decode("cp1252")
            for b in data
        )
