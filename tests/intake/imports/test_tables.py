from hypothesis import given
from hypothesis import strategies as st

from memoranda.intake.domain.imports.csv_table import csv_table
from memoranda.intake.domain.imports.tables import bytes_of, named, text_of

cells = st.lists(
    st.text(st.characters(codec="utf-8", exclude_characters="\x00\r")).map(str.strip),
    min_size=1,
    max_size=6,
)


@given(cells, cells)
def test_every_filled_cell_is_quoted_where_it_stands(header, row):
    names = named(header)
    row = tuple((row * len(names))[: len(names)])

    told = text_of(names, row)

    quoted = {at: told.text[start:end] for at, (start, end) in told.spans.items()}
    assert quoted == {at: cell for at, cell in enumerate(row) if cell}


def test_the_bytes_of_a_row_are_a_table_of_one_row():
    header, row = ("No", "What"), ("1", 'He said "yes",\nand left')

    again = csv_table(bytes_of(header, row))

    assert (again.header, [one.cells for one in again.rows()]) == (header, [row])


def test_columns_without_a_name_or_of_one_name_are_told_apart():
    assert named(["No", "", "No"]) == ("No", "Column 2", "No (3)")
    assert named(["No (3)", "No", "No"]) == ("No (3)", "No", "No (3) (3)")
