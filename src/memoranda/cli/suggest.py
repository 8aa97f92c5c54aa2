"""``memoranda suggest``: pairs that may be one, for a person to judge."""

import click

from memoranda.cli.progress import progress_bar
from memoranda.cli.store import with_store


@click.command(name="suggest")
@with_store(create=False)
def command() -> None:
    """Look through the register for entries that may be one and the same.

    What is found waits in the desk under "Same or not"; nothing is joined. A pair
    that was judged is not suggested again.
    """
    from memoranda.intake.domain.matching.suggesting import suggest_pairs

    with progress_bar("Comparing") as step:
        found = suggest_pairs(progress=step)
    click.echo(f"{found} new pairs to judge.")
