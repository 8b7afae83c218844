"""The built-in engine: a small multilingual encoder that labels every word."""

from __future__ import annotations

from lesart.analysis.entities.engines import EngineUnavailable
from lesart.analysis.entities.finding import Finding


class Network:
    """Loaded once in a process; needs onnxruntime, tokenizers and numpy."""

    @classmethod
    def load(cls) -> Network:
        """Read the weights beside this package."""
        raise EngineUnavailable("the weights for names are not part of this installation.")

    def find(self, text: str, language: str) -> list[Finding]:
        """Names in order of their place."""
        return []
