"""The keys that move in the list of articles, each once."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def _key(keys: str, action: str, name: str, says: str) -> Binding:
    return Binding(keys, action, says, show=False, id=f"list.{name}")


LIST_KEYS: list[BindingType] = [
    _key("j,down", "move(1)", "down", "Down"),
    _key("k,up", "move(-1)", "up", "Up"),
    _key("space,ctrl+f,pagedown", "page(1)", "page_down", "Page down"),
    _key("b,ctrl+b,pageup", "page(-1)", "page_up", "Page up"),
    _key("ctrl+d", "half_page(1)", "half_page_down", "Half a page down"),
    _key("ctrl+u", "half_page(-1)", "half_page_up", "Half a page up"),
    _key("g,home", "edge(-1)", "first", "First; 10g: the tenth"),
    _key("G,end", "edge(1)", "last", "Last; 10G: the tenth"),
    _key("z", "centre", "centre", "Put the cursor's row in the middle"),
    _key("z t", "edge_of_window(-1)", "window_top", "Put the cursor's row at the top"),
    _key("z b", "edge_of_window(1)", "window_bottom", "Put the cursor's row at the bottom"),
    _key("right_square_bracket", "day(1)", "next_day", "Next day"),
    _key("left_square_bracket", "day(-1)", "previous_day", "Previous day"),
    _key("enter,l,right", "open", "open", "Read"),
    *(_key(f"{digit}", f"count({digit})", f"count_{digit}", "Count") for digit in range(10)),
]
