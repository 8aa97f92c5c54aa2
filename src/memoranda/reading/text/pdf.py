"""The text layer of PDF files, page by page."""

import re
from collections import Counter
from contextlib import ExitStack, closing
from typing import Any

import pypdfium2

from memoranda.reading.errors import DocumentTooLarge, EmptyDocument, UnreadableDocument
from memoranda.reading.text.loaded import Loaded

MEDIA_TYPE = "application/pdf"
MAX_PAGES = 3000
_EDGE_LINES = 2  # running heads and feet stand in the first or last lines
_SHORTEST = 8  # lines: a shorter page is all edge, so nothing is cut from it
_LOCKED = re.compile(r"password|security|encrypt", re.IGNORECASE)
_GIVEN_BY_PROGRAM = re.compile(
    r"^\(?(?:untitled|anonymous|unspecified|microsoft (?:word|powerpoint))|\.(?:docx?|pdf|indd|odt)$",
    re.IGNORECASE,
)


def load_pdf(content: bytes) -> Loaded:
    """The text layer, pages parted by a blank line, running heads left out.

    Raises UnreadableDocument when damaged or locked, EmptyDocument for a scan.
    """
    try:
        with closing(pypdfium2.PdfDocument(content)) as document:
            pages = _pages(document)
            title = _title(document)
    except pypdfium2.PdfiumError as error:
        raise UnreadableDocument(_reason(error)) from None
    text = "\n\n".join(page for page in _without_running_lines(pages) if page)
    if not text.strip():
        raise EmptyDocument("the PDF has no text layer; it is probably a scan")
    return Loaded(text, MEDIA_TYPE, title=title)


def _reason(error: Exception) -> str:
    if _LOCKED.search(str(error)):
        return "the PDF is locked with a password"
    return "the PDF is damaged or not a PDF"


def _pages(document: Any) -> list[str]:
    if len(document) > MAX_PAGES:
        raise DocumentTooLarge(f"the PDF has more than {MAX_PAGES} pages")
    return [_page_text(document, number) for number in range(len(document))]


def _page_text(document: Any, number: int) -> str:
    with ExitStack() as opened:
        page = opened.enter_context(closing(document[number]))
        layer = opened.enter_context(closing(page.get_textpage()))
        # pdfium marks a hyphen at a line's end with U+FFFE or U+0002
        text = re.sub("[\ufffe\x02](?:\r?\n)?", "-\n", layer.get_text_bounded())
        return text.replace("\r\n", "\n").strip()


def _title(document: Any) -> str | None:
    """The title it was given, unless a program gave it."""
    stored = str(document.get_metadata_dict(skip_empty=True).get("Title", ""))
    title = " ".join(stored.split())
    return None if not title or _GIVEN_BY_PROGRAM.search(title) else title


def _without_running_lines(pages: list[str]) -> list[str]:
    """The pages without edge lines that most pages share but for their number."""
    long = [page for page in pages if page.count("\n") >= _SHORTEST]
    if len(long) < 3:
        return pages
    seen = Counter(key for page in long for key in {_key(x) for x in _edges(page)})
    running = {key for key, count in seen.items() if count > 0.6 * len(long)}
    return [_cut(page, running) for page in pages]


def _edges(page: str) -> list[str]:
    lines = page.split("\n")
    return lines[:_EDGE_LINES] + lines[-_EDGE_LINES:]


def _key(line: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.strip().lower())


def _cut(page: str, running: set[str]) -> str:
    lines = page.split("\n")
    if len(lines) <= _SHORTEST:
        return page
    last = len(lines) - _EDGE_LINES
    return "\n".join(
        line
        for number, line in enumerate(lines)
        if _key(line) not in running or _EDGE_LINES <= number < last
    ).strip()
