"""The views for people who ask the library by SQL, as each version of the schema made them.

They work in any program that reads SQLite, since they call nothing of ours. Their names and columns
are promises: a later version may add columns at the end, and drops none. The README tells of them.
"""

from __future__ import annotations


def _iso(seconds: str) -> str:
    return f"strftime('%Y-%m-%dT%H:%M:%SZ', {seconds}, 'unixepoch')"


_PUBLISHED = f"""CASE a.precision
        WHEN '' THEN NULL
        WHEN 'year' THEN strftime('%Y', a.published, 'unixepoch')
        WHEN 'month' THEN strftime('%Y-%m', a.published, 'unixepoch')
        WHEN 'day' THEN strftime('%Y-%m-%d', a.published, 'unixepoch')
        ELSE {_iso("a.published")}
    END"""
"""As precisely as the source says it; NULL where it says nothing."""

_SOURCE = "coalesce(nullif(f.own_title, ''), nullif(f.title, ''), nullif(a.source, ''), f.url)"

VIEWS_4 = f"""
CREATE VIEW articles AS SELECT
    a.id,
    a.title,
    {_SOURCE} AS source,
    coalesce(f.folder, a.folder) AS folder,
    a.author,
    a.link,
    a.language,
    {_PUBLISHED} AS published,
    {_iso("a.arrived")} AS arrived,
    {_iso("a.revised")} AS corrected,
    a.words,
    a.is_read,
    a.is_starred,
    (SELECT group_concat(tag, ', ') FROM
        (SELECT tag FROM article_tag t WHERE t.article_id = a.id ORDER BY tag)) AS tags,
    a.note_count AS notes,
    a.figure_count AS figures,
    a.entity_count AS entities
FROM article a LEFT JOIN feed f ON f.id = a.feed_id
WHERE a.is_deleted = 0;

CREATE VIEW notes AS SELECT
    n.id,
    n.article_id,
    a.title AS article,
    {_SOURCE} AS source,
    a.link,
    {_PUBLISHED} AS published,
    n.exact AS quote,
    n.note,
    (SELECT group_concat(tag, ', ') FROM
        (SELECT tag FROM annotation_tag t WHERE t.annotation_id = n.id ORDER BY tag)) AS tags,
    n.colour,
    CASE n.status WHEN 'orphan' THEN 'words are gone' WHEN 'changed' THEN 'words were changed'
        ELSE 'words stand' END AS state,
    n.parent_id AS answers,
    {_iso("n.created")} AS created,
    {_iso("n.changed")} AS changed,
    n.uid
FROM annotation n JOIN article a ON a.id = n.article_id LEFT JOIN feed f ON f.id = a.feed_id
WHERE n.is_deleted = 0 AND a.is_deleted = 0;

CREATE VIEW figures AS SELECT
    m.article_id,
    a.title AS article,
    {_SOURCE} AS source,
    {_PUBLISHED} AS published,
    m.value,
    m.low,
    m.high,
    u.name AS unit,
    n.name AS counted
FROM (
    SELECT article_id, unit_id, noun_id, number AS value, number AS low, number AS high FROM amount
    UNION ALL
    SELECT article_id, unit_id, noun_id, NULL, low, high FROM amount_range WHERE low <= high
) m
JOIN article a ON a.id = m.article_id AND a.is_deleted = 0
JOIN unit u ON u.id = m.unit_id
LEFT JOIN noun n ON n.id = m.noun_id
LEFT JOIN feed f ON f.id = a.feed_id;

CREATE VIEW entities AS SELECT
    m.article_id,
    a.title AS article,
    {_SOURCE} AS source,
    {_PUBLISHED} AS published,
    e.name,
    CASE e.kind WHEN 'PER' THEN 'person' WHEN 'LOC' THEN 'place' WHEN 'ORG' THEN 'organisation'
        WHEN 'EVENT' THEN 'event' ELSE e.kind END AS kind,
    e.key
FROM naming m
JOIN article a ON a.id = m.article_id AND a.is_deleted = 0
JOIN entity e ON e.id = m.entity_id
LEFT JOIN feed f ON f.id = a.feed_id;
"""

_OF_ARTICLE = f"""
    (SELECT title FROM article WHERE id = m.article_id) AS article,
    (SELECT {_SOURCE} FROM article a LEFT JOIN feed f ON f.id = a.feed_id
        WHERE a.id = m.article_id) AS source,
    (SELECT {_PUBLISHED} FROM article a WHERE a.id = m.article_id) AS published"""
"""Not joined: who only counts rows, as viewers do on every page, looks at no article for it."""

_IS_HERE = "m.article_id NOT IN (SELECT id FROM article WHERE is_deleted = 1)"

VIEWS_5 = f"""
DROP VIEW figures;
DROP VIEW entities;
CREATE INDEX article_deleted ON article(id) WHERE is_deleted = 1;

CREATE VIEW figures AS SELECT
    m.article_id,{_OF_ARTICLE},
    CASE WHEN m.high IS NULL THEN m.number END AS value,
    m.number AS low,
    coalesce(m.high, m.number) AS high,
    u.name AS unit,
    (SELECT name FROM noun WHERE id = m.noun_id) AS counted
FROM unit u JOIN amount m ON m.unit_id = u.id
WHERE {_IS_HERE};

CREATE VIEW entities AS SELECT
    m.article_id,{_OF_ARTICLE},
    e.name,
    CASE e.kind WHEN 'PER' THEN 'person' WHEN 'LOC' THEN 'place' WHEN 'ORG' THEN 'organisation'
        WHEN 'EVENT' THEN 'event' ELSE e.kind END AS kind,
    e.key
FROM entity e JOIN naming m ON m.entity_id = e.id
WHERE {_IS_HERE};
"""

_DATED = "CASE WHEN a.precision <> '' THEN a.published END"
VIEWS_8 = f"""
CREATE VIEW stories AS SELECT
    m.story,
    (SELECT title FROM article WHERE id = m.story) AS title,
    count(*) AS articles,
    count(m.copy_of) AS copies,
    count(DISTINCT coalesce(a.feed_id, a.source)) AS sources,
    {_iso(f"min({_DATED})")} AS first,
    {_iso(f"max({_DATED})")} AS last
FROM story_member m JOIN article a ON a.id = m.article_id AND a.is_deleted = 0
GROUP BY m.story HAVING count(*) > 1;

DROP VIEW articles;
CREATE VIEW articles AS SELECT
    a.id,
    a.title,
    {_SOURCE} AS source,
    coalesce(f.folder, a.folder) AS folder,
    a.author,
    a.link,
    a.language,
    {_PUBLISHED} AS published,
    {_iso("a.arrived")} AS arrived,
    {_iso("a.revised")} AS corrected,
    a.words,
    a.is_read,
    a.is_starred,
    (SELECT group_concat(tag, ', ') FROM
        (SELECT tag FROM article_tag t WHERE t.article_id = a.id ORDER BY tag)) AS tags,
    a.note_count AS notes,
    a.figure_count AS figures,
    a.entity_count AS entities,
    (SELECT story FROM story_member m WHERE m.article_id = a.id) AS story
FROM article a LEFT JOIN feed f ON f.id = a.feed_id
WHERE a.is_deleted = 0;
"""

# Shelved, numbers take their old names; the view over them is made again.
VIEWS_12 = f"""
DROP VIEW figures;
DROP TABLE amount;
DROP TABLE amount_range;
ALTER TABLE shelved_amount RENAME TO amount;
ALTER TABLE shelved_amount_range RENAME TO amount_range;
CREATE VIEW figures AS SELECT
    m.article_id,{_OF_ARTICLE},
    CASE WHEN m.high IS NULL THEN m.number END AS value,
    m.number AS low,
    coalesce(m.high, m.number) AS high,
    u.name AS unit,
    (SELECT name FROM noun WHERE id = m.noun_id) AS counted
FROM unit u JOIN amount m ON m.unit_id = u.id
WHERE {_IS_HERE};
"""
