"""Reading lists, bookmarks, tables and clippings: articles to be fetched, with tags, dates and notes."""

from __future__ import annotations

import json

import pytest

from lesart.model.moment import Moment
from lesart.services.importing.import_files import Wishes, import_paths
from lesart.services.importing.items import Options
from lesart.services.outcomes import AlreadyThere, BroughtBack, Failed, Imported
from lesart.services.save_article import keep_text
from tests.conftest import a_draft
from tests.services.built_files import STORY, zipped

NOW = 1_795_000_000
LINK = "https://news.example.org/2024/ferry"


def imported(store, *paths, **values):
    return list(import_paths(paths, store, now=NOW, **values))


def articles(store, path, **values):
    outcomes = imported(store, path, **values)
    return [store.articles.get(o.article_id) for o in outcomes if not isinstance(o, Failed)]


def written(tmp_path, name, content):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


# ------------------------------------------------------------------ what is to be fetched


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("part_000000.csv", f"title,url,time_added,tags,status\nFerry,{LINK},1700000000,sea|bay,archive\n"),
        ("instapaper-export.csv", f'URL,Title,Selection,Folder,Timestamp,Tags\n{LINK},Ferry,,Archive,1700000000,"[""sea"",""bay""]"\n'),
        ("reader.csv", f"Title,URL,ID,Document tags,Saved date,Reading progress,Location,Seen\nFerry,{LINK},1,\"sea,bay\",2023-11-14 22:13:20+00:00,1,archive,True\n"),
        ("readeck.csv", f"url,title,state,created,labels\n{LINK},Ferry,archived,2023-11-14T22:13:20Z,\"sea,bay\"\n"),
        ("raindrop.csv", f"id,title,note,excerpt,url,folder,tags,created,cover,highlights,favorite\n1,Ferry,,,{LINK},Unsorted,\"sea, bay\",2023-11-14T22:13:20Z,,,false\n"),
        ("omnivore.json", json.dumps([{"id": "1", "slug": "x", "title": "Ferry", "url": LINK, "state": "Archived", "labels": ["sea", "bay"], "savedAt": "2023-11-14T22:13:20.000Z"}])),
        ("readeck.json", json.dumps([{"id": "x", "href": "https://my.example.org/api/1", "url": LINK, "title": "Ferry", "has_article": True, "is_archived": True, "labels": ["sea", "bay"], "created": "2023-11-14T22:13:20Z"}])),
        ("pocket.json", json.dumps({"status": 1, "list": {"7": {"item_id": "7", "resolved_url": LINK, "resolved_title": "Ferry", "time_added": "1700000000", "status": "archive", "tags": {"sea": {"tag": "sea"}, "bay": {"tag": "bay"}}}}})),
        ("reader.json", json.dumps({"count": 1, "results": [{"id": "a", "url": "https://read.example.org/a", "source_url": LINK, "title": "Ferry", "location": "archive", "tags": {"sea": {"name": "sea"}, "bay": {"name": "bay"}}, "saved_at": "2023-11-14T22:13:20Z"}]})),
        ("ril_export.html", f'<!DOCTYPE html><html><head><title>Pocket Export</title></head><body><h1>Unread</h1><ul></ul><h1>Read Archive</h1><ul><li><a href="{LINK}" time_added="1700000000" tags="sea,bay">Ferry</a></li></ul></body></html>'),
        ("bookmarks.html", f'<!DOCTYPE NETSCAPE-Bookmark-file-1><TITLE>Bookmarks</TITLE><H1>Bookmarks</H1><DL><p><DT><H3 PERSONAL_TOOLBAR_FOLDER="true">Bookmarks bar</H3><DL><p><DT><H3>sea</H3><DL><p><DT><A HREF="{LINK}" ADD_DATE="1700000000" TAGS="bay" TOREAD="0">Ferry</A></DL></DL></DL>'),
        ("list.jsonl", json.dumps({"url": LINK, "title": "Ferry", "tags": ["sea", "bay"], "read": True, "saved_at": 1700000000000}) + "\n" + json.dumps({"url": LINK}) + "\n"),
    ],
)  # fmt: skip
def test_a_reading_list_gives_addresses_with_tags_and_the_day_they_were_saved(
    store, tmp_path, name, content
):
    article, *_ = articles(store, written(tmp_path, name, content), wishes=Wishes(is_read=False))
    assert (article.title, article.link, article.tags) == ("Ferry", LINK, ("bay", "sea"))
    assert article.published.seconds == 1_700_000_000
    assert article.is_read or name.startswith("raindrop")
    assert not article.is_full_text
    assert "Only its" in article.text_state
    assert "the day it was saved" in article.text_state
    assert store.articles.count() == 1


def test_two_addresses_under_one_title_are_two_articles(store, tmp_path):
    path = written(
        tmp_path, "a.csv", f"url,title\n{LINK}/1,Home\n{LINK}/2,Home\n{LINK}/1?utm_source=x,Home\n"
    )
    assert [type(o) for o in imported(store, path)] == [Imported, Imported, AlreadyThere]


def test_an_article_that_is_here_keeps_its_words_and_gets_the_tags_and_notes(store, tmp_path):
    here = store.articles.add(a_draft(f"{STORY} It is long.", link=LINK, tags=("old",)), now=NOW).id
    records = [{"url": LINK, "title": "x", "tags": ["new"], "is_starred": 1,
                "annotations": [{"quote": "stopped for the winter", "text": "Says who?"}]}]  # fmt: skip
    [outcome] = imported(store, written(tmp_path, "w.json", json.dumps(records)))
    assert outcome == BroughtBack(outcome.name, here, False, 1, 0)
    article = store.articles.get(here)
    assert article.text.startswith(STORY)
    assert (set(article.tags), article.is_starred) == ({"old", "new"}, True)
    [note] = store.annotations.of(here)
    assert (note.note, article.text[slice(*note.span)]) == ("Says who?", "stopped for the winter")


def test_highlights_of_what_is_to_be_fetched_find_their_words_when_it_comes(store, tmp_path):
    made = "2024-01-02T03:04:05Z"
    marks = [
        {"text": "nobody on the island", "created_at": made},
        {"text": "The ferry", "note": "Why?", "created_at": made},
    ]
    records = [
        {"url": LINK, "title": "Ferry", "description": "All about the ferry.", "highlights": marks}
    ]
    [outcome] = imported(store, written(tmp_path, "w.json", json.dumps(records)))
    article = store.articles.get(outcome.article_id)
    assert [n.status for n in store.annotations.of(article.id)] == ["ok", "ok"]
    keep_text(
        store,
        article.id,
        a_draft(STORY, title="Ferry", published=Moment(5, "day"), link=LINK),
        now=NOW + 9,
    )
    whole = store.articles.get(article.id)
    notes = sorted(store.annotations.of(article.id), key=lambda n: n.span)
    assert [(whole.text[slice(*n.span)], n.note) for n in notes] == [
        ("The ferry", "Why?"), ("nobody on the island", ""),
    ]  # fmt: skip
    assert whole.published == Moment(5, "day")
    assert [type(o) for o in imported(store, tmp_path / "w.json")] == [AlreadyThere]


def test_a_list_that_carries_the_words_gives_whole_articles(store, tmp_path):
    records = [
        {"title": "Ferry", "url": LINK, "content": f"<p>{STORY}</p><p>Second.</p>", "is_archived": 0, "is_starred": 1,
         "tags": ["sea"], "created_at": "2023-11-14T22:13:20+00:00", "published_at": "2020-01-02T00:00:00Z", "published_by": ["Ada"],
         "hashed_url": "x", "language": "en_GB"},
        {"title": "Saved", "url": f"{LINK}/2", "content": "<p>Words.</p>", "created_at": "2023-11-14T22:13:20+00:00"},
    ]  # fmt: skip
    first, second = articles(store, written(tmp_path, "wallabag.json", json.dumps(records)))
    assert first.text == f"{STORY}\n\nSecond."
    assert (first.author, first.language, first.is_starred, first.text_state) == (
        "Ada",
        "en",
        True,
        "",
    )
    assert first.published.seconds == 1_577_923_200
    assert "the day it was saved" in second.text_state


def test_starred_articles_of_feed_readers_are_whole(store, tmp_path):
    item = {"id": "tag:google.com,2005:reader/item/1", "title": "Ferry", "published": 1700000000,
            "canonical": [{"href": LINK}], "origin": {"title": "Bay News"}, "author": "Ada",
            "categories": ["user/-/state/com.google/starred", "user/-/label/sea"],
            "summary": {"content": f"<p>{STORY}</p>"}}  # fmt: skip
    [article] = articles(
        store, written(tmp_path, "starred.json", json.dumps({"id": "user/-/x", "items": [item]}))
    )
    assert (article.text, article.source, article.tags, article.is_starred) == (
        STORY,
        "Bay News",
        ("sea",),
        True,
    )
    assert article.published.seconds == 1_700_000_000


def test_omnivores_archive_gives_words_and_highlights(store, tmp_path):
    data = zipped(
        {
            "metadata_0_to_1.json": json.dumps(
                [{"slug": "ferry", "title": "Ferry", "url": LINK, "labels": ["sea"]}]
            ),
            "content/ferry.html": f"<div><p>{STORY}</p></div>",
            "highlights/ferry.md": "> stopped for the winter\n\nWhy?\n\n> nobody on the island\n",
        }
    )
    [article] = articles(store, written(tmp_path, "omnivore.zip", data))
    assert article.text == STORY
    notes = sorted(store.annotations.of(article.id), key=lambda n: n.span)
    assert [(article.text[slice(*n.span)], n.note) for n in notes] == [
        ("stopped for the winter", "Why?"), ("nobody on the island", ""),
    ]  # fmt: skip


def test_buttons_and_searches_among_bookmarks_are_no_articles(store, tmp_path):
    page = (
        '<!DOCTYPE NETSCAPE-Bookmark-file-1>\n<DL><p><DT><A HREF="javascript:alert(1)">Button</A>\n'
        '<DT><A HREF="place:sort=8">Recent</A>\n<DT><A HREF="ftp://example.org/x">Files</A>\n'
        f'<DT><A HREF="{LINK}">Ferry</A>\n<DD>About the <b>bay</b>\n</DL>'
    )
    outcomes = imported(store, written(tmp_path, "b.html", page))
    assert [type(o) for o in outcomes] == [Failed, Imported]
    assert "no address of a page" in str(outcomes[0].error)
    assert store.articles.get(outcomes[1].article_id).text == f"About the bay\n\n{LINK}"


@pytest.mark.parametrize(
    ("name", "content", "link"),
    [
        ("Ferry.url", f"[InternetShortcut]\r\nURL={LINK}\r\n", LINK),
        ("Ferry.webloc", f'<?xml version="1.0"?><plist version="1.0"><dict><key>URL</key><string>{LINK}</string></dict></plist>', LINK),
        ("Ferry.desktop", f"[Desktop Entry]\nType=Link\nURL={LINK}\n", LINK),
        ("Ferry.url", "[InternetShortcut]\nURL=file:///etc/passwd\n", None),
        ("Ferry.webloc", "nothing", None),
    ],
)  # fmt: skip
def test_a_file_that_is_a_link_is_an_article_to_be_fetched(store, tmp_path, name, content, link):
    [outcome] = imported(store, written(tmp_path, name, content))
    if link is None:
        assert isinstance(outcome, Failed)
    else:
        article = store.articles.get(outcome.article_id)
        assert (article.title, article.link, article.is_read) == ("Ferry", link, False)


# ------------------------------------------------------------------ tables


@pytest.mark.parametrize(
    "table",
    [
        "Titel;Adresse;Volltext\n'Fähre; Insel';https://x.org/1;'Erste Zeile.\nZweite ''Zeile''.'\n",
        'sep=;\nTitel;Adresse;Volltext\n"Fähre; Insel";https://x.org/1;"Erste Zeile.\nZweite \'Zeile\'."\n',
        'Titel\tAdresse\tVolltext\n"Fähre; Insel"\thttps://x.org/1\t"Erste Zeile.\nZweite \'Zeile\'."\n',
        "Titel|Adresse|Volltext\n`Fähre; Insel`|https://x.org/1|`Erste Zeile.\nZweite 'Zeile'.`\n",
    ],
)
@pytest.mark.parametrize("alphabet", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_tables_are_read_whatever_parts_and_encloses_their_cells(store, tmp_path, table, alphabet):
    [article] = articles(store, written(tmp_path, "a.csv", table.encode(alphabet)))
    assert (article.title, article.text) == ("Fähre; Insel", "Erste Zeile.\nZweite 'Zeile'.")
    assert article.link == "https://x.org/1"


def test_columns_can_be_named(store, tmp_path):
    path = written(tmp_path, "a.csv", "Kopf,Leib,Wann\nFerry,The words of it.,2020-01-02\n")
    [failed] = imported(store, path)
    assert "--columns title=…,text=…" in str(failed.error)
    assert "Kopf, Leib, Wann" in str(failed.error)
    wishes = Wishes(options=Options(columns={"title": "Kopf", "text": "2", "published": "wann"}))
    [article] = articles(store, path, wishes=wishes)
    assert (article.title, article.text) == ("Ferry", "The words of it.")
    assert article.published.precision == "day"
    for columns, says in (
        ({"body": "Leib"}, "knows no “body”"),
        ({"text": "Nix"}, "has no column “Nix”"),
    ):
        [failed] = imported(store, path, wishes=Wishes(options=Options(columns=columns)))
        assert says in str(failed.error)


def test_a_table_without_names_is_known_by_its_addresses(store, tmp_path):
    [article] = articles(store, written(tmp_path, "a.csv", f"1,The ferry stops,{LINK}\n"))
    assert (article.title, article.link) == ("The ferry stops", LINK)


def test_two_articles_of_one_title_in_a_table_are_both_stored(store, tmp_path):
    rows = "".join(f'Daily report,"{STORY} Today {n} boats came."\n' for n in range(5))
    assert len(articles(store, written(tmp_path, "a.csv", "title,text\n" + rows))) == 5
    assert store.articles.count() == 5


def test_a_broken_row_is_one_line_and_the_rest_goes_on(store, tmp_path):
    table = f"url,title\n{LINK}/1,One\nnot an address,Two\n,\n{LINK}/3\n{LINK}/4,Four,more,cells\n"
    outcomes = imported(store, written(tmp_path, "a.csv", table))
    assert [type(o) for o in outcomes] == [Imported, Failed, Imported, Imported]
    assert "a.csv, line 3: “not an address” is no address of a page." in str(outcomes[1].error)


def test_control_characters_in_cells_reach_nobody(store, tmp_path):
    table = f"url,title,tags\n{LINK},\x1b]0;evil\x07Ferry\x00\x9b31m,a\x1b[1m\n"
    [article] = articles(store, written(tmp_path, "a.csv", table))
    assert "\x1b" not in article.title + "".join(article.tags)
    assert article.title.endswith("Ferry")


# ------------------------------------------------------------------ JSON


def test_a_long_list_is_read_without_reading_all_of_it(store, tmp_path):
    records = ",\n".join(
        json.dumps({"url": f"{LINK}/{n}", "title": f"T{n}", "excerpt": "x" * 3000})
        for n in range(900)
    )
    outcomes = imported(store, written(tmp_path, "a.json", f"[{records}, oops"))
    assert sum(isinstance(o, Imported) for o in outcomes) == 900
    assert "no JSON; the rest was not read" in str(outcomes[-1].error)


@pytest.mark.parametrize(
    "data",
    [
        '{"any": "JSON"}',
        "[1, 2]",
        "[[[]]]",
        '{"a": {"b": 1}}',
        "[{}, {}]",
        '[{"a": 1}]',
        "[" * 9999,
    ],
)
def test_json_without_articles_is_refused(store, tmp_path, data):
    [outcome] = imported(store, written(tmp_path, "a.json", data))
    assert "JSON" in str(outcome.error)


# ------------------------------------------------------------------ clippings

ENGLISH = """\ufeffThe Bay (Beispiel, Ada)
- Your Highlight on page 12 | Location 170-171 | Added on Sunday, 5 May 2019 10:11:12

The ferry has stopped
==========
The Bay (Beispiel, Ada)
- Your Highlight on page 12 | Location 170-172 | Added on Sunday, 5 May 2019 10:12:12

The ferry has stopped for the winter.
==========
The Bay (Beispiel, Ada)
- Your Note on page 12 | Location 172 | Added on Sunday, 5 May 2019 10:13:12

Why?
==========
The Bay (Beispiel, Ada)
- Your Bookmark on page 13 | Location 180 | Added on Sunday, 5 May 2019 10:13:12


==========
Another Book
- Your Highlight on Location 5-6 | Added on Monday, May 6, 2019 8:00:00 AM

Other words.
==========
"""


def test_clippings_are_one_article_a_book_with_marks_and_notes(store, tmp_path):
    path = written(tmp_path, "My Clippings.txt", ENGLISH.replace("\n", "\r\n"))
    bay, other = articles(store, path)
    assert (bay.title, bay.author, other.title) == ("The Bay", "Ada Beispiel", "Another Book")
    assert bay.text == "The ferry has stopped for the winter."
    [note] = store.annotations.of(bay.id)
    assert (bay.text[slice(*note.span)], note.note) == (bay.text, "Why?")
    assert bay.published.precision == "day"
    more = (
        ENGLISH
        + "The Bay (Beispiel, Ada)\n- Your Highlight on page 20 | Location 300-301 | Added on Sunday, 12 May 2019 10:11:12\n\nNobody knows.\n==========\n"
    )
    path.write_text(more)
    outcomes = imported(store, path)
    assert store.articles.count() == 2
    assert store.articles.get(bay.id).text == f"{bay.text}\n\nNobody knows."
    assert len(store.annotations.of(bay.id)) == 2
    assert not any(isinstance(o, Failed) for o in outcomes)


@pytest.mark.parametrize(
    ("highlight", "note"),
    [
        ("Ihre Markierung auf Seite 12 | bei Position 170-171 | Hinzugefügt am Sonntag, 5. Mai 2019 um 10:11:12",
         "Ihre Notiz auf Seite 12 | bei Position 171 | Hinzugefügt am Sonntag, 5. Mai 2019 um 10:11:12"),
        ("Votre surlignement sur la page 12 | emplacement 170-171 | Ajouté le dimanche 5 mai 2019 10:11:12",
         "Votre note sur la page 12 | emplacement 171 | Ajouté le dimanche 5 mai 2019 10:11:12"),
        ("Tu subrayado en la página 12 | posición 170-171 | Añadido el domingo, 5 de mayo de 2019 10:11:12",
         "Tu nota en la página 12 | posición 171 | Añadido el domingo, 5 de mayo de 2019 10:11:12"),
        ("La tua evidenziazione a pagina 12 | posizione 170-171 | Aggiunto in data domenica 5 maggio 2019 10:11:12",
         "La tua nota a pagina 12 | posizione 171 | Aggiunto in data domenica 5 maggio 2019 10:11:12"),
        ("Seu destaque na página 12 | posição 170-171 | Adicionado: domingo, 5 de maio de 2019 10:11:12",
         "Sua nota na página 12 | posição 171 | Adicionado: domingo, 5 de maio de 2019 10:11:12"),
        ("Uw markering op pagina 12 | locatie 170-171 | Toegevoegd op zondag 5 mei 2019 10:11:12",
         "Uw notitie op pagina 12 | locatie 171 | Toegevoegd op zondag 5 mei 2019 10:11:12"),
        ("12ページ|位置No. 170-171のハイライト |追加日： 2019年5月5日日曜日 10:11:12",
         "12ページ|位置No. 171のメモ |追加日： 2019年5月5日日曜日 10:11:12"),
        ("您在第 12 页（位置 #170-171）的标注 | 添加于 2019年5月5日星期日 上午10:11:12",
         "您在第 12 页（位置 #171）的笔记 | 添加于 2019年5月5日星期日 上午10:11:12"),
    ],
)  # fmt: skip
def test_clippings_are_read_in_the_languages_of_the_device(store, tmp_path, highlight, note):
    text = f"Buch (Ada)\n- {highlight}\n\nDie Fähre fährt nicht.\n==========\nBuch (Ada)\n- {note}\n\nWarum?\n==========\n"
    [article] = articles(store, written(tmp_path, "clippings.txt", text))
    [mark] = store.annotations.of(article.id)
    assert (article.text, mark.note) == ("Die Fähre fährt nicht.", "Warum?")
    assert article.published == Moment(1_557_014_400, "day")


def test_highlights_of_readwise_are_put_together_by_book(store, tmp_path):
    table = (
        "Highlight,Book Title,Book Author,Amazon Book ID,Note,Color,Tags,Location Type,Location,Highlighted at,Document tags\n"
        "The ferry has stopped.,The Bay,Ada,,Why?,yellow,sea,page,1,2019-05-05 10:00:00+00:00,books\n"
        "Other words.,Other,Bob,,,,,page,1,2019-05-05 10:00:00+00:00,\n"
        "Nobody knows.,The Bay,Ada,,,blue,,page,2,2019-05-06 10:00:00+00:00,books\n"
    )
    bay, other = articles(store, written(tmp_path, "readwise.csv", table))
    assert (bay.title, bay.author, bay.tags) == ("The Bay", "Ada", ("books",))
    assert bay.text == "The ferry has stopped.\n\nNobody knows."
    marks = sorted(store.annotations.of(bay.id), key=lambda m: m.span)
    assert [(m.note, m.colour, m.tags) for m in marks] == [
        ("Why?", "yellow", ("sea",)),
        ("", "blue", ()),
    ]
    assert other.text == "Other words."
    assert [type(o) for o in imported(store, tmp_path / "readwise.csv")] == [AlreadyThere] * 2
