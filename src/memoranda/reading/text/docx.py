"""Word files (.docx): paragraphs and tables in their order."""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from typing import Any

import docx as python_docx
from docx.table import Table, _Cell

from memoranda.reading.errors import DocumentTooLarge, UnreadableDocument
from memoranda.reading.text.loaded import Loaded

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
MAX_UNPACKED = 200_000_000  # bytes; pictures included
MAX_RATIO = 400  # of unpacked to packed bytes; Word's own XML stays below 100
MAX_PARAGRAPHS = 100_000
_SMALL = 20_000_000
_PARAGRAPH = re.compile(rb"<w:p[\s/>]")


def load_docx(content: bytes) -> Loaded:
    """The document's text; raises UnreadableDocument when it is damaged and
    DocumentTooLarge when it would unpack to more than MAX_UNPACKED bytes or holds
    more than MAX_PARAGRAPHS.
    """
    _check_size(content)
    _check_paragraphs(content)
    try:
        document = python_docx.Document(io.BytesIO(content))
        text = "\n".join(_lines(document)).strip()
        return Loaded(text, MEDIA_TYPE, title=_title(document.core_properties))
    except Exception as error:
        raise UnreadableDocument("the Word file is damaged") from error


def _check_size(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            entries = package.infolist()
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError):
        raise UnreadableDocument("the Word file is damaged") from None
    unpacked = sum(entry.file_size for entry in entries)
    limit = max(_SMALL, MAX_RATIO * len(content))
    if unpacked > min(MAX_UNPACKED, limit):
        raise DocumentTooLarge("the Word file unpacks to far more than a document")


def _check_paragraphs(content: bytes) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            body = package.read("word/document.xml")
    except (
        KeyError,
        zipfile.BadZipFile,
        OSError,
        ValueError,
        RuntimeError,
        zlib.error,
    ):
        return  # what is damaged or elsewhere is told when the file is opened
    paragraphs = sum(1 for _found in _PARAGRAPH.finditer(body))
    if paragraphs > MAX_PARAGRAPHS:
        raise DocumentTooLarge(
            f"the Word file has more than {MAX_PARAGRAPHS:,} paragraphs"
        )


def _lines(document: Any) -> Iterator[str]:
    for block in document.iter_inner_content():
        if isinstance(block, Table):
            yield from _rows(block)
        else:
            yield block.text
        yield ""


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        # not row.cells, which repeats a cell as often as a file says it is wide
        cells = (_Cell(tc, table).text for tc in row._tr.tc_lst)  # noqa: SLF001
        yield "\t".join(" ".join(cell.split()) for cell in cells)


def _title(properties: Any) -> str | None:
    return properties.title.strip() or None
