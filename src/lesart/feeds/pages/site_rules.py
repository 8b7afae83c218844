"""Rules for single sites, for the pages that no general reading gets right: CSS selectors in TOML.

["example.org"]              # the host and its subdomains; "example.org/blog" only that part
article = "div.story"        # these elements are the story, and nothing else is
keep = [".lead"]             # never dropped, whatever they are called
drop = [".quiz", "p.teaser"] # never part of the story
title = "h1.headline"
author = ".writer"
date = "time.first"          # its `datetime`, else its words
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from lesart.locales.read_dates import Written, read_written
from lesart.model.errors import LesartError
from lesart.translations import _

KEEP = "data-lesart-keep"
"""Stands at an element that a rule keeps."""
HOLDS = "data-lesart-holds"
"""Stands at what such an element is in."""
_SINGLE = ("article", "title", "author", "date")
_MANY = ("keep", "drop")
_LARGEST = 1_000_000


class BadRules(LesartError):
    """The file of rules cannot be used; the sentence says where and why."""

    exit_status = 2


@dataclass(frozen=True, slots=True)
class SiteRules:
    """What the reader says about one site's pages; empty where he says nothing."""

    site: str = ""
    article: str = ""
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()
    title: str = ""
    author: str = ""
    date: str = ""


@dataclass
class _Current:
    path: Path | None = None
    stamp: tuple[int, int] = (0, 0)
    rules: tuple[SiteRules, ...] = field(default=())


_current = _Current()


def follow(path: Path | None) -> None:
    """Read pages by the rules in this file from now on; there need not be one."""
    _current.path, _current.stamp, _current.rules = path, (0, 0), ()


def followed_path() -> Path | None:
    """The file whose rules are followed."""
    return _current.path


def rules_for(url: str) -> SiteRules:
    """The rules for a page's address; raises BadRules where the file is wrong."""
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower().removeprefix("www.")
    except ValueError:
        return SiteRules()
    best = SiteRules()
    for rules in _followed() if host else ():
        named, _, path = rules.site.partition("/")
        is_host = host == named or host.endswith(f".{named}")
        if is_host and parts.path.startswith(f"/{path}") and len(rules.site) > len(best.site):
            best = rules
    return best


def _followed() -> tuple[SiteRules, ...]:
    """The rules as the file has them now."""
    path = _current.path
    if path is None:
        return ()
    try:
        state = path.stat()
    except OSError:
        return ()
    stamp = (state.st_mtime_ns, state.st_size)
    if stamp != _current.stamp:
        try:
            text = path.read_bytes()[:_LARGEST].decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadRules(
                _("{path} cannot be read ({error}).").format(path=path, error=error)
            ) from error
        try:
            _current.rules = tuple(read_rules(text))
        except BadRules as error:
            raise BadRules(f"{path}: {error}") from error
        _current.stamp = stamp
    return _current.rules


def read_rules(text: str) -> Iterator[SiteRules]:
    """The rules that a file holds; raises BadRules for what is none."""
    import tomllib

    try:
        sites = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        raise BadRules(_("it is not valid TOML ({error}).").format(error=error)) from error
    for site, values in sites.items():
        if not isinstance(values, dict):
            raise BadRules(_('“{site}” must be a table of rules: ["{site}"].').format(site=site))
        if unknown := sorted(values.keys() - {*_SINGLE, *_MANY}):
            known = ", ".join((*_MANY, *_SINGLE))
            raise BadRules(
                _("“{unknown}” of {site} is no rule; there are {known}.").format(
                    unknown=unknown[0], site=site, known=known
                )
            )
        named = site.lower().removeprefix("https://").removeprefix("http://").removeprefix("www.")
        yield SiteRules(
            site=named.rstrip("/"),
            article=_selector(site, "article", values.get("article", "")),
            keep=_selectors(site, "keep", values.get("keep", [])),
            drop=_selectors(site, "drop", values.get("drop", [])),
            title=_selector(site, "title", values.get("title", "")),
            author=_selector(site, "author", values.get("author", "")),
            date=_selector(site, "date", values.get("date", "")),
        )


def _selectors(site: str, name: str, value: object) -> tuple[str, ...]:
    listed = value if isinstance(value, list) else [value]
    return tuple(_selector(site, name, one) for one in listed if one != "")


def _selector(site: str, name: str, value: object) -> str:
    if not isinstance(value, str):
        raise BadRules(
            _("“{name}” of {site} must be a CSS selector in quotes.").format(name=name, site=site)
        )
    if value:
        from cssselect import SelectorError
        from lxml.cssselect import CSSSelector

        try:
            CSSSelector(value)
        except SelectorError as error:
            raise BadRules(
                _("“{value}” ({name} of {site}) is no CSS selector: {error}.").format(
                    value=value, name=name, site=site, error=error
                )
            ) from error
    return value


# ------------------------------------------------------------------ applied


def selected(root: Any, selector: str) -> list[Any]:
    """The elements that a selector means, in the page's order."""
    from lxml.cssselect import CSSSelector

    if not selector:
        return []
    found: Any = CSSSelector(selector)(root)
    return list(found)


def first_words(root: Any, selector: str) -> str:
    """What the first such element says."""
    for element in selected(root, selector):
        words = " ".join((element.get("content") or element.text_content()).split())
        if words:
            return words
    return ""


def first_date(root: Any, selector: str, language: str) -> Written | None:
    """The date that the first such element gives."""
    for element in selected(root, selector):
        for words in (element.get("datetime"), element.get("content"), element.text_content()):
            if words and (found := read_written(words, language)):
                return found
    return None


def mark_kept(root: Any, rules: SiteRules) -> None:
    """Mark what the rules keep, and all it stands in."""
    for selector in rules.keep:
        for element in selected(root, selector):
            element.set(KEEP, "1")
            for around in element.iterancestors():
                around.set(HOLDS, "1")
