"""When two values of an agreement's clauses count as the same in scoring."""

import re
from collections.abc import Callable

from rapidfuzz import fuzz

from bench.scoring.names import folded, likeness

TITLE_WORDS, TITLE_WHOLE = 82, 55  # of 100; a title may be cut short, not to a word
PLACE = 88
LENGTH_LEEWAY = 0.03  # 60 days are two months, 52 weeks a year
_PERIOD = re.compile(r"P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?", re.IGNORECASE)
_DAYS = (365.25, 365.25 / 12, 7, 1)
_RULE = re.compile(r"[a-z]\w*(:[^;+]+)?(\+P\w+)?")
_NUMBER_BEFORE = re.compile(r"^\W*(?:no\W*)?\d+\s*[.:]\s*", re.IGNORECASE)
_SIGNING_AFTER = re.compile(r"[\s,.]+(?:signed|done) at\b.*", re.IGNORECASE | re.DOTALL)
# A kind is a word of the glossary; these are other names for one.
_KINDS = {
    "accord": "agreement",
    "exchange of letters": "exchange of notes",
    "executive programme": "programme",
    "memorandum of agreement": "memorandum",
    "memorandum of understanding": "memorandum",
    "twinning agreement": "twinning",
}

Same = Callable[[str, str], bool]


def is_same_word(gold: str, read: str) -> bool:
    """True for the same words, without case and accents."""
    return folded(str(gold)) == folded(str(read))


def is_same_date(gold: str, read: str) -> bool:
    """True for the same day, month or year."""
    return str(gold)[:10] == str(read)[:10]


def is_same_length(gold: str, read: str) -> bool:
    """True for two ISO 8601 durations that differ by 3 % at most."""
    if gold == read:
        return True
    one, other = _in_days(str(gold)), _in_days(str(read))
    return bool(one and other) and abs(one - other) <= LENGTH_LEEWAY * max(one, other)


def _in_days(length: str) -> float:
    found = _PERIOD.fullmatch(length.strip())
    parts = found.groups() if found else ()
    return sum(int(part or 0) * days for part, days in zip(parts, _DAYS, strict=False))


def is_same_kind(gold: str, read: str) -> bool:
    """True for two names of one kind of agreement."""
    one, other = folded(gold.replace("_", " ")), folded(read.replace("_", " "))
    return _KINDS.get(one, one) == _KINDS.get(other, other)


def is_same_title(gold: str, read: str) -> bool:
    """True when one title has the other's words and most of its length."""
    one, other = _bare_title(gold), _bare_title(read)
    shared = fuzz.token_set_ratio(one, other) >= TITLE_WORDS
    return shared and fuzz.token_sort_ratio(one, other) >= TITLE_WHOLE


def _bare_title(title: str) -> str:
    return folded(_SIGNING_AFTER.sub("", _NUMBER_BEFORE.sub("", title)))


def is_same_place(gold: str, read: str) -> bool:
    """True for one town in two spellings; what follows a comma does not count."""
    one, other = folded(gold), folded(read.split(",", maxsplit=1)[0])
    return one == other or fuzz.ratio(one, other) >= PLACE


def is_rule(entry: str) -> bool:
    """True for an entry into force in the words of the labels, not in a text's own."""
    return all(map(_RULE.fullmatch, entry.split(";")))


def is_same_entry(gold: str, read: str) -> bool:
    """True for the same conditions of entry into force, in any order.

    A condition may have a length after ``+`` and, after ``:``, a detail.
    """
    wanted, given = gold.split(";"), read.split(";")
    return len(wanted) == len(given) and all(
        any(_is_same_condition(one, other) for other in given) for one in wanted
    )


def _is_same_condition(gold: str, read: str) -> bool:
    one, other = ("".join(text.split()) for text in (gold, read))
    if one == other:
        return True
    if "+" in one and "+" in other:
        (event, later), (same, after) = one.rsplit("+", 1), other.rsplit("+", 1)
        return event == same and is_same_length(later, after)
    by_both = {text.partition(":")[0] for text in (one, other)}
    return len(by_both) == 1 and by_both <= {"ratification_notified_by"}


def words_shared(least: int) -> Same:
    """A test that is true from ``least`` of 100 of the words shared."""

    def is_same(gold: str, read: str) -> bool:
        return is_same_word(gold, read) or likeness(gold, read)[0] >= least

    return is_same


def is_told(gold: str, read: str) -> bool:
    """True for any two values: that the text deals with it is all that counts."""
    return bool(gold) and bool(read)
