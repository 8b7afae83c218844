"""Several texts as one, with what their stretches were."""

from __future__ import annotations

from lesart.model.text import Block


def joined(
    text: str, blocks: tuple[Block, ...], more: str, more_blocks: tuple[Block, ...]
) -> tuple[str, tuple[Block, ...]]:
    """Two texts as one, a blank line between them."""
    if not text or not more:
        return (text, blocks) if text else (more, more_blocks)
    at = len(text) + 2
    moved = tuple(
        block._replace(
            span=block.span._replace(start=block.span.start + at, end=block.span.end + at)
        )
        for block in more_blocks
    )
    return f"{text}\n\n{more}", blocks + moved
