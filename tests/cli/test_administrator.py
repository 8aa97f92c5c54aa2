"""``administrator`` as whoever installs Memoranda runs it."""

import sqlite3
import subprocess
from contextlib import closing
from pathlib import Path

from tests.cli.conftest import memoranda

GOOD = "forty drawings lent"


def appoint(
    *arguments: str, store: Path, password: str = GOOD
) -> subprocess.CompletedProcess[str]:
    words = ["administrator", *arguments, "--password-stdin"]
    return memoranda(*words, store=store, given=f"{password}\n")


def people(store: Path) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(store)) as database:
        found = "SELECT username, role, email, is_active FROM people_account"
        return database.execute(found).fetchall()


def test_the_first_administrator_is_opened_and_later_let_in_again(
    tmp_path: Path,
) -> None:
    store = tmp_path / "register.sqlite3"

    first = appoint("əli", "--email", "Ali@example.org", store=store)
    again = appoint("əli", "--reset-second-factor", store=store, password=GOOD * 2)
    weak = appoint("əli", store=store, password="short")

    assert first.stdout.startswith("əli is an administrator now; sign in at ")
    assert again.stdout.startswith("əli has a new password; sign in at ")
    assert (weak.returncode, weak.stdout) == (1, "")
    assert "at least 12 characters" in weak.stderr
    assert "Nothing was changed." in weak.stderr
    assert people(store) == [("əli", "administrator", "ali@example.org", 1)]
    said = first.stdout + first.stderr + again.stdout + again.stderr
    assert GOOD not in said
    assert GOOD.encode() not in store.read_bytes()
    assert [path.name for path in tmp_path.iterdir() if "key" in path.name] == []


def test_without_a_terminal_the_password_is_not_waited_for(tmp_path: Path) -> None:
    done = memoranda("administrator", "əli", store=tmp_path / "register.sqlite3")

    assert done.returncode == 1
    assert "hand it over with --password-stdin" in done.stderr
