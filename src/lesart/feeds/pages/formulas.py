"""Write a formula on one line: (a+b)/2, x², √(2), Σ₁ⁿ."""

from __future__ import annotations

from typing import Any

from lesart.feeds.pages.raised_letters import lowered, raised

_DEEPEST = 30
_LONGEST = 2000
_UNSEEN = ("annotation", "annotation-xml", "maction", "mphantom")


def formula(element: Any) -> str:
    """The words of a `math` element, each once."""
    words = " ".join(_written(element, 0).split())
    return words[:_LONGEST]


def _written(element: Any, depth: int) -> str:
    if not isinstance(element.tag, str) or depth > _DEEPEST:
        return ""
    tag = element.tag.rpartition("}")[2].rpartition(":")[2]
    if tag in _UNSEEN:
        return ""
    if len(element) == 0:
        text = (element.text or "").strip("\n\t ").replace("\u2061", "").replace("\u2062", "")
        return f" {text} " if tag == "mo" and text in ("=", "<", ">", "≤", "≥", "≈", "→") else text
    parts = [_written(child, depth + 1) for child in element]
    return _SHAPES[tag](parts) if tag in _SHAPES and parts else _joined(element, parts)


def _joined(element: Any, parts: list[str]) -> str:
    words = [element.text or ""]
    for child, part in zip(element, parts, strict=True):
        words += (part, child.tail or "")
    return "".join(word.strip("\n\t") for word in words)


def _fraction(parts: list[str]) -> str:
    return "/".join(_grouped(part) for part in parts[:2])


def _grouped(part: str) -> str:
    part = part.strip()
    return part if part.isalnum() else f"({part})"


def _raise(parts: list[str]) -> str:
    return parts[0] + raised("".join(parts[1:]).strip())


def _lower(parts: list[str]) -> str:
    return parts[0] + lowered("".join(parts[1:]).strip())


def _lower_raise(parts: list[str]) -> str:
    low = lowered(parts[1].strip()) if len(parts) > 1 else ""
    return parts[0] + low + (raised(parts[2].strip()) if len(parts) > 2 else "")


def _root(parts: list[str]) -> str:
    return f"√{_grouped(''.join(parts))}"


def _nth_root(parts: list[str]) -> str:
    return f"{raised(''.join(parts[1:]).strip())}√{_grouped(parts[0])}"


def _row(parts: list[str]) -> str:
    return " ".join(part for part in parts if part.strip()) + "; "


_SHAPES = {
    "mfrac": _fraction, "msup": _raise, "mover": _raise, "msub": _lower, "munder": _lower,
    "msubsup": _lower_raise, "munderover": _lower_raise, "msqrt": _root, "mroot": _nth_root,
    "mtr": _row,
}  # fmt: skip
