"""The command `import` as a user meets it."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from memoranda.cli import import_
from memoranda.register.models import Entry, Fact, ReadingNote
from tests.intake.imports.tables import ROWS, table_of

INDEX = (
    "treaty_id,Source,Vol,Page,Signed,Force,Regis,Regisant,party1,party2,laterality,"
    "headnote,topic,topic1,topic2,title,CulturalGen\n"
    "100366,UNTS,25,249,1947-07-04,1948-07-02,,,CZECHO,POLAND,BILAT,"
    "CULTURAL COOPERATION,7CULT,7CULT,,CONVEN,yes\n"
    "2,JJS,,,1950-01-02,1940-01-01,,,NOWHER,,UNILAT,TRADE,3TRADE,3TRADE,,ARRANG,\n"
)
PARTIES = (
    "PartyID,PartyName,ShortName,country_code,country_code3,latitude,longitude\n"
    'CZECHO,"Czechoslovakia ( use for Czechoslovak Socialist Republic)",'
    "Czechoslovakia ,PH,PHL,14.4,121.0\n"
    'POLAND,"Poland, Republic of",Poland,PL,POL,52,19\n'
)
pytestmark = pytest.mark.django_db


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch):
    """Runs the command on the database of the tests; what it said, and its code."""
    monkeypatch.setattr("memoranda.cli.store.open_store", lambda *_, **__: None)

    def run_(*arguments: str) -> tuple[int, str]:
        given = CliRunner().invoke(import_.command, list(arguments), obj=Path("x"))
        return given.exit_code, given.output

    return run_


@pytest.fixture
def table(tmp_path: Path) -> str:
    path = tmp_path / "list.csv"
    path.write_bytes(table_of(*ROWS))
    return str(path)


def test_the_mapping_is_guessed_where_none_is_named(run, table):
    code, told = run(table)

    assert code == 0
    assert told.split(". ")[0] == (
        "list.csv: 2 new, 0 changed, 0 as they were, 0 left out"
    )


def test_a_preview_writes_nothing(run, table):
    code, told = run(table, "--preview")

    assert code == 0
    assert told.splitlines()[-1] == "Nothing was written."


def test_an_import_is_undone_by_its_number(run, table):
    number = run(table)[1].split()[-1].rstrip(".")

    told = run("--undo", number)

    assert told == (
        0,
        f"Import {number} is undone: 19 claims taken back, none deleted.\n",
    )


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("nowhere.csv",),
        ("wti",),
        ("a", "b", "c"),
        ("--undo", "999999"),
    ],
)
def test_what_cannot_be_done_is_told_in_one_line(run, arguments):
    code, told = run(*arguments)

    assert code != 0
    assert "Traceback" not in told


def test_the_world_treaty_index_has_a_mapping(run, tmp_path):
    index, parties = tmp_path / "index.csv", tmp_path / "parties.csv"
    index.write_text(INDEX)
    parties.write_text(PARTIES)

    code, _told = run("wti", str(index), "--parties", str(parties))

    first = Entry.objects.get(title="Convention: Czechoslovakia – Poland")
    said = Fact.objects.filter(entry=first).select_related("target")
    assert code == 0
    assert sorted(
        (fact.property, fact.target.title if fact.target else fact.value)
        for fact in said
    ) == [
        ("entry_into_force_date", "1948-07-02"),
        ("field", "culture"),
        ("kind", "convention"),
        ("party", "Czechoslovakia"),
        ("party", "Poland"),
        ("reference", "UNTS 25, 249"),
        ("signed", "1947-07-04"),
        ("title", "Cultural cooperation"),
    ]
    assert sorted(ReadingNote.objects.values_list("reason", flat=True)) == [
        "An act of one side: the index names one party.",
        "In force more than a year before it was signed: one of the two dates may be "
        "wrong.",
        "“NOWHER” is not in the list of actors",
    ]
