"""The short forms that organisations go by: initials and names in capitals."""

import re

from memoranda.reading.names.folding import fold
from memoranda.reading.names.organisation_name import organisation_parts
from memoranda.reading.names.organisation_words import fields, small_words

ACRONYM_LENGTH = range(2, 11)
MIXED_CAPITALS = 3  # of MoMA
FIRMS = frozenset({"agency", "company"})  # kinds said after the firm's own name
_NO_LETTERS = re.compile(r"[\W\d_]+")


def is_acronym_of(short: str, long: str) -> bool:
    """Whether ``short`` is made of the first letters of the words of ``long``."""
    letters = _NO_LETTERS.sub("", short)
    if " " in short.strip() or len(letters) not in ACRONYM_LENGTH:
        return False
    if not letters.isupper() and sum(map(str.isupper, letters)) < MIXED_CAPITALS:
        return False
    heads = [(w[0], fold(w)) for w in re.split(r"[\s,–-]+", long) if w[:1].isalpha()]
    every = "".join(head for head, _ in heads).upper()
    said = "".join(head for head, word in heads if word not in small_words()).upper()
    return letters.upper() in {every, said}


def name_in_capitals(name: str) -> str:
    """The word in capitals that ends a name in running type, or "" when none does."""
    *before, last = name.split() or [""]
    return last if before and last.isupper() and not name.isupper() else ""


def is_short_name_of(short: str, long: str) -> bool:
    """Whether ``short`` is the word in capitals by which ``long`` goes.

    It stands last ("Directorate of Concerts MUSICA", not "Commission for UNESCO") or
    is all that a firm has of its own ("Trend Agency").
    """
    before = long.split()[:-1]
    if " " in short or len(short) < ACRONYM_LENGTH.start or not before:
        return False
    last = name_in_capitals(long)
    if last and fold(last) == fold(short):
        return fold(before[-1]) not in small_words()
    parts = organisation_parts(long)
    own = parts.own - fields()
    return short.isupper() and own == {fold(short)} and bool(parts.kinds & FIRMS)
