"""Mails and mailboxes: newsletters by their words, whatever wraps them."""

from __future__ import annotations

import base64
import io
import quopri
import tracemalloc

import pytest

from lesart.model.errors import ImportFailed
from lesart.services.importing.file_reader import read_file
from lesart.services.importing.import_files import import_paths
from lesart.services.importing.items import Item, Options, Source
from lesart.services.importing.readers import mbox
from lesart.services.outcomes import AlreadyThere, Failed, Imported, Resumed
from tests.services.built_files import STORY, mail

NOW = 1_795_000_000


def imported(store, *paths, **values):
    return list(import_paths(paths, store, now=NOW, **values))


def a_box(*messages, sign=b"From news@example.org Tue Mar  3 10:00:00 2020\n"):
    return b"".join(sign + message + b"\n" for message in messages)


def parts(*bodies, boundary="b1", kind="alternative"):
    inner = "".join(f"--{boundary}\nContent-Type: {k}\n{more}\n{b}\n" for k, more, b in bodies)
    return mail(f"{inner}--{boundary}--", kind=f'multipart/{kind}; boundary="{boundary}"')


# ------------------------------------------------------------------ one mail


def test_the_html_part_of_a_newsletter_is_the_article():
    page = f"<html><body><h1>Winter</h1><p>{STORY}</p><p>Second.</p></body></html>"
    draft = read_file(
        parts(("text/plain", "", "Only the short form."), ("text/html", "", page)), "a.eml"
    )
    assert draft.text == f"Winter\n\n{STORY}\n\nSecond."
    assert (draft.title, draft.source, draft.author) == ("Ferry news", "Bay Letter", "Bay Letter")
    assert draft.published.seconds == 1_583_226_000


def test_a_mail_without_html_is_its_plain_text():
    draft = read_file(
        parts(("text/plain", "", STORY), ("text/html", "", "<img src='x.png'>")), "a.eml"
    )
    assert draft.text == STORY


def test_what_stands_beside_the_html_part_is_not_lost():
    inner = f"--in\nContent-Type: text/plain\n\nShort form.\n--in\nContent-Type: text/html\n\n<p>{STORY}</p>\n--in--"
    data = parts(
        ('multipart/alternative; boundary="in"', "", inner),
        ("text/plain", "", "Added below by the list."),
        kind="mixed",
    )
    assert read_file(data, "a.eml").text == f"{STORY}\n\nAdded below by the list."


def test_a_mail_with_pictures_is_no_saved_page():
    data = parts(
        ("text/html", "", f"<p>{STORY}</p>"),
        ("image/png", "Content-ID: <a>\n", "x"),
        kind="related",
    )
    for raw in (data, data.replace(b"To: reader@example.org\n", b"")):
        draft = read_file(raw, "a")
        assert (draft.text, draft.source) == (STORY, "Bay Letter")


@pytest.mark.parametrize(
    ("raw", "subject"),
    [
        ("=?utf-8?q?F=C3=A4hre_f=C3=A4hrt?=", "Fähre fährt"),
        ("=?utf-8?B?RsOk?=\n =?utf-8?B?aHJl?=", "Fähre"),
        # A letter cut in two between encoded words.
        ("=?utf-8?B?RsM=?= =?utf-8?B?pGhyZQ==?=", "Fähre"),
        ("=?iso-8859-1?Q?F=E4hre?= heute", "Fähre heute"),
        ("=?x-unknown?Q?Fahre?=", "Fahre"),
        ("=?utf-8?B?!!!?=", "=?utf-8?B?!!!?="),
    ],
)
def test_headers_are_decoded(raw, subject):
    assert read_file(mail(subject=raw), "a.eml").title == subject


def test_raw_letters_in_headers_and_text_are_read():
    data = mail("Die Fähre fährt.", kind="text/plain", subject="Fähre").decode().encode("cp1252")
    draft = read_file(data, "a.eml")
    assert (draft.title, draft.text) == ("Fähre", "Die Fähre fährt.")


def test_headers_cannot_bring_escapes_or_more_headers():
    draft = read_file(
        mail(subject="=?utf-8?q?A=1b]0;x=07_B=0aBcc:_c?=", sender="=?utf-8?q?E=0d=0aX?= <e@x.org>"),
        "a.eml",
    )
    for line in (draft.title, draft.author, draft.source):
        assert "\x1b" not in line
        assert "\n" not in line
    assert draft.title.startswith("A")


def test_encodings_of_the_body_are_undone():
    words = "Die Fähre fährt nicht. " * 9
    for name, coded in (
        ("quoted-printable", quopri.encodestring(words.encode()).decode()),
        ("base64", base64.encodebytes(words.encode()).decode()),
    ):
        data = mail(coded, more=f"Content-Transfer-Encoding: {name}\n")
        assert read_file(data, "a.eml").text == words.strip()


def test_lines_that_flow_are_put_together():
    body = "The ferry \nhas stopped. \nFor good?\n\n> It will \n> sail.\n> Soon.\n>> Who says?\n-- \nAda"
    text = read_file(mail(body, kind="text/plain; charset=utf-8; format=flowed"), "a.eml").text
    assert text == (
        "The ferry has stopped. For good?\n\n> It will sail.\n> Soon.\n>> Who says?\n--\nAda"
    )
    fixed = read_file(mail("The ferry \nhas stopped."), "a.eml").text
    assert fixed == "The ferry\nhas stopped."


def test_attachments_are_named_and_not_stored():
    data = parts(
        ("text/plain", "", STORY),
        (
            "application/pdf",
            'Content-Disposition: attachment; filename="=?utf-8?q?Bericht_=C3=BC.pdf?="\n',
            "JVBERi0=",
        ),
        (
            "text/html",
            'Content-Disposition: attachment; filename="page.html"\n',
            "<p>Attached words.</p>",
        ),
        kind="mixed",
    )
    draft = read_file(data, "a.eml")
    assert draft.text == STORY
    assert draft.text_state == "Not stored with the mail: 2 attachments (Bericht ü.pdf, page.html)."


def test_a_newsletter_loses_its_tracker_and_its_view_in_browser_line_and_nothing_else():
    page = f"""<body><table role="presentation" width="600"><tr><td>
      <div style="display:none">Hidden preview &zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;&zwnj;&nbsp;</div>
      <table><tr><td><p><a href="https://t.example.org/1">View this email in your browser</a></p></td></tr></table>
      <table><tr><td><h1>Winter</h1></td></tr><tr><td>{STORY}</td></tr></table>
      <table><tr><td><p>Our site can be read in your browser too.</p></td></tr></table>
      <table border="1"><tr><td>Year</td><td>Days</td></tr><tr><td>1987</td><td>41</td></tr></table>
      <p><a href="https://t.example.org/2">Unsubscribe</a> | <a href="https://t.example.org/3">Update your preferences</a></p>
      </td></tr></table><img src="https://t.example.org/p.gif" width="1" height="1" alt="pixel"></body>"""
    draft = read_file(mail(page, kind="text/html; charset=utf-8"), "a.eml")
    assert draft.text.startswith("Winter\n\n" + STORY)
    assert "Our site can be read in your browser too." in draft.text
    for gone in ("View this email", "pixel", "Hidden preview", "Unsubscribe"):
        assert gone not in draft.text
    [table] = [draft.text[slice(*b.span)] for b in draft.blocks if b.kind == "table"]
    assert "1987" in table


@pytest.mark.parametrize(
    "line",
    ["Diese E-Mail im Browser ansehen", "Im Browser öffnen", "Voir cet e-mail dans votre navigateur", "Version en ligne",
     "Ver en el navegador", "Bekijk deze nieuwsbrief online", "View in browser", "Web version", "Read online"],
)  # fmt: skip
def test_view_in_browser_is_known_in_many_languages(line):
    page = f"<div><a href='https://x.org/1'>{line}</a></div><p>{STORY}</p>"
    assert read_file(mail(page, kind="text/html"), "a.eml").text == STORY


def test_a_list_where_many_write_is_the_source_and_the_writer_the_author():
    more = "List-Id: Harbour talk <talk.example.org>\nList-Post: <mailto:talk@example.org>\nArchived-At: <https://lists.example.org/1>\n"
    draft = read_file(mail(more=more), "a.eml")
    assert (draft.source, draft.author) == ("Harbour talk", "Bay Letter")
    assert draft.link == "https://lists.example.org/1"
    assert (
        read_file(mail(more="List-Id: <x.list-id.example.net>\n"), "a.eml").source == "Bay Letter"
    )


def test_a_mail_is_known_by_its_content_whatever_its_name():
    for name in ("a.txt", "a", "a.html", "a.csv"):
        assert read_file(mail(), name).title == "Ferry news"
    letter = b"Dear Ada,\n\nFrom: the harbour to the hill it is a mile.\nDate: unknown\n"
    assert read_file(letter, "a.txt").title.startswith("Dear Ada")


def test_an_encrypted_mail_is_told():
    data = mail("--b\n\nx\n--b--", kind='multipart/encrypted; boundary="b"')
    with pytest.raises(ImportFailed, match="encrypted"):
        read_file(data, "a.eml")


@pytest.mark.parametrize("depth", [25, 900, 3000])
def test_parts_nested_without_end_are_given_up_in_a_sentence(depth):
    opened = "".join(
        f'--b{n}\nContent-Type: multipart/mixed; boundary="b{n + 1}"\n\n' for n in range(depth - 1)
    )
    data = mail(f"{opened}--b{depth - 1}\n\n{STORY}", kind='multipart/mixed; boundary="b0"')
    if depth < 30:
        assert read_file(data, "a.eml").text == STORY
    else:
        with pytest.raises(ImportFailed, match=r"nested too deep|no text"):
            read_file(data, "a.eml")


# ------------------------------------------------------------------ mailboxes


def test_every_mail_of_a_box_is_an_article_that_comes_in_as_read(store, tmp_path):
    box = a_box(
        mail(
            "One.\n\n>From the hill it is a mile.\n>>From here, too.",
            identity="<1@x>",
            subject="One",
        ),
        mail(
            "Two.\nFrom what I hear it is far.\n\nFrom now on\nit rains.",
            identity="<2@x>",
            subject="Two",
        ),
        mail("Three.", identity="", subject="Three"),
    )
    (tmp_path / "Letters.mbox").write_bytes(box)
    outcomes = imported(store, tmp_path / "Letters.mbox")
    assert [type(o) for o in outcomes] == [Imported] * 3
    one, two, three = (store.articles.get(o.article_id) for o in outcomes)
    assert one.text == "One.\n\nFrom the hill it is a mile.\n>From here, too."
    assert two.text == "Two.\nFrom what I hear it is far.\n\nFrom now on\nit rains."
    assert {a.folder for a in (one, two, three)} == {"Letters"}
    assert all(a.is_read for a in (one, two, three))
    again = imported(store, tmp_path / "Letters.mbox")
    assert [type(o) for o in again] == [AlreadyThere] * 3


def test_a_broken_mail_is_one_line_and_the_rest_goes_on(store, tmp_path):
    (tmp_path / "box").write_bytes(
        a_box(mail("First."), b"Subject: nothing\n\n", mail("Last.", identity="<9@x>"))
    )
    outcomes = imported(store, tmp_path / "box")
    assert [type(o) for o in outcomes] == [Imported, Failed, Imported]
    assert str(outcomes[1].error).endswith("box, message 2: there is no text in the message.")


def test_copies_of_a_mail_are_stored_once_but_another_mail_with_its_id_is_not_lost(store, tmp_path):
    words = "The ferry has stopped, and nobody knows when it will sail. " * 5
    (tmp_path / "box").write_bytes(
        a_box(
            mail(words),
            mail(words + "\n\n-- \nTo leave this list, write to us."),
            mail("Something else entirely stands here today, about the price of bread."),
        )
    )
    outcomes = imported(store, tmp_path / "box")
    assert [type(o) for o in outcomes] == [Imported, AlreadyThere, Imported]
    again = imported(store, tmp_path / "box")
    assert [type(o) for o in again] == [AlreadyThere] * 3
    assert store.articles.count() == 2


def test_an_import_that_was_stopped_goes_on_where_it_was(store, tmp_path):
    path = tmp_path / "box"
    path.write_bytes(a_box(*(mail(f"Letter {n}.", identity=f"<{n}@x>") for n in range(200))))
    stopped = import_paths([path], store, now=NOW)
    for _ in range(120):
        next(stopped)
    stopped.close()
    rest = imported(store, path)
    assert isinstance(rest[0], Resumed)
    assert len(rest) < 110
    assert store.articles.count() == 200
    assert not any(isinstance(o, Resumed) for o in imported(store, path))


def test_a_box_that_was_changed_is_read_from_its_beginning(store, tmp_path):
    path = tmp_path / "box"
    path.write_bytes(a_box(*(mail(f"Letter {n}.", identity=f"<{n}@x>") for n in range(100))))
    stopped = import_paths([path], store, now=NOW)
    for _ in range(80):
        next(stopped)
    stopped.close()
    path.write_bytes(a_box(mail("Another box.", identity="<a@x>")))
    assert [type(o) for o in imported(store, path)] == [Imported]


def test_a_mail_with_an_endless_attachment_is_cut_and_says_so(store, tmp_path, monkeypatch):
    monkeypatch.setattr(mbox, "LARGEST_MESSAGE", 5000)
    data = parts(
        ("text/plain", "", STORY),
        (
            "application/zip",
            'Content-Disposition: attachment; filename="big.zip"\n',
            "UEsDBA==\n" * 3000,
        ),
        kind="mixed",
    )
    (tmp_path / "box").write_bytes(a_box(data, mail("Next.", identity="<2@x>")))
    first, second = imported(store, tmp_path / "box")
    article = store.articles.get(first.article_id)
    assert article.text == STORY
    assert "big.zip" in article.text_state
    assert "too long" in article.text_state
    assert store.articles.get(second.article_id).text == "Next."


def test_carriage_returns_and_apples_wrapping_change_nothing(store, tmp_path):
    crlf = a_box(mail("One.\n\nTwo."), mail("Three.", identity="<3@x>")).replace(b"\n", b"\r\n")
    (tmp_path / "box").write_bytes(crlf)
    first, _second = imported(store, tmp_path / "box")
    assert store.articles.get(first.article_id).text == "One.\n\nTwo."
    inner = mail("From Apple Mail.")
    data = b"%d\n" % len(inner) + inner + b'<?xml version="1.0"?><plist><dict/></plist>'
    assert read_file(data, "1.emlx").text == "From Apple Mail."


def test_a_box_is_never_in_memory_as_a_whole():
    """The box is written while it is read: eight million bytes, of which a few stand in memory."""
    count = 400

    class Endless(io.RawIOBase):
        def __init__(self):
            self.given, self.held = 0, b""

        def readable(self):
            return True

        def readinto(self, buffer):
            while not self.held and self.given < count:
                letter = mail(f"Letter {self.given}. " + STORY * 180, identity=f"<{self.given}@x>")
                self.held = b"From a@b Tue Mar  3 10:00:00 2020\n" + letter + b"\n"
                self.given += 1
            piece = self.held[: len(buffer)]
            self.held = self.held[len(piece) :]
            buffer[: len(piece)] = piece
            return len(piece)

    source = Source("box", "box", 0, lambda: io.BufferedReader(Endless()))
    next(iter(mbox.read(source, Options())))  # what is loaded once is not counted
    tracemalloc.start()
    try:
        found = sum(isinstance(item, Item) for item in mbox.read(source, Options()))
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found == count
    assert peak < 2_000_000
