"""``memoranda history``: what changed, latest first."""

import json
from datetime import datetime
from typing import TYPE_CHECKING

import click

from memoranda.cli.store import with_store

if TYPE_CHECKING:
    from collections.abc import Iterator

    from memoranda.insight.queries.changes import Change


@click.command(name="history")
@click.option(
    "--since",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Back to the beginning of this day; without it the latest of --limit.",
)
@click.option(
    "--limit", type=click.IntRange(1), help="At most so many; 40 without --since."
)
@click.option(
    "--json", "as_json", is_flag=True, help="One activity (Activity Streams) a line."
)
@click.option(
    "--site",
    metavar="ADDRESS",
    default="",
    help="The site's address, for the ids in the JSON: https://memory.example.org",
)
@with_store(create=False)
def command(
    *, since: datetime | None, limit: int | None, as_json: bool, site: str
) -> None:
    """Say what changed in the register, latest first.

    What offices keep to themselves is left out, and people are named only where the
    site names them.

    \b
    Examples:
      memoranda history
      memoranda history --since 2026-05-01 --json > changes.jsonl
    """
    from memoranda.insight.interfaces.activities import activity_of
    from memoranda.insight.interfaces.changes import Pen

    pen = Pen(public=True)
    most = limit or (None if since else 40)
    for number, change in enumerate(_changes(since)):
        if number == most:
            return
        if as_json:
            activity = activity_of(change, origin=site.rstrip("/"))
            click.echo(json.dumps(activity, ensure_ascii=False))
            continue
        what = change.entry.title if change.entry else ""
        reason = f" ({change.reason})" if change.reason else ""
        said = f"{what}: {pen.sentence(change)}" if what else pen.sentence(change)
        click.echo(f"{change.at:%Y-%m-%d %H:%M}  {said}{reason}")


def _changes(since: datetime | None) -> "Iterator[Change]":
    from django.utils import timezone

    from memoranda.insight.queries.history import public_changes

    least = timezone.make_aware(since) if since else None
    before = ""
    while True:
        page = public_changes(before=before)
        for change in page.changes:
            if least is not None and change.at < least:
                return
            yield change
        before = page.before
        if not before:
            return
