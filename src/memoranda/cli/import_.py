"""``memoranda import``: the rows of a table into the register, and out again."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from memoranda.cli.progress import progress_bar
from memoranda.cli.store import with_store

if TYPE_CHECKING:
    from memoranda.intake.domain.imports.mapping import Mapping
    from memoranda.intake.models import Import

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
WTI = "wti"
MOST_SHOWN = 20  # faults told before the rest is only counted


@click.command(name="import")
@click.argument("what", nargs=-1, metavar="[wti] FILE")
@click.option(
    "--mapping",
    metavar="NAME|FILE",
    help="What the columns mean: a mapping kept under a name, or a TOML or JSON file.",
)
@click.option(
    "--parties", type=FILE, help="With wti: the list of parties of the index."
)
@click.option("--preview", is_flag=True, help="Only tell what would be written.")
@click.option("--stop", is_flag=True, help="Stop at the first fault.")
@click.option("--undo", type=int, metavar="RUN", help="Take an import back as a whole.")
@with_store(create=True)
def command(
    what: tuple[str, ...],
    mapping: str | None,
    parties: Path | None,
    *,
    preview: bool,
    stop: bool,
    undo: int | None,
) -> None:
    """Bring the rows of a CSV or XLSX file into the register.

    Each row is kept as a document of its own, and each value quotes its cell. The
    same file again changes nothing; a row that changed supersedes what it said. An
    interrupted run is simply started again.

    \b
    Examples:
      memoranda import agreements.xlsx --mapping agreements.toml --preview
      memoranda import agreements.xlsx --mapping agreements.toml
      memoranda import wti index.csv.gz --parties parties.csv
      memoranda import --undo 3
    """
    with _one_line():
        if undo is not None:
            _undo(undo)
            return
        for path, chosen in _tables(what, mapping, parties):
            run = _offered(path, chosen, stop=stop)
            if preview:
                _preview(run)
            else:
                _run(run)


def _tables(
    what: tuple[str, ...], mapping: str | None, parties: Path | None
) -> Iterator[tuple[Path, "Mapping"]]:
    from memoranda.intake.domain.imports.shipped import shipped_mapping

    if what[:1] == (WTI,) and len(what) == 2:
        if parties is not None:
            yield parties, shipped_mapping("wti-parties")
        yield _file(what[1]), shipped_mapping(WTI)
    elif len(what) == 1:
        yield _file(what[0]), _mapping(mapping, _file(what[0]))
    else:
        raise click.UsageError("Name one FILE, or wti and a FILE.")


def _file(name: str) -> Path:
    if not Path(name).is_file():
        raise click.UsageError(f"There is no file {name}.")
    return Path(name)


def _mapping(named: str | None, table: Path) -> "Mapping":
    from memoranda.intake.domain.imports.guessing import guessed_mapping
    from memoranda.intake.domain.imports.mapping import mapping_in, mapping_of
    from memoranda.intake.domain.imports.opening import table_in
    from memoranda.intake.domain.imports.saved import mapping_named

    if named is None:
        guess = guessed_mapping(table_in(table.read_bytes()), name=table.stem)
        return mapping_of(guess.as_dict())
    if Path(named).is_file():
        return mapping_in(Path(named).read_bytes())
    return mapping_named(named)


def _offered(path: Path, mapping: "Mapping", *, stop: bool) -> "Import":
    from memoranda.intake.domain.imports.offering import offer_import

    content = path.read_bytes()
    return offer_import(content, mapping, file_name=path.name, stop=stop)


def _preview(run: "Import") -> None:
    from memoranda.intake.domain.imports.preview import preview_of

    seen = preview_of(run)
    for name, number in sorted(seen.counts.items()):
        click.echo(f"{name.replace('_', ' ')}: {number}")
    for fault in seen.faults[:MOST_SHOWN]:
        click.echo(f"row {fault.row}, {fault.column}: {fault.reason}", err=True)
    for actor in seen.actors[:MOST_SHOWN]:
        click.echo(f"{actor.name} is {actor.title}")
    click.echo("Nothing was written.")


def _run(run: "Import") -> None:
    from memoranda.intake.domain.imports.running import run_import

    with progress_bar("Importing") as progress:
        run_import(run, progress=progress)
    counts = run.counts
    click.echo(
        f"{run.file_name}: {counts.get('new', 0)} new, {counts.get('changed', 0)} "
        f"changed, {counts.get('unchanged', 0)} as they were, "
        f"{counts.get('left_out', 0)} left out. Import {run.pk}."
    )


def _undo(number: int) -> None:
    from memoranda.intake.domain.imports.undoing import undo_import
    from memoranda.intake.models import Import

    run = Import.objects.filter(pk=number).first()
    if run is None:
        raise click.ClickException(f"There is no import {number}.")
    claims = undo_import(run)
    click.echo(f"Import {number} is undone: {claims} claims taken back, none deleted.")


@contextmanager
def _one_line() -> Iterator[None]:
    """A fault of the import, or of what the register takes, as one line."""
    from memoranda.intake.domain.imports.faults import ImportFault

    try:
        yield
    except ImportFault as fault:
        raise click.ClickException(str(fault)) from fault
