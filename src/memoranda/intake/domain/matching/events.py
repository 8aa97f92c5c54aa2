"""Whether two documents speak of one event: what, where, when, with whom."""

from rapidfuzz import fuzz

from memoranda.intake.domain.matching.days import apart, nearest, span, width
from memoranda.intake.domain.matching.features import Matcher, Others, Points, veto
from memoranda.intake.domain.matching.profile import Profile
from memoranda.reading.names import fold

LOOSELY = (
    {"conference", "forum", "meeting", "lecture", "other"},
    {"festival", "concert", "performance", "city-days", "ceremony", "other"},
    {"exhibition", "festival", "book-presentation", "ceremony", "other"},
    {"meeting", "visit", "ceremony", "other"},
)
MONTH = 31
NEWS_LASTS = 14
LONGEST_WORDS = 3


def names_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Alike names speak for one event, different ones against."""
    left, right = new.of("name"), old.of("name")
    if not left or not right:
        return None
    likeness, one, other = max(
        (fuzz.token_sort_ratio(fold(a), fold(b)), a, b) for a in left for b in right
    )
    if likeness >= 88:
        return Points(0.55, f"named alike: {one} / {other}")
    if likeness >= 70:
        return Points(0.3, f"names that are near: {one} / {other}")
    return Points(-0.3, f"named otherwise: {one} / {other}")


def kinds_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """The same kind of event, or kinds that texts use for one another."""
    left, right = set(new.of("kind")), set(old.of("kind"))
    if left & right:
        return Points(0.2, f"both: {min(left & right)}")
    for loose in LOOSELY:
        if left & loose and right & loose:
            return Points(0.08, f"{min(left)} and {min(right)} can be one")
    return veto("of different kinds")


def dates_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Beginning on one day, or told of at the same time."""
    left, right = new.of("start"), old.of("start")
    if not left or not right:
        return _told_together(new, old)
    days, one, other = min((apart(a, b), a, b) for a in left for b in right)
    if days > 1:
        return veto(f"beginning {days} days apart")
    if days == 1:
        return Points(0.1, "beginning a day apart")
    wide = max(width(one), width(other))
    if wide <= 1:
        return Points(0.25, f"both begin {one}")
    given = 0.15 if wide <= MONTH else 0.05
    return Points(given, f"beginning {one} and {other}, which can be one day")


def _told_together(new: Profile, old: Profile) -> Points | None:
    left = new.of("start") or sorted(new.published)
    right = old.of("start") or sorted(old.published)
    days = nearest(left, right)
    if days is None:
        return None
    if days <= NEWS_LASTS:
        return Points(0.1, f"told of within {days} days")
    return Points(-0.2, f"told of {days} days apart")


def places_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Held at the same place; one may say it more exactly."""
    left = [set(fold(place).split()) for place in new.of("place")]
    right = [set(fold(place).split()) for place in old.of("place")]
    if not left or not right:
        return None
    if any(a <= b or b <= a for a in left for b in right):
        return Points(0.15, "at the same place")
    return Points(-0.25, "at different places")


def actors_agree(
    new: Profile,
    old: Profile,
    others: Others,  # noqa: ARG001
) -> Points | None:
    """Organisers and participants in common."""
    left, right = _actors(new), _actors(old)
    if not left or not right:
        return None
    if left == right or len(left & right) > 1:
        return Points(0.2, "the same taking part")
    return Points(0.1, "one taking part in both") if left & right else None


def keys(profile: Profile, others: Others) -> set[str]:  # noqa: ARG001
    """The longest words of a name; kind or place with the month it begins in."""
    found: set[str] = set()
    for name in profile.of("name"):
        ordered = sorted(set(fold(name).split()), key=lambda word: (-len(word), word))
        longest = ordered[:LONGEST_WORDS]
        found |= {f"event {a} {b}" for a in longest for b in longest if a < b}
        found |= {f"event {ordered[0]}"} if len(ordered) == 1 else set()
    for start in profile.of("start"):
        if width(start) <= MONTH:
            month = span(start)[0].strftime("%Y-%m")
            found |= {f"event {fold(place)} {month}" for place in profile.of("place")}
            found |= {f"event {actor} {month}" for actor in _actors(profile)}
    return found


def _actors(profile: Profile) -> set[int]:
    organisers = profile.targets.get("organiser", set())
    return organisers | profile.targets.get("participant", set())


EVENTS = Matcher(
    name="events 1",
    features=(names_agree, kinds_agree, dates_agree, places_agree, actors_agree),
    keys=keys,
    same=0.75,
    unsure=0.65,
)
