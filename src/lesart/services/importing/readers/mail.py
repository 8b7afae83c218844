"""One mail as an article: a newsletter's words, its date, and who sent it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from email import message_from_bytes
from email.header import decode_header
from email.message import Message
from email.utils import parseaddr

from lesart.locales.in_sentences import numeral
from lesart.locales.read_dates import is_believable, read_date
from lesart.model.article import Draft
from lesart.model.moment import Moment
from lesart.model.text import Block
from lesart.services.importing.formats import title_from
from lesart.services.importing.items import DAMAGED, Item, Options, Reading, Source
from lesart.services.importing.joined_texts import joined
from lesart.services.importing.readers.mail_text import html_text, plain_mail_text
from lesart.text.clean import clean_line, clean_text
from lesart.text.encoding import decode
from lesart.translations import _, ngettext

_PAGES = ("text/html", "application/xhtml+xml")
_MOST_PARTS = 500
_DEEPEST = 30
_HEADER = re.compile(rb"[!-9;-~]{1,80}:")
_KNOWN_HEADERS = re.compile(
    rb"^(from|to|subject|date|message-id|mime-version|received|return-path|delivered-to|content-type"
    rb"|reply-to|list-id|list-unsubscribe|dkim-signature|x-[\w-]+|cc|sender)[ \t]*:",
    re.I | re.M,
)


class NotReadable(ValueError):
    """A message whose words cannot be had; the sentence says why."""


def recognises(source: Source) -> bool:
    """Whether it begins with the headers of a mail."""
    return is_message(_of_apple(source.head))


def is_message(head: bytes) -> bool:
    head = head.lstrip(b"\xef\xbb\xbf\r\n")
    block = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0][:32768]
    if not _HEADER.match(block):
        return False
    names = {match[1].lower() for match in _KNOWN_HEADERS.finditer(block)}
    return b"from" in names and len(names) >= 3 and bool(
        names & {b"date", b"received", b"message-id", b"mime-version", b"return-path"}
    )  # fmt: skip


def read(source: Source, options: Options) -> Reading:
    """The one mail of a file."""
    data = source.read()
    try:
        yield message_item(_of_apple(data))
    except NotReadable as error:
        raise source.failed(str(error)) from error


def _of_apple(data: bytes) -> bytes:
    """Apple Mail writes how long the message is before it, and a property list behind."""
    length, _, rest = data[:20].partition(b"\n")
    if not length.strip().isdigit() or not _HEADER.match(rest or data[len(length) + 1 :][:100]):
        return data
    start = len(length) + 1
    return data[start : start + int(length)]


def message_item(data: bytes, *, is_cut: bool = False) -> Item:
    """The article of one message; raises NotReadable. `is_cut`: its end was not read."""
    try:
        message = message_from_bytes(data)
        parts = list(_parts(message))
    except DAMAGED as error:
        raise NotReadable(_("the message is nested too deep or broken.")) from error
    if message.get_content_type() == "multipart/encrypted" or any(
        part.get_content_type() in ("application/pkcs7-mime", "application/x-pkcs7-mime")
        and "signed" not in str(part.get_param("smime-type") or "")
        for part, _ in parts
    ):
        raise NotReadable(_("the message is encrypted; save it decrypted in your mail program."))
    text, blocks = _words(message, parts)
    subject = header(message, "Subject")
    if not text.strip():
        raise NotReadable(_("there is no text in the message."))
    identity = header(message, "Message-ID").strip("<> ")
    sender = _sender(message)
    return Item(
        Draft(
            title=subject or title_from(text),
            text=text,
            blocks=blocks,
            source=_list_name(message) or sender,
            author=sender,
            link=_archived_at(message),
            language=_language(message),
            published=_date(message),
            text_state=_attachments([part for part, _ in parts], is_cut),
        ),
        identity=f"mail:{identity[:900]}" if identity else "",
        is_fixed=True,
    )


# ------------------------------------------------------------------ words


def _parts(message: Message) -> Iterator[tuple[Message, bool]]:
    """The parts that are no containers, in order, and whether each is one of several forms of the same.

    Forwarded messages are not entered.
    """
    waiting: list[tuple[Message, int, bool]] = [(message, 0, False)]
    count = 0
    while waiting and count < _MOST_PARTS:
        part, depth, is_form = waiting.pop()
        count += 1
        payload = part.get_payload()
        if part.get_content_maintype() == "multipart" and isinstance(payload, list):
            if depth < _DEEPEST:
                is_form = is_form or part.get_content_subtype() == "alternative"
                inner = [one for one in payload if isinstance(one, Message)]
                waiting.extend((one, depth + 1, is_form) for one in reversed(inner))
        else:
            yield part, is_form


def _words(message: Message, parts: list[tuple[Message, bool]]) -> tuple[str, tuple[Block, ...]]:
    """The HTML part where there is one, else the plain one; what stands beside them, too."""
    shown = [(part, is_form) for part, is_form in parts if not _is_attached(part)]
    has_page = any(part.get_content_type() in _PAGES for part, _ in shown)
    text, other_form = "", ""
    blocks: tuple[Block, ...] = ()
    for part, is_form in shown:
        kind = part.get_content_type()
        if kind in _PAGES:
            text, blocks = joined(text, blocks, *html_text(part_text(part)))
        elif kind in ("text/plain", "text/enriched") or (
            part.get_content_maintype() == "text" and part is message
        ):
            words = plain_mail_text(part_text(part), _is_flowed(part), _has_delsp(part))
            if is_form and has_page:
                other_form = f"{other_form}\n\n{words}".strip("\n")
            else:
                text, blocks = joined(text, blocks, words, ())
    # Some send an HTML part that holds nothing but a picture.
    if len(text) < 60 and len(other_form) > 2 * len(text):
        return other_form, ()
    return text, blocks


def part_text(part: Message) -> str:
    """The text of a part in its own alphabet."""
    try:
        data = part.get_payload(decode=True)
    except DAMAGED:
        data = None
    if not isinstance(data, bytes):
        payload = part.get_payload()
        data = payload.encode("utf-8", "surrogateescape") if isinstance(payload, str) else b""
    return decode(data, f"text/plain; charset={_parameter(part, 'charset')}")


def _is_attached(part: Message) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return bool(file_name(part)) and part.get_content_maintype() != "text"


def _is_flowed(part: Message) -> bool:
    return _parameter(part, "format").lower() == "flowed"


def _has_delsp(part: Message) -> bool:
    return _parameter(part, "delsp").lower() == "yes"


def _parameter(part: Message, name: str) -> str:
    try:
        value = part.get_param(name)
    except DAMAGED:
        return ""
    if isinstance(value, tuple):
        value = value[2]
    return clean_line(str(value), 100) if value else ""


def file_name(part: Message) -> str:
    try:
        return clean_line(decoded(part.get_filename() or ""), 200)
    except DAMAGED:
        return ""


def _attachments(parts: list[Message], is_cut: bool) -> str:
    """Which files came with it: they are named, not stored."""
    names = []
    for part in parts:
        kind = part.get_content_type()
        if (
            kind == "message/rfc822"
            or (_is_attached(part) and part.get("Content-ID") is None)
            or part.get_content_disposition() == "attachment"
        ):
            names.append(file_name(part) or kind)
    said = ", ".join(dict.fromkeys(names[:20])) + (" …" if names[20:] else "")
    cut = _("The message was too long; its end was not read.") if is_cut else ""
    if not said:
        return cut
    left_out = ngettext(
        "Not stored with the mail: an attachment ({names}).",
        "Not stored with the mail: {count} attachments ({names}).",
        len(names),
    ).format(count=numeral(len(names)), names=said)
    return f"{left_out} {cut}".strip()


# ------------------------------------------------------------------ headers


def header(message: Message, name: str, limit: int = 1000) -> str:
    """A header on one line, decoded; empty where there is none."""
    return clean_line(decoded(_raw(message, name)), limit)


def _raw(message: Message, name: str) -> str:
    """A header as it was written: asked for by name, letters beyond ASCII would be lost."""
    wanted = name.lower()
    return next((str(value) for key, value in message.raw_items() if key.lower() == wanted), "")


def decoded(raw: str) -> str:
    """A header's words: encoded words read, raw bytes in their likely alphabet."""
    raw = raw[:20_000]
    if "\udc80" <= max(raw, default="") <= "\udcff":
        raw = decode(raw.encode("utf-8", "surrogateescape"))
    if "=?" not in raw:
        return raw
    # Encoded words that follow each other are one text, cut anywhere, even within a letter.
    raw = re.sub(r"\?=[ \t\r\n]+=\?", "?= =?", raw)
    try:
        pieces = decode_header(raw)
    except DAMAGED:
        return raw
    words = []
    for piece, charset in pieces:
        if isinstance(piece, str):
            words.append(piece)
        else:
            words.append(decode(piece, f"text/plain; charset={charset or 'utf-8'}"))
    return "".join(words) or raw


def _sender(message: Message) -> str:
    """The name of who sent it, or the address where there is no name."""
    raw = _raw(message, "From") or _raw(message, "Sender")
    name, address = parseaddr(raw[:5000])
    return clean_line(decoded(name).strip("\"' "), 200) or clean_line(decoded(address), 200)


def _list_name(message: Message) -> str:
    """The name of a list where many write; a newsletter is its sender's."""
    listed = header(message, "List-Id")
    post = header(message, "List-Post")
    if not listed or not post or post.strip().upper() == "NO":
        return ""
    name, _, rest = listed.partition("<")
    return clean_line(name.strip("\"' "), 200) or rest.split(".")[0].strip("<> ")


def _archived_at(message: Message) -> str:
    """Where the mail stands on the web, as its own headers say."""
    from lesart.feeds.pages.plaintext import absolute_link

    for name in ("Archived-At", "X-Archived-At"):
        link = absolute_link(header(message, name, 4000).strip("<> "))
        if link.startswith(("http://", "https://")):
            return link
    return ""


def _language(message: Message) -> str:
    found = re.match(r"[A-Za-z]{2,3}(?=$|[-_,; ])", header(message, "Content-Language", 40))
    return found[0].lower() if found else ""


def _date(message: Message) -> Moment | None:
    """When it was sent; else when the last server took it."""
    received = header(message, "Received")
    for raw in (
        header(message, "Date"),
        received.rpartition(";")[2],
        header(message, "Delivery-Date"),
    ):
        found = read_date(raw) if raw else None
        if found and is_believable(found, None):
            return found
    return None


def clean_words(text: str) -> str:
    """Text without blank ends and spaces at the ends of lines."""
    lines = (line.rstrip() for line in clean_text(text).split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip("\n")
