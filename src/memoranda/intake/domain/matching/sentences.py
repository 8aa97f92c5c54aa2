"""Commitments and figures: one only when the very same thing is said."""

from memoranda.intake.domain.matching.features import Matcher, Others, Points, veto
from memoranda.intake.domain.matching.profile import Profile
from memoranda.reading.names import fold


def words_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """The promise in the same words, by the same actors or by nobody named."""
    if not _texts(new, "what") & _texts(old, "what"):
        return None
    if new.targets.get("who", set()) != old.targets.get("who", set()):
        return Points(0.6, "the same words, of others")
    return Points(0.95, "the same words")


def dues_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Due at different times, they are two."""
    left, right = set(new.of("due")), set(old.of("due"))
    return veto("due at different times") if left and right and left != right else None


def amounts_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """The same number of the same thing about the same actors and time."""
    same = all(
        new.of(name) == old.of(name) for name in ("value", "unit", "period")
    ) and _texts(new, "indicator") == _texts(old, "indicator")
    if not same or new.targets.get("about", set()) != old.targets.get("about", set()):
        return None
    return Points(0.95, "the same figure about the same")


def commitment_keys(profile: Profile, others: Others) -> set[str]:  # noqa: ARG001
    """The words of the promise."""
    return {f"promise {text}" for text in _texts(profile, "what")}


def figure_keys(profile: Profile, others: Others) -> set[str]:  # noqa: ARG001
    """What is counted, and the number."""
    return {
        f"figure {text} {value}"
        for text in _texts(profile, "indicator")
        for value in profile.of("value")
    }


def _texts(profile: Profile, property_: str) -> set[str]:
    return {fold(text) for text in profile.of(property_)}


COMMITMENTS = Matcher(
    "commitments 1", (words_agree, dues_agree), commitment_keys, same=0.9, unsure=0.9
)
FIGURES = Matcher("figures 1", (amounts_agree,), figure_keys, same=0.9, unsure=0.9)
