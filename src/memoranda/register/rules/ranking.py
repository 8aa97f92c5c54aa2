"""How well a record answers a search; the same on every database."""

from collections.abc import Sequence

from memoranda.register.rules.folding import loose

Rank = tuple[int, int]  # lower is better
WHOLE, BEGUN, ELSEWHERE = range(3)


def rank_of(words: Sequence[str], title: str) -> Rank:
    """How well a folded title (its parts divided by "|") answers folded words.

    All words whole in one part go before all with the last one begun, and these before
    words that stand elsewhere; then the shorter part.
    """
    ranks = [_rank(words, part.split()) for part in title.split("|")]
    return min(ranks, default=(ELSEWHERE, 0))


def _rank(words: Sequence[str], held: list[str]) -> Rank:
    if not all(_is_in(word, held) for word in words[:-1]):
        return ELSEWHERE, 0
    last = words[-1]
    if _is_in(last, held):
        return WHOLE, len(held)
    if any(one.startswith(last) for one in held):
        return BEGUN, len(held)
    return ELSEWHERE, 0


def _is_in(word: str, held: list[str]) -> bool:
    return word in held or loose(word) in held


def density(words: Sequence[str], text: str) -> int:
    """How often the words stand in a folded text, each counted up to ten times."""
    return sum(min(10, text.count(word)) for word in words)
