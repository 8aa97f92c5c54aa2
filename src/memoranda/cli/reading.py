"""``memoranda read``: what do these documents say?"""

import json
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console

from memoranda.cli.progress import progress_bar
from memoranda.cli.summary import print_summary
from memoranda.reading.errors import ReadingError
from memoranda.reading.options import ReadingOptions
from memoranda.reading.pipeline import read
from memoranda.reading.records import Reading


@click.command(name="read")
@click.argument(
    "paths", nargs=-1, required=True, type=click.Path(exists=True, path_type=Path)
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a document.")
@click.option("--text", "with_text", is_flag=True, help="With --json: also the text.")
@click.option(
    "--without-model",
    is_flag=True,
    help="Of press texts read names only, by rules; agreements are read as ever.",
)
def command(
    paths: tuple[Path, ...], *, as_json: bool, with_text: bool, without_model: bool
) -> None:
    """Read documents and print what they say. No register is needed or touched.

    Text, HTML, PDF with a text layer, DOCX and e-mail are read; folders are read
    whole. With --json every value carries the quote it stands on (JSON Lines).
    """
    files = list(documents_in(paths))
    failed = 0
    console = Console(stderr=True, highlight=False)
    with progress_bar("Reading") as step:
        for done, path in enumerate(files):
            step(done, len(files), path.name)
            try:
                reading = read_file(path, with_model=not without_model)
            except (ReadingError, OSError) as error:
                failed += 1
                console.print(f"[yellow]not read[/] {path}: {error}", soft_wrap=True)
                continue
            show(reading, as_json=as_json, with_text=with_text)
    if failed:
        raise SystemExit(1)


def documents_in(paths: tuple[Path, ...]) -> Iterator[Path]:
    """Every file named or inside a folder named, in order; hidden ones left out."""
    for path in paths:
        if not path.is_dir():
            yield path
            continue
        for child in sorted(path.rglob("*")):
            hidden = any(part.startswith(".") for part in child.relative_to(path).parts)
            if child.is_file() and not hidden:
                yield child


def read_file(path: Path, *, with_model: bool) -> Reading:
    """The reading of one file. Raises ReadingError or OSError."""
    options = ReadingOptions(with_model=with_model)
    with path.open("rb") as file:
        content = file.read(options.max_bytes + 1)
    return read(content, source=str(path), options=options)


def show(reading: Reading, *, as_json: bool, with_text: bool) -> None:
    """Print one reading, for a program or for a person."""
    if as_json:
        row = reading.as_json(with_text=with_text)
        click.echo(json.dumps(row, ensure_ascii=False))
    else:
        print_summary(reading.as_json(), reading.warnings)
