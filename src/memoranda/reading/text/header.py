"""The lines above an article: date, author, headline, section, dateline."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from memoranda.reading.text.phrases import any_of, listed
from memoranda.reading.text.printed_date import PrintedDate, printed_dates
from memoranda.reading.text.sentences import Span

MOST_LINES = 10
LONGEST_LINE = 160  # characters; a longer one is body
DATELINE_REACH = 240  # characters at a line's beginning that a dateline needs
SHORTEST_REST = 20  # characters after a dateline
SHORTEST_BODY = 50  # characters of a first line with a dateline
LONGEST_TITLE = 24  # words
_CRAWLED = re.compile(r"\W*date:?\s+(\d{4}(?:-\d\d(?:-\d\d)?)?)\b\W?\s*", re.IGNORECASE)
_PLACE = r"(?:[A-Z][\w.'’-]*|St\.|of|de|la|el|al|and|[А-ЯЁ][\w-]*|[ƏİÇŞÖÜĞ]\w*)"
_WITHIN = rf"(?:,\s?{_PLACE}(?:\s{_PLACE}){{0,2}}|\s?\([\w ]+\)(?=\.))?"  # the country
_DATELINE = re.compile(
    rf"\W?(?P<place>{_PLACE}(?:[ /]{{1,3}}{_PLACE}){{0,5}}){_WITHIN}[\s,.(/:–—-]{{1,4}}"
)
_AGENCY = (
    r"(?P<agency>\([^()\d\n]{2,40}\)|/[^/\d\n]{2,40}/|,\s[A-Z][\w. ]{1,20}(?=[.:]))"
)
_AFTER_DATELINE = re.compile(rf"[)/\]]?\s*{_AGENCY}?\s*(?:[.:–—-]+|/|(?<=[)\]])|$)\s*")
_UNDATED = re.compile(
    rf"\W?(?P<place>[A-Z][A-Z'’-]{{2,}}(?:[ /]{{1,3}}[A-Z][A-Z'’-]+){{0,3}}"
    rf"|{_PLACE}(?:[ /]{{1,3}}{_PLACE}){{0,3}}){_WITHIN}"
    r"(?:,\s[A-Za-z]+\.?\s\d{1,4}|,\s\d{1,2}\s\w+)?,?\s*"
    rf"{_AGENCY}?\s*(?P<stop>–|—|--?|:|\.)\s+(?=[^\W\d_]|[“\"«\d])"
)
_TITLE_AFTER_DATE = re.compile(
    r"(?:\s*[-–—|:]|\.)\s+(?P<title>\S.{14,})|\s+(?P<next>[A-Z“\"][^.]{14,})\Z"
)
_FOLLOWS_DATE = re.compile(
    r"\s*[|/·–—•-]\s|\.\s+\w+\.\s|,\s*(?:page|pp?\.)\s*\d|\s+[A-Z“]"
    r"|[^.]{0,24}\bby\b|[\s,]*\d{1,2}[:.]\d\d"
)
_TIME = r"\d{1,2}[:.]\d{2}\s*(?:[ap]\.?m\.?)?|\(?(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?(?:\s?[A-Z]{3,4})?\)?"
_FILLER = re.compile(rf"(?:{_TIME}|\b(?:UTC|GMT|IST|MSK|CET|EST)\b|\W)+", re.IGNORECASE)
_NAME = re.compile(r"[^\W\d_][\w.'’-]*(?:\s+(?:[^\W\d_][\w.'’-]*)){0,5}")


class LineKind(StrEnum):
    """What a line of the header is for."""

    DATE = "date"
    BYLINE = "byline"
    KICKER = "kicker"
    LABEL = "label"
    TITLE = "title"
    BODY = "body"


@dataclass(frozen=True, slots=True)
class HeaderLine:
    """One line of the header; ``value`` is what it says, such as a name or date."""

    span: Span
    kind: LineKind
    value: str | None = None
    label: str | None = None
    published: str | None = None


@dataclass(frozen=True, slots=True)
class Dateline:
    """``BAKU, 12 March 2019 (Agency) -``: by whose report, and when."""

    agency: str | None
    published: str | None


def header_lines(
    text: str, paragraphs: Sequence[Span], *, language: str | None
) -> Iterator[HeaderLine]:
    """The lines above the body; the last one handed out is the body's first."""
    start = 0
    crawled = _CRAWLED.match(text)
    if crawled:
        start = crawled.end()
        whole = crawled.group(1) if len(crawled.group(1)) == 10 else None
        yield HeaderLine((0, start), LineKind.DATE, published=whole)
    above = (
        line
        for span in paragraphs[:MOST_LINES]
        for line in _lines(text, span, language)
    )
    for number, (begin, end) in enumerate(above):
        span = (max(begin, start), end)
        if span[0] >= end:
            continue
        line = classified(text, span, language=language)
        if number >= MOST_LINES:
            line = HeaderLine(span, LineKind.BODY)
        yield line
        if line.kind is LineKind.BODY:
            return


def _lines(text: str, span: Span, language: str | None) -> Iterator[Span]:
    """The paragraph, or its lines where one of them is of a header's kind."""
    lines = [
        (span[0] + m.start(), span[0] + m.end())
        for m in re.finditer(r"[^\n]+", text[slice(*span)])
    ]
    short = 1 < len(lines) <= MOST_LINES and span[1] - span[0] < 2 * LONGEST_LINE
    plain = {LineKind.TITLE, LineKind.BODY}
    if short and any(
        classified(text, line, language=language).kind not in plain for line in lines
    ):
        yield from lines
    else:
        yield span


def classified(text: str, span: Span, *, language: str | None) -> HeaderLine:
    """What the line ``text[span]`` is for, if it stands above the body."""
    line = text[slice(*span)].replace("\n", " ")
    if len(line) > LONGEST_LINE or dateline(text, span, language=language):
        return HeaderLine(span, LineKind.BODY)
    return _date_line(line, span, language=language) or _other_line(line, span)


def _date_line(line: str, span: Span, *, language: str | None) -> HeaderLine | None:
    dated = _dated(line, language=language)
    if dated is None:
        return None
    title = _TITLE_AFTER_DATE.match(line, dated.end)
    if title and dated.start < 3:
        named = "title" if title["title"] else "next"
        return HeaderLine(
            (span[0], span[0] + title.start(named)),
            LineKind.DATE,
            title[named],
            label="title",
            published=dated.edtf,
        )
    return HeaderLine(span, LineKind.DATE, byline_name(line), published=dated.edtf)


def _other_line(line: str, span: Span) -> HeaderLine:
    label, value = _labelled(line)
    if label:
        return HeaderLine(span, LineKind.LABEL, value, label=label)
    name = byline_name(line)
    if name or is_role(line):
        return HeaderLine(span, LineKind.BYLINE, name)
    if line.lower().strip(" .:") in listed("header", "kickers"):
        return HeaderLine(span, LineKind.KICKER, line)
    return HeaderLine(span, LineKind.TITLE if _is_title(line) else LineKind.BODY, line)


def dateline(text: str, span: Span, *, language: str | None) -> Dateline | None:
    """The dateline that the line ``text[span]`` begins with, if body follows it.

    It may be undated: ``MACAU.``, ``TEHRAN –``.
    """
    line = text[span[0] : min(span[1], span[0] + DATELINE_REACH)].replace("\n", " ")
    found = next(iter(printed_dates(line, language=language)), None)
    place = _DATELINE.fullmatch(line, 0, found.start) if found else None
    if found and place:
        # "2019 г." ends with the stop itself
        end = found.end - (line[found.end - 1] == ".")
        after = _AFTER_DATELINE.match(line, end)
        if after and len(line) - after.end() >= SHORTEST_REST:
            return _dateline(after, published=found.edtf)
    match = _UNDATED.match(line)
    if match and _is_dateline(line, match):
        return _dateline(match, published=None)
    return None


def _is_dateline(line: str, match: re.Match[str]) -> bool:
    place, end = match["place"], match.end()
    shown = place.isupper() or match["agency"] or match["stop"] in "–—--"
    if place.lower() in listed("header", "kickers"):
        return False
    return bool(shown) and len(place) > 2 and len(line) >= max(2 * end, SHORTEST_BODY)


def _dateline(end: re.Match[str], *, published: str | None) -> Dateline:
    agency = (end["agency"] or "").strip("()/, ")
    named = agency if agency.lower() not in listed("header", "no_agency") else ""
    return Dateline(named or None, published)


def _dated(line: str, *, language: str | None) -> PrintedDate | None:
    """The date of a line that is about its date, not a sentence that has one."""
    for found in printed_dates(line, language=language):
        before, after = line[: found.start], line[found.end :]
        if _leads_to_date(before) and _may_follow_date(after):
            return found
    return None


def _leads_to_date(before: str) -> bool:
    plain = _FILLER.sub(" ", before).strip()
    if not plain or any_of("header", "published", "revised").fullmatch(plain):
        return True
    words = plain.split()
    if len(words) == 1:  # a weekday or a place
        return True
    return (
        bool(re.search(r"[,|/·–—:.•-]\W*(?:\w+,?\s+)?\Z", before)) and len(words) <= 9
    )


def _may_follow_date(after: str) -> bool:
    plain = _FILLER.sub(" ", after).strip()
    return len(plain.split()) <= 1 or bool(_FOLLOWS_DATE.match(after))


def _labelled(line: str) -> tuple[str | None, str | None]:
    match = re.match(r"([^\W\d_][\w ]{2,20}?)(?::| {3,}|\t)\s*(.*)", line)
    label = match.group(1).lower() if match else ""
    for name in ("title", "byline", "publisher", "other"):
        if match and label in listed("header", f"{name}_labels"):
            return name, match.group(2).strip() or None
    return None, None


def byline_name(line: str) -> str | None:
    """The author that a line such as ``By Ann Lee, Staff Writer`` names."""
    match = any_of("header", "byline_openers").match(line)
    rest = line[match.end() :].strip(" :") if match else ""
    name = _NAME.match(rest)
    if not name or len(line) > 100 or line.rstrip().endswith((".", "?", "!")):
        return None
    words = re.split(r"\s+(?:in|for|at|with|and)\b|[,;/|(]", rest)[0].split()
    named = bool(words) and all(w[0].isupper() or not w[0].isascii() for w in words)
    if not named or len(words) > 5 or is_role(" ".join(words)):
        return None
    return " ".join(words)


def is_role(line: str) -> bool:
    """Whether the line only says ``our correspondent`` or the like."""
    short = len(line.split()) <= 6 and not line.rstrip().endswith((".", "?", "!"))
    return short and bool(any_of("header", "byline_roles").search(line))


def _is_title(line: str) -> bool:
    words = line.split()
    ended = re.search(r"(?<!\.)\.[\"”’»)]*\Z", line)
    return 0 < len(words) <= LONGEST_TITLE and not ended
