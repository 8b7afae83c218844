"""Know the lines that a page writes between its paragraphs: "Read also", "Share this", "Photo:"."""

from __future__ import annotations

import re

from lesart.locales.read_dates import read_written

_ASKS = re.compile(
    r"(?:(?:read|see|lesen sie|lies|siehe|sehen sie|hören sie)\s+(?:also|more|next|auch|mehr|hierzu)"
    r"|share (?:this|on|via)|follow (?:us|me|@)|sign up|subscribe|newsletter|click here"
    r"|all rights reserved|copyright|©|leave a (?:comment|reply)|continue reading|skip to"
    r"|mehr zum thema|auch interessant|das könnte sie|you (?:may|might) also|filed under"
    r"|\(?(?:photo|image|foto|bild|photographs?|images|photos)\s*(?::|by\b|credit)"
    r"|(?:posted|published) (?:in|by|on)\b|last (?:updated|modified)"
    r"|updated:?\s+(?:on|at|am|um|\d)|reuters/|afp via|ap photo|getty images)",
    re.I,
)
_NAMES_NOTHING = re.compile(
    r"(?:related(?: (?:stories|articles|posts|topics|links?))?|advertisement|anzeige|werbung"
    r"|quelle|source|tags?|topics?|tweet|print|comments?\b.{0,12}|kommentare\b.{0,12}|loading"
    r"|watch|video|recommended|most (?:read|popular))\W*$"
    r"|(?:source|tags?|topics?|watch|video|related|quelle)\s*:"
    r"|(?:more (?:from|on|stories)|jump to)\b.*[^.!?…\"”»]$",
    re.I,
)
_POINTERS = re.compile(
    r"""[\[(>»→➤▶►‣•\s-]*(?:
      # English
      (?:read|see|watch|listen|more|related|also|next|further\ reading|in\ (?:pictures|depth|case\ you
        \ missed\ it)|don['’]t\ miss|recommended|you\ (?:may|might)\ (?:also\ )?like|explainer|analysis
        |opinion|background|go\ deeper|up\ next|from\ the\ archive)(?:\s+(?:also|more|next|this|here|now|on
        |about(?:\ this)?|from|stories|the\ full\ story))*
      # German
      |(?:mehr|lesen|lies|lesetipp|siehe|sehen|hören|weiterlesen|zum\ weiterlesen|hintergrund|dazu|passend
        |auch|ebenfalls|kommentar|interview|analyse|video|podcast|themenseite|aktuell)(?:\s+(?:sie|dazu|auch
        |hier|hierzu|mehr|zum\ thema|darüber|im|interessant|passend|lesen|bei\ uns|weiter|dazu\ lesen))*
      |das\ könnte\ (?:sie|dich)\ (?:auch\ )?interessieren|auch\ interessant|passend\ dazu
      # French
      |(?:à\ )?(?:lire|voir|écouter|relire|lisez|voyez)(?:\s+(?:aussi|également|encore|notre|plus|ensuite
        |l['’]article|la\ suite))*|(?:sur\ le\ même\ sujet|pour\ aller\ plus\ loin|notre\ dossier
        |article\ réservé\ à\ nos\ abonnés|réservé\ aux\ abonnés|à\ découvrir|en\ savoir\ plus)
      # Spanish
      |(?:leer?|lea|ver|vea|mira|escuche)(?:\s+(?:también|además|más|aquí|la\ nota))*
      |(?:te|le|les)\ (?:puede|podría)\ interesar|más\ (?:información|sobre|noticias)|en\ contexto
      |(?:noticia|nota|artículo)s?\ relacionad[ao]s?|no\ te\ pierdas|sigue\ leyendo
      # Italian
      |(?:leggi|leggete|guarda|vedi|ascolta)(?:\s+(?:anche|pure|qui|di\ più|l['’]articolo))*
      |(?:potrebbe|ti\ potrebbe)\ interessar(?:ti|e)|per\ approfondire|approfondimento|correlati
      # Dutch and Portuguese
      |(?:lees|bekijk|luister)(?:\s+(?:ook|verder|meer|hier))*|(?:leia|veja|ouça|saiba)(?:\s+(?:também
        |mais|ainda|a\ íntegra))*
    )\s*(?::|–|—|>|»|→|\||\Z|(?=\s))""",
    re.I | re.X,
)
_READING_TIME = re.compile(
    r"(?:(?:reading time|lesezeit|lesedauer|temps de lecture|tiempo de lectura|lettura)\W*)?(?:ca\.?\s)?\d{1,3}"
    r"\s?-?\s?min(?:\.|s|utes?|uten?|utos?|uti)?(?:\W*(?:read|to read|reading time|lesezeit|de lecture"
    r"|de lectura|di lettura))?",
    re.I,
)
_ARROW = re.compile(r"\s*[>»→➤▶►‣☞]+\s")


def is_about_reading(words: str, day: str) -> bool:
    """Whether a line before a story says only how long it takes, or the `day` it was published.

    Another day may be the story's own: a letter begins with its date.
    """
    if _READING_TIME.fullmatch(words):
        return True
    if not day or len(words) > 60 or words[-1:] in ".!?:":
        return False
    written = read_written(words)
    return (
        written is not None and written.day == day and len(re.findall(r"[^\W\d_]{2,}", words)) <= 5
    )


def asks(words: str) -> bool:
    """Whether a short line calls the reader to do something, or credits a picture."""
    return bool(_ASKS.match(words))


def names_nothing(words: str) -> bool:
    """Whether a short line heads something that is not there: "Related", "Tags:"."""
    return bool(_NAMES_NOTHING.match(words))


def is_a_pointer(words: str) -> bool:
    """Whether a line, mostly a link, sends the reader to another story.

    A sentence that only begins like one ("See the town from above, they said.") is none.
    """
    if _ARROW.match(words):
        return True
    match = _POINTERS.match(words)
    if match is None:
        return False
    said = match[0].rstrip()
    is_marked = said.endswith((":", "–", "—", ">", "»", "→", "|")) or words.startswith(("[", "("))
    return is_marked or words.rstrip("\"'”’»“)")[-1:] not in tuple(".!?…")
