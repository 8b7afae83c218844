"""Load the engines' libraries with their reports about their users switched off.

onnxruntime's official builds count sessions, models and machines, keep a number for the device in
the person's cache folder and send all of it to their maker. Its switch counts only before the library
is initialised, and then for the life of the process, so nothing else may load it. The libraries
below GLiNER and spaCy would report, too, and fetch weights.
"""

from __future__ import annotations

import importlib
import os
from pathlib import Path
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


def session_of(weights: Path, threads: int) -> Any:
    """An onnxruntime session on the processor; raises ImportError, or what the library does of a bad file."""
    onnxruntime = load_quietly("onnxruntime")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Threads that wait in a loop would take the processor from the screen.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    # What a run needed goes back to the C library: kept for the next, it is 6 MiB for each thread, and no faster.
    options.enable_cpu_mem_arena = False
    # Without the optimizer SkipLayerNormFusion names take a tenth less, and three of a hundred in German
    # news are not found: how the sums are rounded differs.
    return onnxruntime.InferenceSession(str(weights), options, providers=["CPUExecutionProvider"])
