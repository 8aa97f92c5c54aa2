"""Whether two profiles are one state, or one city."""

from memoranda.intake.domain.matching.features import Matcher, Others, Points
from memoranda.intake.domain.matching.profile import Profile
from memoranda.reading.names import find_places, fold


def codes_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Two names with one code (ISO 3166-1) are one state's."""
    shared = set(new.of("country")) & set(old.of("country"))
    return Points(1.0, f"both are the state {min(shared)}") if shared else None


def towns_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """One name in one country."""
    shared = _towns(new) & _towns(old)
    if not shared or not set(new.of("country")) & set(old.of("country")):
        return None
    return Points(1.0, "the same city of the same country")


def _towns(profile: Profile) -> set[str]:
    return {
        fold(place.name)
        for name in profile.of("name")
        for place in find_places(name, (0, len(name)))
    }


def state_keys(profile: Profile, others: Others) -> set[str]:  # noqa: ARG001
    """The code."""
    return {f"state {code}" for code in profile.of("country")}


def town_keys(profile: Profile, others: Others) -> set[str]:  # noqa: ARG001
    """The name."""
    return {f"town {name}" for name in _towns(profile)}


STATES = Matcher("states 1", (codes_agree,), state_keys, same=1.0, unsure=1.0)
CITIES = Matcher("cities 1", (towns_agree,), town_keys, same=1.0, unsure=1.0)
