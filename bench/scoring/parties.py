"""When two parties or two people who signed count as the same in scoring."""

from functools import cache

from rapidfuzz import fuzz

from bench.scoring.names import folded
from memoranda.reading.names import find_places

WORDS, WHOLE = 86, 55  # of 100
SURNAME, NAME, JOINED = 82, 80, 85
SHORT = 5  # so few words, and a state on one side only: not the same party
# What a state is called beside its name, and what a firm is called beside its own.
_STATE = (
    "government republic kingdom commonwealth state states federal federation of the"
)
_FORMS = "co company corp corporation gmbh inc limited llc ltd ministry plc sa"
_ADDRESSED = "dr excellency he her his mr mrs shri sir"
_EMPTY = frozenset(f"{_STATE} {_FORMS} royal democratic people s and his her".split())


def is_same_party(gold: str, read: str) -> bool:
    """True for one state under two names, or two like names of a body.

    A state and a body of its own (its ministry) count as one: the state is bound.
    """
    if folded(gold) == folded(read):
        return True
    (state, own), (other, theirs) = _taken_apart(gold), _taken_apart(read)
    if state and other:
        return state == other and (not own or not theirs or _alike(own, theirs))
    if (state or other) and len(folded(gold).split()) <= SHORT:
        return False
    return _alike(own or folded(gold), theirs or folded(read))


def _alike(one: str, other: str) -> bool:
    words = fuzz.token_set_ratio(one, other) >= WORDS
    return words and fuzz.token_sort_ratio(one, other) >= WHOLE


@cache
def _taken_apart(name: str) -> tuple[str | None, str]:
    """The alpha-3 of the first state named, and the words that name no state.

    In "United States of Mexico" the second is meant.
    """
    states = [
        place
        for place in find_places(name, (0, len(name)))
        if place.kind in {"country", "demonym"}
    ]
    rest = name
    for place in reversed(states):
        rest = f"{rest[: place.start]} {rest[place.end :]}"
    own = [word for word in folded(rest).split() if word not in _EMPTY]
    named = [place.country for place in states if place.country]
    meant = [country for country in named if country != "USA"] or named
    return (meant[0] if meant else None), " ".join(own)


def is_same_signatory(gold: str, read: str) -> bool:
    """True for the same surname, or names alike but for order and division."""
    one, other = _words(gold), _words(read)
    if not one or not other:
        return False
    return (
        fuzz.ratio(one[-1], other[-1]) >= SURNAME
        or fuzz.token_sort_ratio(" ".join(one), " ".join(other)) >= NAME
        or fuzz.ratio("".join(one), "".join(other)) >= JOINED
    )


def _words(name: str) -> list[str]:
    return [
        w for w in folded(name).split() if len(w) > 1 and w not in _ADDRESSED.split()
    ]
