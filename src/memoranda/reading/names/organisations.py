"""Whether two names can be one organisation's."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache

from memoranda.reading.names.countries import STATES, country_of
from memoranda.reading.names.folding import fold
from memoranda.reading.names.name_words import is_given_name
from memoranda.reading.names.places import find_places
from memoranda.reading.names.schools import without_marks
from memoranda.reading.names.similarity import (
    Similarity,
    differ_by_ending,
    word_similarity,
)
from memoranda.reading.vocabulary import LANGUAGES, words
from memoranda.reading.vocabulary.gazetteer import key_of, table

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
OTHER_NUMBER = 0.3
SAINT = {"st": "saint", "sankt": "saint"}
SHORTER_NAME = 0.93  # one is the other without its field of work or a first name
LONGER_NAME = 0.8
SHORTEST_STEM = 4
# Said of a body that is named by another kind as well: a philharmonic's hall.
WEAK_KINDS = frozenset({"company", "hall"})
MIXED_CAPITALS = 3  # of MoMA
_NO_LETTERS = re.compile(r"[\W\d_]+")
_ENDING = re.compile(r"(?:[aeious]|nin|sin|um|om|ogo|oi|igo)+$")
_ADJECTIVE = re.compile(r"(?<=...)(?:skaia|skoe|skogo|skoi|ski|skii)$")
_STATE_ENDING = re.compile(
    r"[aeiou]{0,3}|(?:an|st|stan|n|i)?[aeiou]{0,2}(?:s?k|sk|n)?(?:ii?|aia|oe|oi|ogo|om|ie|ai|in)?(?:nin|in|da|si)?"
)


@dataclass(frozen=True, slots=True)
class Parts:
    """A name of an organisation, taken apart; words are folded."""

    own: frozenset[str]
    kinds: frozenset[str]
    qualifiers: frozenset[str]
    states: frozenset[str]
    towns: frozenset[str]
    numbers: frozenset[str] = frozenset()
    country: str | None = None  # whose it is, where more than one state is named


def organisation_similarity(one: str, other: str) -> Similarity:
    """How likely two names are one organisation's; from 0.85 they may be linked.

    The words that are its own must agree, and the states and towns; the word
    for its kind counts less, and "international" or "national" least.
    """
    if _are_same_letters(one, other):
        return Similarity(1.0, ("the same name",))
    if _is_acronym_of(one, other) or _is_acronym_of(other, one):
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
    small = _vocabulary()["small"]
    return " ".join(word for word in _folded_words(name) if word not in small)


def _folded_words(name: str) -> list[str]:
    """The words folded one by one, as a name may mix two languages' spellings."""
    words_read = (part for word in name.split() for part in fold(word).split())
    return [SAINT.get(word, word) for word in words_read]


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
    rest = name
    for place in reversed(places):
        rest = rest[: place.start] + " " + rest[place.end :]
    said = [place for place in places if place.kind in STATES]
    tokens = _tokens(rest)
    states = {place.country for place in said} | {
        state for word in tokens if (state := _state_in(word))
    }
    words_left = [word for word in tokens if not (_state_in(word) or word.isdigit())]
    kinds = {kind for word in words_left if (kind := _known("types", word))}
    qualifiers = {one for word in words_left if (one := _known("qualifiers", word))}
    return Parts(
        own=frozenset(_own(words_left)),
        kinds=_telling(kinds, states),
        qualifiers=frozenset(qualifiers - ({"republican"} if states else set())),
        states=frozenset(states),
        towns=frozenset(_town(p.name) for p in places if p.kind not in STATES),
        numbers=frozenset(word for word in tokens if word.isdigit()),
        country=country_of(name) if len(states) > 1 else None,
    )


def _telling(kinds: set[str], states: set[str]) -> frozenset[str]:
    """Without the kinds that only go with another, as a philharmonic's orchestra."""
    weak = set(WEAK_KINDS)
    weak |= {"orchestra"} if "philharmonic" in kinds else set()
    weak |= {"federation"} if states else set()
    return frozenset(kinds - weak or kinds)


def _tokens(name: str) -> list[str]:
    small = _vocabulary()["small"]
    return [word for word in _folded_words(name) if word not in small]


def _own(tokens: list[str]) -> Iterator[str]:
    for word in tokens:
        is_known = _known("types", word) or _known("qualifiers", word)
        if not is_known and len(word) > 1:
            yield _known("fields", word) or _ADJECTIVE.sub("", word)


def _known(group: str, word: str) -> str | None:
    """What a folded word of a list stands for, in any of its cases."""
    known = _vocabulary()[group]
    return known.get(word) or _stems(group).get(_stem(word))


@cache
def _stems(group: str) -> dict[str, str]:
    return {_stem(word): sense for word, sense in _vocabulary()[group].items()}


def _stem(word: str) -> str:
    """The word without endings of case, gender and number, if enough is left."""
    stem = _ENDING.sub("", word)
    return stem if len(stem) >= SHORTEST_STEM else word


@cache
def _state_stems() -> dict[str, str]:
    return {
        fold(beginning): state
        for language in LANGUAGES
        for state, listed in words(language, "name_parts")["states"].items()
        for beginning in listed
    }


@lru_cache(maxsize=20_000)
def _state_in(word: str) -> str | None:
    """The state that a word of a Russian or Azerbaijani name is formed from."""
    for stem, state in _state_stems().items():
        if word.startswith(stem) and _STATE_ENDING.fullmatch(word[len(stem) :]):
            return state
    return None


def _town(name: str) -> str:
    """One form for Kiev and Kyiv: what the gazetteer says of both."""
    return table("towns").get(key_of(name), fold(name))


def _is_acronym_of(short: str, long: str) -> bool:
    letters = _NO_LETTERS.sub("", short)
    if " " in short.strip() or len(letters) not in ACRONYM_LENGTH:
        return False
    if not letters.isupper() and sum(map(str.isupper, letters)) < MIXED_CAPITALS:
        return False
    heads = [(w[0], fold(w)) for w in re.split(r"[\s,–-]+", long) if w[:1].isalpha()]
    small = _vocabulary()["small"]
    every = "".join(head for head, _ in heads).upper()
    said = "".join(head for head, word in heads if word not in small).upper()
    return letters.upper() in {every, said}


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
    few, many = sorted((left.own, right.own), key=len)
    if len(few) < len(many) and matched > SAME_WORD * len(few) and few - _fields():
        return _shorter(few, many)
    share = 2 * matched / (len(left.own) + len(right.own))
    if share > SAME_WORD:
        return share, "the words of its own agree"
    return share * share, "the words of its own differ"


def _shorter(few: frozenset[str], many: frozenset[str]) -> tuple[float, str]:
    """One says more: its field of work or a first name, or something else."""
    more = {w for w in many if max(_likeness(w, other) for other in few) < SAME_WORD}
    if all(word in _fields() or is_given_name(word) for word in more):
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
