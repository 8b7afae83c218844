"""The words everybody uses: frozen values for feeds, articles, what is found in them and noted on them.

One ruler: every `Span` counts Unicode code points of `Article.text`, half open, and
`text[start:end] == surface` holds for whatever names a surface.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from lesart.glance import COLOURS as COLOURS
from lesart.glance import Block as Block
from lesart.glance import BlockKind as BlockKind
from lesart.glance import Enclosure as Enclosure
from lesart.glance import Headline as Headline
from lesart.glance import Moment as Moment
from lesart.glance import Precision as Precision
from lesart.glance import Span as Span

# ------------------------------------------------------------------ what is found in a text

Ruling = Literal["", "confirmed", "corrected", "rejected"]
"""What the reader decided about a figure or an entity; empty: nothing yet."""

FigureKind = Literal[
    "count", "money", "percent", "duration", "distance", "measure",
    "ratio", "ordinal", "score", "date", "time",
]  # fmt: skip
Qualifier = Literal[
    "exact", "approx", "at_least", "more_than", "at_most", "less_than", "just_under", "range"
]
FigureRole = Literal[
    "", "level", "delta", "from", "to", "share", "limit", "price", "rank", "age"
]  # fmt: skip
"""What a figure is to its noun; empty where the text does not make it sure."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity the text mentions: "etwa 4.500 Soldaten" is ≈ 4500 of "Soldaten"."""

    span: Span
    """The number with its unit, currency or percent sign; without qualifier and counted noun."""
    surface: str
    kind: FigureKind
    value: Decimal | None = None
    """The quantity in `unit`; None for ranges, vague quantities ("Hunderte"), dates and times."""
    low: Decimal | None = None
    high: Decimal | None = None
    """Both ends of a range; one of them alone where the text leaves the other open."""
    when: str = ""
    """Dates and times, ISO-like with X for what is not said: `2003-03`, `XXXX-10`, `T12:30`."""
    resolved: str = ""
    """`when` completed from the article's own date, empty where that would be a guess."""
    until: str = ""
    """The other end of a span of days or years, written like `when`: "2023/24" is 2023 until 2024."""
    qualifier: Qualifier = "exact"
    unit: str = ""
    """ISO 4217, `percent`, `percentage_point`, `year`, `kilometre` …; empty for plain counts."""
    noun: str = ""
    """The phrase whose amount, share or change it is, as the text has it: "Umsatz" of "Der Umsatz stieg
    um 5 Prozent", "voters" of "40% of voters", "fine" of "a fine of $3m"; empty where it is not sure."""
    of: str = ""
    """Whose amount it is: "Siemens" of "Siemens steigerte den Umsatz um 5 Prozent"."""
    role: FigureRole = ""
    """`delta` of "stieg um 5 Prozent", `to` of "auf 3 Mrd. Euro", `from` of "from 4%", `share` of "40% of
    voters", `price` of "kostet 49 Euro", `limit` of "capped at 3%", `level` of "beträgt 6 Prozent"."""
    per: str = ""
    """The base of a rate: "share" of "$2.31 a share", "100.000 Einwohner" of "35 pro 100.000 Einwohner"."""
    against: str = ""
    """What a change is told against: "Vormonat" of "gegenüber dem Vormonat", "2020" of "than in 2020"."""
    since: str = ""
    """When a change began: "Januar" of "seit Januar"."""
    pair: str = ""
    """The other end of a movement, as the text has it: of "von 3,4 auf 2,9 Prozent" each has the other."""
    change: str = ""
    """`rise_by`, `rise_to`, `fall_by`, `fall_to`, `from`, `to`; empty where nothing is said to change.
    Multiplying verbs are ratios that rise or fall: "verdoppelt" is 2, `rise_by`."""
    attribution: str = ""
    """Who says so, in the text's words; empty where the sentence does not tell."""
    sentence: Span = Span(0, 0)
    salience: float = 0.0
    """How much of the story it carries, 0-1; the panel sorts by it."""
    verdict: Ruling = ""
    """The reader's word on it; what a person corrected is theirs, not the engine's."""


EntityKind = Literal["PER", "LOC", "ORG", "EVENT"]


class Mention(NamedTuple):
    """One place where an entity is named."""

    span: Span
    surface: str


@dataclass(frozen=True, slots=True)
class Entity:
    """A person, place, organisation or event that an article names."""

    name: str
    """The fullest form the article gives, without inflection."""
    kind: EntityKind
    mentions: tuple[Mention, ...]
    key: str = ""
    """The same in every language and article where we know it ("LOC:IQ"), else kind and folded name."""
    salience: float = 0.0
    is_sure: bool = True
    """False where the engine guesses (an unknown language, a lone surname)."""
    verdict: Ruling = ""
    """The reader's word on it."""


@dataclass(frozen=True, slots=True)
class Analysis:
    """What one engine found in one text."""

    engine: str
    """Name and version; an article analysed by another version is analysed again."""
    language: str
    """ISO 639-1, or empty where it could not be told."""
    figures: tuple[Figure, ...] = ()
    entities: tuple[Entity, ...] = ()
    note: str = ""
    """A sentence where something is missing ("names found by rules only: …"); else empty."""


# ------------------------------------------------------------------ feeds


@dataclass(frozen=True, slots=True)
class Entry:
    """One item as the feed gave it: plain-text title, absolute link, raw (unsanitised) HTML."""

    guid: str
    link: str
    title: str
    author: str = ""
    published: Moment | None = None
    updated: Moment | None = None
    content_html: str = ""
    summary_html: str = ""
    language: str = ""
    enclosures: tuple[Enclosure, ...] = ()
    base: str = ""
    """What relative addresses in its HTML start from; empty: its link."""
    is_date_doubtful: bool = False
    """The feed's date was absurd or in the future and is not believed."""


@dataclass(frozen=True, slots=True)
class Feed:
    """A source the reader subscribed to, and how its last visits went."""

    id: int
    url: str
    title: str
    site: str = ""
    folder: str = ""
    tags: tuple[str, ...] = ()
    is_paused: bool = False
    wants_full_text: bool = False
    etag: str = ""
    last_modified: str = ""
    body_hash: str = ""
    visited: int | None = None
    succeeded: int | None = None
    next_visit: int | None = None
    """UTC seconds; None: due."""
    error: str = ""
    error_count: int = 0
    is_gone: bool = False
    visit_count: int = 0
    unchanged_count: int = 0
    """How many of the visits were answered 304 or with the same bytes."""


# ------------------------------------------------------------------ articles


@dataclass(frozen=True, slots=True)
class Draft:
    """An article before it is stored: what an importer or a feed visit produces."""

    title: str
    text: str
    blocks: tuple[Block, ...] = ()
    source: str = ""
    """What the list shows as its origin: the feed's title, or a folder's name for files."""
    folder: str = ""
    author: str = ""
    link: str = ""
    guid: str = ""
    language: str = ""
    published: Moment | None = None
    feed_id: int | None = None
    tags: tuple[str, ...] = ()
    raw_html: bytes = b""
    """The page as fetched, zlib-compressed, so that a better extractor can run again."""
    text_state: str = ""
    """A sentence where the text is not all there ("Full text not found (paywall)…"); else empty."""
    is_full_text: bool = True
    enclosures: tuple[Enclosure, ...] = ()


@dataclass(frozen=True, slots=True)
class Article:
    """What we keep of a story: its text never changes, a corrected text is a new revision."""

    id: int
    title: str
    text: str
    blocks: tuple[Block, ...] = ()
    source: str = ""
    folder: str = ""
    author: str = ""
    link: str = ""
    guid: str = ""
    language: str = ""
    published: Moment | None = None
    arrived: int = 0
    feed_id: int | None = None
    revision: int = 1
    revised: int | None = None
    """UTC seconds of the last change of its words; None: never changed."""
    is_read: bool = False
    is_starred: bool = False
    position: int = 0
    """Offset into `text` where the reader left off."""
    tags: tuple[str, ...] = ()
    text_state: str = ""
    is_full_text: bool = True
    enclosures: tuple[Enclosure, ...] = ()


# ------------------------------------------------------------------ annotations


class Anchor(NamedTuple):
    """The W3C text selectors as one value: quote with context, and position in code points."""

    exact: str
    prefix: str
    suffix: str
    start: int
    end: int


AnchorStatus = Literal["ok", "changed", "orphan"]


@dataclass(frozen=True, slots=True)
class Annotation:
    """What a person marked or wrote: on a passage, or (without anchor) on a whole article."""

    id: int
    uid: str
    """A UUID, the same in every export and library."""
    article_id: int
    anchor: Anchor | None
    colour: str = "yellow"
    note: str = ""
    tags: tuple[str, ...] = ()
    revision: int = 1
    """The revision of the text that `anchor` was made on."""
    status: AnchorStatus = "ok"
    span: Span | None = None
    """Where the words are in the article's present text; None for orphans and article notes."""
    suggestion: Span | None = None
    """For an orphan: where its words may have gone."""
    parent: int | None = None
    """The annotation this one replies to."""
    created: int = 0
    changed: int = 0


@dataclass(frozen=True, slots=True)
class Verdict:
    """The reader's word on a figure or entity; it outlives engines and revisions of the text."""

    article_id: int
    thing: Literal["figure", "entity"]
    anchor: Anchor
    """The figure's number, or the entity's first mention."""
    ruling: Ruling
    correction: Mapping[str, str] = field(default_factory=dict)
    """Field name -> what the reader says it is; all fields, so that it can stand by itself."""
    span: Span | None = None
    """Where the words are in the present text; None: gone."""
    id: int = 0
    made: int = 0


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of text around what a search found, with the found words' spans in it."""

    text: str
    hits: tuple[Span, ...] = field(default_factory=tuple)
