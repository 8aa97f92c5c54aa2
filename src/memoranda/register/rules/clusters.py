"""Which subjects are one: a pure function of the judgements, whatever their order."""

from collections import defaultdict, deque
from collections.abc import Iterable
from dataclasses import dataclass

from memoranda.register.enums import Sameness

Pair = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """One judgement on a pair; ``number`` grows with time, ``left < right``.

    ``withdraws``: the number of the word that this one takes back.
    """

    number: int
    left: int
    right: int
    sameness: str
    by_person: bool
    score: float | None = None
    withdraws: int | None = None

    @property
    def pair(self) -> Pair:
        """The two subjects it is about, the lower one first."""
        return self.left, self.right


def standing(words: Iterable[Word]) -> list[Word]:
    """The words that were not taken back, without those that only take back.

    Taking a word back gives exactly what stood before it was said, whatever was
    said since: the rest is as it would be without it.
    """
    said = list(words)
    gone = {word.withdraws for word in said if word.withdraws is not None}
    return [w for w in said if w.withdraws is None and w.number not in gone]


def holding(words: Iterable[Word]) -> dict[Pair, Word]:
    """The word that holds for each pair: of those that stand a person's last, whoever
    it is; where no person's stands, a rule's last.
    """
    found: dict[Pair, Word] = {}
    for word in standing(words):
        held = found.get(word.pair)
        if held is None or _weight(word) > _weight(held):
            found[word.pair] = word
    return found


def _weight(word: Word) -> tuple[bool, int]:
    return word.by_person, word.number


def joined(words: Iterable[Word]) -> dict[int, int]:
    """Every judged subject's canonical one: the lowest of its cluster.

    Pairs judged the same are joined surest first (a person's before a rule's, then
    by score), and never so that a pair judged not the same ends in one cluster.

    Order: the clusters depend on the word that holds for each pair (its sameness,
    whether a person's, its score) and on nothing else. So the words of different
    pairs may have been said in any order by any people; within a pair only which
    word was last counts, and a word that was taken back counts as never said.
    """
    words = list(words)
    held = sorted(holding(words).items())
    clusters = _Clusters()
    for word in words:
        clusters.know(word.left, word.right)
    for (left, right), word in held:
        if word.sameness == Sameness.NOT_SAME:
            clusters.keep_apart(left, right)
    same = [word for _, word in held if word.sameness == Sameness.SAME]
    for word in sorted(same, key=_surest_first):
        clusters.join(word.left, word.right)
    return clusters.canonical()


def chains_from(words: Iterable[Word], start: int) -> dict[int, list[Word]]:
    """For each subject on which something follows, the fewest holding words why it is
    one with ``start``, or is not.

    All "the same", or one "not the same" among them (see Sameness.then). A chain of
    "the same" goes before one that keeps apart.
    """
    edges: dict[int, list[Word]] = defaultdict(list)
    for (left, right), word in sorted(holding(words).items()):
        edges[left].append(word)
        edges[right].append(word)
    reached: dict[tuple[int, Sameness], list[Word]] = {(start, Sameness.SAME): []}
    fresh = deque(reached)
    while fresh:
        at, sameness = fresh.popleft()
        for word in edges[at]:
            follows = sameness.then(Sameness(word.sameness))
            place = word.left + word.right - at, follows
            if follows != Sameness.UNSURE and place not in reached:
                reached[place] = [*reached[at, sameness], word]
                fresh.append(place)
    ordered = sorted(reached.items(), key=lambda item: item[0][1] == Sameness.SAME)
    return {subject: chain for (subject, _), chain in ordered}


def _surest_first(word: Word) -> tuple[bool, float, int, int]:
    return not word.by_person, -(word.score or 0.0), word.left, word.right


class _Clusters:
    """Disjoint sets that know whom they must not meet."""

    def __init__(self) -> None:
        self._home: dict[int, int] = {}
        self._members: dict[int, set[int]] = {}
        self._foes: dict[int, set[int]] = {}

    def know(self, *subjects: int) -> None:
        for subject in subjects:
            if subject not in self._home:
                self._home[subject] = subject
                self._members[subject] = {subject}
                self._foes[subject] = set()

    def keep_apart(self, left: int, right: int) -> None:
        self._foes[left].add(right)
        self._foes[right].add(left)

    def join(self, left: int, right: int) -> None:
        big, small = self._home[left], self._home[right]
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
