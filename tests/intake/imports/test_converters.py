import pytest

from memoranda.intake.domain.imports.cells import filled
from memoranda.intake.domain.imports.converters import CONVERTERS
from memoranda.intake.domain.imports.dates import Unclear, edtf_of


@pytest.mark.parametrize(
    ("said", "order", "edtf"),
    [
        ("1999-10-05", "dmy", "1999-10-05"),
        ("1999-10-05 00:00:00", "dmy", "1999-10-05"),
        ("5.10.1999", "dmy", "1999-10-05"),
        ("5/10/1999", "mdy", "1999-05-10"),
        ("10.1999", "dmy", "1999-10"),
        ("1999", "dmy", "1999"),
        ("1999-10", "ymd", "1999-10"),
        ("2021/2023", "dmy", "2021/2023"),
        ("5 October 1999", "dmy", "1999-10-05"),
        ("October 1999", "dmy", "1999-10"),
        ("on 5 October 1999", "dmy", "1999-10-05"),
    ],
)
def test_dates_keep_the_precision_they_have(said, order, edtf):
    assert edtf_of(said, order=order) == edtf


@pytest.mark.parametrize(
    "said",
    ["31.02.2020", "5.10.99", "soon", "", "13/13/2020", "till May 1999", "May 1999?"],
)
def test_what_is_no_date_is_told(said):
    with pytest.raises(Unclear):
        edtf_of(said)


@pytest.mark.parametrize(
    ("convert", "cell", "options", "values"),
    [
        ("text", "Burma  (aka  x)", {"cut": r"\s*\(.*"}, ["Burma"]),
        ("code", "AGREEM", {"table": {"agreem": "agreement"}}, ["agreement"]),
        ("code", "x", {"otherwise": "agreement"}, ["agreement"]),
        ("year", "signed in 1972", {}, ["1972"]),
        ("number", "1,234.5", {}, [1234.5]),
        ("number", "1 234,50", {"decimal": ","}, [1234.5]),
        ("number", "12", {}, [12]),
        ("number", "-1'234 567", {}, [-1234567]),
        ("number", "1,5", {"decimal": ","}, [1.5]),
        ("code", "SAZİŞ", {"table": {"saziş": "agreement"}}, ["agreement"]),
        ("code", "QIZIL ", {"table": {"qızıl": "gold"}}, ["gold"]),
        ("code", "ДОГОВОР", {"table": {"договор": "treaty"}}, ["treaty"]),
        ("list", "art; music;;", {}, ["art", "music"]),
        ("country", "Azerbaijan", {}, ["AZE"]),
        ("actor kind", "France", {}, ["state"]),
        ("actor kind", "World Bank", {}, ["organisation"]),
        ("sentence", "TRADE WITH JAPAN", {}, ["Trade with Japan"]),
        ("sentence", "Trade with Japan.", {}, ["Trade with Japan"]),
        ("actor", "France; Italy", {"separator": ";"}, ["France", "Italy"]),
    ],
)
def test_a_cell_is_converted(convert, cell, options, values):
    assert [part.value for part in CONVERTERS[convert](cell, options)] == values


def test_each_name_of_a_list_knows_where_it_stands():
    cell = "France ;  Italy"

    parts = CONVERTERS["actor"](cell, {"separator": ";"})

    assert [cell[part.start : part.end] for part in parts] == ["France", "Italy"]


@pytest.mark.parametrize(
    ("convert", "cell"),
    [("code", "x"), ("year", "none"), ("number", "many"), ("country", "Narnia")],
)
def test_what_cannot_be_converted_is_told(convert, cell):
    with pytest.raises(Unclear):
        CONVERTERS[convert](cell, {})


@pytest.mark.parametrize(
    ("cell", "decimal"), [("1,5", "."), ("1.5", ","), ("1,23,456", "."), ("1.", ".")]
)
def test_a_decimal_sign_is_not_taken_for_one_of_thousands(cell, decimal):
    with pytest.raises(Unclear):
        CONVERTERS["number"](cell, {"decimal": decimal})


def test_cells_are_joined_and_what_is_empty_leaves_no_mark():
    template = "{Source}[ {Vol}][, {Page}]"

    full = filled(template, {"Source": "UNTS", "Vol": "25", "Page": "249"})
    bare = filled(template, {"Source": "UNTS", "Vol": "", "Page": "7"})

    assert (full, bare) == ("UNTS 25, 249", "UNTS, 7")
