"""What figures measure, read once more by a network beside the rules: `refined`."""

from __future__ import annotations

from lesart.analysis.figure_head.refining import refined

__all__ = ["refined"]
