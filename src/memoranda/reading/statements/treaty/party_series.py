"""Names behind a comma: another party, or where the party before it belongs."""

import re

from memoranda.reading.statements.treaty.lexicon import pattern
from memoranda.reading.statements.treaty.party_name import (
    PartyName,
    is_country,
    is_institution,
)

ARTICLE = re.compile(r"the\b", re.IGNORECASE)
IN_BRACKETS = re.compile(r"\s*\([^()\n]{0,60}\)")
AND = re.compile(r",?\s+and\b", re.IGNORECASE)
NEXT = re.compile(r",\s+(?P<words>[^\W\d_a-z][^,;.\n]{2,80})")


def is_another(
    before: PartyName | None,
    name: PartyName,
    text: str,
    *,
    start: int,
    direct: bool,
    language: str,
) -> bool:
    """Whether ``name``, behind a comma and with its article at ``start``, is another party.

    It is not where it is the state of an address, "Quay 4, Lund, the Netherlands", or
    the body over or under the one ``before``: "University of Lund, Faculty of Music".
    Without an article only states stand in a row, or bodies whose last "and" joins.
    """
    has_article = ARTICLE.match(text, start) is not None
    if before is None:
        return has_article
    if before.country:
        return has_article or is_country(name)
    if name.country:
        return has_article and direct
    if has_article:
        return True
    same_rank = _ranks(before, language) == _ranks(name, language)
    in_row = before.sound and name.sound and direct
    return in_row and same_rank and _has_more(text, name.end, language)


def _ranks(name: PartyName, language: str) -> tuple[bool, bool]:
    """Whether the body stands over others, and whether it is a part of one."""
    lists = ("superiors", "parts")
    above, below = (pattern(language, "parties", each) for each in lists)
    return bool(above.search(name.name)), bool(below.search(name.name))


def _has_more(text: str, end: int, language: str) -> bool:
    """Whether the row goes on to its last name, which "and" joins."""
    bracket = IN_BRACKETS.match(text, end)
    end = bracket.end() if bracket else end
    found = NEXT.match(text, end)
    return bool(
        AND.match(text, end) or (found and is_institution(found["words"], language))
    )
