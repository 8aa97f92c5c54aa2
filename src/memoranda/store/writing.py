"""Turns: one writer at a time on every database, and readers that see one state.

SQLite lets one writer in by itself, from the first statement of a transaction on. On
PostgreSQL several would each look first, see nothing, and write the same thing twice.
"""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import DEFAULT_DB_ALIAS, connections, transaction

TURN = 6_512_480_321  # any number, the same for every writer to one database


@contextmanager
def writing() -> Iterator[None]:
    """A transaction in which no one else writes; within another, a part of that one.

    Wholly done or not at all. What it looks up stays true until it ends.
    """
    connection = connections[DEFAULT_DB_ALIAS]
    with transaction.atomic():
        if connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s)", [TURN])
        yield


@contextmanager
def one_state(alias: str = DEFAULT_DB_ALIAS) -> Iterator[None]:
    """Reads that all see the register as it is now, whoever writes meanwhile.

    Holds no writer up. For reading only; within a transaction it is a part of that.
    """
    connection = connections[alias]
    if connection.in_atomic_block:
        yield
    elif connection.vendor == "postgresql":
        with transaction.atomic(using=alias):
            with connection.cursor() as cursor:
                cursor.execute(
                    "SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"
                )
            yield
    else:
        with _deferred(connection), transaction.atomic(using=alias):
            yield


@contextmanager
def _deferred(connection: object) -> Iterator[None]:
    """SQLite's transactions begin as readers; a writer's would wait for its turn."""
    mode = connection.transaction_mode  # type: ignore[attr-defined]
    connection.transaction_mode = "DEFERRED"  # type: ignore[attr-defined]
    try:
        yield
    finally:
        connection.transaction_mode = mode  # type: ignore[attr-defined]
