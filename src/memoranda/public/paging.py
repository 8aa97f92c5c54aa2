"""Pages of a list that say how far they reach."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from memoranda.register.queries.counts import Count

if TYPE_CHECKING:
    from django.http import HttpRequest

FURTHEST = 10_000  # rows that the pages of one list reach
ROWS = 30


@dataclass(frozen=True, slots=True)
class Page:
    """One page: its number from 1, the rows of the whole list, the rows of a page.

    ``reach``: the rows that pages lead to, of a list that may be longer.
    """

    number: int
    count: Count
    rows: int = ROWS
    reach: int = FURTHEST

    @property
    def start(self) -> int:
        """The first row of the page, from 0."""
        return (self.number - 1) * self.rows

    @property
    def end(self) -> int:
        """One behind its last row."""
        return min(self.start + self.rows, self.reach)

    @property
    def last(self) -> int:
        """The number of the last page that can be turned to."""
        number = self.reach if self.count.more else self.count.number
        return max(1, -(-min(number, self.reach) // self.rows))

    @property
    def has_previous(self) -> bool:
        """Whether there is a page before."""
        return self.number > 1

    @property
    def has_next(self) -> bool:
        """Whether there is, or may be, a page behind."""
        return self.number < self.last

    @property
    def is_cut(self) -> bool:
        """Whether the list is longer than its pages reach."""
        return not self.count.more and self.count.number > self.reach

    @property
    def furthest(self) -> Count:
        """How many rows the pages reach."""
        return Count(self.reach)

    @property
    def previous_number(self) -> int:
        """The number of the page before."""
        return self.number - 1

    @property
    def next_number(self) -> int:
        """The number of the page behind."""
        return self.number + 1


def page_in(
    request: HttpRequest, count: Count, *, rows: int = ROWS, reach: int = FURTHEST
) -> Page:
    """The page that an address asks for; the nearest one where there is no such."""
    asked = request.GET.get("page", "")
    number = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 8 else 1
    page = Page(max(1, number), count, rows, reach)
    return replace(page, number=min(page.number, page.last))
