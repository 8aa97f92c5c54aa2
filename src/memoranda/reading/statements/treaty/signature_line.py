"""What single lines of a signature block say: who signs, for whom, where a name ends."""

import re
from functools import cache

from memoranda.reading.names import country_of
from memoranda.reading.statements.treaty.dateline import PLACE
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Line
from memoranda.reading.statements.treaty.party_name import (
    bare,
)
from memoranda.reading.statements.treaty.person import is_person, mark

LONGEST = 80  # characters of a line "for the Museum" in small letters
IN_BRACKETS = re.compile(r"\([^\W\d_a-z][^()\s]*(?:\s+[^()\s]+){1,5}\)")
DAY_AT_END = re.compile(
    r",?\s+(?:on\s+)?(?:\d{1,2}\.?\s+\w+|\w+\s+\d{1,2},)\s+\d{4}"
    rf"(?:,?\s+(?:at|in)\s+{PLACE})?\.?$"
)
BY_AT_END = re.compile(r"\s+by\s*:?$", re.IGNORECASE)  # "on behalf of the Donor by"
HEAD_LINES = 5  # lines over which the name of one party may run


def is_bare_by(line: Line, language: str) -> bool:
    """ "Signed for and on behalf of" alone: the party stands on the next line."""
    by = any_of(listed(language, "signatures", "by"))
    bare = re.fullmatch(rf"{by}(?:\s+the)?\s*:?", line.words, re.IGNORECASE)
    return bare is not None and len(line.words.split()) > 1


def signer_in(line: Line, language: str) -> Line | None:
    """ "Signed by Ada Quill, Keeper": a person where else a party is named.

    The party that may be named behind the person is no part of the line returned.
    """
    found = _signed_by(language).match(line.words)
    signer = line.behind(found.end()) if found else None
    over = behind_signer(language).search(signer.words) if signer else None
    if signer and over:
        end = signer.start + over.start()
        signer = Line(signer.start, end, signer.words[: over.start()])
    return signer if signer and is_person(signer, language) else None


def opens_deed(line: Line, language: str) -> bool:
    """Whether the line begins what one signer has signed, his own witnesses below."""
    executed = _deeds(language).match(line.words)
    return executed is not None or signer_in(line, language) is not None


@cache
def _deeds(language: str) -> re.Pattern[str]:
    deeds = any_of(listed(language, "signatures", "deeds"))
    return re.compile(rf"{deeds}(?!\w)", re.IGNORECASE)


@cache
def behind_signer(language: str) -> re.Pattern[str]:
    """ ", for and on behalf of the" behind the person who signed."""
    by = any_of(listed(language, "signatures", "in_the_name"))
    return re.compile(rf",?\s+(?i:{by})\s+(?i:the\s+)?(?=[^\W\d_a-z])")


@cache
def for_whom(language: str) -> re.Pattern[str]:
    """ ", for the" and " - on behalf of the" behind a person and an office."""
    by = any_of(["for", *listed(language, "signatures", "in_the_name")])
    return re.compile(rf"(?:,|\s[-–—])\s+(?i:{by})\s+(?i:the\s+)?(?=[^\W\d_a-z])")


def unbracketed(line: Line, language: str) -> Line:
    """ "(Ada Quill)" without its brackets; "(Lender)" and other words as they are."""
    inner = Line(line.start + 1, line.end - 1, line.words[1:-1])
    is_name = IN_BRACKETS.fullmatch(line.words) and is_person(inner, language)
    return inner if is_name else line


@cache
def witnessed(language: str) -> re.Pattern[str]:
    """What stands before the names of those who only watched the signing."""
    watched = any_of(listed(language, "signatures", "witnesses"))
    return re.compile(rf"{watched}(?!\w)(?!\s+whereof)", re.IGNORECASE)


@cache
def _signed_by(language: str) -> re.Pattern[str]:
    by = any_of(listed(language, "signatures", "signed_by"))
    return re.compile(rf"{by}\s*:?\s+", re.IGNORECASE)


def over_in(line: Line, language: str) -> re.Match[str] | None:
    """ "For the": also in small letters, where the line is short."""
    small = by_line(language, capital=False) if len(line.words) <= LONGEST else None
    return by_line(language).match(line.words) or (small and small.match(line.words))


@cache
def by_line(language: str, *, capital: bool = True) -> re.Pattern[str]:
    """ "For the", "On behalf of": what stands before a party over its signature."""
    by = any_of(listed(language, "signatures", "by"))
    return re.compile(
        rf"(?:{'(?=[A-Z])' if capital else ''}(?i:{by})|{by}(?=\s+(?:the\s+)?[A-Z]{{3}}))"
        r"(?:\s+|\s?:\s+)(?=(?i:the\b)|[A-Z“\"])(?:(?i:the)\s+)?"
    )


def undated(line: Line) -> Line:
    """ "Ada Quill, Director, 3 May 2010" without the day."""
    day = DAY_AT_END.search(line.words)
    if day is None:
        return line
    return Line(line.start, line.start + day.start(), line.words[: day.start()])


def head_end(lines: list[Line], first: int, language: str) -> tuple[int, Line | None]:
    """The last line of the words over a block, and what follows a colon on it."""
    for place in range(first, min(first + HEAD_LINES, len(lines))):
        line = lines[place]
        before, colon, _ = line.words.partition(":")
        if colon:
            offset = len(line.words) - len(line.words[len(before) + 1 :].lstrip(" ."))
            return place, line.behind(offset) if offset < len(line.words) else None
        after = lines[place + 1] if place + 1 < len(lines) else None
        if after is None or _ends_head(line, after, language):
            return place, None
    return first, None


def _ends_head(line: Line, after: Line, language: str) -> bool:
    if by_line(language).match(after.words) or mark(language).match(after.words):
        return True
    leads_on = re.search(r"\b(?:of|the|and|for)$", line.words, re.IGNORECASE)
    if leads_on or _is_office(after, language):
        return not leads_on
    if line.words.endswith(","):
        return bool(pattern(language, "signatures", "offices").search(after.words))
    if re.match(r"(?:of|and|the)\b", after.words, re.IGNORECASE):
        return False
    return not pattern(language, "parties", "state_heads").match(after.words)


def _is_office(line: Line, language: str) -> bool:
    """Whether the line is an office without a body: "The General Manager"."""
    offices = pattern(language, "signatures", "offices").search(line.words)
    body = pattern(language, "parties", "institutions").search(line.words)
    return bool(offices) and not body


def state_end(words: str, language: str) -> int | None:
    """Where the state ends that is followed by a person on the same line."""
    for space in list(re.finditer(" ", words))[:8]:
        before, after = words[: space.start()], words[space.end() :]
        if len(after.split()) > 1 and country_of(bare(before, language)):
            person = Line(0, len(after), after)
            return space.start() if is_person(person, language) else None
    return None
