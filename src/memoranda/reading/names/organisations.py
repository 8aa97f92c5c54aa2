"""Whether two names can be one organisation's."""

from dataclasses import replace

from memoranda.reading.names.acronyms import is_acronym_of, is_short_name_of
from memoranda.reading.names.name_words import is_given_name
from memoranda.reading.names.organisation_name import Parts, organisation_parts
from memoranda.reading.names.organisation_words import (
    fields,
    folded_words,
    small_words,
)
from memoranda.reading.names.schools import without_marks
from memoranda.reading.names.similarity import (
    Similarity,
    differ_by_ending,
    word_similarity,
)
from memoranda.reading.vocabulary.gazetteer import table

LINKED = 0.85  # from here on two names may be linked by themselves
SAME_WORD = 0.86
ACRONYM = 0.9
SHORT_NAME = 0.9
OTHER_STATE = 0.3
OTHER_TOWN = 0.3
OTHER_KIND = 0.55
GENERIC = 0.5
CASE_ENDING = 0.95
PLACE_UNSAID = 0.93
GENERIC_PLACE_UNSAID = 0.78
KIND_UNSAID = 0.85
QUALIFIER_UNSAID = 0.97
OTHER_QUALIFIER = 0.85
OTHER_NUMBER = 0.3
SHORTER_NAME = 0.93  # one is the other without its field of work or a first name
LONGER_NAME = 0.8


def organisation_similarity(one: str, other: str) -> Similarity:
    """How likely two names are one organisation's; from 0.85 they may be linked.

    The words that are its own must agree, and the states and towns; the word
    for its kind counts less, and "international" or "national" least.
    """
    if _are_same_letters(one, other):
        return Similarity(1.0, ("the same name",))
    if is_acronym_of(one, other) or is_acronym_of(other, one):
        return Similarity(ACRONYM, ("one is the initials of the other",))
    if is_short_name_of(one, other) or is_short_name_of(other, one):
        return Similarity(SHORT_NAME, ("one is the other's name in capitals",))
    left, right = _placed_alike(organisation_parts(one), organisation_parts(other))
    if left.numbers and right.numbers and left.numbers != right.numbers:
        return Similarity(OTHER_NUMBER, ("their numbers differ",))
    factors = [rule(left, right) for rule in (_own_words, _kinds, _places, _qualifiers)]
    score = 1.0
    for factor, _ in factors:
        score *= factor
    return Similarity(round(score, 3), tuple(r for _, r in factors if r))


def _placed_alike(left: Parts, right: Parts) -> tuple[Parts, Parts]:
    """A town that the gazetteer finds in one name only stands in the other as well."""
    return _with_towns_of(left, right), _with_towns_of(right, left)


def _with_towns_of(parts: Parts, other: Parts) -> Parts:
    if not other.towns or parts.towns:
        return parts
    found = {w: t for w in parts.own if (t := table("towns").get(w)) in other.towns}
    if not found:
        return parts
    towns = frozenset(town for town in found.values() if town)
    return replace(parts, own=parts.own - found.keys(), towns=towns)


def _are_same_letters(one: str, other: str) -> bool:
    if _letters(one) == _letters(other) != "":
        return True
    bare = [without_marks(name.casefold()) for name in (one, other)]
    if bare[0] == bare[1]:
        return True
    return _letters(one).replace(" ", "") == _letters(other).replace(" ", "") != ""


def _letters(name: str) -> str:
    kept = (word for word in folded_words(name) if word not in small_words())
    return " ".join(kept)


def _own_words(left: Parts, right: Parts) -> tuple[float, str]:
    if not left.own and not right.own:
        placed = left.states | left.towns and right.states | right.towns
        return (1.0 if placed else GENERIC), "no word is its own"
    if not left.own or not right.own:
        return GENERIC, "only one has words of its own"
    matched = _matched(left.own, right.own)
    few, many = sorted((left.own, right.own), key=len)
    if len(few) < len(many) and matched > SAME_WORD * len(few) and few - fields():
        return _shorter(few, many)
    share = 2 * matched / (len(left.own) + len(right.own))
    if share > SAME_WORD:
        return share, "the words of its own agree"
    return share * share, "the words of its own differ"


def _shorter(few: frozenset[str], many: frozenset[str]) -> tuple[float, str]:
    """One says more: its field of work or a first name, or something else."""
    more = {w for w in many if max(_likeness(w, other) for other in few) < SAME_WORD}
    if all(word in fields() or is_given_name(word) for word in more):
        return SHORTER_NAME, "one is a shorter form of the other"
    return LONGER_NAME, "one has a word of its own more"


def _matched(left: frozenset[str], right: frozenset[str]) -> float:
    """The sum of the likeness of the words paired, each word once."""
    free = set(right)
    total = 0.0
    for word in sorted(left):
        likeness, best = max(((_likeness(word, o), o) for o in free), default=(0.0, ""))
        if likeness >= SAME_WORD:
            free.discard(best)
            total += likeness
    return total


def _likeness(one: str, other: str) -> float:
    """In an organisation's name a last "a" is a case ending, not a woman's name."""
    return CASE_ENDING if differ_by_ending(one, other) else word_similarity(one, other)


def _kinds(left: Parts, right: Parts) -> tuple[float, str]:
    if left.kinds == right.kinds:
        return 1.0, ""
    if not left.kinds or not right.kinds:
        return KIND_UNSAID, "only one says what kind it is"
    if left.kinds & right.kinds:
        return KIND_UNSAID * KIND_UNSAID, "the kinds agree only in part"
    kinds = [" ".join(sorted(side.kinds)) for side in (left, right)]
    return OTHER_KIND, f"one is a {kinds[0]}, the other a {kinds[1]}"


def _places(left: Parts, right: Parts) -> tuple[float, str]:
    if left.country != right.country and left.country and right.country:
        return OTHER_STATE, "they are of different states"
    if left.states and right.states and left.states != right.states:
        return OTHER_STATE, "they are of different states"
    if left.towns and right.towns and not _share_town(left, right):
        return OTHER_TOWN, "they are of different towns"
    if (left.states, bool(left.towns)) == (right.states, bool(right.towns)):
        return 1.0, ""
    generic = left.own <= fields() and right.own <= fields()
    unsaid = GENERIC_PLACE_UNSAID if generic else PLACE_UNSAID
    return unsaid, "only one says where it is"


def _share_town(left: Parts, right: Parts) -> bool:
    return any(
        word_similarity(one, other) >= SAME_WORD
        for one in left.towns
        for other in right.towns
    )


def _qualifiers(left: Parts, right: Parts) -> tuple[float, str]:
    if left.qualifiers == right.qualifiers:
        return 1.0, ""
    if left.qualifiers <= right.qualifiers or right.qualifiers <= left.qualifiers:
        return QUALIFIER_UNSAID, "one has a qualifier more"
    return OTHER_QUALIFIER, "the qualifiers differ"
