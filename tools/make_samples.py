"""Makes the PDF and DOCX samples from their sources, byte for byte the same.

Run with no arguments to write them under ``samples/``; ``make(folder)`` writes
them elsewhere. Sources are plain text: ``#`` a title, ``##`` a heading, ``>`` the
line that says what the text is, ``|`` a row of the signature block.
"""

import argparse
import io
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from docx import Document
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.platypus import (
    Flowable,
    KeepTogether,
    Paragraph,
    SimpleDocTemplate,
    Spacer,
)

ROOT = Path(__file__).resolve().parent.parent
SOURCES = ROOT / "tools" / "sample_sources"
# The clock of every archive: a fixed date, so that the bytes do not change.
STILL = datetime(2024, 1, 1, tzinfo=UTC)

MADE = {
    "agreement-sea-wind-amber-coast.md": "agreements/sea-wind-amber-coast.pdf",
    "agreement-lantern-compass.md": "agreements/lantern-compass-protocol.pdf",
    "agreement-steppe-lagoon.md": "agreements/steppe-lagoon-programme.docx",
    "agreement-fortress-loire.md": "agreements/fortress-loire-exhibitions.docx",
    "press-photo-chronicle.md": "press/photo-chronicle.docx",
    "press-benin-bronzes.md": "press/benin-bronzes-declaration.docx",
}

BODY = ParagraphStyle(
    "body", fontName="Times-Roman", fontSize=11, leading=15, spaceAfter=7
)
STYLES = {
    "title": ParagraphStyle(
        "title",
        BODY,
        fontName="Times-Bold",
        fontSize=15,
        leading=20,
        alignment=TA_CENTER,
    ),
    "heading": ParagraphStyle(
        "heading", BODY, fontName="Times-Bold", spaceBefore=6, keepWithNext=1
    ),
    "notice": ParagraphStyle(
        "notice", BODY, fontName="Times-Italic", fontSize=9, alignment=TA_CENTER
    ),
    "body": BODY,
}
MARKS = {"# ": "title", "## ": "heading", "> ": "notice", "| ": "row"}


def blocks(source: str) -> Iterator[tuple[str, str]]:
    """Each line of a source that is not empty, with its kind."""
    for line in filter(None, source.splitlines()):
        mark = next((mark for mark in MARKS if line.startswith(mark)), "")
        yield MARKS.get(mark, "body"), line.removeprefix(mark)


def title_of(source: str) -> str:
    """The first title of a source."""
    return next(line for kind, line in blocks(source) if kind == "title")


def cells(row: str) -> list[str]:
    """The cells of a row of the signature block."""
    return [cell.strip() for cell in row.strip("| ").split("|")]


def pdf(source: str) -> bytes:
    """Set pages with a text layer; one signature under the other."""
    target = io.BytesIO()
    flow: list[Flowable] = []
    rows: list[list[str]] = []
    for kind, line in blocks(source):
        if kind == "row":
            rows.append(cells(line))
        else:
            flow.append(Paragraph(line, STYLES[kind]))
    for block in zip(*rows, strict=True):
        flow.append(Spacer(1, 7 * mm))
        flow.append(KeepTogether([Paragraph(line, STYLES["body"]) for line in block]))
    pages = SimpleDocTemplate(target, pagesize=A4, invariant=1, pageCompression=0)
    pages.title = title_of(source)
    pages.build(flow)
    return target.getvalue()


def docx(source: str) -> bytes:
    """A Word document with real headings and a table for the signatures."""
    document = Document()
    document.core_properties.created = STILL
    document.core_properties.modified = STILL
    document.core_properties.author = ""
    document.core_properties.title = title_of(source)
    table = None
    for kind, line in blocks(source):
        if kind == "row":
            names = cells(line)
            table = table or document.add_table(rows=0, cols=len(names))
            for cell, name in zip(table.add_row().cells, names, strict=True):
                cell.text = name
        elif kind in {"title", "heading"}:
            document.add_heading(line, level=0 if kind == "title" else 2)
        else:
            document.add_paragraph().add_run(line).italic = kind == "notice"
    target = io.BytesIO()
    document.save(target)
    return _still(target.getvalue())


def _still(archive: bytes) -> bytes:
    """The same archive, its members sorted and dated at one moment."""
    target = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(archive)) as moving,
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as still,
    ):
        # The list of contents comes first, as readers of the format expect.
        names = sorted(moving.namelist(), key=lambda n: (n[0] != "[", n))
        for name in names:
            member = zipfile.ZipInfo(name, STILL.timetuple()[:6])
            member.create_system = 3
            member.compress_type = zipfile.ZIP_DEFLATED
            still.writestr(member, moving.read(name))
    return target.getvalue()


def make(folder: Path) -> list[Path]:
    """Write every made sample below ``folder``; return the paths written."""
    written = []
    for name, place in MADE.items():
        source = (SOURCES / name).read_text(encoding="utf-8")
        target = folder / place
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(pdf(source) if target.suffix == ".pdf" else docx(source))
        written.append(target)
    return written


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--into", type=Path, default=ROOT / "samples")
    for path in make(parser.parse_args().into):
        print(path)
