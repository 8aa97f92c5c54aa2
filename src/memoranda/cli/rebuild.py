"""``memoranda rebuild``: the projections, made again."""

import click

from memoranda.cli.store import with_store


@click.command(name="rebuild")
@with_store(create=False)
def command() -> None:
    """Throw away everything that pages read and make it again from the claims.

    Nothing that was asserted or judged is touched. The digest printed is the same
    as long as claims and judgements are the same.
    """
    from memoranda.register.domain.projections import rebuild

    click.echo(f"Rebuilt. Digest of the projections: {rebuild()}")
