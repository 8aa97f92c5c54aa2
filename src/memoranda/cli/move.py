"""``memoranda move``: a register from the file to a server, and back."""

import os
from pathlib import Path

import click

from memoranda.cli.progress import progress_bar
from memoranda.cli.store import SERVER, migrate, open_store, require_server

TARGET = "target"


@click.command(name="move")
@click.option("--to", "to", metavar="ADDRESS", help="From the file to this server.")
@click.option(
    "--from", "source", metavar="ADDRESS", help="From this server to the file."
)
@click.pass_context
def command(ctx: click.Context, to: str | None, source: str | None) -> None:
    """Move the register between the file (of --store) and a PostgreSQL server.

    ADDRESS is written as postgresql://user@host/name. The target must be empty; the
    register that is moved stays where it is, unchanged. Nothing is lost: digests of
    both sides are compared before the target stands.

    \b
    Examples:
      memoranda move --to postgresql://office@db.example.org/memoranda
      memoranda --store back.sqlite3 move --from postgresql:///memoranda
    """
    from django.db import DatabaseError

    if bool(to) == bool(source):
        raise click.UsageError("Say either --to ADDRESS or --from ADDRESS.")
    try:
        shown = _move(ctx.obj, to, source)
    except DatabaseError as error:
        reason = " ".join(str(error).split())
        raise click.ClickException(
            f"The database refused a row ({reason}). Nothing was moved; the source "
            "is unchanged."
        ) from error
    click.echo(f"Moved. Digest of the projections on both sides: {shown}")


def _move(path: Path, to: str | None, source: str | None) -> str:
    os.environ[SERVER] = source or ""
    open_store(path, create=False)
    from memoranda.register.domain.moving import CannotMove, move_register
    from memoranda.store.addresses import (
        BadAddress,
        database_at,
        database_in,
        without_password,
    )

    try:
        _connect(database_at(to) if to else database_in(path))
    except BadAddress as error:
        raise click.ClickException(f"{to}: {error}.") from error
    if to:
        require_server(create=True, alias=TARGET)
    migrate(without_password(to) if to else str(path), alias=TARGET)
    try:
        with progress_bar("Moving") as progress:
            return move_register(TARGET, progress=progress)
    except CannotMove as error:
        raise click.ClickException(str(error)) from error


def _connect(database: dict[str, object]) -> None:
    """Make the database known to Django as the target."""
    from django.db import connections

    settings = {"default": connections.settings["default"], TARGET: database}
    connections.settings[TARGET] = connections.configure_settings(settings)[TARGET]
