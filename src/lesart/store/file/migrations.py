"""Every shape the library file has ever had: migrations, appended and never edited once they shipped."""

from __future__ import annotations

from sqlite_utils import Database
from sqlite_utils.migrations import Migrations

from lesart.store.file.migration_steps import (
    first_letters,
    put_in_amounts,
    put_in_what_figures_say,
    redefine,
    run,
    tell_addresses_apart,
)
from lesart.store.file.refolding import fold_index_again
from lesart.store.file.role_steps import put_in_roles
from lesart.store.file.shelf_steps import put_on_shelves
from lesart.store.file.sql_views import VIEWS_4, VIEWS_5, VIEWS_8, VIEWS_12

migrations = Migrations("lesart")

M001 = """
CREATE TABLE feed (
    id INTEGER PRIMARY KEY,
    url TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL DEFAULT '',
    own_title TEXT NOT NULL DEFAULT '',     -- what the reader calls it; wins over title
    site TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    is_paused INTEGER NOT NULL DEFAULT 0,
    wants_full_text INTEGER NOT NULL DEFAULT 0,
    etag TEXT NOT NULL DEFAULT '',
    last_modified TEXT NOT NULL DEFAULT '',
    body_hash TEXT NOT NULL DEFAULT '',
    visited INTEGER,
    succeeded INTEGER,
    next_visit INTEGER,
    error TEXT NOT NULL DEFAULT '',
    error_count INTEGER NOT NULL DEFAULT 0,
    is_gone INTEGER NOT NULL DEFAULT 0,
    visit_count INTEGER NOT NULL DEFAULT 0,
    unchanged_count INTEGER NOT NULL DEFAULT 0,
    added INTEGER NOT NULL DEFAULT 0
);

-- One line of the list: small rows only, so that a scan of a million touches little. The reader's
-- status stands here too, since the partial indexes of the unread and starred lists need it.
CREATE TABLE article (
    id INTEGER PRIMARY KEY,
    feed_id INTEGER REFERENCES feed(id) ON DELETE SET NULL,
    guid TEXT NOT NULL DEFAULT '',
    link TEXT NOT NULL DEFAULT '',
    canonical TEXT NOT NULL DEFAULT '',     -- link without tracking, to know a story in two feeds
    title TEXT NOT NULL,
    source TEXT NOT NULL DEFAULT '',
    folder TEXT NOT NULL DEFAULT '',
    author TEXT NOT NULL DEFAULT '',
    language TEXT NOT NULL DEFAULT '',
    published INTEGER NOT NULL,             -- UTC seconds; arrived, where the source has no date
    precision TEXT NOT NULL DEFAULT '',     -- '' where the source has no date
    arrived INTEGER NOT NULL,
    text_hash BLOB NOT NULL,
    words INTEGER NOT NULL DEFAULT 0,
    revision INTEGER NOT NULL DEFAULT 1,
    revised INTEGER,
    text_state TEXT NOT NULL DEFAULT '',
    is_full_text INTEGER NOT NULL DEFAULT 1,
    is_read INTEGER NOT NULL DEFAULT 0,
    is_starred INTEGER NOT NULL DEFAULT 0,
    is_deleted INTEGER NOT NULL DEFAULT 0,  -- a tombstone, so that no visit brings it back
    position INTEGER NOT NULL DEFAULT 0,
    note_count INTEGER NOT NULL DEFAULT 0,
    figure_count INTEGER NOT NULL DEFAULT 0,
    entity_count INTEGER NOT NULL DEFAULT 0,
    engine TEXT NOT NULL DEFAULT ''         -- who analysed it; '' = nobody yet
);
CREATE INDEX article_newest ON article(published DESC, id DESC) WHERE is_deleted = 0;
CREATE INDEX article_unread ON article(published DESC, id DESC) WHERE is_deleted = 0 AND is_read = 0;
CREATE INDEX article_starred ON article(published DESC, id DESC)
    WHERE is_deleted = 0 AND is_starred = 1;
CREATE INDEX article_noted ON article(published DESC, id DESC)
    WHERE is_deleted = 0 AND note_count > 0;
CREATE INDEX article_of_feed ON article(feed_id, published DESC, id DESC) WHERE is_deleted = 0;
CREATE INDEX article_of_feed_unread ON article(feed_id)
    WHERE is_deleted = 0 AND is_read = 0;
CREATE INDEX article_of_folder ON article(folder, published DESC, id DESC)
    WHERE is_deleted = 0 AND folder <> '';
CREATE INDEX article_arrived ON article(arrived);
CREATE INDEX article_guid ON article(feed_id, guid) WHERE guid <> '';
CREATE INDEX article_canonical ON article(canonical) WHERE canonical <> '';
CREATE INDEX article_hash ON article(text_hash);
CREATE INDEX article_engine ON article(engine) WHERE is_deleted = 0;

CREATE TABLE body (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL DEFAULT '[]',
    enclosures TEXT NOT NULL DEFAULT '[]'
);
CREATE TABLE revision (
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    title TEXT NOT NULL,
    text TEXT NOT NULL,
    blocks TEXT NOT NULL DEFAULT '[]',
    replaced INTEGER NOT NULL,
    PRIMARY KEY (article_id, number)
) WITHOUT ROWID;
CREATE TABLE page (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    html BLOB NOT NULL                      -- zlib; kept so that a better extractor can run again
);

CREATE VIRTUAL TABLE body_fts USING fts5(
    title, text, content='body', content_rowid='article_id',
    tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE title_fts USING fts5(
    title, content='body', content_rowid='article_id', prefix='1 2 3',
    tokenize="unicode61 remove_diacritics 2"
);
CREATE VIRTUAL TABLE body_words USING fts5vocab('body_fts', 'row');
CREATE TRIGGER body_added AFTER INSERT ON body BEGIN
    INSERT INTO body_fts(rowid, title, text) VALUES (new.article_id, new.title, new.text);
    INSERT INTO title_fts(rowid, title) VALUES (new.article_id, new.title);
END;
CREATE TRIGGER body_removed AFTER DELETE ON body BEGIN
    INSERT INTO body_fts(body_fts, rowid, title, text)
        VALUES ('delete', old.article_id, old.title, old.text);
    INSERT INTO title_fts(title_fts, rowid, title) VALUES ('delete', old.article_id, old.title);
END;
CREATE TRIGGER body_changed AFTER UPDATE OF title, text ON body BEGIN
    INSERT INTO body_fts(body_fts, rowid, title, text)
        VALUES ('delete', old.article_id, old.title, old.text);
    INSERT INTO title_fts(title_fts, rowid, title) VALUES ('delete', old.article_id, old.title);
    INSERT INTO body_fts(rowid, title, text) VALUES (new.article_id, new.title, new.text);
    INSERT INTO title_fts(rowid, title) VALUES (new.article_id, new.title);
END;

CREATE TABLE analysis (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    engine TEXT NOT NULL,
    revision INTEGER NOT NULL,
    language TEXT NOT NULL DEFAULT '',
    note TEXT NOT NULL DEFAULT ''
);
CREATE TABLE figure (
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    kind TEXT NOT NULL,
    value TEXT,                             -- exact decimal
    low TEXT,
    high TEXT,
    low_number REAL,                        -- the same as numbers, to compare; value counts as both
    high_number REAL,
    moment TEXT NOT NULL DEFAULT '',
    resolved TEXT NOT NULL DEFAULT '',
    qualifier TEXT NOT NULL DEFAULT 'exact',
    unit TEXT NOT NULL DEFAULT '',
    noun TEXT NOT NULL DEFAULT '',
    noun_key TEXT NOT NULL DEFAULT '',      -- the noun folded, to find the same thing elsewhere
    change TEXT NOT NULL DEFAULT '',
    attribution TEXT NOT NULL DEFAULT '',
    sentence_start INTEGER NOT NULL DEFAULT 0,
    sentence_end INTEGER NOT NULL DEFAULT 0,
    salience REAL NOT NULL DEFAULT 0,
    verdict TEXT NOT NULL DEFAULT '',
    PRIMARY KEY (article_id, "start", "end")
) WITHOUT ROWID;
CREATE INDEX figure_number ON figure(low_number) WHERE low_number IS NOT NULL;
CREATE INDEX figure_range ON figure(high_number, low_number) WHERE high_number <> low_number;
CREATE INDEX figure_noun ON figure(noun_key, unit) WHERE noun_key <> '';
CREATE TABLE entity (
    id INTEGER PRIMARY KEY,
    key TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    folded TEXT NOT NULL,
    kind TEXT NOT NULL
);
CREATE INDEX entity_folded ON entity(folded);
CREATE TABLE naming (                       -- which article names which entity
    entity_id INTEGER NOT NULL REFERENCES entity(id),
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    name TEXT NOT NULL,
    salience REAL NOT NULL DEFAULT 0,
    is_sure INTEGER NOT NULL DEFAULT 1,
    verdict TEXT NOT NULL DEFAULT '',
    mentions TEXT NOT NULL,                 -- [start, end, start, end, …]
    PRIMARY KEY (entity_id, article_id)
) WITHOUT ROWID;
CREATE INDEX naming_article ON naming(article_id);

CREATE TABLE annotation (
    id INTEGER PRIMARY KEY,
    uid TEXT NOT NULL UNIQUE,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE RESTRICT,
    revision INTEGER NOT NULL DEFAULT 1,
    exact TEXT,                             -- NULL: a note on the whole article
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    "start" INTEGER,
    "end" INTEGER,
    now_start INTEGER,                      -- where the words stand in the present text
    now_end INTEGER,
    suggest_start INTEGER,
    suggest_end INTEGER,
    status TEXT NOT NULL DEFAULT 'ok',
    colour TEXT NOT NULL DEFAULT 'yellow',
    note TEXT NOT NULL DEFAULT '',
    tags TEXT NOT NULL DEFAULT '[]',
    parent_id INTEGER REFERENCES annotation(id),
    created INTEGER NOT NULL,
    changed INTEGER NOT NULL,
    is_deleted INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX annotation_article ON annotation(article_id) WHERE is_deleted = 0;
CREATE INDEX annotation_newest ON annotation(changed DESC, id DESC) WHERE is_deleted = 0;
CREATE VIRTUAL TABLE note_fts USING fts5(
    exact, note, tags, content='annotation', content_rowid='id',
    tokenize="unicode61 remove_diacritics 2"
);
CREATE TRIGGER annotation_added AFTER INSERT ON annotation BEGIN
    INSERT INTO note_fts(rowid, exact, note, tags) VALUES (new.id, new.exact, new.note, new.tags);
END;
CREATE TRIGGER annotation_removed AFTER DELETE ON annotation BEGIN
    INSERT INTO note_fts(note_fts, rowid, exact, note, tags)
        VALUES ('delete', old.id, old.exact, old.note, old.tags);
END;
CREATE TRIGGER annotation_changed AFTER UPDATE OF exact, note, tags ON annotation BEGIN
    INSERT INTO note_fts(note_fts, rowid, exact, note, tags)
        VALUES ('delete', old.id, old.exact, old.note, old.tags);
    INSERT INTO note_fts(rowid, exact, note, tags) VALUES (new.id, new.exact, new.note, new.tags);
END;

CREATE TABLE article_tag (
    tag TEXT NOT NULL COLLATE NOCASE,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    PRIMARY KEY (tag, article_id)
) WITHOUT ROWID;
CREATE INDEX article_tag_article ON article_tag(article_id);
CREATE TABLE annotation_tag (
    tag TEXT NOT NULL COLLATE NOCASE,
    annotation_id INTEGER NOT NULL REFERENCES annotation(id) ON DELETE CASCADE,
    PRIMARY KEY (tag, annotation_id)
) WITHOUT ROWID;
CREATE INDEX annotation_tag_annotation ON annotation_tag(annotation_id);

CREATE TABLE verdict (                      -- the reader's word on a figure or entity; wins
    id INTEGER PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    thing TEXT NOT NULL,                    -- figure or entity
    exact TEXT NOT NULL,
    prefix TEXT NOT NULL DEFAULT '',
    suffix TEXT NOT NULL DEFAULT '',
    "start" INTEGER NOT NULL,
    "end" INTEGER NOT NULL,
    verdict TEXT NOT NULL,                  -- confirmed, corrected, rejected
    correction TEXT NOT NULL DEFAULT '{}',
    made INTEGER NOT NULL,
    now_start INTEGER,                      -- where the words stand in the present text
    now_end INTEGER,
    UNIQUE (article_id, thing, "start", "end")
);
CREATE TABLE draft (key TEXT PRIMARY KEY, text TEXT NOT NULL, changed INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE saved_query (name TEXT PRIMARY KEY, query TEXT NOT NULL, made INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE watch_word (query TEXT PRIMARY KEY, made INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID
"""

# Room and speed: texts packed, what an engine found in one packed value an article with narrow tables
# to search it by, the index's words in a table that `~letters` can look through.
M002 = """
CREATE TABLE packed_body (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    title TEXT NOT NULL,
    text BLOB NOT NULL,                     -- functions.packed
    blocks TEXT NOT NULL DEFAULT '[]',
    enclosures TEXT NOT NULL DEFAULT '[]'
);
INSERT INTO packed_body
    SELECT article_id, title, lesart_packed(text), blocks, enclosures FROM body;
DROP TABLE body;
-- Under the old name, since it is what the indexes of words are made of.
CREATE VIEW body AS
    SELECT article_id, title, lesart_unpacked(text) AS text, blocks, enclosures FROM packed_body;
CREATE TABLE unlisted (article_id INTEGER PRIMARY KEY);  -- their words are not in vocabulary yet
CREATE TABLE vocabulary (                   -- every word of body_fts, by its first three letters
    start INTEGER PRIMARY KEY,
    words TEXT NOT NULL                     -- one a line
);
CREATE VIRTUAL TABLE body_places USING fts5vocab('body_fts', 'instance');
CREATE TRIGGER body_added AFTER INSERT ON packed_body BEGIN
    INSERT INTO body_fts(rowid, title, text)
        VALUES (new.article_id, new.title, lesart_unpacked(new.text));
    INSERT INTO title_fts(rowid, title) VALUES (new.article_id, new.title);
    INSERT OR IGNORE INTO unlisted VALUES (new.article_id);
END;
CREATE TRIGGER body_removed AFTER DELETE ON packed_body BEGIN
    INSERT INTO body_fts(body_fts, rowid, title, text)
        VALUES ('delete', old.article_id, old.title, lesart_unpacked(old.text));
    INSERT INTO title_fts(title_fts, rowid, title) VALUES ('delete', old.article_id, old.title);
END;
CREATE TRIGGER body_changed AFTER UPDATE OF title, text ON packed_body BEGIN
    INSERT INTO body_fts(body_fts, rowid, title, text)
        VALUES ('delete', old.article_id, old.title, lesart_unpacked(old.text));
    INSERT INTO title_fts(title_fts, rowid, title) VALUES ('delete', old.article_id, old.title);
    INSERT INTO body_fts(rowid, title, text)
        VALUES (new.article_id, new.title, lesart_unpacked(new.text));
    INSERT INTO title_fts(rowid, title) VALUES (new.article_id, new.title);
    INSERT OR IGNORE INTO unlisted VALUES (new.article_id);
END;

ALTER TABLE analysis ADD COLUMN found BLOB NOT NULL DEFAULT '[[],[]]';  -- findings.py
UPDATE analysis SET found = lesart_packed(json_array(
    json((SELECT json_group_array(json_array(lead, "end" - "start", kind, value, unit,
            "start" - sentence_start, sentence_end - sentence_start, salience, qualifier, noun,
            moment, low, high, resolved, change, attribution, verdict))
        FROM (SELECT *, "start" - lag("start", 1, 0) OVER (ORDER BY "start", "end") AS lead
            FROM figure WHERE article_id = analysis.article_id ORDER BY "start", "end"))),
    json((SELECT json_group_array(json_array(name, kind, key, salience, is_sure, verdict,
            json(mentions)))
        FROM (SELECT n.name, e.kind, e.key, n.salience, n.is_sure, n.verdict, n.mentions
            FROM naming n JOIN entity e ON e.id = n.entity_id
            WHERE n.article_id = analysis.article_id ORDER BY n.salience DESC, n.name)))));
CREATE TABLE unit (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
INSERT INTO unit (name) SELECT DISTINCT unit FROM figure;
CREATE TABLE amount (                       -- which article gives which number
    unit_id INTEGER NOT NULL,
    number NUMERIC NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (unit_id, number, article_id)
) WITHOUT ROWID;
INSERT OR IGNORE INTO amount SELECT u.id, f.low_number, f.article_id
    FROM figure f JOIN unit u ON u.name = f.unit
    WHERE f.low_number IS NOT NULL AND f.high_number = f.low_number;
CREATE TABLE amount_range (                 -- and which range; a unit without a number is an empty one
    unit_id INTEGER NOT NULL,
    high NUMERIC NOT NULL,
    low NUMERIC NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (unit_id, high, low, article_id)
) WITHOUT ROWID;
INSERT OR IGNORE INTO amount_range
    SELECT u.id, coalesce(f.high_number, -9e999), coalesce(f.low_number, 9e999), f.article_id
    FROM figure f JOIN unit u ON u.name = f.unit
    WHERE f.high_number <> f.low_number OR (f.low_number IS NULL AND f.unit <> '');
CREATE TABLE counted (                      -- which article counts what
    noun TEXT NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (noun, article_id)
) WITHOUT ROWID;
INSERT OR IGNORE INTO counted SELECT noun_key, article_id FROM figure WHERE noun_key <> '';
DROP TABLE figure;
CREATE TABLE naming_2 (
    entity_id INTEGER NOT NULL REFERENCES entity(id),
    article_id INTEGER NOT NULL,
    PRIMARY KEY (entity_id, article_id)
) WITHOUT ROWID;
INSERT INTO naming_2 SELECT entity_id, article_id FROM naming;
DROP TABLE naming;
ALTER TABLE naming_2 RENAME TO naming;
DROP INDEX entity_folded;
CREATE VIRTUAL TABLE entity_fts USING fts5(
    folded, content='entity', content_rowid='id', columnsize=0,
    tokenize="unicode61 remove_diacritics 2"
);
INSERT INTO entity_fts(entity_fts) VALUES ('rebuild');
CREATE TRIGGER entity_added AFTER INSERT ON entity BEGIN
    INSERT INTO entity_fts(rowid, folded) VALUES (new.id, new.folded);
END;

ALTER TABLE article ADD COLUMN story INTEGER;  -- a number for its address, to know it in two feeds
UPDATE article SET story = lesart_story(canonical) WHERE canonical <> '';
DROP INDEX article_canonical;
ALTER TABLE article DROP COLUMN canonical;
CREATE INDEX article_story ON article(story) WHERE story IS NOT NULL;
-- Ascending, since articles come in about this order: pages get full, and it is read from the end.
DROP INDEX article_newest;
DROP INDEX article_unread;
DROP INDEX article_starred;
DROP INDEX article_noted;
DROP INDEX article_of_feed;
DROP INDEX article_of_folder;
CREATE INDEX article_newest ON article(published) WHERE is_deleted = 0;
CREATE INDEX article_unread ON article(published) WHERE is_deleted = 0 AND is_read = 0;
CREATE INDEX article_starred ON article(published) WHERE is_deleted = 0 AND is_starred = 1;
CREATE INDEX article_noted ON article(published) WHERE is_deleted = 0 AND note_count > 0;
CREATE INDEX article_of_feed ON article(feed_id, published) WHERE is_deleted = 0;
CREATE INDEX article_of_folder ON article(folder, published) WHERE is_deleted = 0 AND folder <> '';
-- To bring found articles into the order of their dates without touching their rows.
CREATE INDEX article_dates ON article(id, published, is_deleted)
"""

# Where imported files lay, so that an edited one is known again.
M003 = """
CREATE TABLE origin (
    path TEXT PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
    text_hash BLOB NOT NULL                 -- of what the file held when it was last imported
) WITHOUT ROWID;
CREATE INDEX origin_article ON origin(article_id)
"""

# A file for everybody: what called functions of ours from the schema goes where it can, so that any
# program reads all that is here; views with readable dates and units; numbers know what they count.
M004 = """
DROP VIEW body;                             -- opening.add_views: a view of each connection of ours
DROP TABLE body_places;
CREATE TABLE noun (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);  -- folded
INSERT INTO noun (name) SELECT DISTINCT noun FROM counted ORDER BY noun;
CREATE TABLE counted_4 (
    noun_id INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (noun_id, article_id)
) WITHOUT ROWID;
INSERT INTO counted_4 SELECT n.id, c.article_id FROM counted c JOIN noun n ON n.name = c.noun
    ORDER BY 1, 2;
DROP TABLE counted;
ALTER TABLE counted_4 RENAME TO counted;
DROP TABLE amount;
CREATE TABLE amount (
    unit_id INTEGER NOT NULL,
    number NUMERIC NOT NULL,
    article_id INTEGER NOT NULL,
    noun_id INTEGER NOT NULL DEFAULT 0,     -- 0: nothing is counted
    PRIMARY KEY (unit_id, number, article_id, noun_id)
) WITHOUT ROWID;
DROP TABLE amount_range;
CREATE TABLE amount_range (                 -- a unit without a number is an empty one
    unit_id INTEGER NOT NULL,
    high NUMERIC NOT NULL,
    low NUMERIC NOT NULL,
    article_id INTEGER NOT NULL,
    noun_id INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (unit_id, high, low, article_id, noun_id)
) WITHOUT ROWID;

-- Whoever writes: the counts are right, and nothing is left of an article that was removed. Programs
-- that do not have our functions cannot touch texts, and so cannot part them from their index.
CREATE TRIGGER annotation_counted AFTER INSERT ON annotation BEGIN
    UPDATE article SET note_count = (SELECT count(*) FROM annotation
        WHERE article_id = new.article_id AND is_deleted = 0) WHERE id = new.article_id;
END;
CREATE TRIGGER annotation_recounted AFTER UPDATE OF article_id, is_deleted ON annotation BEGIN
    UPDATE article SET note_count = (SELECT count(*) FROM annotation
        WHERE article_id = article.id AND is_deleted = 0) WHERE id IN (old.article_id, new.article_id);
END;
CREATE TRIGGER annotation_uncounted AFTER DELETE ON annotation BEGIN
    DELETE FROM annotation_tag WHERE annotation_id = old.id;
    UPDATE article SET note_count = (SELECT count(*) FROM annotation
        WHERE article_id = old.article_id AND is_deleted = 0) WHERE id = old.article_id;
END;
CREATE TRIGGER article_removed BEFORE DELETE ON article BEGIN
    SELECT RAISE(ABORT, 'This article has notes: set is_deleted = 1 instead of deleting it.')
        WHERE EXISTS (SELECT 1 FROM annotation WHERE article_id = old.id);
    DELETE FROM packed_body WHERE article_id = old.id;
    DELETE FROM revision WHERE article_id = old.id;
    DELETE FROM page WHERE article_id = old.id;
    DELETE FROM analysis WHERE article_id = old.id;
    DELETE FROM article_tag WHERE article_id = old.id;
    DELETE FROM verdict WHERE article_id = old.id;
    DELETE FROM origin WHERE article_id = old.id;
END;
"""

# Views that viewers can count: ranges among the numbers, nothing joined that only some look at.
M005 = """
ALTER TABLE amount ADD COLUMN high NUMERIC;  -- of a range that begins with number; amount_range finds it
INSERT OR IGNORE INTO amount SELECT unit_id, low, article_id, noun_id, high FROM amount_range
    WHERE low < high ORDER BY 1, 2, 3, 4;
"""

# Which articles are one story and which entities one, both made anew from what is there whenever the
# rules change. Keys are hashes; those of a wording and those of its names and numbers stand together.
M006 = """
CREATE TABLE story_member (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    story INTEGER NOT NULL,                 -- the number of its first article
    copy_of INTEGER,                        -- the article whose wording it has
    revision INTEGER NOT NULL,
    rules INTEGER NOT NULL,                 -- analysis.stories.STORIES
    keys BLOB NOT NULL                      -- what it stands under in story_key, 4 bytes each
);
CREATE INDEX story_members ON story_member(story);
CREATE TABLE story_key (
    key INTEGER NOT NULL,
    article_id INTEGER NOT NULL,
    PRIMARY KEY (key, article_id)
) WITHOUT ROWID;
CREATE TABLE same_entity (
    entity_id INTEGER PRIMARY KEY REFERENCES entity(id) ON DELETE CASCADE,
    known INTEGER NOT NULL                  -- the first entity of those that are one
);
CREATE INDEX same_entities ON same_entity(known);
CREATE TABLE entity_spelling (              -- analysis.names, with the kind in front
    key TEXT PRIMARY KEY,
    entity_id INTEGER NOT NULL
) WITHOUT ROWID;
CREATE TRIGGER article_left_its_story BEFORE DELETE ON article BEGIN
    DELETE FROM story_member WHERE article_id = old.id;
    DELETE FROM story_key WHERE article_id = old.id;
END
"""

# Stories in half the room: fewer keys, and only where they are looked up. All of it is made again.
M007 = """
DROP TRIGGER article_left_its_story;
DROP TABLE story_member;
CREATE TABLE story_member (
    article_id INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
    story INTEGER NOT NULL,                 -- the number of its first article
    copy_of INTEGER,                        -- the article whose wording it has
    revision INTEGER NOT NULL,
    rules INTEGER NOT NULL                  -- analysis.stories.STORIES
);
CREATE INDEX story_members ON story_member(story);
DELETE FROM story_key;                      -- where to look for candidates: an old one does no harm
CREATE TRIGGER article_left_its_story BEFORE DELETE ON article BEGIN
    DELETE FROM story_member WHERE article_id = old.id;
END
"""

# What figures say beside their number: whose it is, per what, who says so, what it is to its noun. They
# stand among the nouns, each with a sign in front, and every noun is found by each of its words.
M009 = """
CREATE VIRTUAL TABLE noun_fts USING fts5(
    words, content='', detail=none, tokenize="unicode61 remove_diacritics 2"
);
"""

# Every name stands under all its keys, not only the first that had one: so those that the reader took
# apart are found each for itself. Names know in how many articles they are. Both are made again.
M010 = """
CREATE TABLE entity_choice (                -- the reader's word on two names, by their keys in entity
    one TEXT NOT NULL,
    one_name TEXT NOT NULL,
    one_kind TEXT NOT NULL,
    other TEXT NOT NULL,
    other_name TEXT NOT NULL,
    other_kind TEXT NOT NULL,
    is_same INTEGER NOT NULL,               -- 1: they are one entity, 0: they are not
    made INTEGER NOT NULL,
    PRIMARY KEY (one, other)
) WITHOUT ROWID;
CREATE INDEX entity_choice_other ON entity_choice(other);
DROP TABLE entity_spelling;
CREATE TABLE entity_spelling (              -- analysis.names, with the kind in front
    key TEXT NOT NULL,
    entity_id INTEGER NOT NULL,
    PRIMARY KEY (key, entity_id)
) WITHOUT ROWID;
DROP TABLE same_entity;
CREATE TABLE same_entity (
    entity_id INTEGER PRIMARY KEY REFERENCES entity(id) ON DELETE CASCADE,
    known INTEGER NOT NULL,                 -- the first entity of those that are one
    articles INTEGER NOT NULL DEFAULT 0     -- that have this name, removed ones too
);
CREATE INDEX same_entities ON same_entity(known);
CREATE INDEX same_entity_articles ON same_entity(articles) WHERE articles > 0;
CREATE TRIGGER naming_counted AFTER INSERT ON naming BEGIN
    UPDATE same_entity SET articles = articles + 1 WHERE entity_id = new.entity_id;
END;
CREATE TRIGGER naming_uncounted AFTER DELETE ON naming BEGIN
    UPDATE same_entity SET articles = articles - 1 WHERE entity_id = old.entity_id;
END
"""

# What figures are to their nouns stands beside numbers and nouns: one bit a role, the first for figures
# that have none. So "the number by which soldiers became fewer" is looked up, where it was read out of
# every finding. And each answer that the reader gave in the daily review; the newest of a note says when
# it is due again.
M011 = """
ALTER TABLE amount ADD COLUMN roles INTEGER NOT NULL DEFAULT 1;
ALTER TABLE amount_range ADD COLUMN roles INTEGER NOT NULL DEFAULT 1;
ALTER TABLE counted ADD COLUMN roles INTEGER NOT NULL DEFAULT 1;
CREATE TABLE review_answer (
    annotation_uid TEXT NOT NULL,           -- annotation.uid: the same in every export and library
    answered INTEGER NOT NULL,              -- UTC milliseconds
    grade INTEGER NOT NULL,                 -- 1 again, 2 hard, 3 good, 4 easy, 0 never again
    due INTEGER NOT NULL,                   -- UTC seconds
    card TEXT NOT NULL,                     -- the scheduler's state after it, JSON
    PRIMARY KEY (annotation_uid, answered)
) WITHOUT ROWID;
CREATE TRIGGER review_forgotten AFTER DELETE ON annotation BEGIN
    DELETE FROM review_answer WHERE annotation_uid = old.uid;
END
"""

# A figure is looked for among the newest articles first, however many there are: numbers stand by shelves of
# articles, in order within each. What was corrected is found without a walk over all articles.
M012 = """
CREATE INDEX article_revised ON article(revised) WHERE is_deleted = 0 AND revised IS NOT NULL;
CREATE TABLE shelved_amount (
    shelf INTEGER NOT NULL CHECK (shelf = article_id >> 14),    -- noun_index.SHELF
    unit_id INTEGER NOT NULL,
    number NUMERIC NOT NULL,
    article_id INTEGER NOT NULL,
    noun_id INTEGER NOT NULL DEFAULT 0,     -- 0: nothing is counted
    high NUMERIC,                           -- of a range that begins with number; amount_range finds it
    roles INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (shelf, unit_id, number, article_id, noun_id)
) WITHOUT ROWID;
CREATE TABLE shelved_amount_range (         -- a unit without a number is an empty one
    shelf INTEGER NOT NULL CHECK (shelf = article_id >> 14),
    unit_id INTEGER NOT NULL,
    high NUMERIC NOT NULL,
    low NUMERIC NOT NULL,
    article_id INTEGER NOT NULL,
    noun_id INTEGER NOT NULL DEFAULT 0,
    roles INTEGER NOT NULL DEFAULT 1,
    PRIMARY KEY (shelf, unit_id, high, low, article_id, noun_id)
) WITHOUT ROWID
"""


@migrations()
def m001_library(db: Database) -> None:
    run(db, M001)
    db.execute("PRAGMA user_version = 1")


@migrations()
def m002_room(db: Database) -> None:
    from itertools import groupby

    run(db, M002)
    words = (row[0] for row in db.execute("SELECT term FROM body_words ORDER BY term"))
    for start, some in groupby(words, key=first_letters):
        db.execute("INSERT INTO vocabulary VALUES (?, ?)", [start, "\n".join(some)])
    db.execute("PRAGMA user_version = 2")


@migrations()
def m003_origin(db: Database) -> None:
    run(db, M003)
    db.execute("PRAGMA user_version = 3")


@migrations()
def m004_for_everybody(db: Database) -> None:
    run(db, M004)
    put_in_amounts(db)
    run(db, VIEWS_4)
    # Last, since SQLite reads the schema anew after it. Rebuilding a million texts would take an hour.
    redefine(db, "body_fts", "content='body', content_rowid='article_id'", "content=''")
    redefine(db, "title_fts", "content='body'", "content='packed_body'")
    db.execute("PRAGMA writable_schema = reset")
    db.execute("PRAGMA user_version = 4")


@migrations()
def m005_quick_views(db: Database) -> None:
    run(db, M005)
    run(db, VIEWS_5)
    db.execute("PRAGMA user_version = 5")


@migrations()
def m006_stories(db: Database) -> None:
    run(db, M006)
    tell_addresses_apart(db)
    db.execute("PRAGMA user_version = 6")


@migrations()
def m007_less_of_stories(db: Database) -> None:
    run(db, M007)
    db.execute("PRAGMA user_version = 7")


@migrations()
def m008_stories_by_sql(db: Database) -> None:
    run(db, VIEWS_8)
    db.execute("PRAGMA user_version = 8")


@migrations()
def m009_what_figures_say(db: Database) -> None:
    run(db, M009)
    put_in_what_figures_say(db)
    db.execute("PRAGMA user_version = 9")


@migrations()
def m010_choices_of_entities(db: Database) -> None:
    run(db, M010)
    db.execute("PRAGMA user_version = 10")


@migrations()
def m011_roles_and_reviews(db: Database) -> None:
    run(db, M011)
    put_in_roles(db)
    fold_index_again(db)  # last, since SQLite reads the schema anew after it
    db.execute("PRAGMA writable_schema = reset")
    db.execute("PRAGMA user_version = 11")


@migrations()
def m012_shelves(db: Database) -> None:
    run(db, M012)
    put_on_shelves(db)
    run(db, VIEWS_12)
    db.execute("PRAGMA user_version = 12")
