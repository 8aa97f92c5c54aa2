"""The pages of imports."""

import csv
import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext

from memoranda.intake.domain.imports.mapping import mapping_of
from memoranda.intake.domain.imports.offering import offer_import
from memoranda.intake.domain.jobs.worker import Worker
from memoranda.intake.enums import ImportState
from memoranda.intake.models import Import, ImportMapping, Job
from memoranda.register.models import Claim, Entry
from tests.intake.imports.tables import (
    AGREEMENTS,
    HEADER,
    ROWS,
    imported,
    offered,
    table_of,
)

HTML = "<script>alert(1)</script>"
LIST_QUERIES = 5


def upload(client, *rows, name="siyahı.csv", **said):
    file = SimpleUploadedFile(name, table_of(*rows))
    return client.post("/desk/imports/", {"file": file, "mapping": "", **said})


def page(client, run: Import) -> str:
    return client.get(f"/desk/imports/{run.pk}/").content.decode()


def form(**changed) -> dict[str, str]:
    said = {"type": "instrument", "key": "No", "name": "list", "kind": "agreement"}
    return said | changed


def test_a_file_is_looked_at_and_nothing_is_written(signed_in):
    client = signed_in()

    answer = upload(client, *ROWS)

    run = Import.objects.get()
    assert answer.url == f"/desk/imports/{run.pk}/"
    text = page(client, run)
    for told in ("siyahı.csv", "Write 2 rows", "Agreement on museums", "France; Italy"):
        assert told in text
    assert (run.state, Claim.objects.count()) == (ImportState.PREVIEWED, 0)


def test_confirmed_twice_it_is_written_once(signed_in):
    client = signed_in()
    upload(client, *ROWS)
    run = Import.objects.get()

    client.post(f"/desk/imports/{run.pk}/confirm/")
    client.post(f"/desk/imports/{run.pk}/confirm/")
    Worker().run_one()
    client.post(f"/desk/imports/{run.pk}/confirm/")

    run.refresh_from_db()
    assert (Job.objects.count(), run.state) == (1, ImportState.DONE)
    assert run.counts["new"] == 2
    assert "Take the whole import back" in page(client, run)


def test_a_person_stands_behind_what_they_confirmed(signed_in):
    client = signed_in()
    upload(client, *ROWS)
    client.post(f"/desk/imports/{Import.objects.get().pk}/confirm/")

    Worker().run_one()

    entries = Entry.objects.filter(type="instrument")
    assert [entry.machine_read for entry in entries] == [False, False]


def test_an_import_is_taken_back_and_brought_in_again(signed_in):
    client, run = signed_in(), imported(*ROWS)

    client.post(f"/desk/imports/{run.pk}/undo/")
    taken = Entry.objects.count()
    client.post(f"/desk/imports/{run.pk}/undo/")
    client.post(f"/desk/imports/{run.pk}/confirm/")
    Worker().run_one()

    assert taken == 0
    assert Entry.objects.filter(type="instrument").count() == 2


def test_the_mapping_can_be_corrected_and_kept(signed_in):
    client = signed_in()
    upload(client, *ROWS)
    run = Import.objects.get()
    said = {"property-1": "place", "reading-1": "dmy", "save": "yes", "name": "ours"}

    client.post(f"/desk/imports/{run.pk}/mapping/", form(**said))

    run.refresh_from_db()
    read = [(c["property"], c["convert"]) for c in run.mapping["columns"]]
    assert read == [("place", "text"), ("kind", "text")]
    assert ImportMapping.objects.get().name == "ours"
    assert "ours" in client.get("/desk/imports/").content.decode()


@pytest.mark.parametrize(
    "said",
    [
        {"kind": ""},
        {"key": "Nonsense"},
        {"type": "cat", "kind": ""},
        {"save": "yes", "name": "wti"},
    ],
)
def test_a_mapping_that_is_not_sound_changes_nothing(signed_in, said):
    client = signed_in()
    upload(client, *ROWS)
    run = Import.objects.get()
    kept, before = ImportMapping.objects.count(), run.mapping

    client.post(f"/desk/imports/{run.pk}/mapping/", form(**said))

    run.refresh_from_db()
    assert "Nothing was changed." in page(client, run)
    assert (ImportMapping.objects.count(), run.mapping) == (kept, before)


def test_what_no_server_can_hold_is_left_out_of_a_mapping(signed_in):
    client = signed_in()
    upload(client, *ROWS)
    run = Import.objects.get()
    said = {"property-1": "place", "title": "The\x00 list", "name": "o\x00urs"}

    client.post(f"/desk/imports/{run.pk}/mapping/", form(**said))
    unknown = upload(client, *ROWS, mapping="no\x00ne")

    run.refresh_from_db()
    assert (run.mapping["title"], run.mapping["name"]) == ("The list", "ours")
    assert "There is no mapping “none”." in unknown.content.decode()


def test_the_file_can_be_read_otherwise(signed_in):
    client = signed_in()
    upload(client, ("1", "a;b", "", "", ""))
    run = Import.objects.get()

    client.post(f"/desk/imports/{run.pk}/reading/", {"delimiter": ";"})

    run.refresh_from_db()
    assert run.read_as["delimiter"] == ";"
    assert "The file is read as before." not in page(client, run)


def test_faults_are_listed_by_row_and_cell_and_as_csv(signed_in):
    client = signed_in()
    upload(client, *ROWS, ("3", "=cmd()", "France", "31.02.2020", "agreement"))
    run = Import.objects.get()

    text = page(client, run)
    table = client.get(f"/desk/imports/{run.pk}/faults.csv").getvalue().decode()

    assert "1 cell cannot be read." in text
    assert table.splitlines()[1:] == ["4,Signed,31.02.2020,“31.02.2020” is no date"]


def test_no_spreadsheet_runs_what_a_list_of_faults_quotes(signed_in):
    header = ("No", "Title", "Parties", "=Signed", "Kind")
    content = table_of(("1", "Accord", "Italy", "\rsoon", "agreement"), header=header)
    columns = [
        *AGREEMENTS["columns"][:3],
        AGREEMENTS["columns"][3] | {"column": "=Signed"},
    ]
    mapping = mapping_of(AGREEMENTS | {"columns": columns})
    run = offer_import(content, mapping, file_name="list.csv")

    answer = signed_in().get(f"/desk/imports/{run.pk}/faults.csv")

    table = list(csv.reader(io.StringIO(answer.getvalue().decode(), newline="")))
    assert [row[1][:2] for row in table[1:]] == ["'="]


@pytest.mark.parametrize(
    "content", [b"", b"\x00\x01", b"PK\x03\x04torn", b"\xd0\xcf\x11\xe0old"]
)
def test_what_is_no_table_is_refused_in_one_line(signed_in, content):
    file = SimpleUploadedFile("x.xlsx", content)

    answer = signed_in().post("/desk/imports/", {"file": file})

    assert answer.status_code == 422
    assert Import.objects.count() == 0


def test_a_form_without_a_file_is_told_so(signed_in):
    answer = signed_in().post("/desk/imports/", {})

    assert "Choose a file first." in answer.content.decode()


def test_what_a_table_says_is_shown_as_text(signed_in):
    client = signed_in()
    header = tuple(f"{name}{HTML}" for name in HEADER)
    file = SimpleUploadedFile(f"{HTML}.csv", table_of((HTML,) * 5, header=header))
    client.post("/desk/imports/", {"file": file})
    run = Import.objects.get()

    shown = page(client, run) + client.get("/desk/imports/").content.decode()

    assert HTML not in shown


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_the_same_number_of_questions(signed_in, count):
    client = signed_in()
    for number in range(count):
        offered((str(number), "x", "", "", "agreement"))
    client.get("/desk/imports/")

    with CaptureQueriesContext(connection) as asked:
        client.get("/desk/imports/")

    assert len(asked) == LIST_QUERIES
