"""Mentions of one record drawn together, and what fills its roles."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, repeat, takewhile

import numpy as np

from memoranda.reading.entities.cast import Span
from memoranda.reading.statements.press.findings import Array, Filler, RecordMention
from memoranda.reading.statements.press.scene import Scene
from memoranda.reading.statements.press.schema import (
    AGREEMENT_KINDS,
    AGREEMENT_STATES,
    FILLED_BY,
    KINDS,
    ROLE_NUMBER,
    SAME,
    STATES,
)

MENTIONED, TOLD = 0.35, 0.5  # the least chance of a mention, and of a record's surest
# Log-odds from which the first, the second and each further filler of a role is given;
# the last holds for all that follow. The best F1 is reached not at even odds but where
# half of that F1 is the chance (Lipton, Elkan and Narayanaswamy, 2014), and at the same
# odds a third is right less often than a second: a paper has two sides, and as many
# sign. What is given with little certainty is for a person to accept.
LEAST = {
    ("A", "party"): (-1.0, -2.0, 1.5),
    ("A", "signatory"): (-1.0, -1.0, 0.5),
    ("A", "date"): (-1.5,),
    ("E", "organiser"): (-1.0, -0.5, 0.5),
    ("E", "participant"): (-1.0, 0.0, 1.0),
    ("E", "start"): (-1.5,),
    ("E", "end"): (-1.5,),
    ("E", "place"): (-2.0,),
    ("C", "due"): (-2.5,),
}
LEAST_OTHERS = (-1.0,)
JOINED = 0.0  # log-odds, both directions added, of two mentions being one record
NEGLIGIBLE = -4.0  # log-odds that add nothing to those of other mentions


@dataclass(frozen=True, slots=True)
class Telling:
    """One record: its mentions in the order of the text, by their numbers."""

    numbers: tuple[int, ...]
    mentions: tuple[RecordMention, ...]
    told: float  # the chance that the text tells of it

    @classmethod
    def of(cls, scene: Scene, numbers: Sequence[int]) -> "Telling":
        """The record of these mentions; as sure as the surest of them."""
        mentions = tuple(scene.findings.records[number] for number in numbers)
        return cls(tuple(numbers), mentions, max(m.told for m in mentions))

    @property
    def best(self) -> RecordMention:
        """The surest mention."""
        return max(self.mentions, key=lambda mention: mention.told)


@dataclass(frozen=True, slots=True)
class Filled:
    """What fills a role: the thing, where it does so most clearly, and the log-odds."""

    thing: int
    letter: str
    span: Span
    odds: float


def tellings(scene: Scene, letter: str) -> list[Telling]:
    """The records of one letter that the text tells of, by average linkage.

    A promise and a figure are told once.
    """
    records = scene.findings.records
    numbers = [
        number
        for number, mention in enumerate(records)
        if mention.letter == letter and mention.told >= MENTIONED
    ]
    groups = _groups(scene, numbers) if letter in "AE" else [[n] for n in numbers]
    return [Telling.of(scene, group) for group in groups]


def _groups(scene: Scene, numbers: Sequence[int]) -> list[list[int]]:
    """Each mention joins the group that it speaks of most likely, or begins one."""
    groups: list[list[int]] = []
    group_of: dict[int, int] = {}
    same = _SameScores(scene)
    for place, number in enumerate(numbers):
        odds: dict[int, list[float]] = {}
        for earlier in reversed(numbers[:place]):
            score = same.of(number, earlier)
            if score is None:
                break
            odds.setdefault(group_of[earlier], []).append(score)
        means = {group: sum(own) / len(own) for group, own in odds.items()}
        best = max(means, key=lambda group: (means[group], -group), default=None)
        if best is None or means[best] <= JOINED:
            best = len(groups)
            groups.append([])
        groups[best].append(number)
        group_of[number] = best
    return groups


class _SameScores:
    """How likely two mentions speak of one record."""

    def __init__(self, scene: Scene) -> None:
        self._findings = scene.findings
        self._places = {
            filler.thing: place
            for place, filler in enumerate(scene.findings.fillers)
            if filler.letter in "AE"
        }

    def of(self, one: int, other: int) -> float | None:
        """The log-odds, both directions added; None for mentions too far apart."""
        there, back = self._one(one, other), self._one(other, one)
        return None if there is None or back is None else there + back

    def _one(self, source: int, target: int) -> float | None:
        letter = self._findings.records[source].letter
        first, scores = self._findings.roles[source]
        place = self._places[target] - first
        if not 0 <= place < len(scores):
            return None
        return float(scores[place, ROLE_NUMBER[letter, SAME]])


def fillers(
    scene: Scene, telling: Telling, role: str, *, least: float | None = None
) -> list[Filled]:
    """What fills a role of a record, the surest first; at ``least`` that likely.

    The scores of all pairs of mentions of the two are joined, as in training.
    """
    letter = telling.mentions[0].letter
    number = ROLE_NUMBER[letter, role]
    may_fill = scene.findings.of_letters(FILLED_BY[letter, role])
    joined: dict[tuple[int, str], list[tuple[float, Filler]]] = {}
    for mention in telling.numbers:
        first, scores = scene.findings.roles[mention]
        own = scores[:, number]
        able = may_fill[first : first + len(own)] & (own > NEGLIGIBLE)
        for place in np.flatnonzero(able):
            filler = scene.findings.fillers[first + place]
            key = (filler.thing, filler.letter)
            joined.setdefault(key, []).append((float(own[place]), filler))
    found = [_filled(pairs) for pairs in joined.values()]
    floors = LEAST.get((letter, role), LEAST_OTHERS) if least is None else (least,)
    surest = sorted(found, key=lambda filled: (-filled.odds, filled.span))
    asked = zip(surest, chain(floors, repeat(floors[-1])), strict=False)
    return [filled for filled, _ in takewhile(lambda p: p[0].odds > p[1], asked)]


def in_order(found: Sequence[Filled]) -> list[Filled]:
    """What fills a role in the order in which the text says so."""
    return sorted(found, key=lambda filled: filled.span)


def _filled(pairs: Sequence[tuple[float, Filler]]) -> Filled:
    _, filler = max(pairs, key=lambda pair: pair[0])
    odds = float(np.logaddexp.reduce([score for score, _ in pairs]))
    return Filled(filler.thing, filler.letter, (filler.start, filler.end), odds)


def kind_of(telling: Telling) -> tuple[str, float]:
    """The likeliest kind of a record, and its chance among the kinds."""
    reach = _own(telling, len(AGREEMENT_KINDS), len(KINDS))
    return _likeliest(
        KINDS[slice(*reach)], [m.kinds[slice(*reach)] for m in telling.mentions]
    )


def state_of(telling: Telling) -> tuple[str, float]:
    """The likeliest state of a record, and its chance among the states."""
    reach = _own(telling, len(AGREEMENT_STATES), len(STATES))
    return _likeliest(
        STATES[slice(*reach)], [m.states[slice(*reach)] for m in telling.mentions]
    )


def _own(telling: Telling, border: int, stop: int) -> tuple[int, int]:
    return (0, border) if telling.mentions[0].letter == "A" else (border, stop)


def _likeliest(names: Sequence[str], scores: Sequence[Array]) -> tuple[str, float]:
    mean = np.mean(scores, axis=0)
    powers = np.exp(mean - mean.max())
    place = int(mean.argmax())
    return names[place], float(powers[place] / powers.sum())


def names_of(telling: Telling) -> Iterator[RecordMention]:
    """The mentions that are proper names, the longest first."""
    named = [mention for mention in telling.mentions if mention.named]
    yield from sorted(named, key=lambda m: (m.start - m.end, m.start))
