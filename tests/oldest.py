"""The oldest versions that the project file allows, as pip wants them: `python -m tests.oldest`.

    pip install -e '.[test]' -c <(python -m tests.oldest) && pytest

What is lower than that has been seen to fail, or was never tried.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

_REQUIREMENT = re.compile(r"([\w.-]+)>=([\d.]+)")


def oldest() -> Iterator[str]:
    """One constraint a dependency."""
    project = tomllib.loads((Path(__file__).parents[1] / "pyproject.toml").read_text())["project"]
    for requirement in project["dependencies"]:
        if found := _REQUIREMENT.match(requirement):
            yield f"{found[1]}=={found[2]}"


if __name__ == "__main__":
    print("\n".join(oldest()))
