import pytest

from memoranda.intake.domain.imports.csv_table import csv_table
from memoranda.intake.domain.imports.faults import BadMapping
from memoranda.intake.domain.imports.guessing import guessed_mapping
from memoranda.intake.domain.imports.mapping import mapping_in, mapping_of
from memoranda.intake.domain.imports.shipped import NAMES, shipped_mapping
from memoranda.register.enums import SubjectType
from tests.intake.imports.tables import AGREEMENTS


@pytest.mark.parametrize("name", NAMES)
def test_a_mapping_that_comes_along_is_sound_and_kept_whole_by_json(name):
    mapping = shipped_mapping(name)

    assert mapping_of(mapping.as_dict()) == mapping


def changed(**columns):
    return AGREEMENTS | {"columns": [AGREEMENTS["columns"][0] | columns]}


@pytest.mark.parametrize(
    "said",
    [
        {},
        AGREEMENTS | {"type": "cat"},
        AGREEMENTS | {"name": " "},
        AGREEMENTS | {"version": 2},
        AGREEMENTS | {"columns": []},
        AGREEMENTS | {"columns": ["Kind"]},
        AGREEMENTS | {"remarks": [{"colour": "red"}]},
        changed(property="colour"),
        changed(convert="magic"),
        changed(convert="actor"),
        changed(if_wrong="weep"),
        changed(column=[]),
        changed(options={"cut": "("}),
        changed(options={"if_empty": ["agreement"]}),
        AGREEMENTS
        | {
            "columns": [
                AGREEMENTS["columns"][0],
                {"property": "signed", "convert": "date", "options": {"value": "soon"}},
            ]
        },
    ],
)
def test_a_mapping_that_is_not_sound_is_refused(said):
    with pytest.raises(BadMapping):
        mapping_of(said)


@pytest.mark.parametrize("content", [b"{", b"= 1", b"\xff\xfe"])
def test_a_file_that_is_no_mapping_is_refused(content):
    with pytest.raises(BadMapping):
        mapping_in(content)


@pytest.mark.parametrize(
    ("header", "key"),
    [
        ("No,Kind,Title,Parties,Date of signature,Valid until", "No"),
        ("Номер,Вид,Название,Стороны,Дата подписания,Действует до", "Номер"),
        ("Nömrə,Növü,Adı,Tərəflər,İmzalanma tarixi,Etibarlıdır", "Nömrə"),
    ],
)
def test_a_mapping_is_guessed_from_the_names_of_columns(header, key):
    table = csv_table(f"{header}\n1,x,y,A; B,13.01.2020,2025\n".encode())

    guess = guessed_mapping(table, name="list")

    found = [(column.property, column.convert) for column in guess.columns]
    assert (guess.type, guess.key) == (SubjectType.INSTRUMENT, key)
    assert found == [
        ("kind", "code"),
        ("title", "text"),
        ("party", "actor"),
        ("signed", "date"),
        ("expires", "date"),
    ]


def test_the_order_of_day_and_month_is_guessed_from_the_cells():
    table = csv_table(b"Event,Date\nx,01/02/2020\ny,01/25/2020\n")

    guess = guessed_mapping(table, name="list")

    dates = [one for one in guess.columns if one.convert == "date"]
    assert [one.options for one in dates] == [{"order": "mdy"}]
