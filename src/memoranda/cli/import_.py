"""``memoranda import``: the rows of a table into the register."""

from pathlib import Path

import click

from memoranda.cli.progress import progress_bar
from memoranda.cli.store import with_store

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.command(name="import")
@click.argument("what", nargs=-1, required=True, metavar="[wti] FILE")
@click.option("--parties", type=FILE, help="The list of parties of the index (wti).")
@with_store(create=True)
def command(what: tuple[str, ...], parties: Path | None) -> None:
    """Write the rows of a table into the register."""
    from memoranda.intake.domain.imports.running import offer_import, run_import
    from memoranda.intake.domain.imports.shipped import shipped_mapping

    for path, name in ((parties, "wti-parties"), (Path(what[1]), "wti")):
        run = offer_import(
            path.read_bytes(), shipped_mapping(name), file_name=path.name
        )
        with progress_bar("Importing") as progress:
            run_import(run, progress=progress)
        click.echo(f"{path.name}: {run.counts}")
