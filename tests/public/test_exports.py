"""What is taken along holds what the page says, with its sources, and runs nothing."""

import csv
import io
import json

import openpyxl
import pytest

from memoranda.insight.tables.workbook import TooManyRows
from memoranda.public.exports import files
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import SubjectType
from tests.factories import actor, claim, subject

FORMULA = "=HYPERLINK(1)"


@pytest.fixture
def take(client):
    """The bytes of an export."""

    def get(address):
        answer = client.get(address)
        assert answer.status_code == 200, address
        return answer.getvalue() if answer.streaming else answer.content

    return get


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def test_a_table_has_the_records_of_the_page_and_their_values(told, take):
    rows = rows_of(take("/instruments/take.csv?kind=memorandum"))

    assert [row["key"] for row in rows] == [told["paper"].key]
    assert rows[0]["signed"] == "2021-09-14"
    assert rows[0]["party"] == "Southland State Gallery; National Museum of Norland"
    assert rows[0]["capacity"] == "director of the museum (Ada Nord)"
    assert rows[0]["address"] == f"http://testserver/instruments/{told['paper'].key}/"
    assert take("/instruments/take.csv").startswith("\ufeff".encode())


def test_json_gives_every_value_its_quote_and_document(told, take):
    kept = json.loads(take("/events/take.json"))

    assert kept["number"] == len(kept["records"]) == 1
    assert kept["taken_from"] == "http://testserver/events/take.json"
    start = kept["records"][0]["values"]["start"]
    source = start["sources"][0]
    article = told["article"]
    assert start["value"] == "2022-05"
    assert source["quote"] == "May 2022"
    assert article.text[source["start"] : source["end"]] == "May 2022"
    address = f"http://testserver/documents/{article.key}/"
    assert source["document"]["address"] == address


@pytest.mark.usefixtures("told")
def test_a_workbook_has_typed_cells(take):
    book = openpyxl.load_workbook(io.BytesIO(take("/figures/take.xlsx")))

    names, row = book.active.iter_rows(values_only=True)
    cells = dict(zip(names, row, strict=True))

    assert cells["value"] == 2_600_000_000
    assert cells["period"] == "2020"
    assert cells["machine_read"] is True


@pytest.mark.django_db
def test_no_cell_runs(take):
    actor(FORMULA)
    pact = subject(SubjectType.INSTRUMENT)
    claim(pact, "kind", "memorandum")
    claim(pact, "place", "-1+1")
    project_stale()

    names = rows_of(take("/actors/take.csv?every=yes"))
    places = rows_of(take("/instruments/take.csv"))
    book = openpyxl.load_workbook(io.BytesIO(take("/actors/take.xlsx?every=yes")))

    assert [row["name"] for row in names] == [f"'{FORMULA}"]
    assert [row["place"] for row in places] == ["'-1+1"]
    cell = book.active["B2"]
    assert (cell.value, cell.data_type) == (FORMULA, "s")


@pytest.mark.django_db
def test_a_table_too_long_for_a_sheet_is_no_file(client, monkeypatch):
    def refuse(*_args, **_named):
        raise TooManyRows("Take CSV.")

    monkeypatch.setattr(files, "write_workbook", refuse)

    answer = client.get("/figures/take.xlsx")

    assert (answer.status_code, answer.content) == (413, b"Take CSV.")
    assert "Content-Disposition" not in answer.headers


def test_searches_relations_and_documents_can_be_taken_along(told, take):
    found = rows_of(take("/search/take.csv?q=southland"))
    between = rows_of(take("/relations/nor/swe/take.csv"))
    documents = rows_of(take("/documents/take.csv"))

    assert told["gallery"].key in {row["key"] for row in found}
    assert {row["type"] for row in between} == {
        "instrument",
        "event",
        "commitment",
        "figure",
    }
    assert [row["title"] for row in documents] == [
        "Gallery and museum confirm their ties",
        "Two museums sign a memorandum",
    ]
