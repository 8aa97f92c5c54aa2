"""Tables of Markdown for the scoreboard."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from bench.board.results import Result
from bench.board.targets import Target
from bench.scoring.bands import Band, bands_of
from bench.scoring.causes import Cause
from bench.scoring.certainty import Judged
from bench.scoring.counts import Count

MOST_CAUSES = 14
NOTHING = "–"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown; all columns but the first to the right."""
    rule = "|---|" + "---:|" * (len(head) - 1)
    lines = ["| " + " | ".join(row) + " |" for row in [head, *rows]]
    return "\n".join([lines[0], rule, *lines[1:]])


def share(value: float | None) -> str:
    """A figure as .873."""
    if value is None:
        return NOTHING
    return f"{value:.3f}".removeprefix("0")


def targets_table(targets: Sequence[Target], unseen: Result, seen: Result) -> str:
    """Each target beside the figures of the unseen and the seen part."""
    head = ("figure", "target", "unseen", "95 % interval", "seen", "reached")
    return table(head, (_target_row(each, unseen, seen) for each in targets))


def _target_row(target: Target, unseen: Result, seen: Result) -> list[str]:
    figures = [
        target.value(count) if count else None
        for count in (r.scored.totals.get(target.figure) for r in (unseen, seen))
    ]
    between = NOTHING
    if figures[0] is not None:
        ends = unseen.scored.interval(target.figure, target.measure)
        between = " – ".join(map(share, ends))
    reached = target.is_reached(unseen.scored)
    word = {True: "yes", False: "no", None: NOTHING}[reached]
    least = share(target.least)
    return [target.title, least, share(figures[0]), between, share(figures[1]), word]


def figures_table(unseen: Result, seen: Result) -> str:
    """All figures of a set: precision and recall, and how many values there are."""
    head = (
        "figure",
        *("unseen P", "R", "F1", "right/given/wanted"),
        *("seen P", "R", "F1", "right/given/wanted"),
    )
    names = dict.fromkeys([*seen.scored.totals, *unseen.scored.totals])
    totals = unseen.scored.totals, seen.scored.totals
    rows = (
        [name, *(cell for total in totals for cell in _figure(total.get(name)))]
        for name in names
    )
    return table(head, rows)


def _figure(count: Count | None) -> list[str]:
    if count is None:
        return [NOTHING] * 4
    return [
        share(count.precision if count.given else None),
        share(count.recall if count.wanted else None),
        share(count.f1),
        f"{count.right}/{count.given}/{count.wanted}",
    ]


def certainty_table(parts: Mapping[str, Sequence[Judged]]) -> str:
    """Bands of certainty, and in each how many values are right."""
    head = ["certainty", *(c for name in parts for c in (f"{name}: given", "right"))]
    columns = [bands_of(values) for values in parts.values()]
    rows = [
        [_name_of(bands[0]), *(cell for band in bands for cell in _band_cells(band))]
        for bands in zip(*columns, strict=True)
    ]
    return table(head, rows)


def _name_of(band: Band) -> str:
    if not band.low:
        return f"under {share(band.high)}"
    if band.high >= 1:
        return f"{share(band.low)} and more"
    return f"{share(band.low)} – {share(band.high)}"


def _band_cells(band: Band) -> list[str]:
    return [str(band.given), percent(band.share)]


def percent(part: float | None) -> str:
    """A share as 87.3 %."""
    return NOTHING if part is None else f"{100 * part:.1f} %"


def sure_table(parts: Mapping[str, Sequence[Judged]], sure: float) -> str:
    """Field by field: the values given with ``sure`` or more, and how many are right."""
    head = ["field", *(c for name in parts for c in (f"{name}: given", "right"))]
    counted = [_by_field(values, sure) for values in parts.values()]
    fields = sorted({field for column in counted for field in column})
    rows = [
        [field, *(cell for column in counted for cell in _sure(column.get(field)))]
        for field in fields
    ]
    return table(head, rows)


def _by_field(values: Iterable[Judged], sure: float) -> dict[str, tuple[int, int]]:
    found: dict[str, tuple[int, int]] = {}
    for value in values:
        if value.certainty >= sure:
            given, right = found.get(value.field, (0, 0))
            found[value.field] = given + 1, right + value.right
    return found


def _sure(counted: tuple[int, int] | None) -> list[str]:
    if counted is None:
        return ["0", NOTHING]
    given, right = counted
    return [str(given), percent(right / given)]


def causes_table(record: str, unseen: Counter[Cause], seen: Counter[Cause]) -> str:
    """The errors of one kind of record by cause, the most frequent first."""
    both = unseen + seen
    names = [cause for (kind, cause), _ in both.most_common() if kind == record]
    rows = [
        [name, str(unseen[record, name]), str(seen[record, name])]
        for name in names[:MOST_CAUSES]
    ]
    rest = names[MOST_CAUSES:]
    if rest:
        sums = [str(sum(part[record, n] for n in rest)) for part in (unseen, seen)]
        rows.append([f"{len(rest)} other causes", *sums])
    return table((record, "unseen", "seen"), rows)


def term_errors_table(unseen: Result, seen: Result) -> str:
    """The errors in agreement texts: missed, another value, where the text is silent."""
    head = (
        "term",
        *("unseen: missed", "another value", "spurious"),
        *("seen: missed", "another value", "spurious"),
    )
    totals = unseen.scored.totals, seen.scored.totals
    rows = []
    for name in dict.fromkeys([*totals[0], *totals[1]]):
        counts = [total.get(name, Count()) for total in totals]
        if any(c.missed or c.wrong or c.spurious for c in counts):
            cells = ((c.missed, c.wrong, c.spurious) for c in counts)
            rows.append([name, *(str(n) for cell in cells for n in cell)])
    return table(head, rows)
