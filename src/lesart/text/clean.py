"""Make text from outside safe to store and to paint: no control characters, no hidden directions.

What comes out is NFC with LF line ends and holds nothing that a terminal obeys, turns round or
hides. What a reader sees stays: no-break and thin spaces too, because "1 500" with U+202F is a
number in French and Swiss texts, and a figure's surface must be the text's very characters.
Private-use characters go (icon fonts, and nobody can know what they draw); zero-width characters
stay only where writing needs them: inside an emoji sequence, and one at a time in scripts whose
letters join (Arabic, Indic) or whose words have no spaces (Thai, Khmer, Lao, Burmese).

Cleaning twice changes nothing, so every door may clean for itself.
"""

from __future__ import annotations

import re
import unicodedata

MARKS_A_BASE = 4
"""More accents than this on one letter are a tower, not a language."""

# In scripts with spacing vowel signs one syllable may carry more signs than marks that pile up.
_SIGNS_A_BASE = 8
# Normalising sorts each run of marks in quadratic time, so endless runs are cut before it.
_MARKS_BEFORE_NFC = 32
_EMOJI_JOINED = 6

_C1_OPENERS = "\x90\x98\x9b\x9d-\x9f"
_TERMINAL_SEQUENCE = re.compile(
    # CSI: parameters, then one final letter.
    r"(?:\x1b\[|\x9b)[0-?]{0,256}[ -/]{0,16}[@-~]"
    # OSC, DCS, SOS, PM, APC: everything up to their terminator. Without one, only the opener goes.
    rf"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x9c\n{_C1_OPENERS}]{{0,4096}}"
    r"(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[\]PX^_]"
    # All other escapes: intermediates and a final.
    r"|\x1b[ -/]{0,16}[0-Z\\`-~]"
)
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")

_DROPPED = (
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # C0 and C1
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"  # soft hyphen and other invisible letters
    "\u200e\u200f\u202a-\u202e\u2060-\u206f"  # directions, word joiners, deprecated formats
    "\u3164\ufeff\uffa0\ufff0-\ufffc"
    "\ue000-\uf8ff\U000f0000-\U0010ffff"  # private use
    "\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
    "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"  # shorthand and musical formats
    "\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"  # tags
)
_JOINERS = "\u200b-\u200d"
_SELECTORS = "\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
_DROP = re.compile(f"[{_DROPPED}]+")
_SUSPECT = re.compile(f"[\r\x0b\x0c\x85\u2028\u2029{_DROPPED}{_JOINERS}{_SELECTORS}]")

_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")

# What nearly all text is made of, and cleaning leaves as it is; most calls end with this look.
_ORDINARY = re.compile(
    "[\\t\\n -~\u00a0-\u00ac\u00ae-\u02ff\u2009\u2010-\u2027\u202f-\u205e\u20a0-\u20bf]*"
)

_SPACELESS_SCRIPTS = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17b3\u17b6-\u17ff\uaa60-\uaa7f"
_JOINING_SCRIPTS = (
    "\u0600-\u061b\u061d-\u08ff\u0900-\u0dff\u0f00-\u0fff\u1800-\u180a\u1810-\u18af\u1b00-\u1bff"
    "\ua800-\ua82f\ua8e0-\ua9df\ufb50-\ufdcf\ufdf0-\ufdff\ufe70-\ufefc" + _SPACELESS_SCRIPTS
)
_PICTURES = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u2328\u232b-\u23ff\u24c2\u25a0-\u27bf"
    "\u2900-\u297f\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001f3fa\U0001f400-\U0001faff"
)
_SKINS = "\U0001f3fb-\U0001f3ff"
_JOINER_RUN = re.compile(f"[{_JOINERS}]+")
_AFTER_PICTURE = re.compile(f"[{_PICTURES}{_SKINS}\u20e3]\ufe0f?$")
_IS_PICTURE = re.compile(f"[{_PICTURES}]")
_IS_JOINING = re.compile(f"[{_JOINING_SCRIPTS}]")
_IS_SPACELESS = re.compile(f"[{_SPACELESS_SCRIPTS}]")
_ONE_PICTURE = f"[{_PICTURES}][{_SKINS}\u20e3\ufe0f]{{0,3}}"
_LONG_CHAIN = re.compile(f"({_ONE_PICTURE}(?:\u200d{_ONE_PICTURE}){{{_EMOJI_JOINED - 1}}})\u200d")
_STRAY_SELECTORS = re.compile(f"(?<![^\\s])[{_SELECTORS}]+|(?<=[{_SELECTORS}])[{_SELECTORS}]+")

# Blocks that hold combining marks (and other things: `_capped` looks closer).
_MARK_RUN = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u1cff\u1dc0-\u1dff\u20d0-\u20ff\u2cef-\u2cf1\u2d7f"
    "\u2de0-\u2dff\u302a-\u302f\u3099\u309a\ua66f-\uabed\ufb1e\ufe00-\ufe2f"
    "\U000101fd-\U00011fff\U00013430-\U0001345f\U00016af0-\U00016fff\U0001bc9d\U0001bc9e"
    "\U0001cf00-\U0001cf46\U0001d165-\U0001d244\U0001da00-\U0001daaf\U0001e000-\U0001e94a"
    f"\U000e0100-\U000e01ef{_JOINERS}]{{{MARKS_A_BASE + 1},}}"
)


def clean_text(text: str) -> str:
    """Normalise text once, at the door: NFC, LF, no controls, no stray bidi or invisible runs."""
    if _ORDINARY.fullmatch(text):
        return text
    if text.isascii():
        return _without_hidden(text) if _SUSPECT.search(text) else text
    if _SUSPECT.search(text):
        text = _without_hidden(text)
    text = unicodedata.normalize("NFC", _capped(text, _MARKS_BEFORE_NFC, _MARKS_BEFORE_NFC))
    return _capped(text, MARKS_A_BASE, _SIGNS_A_BASE)


def without_controls(text: str) -> str:
    """`text` without what XML cannot hold; terminal sequences go whole. For markup yet to be read."""
    if not _NOT_IN_XML.search(text):
        return text
    return _NOT_IN_XML.sub("", _TERMINAL_SEQUENCE.sub("", text).replace("\f", " "))


def clean_line(text: str, limit: int = 1000) -> str:
    """`clean_text` for one line: white space folded, cut after `limit` code points."""
    # Far more than the limit can need is not even looked at: a feed's title may be 30 MB.
    line = " ".join(clean_text(text[: 16 * limit + 1024]).split())
    return line if len(line) <= limit else line[:limit].rstrip(" \u200b\u200c\u200d")


def _without_hidden(text: str) -> str:
    if not text.isascii():
        # Halves of a pair that a decoder left apart become the character they meant.
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "ignore")
    text = _TERMINAL_SEQUENCE.sub("", text)
    text = _LINE_END.sub("\n", text)
    text = _DROP.sub("", text)
    text = _JOINER_RUN.sub(_needed_joiner, text)
    text = _LONG_CHAIN.sub(r"\1", text)
    return _STRAY_SELECTORS.sub("", text)


def _needed_joiner(run: re.Match[str]) -> str:
    """The one joiner of a run that writing needs at this place, or nothing."""
    text = run.string
    before, after = _base_before(text, run.start()), text[run.end() : run.end() + 1]
    if (
        "\u200d" in run[0]
        and _IS_PICTURE.match(after)
        and _AFTER_PICTURE.search(text[max(0, run.start() - 2) : run.start()])
    ):
        return "\u200d"
    if _IS_JOINING.match(before):
        for joiner in run[0]:
            if joiner != "\u200b":
                return joiner
        if _IS_SPACELESS.match(before) and _IS_SPACELESS.match(after) and not _is_mark(after):
            return "\u200b"
    return ""


def _base_before(text: str, end: int) -> str:
    """The letter that the marks before `end` stand on; their own order may still be changed."""
    for at in range(end - 1, max(-1, end - 1 - _MARKS_BEFORE_NFC), -1):
        if text[at] not in "\u200b\u200c\u200d" and not _is_mark(text[at]):
            return text[at]
    return ""


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] == "M"


def _capped(text: str, marks: int, signs: int) -> str:
    """No base with more than `marks` marks that pile up, nor more than `signs` of any sort."""

    def thin(run: re.Match[str]) -> str:
        kept: list[str] = []
        piled = all_signs = 0
        for character in run[0]:
            category = unicodedata.category(character)
            if category == "Cf" and piled > marks:
                continue  # a joiner that held on to a mark which is gone
            if category[0] != "M":
                piled = all_signs = 0
            else:
                # Once one is too many, so are all that follow: a gap could compose anew.
                all_signs += 1
                piled += category == "Me" or unicodedata.combining(character) != 0
                if piled > marks or all_signs > signs:
                    piled = marks + 1
                    continue
            kept.append(character)
        return "".join(kept)

    return _MARK_RUN.sub(thin, text)
