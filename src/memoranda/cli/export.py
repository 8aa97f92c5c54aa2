"""``memoranda export``: what is known, for a spreadsheet or a program."""

from typing import IO

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
@with_store(create=False)
def command(what: str, form: str, output: IO[bytes]) -> None:
    """Write what is known of one type, or every claim with its quote.

    CSV (UTF-8) and Excel have one row a record, several values joined by "; ". JSON,
    whole or a line a record, keeps each value with its certainty and the claims it
    rests on.
    """
    from memoranda.insight.queries.exports import claim_rows, columns, record_rows
    from memoranda.insight.tables import listed, separated
    from memoranda.insight.tables.workbook import TooManyRows, write_workbook

    of = what.removesuffix("s")
    rows = claim_rows() if of == "claim" else record_rows(of)
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
