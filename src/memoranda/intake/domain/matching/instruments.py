"""Whether two documents speak of one act: who, what, when."""

import re

from rapidfuzz import fuzz

from memoranda.intake.domain.matching.days import apart, nearest, width
from memoranda.intake.domain.matching.features import Matcher, Others, Points, veto
from memoranda.intake.domain.matching.profile import Profile
from memoranda.reading.names import fold

# Words the press uses for one another.
LOOSELY = (
    {"agreement", "memorandum", "treaty", "convention", "contract", "protocol"},
    {"agreement", "memorandum", "twinning", "letter_of_intent"},
    {"agreement", "memorandum", "programme", "plan"},
    {"declaration", "resolution", "letter_of_intent"},
)
MOST_PARTIES = 6  # more are compared, but not looked for
NEWS_LASTS = 30  # days in which papers report one signing
MONTH = 31
STEM = 5  # letters that the forms of a word share: culture, cultural
SHORTEST = 4  # letters; shorter words join others
_CO_WORDS = re.compile(r"\bco[-\s]+(?=oper)", re.IGNORECASE)


def parties_agree(new: Profile, old: Profile, others: Others) -> Points | None:
    """The same parties, or, said of one and the other, their countries."""
    left, right = new.targets.get("party", set()), old.targets.get("party", set())
    if not left or not right:
        return None
    if left == right and len(left) > 1:
        return Points(0.5, "the same parties")
    shared = len(left & right)
    if shared > 1 and shared == min(len(left), len(right)):
        return Points(0.42, "the parties of one are among the other's")
    return _by_countries(
        _countries(left, others), _countries(right, others), shared=shared
    )


def _by_countries(left: set[str], right: set[str], *, shared: int) -> Points:
    """Parties of one pair of countries; or of one country only, the other differing."""
    common = left & right
    if len(common) > 1:
        return Points(0.32, f"parties of {' and '.join(sorted(common))}")
    if not shared:
        return veto("no party in common")
    if common and len(left) > 1 < len(right):
        return Points(-0.2, f"{min(common)} with another country")
    return Points(0.25, "a party in common")


def kinds_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """The same kind of act, or kinds that texts use for one another."""
    left, right = set(new.of("kind")), set(old.of("kind"))
    if left & right:
        return Points(0.25, f"both a {min(left & right).replace('_', ' ')}")
    for loose in LOOSELY:
        if left & loose and right & loose:
            return Points(0.12, f"{min(left)} and {min(right)} can be one")
    return veto("of different kinds")


def dates_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Signed on one day; where one does not say, reported at the same time."""
    left, right = new.of("signed"), old.of("signed")
    if not left or not right:
        return _told_together(new, old)
    days, one, other = min((apart(a, b), a, b) for a in left for b in right)
    if days > 1:
        return veto(f"signed {days} days apart")
    if days == 1:
        return Points(0.1, "signed a day apart")
    wide = max(width(one), width(other))
    if wide <= 1:
        return Points(0.25, f"both signed {one}")
    given = 0.15 if wide <= MONTH else 0.06
    return Points(given, f"signed {one} and {other}, which can be one day")


def _told_together(new: Profile, old: Profile) -> Points | None:
    left = new.of("signed") or sorted(new.published)
    right = old.of("signed") or sorted(old.published)
    days = nearest(left, right)
    if days is None:
        return None
    if days <= NEWS_LASTS:
        return Points(0.12, f"told of within {days} days")
    return Points(-0.15, f"told of {days} days apart")


def titles_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Alike titles speak for one act, different ones against."""
    left, right = new.of("title"), old.of("title")
    if not left or not right:
        return None
    best = max(fuzz.token_sort_ratio(fold(a), fold(b)) for a in left for b in right)
    if best >= 90:
        return Points(0.15, "the same title")
    if any(_told_in(a, b) or _told_in(b, a) for a in left for b in right):
        return Points(0.1, "what one is called stands in the other's title")
    if best < 50:
        return Points(-0.2, "different titles")
    return None


def _told_in(short: str, long: str) -> bool:
    """Whether every word of weight in one title stands in the other in some form:
    "Cultural cooperation" in "Agreement … concerning co-operation in culture".
    """
    stems, others = _stems(short), _stems(long)
    return bool(stems) and len(stems) < len(others) and stems <= others


def _stems(title: str) -> set[str]:
    whole = _CO_WORDS.sub("co", title)
    return {word[:STEM] for word in fold(whole).split() if len(word) >= SHORTEST}


def signatories_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Signed by the same hand."""
    left = new.targets.get("signatory", set())
    if left & old.targets.get("signatory", set()):
        return Points(0.08, "a signatory in common")
    return None


def places_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Signed at the same place."""
    left = {fold(place) for place in new.of("place")}
    right = {fold(place) for place in old.of("place")}
    return Points(0.05, "signed at the same place") if left & right else None


def keys(profile: Profile, others: Others) -> set[str]:
    """Pairs of parties, pairs of their countries with the day."""
    parties = sorted(profile.targets.get("party", set()))[:MOST_PARTIES]
    pairs = {f"pact {a} {b}" for a in parties for b in parties if a < b}
    days = [day for day in profile.of("signed") if width(day) <= 1]
    states = sorted(_countries(set(parties), others))
    pairs |= {
        f"pact {a} {b} {day}" for a in states for b in states if a < b for day in days
    }
    return pairs | {f"pact {party} {day}" for party in parties for day in days}


def _countries(parties: set[int], others: Others) -> set[str]:
    found: set[str] = set()
    for party in parties:
        profile = others(party)
        found |= set(profile.of("country")) if profile else set()
    return found


INSTRUMENTS = Matcher(
    name="instruments 1",
    features=(
        parties_agree,
        kinds_agree,
        dates_agree,
        titles_agree,
        signatories_agree,
        places_agree,
    ),
    keys=keys,
    same=0.8,
    unsure=0.7,
)
