"""Which subjects are one: a pure function of the judgements, whatever their order."""

from collections.abc import Iterable
from dataclasses import dataclass

from memoranda.register.enums import Sameness


@dataclass(frozen=True, slots=True)
class Word:
    """One judgement on a pair; ``number`` grows with time, ``left < right``."""

    number: int
    left: int
    right: int
    sameness: str
    by_person: bool
    score: float | None = None


def effective(words: Iterable[Word]) -> list[Word]:
    """The word that holds for each pair: a person's last, else a rule's last."""
    holding: dict[tuple[int, int], Word] = {}
    for word in words:
        pair = (word.left, word.right)
        held = holding.get(pair)
        if held is None or _weight(word) > _weight(held):
            holding[pair] = word
    return [holding[pair] for pair in sorted(holding)]


def _weight(word: Word) -> tuple[bool, int]:
    return word.by_person, word.number


def joined(words: Iterable[Word]) -> dict[int, int]:
    """Every judged subject's canonical one: the lowest of its cluster.

    Pairs judged the same are joined surest first (a person's before a rule's, then
    by score), and never so that a pair judged not the same ends in one cluster.
    """
    holding = effective(words)
    clusters = _Clusters()
    for word in holding:
        if word.sameness == Sameness.NOT_SAME:
            clusters.keep_apart(word.left, word.right)
    same = [word for word in holding if word.sameness == Sameness.SAME]
    for word in sorted(same, key=_surest_first):
        clusters.join(word.left, word.right)
    return clusters.canonical()


def _surest_first(word: Word) -> tuple[bool, float, int, int]:
    return not word.by_person, -(word.score or 0.0), word.left, word.right


class _Clusters:
    """Disjoint sets that know whom they must not meet."""

    def __init__(self) -> None:
        self._home: dict[int, int] = {}
        self._members: dict[int, set[int]] = {}
        self._foes: dict[int, set[int]] = {}

    def _of(self, subject: int) -> int:
        if subject not in self._home:
            self._home[subject] = subject
            self._members[subject] = {subject}
            self._foes[subject] = set()
        return self._home[subject]

    def keep_apart(self, left: int, right: int) -> None:
        self._foes[self._of(left)].add(right)
        self._foes[self._of(right)].add(left)

    def join(self, left: int, right: int) -> None:
        big, small = self._of(left), self._of(right)
        if big == small:
            return
        if len(self._members[big]) < len(self._members[small]):
            big, small = small, big
        if self._foes[small] & self._members[big]:
            return
        if self._foes[big] & self._members[small]:
            return
        moving = self._members.pop(small)
        self._home.update(dict.fromkeys(moving, big))
        self._members[big] |= moving
        self._foes[big] |= self._foes.pop(small)

    def canonical(self) -> dict[int, int]:
        lowest = {home: min(members) for home, members in self._members.items()}
        return {subject: lowest[home] for subject, home in self._home.items()}
