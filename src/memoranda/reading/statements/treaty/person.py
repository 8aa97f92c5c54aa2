"""The persons in a signature block: a name on a line, an office beside or below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Line

MOST_WORDS = 7  # of a name
MOST_LINES = 3  # of an office

NAME_WORD = re.compile(
    r"(?:[^\W\d_]\.?-?){1,3}$|[^\W\d_a-z][\w'’.^-]*$"
    r"|(?:de|van|von|der|den|bin|ben|al|el|da|di|dos|la|du|le|y|of)$"
    r"|(?:al|el|d['’]|ul)-?[^\W\d_][\w'’-]*$"
)
YEAR = re.compile(r"\d{4}")
TRAILING = re.compile(
    r"\s*[\[(_](?:seal|l\.|signed|sign)|\s*[\])_]+\s*$", re.IGNORECASE
)

LEADS_ON = re.compile(r"(?:\b(?:of|for|and|the|in|to)|[,&-])$", re.IGNORECASE)

DEGREES = re.compile(
    r",?\s+(?:Ph\.?\s?D|M\.?A|M\.?B\.?A|D\.?Litt|O\.?B\.?E|C\.?B\.?E|Esq|Jr)\b"
)

NOT_NAMES = (
    ("parties", "institutions"),
    ("parties", "state_heads"),
    ("signatures", "offices"),
    ("parties", "labels"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name and the lines of the office printed with it."""

    name: Line
    office: tuple[Line, ...] = ()


def persons_in(lines: list[Line], language: str) -> Iterator[Person]:
    """The persons of one block; an office may stand over the first name instead."""
    before: tuple[Line, ...] = ()
    person: Person | None = None
    for line in _outside_stamps(lines):
        bare = _bare(line, language)
        opens = _may_open(person, line) and not _cell(language).match(bare.words)
        found = _person(bare, language) if opens else None
        if found:
            if person:
                yield person
            person, before = _with(found, before), ()
        elif person and _goes_on(person.office, bare, language):
            person = Person(person.name, (*person.office, bare))
        elif person is None and _is_office(bare, language):
            before = (bare,)
        elif person and not _may_stand_between(bare, line, language):
            break
    if person:
        yield person


def _may_stand_between(bare: Line, line: Line, language: str) -> bool:
    """Whether the line belongs to the block though it names nobody: "Date: ..."."""
    if bare.is_blank or _in_brackets(line):
        return True
    return bool(YEAR.search(line.words) or _cell(language).match(bare.words))


def _may_open(person: Person | None, line: Line) -> bool:
    """Whether a new person may stand here: not in brackets, not inside an office."""
    if person is None:
        return True
    unfinished = person.office and LEADS_ON.search(person.office[-1].words)
    return not (unfinished or _in_brackets(line))


@cache
def mark(language: str) -> re.Pattern[str]:
    """What stands in a block and is no name: "(Signed)", "[SEAL]", "Name:"."""
    marks = any_of(listed(language, "signatures", "marks"))
    return re.compile(
        rf"(?:\(s\)|[\s(\[]*{marks}(?![a-z]))[\s)\].:/–-]*", re.IGNORECASE
    )


def is_person(line: Line, language: str) -> bool:
    """Whether a person's name opens the line."""
    return _person(_bare(line, language), language) is not None


def _in_brackets(line: Line) -> bool:
    return line.words.startswith("[")


def _outside_stamps(lines: list[Line]) -> Iterator[Line]:
    """The lines that do not stand in a bracket over several lines."""
    inside = False
    for line in lines:
        opens = line.words.startswith("[") and "]" not in line.words
        if not inside and not opens:
            yield line
        inside = (inside or opens) and "]" not in line.words


def _with(found: Person, before: tuple[Line, ...]) -> Person:
    return Person(found.name, found.office or before)


def _goes_on(office: tuple[Line, ...], line: Line, language: str) -> bool:
    if line.is_blank or len(office) == MOST_LINES or YEAR.search(line.words):
        return False
    if line.words.endswith(":"):
        return False
    if _cell(language).match(line.words):
        return False
    return bool(office) or _is_office(line, language)


@cache
def _cell(language: str) -> re.Pattern[str]:
    """ "Place: Oslo", "E-mail:": a cell of the form, no office."""
    cells = any_of(listed(language, "signatures", "cells"))
    return re.compile(rf"{cells}(?:\s*:|[ \t]{{2,}})", re.IGNORECASE)


def _bare(line: Line, language: str) -> Line:
    """The line without "(Signed)", "[SEAL]", brackets and rules."""
    start, words = line.start, line.words
    for _ in range(3):
        sign = mark(language).match(words)
        cut = sign.end() if sign else len(words) - len(words.lstrip("_[( -–\t*"))
        start, words = start + cut, words[cut:]
    kept = TRAILING.split(words, maxsplit=1)[0].rstrip()
    return Line(start, start + len(kept), kept)


def _person(line: Line, language: str) -> Person | None:
    """The person at the start of the line, with the office after the name."""
    headed = _office_before(line, language)
    if headed:
        return headed
    title = _title(language).match(line.words)
    begin = title.end() if title else 0
    words = line.words[begin:]
    office = _office_start(words, language)
    name = (words if office is None else words[:office]).rstrip(" ,.;–-")
    name = DEGREES.split(name, maxsplit=1)[0]
    if not is_name(name, language):
        return None
    start = line.start + begin
    person = Line(start, start + len(name), name)
    if office is None:
        return Person(person)
    return Person(person, (Line(start + office, line.end, words[office:]),))


def _office_before(line: Line, language: str) -> Person | None:
    """ "Director of the Museum: X", on one line."""
    before, colon, after = line.words.partition(":")
    office = Line(line.start, line.start + len(before), before)
    if not colon or not after.strip() or not _is_office(office, language):
        return None
    offset = len(line.words) - len(after.lstrip())
    found = _person(Line(line.start + offset, line.end, after.strip()), language)
    return Person(found.name, (office, *found.office)) if found else None


@cache
def _title(language: str) -> re.Pattern[str]:
    titles = any_of(listed(language, "signatures", "titles"))
    return re.compile(rf"(?:(?i:{titles})(?:\.\s*|\s+))+(?=[^\W\d_a-z])")


def _office_start(words: str, language: str) -> int | None:
    """Where the office begins: after a comma, or after a surname in capitals."""
    offices = pattern(language, "signatures", "offices")
    comma = words.find(",")
    if comma > 0 and offices.search(words, comma):
        return comma + 1 + len(words[comma + 1 :]) - len(words[comma + 1 :].lstrip())
    found = offices.search(words)
    before = words[: found.start()].split() if found else []
    if found and len(before) and len(before[-1]) > 2 and before[-1].isupper():
        return found.start()
    return None


def _is_office(line: Line, language: str) -> bool:
    return bool(pattern(language, "signatures", "offices").search(line.words))


def is_name(words: str, language: str) -> bool:
    """Whether the words can be a person's name: capitalised, and no office or body."""
    parts = words.split()
    if not 1 <= len(parts) <= MOST_WORDS or not words[0].isupper():
        return False
    if max(len(part.strip(".")) for part in parts) < 3:
        return False
    if all(
        part.strip(".,").casefold() in listed(language, "signatures", "titles")
        for part in parts
    ):
        return False
    if any(pattern(language, *of).search(words) for of in NOT_NAMES):
        return False
    return all(NAME_WORD.match(part.strip(",")) for part in parts)
