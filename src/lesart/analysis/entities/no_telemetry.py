"""Load the engines' libraries with their reports about their users switched off.

onnxruntime's official builds count sessions, models and machines, keep a number for the device in
the person's cache folder and send all of it to their maker. Its switch counts only before the library
is initialised, and then for the life of the process, so nothing else may load it. The libraries
below GLiNER and spaCy would report, too, and fetch weights.
"""

from __future__ import annotations

import importlib
import os
from typing import Any

SWITCHES = {
    "ORT_DISABLE_TELEMETRY": "1",
    "HF_HUB_DISABLE_TELEMETRY": "1",
    "HF_HUB_OFFLINE": "1",
    "TRANSFORMERS_OFFLINE": "1",
    "DO_NOT_TRACK": "1",
}
"""What the libraries read; whatever the environment said before, here nothing is sent."""


def load_quietly(name: str) -> Any:
    """Import a library that would speak about its user; raises ImportError where there is none."""
    os.environ.update(SWITCHES)
    library = importlib.import_module(name)
    # A Windows build writes to the system's own trace, which only this call keeps it from.
    if name == "onnxruntime" and hasattr(library, "disable_telemetry_events"):
        library.disable_telemetry_events()
    return library
