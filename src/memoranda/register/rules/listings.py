"""In which lists an entry stands, by which words it is found there, what is counted.

Words are pairs of a name and a value. Counts are kept of every word and of every two
words that narrow a list, so that a page reads them and counts nothing.
"""

from collections.abc import Iterable, Iterator

from memoranda.register.enums import SubjectType

Word = tuple[str, str]
Tallied = tuple[str, Word, Word]  # the listing, and the two words

EVERY: Word = ("every", "")
UNDATED = ""  # the year of what has no date
LINKED = "linked"  # the list of actors that records lead to
RECORD = "record"  # all types but actors together; has counts only
# Of these every two are counted together; two actors or bodies with each other only.
CROSSED = ("kind", "status", "country", "field", "year")
PAIRED = ("actor", "body")
JOINT = ("country", "body")  # counted across all records


def listings_of(type_: str, *, links: int) -> tuple[str, ...]:
    """The lists in which an entry of ``type_`` stands that ``links`` facts lead to."""
    if type_ == SubjectType.ACTOR and links > 0:
        return (type_, LINKED)
    return (type_,)


def tallied(listing: str, words: Iterable[Word]) -> Iterator[Tallied]:
    """All counts in which an entry of ``listing`` with these words is one more."""
    had = sorted(set(words))
    for word in had:
        yield listing, EVERY, word
    crossed = [word for word in had if word[0] in CROSSED]
    yield from ((listing, a, b) for a in crossed for b in crossed if a != b)
    for name in PAIRED:
        paired = [word for word in had if word[0] == name]
        yield from ((listing, a, b) for a in paired for b in paired if a != b)
    if listing in {SubjectType.ACTOR, LINKED}:
        return
    yield RECORD, EVERY, EVERY
    for name in JOINT:
        joint = [word for word in had if word[0] == name]
        yield from ((RECORD, a, b) for a in joint for b in joint if a < b)
