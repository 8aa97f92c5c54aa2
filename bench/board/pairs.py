"""The section of the scoreboard on names: whose are one, and how surely it is told."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import sqrt

from bench.board.tables import share, table
from bench.pairs import PAIR_SETS, PRECISE, PairFigures, PairSet, PairSpeed, figures_of
from bench.pairs import speed_of as pair_speed

NORMAL = 1.96  # standard deviations of a 95 % interval
TARGETS = {"persons": (0.98, 0.90)}  # precision, recall


@dataclass(frozen=True, slots=True)
class PairResult:
    """One set of pairs: both parts, and how fast names are compared."""

    unseen: PairFigures
    seen: PairFigures
    speed: PairSpeed


def pair_results() -> dict[str, PairResult]:
    """Every set of labelled pairs, measured now."""
    return {each.name: _result(each) for each in PAIR_SETS}


def _result(each: PairSet) -> PairResult:
    speed = pair_speed(each)  # before the names are met
    unseen, seen = (
        figures_of(each.scored(part), each.bar) for part in ("unseen", "seen")
    )
    return PairResult(unseen, seen, speed)


def pairs(results: Mapping[str, PairResult]) -> list[str]:
    """How well names of persons and organisations are told apart."""
    head = (
        *("names", "figure", "target", "unseen", "95 % interval", "seen"),
        *("reached", "pairs: unseen", "seen"),
    )
    rows = [row for name, each in results.items() for row in _rows(name, each)]
    told = "; ".join(
        f"{name} {each.speed.first:,.0f} names met first, {each.speed.again:,.0f} met before"
        for name, each in results.items()
    )
    return [
        "## Names: the same or not\n",
        "Pairs of names from `corpus/pairs`, labelled by hand: spellings of one bearer in"
        " Latin, Cyrillic\nand Azerbaijani letters, and namesakes who are two"
        " (`python -m bench.pairs`). *Precision*: of the\npairs that names alone join, how"
        " many are one. *Recall*: of those that are one, how many are\njoined. In the"
        " register a country or an office joins or parts more, and a person has the last"
        " word.\n",
        table(head, rows) + "\n",
        f"Comparisons a second of one core's time: {told}.\n",
    ]


def _rows(name: str, each: PairResult) -> list[list[str]]:
    least = TARGETS.get(name, (None, None))
    precise = f"recall at precision {share(PRECISE)}"
    return [
        _row(name, "precision", each, least=least[0]),
        _row("", "recall", each, least=least[1]),
        [
            "",
            precise,
            share(None),
            share(each.unseen.precise_recall),
            share(None),
            share(each.seen.precise_recall),
            share(None),
            "",
            "",
        ],
    ]


def _row(name: str, figure: str, each: PairResult, *, least: float | None) -> list[str]:
    values = [getattr(part, figure) for part in (each.unseen, each.seen)]
    unseen = values[0]
    of = each.unseen.linked if figure == "precision" else each.unseen.same
    ends = interval(unseen, of) if unseen is not None and of else None
    reached = None if least is None or unseen is None else unseen >= least
    return [
        name,
        figure,
        share(least),
        share(unseen),
        " – ".join(map(share, ends)) if ends else share(None),
        share(values[1]),
        {True: "yes", False: "no", None: share(None)}[reached],
        f"{each.unseen.same} of {each.unseen.pairs} one" if name else "",
        f"{each.seen.same} of {each.seen.pairs} one" if name else "",
    ]


def interval(part: float, of: int) -> tuple[float, float]:
    """Where the true share lies, 95 times in 100, when ``part`` of ``of`` was counted
    (Wilson's interval, which stays between 0 and 1).
    """
    square = NORMAL * NORMAL / of
    middle = (part + square / 2) / (1 + square)
    half = NORMAL / (1 + square) * sqrt(part * (1 - part) / of + square / of / 4)
    return max(middle - half, 0.0), min(middle + half, 1.0)
