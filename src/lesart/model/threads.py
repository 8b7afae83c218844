"""Notes and the replies to them, as threads."""

from __future__ import annotations

from collections.abc import Sequence

from lesart.model.annotation import Annotation

Thread = list[tuple[int, Annotation]]
"""A note and its replies, each with how deep it stands."""


def threads(notes: Sequence[Annotation]) -> list[Thread]:
    """Each note that answers none of the others, followed by its replies; how deep each stands.

    Among themselves notes keep the order in which they come. Notes that reply to each other in a
    ring, as a damaged file may have them, are each by themselves: none is left out.
    """
    below: dict[int | None, list[Annotation]] = {}
    ids = {note.id for note in notes}
    for note in notes:
        below.setdefault(note.parent if note.parent in ids else None, []).append(note)
    found: list[Thread] = []
    seen: set[int] = set()
    for head in below.get(None, []):
        thread: Thread = []
        waiting = [(0, head)]
        while waiting:
            depth, note = waiting.pop()
            seen.add(note.id)
            thread.append((depth, note))
            waiting += [(depth + 1, reply) for reply in reversed(below.get(note.id, []))]
        found.append(thread)
    return found + [[(0, note)] for note in notes if note.id not in seen]


def in_threads(notes: Sequence[Annotation]) -> Thread:
    """All the notes, each with its replies after it, and how deep each stands."""
    return [placed for thread in threads(notes) for placed in thread]
