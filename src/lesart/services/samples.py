"""The sample articles that come with the program, so that the first screen is worth looking at."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from lesart.model.errors import LesartError
from lesart.translations import _

SAMPLES = "Samples"
"""The folder they are stored in."""
_ARTICLES = {".txt", ".md", ".html"}


def sample_paths() -> list[str]:
    """The sample articles' files: in the installed package, else in the source tree beside it."""
    package = Path(str(files("lesart")))
    for folder in (package / "seeds", package.parent.parent / "seeds"):
        if folder.is_dir():
            found = sorted(p for p in folder.rglob("*") if p.suffix.lower() in _ARTICLES)
            return [str(path) for path in found if path.name.lower() != "readme.md"]
    raise LesartError(_("The sample articles are missing from this installation."))
