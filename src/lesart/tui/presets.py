"""Sets of keys to begin with: which commands and motions have other keys than the registry gives them.

`vim` is the registry itself. A command that a table does not name keeps its key; one whose key the
table gives to another command has to be named, too (a test asks that nothing clashes and that
everything can be reached).
"""

from __future__ import annotations

from collections.abc import Mapping

VIM = "vim"

_NEWSBOAT = {
    "quit": "Q,ctrl+q",
    "open": "enter,right",
    "list.open": "enter,right",
    "toggle_read": "l,L",
    "read": "N,m",
    "annotations": "ctrl+n",
    "delete": "D,d",
    "remove_source": "D,d",
    "changes": "H",
    "remove_samples": "dollar_sign",
    "open_link": "u",
    "undo": "U",
    "redo": "ctrl+r",
    "macro": "comma letter",
    "tag": "t,ctrl+e",
}

# Many terminals send alt and a sign as the sign alone, so < and > stand beside alt+< and alt+>.
_EMACS = {
    # moving
    "list.down": "n,ctrl+n,j,down",
    "list.up": "p,ctrl+p,k,up",
    "list.page_down": "space,ctrl+v,pagedown",
    "list.page_up": "alt+v,backspace,pageup",
    "list.first": "less_than_sign,alt+less_than_sign,home",
    "list.last": "greater_than_sign,alt+greater_than_sign,end",
    "list.centre": "ctrl+l",
    "list.open": "enter,right",
    "reader.line_down": "ctrl+n,j,down",
    "reader.line_up": "ctrl+p,k,up",
    "reader.page_down": "space,ctrl+v,pagedown",
    "reader.page_up": "alt+v,backspace,pageup",
    "reader.start": "less_than_sign,alt+less_than_sign,home",
    "reader.end": "greater_than_sign,alt+greater_than_sign,end",
    "reader.centre": "ctrl+l",
    "facts.down": "ctrl+n,j,down",
    "facts.up": "ctrl+p,k,up",
    "facts.page_down": "space,ctrl+v,pagedown",
    "facts.page_up": "alt+v,backspace,pageup",
    "facts.first": "less_than_sign,alt+less_than_sign,home",
    "facts.last": "greater_than_sign,alt+greater_than_sign,end",
    "sources.down": "n,ctrl+n,j,down",
    "sources.up": "p,ctrl+p,k,up",
    "sources.page_down": "space,ctrl+v,pagedown",
    "sources.page_up": "alt+v,backspace,pageup",
    "sources.first": "less_than_sign,alt+less_than_sign,home",
    "sources.last": "greater_than_sign,alt+greater_than_sign,end",
    "sources.unfold": "right",
    "sources.fold": "left",
    "leave_sources": "q,escape,ctrl+g",
    "pause_source": "P",
    "open": "enter,right",
    "back": "q,h,left,escape,ctrl+g",
    "older": "l,ctrl+o",
    "newer": "ctrl+i,ctrl+x l",
    "next_unread": "alt+n",
    "previous_unread": "alt+p",
    "next_article": "n,N,J",
    "previous_article": "p,P,K",
    "annotations": "ctrl+x n",
    # selecting
    "reader.select": "v,ctrl+@,ctrl+space",
    "reader.left": "ctrl+b,h,left",
    "reader.right": "ctrl+f,l,right",
    "reader.next_word": "alt+f,w",
    "reader.previous_word": "alt+b,b",
    "reader.line_end": "ctrl+e,dollar_sign",
    "reader.next_sentence": "alt+e,right_parenthesis",
    "reader.previous_sentence": "alt+a,left_parenthesis",
    "leave_selection": "escape,q,ctrl+g",
    "copy": "y,alt+w",
    # the rest
    "search": "ctrl+s,slash",
    "save_query": "alt+s,ctrl+x ctrl+s",
    "saved_queries": "apostrophe,g v,ctrl+x b",
    "set_mark": "ctrl+x r space letter",
    "jump_mark": "apostrophe letter,ctrl+x r j letter",
    "add": "plus",
    "refresh_all": "R,G",
    "browser": "o,b,g x",
    "undo": "u,ctrl+underscore,ctrl+x u",
    "redo": "U",
    "messages": "ctrl+x m",
    "command_line": "alt+x,colon",
    "palette": "ctrl+x p",
    "quit": "ctrl+x ctrl+c,ctrl+q",
}

PRESETS: Mapping[str, Mapping[str, str]] = {VIM: {}, "newsboat": _NEWSBOAT, "emacs": _EMACS}
"""Preset -> command or motion -> its keys."""

WHILE_LIT: Mapping[str, Mapping[str, str]] = {
    VIM: {"next_unread": "next_match", "annotations": "previous_match"}
}
"""What keys do instead while the matches of a search are lit in the article."""
