"""Cut a word into the pieces the model knows: the likeliest cut, by the pieces' scores."""

from __future__ import annotations

from collections.abc import Sequence

UNKNOWN = 3
_REMEMBERED = 50_000
_LONGEST = 16
"""No piece in use is longer."""
_UNKNOWN_COST = 10.0


class Pieces:
    """A unigram vocabulary. A dictionary and a short loop: words are short and remembered, and a
    library's table for the same would take 50 MB."""

    def __init__(self, pieces: Sequence[str], scores: Sequence[float]) -> None:
        self._pieces = {
            piece: (score, index)
            for index, (piece, score) in enumerate(zip(pieces, scores, strict=True))
        }
        self._unknown = min(scores, default=0.0) - _UNKNOWN_COST
        self._known: dict[str, list[int]] = {}

    def of(self, word: str, most: int) -> list[int]:
        """The pieces of a prepared word, at least one and at most `most`."""
        found = self._known.get(word)
        if found is None:
            found = (self._cut(word) or [UNKNOWN])[:most]
            if len(self._known) < _REMEMBERED:
                self._known[word] = found
        return found

    def _cut(self, word: str) -> list[int]:
        best: list[tuple[float, int, int]] = [(0.0, -1, -1)]
        """For each place in the word: score so far, piece that ends there, where it begins."""
        for end in range(1, len(word) + 1):
            at_end = (best[end - 1][0] + self._unknown, UNKNOWN, end - 1)
            for start in range(max(0, end - _LONGEST), end):
                piece = self._pieces.get(word[start:end])
                if piece is not None and best[start][0] + piece[0] > at_end[0]:
                    at_end = (best[start][0] + piece[0], piece[1], start)
            best.append(at_end)
        found: list[int] = []
        place = len(word)
        while place > 0:
            _, piece_id, start = best[place]
            # Unknown signs side by side are one unknown piece.
            if not (piece_id == UNKNOWN and found and found[-1] == UNKNOWN):
                found.append(piece_id)
            place = start
        return found[::-1]
