"""Which claims of a later reading say again what a person rejected before."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Any

from memoranda.register.enums import SubjectType
from memoranda.register.rules.properties import EXISTENCE

SAID_BEFORE = "the same was rejected before"
GONE_BEFORE = "what it is said of was rejected before"


@dataclass(frozen=True, slots=True)
class Told:
    """A claim on a quote of one document; ``rejected``: its last verdict says no."""

    pk: int
    subject: int
    type: str
    name: str
    value: Any
    target: int | None
    start: int
    end: int
    rejected: bool = False

    @property
    def says_it_exists(self) -> bool:
        """Whether it is the claim by which its subject exists."""
        return self.name == EXISTENCE[SubjectType(self.type)]

    def repeats(self, other: "Told") -> bool:
        """The same value at the same place, give or take words around it."""
        return (
            (self.type, self.name, self.target)
            == (other.type, other.name, other.target)
            and _plain(self.value) == _plain(other.value)
            and self.start < other.end
            and other.start < self.end
        )


def _plain(value: Any) -> Any:
    return " ".join(value.casefold().split()) if isinstance(value, str) else value


def repeated(
    fresh: Sequence[Told], earlier: Sequence[Told], *, restated: AbstractSet[int]
) -> dict[int, str]:
    """Those of ``fresh`` that are to be rejected, by pk, each with the reason.

    ``earlier``: all claims of the same document before; ``restated``: subjects that
    the later reading speaks of again. A thing whose quote moved by a word has another
    address; it is known by the claim of its existence, unless the old one is restated.
    What is said of a thing that was rejected goes with it.
    """
    before = _by_subject(earlier)
    moved = _moved(fresh, before, restated)
    found: dict[int, str] = {}
    for told in fresh:
        home = moved.get(told.subject, told.subject)
        if any(one.rejected and told.repeats(one) for one in before.get(home, ())):
            found[told.pk] = SAID_BEFORE
    gone = _gone(fresh, before, rejected=found, moved=moved)
    for told in fresh:
        if told.subject in gone:
            found.setdefault(told.pk, GONE_BEFORE)
    return found


def _by_subject(claims: Iterable[Told]) -> dict[int, list[Told]]:
    found: dict[int, list[Told]] = defaultdict(list)
    for told in claims:
        found[told.subject].append(told)
    return found


def _moved(
    fresh: Iterable[Told],
    before: dict[int, list[Told]],
    restated: AbstractSet[int],
) -> dict[int, int]:
    """For each new subject the one of before whose place it takes."""
    old = [
        told
        for subject, claims in before.items()
        if subject not in restated
        for told in claims
        if told.says_it_exists
    ]
    found: dict[int, int] = {}
    for told in fresh:
        if told.subject not in before and told.says_it_exists:
            for one in old:
                if told.repeats(one):
                    found.setdefault(told.subject, one.subject)
    return found


def _gone(
    fresh: Iterable[Told],
    before: dict[int, list[Told]],
    *,
    rejected: dict[int, str],
    moved: dict[int, int],
) -> set[int]:
    """The subjects spoken of that nothing says to exist any more."""
    standing: dict[int, list[bool]] = defaultdict(list)
    for told in fresh:
        if told.says_it_exists:
            standing[told.subject].append(told.pk not in rejected)
    for subject in {told.subject for told in fresh}:
        for told in before.get(moved.get(subject, subject), ()):
            if told.says_it_exists:
                standing[subject].append(not told.rejected)
    return {subject for subject, each in standing.items() if not any(each)}
