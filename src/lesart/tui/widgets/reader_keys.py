"""The keys that move inside an article while the reader has the focus, each once."""

from __future__ import annotations

from textual.binding import Binding, BindingType


def _key(keys: str, action: str, name: str, says: str) -> Binding:
    return Binding(keys, action, says, show=False, id=f"reader.{name}")


READER_KEYS: list[BindingType] = [
    _key("j,down", "line(1)", "line_down", "Line down"),
    _key("k,up", "line(-1)", "line_up", "Line up"),
    _key("space,ctrl+f,pagedown", "page(1)", "page_down", "Page down"),
    _key("ctrl+d", "half_page(1)", "half_page_down", "Half a page down"),
    _key("ctrl+u", "half_page(-1)", "half_page_up", "Half a page up"),
    _key("g,home", "motion('start')", "start", "To the start; 10g: the tenth line"),
    _key("G,end", "motion('end')", "end", "To the end; 10G: the tenth line"),
    _key("z", "centre", "centre", "Put the cursor's line in the middle"),
    _key("z t", "edge_of_window(-1)", "window_top", "Put the cursor's line at the top"),
    _key("z b", "edge_of_window(1)", "window_bottom", "Put the cursor's line at the bottom"),
    _key("right_square_bracket", "next_mark(1)", "next_mark", "Next mark"),
    _key("left_square_bracket", "next_mark(-1)", "previous_mark", "Previous mark"),
    _key("v", "select", "select", "Select"),
    _key("V", "grow", "select_sentence", "Select the sentence, the paragraph"),
    _key("semicolon", "hint_sentences", "hint_sentences", "Label the sentences in view"),
    # Only while selecting; elsewhere these keys belong to the screen.
    _key("h,left", "extend('left')", "left", "Extend left"),
    _key("l,right", "extend('right')", "right", "Extend right"),
    _key("w", "extend('next_word')", "next_word", "Next word"),
    _key("b", "extend('previous_word')", "previous_word", "Previous word"),
    _key("b,ctrl+b,pageup", "page(-1)", "page_up", "Page up"),
    _key("e", "extend('word_end')", "word_end", "End of word"),
    _key("dollar_sign", "line_edge(1)", "line_end", "End of line"),
    _key("left_parenthesis", "extend('previous_sentence')", "previous_sentence", "Sentence back"),
    _key("right_parenthesis", "extend('next_sentence')", "next_sentence", "Next sentence"),
    _key(
        "left_curly_bracket",
        "extend('previous_paragraph')",
        "previous_paragraph",
        "Paragraph back",
    ),
    _key("right_curly_bracket", "extend('next_paragraph')", "next_paragraph", "Next paragraph"),
    _key("o", "swap_ends", "swap_ends", "The other end"),
    # A count before a motion; right after `v` too, later digits choose a colour.
    *(_key(f"{digit}", f"count({digit})", f"count_{digit}", "Count") for digit in range(10)),
]

SELECT_ACTIONS = frozenset({"extend", "line_edge", "swap_ends"})
"""Actions that mean something only while text is being selected."""


def is_for_selecting(binding: Binding) -> bool:
    """Whether a key of the reader does something only while words are being selected."""
    return binding.action.partition("(")[0] in SELECT_ACTIONS
