"""Rows of a long list, fetched by page as they are looked at, and forgotten when many others were.

The list itself is ids only, so a million articles cost eight bytes each.
"""

from __future__ import annotations

from array import array
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence

from lesart.model.headline import Headline

PAGE = 128
_KEPT_PAGES = 24

Load = Callable[[list[int]], Sequence[Headline | None]]
"""Give the headline of each id, in order; None where there is none any more."""


class HeadlinePages:
    """The rows of `ids`. Set `load` before the first look."""

    def __init__(self, load: Load) -> None:
        self.load = load
        self.on_page: Callable[[list[int]], None] | None = None
        """Told the ids of each page that is looked at for the first time."""
        self.ids = array("q")
        self._pages: OrderedDict[int, list[Headline | None]] = OrderedDict()

    def __len__(self) -> int:
        return len(self._pages)

    def put_ids(self, ids: array[int]) -> None:
        """Another list."""
        self.ids = ids
        self._pages.clear()

    def put_rest(self, ids: array[int]) -> bool:
        """The same list with more behind it: rows that are held stay. False where it is another list."""
        before, full = self.ids, len(self.ids) // PAGE
        if ids[: len(before)] != before:
            return False
        self.ids = ids
        for number in [number for number in self._pages if number >= full]:
            del self._pages[number]
        return True

    def at(self, index: int) -> Headline | None:
        """The headline in a row, fetched with its page; None outside the list or if it is gone."""
        if not 0 <= index < len(self.ids):
            return None
        number = index // PAGE
        page = self._pages.get(number)
        if page is None:
            ids = self.ids[number * PAGE : (number + 1) * PAGE].tolist()
            page = self._pages[number] = list(self.load(ids))
            page.extend([None] * (len(ids) - len(page)))
            if len(self._pages) > _KEPT_PAGES:
                self._pages.popitem(last=False)
            if self.on_page:
                self.on_page(ids)
        else:
            self._pages.move_to_end(number)
        return page[index % PAGE]

    def index_of(self, article_id: int | None, otherwise: int) -> int:
        """The row of an article; `otherwise` where it has none."""
        if article_id is None:
            return otherwise
        try:
            return self.ids.index(article_id)
        except ValueError:
            return otherwise

    @property
    def looked_at(self) -> Iterator[Headline]:
        """The rows that are held."""
        return (row for page in self._pages.values() for row in page if row is not None)

    def put(self, headlines: Iterable[Headline]) -> None:
        """These rows are as they are given now, wherever they stand."""
        fresh = {headline.id: headline for headline in headlines}
        for page in self._pages.values():
            for at, headline in enumerate(page):
                if headline is not None and headline.id in fresh:
                    page[at] = fresh[headline.id]

    def load_again(self, ids: Iterable[int]) -> bool:
        """Fetch anew those of these rows that are held; says whether there are any."""
        changed = set(ids)
        known = [row.id for row in self.looked_at if row.id in changed]
        if known:
            self.put(row for row in self.load(known) if row is not None)
        return bool(known)


def first_of_day(index: int, day_of: Callable[[int], str], *, farthest: int = 5000) -> int:
    """The first row of the day that this row is of, at most `farthest` rows away."""
    day, last = day_of(index), max(0, index - farthest)
    while index > last and day_of(index - 1) == day:
        index -= 1
    return index
