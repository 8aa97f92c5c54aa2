import gzip
import io
import zipfile
from datetime import date, datetime

import openpyxl
import pytest

from memoranda.intake.domain.imports.faults import BadTable
from memoranda.intake.domain.imports.opening import table_in

RUSSIAN = "№;Название;Дата\n1;Соглашение о музеях;2020\n2;Программа обменов;2021\n"
TURKISH = "No,Ad,Şehir\n1,Müze anlaşması,İstanbul\n"


def rows_in(content: bytes, **read_as):
    table = table_in(content, **read_as)
    return [table.header, *(row.cells for row in table.rows())]


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (RUSSIAN, "utf-8"),
        (RUSSIAN, "utf-16"),
        (RUSSIAN, "cp1251"),
        (TURKISH, "cp1254"),
        ("No,Título\n1,Acuerdo de España\n", "latin-1"),
    ],
)
def test_encoding_and_delimiter_are_found(text, encoding):
    delimiter = ";" if ";" in text else ","

    table = table_in(text.encode(encoding))

    assert table.read_as == {"encoding": encoding, "delimiter": delimiter}
    assert table.header == tuple(text.splitlines()[0].split(delimiter))


def test_what_a_person_says_of_a_file_goes_before_what_is_found():
    content = b"a;b,c\n1;2,3\n"

    assert rows_in(content, delimiter=",") == [("a;b", "c"), ("1;2", "3")]


def test_a_quoted_cell_may_hold_lines():
    content = b'No,What\n1,"first\r\nsecond"\n\n2,x\n'

    assert rows_in(content) == [("No", "What"), ("1", "first\nsecond"), ("2", "x")]


def test_a_gzip_file_is_opened():
    assert rows_in(gzip.compress(b"a,b\n1,2\n")) == [("a", "b"), ("1", "2")]


@pytest.mark.parametrize(
    "content",
    [
        gzip.compress(b"a,b\n" + b"0" * 3_000_000),
        gzip.compress(b"a,b\n1,2\n")[:-9],
        b"",
        b"\n\n",
        b'a,b\n1,"' + b"x" * 140_000 + b'"\n',
    ],
    ids=["bomb", "torn", "empty", "blank", "endless cell"],
)
def test_what_is_no_table_is_refused(content):
    with pytest.raises(BadTable):
        list(table_in(content).rows())


def workbook() -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Agreements"
    sheet.append(["No", "Signed", "Money", "Seen"])
    sheet.append([1, date(2019, 10, 5), 2.5, True])
    sheet.append([2.0, datetime(2020, 1, 2, 14, 30), None, None])  # noqa: DTZ001
    sheet.merge_cells("A4:B4")
    sheet["A4"] = "merged"
    book.create_sheet("Events").append(["Event"])
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_cells_of_a_workbook_are_text():
    assert rows_in(workbook()) == [
        ("No", "Signed", "Money", "Seen"),
        ("1", "2019-10-05", "2.5", "yes"),
        ("2", "2020-01-02 14:30", "", ""),
        ("merged", "", "", ""),
    ]


def altered(old: bytes, new: bytes) -> bytes:
    """The workbook with other words in its first sheet."""
    book, kept = zipfile.ZipFile(io.BytesIO(workbook())), io.BytesIO()
    with book, zipfile.ZipFile(kept, "w") as archive:
        for name in book.namelist():
            content = book.read(name)
            if name.endswith("sheet1.xml"):
                assert old in content
                content = content.replace(old, new)
            archive.writestr(name, content)
    return kept.getvalue()


def test_a_sheet_that_gives_its_size_wrongly_is_read_whole():
    content = altered(b'ref="A1:D4"', b'ref="A1"')

    assert rows_in(content) == rows_in(workbook())


def test_a_damaged_sheet_is_refused():
    with pytest.raises(BadTable, match="cannot be read"):
        rows_in(altered(b"</row>", b""))


def test_a_sheet_can_be_chosen():
    table = table_in(workbook(), sheet="Events")

    assert (table.sheets, table.header) == (("Agreements", "Events"), ("Event",))


def test_a_workbook_that_unpacks_to_too_much_is_refused():
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 20_000_000)

    with pytest.raises(BadTable):
        table_in(packed.getvalue())


def test_a_torn_workbook_is_refused():
    with pytest.raises(BadTable):
        table_in(workbook()[:-100])
