"""Opening the store for a command: Django set up, the tables up to date."""

import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import Any

import click


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
    """Set Django up on ``path`` and bring its tables up to date.

    Raises click.ClickException, one line, when there is no usable store.
    """
    if not create and not path.exists():
        raise click.ClickException(
            f"There is no register at {path}. Make one with: "
            f"memoranda --store {path} add PATH"
        )
    if not path.absolute().parent.is_dir():
        raise click.ClickException(f"There is no folder {path.absolute().parent}.")
    set_up_django(path)
    _migrate(path)


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


def _migrate(path: Path) -> None:
    from django.core.management import call_command
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        if executor.migration_plan(executor.loader.graph.leaf_nodes()):
            call_command("migrate", verbosity=0)
    except DatabaseError as error:
        raise click.ClickException(
            f"{path} could not be opened as a register ({error}). Nothing was changed."
        ) from error
