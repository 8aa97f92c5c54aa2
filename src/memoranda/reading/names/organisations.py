"""Whether two names can be one organisation's."""

from dataclasses import dataclass
from functools import lru_cache

from memoranda.reading.names.folding import fold
from memoranda.reading.names.places import find_places
from memoranda.reading.names.similarity import (
    Similarity,
    differ_by_ending,
    word_similarity,
)
from memoranda.reading.vocabulary import LANGUAGES, words

LINKED = 0.85  # from here on two names may be linked by themselves
SAME_WORD = 0.86
ACRONYM = 0.9
SHORT_NAME = 0.9
FIRMS = frozenset({"agency", "company"})  # kinds said after the firm's own name
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
ACRONYM_LENGTH = range(2, 11)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name of an organisation, taken apart; words are folded."""

    own: frozenset[str]
    kinds: frozenset[str]
    qualifiers: frozenset[str]
    states: frozenset[str]
    towns: frozenset[str]


def organisation_similarity(one: str, other: str) -> Similarity:
    """How likely two names are one organisation's; from 0.85 they may be linked.

    The words that are its own must agree, and the states and towns; the word
    for its kind counts less, and "international" or "national" least.
    """
    if _letters(one) and _letters(one) == _letters(other):
        return Similarity(1.0, ("the same name",))
    if _is_acronym_of(one, other) or _is_acronym_of(other, one):
        return Similarity(ACRONYM, ("one is the initials of the other",))
    if is_short_name_of(one, other) or is_short_name_of(other, one):
        return Similarity(SHORT_NAME, ("one is the other's name in capitals",))
    left, right = organisation_parts(one), organisation_parts(other)
    factors = [rule(left, right) for rule in (_own_words, _kinds, _places, _qualifiers)]
    score = 1.0
    for factor, _ in factors:
        score *= factor
    return Similarity(round(score, 3), tuple(r for _, r in factors if r))


def _letters(name: str) -> str:
    small = _vocabulary()["small"]
    return " ".join(word for word in _folded_words(name) if word not in small)


def _folded_words(name: str) -> list[str]:
    """The words folded one by one, as a name may mix two languages' spellings."""
    return [part for word in name.split() for part in fold(word).split()]


@lru_cache(maxsize=1)
def _vocabulary() -> dict[str, dict[str, str]]:
    """The small words, qualifiers, kinds and fields, folded, to one form each."""
    read: dict[str, dict[str, str]] = {"small": {}, "qualifiers": {}}
    for language in LANGUAGES:
        lists = words(language, "name_parts")
        for name, listed in lists["organisation"].items():
            read[name].update({fold(word): _root(fold(word)) for word in listed})
        for name in ("types", "fields"):
            forms = read.setdefault(name, {})
            for kind, listed in lists[name].items():
                forms.update({fold(word): kind for word in listed})
    return read


def _root(qualifier: str) -> str:
    """Qualifiers of one sense share their beginning across gender endings."""
    return _SENSES.get(qualifier[:5], qualifier)


# Russian and Azerbaijani beginnings of the qualifiers' senses, folded.
_SENSES = {
    "mejdu": "international",
    "beine": "international",
    "beina": "international",
    "natsi": "national",
    "mili": "national",
    "gosud": "state",
    "dovla": "state",
    "tsent": "central",
    "respu": "republican",
    "akade": "academic",
}


@lru_cache(maxsize=20_000)
def organisation_parts(name: str) -> Parts:
    """The words of a name by what they say."""
    places = find_places(name, (0, len(name)))
    states = frozenset(p.country for p in places if p.kind in {"country", "demonym"})
    towns = frozenset(
        fold(p.name) for p in places if p.kind not in {"country", "demonym"}
    )
    rest = name
    for place in reversed(places):
        rest = rest[: place.start] + " " + rest[place.end :]
    known = _vocabulary()
    tokens = [word for word in _folded_words(rest) if word not in known["small"]]
    kinds = {known["types"][w] for w in tokens if w in known["types"]}
    qualifiers = {known["qualifiers"][w] for w in tokens if w in known["qualifiers"]}
    own = {
        known["fields"].get(w, w)
        for w in tokens
        if w not in known["types"] and w not in known["qualifiers"] and len(w) > 1
    }
    return Parts(
        own=frozenset(own),
        kinds=frozenset(kinds),
        qualifiers=frozenset(qualifiers),
        states=states,
        towns=towns,
    )


def _is_acronym_of(short: str, long: str) -> bool:
    letters = short.replace(".", "").strip()
    if not (letters.isupper() and letters.isalpha() and len(letters) in ACRONYM_LENGTH):
        return False
    names = long.replace("-", " ").split()
    small = _vocabulary()["small"]
    heads = "".join(word[0] for word in names if fold(word) not in small)
    every = "".join(word[0] for word in names)
    return letters in {heads.upper(), every.upper()}


def name_in_capitals(name: str) -> str:
    """The word in capitals that ends a name in running type, or "" when none does."""
    *before, last = name.split() or [""]
    return last if before and last.isupper() and not name.isupper() else ""


def is_short_name_of(short: str, long: str) -> bool:
    """Whether ``short`` is the word in capitals by which ``long`` goes.

    It stands last ("Directorate of Concerts MUSICA", not "Commission for UNESCO") or
    is all that a firm has of its own ("MUSICA News Agency").
    """
    before = long.split()[:-1]
    if " " in short or len(short) < ACRONYM_LENGTH.start or not before:
        return False
    last = name_in_capitals(long)
    if last and fold(last) == fold(short):
        return fold(before[-1]) not in _vocabulary()["small"]
    parts = organisation_parts(long)
    own = parts.own - _fields()
    return short.isupper() and own == {fold(short)} and bool(parts.kinds & FIRMS)


def _own_words(left: Parts, right: Parts) -> tuple[float, str]:
    if not left.own and not right.own:
        placed = left.states | left.towns and right.states | right.towns
        return (1.0 if placed else GENERIC), "no word is its own"
    if not left.own or not right.own:
        return GENERIC, "only one has words of its own"
    matched = _matched(left.own, right.own)
    share = 2 * matched / (len(left.own) + len(right.own))
    if share > SAME_WORD:
        return share, "the words of its own agree"
    return share * share, "the words of its own differ"


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
    if left.states and right.states and left.states != right.states:
        return OTHER_STATE, "they are of different states"
    if left.towns and right.towns and not _share_town(left, right):
        return OTHER_TOWN, "they are of different towns"
    if (left.states, bool(left.towns)) == (right.states, bool(right.towns)):
        return 1.0, ""
    generic = left.own <= _fields() and right.own <= _fields()
    unsaid = GENERIC_PLACE_UNSAID if generic else PLACE_UNSAID
    return unsaid, "only one says where it is"


@lru_cache(maxsize=1)
def _fields() -> frozenset[str]:
    return frozenset(_vocabulary()["fields"].values())


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
