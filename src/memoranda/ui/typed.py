"""What people type into a form or an address."""

from collections.abc import Mapping

LARGEST = 2**63 - 1  # no database holds a larger number


def typed(query: Mapping[str, str], name: str, *, most: int) -> str:
    """The words under ``name``, trimmed and of at most ``most`` characters.

    Without the character zero, which PostgreSQL cannot hold. Not for values chosen
    from a list, which may begin or end with a space.
    """
    return query.get(name, "").replace("\x00", "").strip()[:most]


def whole_number(said: str) -> int | None:
    """The number that digits say; None for anything else, or more than any key."""
    is_one = said.isascii() and said.isdigit() and len(said) < len(str(LARGEST))
    return int(said) if is_one else None
