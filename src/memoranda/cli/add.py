"""``memoranda add``: documents into the register."""

import json

import click
from rich.console import Console

from memoranda.cli.progress import progress_bar
from memoranda.cli.store import with_store


@click.command(name="add")
@click.argument("sources", nargs=-1, required=True, metavar="PATH|URL...")
@click.option(
    "--policy",
    type=click.Choice(["review", "assisted"]),
    help="What happens to machine-read claims: all wait (review), or sure ones "
    "enter, marked as machine-read (assisted). Default: the setting "
    "MEMORANDA_POLICY.",
)
@click.option("--json", "as_json", is_flag=True, help="Print the outcome as JSON.")
@with_store(create=True)
def command(sources: tuple[str, ...], policy: str | None, as_json: bool) -> None:
    """Read files, folders, zip files or web addresses into the register.

    Documents are kept unchanged, by the hash of their content: adding one twice
    changes nothing, and an interrupted run is simply started again. What cannot be
    read is named with the reason, and the others are still read.

    \b
    Examples:
      memoranda add cuttings/
      memoranda add agreement.pdf archive.zip https://example.org/news/1
    """
    from memoranda.intake.domain.ingest import add

    with progress_bar("Reading") as progress:
        summary = add(sources, policy=policy, progress=progress)
    if as_json:
        click.echo(json.dumps(summary.as_json(), ensure_ascii=False))
    else:
        console = Console(stderr=True, highlight=False)
        for refusal in summary.refused:
            console.print(
                f"[yellow]not read[/] {refusal.source}: {refusal.reason}",
                soft_wrap=True,
            )
        click.echo(
            f"{summary.added} added, {summary.known} known already, "
            f"{len(summary.refused)} not read."
        )
    if summary.refused and not summary.added and not summary.known:
        raise SystemExit(1)
