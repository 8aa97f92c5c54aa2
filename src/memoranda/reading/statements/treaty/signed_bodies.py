"""The bodies that the signatures themselves name as those that persons signed for."""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice

from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Line
from memoranda.reading.statements.treaty.party_clause import item_name
from memoranda.reading.statements.treaty.party_name import PartyName
from memoranda.reading.statements.treaty.person import persons_in
from memoranda.reading.statements.treaty.signature_block import Block


def signed_bodies(text: str, blocks: Sequence[Block], language: str) -> list[PartyName]:
    """The names over the blocks; where there are none, those below the persons."""
    over = [block.over for block in blocks if block.over]
    return over or list(_below(text, blocks, language))


def _below(text: str, blocks: Sequence[Block], language: str) -> Iterator[PartyName]:
    """ "Ada Quill / Director / Museum of Salt": the body that ends the office."""
    for block in blocks:
        for person in persons_in(block.lines, language):
            found = (_body(text, line, language) for line in person.office)
            yield from islice(filter(None, found), 1)


def _body(text: str, line: Line, language: str) -> PartyName | None:
    """The body that fills the line, or that stands on it behind an office."""
    office = office_of(language).match(line.words)
    if not office and pattern(language, "signatures", "offices").search(line.words):
        return None
    start = line.start + (office.end() if office else 0)
    name = item_name(text, (start, line.end), language)
    fills = name and not text[name.end : line.end].strip(" .,")
    return name if name and fills and name.sound and not name.country else None


@cache
def office_of(language: str) -> re.Pattern[str]:
    """ "Head of Collections of", "Director-General at": up to the body."""
    offices = any_of(listed(language, "signatures", "offices"))
    return re.compile(
        rf"(?:[\w-]+\s+){{0,3}}?(?i:{offices})(?:[\s-](?i:general))?"
        r"(?:,\s*|\s+(?:of|at|for)\s+)(?:the\s+)?"
    )
