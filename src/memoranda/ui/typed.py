"""What people type into a form or an address."""

from collections.abc import Mapping


def typed(query: Mapping[str, str], name: str, *, most: int) -> str:
    """The words under ``name``, trimmed and of at most ``most`` characters.

    Without the character zero, which PostgreSQL cannot hold. Not for values chosen
    from a list, which may begin or end with a space.
    """
    return query.get(name, "").replace("\x00", "").strip()[:most]
