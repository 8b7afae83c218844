"""What the process does that reads files for another one: each that is short and holds one article."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

from lesart.feeds.pages import site_rules
from lesart.feeds.worker_process import serve
from lesart.locales.in_sentences import use_locale
from lesart.model.errors import ImportFailed
from lesart.services.importing.folders import source_at
from lesart.services.importing.items import Item
from lesart.services.importing.reading import Found, read_at_once
from lesart.text.prepared import prepared
from lesart.text.stretches import stretches_of
from lesart.translations import use

LARGEST = 4_000_000
"""Bytes of a file; a longer one is left to who asks."""
_MOST_TOGETHER = 8_000_000
"""Bytes of a job's files: so much is held for each at most."""

Asked = list[tuple[str, str] | None]
"""Where each file lies and what it is called."""


def main(language: str, locale: str, rules: str) -> None:
    """Answer jobs from standard input until it ends, in the same words as who asks."""
    use(language)
    use_locale(locale)
    site_rules.follow(Path(rules) if rules else None)
    serve(lambda job: pickle.dumps(_answer(pickle.loads(job))), lambda: None)  # noqa: S301 - our parent's


def _answer(asked: Asked) -> tuple[list[list[Found] | None], bytes]:
    """What each file holds, and the stretches that their words will be listed of."""
    answers = [found and [*map(_prepared, found)] for found in read_some(asked)]
    items = [one for found in answers for one in found or () if isinstance(one, Item)]
    return answers, b" ".join(stretches_of((one.draft.title, one.draft.text) for one in items))


def _prepared(found: Found) -> Found:
    """With what storing it asks for."""
    if not isinstance(found, Item):
        return found
    draft = replace(found.draft, prepared=prepared(found.draft.title, found.draft.text))
    return replace(found, draft=draft)


def read_some(asked: Asked) -> list[list[Found] | None]:
    """What each file holds; None for one that is not read here."""
    left = _MOST_TOGETHER
    answers: list[list[Found] | None] = []
    for one in asked:
        found, size = _read(*one, min(left, LARGEST)) if one else (None, 0)
        left -= size
        answers.append(found)
    return answers


def _read(path: str, name: str, most: int) -> tuple[list[Found] | None, int]:
    try:
        source, state = source_at(Path(path), name)
        if state.st_size > most:
            return None, 0
        return read_at_once(source), state.st_size
    except ImportFailed as error:
        return [error], 0
    except Exception:  # a bug of ours is told by who asks, when it comes to this file
        return None, 0
