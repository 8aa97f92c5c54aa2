"""A register with a story in a file of its own, for commands to work on."""

import os
import shutil
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
TELL = (
    "from pathlib import Path; from memoranda.cli.store import open_store; "
    "open_store(Path({!r}), create=True); "
    "from tests.public.story import tell; tell()"
)
ARTICLE = """By Nino Example

BATUMI, 14 March 2022. The Batumi State Museum and the Izmir City Museum signed a
memorandum of cooperation in Batumi on 11 March 2022.

The memorandum was signed by Giorgi Beridze and Ayse Demir. The exhibition "Two
Harbours" will open in Izmir in September 2022.
"""


def memoranda(
    *arguments: str, store: Path, given: str = "", **environment: str
) -> subprocess.CompletedProcess[str]:
    """The command as a user meets it, in a process of its own."""
    command = [sys.executable, "-m", "memoranda.cli", "--store", str(store)]
    return subprocess.run(
        [*command, *arguments],
        input=given,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
            "MEMORANDA_DATABASE_URL": "",  # a store of its own
            "MEMORANDA_POLICY": "assisted",
            **environment,
        },
    )


@pytest.fixture(scope="session")
def story(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("story") / "story.sqlite3"
    subprocess.run(
        [sys.executable, "-c", TELL.format(str(path))],
        cwd=ROOT,
        env={
            **os.environ,
            "DJANGO_SETTINGS_MODULE": "memoranda.config.settings",
            "MEMORANDA_DATABASE_URL": "",  # a store of its own
            "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}",
        },
        check=True,
        timeout=120,
    )
    return path


@pytest.fixture
def told_store(story: Path, tmp_path: Path) -> Path:
    """A register of the story that a test may change."""
    return Path(shutil.copy(story, tmp_path / "told.sqlite3"))


# An administrator with a second factor who is signed in, from an address that erred.
PERSON = """
INSERT INTO people_office (id, name) VALUES (1, 'Port Amber');
INSERT INTO people_account (id, username, name, email, password, role, office_id,
  is_active, is_staff, is_superuser, date_joined, sign_outs)
  VALUES (7, 'əli', 'Əli Məmmədov', 'ali@example.org', 'pbkdf2_sha256$1$a$b',
  'administrator', 1, 1, 0, 0, '2026-11-01', 3);
INSERT INTO mfa_authenticator (id, user_id, type, data, created_at)
  VALUES (1, 7, 'totp', '{"secret": "JBSWY3DPEHPK3PXP"}', '2026-11-01');
INSERT INTO django_session (session_key, session_data, expire_date)
  VALUES ('hunter2session', 'x', '2030-01-01');
INSERT INTO usersessions_usersession (id, user_id, created_at, ip, last_seen_at,
  session_key, user_agent, data)
  VALUES (1, 7, '2026-11-01', '203.0.113.9', '2026-11-01', 'hunter2session', '', '{}');
INSERT INTO people_attempts (cache_key, value, expires)
  VALUES ('hunter2attempt', 'x', '2030-01-01');
"""
ACCOUNTS = {
    "people_account": "username, name, email, password, role, office_id, sign_outs",
    "people_office": "id, name",
    "mfa_authenticator": "user_id, type, data",
}
PASSING = ("django_session", "usersessions_usersession", "people_attempts")


@pytest.fixture
def peopled_store(told_store: Path) -> Path:
    """A register in which somebody has an account, and is signed in."""
    with closing(sqlite3.connect(told_store)) as database, database:
        database.executescript(PERSON)
    return told_store


def accounts_in(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Who has an account, and how they sign in, by table."""
    with closing(sqlite3.connect(store)) as database:
        return {
            table: database.execute(
                f"SELECT {columns} FROM {table} ORDER BY 1"
            ).fetchall()
            for table, columns in ACCOUNTS.items()
        }


def passing_in(store: Path) -> int:
    """How many rows there are of what ends with a session."""
    with closing(sqlite3.connect(store)) as database:
        counts = [f"(SELECT count(*) FROM {table})" for table in PASSING]
        return int(database.execute(f"SELECT {' + '.join(counts)}").fetchone()[0])
