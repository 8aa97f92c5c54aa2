"""Whether two profiles are one person's."""

from memoranda.intake.domain.matching.features import Matcher, Others, Points
from memoranda.intake.domain.matching.profile import Profile
from memoranda.reading.names import fold, person_similarity
from memoranda.reading.names.person_keys import person_keys
from memoranda.reading.names.persons import LINKED

MOST_NAMES = 12  # of a cluster; later spellings add nothing new
ROLE_SHARED = 0.5


def names_agree(new: Profile, old: Profile, others: Others) -> Points:  # noqa: ARG001
    """The likest of all pairs of names (see reading.names.person_similarity)."""
    best = max(
        (
            (person_similarity(one, other), one, other)
            for one in new.of("name", "alias")[:MOST_NAMES]
            for other in old.of("name", "alias")[:MOST_NAMES]
        ),
        key=lambda found: found[0].score,
        default=None,
    )
    if best is None:
        return Points(0.0, "one has no name")
    similarity, one, other = best
    why = ", ".join(similarity.reasons)
    return Points(similarity.score, f"{one} / {other}: {why}")


def countries_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """The same country speaks for one person, another against."""
    left, right = set(new.of("country")), set(old.of("country"))
    if not left or not right:
        return None
    if left & right:
        return Points(0.05, f"both of {min(left & right)}")
    return Points(-0.15, "of different countries")


def roles_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """The same office in other words: half of the words shared."""
    for role in new.of("role"):
        words = set(fold(role).split())
        for other in old.of("role"):
            known = set(fold(other).split())
            if len(words & known) >= ROLE_SHARED * len(words | known):
                return Points(0.06, f"described alike: {role} / {other}")
    return None


def keys(profile: Profile, others: Others) -> set[str]:  # noqa: ARG001
    """What the forms of a name share (see reading.names.person_keys)."""
    return {
        f"person {key}"
        for name in profile.of("name", "alias")[:MOST_NAMES]
        for key in person_keys(name)
    }


# From 0.80 on names may be linked if something else agrees.
PERSONS = Matcher(
    name="persons 1",
    features=(names_agree, countries_agree, roles_agree),
    keys=keys,
    same=LINKED,
    unsure=0.8,
)
