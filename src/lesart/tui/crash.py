"""What is printed when a bug ends the screen: where it happened, and no secret and no foreign escape."""

from __future__ import annotations

import traceback

from lesart.clean import clean_text
from lesart.links import without_secrets

_LONGEST = 20_000


def crash_report(error: BaseException) -> str:
    """For stderr, after the terminal is as it was: a sentence, then the places for a bug report.

    Values of variables are left out on purpose: among them are articles, notes and passwords.
    """
    places = "".join(traceback.format_exception(error, limit=-30))[-_LONGEST:]
    return without_secrets(
        clean_text(
            f"{places}\nlesart: a bug ended the screen ({type(error).__name__}). What was stored is "
            "stored, and a note that was being written is kept as a draft. Please report the lines "
            "above."
        )
    )
