"""Lists of keys cut to what one statement may carry."""

from collections.abc import Iterable, Iterator

AT_ONCE = 900  # SQLite's oldest limit on parameters is 999


def in_chunks(keys: Iterable[int]) -> Iterator[list[int]]:
    """The distinct keys in ascending lists of at most ``AT_ONCE``."""
    ordered = sorted(set(keys))
    for at in range(0, len(ordered), AT_ONCE):
        yield ordered[at : at + AT_ONCE]
