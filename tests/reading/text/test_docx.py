import io
import zipfile

import docx
import pytest

from memoranda.reading.errors import DocumentTooLarge, UnreadableDocument
from memoranda.reading.text.docx import load_docx


def memorandum() -> bytes:
    document = docx.Document()
    document.core_properties.title = "Memorandum"
    document.add_heading("MEMORANDUM")
    document.add_paragraph("The towns agree as follows.")
    table = document.add_table(rows=2, cols=2)
    for cell, text in zip(
        [cell for row in table.rows for cell in row.cells],
        ["For Riga", "For Cork", "Ann Lee", "Bo Ek"],
        strict=True,
    ):
        cell.text = text
    document.add_paragraph("Done at Riga.")
    stored = io.BytesIO()
    document.save(stored)
    return stored.getvalue()


def test_paragraphs_and_tables_in_their_order():
    loaded = load_docx(memorandum())

    assert loaded.title == "Memorandum"
    assert loaded.original == (
        "MEMORANDUM\n\nThe towns agree as follows.\n\n"
        "For Riga\tFor Cork\nAnn Lee\tBo Ek\n\nDone at Riga."
    )


@pytest.mark.parametrize("length", [10, 2000])
def test_cut_off(length: int):
    with pytest.raises(UnreadableDocument) as caught:
        load_docx(memorandum()[:length])

    assert str(caught.value) == "the Word file is damaged"


def test_damaged_inside():
    content = memorandum()
    at = content.index(b"word/document.xml") + 100

    with pytest.raises(UnreadableDocument):
        load_docx(content[:at] + b"\xff" * 200 + content[at + 200 :])


def test_more_paragraphs_than_a_document_has():
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(memorandum())) as whole,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_STORED) as swollen,
    ):
        for name in whole.namelist():
            content = whole.read(name)
            if name == "word/document.xml":
                content = content.replace(
                    b"<w:sectPr", b"<w:p/>" * 100_001 + b"<w:sectPr", 1
                )
            swollen.writestr(name, content)

    with pytest.raises(DocumentTooLarge, match="100,000 paragraphs"):
        load_docx(packed.getvalue())
