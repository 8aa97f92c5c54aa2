"""Rows of a table read by a mapping."""

import io

import openpyxl
import pytest

from memoranda.intake.domain.imports.faults import BadMapping
from memoranda.intake.domain.imports.mapping import mapping_of
from memoranda.intake.domain.imports.opening import table_in
from memoranda.intake.domain.imports.recorder import Recorder
from tests.intake.imports.tables import AGREEMENTS, HEADER, ROWS, table_of


def records_of(*rows, said=None, content=None):
    table = table_in(content or table_of(*rows))
    return list(Recorder(mapping_of(said or AGREEMENTS), table).records())


def named(record) -> list[str]:
    """The names that are said of actors at this row."""
    said = [one for told in record.actors.values() for one in told]
    return [one.value for one in said if one.property == "name"]


def faults(record) -> list[tuple[str, str]]:
    return [(one.column, one.reason) for one in record.faults]


def test_an_actor_is_introduced_where_it_is_named_first():
    assert [named(one) for one in records_of(*ROWS)] == [
        ["France", "Italy"],
        ["Georgia"],
    ]


def test_an_actor_named_first_in_a_row_left_out_is_introduced_by_the_next():
    wrong = ("0", "x", "France; Georgia", "never", "agreement")

    assert [named(one) for one in records_of(wrong, *ROWS)] == [
        [],
        ["France", "Italy"],
        ["Georgia"],
    ]


def test_a_row_that_would_be_no_record_is_left_out():
    (record,) = records_of(("1", "On museums", "", "2001", ""))

    assert faults(record) == [
        ("Kind", "“Kind” is missing, without which there is no record.")
    ]


def test_a_line_with_more_cells_than_columns_is_left_out():
    (record,) = records_of((*ROWS[0], "", "agreement"))

    assert faults(record) == [("", "The row has more cells than there are columns.")]


def test_what_stands_beside_the_table_of_a_sheet_is_noted():
    book, kept = openpyxl.Workbook(), io.BytesIO()
    book.active.append(HEADER)
    book.active.append([*ROWS[0], None, "ask Rana"])
    book.save(kept)

    (record,) = records_of(content=kept.getvalue())

    assert [reason for _, _, reason in record.notes] == [
        "“ask Rana” stands beside the table and is not read."
    ]
    assert not record.faults


def test_a_remark_on_a_column_that_the_table_lacks_is_told():
    remark = {"column": "Signed", "follows": "In force", "note": "x", "years": 1}

    with pytest.raises(BadMapping, match="In force"):
        records_of(*ROWS, said=AGREEMENTS | {"remarks": [remark]})


def test_what_several_cells_say_is_read_as_one():
    date = {
        "columns": ["Day", "Month"],
        "property": "signed",
        "convert": "date",
        "options": {"template": "{Day} {Month} 1999"},
    }
    said = AGREEMENTS | {"key": "", "columns": [AGREEMENTS["columns"][0], date]}
    header = ("Kind", "Day", "Month")
    rows = ("plan", "5", "May"), ("plan", "50", "May")

    good, bad = records_of(said=said, content=table_of(*rows, header=header))

    assert [one.value for one in good.stated] == ["plan", "1999-05-05"]
    assert faults(bad) == [("Day, Month", "“50 May 1999” is no date")]
