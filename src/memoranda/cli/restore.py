"""``memoranda restore``: a register back from a backup."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from memoranda.cli.backup import refuse_server
from memoranda.cli.store import open_store, set_up_django

if TYPE_CHECKING:
    from memoranda.register.rules.manifests import Manifest

SHOWN = 20  # breaches named before the rest is only counted


@click.command(name="restore")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option(
    "--despite-breaches",
    is_flag=True,
    help="Put the register in place also when a law is broken in it.",
)
@click.pass_context
def command(ctx: click.Context, file: Path, *, despite_breaches: bool) -> None:
    """Bring the register in FILE back to a store that is empty or not there.

    FILE is unpacked beside the store and compared with its digests, its tables are
    brought up to date, every law is checked; only then it becomes the store. FILE
    itself is never changed.
    """
    from memoranda.register.domain.restoring import CannotRestore
    from memoranda.register.rules.manifests import BadBackup

    store: Path = ctx.obj.absolute()
    refuse_server("pg_restore")
    try:
        found = restore(file, store, most=None if despite_breaches else 0)
    except BadBackup as error:
        raise click.ClickException(
            f"{file} cannot be restored: {error}. {store} was left as it is."
        ) from error
    except (CannotRestore, OSError) as error:
        raise click.ClickException(str(error)) from error
    click.echo(f"{store} is restored" + (f", with {found} breaches." if found else "."))


def restore(file: Path, store: Path, *, most: int | None) -> int:
    """Restore ``file`` to ``store`` and return the number of breaches in it.

    With more than ``most`` of them nothing is restored. Raises CannotRestore,
    BadBackup or OSError; ``store`` is then as it was.
    """
    from memoranda.register.domain.backups import work_folder
    from memoranda.register.domain.restoring import (
        CannotRestore,
        put_in_place,
        require_empty,
        unpack,
    )

    require_empty(store)
    with work_folder(store) as folder:
        database, manifest = unpack(file, Path(folder))
        found = verify(database, manifest)
        if most is not None and found > most:
            raise CannotRestore(
                f"{found} breaches, so {store} was left as it is. Restore an older "
                "backup, or this one with --despite-breaches."
            )
        put_in_place(database, store)
    return found


def verify(database: Path, manifest: Manifest) -> int:
    """Bring an unpacked database up to date, check it, tell; the number of breaches."""
    from memoranda.register.domain.restoring import differences

    click.echo(
        f"Made {manifest.made_at} by Memoranda {manifest.version}: "
        f"{len(manifest.documents)} documents, "
        f"{manifest.rows.get('register_claim', 0)} claims. Digests are right."
    )
    refuse_newer(database, manifest)
    open_store(database, create=False)
    bring_up_to_date()
    found = [f"manifest: {each}" for each in differences(database, manifest)]
    found += breaches_found()
    for line in found[:SHOWN]:
        click.echo(line)
    if len(found) > SHOWN:
        click.echo(f"and {len(found) - SHOWN} more")
    if not found:
        click.echo("The laws are kept.")
    return len(found)


def refuse_newer(database: Path, manifest: Manifest) -> None:
    """Refuse tables with steps that this version does not know."""
    set_up_django(database)
    from django.db.migrations.loader import MigrationLoader

    from memoranda.register.rules.manifests import BadBackup

    steps = MigrationLoader(None).disk_migrations
    known = {f"{app}.{name}" for app, name in steps}
    apps = tuple(f"{app}." for app, _ in steps)
    ours = {step for step in manifest.migrations if step.startswith(apps)}
    unknown = sorted(ours - known)
    if unknown:
        raise BadBackup(
            f"its tables are of a newer version ({unknown[-1]} is not known to this "
            "one); install that version or a later one"
        )


def bring_up_to_date() -> None:
    """Make what pages read anew: the rules may be newer than the backup."""
    from memoranda.register.domain.projections import rebuild
    from memoranda.register.models import Stale

    if waiting := Stale.objects.count():
        click.echo(f"Documents were being added: {waiting} subjects shown now.")
    rebuild()


def breaches_found() -> list[str]:
    """Every breach of a law as a line; the database is closed afterwards."""
    from django.db import connections

    from memoranda.register.queries.breaches import breaches

    try:
        return [f"law {one.law}: {one.where}: {one.what}" for one in breaches()]
    finally:
        connections.close_all()
