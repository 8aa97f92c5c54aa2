"""Whether two names can be one person's."""

from collections.abc import Iterator

from memoranda.reading.names.name_order import (
    JOINED,
    SURE_WORD,
    Parts,
    asian,
    joined,
    turned,
)
from memoranda.reading.names.name_words import SAME_WORD, likeness
from memoranda.reading.names.person_name import PersonName, Word, person_name
from memoranda.reading.names.similarity import Similarity, differ_by_ending

LINKED = 0.91  # from here on two names may be linked by themselves
INITIAL = 0.88
INITIALS = 0.93  # two and more
ONE_NAME_OF_BOTH = 0.75
ONE_NAME_OF_ONE = 0.6
LAST_NAME_LEFT_OUT = 0.88
HALF_OF_DOUBLE = 0.93
FAMILY_UNSAID = 0.93
FIRST_LEFT_OUT = 0.93
MIDDLE_LEFT_OUT = 0.97
OTHER_GENERATION = 0.3
OTHER_FATHER = 0.4
NOT_ALIKE = 0.5
OTHER_MIDDLE = 0.4


def person_similarity(one: str, other: str) -> Similarity:
    """How likely two names are one person's.

    From 0.91 they may be linked; from 0.80 only where something else agrees too.
    Titles and particles count for nothing; a father's name or "the younger" only where
    both say it; the order of the names counts, unless both are the same turned round.
    """
    left, right = person_name(one), person_name(other)
    if not left.parts or not right.parts:
        return Similarity(0.0, ("no name is left without titles",))
    told_apart = _told_apart(left, right)
    if told_apart:
        return told_apart
    if left.keys == right.keys:
        return _alike(one, other, left)
    if len(left.parts) == 1 or len(right.parts) == 1:
        return _one_word(left.parts, right.parts)
    return max(_comparisons(left, right), key=lambda found: found.score)


def _told_apart(left: PersonName, right: PersonName) -> Similarity | None:
    """What two names say beside the name, where it speaks against one bearer."""
    if left.generation and right.generation and left.generation != right.generation:
        return Similarity(OTHER_GENERATION, ("one is the elder, one the younger",))
    if _have_other_fathers(left, right):
        return Similarity(OTHER_FATHER, ("the fathers' names differ",))
    return None


def name_parts(name: str) -> tuple[str, ...]:
    """The folded given names and surnames, without all that is no name."""
    return person_name(name).keys


def _have_other_fathers(left: PersonName, right: PersonName) -> bool:
    if left.father is None or right.father is None:
        return False
    one, other = left.father, right.father
    if one.is_initial or other.is_initial:
        return one.key[0] != other.key[0]
    short, long = sorted((one.key, other.key), key=len)
    is_stem = long.startswith(short[:4]) and len(short) < len(long) - 2
    same = likeness(one.text, other.text, is_surname=False)
    return not is_stem and same < SAME_WORD


def _alike(one: str, other: str, name: PersonName) -> Similarity:
    if len(name.parts) == 1:
        return Similarity(ONE_NAME_OF_BOTH, ("only one name is given, the same",))
    if name.parts[0].is_initial and sum(part.is_initial for part in name.parts) == 1:
        return Similarity(INITIAL, ("the given name is only an initial",))
    spelled = one.casefold().split() == other.casefold().split()
    reason = "the same name" if spelled else "the same name, spelled otherwise"
    return Similarity(1.0, (reason,))


def _one_word(left: Parts, right: Parts) -> Similarity:
    short, long = sorted((left, right), key=len)
    if short[0].key == "".join(word.key for word in long):
        return Similarity(JOINED, ("the same letters, divided otherwise",))
    alike = likeness(short[0].text, long[-1].text, is_surname=True)
    if alike < SAME_WORD:
        return Similarity(round(alike * NOT_ALIKE, 3), ("the surnames differ",))
    weight = ONE_NAME_OF_BOTH if len(long) == 1 else ONE_NAME_OF_ONE
    return Similarity(round(alike * weight, 3), ("only the surname can agree",))


def _comparisons(left: PersonName, right: PersonName) -> Iterator[Similarity]:
    """The ways in which the parts of two names may answer to each other."""
    short, long = sorted((left, right), key=lambda name: len(name.parts))
    forward = _in_order(short, long)
    yield forward
    if "".join(left.keys) == "".join(right.keys):
        yield Similarity(JOINED, ("the same letters, divided otherwise",))
    if forward.score >= SURE_WORD:
        return
    yield from joined(short.parts, long.parts)
    yield from turned(short.parts, long.parts)
    yield from asian(left, right)


def _in_order(short: PersonName, long: PersonName) -> Similarity:
    """Given names first, surname last, and what stands between in order."""
    few, many = short.parts, long.parts
    given, given_reason = _given(few[0], many[0])
    surname, surname_reason = _surname(few[-1], many[-1])
    if surname < SAME_WORD <= given and len(many) > len(few):
        inner, why = _inner_surname(short, long)
        if inner >= SAME_WORD:
            return _similarity(min(given, inner), given_reason, why)
    if given < SAME_WORD <= surname and _is_tail(few, many):
        return Similarity(FIRST_LEFT_OUT, ("one has more given names before",))
    score = min(given, surname)
    if score < SAME_WORD:
        score *= NOT_ALIKE + score / 2
        return _similarity(score, given_reason, surname_reason)
    middle, middle_reason = _middle(short, long)
    if middle == 1 and middle_reason and given == INITIAL:
        score = min(INITIALS, surname)
    return _similarity(score * middle, given_reason, surname_reason, middle_reason)


def _similarity(score: float, *reasons: str) -> Similarity:
    return Similarity(round(score, 3), tuple(filter(None, reasons)))


def _inner_surname(short: PersonName, long: PersonName) -> tuple[float, str]:
    """The surname of one among those of the other, whose last is left out."""
    last = short.parts[-1]
    inner = max(
        likeness(last.text, part.text, is_surname=True) for part in long.parts[1:-1]
    )
    if inner < SAME_WORD:
        return inner, ""
    if long.is_double:
        return min(inner, HALF_OF_DOUBLE), "one half of a double surname is left out"
    if _is_tail(short.parts[::-1], long.parts[::-1]):
        return min(inner, FIRST_LEFT_OUT), "one has more surnames behind"
    said_by_father = (short.father or long.father) is not None
    weight = FAMILY_UNSAID if said_by_father else LAST_NAME_LEFT_OUT
    return min(inner, weight), "the last of the surnames is left out"


def _is_tail(few: Parts, many: Parts) -> bool:
    """Whether all of a name of three words or more are in order in the longer one."""
    if len(few) < 3 or len(few) == len(many):
        return False
    rest = iter(many)
    return all(
        any(
            likeness(word.text, other.text, is_surname=False) >= SURE_WORD
            for other in rest
        )
        for word in few
    )


def _given(one: Word, other: Word) -> tuple[float, str]:
    if one.is_initial or other.is_initial:
        if _same_initial(one, other):
            return INITIAL, "the given name is only an initial"
        return 0.0, "the initials differ"
    alike = likeness(one.text, other.text, is_surname=False)
    if alike < SAME_WORD:
        return alike, "the given names differ"
    return alike, "" if alike == 1 else "the given names are spelled otherwise"


def _same_initial(one: Word, other: Word) -> bool:
    return one.key[0] == other.key[0] or one.text[0] == other.text[0]


def _surname(one: Word, other: Word) -> tuple[float, str]:
    if one.is_initial or other.is_initial:
        return 0.0, "one surname is only an initial"
    alike = likeness(one.text, other.text, is_surname=True)
    if alike == 1:
        return 1.0, "the surnames agree"
    if differ_by_ending(one.key, other.key):
        return alike, "one surname is a man's, the other a woman's"
    if alike < SAME_WORD:
        return alike, "the surnames differ"
    return alike, "the surnames are spelled otherwise"


def _middle(short: PersonName, long: PersonName) -> tuple[float, str]:
    left, right = short.parts[1:-1], long.parts[1:-1]
    if short.father is None or long.father is None:  # one of them may be in an initial
        initials = any(word.is_initial for word in left + right)
        left += (short.father,) if short.father and initials else ()
        right += (long.father,) if long.father and initials else ()
    if not left and not right:
        return 1.0, ""
    if not left or not right:
        return MIDDLE_LEFT_OUT, "one has a middle name more"
    return _middles(*sorted((left, right), key=len))


def _middles(few: Parts, many: Parts) -> tuple[float, str]:
    if all(word.is_initial for word in few + many) or len(few) == len(many):
        found = [_given(a, b)[0] for a, b in zip(few, many, strict=False)]
    else:
        found = [max(_given(word, other)[0] for other in many) for word in few]
    if min(found) >= INITIAL:
        return 1.0, "the middle names agree"
    return OTHER_MIDDLE + min(found) / 2, "the middle names differ"
