"""What a PostgreSQL server must be like, and being alone on it."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db.backends.base.base import BaseDatabaseWrapper

from memoranda.store.writing import TURN

# True where text sorts by code points, as in the file; a language's rules differ.
SORTED = "SELECT 'Z' < 'a' AND 'z' < 'é' AND 'a b' < 'aa' AND 'a_b' > 'aZ'"
CREATE = "createdb --template template0 --encoding UTF8 --locale C.UTF-8 NAME"


def fault_of(connection: BaseDatabaseWrapper) -> str | None:
    """Why the database cannot hold a register, for the user, or None.

    Raises DatabaseError when it cannot be reached.
    """
    with connection.cursor() as cursor:
        cursor.execute("SHOW server_encoding")
        (encoding,) = cursor.fetchone()
        if encoding != "UTF8":
            return f"The database keeps text as {encoding}. Make one with: {CREATE}"
        cursor.execute(SORTED)
        (is_sorted,) = cursor.fetchone()
    if not is_sorted:
        return (
            "The database sorts text by a language's rules, and lists would differ "
            f"from those of the file. Make one with: {CREATE}"
        )
    return None


@contextmanager
def alone(connection: BaseDatabaseWrapper) -> Iterator[None]:
    """Keep writers on the same server out, across transactions; a file needs nothing."""
    if connection.vendor != "postgresql":
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_lock(%s)", [TURN])
    try:
        yield
    finally:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s)", [TURN])


def gather_statistics(connection: BaseDatabaseWrapper) -> None:
    """Let a server count what its tables hold, so that it plans for that many rows.

    A server does so by itself, but some minutes late: right after many rows came, a
    query may take minutes that takes a second. A file needs nothing.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
