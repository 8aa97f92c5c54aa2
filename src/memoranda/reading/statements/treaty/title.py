"""The title of an agreement, as printed above it."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.kind import kind_pattern
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Line, Span, lines_in
from memoranda.reading.statements.treaty.party_label import label_alone

LINES_READ = 120
LONGEST = 900  # characters of a title that still is one

NUMBER = re.compile(
    r"(?:(?:no\.?|n[°or]\.?)?\s{0,2}\d[\d.]{2,7}[.:]?\s{1,3}|no\.?\s\d+[.:]?\s{1,3})(?:[-–—]\s{1,3})?",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(
    r"(?<=[A-Za-z])(?:\s?[*'’^†](?!\w)|\s\d{1,2}(?=\s+(?!(?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec))[A-Z])|\d{1,2}(?=[\s.,]|$))"
)
# "... publications. Lima, 5 and 19 June 1951": where a register line ends its title.
DATED = re.compile(r"\.\s+[^\W\d_a-z][\w-]+,\s+\d{1,2}\b")
OPEN = re.compile(
    r"\s+(?:(?:between|among)(?:\s+the\s+\w+(?:\s+of)?)?|and|by)\s*:?$", re.IGNORECASE
)
# "Riga, 5 June 1951", "City of Riga        5 June 1951" on a line of its own.
DATELINE = re.compile(
    r"[^\W\d_a-z][^\d,\n]{2,40}(?:,|\s{3,})\s*(?:(?:on|the|this)\s+){0,2}\W{0,2}\d{1,2}\b.{1,40}\b\d{4}\W*$"
)
TRAILING = " \t\n.,;:*'’"
PAIRED = re.compile(r"\w\s+[•~&×]\s+\w")  # "Town of A ~ Town of B"
JOINED = re.compile(
    r"(?:\b(?:between|and|of|the|on|for|in|with|to|concerning)|[,–-])$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Heading:
    """The printed title and where the text of the instrument starts after it."""

    title: Value | None
    end: int


def heading_of(text: str, opening: Span, language: str) -> Heading:
    """The last line before the preamble that reads as a title, with what continues it."""
    lines = list(lines_in(text, opening))[:LINES_READ]
    best: tuple[int, int] | None = None
    place = 0
    while place < len(lines):
        if best and _begins_body(lines[place], language):
            break
        if _names_instrument(lines[place], language):
            stop = _last_line(lines, place, language)
            best = (place, stop)
            place = stop
        place += 1
    if best is None:
        return Heading(None, opening[0])
    first, last = lines[best[0]], lines[best[1]]
    return _heading(text, (first.start, last.end), language)


def _heading(text: str, span: Span, language: str) -> Heading:
    start, end = span
    number = NUMBER.match(text, start, end)
    start = number.end() if number else start
    ends = (_signed(language), DATED, _reference(language))
    found = [each.search(text, start, end) for each in ends]
    cut = min([end, *(each.start() for each in found if each)])
    quote = OPEN.sub("", text[start:cut].rstrip(TRAILING)).rstrip(TRAILING)
    if not quote.strip():
        return Heading(None, end)
    value = FOOTNOTE.sub("", " ".join(quote.split()), count=1)
    title = Value.of(text, (start, start + len(quote)), value=value, certainty=0.9)
    return Heading(title, end)


@cache
def _signed(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"[.,;]?\s+{any_of(listed(language, 'heading', 'signed'))}\b", re.IGNORECASE
    )


@cache
def _reference(language: str) -> re.Pattern[str]:
    """The number of the file beside the title: "LOAN AGREEMENT      Ref. 4/2011"."""
    labels = any_of(listed(language, "heading", "references"))
    return re.compile(rf"[ \t]{{3,}}{labels}[.:]?[ \t]", re.IGNORECASE)


@cache
def _starts(language: str, key: str) -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(listed(language, 'heading', key))}(?!\w)", re.IGNORECASE
    )


def _begins_body(line: Line, language: str) -> bool:
    return not line.is_upper and bool(_starts(language, "body").match(line.words))


def _names_instrument(line: Line, language: str) -> bool:
    """Whether the line opens with capitalised words up to an instrument's name."""
    number = NUMBER.match(line.words)
    words = line.words[number.end() :] if number else line.words
    found = kind_pattern(language).search(words, 0, 160)
    if not found or _starts(language, "never").match(words):
        return False
    small = set(listed(language, "heading", "small"))
    lead = words[: found.end()].split()
    if len(lead) > 12 or not words[:1].isupper():
        return False
    return all(
        word.lower() in small or not word[0].islower() for word in lead[:-1]
    ) and (found.group()[0].isupper())


def _last_line(lines: list[Line], first: int, language: str) -> int:
    """The last line of the title that begins at ``first``."""
    last = first
    for place in range(first + 1, len(lines)):
        line = lines[place]
        if line.end - lines[first].start > LONGEST:
            break
        if line.is_blank:
            continue
        if _starts(language, "register").match(line.words):
            break
        if _describes_party(line, below=lines[place + 1 :], language=language):
            break
        gap = place - last > 1
        if not _continues(lines[first], lines[last], line, gap=gap, language=language):
            break
        last = place
    return last


def _describes_party(line: Line, *, below: list[Line], language: str) -> bool:
    """Whether the line tells how a party is called here or who stands for it.

    Also the line of the party's name, where the next one opens with such words.
    """
    describing = pattern(language, "heading", "describing")
    after = next((each.words for each in below if not each.is_blank), "")
    return bool(describing.search(line.words) or describing.match(after.lstrip("([")))


def _continues(
    first: Line, before: Line, line: Line, *, gap: bool, language: str
) -> bool:
    is_signed = _signed(language).search(f" {before.words}")
    day = re.match(r"[A-Z ,]*\d|on\b", line.words, re.IGNORECASE)
    if DATELINE.match(line.words) or (is_signed and not day):
        return False
    goes_on = _starts(language, "goes_on").match(line.words)
    if JOINED.search(before.words) or (goes_on and not line.words.endswith(":")):
        return True
    if _begins_body(line, language):
        return False
    if gap:
        return not before.words.endswith(".") and _holds_parties(line, language)
    return line.is_upper or not first.is_upper or _holds_parties(line, language)


def _holds_parties(line: Line, language: str) -> bool:
    """Whether the line only names bodies or towns: "Museum of A, Riga • Museum of B"."""
    small = set(listed(language, "heading", "small"))
    parts = re.findall(r"[^\W\d_][\w'’-]*", line.words)
    named = all(part in small or not part.islower() for part in parts)
    named = named and not label_alone(language).match(line.words)
    told = pattern(language, "parties", "institutions").search(line.words)
    return bool(
        named and line.words[:1].isalpha() and (told or PAIRED.search(line.words))
    ) and not (line.words.endswith((".", ":", ";")))
