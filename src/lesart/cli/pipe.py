"""`lesart pipe STAGE`: each stage of the work as a filter over JSON lines, one answer a line."""

from __future__ import annotations

import argparse
import base64
import binascii
import importlib
import json
from collections.abc import Callable
from typing import Any

from lesart.cli.argparse_words import Layout
from lesart.cli.context import Context
from lesart.locales.in_sentences import use_locale
from lesart.model.errors import LesartError
from lesart.translations import N_, SOURCE_LANGUAGE, _, use

Line = dict[str, Any]

HELP = N_("""\
Read JSON objects, one a line, from standard input and answer each with one line, in order.
What cannot be done is answered with an "error" field; the next line goes on.

analyse   {"id","text","language","date","title"}; only "text" must be there
       -> {"id","language","figures":[{"start","end","surface","kind","value","low","high",
          "qualifier","unit","noun","of","role","per","against","since","pair","change",
          "attribution",…}],"entities":[{"name","type","mentions":[{"start","end",
          "surface"}]}]}; offsets count code points of "text" as given; dates are strings.
parse     {"id","url","headers","body_b64"}
       -> {"id","kind","title","link","entries","error"}; an entry is
          {"id","title","link","published","updated","content"}: dates are ISO 8601 in UTC or null
          (null also where the feed's date is absurd or lies in the future), "id" is the feed's own
          or else the link or a hash, "content" is HTML as the feed has it, not sanitised.
          "headers" and "now" (UTC seconds) may be left out.
       with "op":"discover" (body_b64 is a page)
       -> {"id","feeds":[{"url","title","type"}],"error"}
extract   {"id","url","html_b64"}
       -> {"id","title","text","date","author","lang","error"}
anchor    {"id","new_text","selector":{"exact","prefix","suffix","start"},"old_text"}
       -> {"id","status","start","end","changed","suggest"}
compare   {"id","a":{"text","title","date","language"},"b":{…}}; only "text" must be there, but
          without "date" nobody can tell a contradiction from yesterday's number
       -> {"id","pairs":[{"a":{"start","end"},"b":{"start","end"},"verdict","why"}]}: pairs of
          figures of the same thing, each figure once, in the order of "a"; "verdict" is agrees
          (the same, or inside what a qualifier or rounding allows), differs (another time or
          scope: "why" says which), contradicts (the same thing, place and time, and both
          cannot hold) or similar (unsure); what is not worth showing is left out.
names     {"id","names":["Wladimir Putin","Vladimir Poutine","Paris"]}
       -> {"id","keys":[…]}: one key a name, in order; equal keys, also from line to line, are one
          person, place or organisation in several spellings or languages; "" is no name.
stories   {"id","title","text","date","language"}; only "id" and "text" must be there. All lines are
          read before the first is answered; their order does not matter.
       -> {"id","story","copy_of"}: the same word in "story" is the same story (agency copies,
          follow-ups, other languages); "copy_of" is the id of the article that this one copies, of
          several the earliest, else null.
""")


def register(subparsers: Any) -> None:
    parser = subparsers.add_parser(
        "pipe",
        help=_("a stage of the work as a filter over JSON lines"),
        description=_(HELP),
        formatter_class=Layout,
    )
    parser.add_argument("stage", choices=sorted([*PIPES, "stories"]), help=_("which stage"))
    parser.set_defaults(handler=run_pipe)


def run_pipe(options: argparse.Namespace, context: Context) -> int:
    """Answer every line; nothing in a line can end the loop."""
    # Programs read this, and what they look for must not depend on who runs them.
    use(SOURCE_LANGUAGE)
    use_locale(SOURCE_LANGUAGE)
    if options.stage == "stories":
        from lesart.cli.pipe_stories import answers

        for answer in answers(context.stdin):
            context.say_json(answer)
        return 0
    module, function = PIPES[options.stage]
    stage: Callable[[Line], Line] = getattr(importlib.import_module(module), function)
    for raw in context.stdin:
        if raw.strip():
            context.say_json(_answer(stage, raw, context))
            context.out.flush()
    return 0


def _answer(stage: Callable[[Line], Line], raw: bytes, context: Context) -> Line:
    identity: Any = None
    try:
        line = json.loads(raw)
        if not isinstance(line, dict):
            return {"id": None, "error": "this line is no JSON object."}
        identity = line.get("id")
        line.setdefault("now", context.now())
        return {"id": identity, **stage(line)}
    except LesartError as error:
        return {"id": identity, "error": str(error)}
    except (ValueError, RecursionError) as error:
        return {"id": identity, "error": f"this line cannot be read: {error}."}
    except Exception as error:  # one bad line must not take the others with it
        return {"id": identity, "error": f"unexpected: {type(error).__name__}: {error}"}


def bytes_of(line: Line, name: str) -> bytes:
    """The bytes that a line carries in base64; raises LesartError."""
    value = line.get(name)
    if not isinstance(value, str):
        raise LesartError(f'"{name}" is missing.')
    try:
        return base64.b64decode(value, validate=False)
    except (binascii.Error, ValueError) as error:
        raise LesartError(f'"{name}" is not base64.') from error


# ------------------------------------------------------------------ the stages


def pipe_parse(line: Line) -> Line:
    """A feed's bytes into entries, or (`op` discover) a page's bytes into feeds."""
    body = bytes_of(line, "body_b64")
    given = line.get("headers")
    headers = {str(k).lower(): str(v) for k, v in given.items()} if isinstance(given, dict) else {}
    url = str(line.get("url") or "")
    if line.get("op") == "discover":
        return _discover(body, url, headers.get("content-type", ""))
    from lesart.feeds.parse_worker import shared_worker
    from lesart.model.errors import FeedError

    now = line.get("now")
    now = int(now) if isinstance(now, int | float) else None
    try:
        feed = shared_worker().read(body, url=url, headers=headers, now=now).feed
    except FeedError as error:
        return {"kind": "", "title": "", "link": "", "entries": [], "error": error.reason}
    return {
        "kind": feed.kind,
        "title": feed.title,
        "link": feed.site,
        "entries": [_entry(entry) for entry in feed.entries],
        "error": None,
        **({"note": feed.note} if feed.note else {}),
    }


def _discover(body: bytes, url: str, content_type: str) -> Line:
    from lesart.feeds.pages.discover import discover

    found = discover(body, url=url, content_type=content_type)
    return {"feeds": [feed._asdict() for feed in found], "error": None}


def _entry(entry: Any) -> Line:
    from lesart.feeds.formats.identity import identity
    from lesart.locales.read_dates import iso

    return {
        "id": identity(entry),
        "title": entry.title,
        "link": entry.link,
        "published": iso(entry.published),
        "updated": iso(entry.updated),
        "content": entry.content_html or entry.summary_html,
    }


PIPES: dict[str, tuple[str, str]] = {
    "analyse": ("lesart.cli.pipe_analyse", "pipe_analyse"),
    "parse": ("lesart.cli.pipe", "pipe_parse"),
    "extract": ("lesart.cli.pipe_extract", "pipe_extract"),
    "anchor": ("lesart.cli.pipe_anchor", "pipe_anchor"),
    "compare": ("lesart.cli.pipe_compare", "pipe_compare"),
    "names": ("lesart.cli.pipe_names", "pipe_names"),
}
"""Stage -> module and function; a stage is imported only when it is asked for."""
