"""MOVED by the lead to lesart/locale_format.py and lesart/locale_words.py (the CLI needs them too).

Edit them there and import from there; delete this file when nothing imports it.
"""

from lesart.locale_format import *  # noqa: F403
