"""expat for feedparser: text in one piece, and the names of elements worked out once each.

A call for each `&lt;` and line end is a third of feedparser's time, and to find out again at every tag
what its namespace is called a tenth of what is left.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from xml.sax.expatreader import ExpatParser

_MOST = 1000
"""Names that are remembered; a feed has a few dozen."""
_WITH_NAMESPACE = ("math", "svg")
"""feedparser notes at these elements what namespace they are of."""


class _BufferedExpat(ExpatParser):
    def __init__(self, *args: Any, **values: Any) -> None:
        super().__init__(*args, **values)
        self._names: dict[str, str | None] = {}

    def reset(self) -> None:
        super().reset()
        parser: Any = getattr(self, "_parser")  # noqa: B009 - typeshed does not know it
        parser.buffer_text = True
        self._feed: Any = self.getContentHandler()

    def start_element_ns(self, name: str, attrs: Mapping[str, str]) -> None:
        local = self._local(name)
        if local is None or any(" " in attribute for attribute in attrs):
            super().start_element_ns(name, attrs)
            return
        declared, self._feed.decls = self._feed.decls, {}
        for attribute, value in attrs.items():
            declared[attribute.lower()] = value
        self._feed.unknown_starttag(local, list(declared.items()))

    def end_element_ns(self, name: str) -> None:
        local = self._local(name)
        if local is None:
            super().end_element_ns(name)
        else:
            self._feed.unknown_endtag(local)

    def _local(self, name: str) -> str | None:
        """What feedparser calls the element; None where that depends on more than its namespace."""
        try:
            return self._names[name]
        except KeyError:
            if len(self._names) >= _MOST:
                self._names.clear()
            local = self._names[name] = self._worked_out(name)
            return local

    def _worked_out(self, name: str) -> str | None:
        parts = name.split()  # namespace, name, prefix; a mere name where there is no namespace
        if len(parts) > 3:
            return None
        namespace, element = ("", *parts)[-2:] if len(parts) < 3 else parts[:2]
        prefix = self._feed._matchnamespaces.get(namespace.lower())
        if prefix is None or element in _WITH_NAMESPACE:
            return None
        return f"{prefix}:{element}".lower() if prefix else element.lower()


def create_parser() -> ExpatParser:
    """Called by `xml.sax.make_parser`, which looks for it under this name."""
    return _BufferedExpat()
