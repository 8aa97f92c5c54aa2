"""What a document says of itself: title, author, publisher, date of publication."""

from dataclasses import dataclass

from memoranda.reading.text.header import (
    Dateline,
    HeaderLine,
    LineKind,
    byline_name,
    dateline,
    header_lines,
)
from memoranda.reading.text.issue_date import issue_date
from memoranda.reading.text.layout import Layout
from memoranda.reading.text.loaded import Loaded
from memoranda.reading.text.phrases import any_of
from memoranda.reading.text.printed_date import printed_dates

_TITLED = frozenset({"text/html", "message/rfc822"})
_CLOSING_LINES = 4
_CLOSING_REACH = 1000  # characters from the end
_LONGEST_CLOSING = 80
_LONGEST_SECTION = 4  # words
_HEADING_REACH = 2000
_LONGEST_HEADING = 400
_CONNECTIVES = frozenset({"between", "and", "on", "the", "of", "concerning", ""})


@dataclass(frozen=True, slots=True)
class Description:
    """``published`` is a full date (EDTF) or None."""

    title: str | None = None
    byline: str | None = None
    publisher: str | None = None
    published: str | None = None


def describe(
    text: str,
    layout: Layout,
    loaded: Loaded,
    *,
    language: str | None,
    genre: str,
) -> Description:
    """The description of a cleaned text, helped out by what its format says."""
    if genre == "instrument":
        return _described_by_format(text, loaded)
    header = list(header_lines(text, layout.paragraphs, language=language))
    body = header[-1] if header and header[-1].kind is LineKind.BODY else None
    opening = dateline(text, body.span, language=language) if body else None
    above = [line for line in header if line is not body]
    return Description(
        title=_titled(loaded) or _title(above) or loaded.title,
        byline=_byline(above) or _closing_byline(text) or loaded.byline,
        publisher=_publisher(above, opening) or loaded.publisher,
        published=_published(text, above, opening, language=language)
        or loaded.published,
    )


def _described_by_format(text: str, loaded: Loaded) -> Description:
    """An agreement: its own reader finds its dates; only the heading is read here."""
    return Description(
        title=_heading(text) or loaded.title,
        publisher=loaded.publisher,
        published=loaded.published,
    )


def _heading(text: str) -> str | None:
    """The lines above the preamble that are set as a heading."""
    kept: list[str] = []
    for line in text[:_HEADING_REACH].split("\n"):
        plain = " ".join(line.split())
        if not plain and len(kept) < 2:
            continue
        if plain and not (plain.isupper() or plain.lower() in _CONNECTIVES):
            kept = kept or [plain] * (len(plain) <= _LONGEST_HEADING)
            break
        kept.append(plain)
    return " ".join(" ".join(kept).split())[:_LONGEST_HEADING] or None


def _titled(loaded: Loaded) -> str | None:
    """The title of a format in which every page or message is given its own."""
    return loaded.title if loaded.media_type in _TITLED else None


def _title(above: list[HeaderLine]) -> str | None:
    labelled = [line.value for line in above if line.label == "title"]
    plain = [x.value or "" for x in above if x.kind is LineKind.TITLE]
    if plain and _is_issuer(plain[0]):
        plain = plain[1:]
    if len(plain) > 1 and _is_section(plain[0], plain[1]):
        plain = plain[1:]
    return next((title for title in [*labelled, *plain] if title), None)


def _is_section(line: str, following: str) -> bool:
    """A heading above the headline: a column or a part of the site."""
    if following.startswith("("):
        return False
    return (line.isupper() and len(line.split()) <= _LONGEST_SECTION) or ">>" in line


def _is_issuer(line: str) -> bool:
    return bool(any_of("header", "issuer_openers").match(line))


def _byline(above: list[HeaderLine]) -> str | None:
    labelled = [line.value for line in above if line.label == "byline"]
    kinds = {LineKind.BYLINE, LineKind.DATE}
    plain = [x.value for x in above if x.kind in kinds and not x.label]
    return next((name for name in [*labelled, *plain] if name), None)


def _closing_byline(text: str) -> str | None:
    """An author named below the article: ``By Ann Lee`` or ``— Ann Lee``."""
    for line in _last_lines(text):
        name = byline_name(line)
        if name:
            return name
    return None


def _publisher(above: list[HeaderLine], opening: Dateline | None) -> str | None:
    labelled = [line.value for line in above if line.label == "publisher"]
    titles = (line.value or "" for line in above if line.kind is LineKind.TITLE)
    issuer = next((title for title in titles if _is_issuer(title)), None)
    agency = opening.agency if opening else None
    return next((name for name in [*labelled, agency, issuer] if name), None)


def _published(
    text: str,
    above: list[HeaderLine],
    opening: Dateline | None,
    *,
    language: str | None,
) -> str | None:
    """The first full date of the header, of the dateline or of the closing lines.

    Without one, a date that stands apart in a credit.
    """
    heads = [line.published for line in above]
    at_end = (_closing_date(line, language=language) for line in _last_lines(text))
    dates = [*heads, opening.published if opening else None, *at_end]
    strict = next((found for found in dates if found), None)
    return strict or issue_date(text, language=language)


def _closing_date(line: str, *, language: str | None) -> str | None:
    """The date in a closing line that says it was published or revised then."""
    opener = any_of("header", "published", "revised").match(line)
    if not opener or len(line) > _LONGEST_CLOSING:
        return None
    dates = printed_dates(line, language=language)
    return dates[0].edtf if dates else None


def _last_lines(text: str) -> list[str]:
    lines = [line.strip() for line in text[-_CLOSING_REACH:].split("\n")]
    return [line for line in lines[1:] if line][-_CLOSING_LINES:]
