"""The page of a document: its text with what was read marked in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import content_disposition_header

from memoranda.register.enums import PartKind, SubjectType
from memoranda.register.interfaces.addresses import address_of
from memoranda.register.models import Document, Entry, Mark, ReadingNote, ReadingPart
from memoranda.register.queries.documents import (
    document_at,
    notes_on,
    original_of,
    waiting_claims,
)
from memoranda.register.queries.marks import marks_in
from memoranda.register.queries.parts import parts_of
from memoranda.ui.spans import Piece, pieces

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

KEY = 12  # hex digits in a document's address
PARAGRAPH = re.compile(r"\S[^\n]*")


@dataclass(frozen=True, slots=True)
class Margin:
    """A record that a paragraph speaks of: its anchor, and where in the text."""

    anchor: str
    entry: Entry
    marks: list[Mark] = field(default_factory=list)

    @property
    def places(self) -> list[Mark]:
        """One mark for each span, in the order of the text."""
        return list(
            {(mark.start, mark.end): mark for mark in self.marks[::-1]}.values()
        )[::-1]


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a paragraph with its text, its marks and where they lead."""

    text: str
    marks: tuple[Mark, ...]
    beginning: tuple[Mark, ...]
    anchor: str
    deep: bool
    note: bool


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph in segments, the records beside it and the parts that begin in it."""

    segments: list[Segment]
    margins: list[Margin]
    parts: list[ReadingPart] = field(default_factory=list)


def document(request: HttpRequest, key: str) -> HttpResponse:
    """The page of a document."""
    found = _found(key)
    if found.key != key:
        return redirect(address_of(found))
    marks, notes = list(marks_in(found)), list(notes_on(found))
    parts = list(parts_of(found))
    context = {
        "document": found,
        "paragraphs": list(paragraphs_of(found.text, marks, notes, parts=parts)),
        "outline": [part for part in parts if part.kind != PartKind.PARAGRAPH],
        "records": len({mark.entry_id for mark in marks}),
        "notes": [(note, found.text[note.start : note.end]) for note in notes],
        "waiting": waiting_claims(found),
    }
    return render(request, "public/document.html", context)


def original(request: HttpRequest, key: str) -> HttpResponse:  # noqa: ARG001
    """The unchanged file, to be saved and never shown as part of this site."""
    found = _found(key)
    name = re.sub(r"[^\w.\-]+", "-", found.source.rsplit("/", 1)[-1])[-100:]
    response = HttpResponse(original_of(found), content_type="application/octet-stream")
    response.headers["Content-Disposition"] = content_disposition_header(
        as_attachment=True, filename=name or "document"
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    return response


def _found(key: str) -> Document:
    if len(key) < KEY or not re.fullmatch(r"[0-9a-f]+", key):
        raise Http404
    found = document_at(key)
    if found is None:
        raise Http404
    return found


def paragraphs_of(
    text: str,
    marks: list[Mark],
    notes: list[ReadingNote],
    *,
    parts: Iterable[ReadingPart] = (),
) -> Iterator[Paragraph]:
    """The text in paragraphs; joined again, with the white space between, it is it."""
    spans: list[tuple[int, int, Mark | ReadingNote]] = []
    spans += [(mark.start, mark.end, mark) for mark in marks]
    spans += [(note.start, note.end, note) for note in notes]
    spans.sort(key=lambda span: span[0])
    beginning = sorted(parts, key=lambda part: part.start, reverse=True)
    waiting, first = [], 0
    for number, found in enumerate(PARAGRAPH.finditer(text)):
        start, end = found.span()
        while first < len(spans) and spans[first][0] < end:
            waiting.append(spans[first])
            first += 1
        waiting = [span for span in waiting if span[1] > start]
        paragraph = _paragraph(number, text, list(pieces(start, end, waiting)))
        while beginning and beginning[-1].start < end:
            paragraph.parts.append(beginning.pop())
        yield paragraph


def _paragraph(
    number: int, text: str, cut: list[Piece[Mark | ReadingNote]]
) -> Paragraph:
    margins: dict[int, Margin] = {}
    for piece in cut:
        for mark in piece.beginning:
            if isinstance(mark, Mark):
                anchor = f"p{number}-{mark.entry.key}"
                new = Margin(anchor, mark.entry)
                margins.setdefault(mark.entry_id, new).marks.append(mark)
    records_first = sorted(
        margins.values(), key=lambda margin: margin.entry.type == SubjectType.ACTOR
    )
    return Paragraph([_segment(text, piece, margins) for piece in cut], records_first)


def _segment(
    text: str, piece: Piece[Mark | ReadingNote], margins: dict[int, Margin]
) -> Segment:
    marks = tuple(each for each in piece.covering if isinstance(each, Mark))
    beside = [margins[mark.entry_id] for mark in marks if mark.entry_id in margins]
    said = text[piece.start : piece.end]
    return Segment(
        text=said,
        marks=marks,
        beginning=tuple(each for each in piece.beginning if isinstance(each, Mark)),
        # The blank between two marks inside a longer one is nothing to click on.
        anchor=beside[0].anchor if beside and said.strip() else "",
        deep=len({(mark.start, mark.end) for mark in marks}) > 1,
        note=any(isinstance(each, ReadingNote) for each in piece.covering),
    )
