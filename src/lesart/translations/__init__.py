"""What is said to a person, in the language that the person reads.

The sources say everything in English: `_("Nothing to undo.")`. Each other language is one file beside this
one, `de.po`, as gettext's editors know it. CONTRIBUTING tells how one is added, and
`python -m tests.translations` brings the files in step with the sources.
"""

from lesart.translations.catalog import (
    N_,
    SOURCE_LANGUAGE,
    _,
    current_language,
    language_of,
    languages,
    locale_of,
    ngettext,
    pgettext,
    quoted,
    use,
)

__all__ = [
    "N_",
    "SOURCE_LANGUAGE",
    "_",
    "current_language",
    "language_of",
    "languages",
    "locale_of",
    "ngettext",
    "pgettext",
    "quoted",
    "use",
]
