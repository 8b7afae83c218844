"""Ask readability for the article."""

from __future__ import annotations

import copy
import logging
from typing import Any

from lesart.feeds.pages.gathering import nameless
from lesart.feeds.pages.html_tree import html_parser


def readable(root: Any) -> Any | None:
    """What readability takes for the article; None where it finds nothing or fails.

    `root` is left as it is. Readability drops sentences by the names of what they stand in, so
    those are taken away before.
    """
    import lxml.html
    from readability import Document

    logging.getLogger("readability").setLevel(logging.CRITICAL)
    blank = copy.deepcopy(root)
    nameless(blank)
    try:
        markup = Document(blank).summary(html_partial=True)
        if not markup:
            return None
        return lxml.html.fragment_fromstring(markup, create_parent="div", parser=html_parser())
    except Exception:  # its failures are of many kinds, and the page may still be covered
        return None
