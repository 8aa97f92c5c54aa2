"""CSV: which encoding, which delimiter, and the rows."""

import csv
import io
import re
from collections import Counter
from collections.abc import Iterator

from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.bounds import checked, clean
from memoranda.intake.domain.imports.faults import BadTable
from memoranda.intake.domain.imports.tables import Row, Table, named

ENCODINGS = ("utf-8", "utf-16", "cp1251", "cp1254", "latin-1")
DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
SAMPLE = 200_000
_CYRILLIC = frozenset("абвгдежзийклмнопрстуфхцчшщъыьэюя")
# What cp1254 reads as Turkish letters; cp1252 and latin-1 read Icelandic ones.
_TURKISH = frozenset("ğĞıİşŞ")


def csv_table(content: bytes, *, encoding: str = "", delimiter: str = "") -> Table:
    """The table in ``content``. Raises BadTable."""
    chosen = encoding or encoding_of(content)
    text = _decoded(content, chosen)
    if "\x00" in text:
        raise BadTable(_("The file is no table: it holds what no text holds."))
    parted = delimiter or delimiter_of(text[:SAMPLE])
    header = next(_records(text, parted), None)
    if not header or not any(cell.strip() for cell in header):
        raise BadTable(_("The file holds no header."))
    names = named([clean(cell) for cell in header])

    def rows() -> Iterator[Row]:
        for number, cells in enumerate(_records(text, parted, skip=1), 2):
            if any(cell.strip() for cell in cells):
                yield checked(number, cells, names)

    return Table(names, rows, {"encoding": chosen, "delimiter": parted})


def encoding_of(content: bytes) -> str:
    """The encoding the bytes are most likely written in; one of ``ENCODINGS``."""
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        return "utf-16"
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return _of_one_byte(content[:SAMPLE])
    return "utf-8"


def _of_one_byte(sample: bytes) -> str:
    high = sum(byte >= 0x80 for byte in sample) or 1
    russian = sample.decode("cp1251", "replace").lower()
    if sum(letter in _CYRILLIC for letter in russian) > 0.8 * high:
        words = re.findall(r"[^\W\d_]{4,}", russian)
        whole = sum(set(word) <= _CYRILLIC for word in words)
        if whole and whole >= 0.1 * len(words):
            return "cp1251"
    turkish = sample.decode("cp1254", "replace")
    return "cp1254" if any(letter in _TURKISH for letter in turkish) else "latin-1"


def delimiter_of(text: str) -> str:
    """The delimiter that cuts most lines into as many cells as the first."""
    lines = [line for line in text.splitlines()[:50] if line.strip()]
    if not lines:
        return ","
    scores = {one: _evenness(lines, one) for one in DELIMITERS}
    return max(scores, key=lambda one: scores[one])


def _evenness(lines: list[str], delimiter: str) -> tuple[float, int]:
    counts = [_width(line, delimiter) for line in lines]
    if counts[0] < 2:
        return 0.0, 0
    return Counter(counts)[counts[0]] / len(counts), counts[0]


def _width(line: str, delimiter: str) -> int:
    try:
        return len(next(csv.reader([line], delimiter=delimiter), []))
    except csv.Error:
        return 0


def _decoded(content: bytes, encoding: str) -> str:
    if encoding not in ENCODINGS:
        raise BadTable(_("The encoding “%s” is not known here.") % encoding)
    try:
        plain = "utf-8-sig" if encoding == "utf-8" else encoding
        return content.decode(plain)
    except UnicodeError as error:
        raise BadTable(_("The file is not written in %s.") % encoding) from error


def _records(text: str, delimiter: str, *, skip: int = 0) -> Iterator[list[str]]:
    if delimiter not in DELIMITERS:
        raise BadTable(_("The delimiter “%s” is not known here.") % delimiter)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        for number, cells in enumerate(reader):
            if number >= skip:
                yield cells
    except csv.Error as error:
        line = reader.line_num
        raise BadTable(
            _("Line %(line)d cannot be read: %(why)s.") % {"line": line, "why": error}
        ) from error
