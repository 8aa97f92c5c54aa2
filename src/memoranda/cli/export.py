"""``memoranda export``: what is known, for a spreadsheet or a program."""

import csv
import json
from typing import TextIO

import click

from memoranda.cli.store import with_store

WHAT = ["instruments", "events", "actors", "commitments", "figures", "claims"]


@click.command(name="export")
@click.argument("what", type=click.Choice(WHAT))
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "jsonl"]),
    default="csv",
    show_default=True,
)
@click.option(
    "-o",
    "--output",
    type=click.File("w", encoding="utf-8", lazy=True),
    default="-",
    help="A file instead of standard output.",
)
@with_store(create=False)
def command(what: str, form: str, output: TextIO) -> None:
    """Write what is known of one type, or every claim with its quote.

    CSV has one row a record, several values joined by "; ". JSON Lines keeps each
    value with its certainty and the claims it rests on.
    """
    from memoranda.insight.queries.exports import (
        claim_rows,
        columns,
        record_rows,
    )

    claims = what == "claims"
    rows = claim_rows() if claims else record_rows(what.removesuffix("s"))
    if form == "jsonl":
        output.writelines(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
        return
    names = columns("claim" if claims else what.removesuffix("s"))
    writer = csv.DictWriter(output, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows({name: flat(row.get(name)) for name in names} for row in rows)


def flat(value: object) -> str | int | float:
    """A value as one cell; text that a spreadsheet would run is made plain text."""
    if isinstance(value, list):
        return "; ".join(str(flat(item)) for item in value)
    if isinstance(value, dict):
        return flat(value.get("title") or value.get("value"))
    if value is None:
        return ""
    if isinstance(value, str) and value[:1] in "=+-@\t\r":
        return f"'{value}"
    return value if isinstance(value, int | float) else str(value)
