"""``memoranda check``: are the laws kept?"""

import json

import click

from memoranda.cli.store import with_store


@click.command(name="check")
@click.option("--json", "as_json", is_flag=True, help="One JSON object a breach.")
@with_store(create=False)
def command(as_json: bool) -> None:
    """Verify the laws over the whole store; exit 1 when one is broken.

    Every quote must stand in its document where the claim says, every document must
    hash to its address, no fact may lack its source, and the projections must equal
    what the claims give.
    """
    from memoranda.register.queries.breaches import breaches

    found = 0
    for breach in breaches():
        found += 1
        if as_json:
            row = {"law": breach.law, "where": breach.where, "what": breach.what}
            click.echo(json.dumps(row, ensure_ascii=False))
        else:
            click.echo(f"law {breach.law}: {breach.where}: {breach.what}")
    if found:
        click.echo(f"{found} breaches. Nothing was changed.", err=True)
        raise SystemExit(1)
    click.echo("The laws are kept.", err=as_json)
