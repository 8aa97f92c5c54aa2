"""From a file or an address to Django's settings of the database there."""

from pathlib import Path
from typing import Any

SCHEMES = ("postgresql://", "postgres://")
FILE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
        "PRAGMA foreign_keys=ON; PRAGMA cache_size=-64000"
    ),
}
# What Django has settings of its own for; all else of an address goes to libpq.
OWN_NAMES = {
    "dbname": "NAME",
    "user": "USER",
    "password": "PASSWORD",
    "host": "HOST",
    "port": "PORT",
}
KEPT_OPEN = 600  # seconds that a connection to the server serves requests


class BadAddress(Exception):
    """An address that names no database; the message is one line for the user."""


def database_in(path: Path) -> dict[str, Any]:
    """The settings of the SQLite file at ``path``."""
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": path.absolute(),
        "OPTIONS": FILE_OPTIONS,
    }


def database_at(url: str) -> dict[str, Any]:
    """The settings of the PostgreSQL database at ``url``, read as libpq reads it.

    Any parameter of libpq may stand behind ``?``; what the address leaves out comes
    from libpq's own variables and password file. Raises BadAddress.
    """
    if not url.startswith(SCHEMES):
        raise BadAddress(
            "it is not the address of a PostgreSQL database; "
            "write it as postgresql://user@host/name"
        )
    said = _parsed(url)
    if not said.get("dbname") and not said.get("service"):
        raise BadAddress(
            "it names no database; write it as postgresql://user@host/name"
        )
    own = {name: said.pop(key) for key, name in OWN_NAMES.items() if key in said}
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_MAX_AGE": KEPT_OPEN,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": said,
        **own,
    }


def without_password(url: str) -> str:
    """The address as it may be shown and logged: without password and parameters."""
    scheme, mark, rest = url.partition("://")
    if not mark:
        return url
    rest = rest.partition("?")[0]
    login, at, place = rest.rpartition("@")
    return f"{scheme}://{login.partition(':')[0]}{at}{place}"


def _parsed(url: str) -> dict[str, Any]:
    import psycopg  # noqa: PLC0415 - only where the setting asks for it
    from psycopg.conninfo import conninfo_to_dict  # noqa: PLC0415

    try:
        return dict(conninfo_to_dict(url))
    except psycopg.Error as error:
        raise BadAddress(f"it cannot be read ({str(error).strip()})") from error
