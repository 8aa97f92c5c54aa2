"""``memoranda backup``: the whole register as one file."""

import json
import os
from pathlib import Path

import click

from memoranda.cli.store import SERVER


@click.command(name="backup")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print what was kept as JSON.")
@click.pass_context
def command(ctx: click.Context, file: Path, *, as_json: bool) -> None:
    """Write the whole register to FILE, documents included.

    Other commands and the site may go on meanwhile; the copy is of one moment. FILE
    appears only when it is whole; an older backup of that name is replaced then.
    """
    from memoranda.register.domain.backups import CannotBackUp, make_backup

    store: Path = ctx.obj
    refuse_server("pg_dump")
    if not store.exists():
        raise click.ClickException(f"There is no register at {store}.")
    try:
        manifest = make_backup(store, file)
    except CannotBackUp as error:
        raise click.ClickException(str(error)) from error
    size = file.stat().st_size
    if as_json:
        kept = {"file": str(file), "bytes": size, "sha256": manifest.sha256}
        kept |= {"made_at": manifest.made_at, "documents": len(manifest.documents)}
        click.echo(json.dumps(kept))
        return
    click.echo(
        f"{file}: {size / 1e6:.1f} MB, {len(manifest.documents)} documents, "
        f"{manifest.rows.get('register_claim', 0)} claims, of {manifest.made_at}."
    )


def refuse_server(program: str) -> None:
    """End the command when the register is on a server, which has its own program."""
    if os.environ.get(SERVER):
        raise click.ClickException(
            f"The register is on a PostgreSQL server ({SERVER}), and this "
            f"command is for the file. Nothing was done; use {program}."
        )
