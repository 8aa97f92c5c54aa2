"""``memoranda status``: what the register holds."""

import json

import click
from rich.console import Console
from rich.table import Table

from memoranda.cli.store import with_store


@click.command(name="status")
@click.option("--json", "as_json", is_flag=True, help="Print it as JSON.")
@with_store(create=False)
def command(as_json: bool) -> None:
    """Say what the register holds, what waits for a person, and what was not read.

    Numbers are those of the site; what offices keep to themselves is counted apart.
    """
    from memoranda.insight.queries.holdings import holdings, kept_counts
    from memoranda.intake.models import Refusal

    held = holdings() | kept_counts()
    refused = Refusal.objects.count()
    if as_json:
        click.echo(json.dumps({**held, "not_read": refused}, ensure_ascii=False))
        return
    table = Table(show_header=False, box=None, pad_edge=False)
    for name, number in held.items():
        table.add_row(str(name).replace("_", " "), str(number))
    table.add_row("not read", str(refused))
    Console(highlight=False).print(table)
