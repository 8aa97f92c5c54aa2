"""What the figures mean for an officer, in sentences."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from bench.board.pairs import PairResult
from bench.board.results import Result
from bench.board.targets import RIGHT_WHEN_SURE, SURE, Target
from bench.scoring.certainty import Judged
from bench.scoring.counts import Count


def opening(press: Result, agreements: Result) -> list[str]:
    """The page's first sentences; both results are of unseen texts."""
    return [
        *_on_press(press),
        *_on_agreements(agreements),
        _on_certainty("press text", press.judged),
        _on_certainty("agreement's own text", agreements.judged),
    ]


def _on_press(press: Result) -> Iterator[str]:
    totals = press.scored.totals
    found = totals.get("agreements", Count())
    yield (
        f"**A press text.** Of 100 agreements that are reported, {_of(found.recall)} are"
        f" found; of 100 that are given, {_of(found.precision)} are there."
        f" {_listed('Events', totals.get('events', Count()))}"
        f" {_listed('People', totals.get('people', Count()))}"
        f" {_listed('Organisations', totals.get('organisations', Count()))}"
    )
    kept = totals.get("negatives kept empty", Count())
    if kept.wanted:
        yield (
            f"**A text that only looks like cooperation.** Of {kept.wanted} such texts,"
            f" {kept.right} are left without a record, as they should be."
        )


def _listed(what: str, count: Count) -> str:
    return f"{what}: {_of(count.recall)} found, {_of(count.precision)} there."


def _on_agreements(agreements: Result) -> Iterator[str]:
    totals = agreements.scored.totals
    named = [
        f"{word} {_of(totals[figure].recall)}"
        for figure, word in (
            ("signed", "the day of signing"),
            ("parties", "the parties"),
            ("signatories", "who signed"),
            ("duration", "how long it runs"),
            ("notice", "the notice to give"),
            ("obligations", "what is owed"),
        )
        if figure in totals
    ]
    yield (
        "**An agreement's own text.** Of 100 that a text tells, so many are read"
        f" right: {', '.join(named)}."
    )


def _on_certainty(what: str, values: Sequence[Judged]) -> str:
    given, right = sure_values(values)
    told = (
        f"**Certainty, {what}.** Of the values given with {SURE} or more,"
        f" {100 * right // max(given, 1)} of 100 are right ({given} values)."
    )
    if given and right / given >= RIGHT_WHEN_SURE:
        return told + " Assisted intake may accept them."
    return told + (
        f" The aim is {_of(RIGHT_WHEN_SURE)}: until then a person should look"
        " before a value is accepted (`MEMORANDA_POLICY=review`)."
    )


def sure_values(values: Iterable[Judged]) -> tuple[int, int]:
    """How many values were given with much certainty, and how many are right."""
    sure = [value for value in values if value.certainty >= SURE]
    return len(sure), sum(value.right for value in sure)


def on_names(results: Mapping[str, PairResult]) -> Iterator[str]:
    """What the figures of pairs of names mean."""
    told = [
        f"{name} {_of(each.unseen.recall or 0)} are joined by the names alone, and of 100"
        f" that are joined {_of(each.unseen.precision or 0)} are one"
        for name, each in results.items()
    ]
    if told:
        yield f"**Names.** Of 100 pairs that are one: of {'; of '.join(told)}."


def on_targets(targets: Sequence[Target], parts: tuple[Result, Result]) -> str:
    """How many of the targets are reached on the unseen part, and which are not."""
    unseen, seen = parts
    missed = [t.title for t in targets if t.is_reached(unseen.scored) is False]
    asked = sum(t.is_reached(unseen.scored) is not None for t in targets)
    texts = len(unseen.scored.texts), len(seen.scored.texts)
    told = (
        f"{texts[0]} unseen texts, {texts[1]} seen."
        f" {asked - len(missed)} of {asked} targets are reached on the unseen ones."
    )
    return told + (f" Not yet: {', '.join(missed)}." if missed else "")


def _of(part: float) -> int:
    """Of a hundred, never rounded up to all."""
    return min(round(100 * part), 99) if part < 1 else 100
