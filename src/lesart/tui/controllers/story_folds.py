"""Stories as one row each: which articles stand behind which row, and which of them are shown below it."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Mapping

from lesart.tui.rendering.glyphs import Glyphs


class StoryFolds:
    """The rows of a list, folded. It knows numbers only; the list stays an array of them."""

    def __init__(self, glyphs: Glyphs, *, is_on: bool = False) -> None:
        self._glyphs = glyphs
        self.is_on = is_on
        self._behind: dict[int, tuple[int, ...]] = {}
        """First article of a story in this list -> the others, in the order of the list."""
        self._head: dict[int, int] = {}
        """Each of those others -> the first."""
        self._opened: set[int] = set()
        """Firsts whose others are shown below them."""

    def fold(self, ids: array[int], story_of: Mapping[int, int]) -> array[int]:
        """The rows that are shown of `ids`: of each story the first, and the others of opened ones."""
        opened = self._opened
        self._behind, self._head, self._opened = {}, {}, set()
        if not story_of or not self.is_on:
            return ids
        first_of: dict[int, int] = {}
        others: dict[int, list[int]] = {}
        for article_id in ids:
            story = story_of.get(article_id)
            if story is None:
                continue
            head = first_of.setdefault(story, article_id)
            if head != article_id:
                others.setdefault(head, []).append(article_id)
                self._head[article_id] = head
        self._behind = {head: tuple(some) for head, some in others.items()}
        self._opened = {
            head
            for head, some in self._behind.items()
            if head in opened or not opened.isdisjoint(some)
        }
        if not self._head:
            return ids
        shown = array("q")
        for article_id in ids:
            if article_id not in self._head:
                shown.append(article_id)
                if article_id in self._opened:
                    shown.extend(self._behind[article_id])
        return shown

    @property
    def folded_away(self) -> int:
        """How many articles of the list have no row now."""
        return sum(len(some) for head, some in self._behind.items() if head not in self._opened)

    def members(self, article_id: int) -> tuple[int, ...]:
        """The article's story as far as it is in this list; only itself if it is alone."""
        head = self._head.get(article_id, article_id)
        return (head, *self._behind.get(head, ()))

    def row_of(self, article_id: int) -> int:
        """The article in whose row this one is."""
        head = self._head.get(article_id)
        return article_id if head is None or head in self._opened else head

    def turn(self, ids: array[int], article_id: int) -> array[int] | None:
        """Open or close the story of this row; None where the article has no company here."""
        head = self._head.get(article_id, article_id)
        behind = self._behind.get(head)
        if not behind:
            return None
        at = ids.index(head) + 1
        if head in self._opened:
            self._opened.remove(head)
            return ids[:at] + ids[at + len(behind) :]
        self._opened.add(head)
        return ids[:at] + array("q", behind) + ids[at:]

    def without(self, ids: array[int], gone: Collection[int]) -> array[int]:
        """The rows after these articles went; who stood behind one of them comes to the front."""
        shown = array("q")
        for article_id in ids:
            behind = tuple(one for one in self._behind.get(article_id, ()) if one not in gone)
            if article_id not in gone:
                shown.append(article_id)
                if article_id in self._behind:
                    self._behind[article_id] = behind
            elif behind and article_id not in self._opened:
                shown.append(behind[0])
                self._behind[behind[0]] = behind[1:]
                self._head.pop(behind[0], None)
                self._head.update(dict.fromkeys(behind[1:], behind[0]))
        return shown

    def sign(self, article_id: int) -> str:
        """What stands before the title: how many are behind it, or that it belongs to the row above."""
        if article_id in self._head:
            return f"  {self._glyphs.reply} "
        behind = self._behind.get(article_id)
        if not behind:
            return ""
        sign = self._glyphs.opened if article_id in self._opened else self._glyphs.arrow
        return f"{sign}{len(behind) + 1} "
