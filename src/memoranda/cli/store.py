"""Opening the store for a command: Django set up, the tables up to date."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click

SERVER = "MEMORANDA_DATABASE_URL"


def with_store(*, create: bool) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorate a command so that it runs with the store open.

    ``create``: make a new store where there is none; otherwise its absence, like a
    file that is no store, ends the command with one line.
    """

    def decorate(command: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(command)
        @click.pass_context
        def run(ctx: click.Context, *args: Any, **options: Any) -> Any:
            open_store(ctx.obj, create=create)
            return ctx.invoke(command, *args, **options)

        return run

    return decorate


def open_store(path: Path, *, create: bool) -> None:
    """Set Django up on the server that the setting names, else on ``path``, and bring
    the tables there up to date.

    Raises click.ClickException, one line, when there is no usable store.
    """
    server = os.environ.get(SERVER)
    if not server:
        _require_file(path, create=create)
    set_up_django(path)
    if server:
        require_server(create=create)
    migrate(place_of(path))


def place_of(path: Path) -> str:
    """Where the register is, to be shown: the server without password, or the file."""
    from memoranda.store.addresses import without_password

    server = os.environ.get(SERVER)
    return without_password(server) if server else str(path)


def _require_file(path: Path, *, create: bool) -> None:
    if not create and not path.exists():
        raise click.ClickException(
            f"There is no register at {path}. Make one with: "
            f"memoranda --store {path} add PATH"
        )
    if not path.absolute().parent.is_dir():
        raise click.ClickException(f"There is no folder {path.absolute().parent}.")


def require_server(*, create: bool, alias: str = "default") -> None:
    """Refuse a server that cannot be reached or used, or, unless ``create``, is empty."""
    from django.db import DatabaseError, connections
    from django.db.migrations.recorder import MigrationRecorder

    from memoranda.store.server import fault_of

    connection = connections[alias]
    try:
        fault = fault_of(connection)
        is_empty = not MigrationRecorder(connection).has_table()
    except DatabaseError as error:
        raise click.ClickException(
            f"The PostgreSQL server cannot be used ({_one_line(error)}). "
            f"Nothing was changed; check the server and {SERVER}."
        ) from error
    if fault:
        raise click.ClickException(fault)
    if is_empty and not create:
        raise click.ClickException(
            "There is no register in that database. Make one with: memoranda add PATH, "
            "or bring one there with: memoranda move"
        )


def set_up_django(path: Path) -> None:
    """Set Django up on ``path``; the store is not opened. Raises click.ClickException."""
    os.environ["MEMORANDA_STORE"] = str(path)
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "memoranda.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except ImproperlyConfigured as error:
        raise click.ClickException(str(error)) from error


def migrate(place: str, *, alias: str = "default") -> None:
    """Bring the tables at ``place`` up to date. Raises click.ClickException."""
    from django.core.management import call_command
    from django.db import DatabaseError, connections
    from django.db.migrations.executor import MigrationExecutor

    from memoranda.store.server import alone

    try:
        with alone(connections[alias]):
            executor = MigrationExecutor(connections[alias])
            if executor.migration_plan(executor.loader.graph.leaf_nodes()):
                call_command("migrate", verbosity=0, database=alias)
                if alias == "default":
                    _show_again()
    except DatabaseError as error:
        raise click.ClickException(
            f"{place} could not be opened as a register ({_one_line(error)}). "
            "Nothing was changed."
        ) from error


def _show_again() -> None:
    """Make the projections anew where the new tables left all of them stale."""
    from memoranda.register.domain.projections import rebuild
    from memoranda.register.models import Entry, Stale

    if Entry.objects.exists() and Stale.objects.exists():
        click.echo("Bringing what pages read up to date …", err=True)
        rebuild()


def _one_line(error: Exception) -> str:
    return " ".join(str(error).split())
