"""``memoranda search``: find in the register."""

import json

import click

from memoranda.cli.store import with_store


@click.command(name="search")
@click.argument("words", nargs=-1, required=True)
@click.option("--limit", default=20, show_default=True, type=click.IntRange(1, 1000))
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@with_store(create=False)
def command(words: tuple[str, ...], limit: int, as_json: bool) -> None:
    """Search instruments, events, actors, commitments and figures.

    Accents and scripts do not matter (Garayev finds Qarayev and Гараев), and the
    last word may be unfinished.
    """
    from memoranda.register.queries.search import search_entries

    found = search_entries(" ".join(words), limit=limit)
    for entry in found:
        if as_json:
            row = {
                "key": entry.key,
                "type": entry.type,
                "kind": entry.kind,
                "title": entry.title,
                "date": entry.date or None,
                "sources": entry.sources,
            }
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            date = f"  {entry.date}" if entry.date else ""
            click.echo(f"{entry.key}  {entry.type:<11} {entry.title}{date}")
    if not found and not as_json:
        click.echo("Nothing found.", err=True)
