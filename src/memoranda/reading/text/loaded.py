"""A file's text and what its format says about it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Loaded:
    """``original`` is the text before cleaning; the rest are the format's hints.

    ``published`` is a date as the format writes it, at best ISO 8601.
    """

    original: str
    media_type: str
    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None
