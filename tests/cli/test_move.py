"""From the file to a server and back, as a user does it; skipped without a server."""

import uuid
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest

from tests.cli.conftest import ARTICLE, accounts_in, memoranda, passing_in

SERVER = "postgresql://root@127.0.0.1:5432"


@pytest.fixture
def address() -> Iterator[str]:
    """A database of its own on the local server."""
    name = f"memoranda_{uuid.uuid4().hex[:12]}"
    try:
        server = psycopg.connect(f"{SERVER}/postgres", autocommit=True)
    except psycopg.OperationalError:
        pytest.skip("no PostgreSQL server on 127.0.0.1:5432")
    with server:
        server.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        yield f"{SERVER}/{name}"
        server.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.mark.slow
def test_to_the_server_and_back_nothing_is_lost(tmp_path: Path, address: str) -> None:
    article, store = tmp_path / "a.txt", tmp_path / "register.sqlite3"
    article.write_text(ARTICLE, encoding="utf-8")
    memoranda("add", str(article), store=store)

    there = memoranda("move", "--to", address, store=store)
    again = memoranda("move", "--to", address, store=store)
    back = tmp_path / "back.sqlite3"
    home = memoranda("move", "--from", address, store=back)

    assert there.returncode == 0, there.stderr
    assert home.stdout == there.stdout
    assert (again.returncode, len(again.stderr.splitlines())) == (1, 1)
    assert "not empty" in again.stderr
    claims = memoranda("export", "claims", store=store).stdout
    assert len(claims.splitlines()) > 3
    assert memoranda("export", "claims", store=back).stdout == claims
    for each in (store, back):
        assert memoranda("check", store=each).returncode == 0


@pytest.mark.slow
def test_accounts_move_along_and_sessions_stay(
    peopled_store: Path, tmp_path: Path, address: str
) -> None:
    back = tmp_path / "back.sqlite3"

    memoranda("move", "--to", address, store=peopled_store)
    home = memoranda("move", "--from", address, store=back)

    assert home.returncode == 0, home.stderr
    assert accounts_in(back) == accounts_in(peopled_store)
    assert (passing_in(peopled_store), passing_in(back)) == (3, 0)
    assert len(accounts_in(back)["mfa_authenticator"]) == 1


def test_one_direction_must_be_said(tmp_path: Path) -> None:
    done = memoranda("move", store=tmp_path / "none.sqlite3")

    assert done.returncode == 2
    assert "either --to ADDRESS or --from ADDRESS" in done.stderr
