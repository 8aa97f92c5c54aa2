from pathlib import Path

import pytest

from memoranda.store.addresses import (
    BadAddress,
    database_at,
    database_in,
    without_password,
)


def test_an_address_becomes_settings():
    found = database_at("postgresql://ana:s%40fe@db.example:5433/memos?sslmode=require")

    assert found == {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": "memos",
        "USER": "ana",
        "PASSWORD": "s@fe",
        "HOST": "db.example",
        "PORT": "5433",
        "CONN_MAX_AGE": 600,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {"sslmode": "require"},
    }


def test_what_an_address_leaves_out_is_left_to_libpq():
    found = database_at("postgres:///memos")

    assert found["NAME"] == "memos"
    assert found.keys().isdisjoint({"USER", "PASSWORD", "HOST", "PORT"})


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("mysql://host/memos", "not the address of a PostgreSQL database"),
        ("postgresql://host", "names no database"),
        ("postgresql://host/memos?colour=red", "cannot be read"),
    ],
)
def test_a_bad_address_is_told(url, why):
    with pytest.raises(BadAddress, match=why):
        database_at(url)


def test_a_file_is_absolute():
    assert database_in(Path("memos.sqlite3"))["NAME"].is_absolute()


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("postgresql://ana:secret@h:5432/m", "postgresql://ana@h:5432/m"),
        ("postgresql://ana:se@cret@h/m", "postgresql://ana@h/m"),
        ("postgresql:///m?password=secret", "postgresql:///m"),
        ("memos.sqlite3", "memos.sqlite3"),
    ],
)
def test_a_password_is_not_shown(url, shown):
    assert without_password(url) == shown
