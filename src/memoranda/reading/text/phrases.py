"""Word lists as sets and as one pattern."""

import re
from functools import cache

from memoranda.reading.vocabulary import words


@cache
def listed(name: str, key: str) -> frozenset[str]:
    """The phrases ``key`` of the English list ``name``."""
    return frozenset(words("en", name)[key])


@cache
def any_of(name: str, *keys: str) -> re.Pattern[str]:
    """Any of the listed phrases as whole words, the longest first, in any case."""
    phrases = sorted((p for key in keys for p in listed(name, key)), key=len)
    parts = "|".join(re.escape(phrase.strip()) for phrase in reversed(phrases))
    return re.compile(rf"(?<!\w)(?:{parts})(?!\w)", re.IGNORECASE)
