"""A reading as a person wants to see it in a terminal."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.console import Console
from rich.markup import escape

Plain = dict[str, Any]


def print_summary(reading: Plain, warnings: Sequence[str]) -> None:
    """Print ``reading`` (in the form of reading-format) on standard output."""
    console = Console(highlight=False, soft_wrap=True)
    document = reading["document"]
    console.print(f"[bold]{escape(str(document['source']))}[/]")
    facts = (document[key] for key in ("genre", "language", "published", "byline"))
    console.print("  " + escape(", ".join(str(fact) for fact in facts if fact)))
    for warning in warnings:
        console.print(f"  [yellow]{escape(warning)}[/]")
    for heading, lines in sections(reading):
        rows = list(lines)
        if rows:
            console.print(f"  [bold]{heading}[/]")
        for row in rows:
            console.print(f"    {escape(row)}")
    console.print()


def sections(reading: Plain) -> Iterator[tuple[str, Iterator[str]]]:
    """Each heading with its lines."""
    yield "Instruments", (instrument_line(item) for item in reading["instruments"])
    yield "Events", (event_line(item) for item in reading["events"])
    yield "Commitments", (commitment_line(item) for item in reading["commitments"])
    yield "Figures", (figure_line(item) for item in reading["figures"])
    yield "People", (plain(name) for name in reading["people"])
    yield "Organisations", (plain(name) for name in reading["organisations"])
    yield "Seen, not used", (note["reason"] for note in reading["notes"])


def plain(value: Plain | None) -> str:
    """The bare value, or nothing."""
    return str(value["value"]) if value else ""


def joined(*parts: str) -> str:
    """The parts that say something, with commas."""
    return ", ".join(part for part in parts if part)


def instrument_line(item: Plain) -> str:
    """'memorandum, signed 2021-03: A – B'."""
    when = joined(plain(item["status"]), plain(item["signed"]), plain(item["place"]))
    parties = " – ".join(plain(party["name"]) for party in item["parties"])
    title = plain(item["title"])
    return f"{plain(item['kind'])} ({when}): {parties or title}"


def event_line(item: Plain) -> str:
    """'exhibition (held, 2023-05, Baku): name'."""
    span = "/".join(
        dict.fromkeys(filter(None, map(plain, (item["start"], item["end"]))))
    )
    when = joined(plain(item["status"]), span, plain(item["place"]))
    who = joined(*(plain(value) for value in item["organisers"]))
    return f"{plain(item['kind'])} ({when}): {plain(item['name']) or who}"


def commitment_line(item: Plain) -> str:
    """'Who: what (due)'."""
    who = joined(*(plain(value) for value in item["who"]))
    due = f" (due {plain(item['due'])})" if item["due"] else ""
    return f"{who}: {plain(item['what'])}{due}" if who else plain(item["what"]) + due


def figure_line(item: Plain) -> str:
    """'indicator: value unit (period)'."""
    period = f" ({plain(item['period'])})" if item["period"] else ""
    amount = f"{plain(item['value'])} {plain(item['unit'])}".strip()
    return f"{plain(item['indicator'])}: {amount}{period}"
