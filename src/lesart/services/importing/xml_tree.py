"""Parse XML that strangers wrote: no entities, nothing fetched, bounded depth."""

from __future__ import annotations

import re
from typing import Any

_DEEPEST = 250


def parse_xml(data: bytes, *, is_forgiving: bool = False) -> Any | None:
    """The root of an XML document; None where it is none. Entities are never expanded."""
    from lxml import etree

    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False,
        huge_tree=False, remove_comments=True, remove_pis=True, recover=is_forgiving,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError, LookupError):
        return None
    return root


def local(element: Any) -> str:
    """An element's name without its namespace; empty for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def children(element: Any, name: str) -> list[Any]:
    return [child for child in element if local(child) == name]


def child(element: Any, *path: str) -> Any | None:
    """The first element down a path of names; None where a step is missing."""
    for name in path:
        if element is None:
            return None
        element = next(iter(children(element, name)), None)
    return element


def words(element: Any | None) -> str:
    """All its words on one line; empty for None."""
    return re.sub(r"\s+", " ", "".join(element.itertext())).strip() if element is not None else ""


def attribute(element: Any, name: str) -> str:
    """The value of an attribute, whatever its namespace."""
    for key, value in element.attrib.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
