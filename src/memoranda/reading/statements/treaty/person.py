"""The persons in a signature block: a name on a line, an office beside or below it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memoranda.reading.names import find_places
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Line
from memoranda.reading.statements.treaty.party_label import label_alone

MOST_WORDS = 7  # of a name
MOST_LINES = 3  # of an office
RULES = "_[( -–\t*.…"  # what a hand is to sign on

SMALL = {"of", "and", "for", "the", "in", "on", "at", "to", "by", "or", "with"}
NAME_WORD = re.compile(
    r"(?!(?:and|for|the|in|on|at|to|by|or)$)(?:[^\W\d_]\.?-?){1,3}$|[^\W\d_a-z][\w'’.^-]*$"
    r"|(?:de|van|von|der|den|bin|ben|al|el|da|di|dos|la|du|le|y|of)$"
    r"|(?:al|el|d['’]|ul)-?[^\W\d_][\w'’-]*$"
)
YEAR = re.compile(r"\d{4}")
TRAILING = re.compile(
    r"\s*[\[(_](?:seal|l\.|signed|sign)|\s*[\])_]+\s*$", re.IGNORECASE
)

LEADS_ON = re.compile(r"(?:\b(?:of|for|and|the|in|to)|[&-])$", re.IGNORECASE)
LEADS_ON_FROM = re.compile(r"(?:of|for|and|in|to|&|OF|FOR|AND|IN|TO)\s")

# Behind a name: degrees and honours ("Ph.D.", ", M.P.", "Quill OBE"); then "(Ms)".
DEGREES = re.compile(
    r",?\s+(?:Ph\.?\s?D|D\.?Litt|Esq|Jr|[OCMKD]\.?B\.?E|M\.?B\.?A|[KQ]\.?C|M\.?E?\.?P)\b.*"
    r"|,\s*(?:[^\W\d_a-z][a-z]?\.?){2,5}(?=,|$).*|(?<=[a-z])\s+(?:[^\W\d_a-z]\.){2,4}$"
)
BRACKETS = re.compile(r"\s*\([^()]{1,8}\)?$")

NOT_NAMES = (
    ("parties", "institutions"),
    ("parties", "state_heads"),
    ("signatures", "offices"),
)


@dataclass(frozen=True, slots=True)
class Person:
    """A name and the lines of the office printed with it."""

    name: Line
    office: tuple[Line, ...] = ()


def persons_in(lines: list[Line], language: str) -> Iterator[Person]:
    """The persons of one block, each with the office beside, below or over the name."""
    found = list(_named(lines, language))
    yield from found or _led_by_office(lines, language)


def _led_by_office(lines: list[Line], language: str) -> Iterator[Person]:
    """ "Vice-Minister Ada Quill": where no name stands at the start of a line."""
    for line in _outside_stamps(lines):
        bare = _bare(line, language)
        office = _leading_office(language).match(bare.words)
        cut = office.end() if office else 0
        rest = Line(bare.start + cut, bare.end, bare.words[cut:])
        found = _person(rest, language) if office else None
        if office and found and len(found.name.words.split()) > 1:
            words = office.group().strip(" ,")
            led = Line(bare.start, bare.start + len(words), words)
            yield Person(found.name, (led, *found.office))


@cache
def _leading_office(language: str) -> re.Pattern[str]:
    offices = any_of(listed(language, "signatures", "offices"))
    return re.compile(
        rf"(?:(?:[^\W\d_a-z][\w-]*[ ]){{0,2}}?(?i:{offices})(?:[ -](?i:general))?,?\s+)+"
        r"(?:(?:of|for)\s+(?:the\s+)?[^\W\d_a-z][\w-]*\s+)?(?=[^\W\d_a-z])"
    )


def _named(lines: list[Line], language: str) -> Iterator[Person]:
    """The persons whose names open a line."""
    before: tuple[Line, ...] = ()
    person: Person | None = None
    below = False  # whether offices stand below the names of this block, not over them
    for line in _outside_stamps(lines):
        bare = _bare(line, language)
        may_open = _may_open(person, before, line)
        found = _opening(line, bare, language) if may_open else None
        if found:
            if person:
                yield person
            below = bool(found.office or not before)
            person, before = _with(found, before), ()
        elif (
            person and below and _goes_on(person.office, line, bare, language=language)
        ):
            person = Person(person.name, (*person.office, bare))
        elif not below and (over := _over(before, line, bare, language=language)):
            before = over
        elif person and not _may_stand_between(bare, line, language):
            break
    if person:
        yield person


def _over(
    before: tuple[Line, ...], line: Line, bare: Line, *, language: str
) -> tuple[Line, ...]:
    """The office over a name with the line: begun anew, gone on with, or none."""
    if before and (_leads_on(before) or LEADS_ON_FROM.match(bare.words)):
        return (*before, bare)
    in_place_of = _by(language).match(bare.words)  # "for the Vice-Chancellor"
    return (bare,) if _tells_office(line, bare, language) and not in_place_of else ()


def _tells_office(line: Line, bare: Line, language: str) -> bool:
    return _is_office(bare, language) or bool(_role(language).match(line.words))


@cache
def _by(language: str) -> re.Pattern[str]:
    by = any_of(listed(language, "signatures", "by"))
    return re.compile(rf"{by}(?!\w)", re.IGNORECASE)


def _leads_on(office: tuple[Line, ...]) -> bool:
    return bool(office and LEADS_ON.search(office[-1].words.rstrip(",")))


def _may_stand_between(bare: Line, line: Line, language: str) -> bool:
    """Whether the line belongs to the block though it names nobody: "Date: ...", "Agreed:"."""
    if bare.is_blank or _in_brackets(line) or heading(language).fullmatch(line.words):
        return True
    return bool(YEAR.search(line.words) or _cell(language).match(bare.words))


def _may_open(person: Person | None, before: tuple[Line, ...], line: Line) -> bool:
    """Whether a new person may stand here: not in brackets, not inside an office."""
    office = (person.office if person else ()) or before
    if _leads_on(office) or (office and LEADS_ON_FROM.match(line.words)):
        return False  # "MINISTER OF EDUCATION", below it "AND SCIENCE"
    return person is None or not _in_brackets(line)


def _opening(line: Line, bare: Line, language: str) -> Person | None:
    """The person at the start of the line, which is no heading or cell of the form."""
    if heading(language).fullmatch(line.words):
        return None
    is_cell = _cell(language).match(bare.words) or _role(language).match(line.words)
    return None if is_cell else _person(bare, language)


@cache
def heading(language: str) -> re.Pattern[str]:
    """What stands alone over signatures: "Agreed:", "SIGNED AND AGREED"."""
    headings = any_of(listed(language, "signatures", "headings"))
    return re.compile(rf"{headings}\s*:?", re.IGNORECASE)


@cache
def mark(language: str) -> re.Pattern[str]:
    """What stands in a block and is no name: "(Signed)", "[SEAL]", "Name:"."""
    marks = any_of(listed(language, "signatures", "marks"))
    labels = any_of(listed(language, "signatures", "lines"))
    return re.compile(
        rf"(?:\(s\)|{labels}(?:\s\([^()]{{1,40}}\))?(?=\s*:)|[\s(\[]*{marks}(?![a-z]))[\s)\].:/–-]*",
        re.IGNORECASE,
    )


def is_person(line: Line, language: str) -> bool:
    """Whether a person's name opens the line."""
    if _role(language).match(line.words):
        return False
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


def _goes_on(
    office: tuple[Line, ...], line: Line, bare: Line, *, language: str
) -> bool:
    if bare.is_blank or len(office) == MOST_LINES or YEAR.search(bare.words):
        return False
    if bare.words.endswith(":") or _cell(language).match(bare.words):
        return False
    return bool(office) or _tells_office(line, bare, language)


@cache
def _role(language: str) -> re.Pattern[str]:
    """ "Position: Convener": what follows is an office, whatever its words."""
    roles = any_of(listed(language, "signatures", "roles"))
    return re.compile(rf"{roles}(?:\s*:|[ \t]{{2,}})\s*(?=[^\W_])", re.IGNORECASE)


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
        cut = sign.end() if sign else len(words) - len(words.lstrip(RULES))
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
    name = DEGREES.sub("", BRACKETS.sub("", name))
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
    return re.compile(rf"(?:\(?(?i:{titles})(?:\.?\)\s*|\.\s*|\s+))+(?=[^\W\d_a-z]|$)")


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


def _is_state(words: str) -> bool:
    """Whether a state's name is all that there is: under whom it signs, no person."""
    places = find_places(words, (0, len(words)))
    return any(
        place.kind == "country" and place.end - place.start == len(words)
        for place in places
    )


def is_name(words: str, language: str) -> bool:
    """Whether the words can be a person's name: capitalised, and no office or body."""
    parts = words.split()
    if not 1 <= len(parts) <= MOST_WORDS or not words[0].isupper():
        return False
    if max(len(part.strip(".")) for part in parts) < 3 or _is_state(words):
        return False
    greeting = words.casefold() in listed(language, "signatures", "salutations")
    if greeting or _title(language).fullmatch(f"{words} ") or parts[-1] in SMALL:
        return False
    kinds = (pattern(language, *of) for of in NOT_NAMES)
    if any(kind.search(words) for kind in (*kinds, label_alone(language))):
        return False
    return all(NAME_WORD.match(part.strip(",")) for part in parts)
