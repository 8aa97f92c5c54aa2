"""Whether two profiles are one organisation's."""

from functools import lru_cache
from itertools import combinations

from memoranda.intake.domain.matching.features import Matcher, Others, Points
from memoranda.intake.domain.matching.profile import Profile
from memoranda.reading.names import fold, organisation_similarity
from memoranda.reading.names.acronyms import name_in_capitals
from memoranda.reading.names.organisation_name import organisation_parts
from memoranda.reading.names.organisation_words import fields
from memoranda.reading.names.organisations import LINKED

MOST_NAMES = 12
BEGINNING = 4
ACRONYM = range(2, 11)


def names_agree(new: Profile, old: Profile, others: Others) -> Points:  # noqa: ARG001
    """The likest of all pairs of names (see reading.names.organisation_similarity).

    A name that any country may have (Ministry of Culture) says little unless both
    are known to be of one country.
    """
    shared = set(new.of("country")) & set(old.of("country"))
    best, reason = -1.0, "one has no name"
    for one in new.of("name", "alias")[:MOST_NAMES]:
        for other in old.of("name", "alias")[:MOST_NAMES]:
            similarity = organisation_similarity(one, other)
            score, why = similarity.score, ", ".join(similarity.reasons)
            if not shared and (is_anywhere(one) or is_anywhere(other)):
                score, why = score * 0.75, f"{why}, a name found in many countries"
            if score > best:
                best, reason = score, f"{one} / {other}: {why}"
    return Points(max(best, 0.0), reason)


def countries_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """An organisation has one country, as far as the texts say."""
    left, right = set(new.of("country")), set(old.of("country"))
    if not left or not right:
        return None
    if left & right:
        return Points(0.1, f"both of {min(left & right)}")
    return Points(-0.4, "of different countries")


@lru_cache(maxsize=20_000)
def is_anywhere(name: str) -> bool:
    """Whether the name holds no word of its own and no place."""
    parts = organisation_parts(name)
    return not parts.states and not parts.towns and parts.own <= fields()


def keys(profile: Profile, others: Others) -> set[str]:  # noqa: ARG001
    """The beginnings of a name's own words two by two, its initials, its places."""
    found: set[str] = set()
    for name in profile.of("name", "alias")[:MOST_NAMES]:
        parts = organisation_parts(name)
        own = _by_words(parts.own - fields())
        for place in sorted(parts.states | parts.towns):
            own |= {f"body {kind} {place}" for kind in parts.kinds | parts.own}
        found |= own | {f"body = {fold(name)}"}
        found |= {f"initials {letters}" for letters in _initials(name)}
        if short := name_in_capitals(name):
            found.add(f"body {fold(short)[:BEGINNING]}")
    for country in profile.of("country"):
        found |= {
            f"body {word} {country}"
            for name in profile.of("name", "alias")[:MOST_NAMES]
            if is_anywhere(name)
            for word in organisation_parts(name).kinds | organisation_parts(name).own
        }
    return found


def _by_words(own: frozenset[str]) -> set[str]:
    """One word of two never makes a match: pairs find all that may."""
    cut = sorted({word[:BEGINNING] for word in own})
    if len(cut) == 1:
        return {f"body {cut[0]}"}
    return {f"body {one} {other}" for one, other in combinations(cut, 2)}


def _initials(name: str) -> set[str]:
    letters = name.replace(".", "").strip()
    if letters.isupper() and letters.isalpha() and len(letters) in ACRONYM:
        return {letters}
    parts = name.replace("-", " ").split()
    every = "".join(word[0] for word in parts).upper()
    heads = "".join(word[0] for word in parts if word[0].isupper())
    return {one for one in (every, heads) if len(one) in ACRONYM and len(one) > 2}


ORGANISATIONS = Matcher(
    name="organisations 1",
    features=(names_agree, countries_agree),
    keys=keys,
    same=LINKED,
    unsure=0.72,
)
