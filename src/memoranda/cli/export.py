"""``memoranda export``: what is known, for a spreadsheet or a program."""

from collections.abc import Iterator
from datetime import datetime
from typing import IO, Any

import click

from memoranda.cli.store import with_store

WHAT = ["instruments", "events", "actors", "commitments", "figures", "claims"]
FORMS = ["csv", "xlsx", "json", "jsonl"]


@click.command(name="export")
@click.argument("what", type=click.Choice(WHAT))
@click.option(
    "--format", "form", type=click.Choice(FORMS), default="csv", show_default=True
)
@click.option(
    "-o",
    "--output",
    type=click.File("wb", lazy=True),
    default="-",
    help="A file instead of standard output.",
)
@click.option(
    "--as-of",
    type=click.DateTime(["%Y-%m-%d"]),
    help="What was known at the end of that day, of one type.",
)
@with_store(create=False)
def command(what: str, form: str, *, output: IO[bytes], as_of: datetime | None) -> None:
    """Write what is known of one type, or every claim with its quote.

    CSV (UTF-8) and Excel have one row a record, several values joined by "; ". JSON,
    whole or a line a record, keeps each value with its certainty and the claims it
    rests on.
    """
    from memoranda.insight.queries.exports import columns
    from memoranda.insight.tables import listed, separated
    from memoranda.insight.tables.workbook import TooManyRows, write_workbook

    of = what.removesuffix("s")
    rows = _rows(of, as_of)
    if form == "xlsx":
        try:
            write_workbook(output, columns(of), rows, title=what)
        except TooManyRows as error:
            raise click.ClickException(f"{error} Nothing was written.") from error
        return
    texts = {
        "csv": lambda: separated.separated(columns(of), rows, newline="\n"),
        "json": lambda: listed.document({"list": what}, rows),
        "jsonl": lambda: listed.lines(rows),
    }
    output.writelines(text.encode() for text in texts[form]())


def _rows(of: str, as_of: datetime | None) -> Iterator[dict[str, Any]]:
    from memoranda.insight.queries.as_of import end_of
    from memoranda.insight.queries.exports import (
        claim_rows,
        record_rows,
        record_rows_at,
    )
    from memoranda.register.queries.standpoints import Standpoint

    if of == "claim" and as_of:
        raise click.UsageError("--as-of goes with a type of records, not with claims.")
    if as_of:
        return record_rows_at(of, Standpoint(until=end_of(as_of.date())))
    return claim_rows() if of == "claim" else record_rows(of)
