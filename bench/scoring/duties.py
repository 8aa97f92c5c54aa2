"""Scores obligations: the articles they stand in, and what is to be done."""

import re
from collections.abc import Sequence
from typing import Any

from bench.scoring.counts import Count
from bench.scoring.names import likeness

SAME_DUTY = 55  # of 100; the labels say in short what the text says at length
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_ORDINAL_WORDS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
)
_ORDINALS = {word: number for number, word in enumerate(_ORDINAL_WORDS.split(), 1)}
_DAY = re.compile(r"\d{4}")
_ARTICLE = {"article", "artikel"}
_FIRST_WORD = re.compile(r"[^\W\d_]+|\d+")

Duty = dict[str, Any]


def duty_counts(gold: Sequence[Duty], read: Sequence[Duty]) -> dict[str, Count]:
    """The counts of obligations and of the articles that hold one.

    A duty is found when one given for the same article shares its words; several
    given for one duty count once.
    """
    wanted = {article_number(duty["article"]) for duty in gold}
    articles = {article_number(duty["article"]) for duty in read}
    nearest = [nearest_duty(duty, gold) for duty in read]
    found = {id(duty) for duty in nearest if duty is not None}
    dues = [(label, duty) for label, duty in zip(nearest, read, strict=True) if label]
    return {
        "obligations": Count(
            len(found), len(found) + sum(duty is None for duty in nearest), len(gold)
        ),
        "obligations.article": Count(
            len(articles & wanted), len(articles), len(wanted)
        ),
        **({"obligations.due": _due_count(gold, dues)} if _tell_dues(gold) else {}),
    }


def _tell_dues(gold: Sequence[Duty]) -> bool:
    """True for labels that tell deadlines: not all sets do."""
    return any(duty.get("due") for duty in gold)


def _due_count(gold: Sequence[Duty], pairs: Sequence[tuple[Duty, Duty]]) -> Count:
    """Deadlines of the duties that were found, each duty once."""
    told = {id(label): label for label, duty in pairs if duty.get("due")}
    right = {
        id(label)
        for label, duty in pairs
        if label.get("due")
        and duty.get("due")
        and is_same_due(label["due"], duty["due"])
    }
    wrong = {number for number, label in told.items() if label.get("due")} - right
    wanted = sum(bool(duty.get("due")) for duty in gold)
    return Count(len(right), len(told), wanted, len(wrong))


def is_same_due(gold: str, read: str) -> bool:
    """True for the same day or one within it; words count for words.

    A deadline in words ("each December", "P9M after collection") is right when one
    in words was read: that there is one, and whose it is, is what can be compared.
    """
    if _DAY.match(gold):
        return read.startswith(gold)
    return not _DAY.match(read)


def nearest_duty(duty: Duty, gold: Sequence[Duty]) -> Duty | None:
    """The duty of the same article with most words in common; None without enough."""
    article = article_number(duty["article"])
    here = [each for each in gold if article_number(each["article"]) == article]
    scored = [(likeness(each["what"], duty["what"])[0], each) for each in here]
    points, best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best if points >= SAME_DUTY else None


def article_number(article: str | None) -> str:
    """The digits of 3, 3.1, III, Third and Article 3 (b); other words as they are."""
    words_of = _FIRST_WORD.findall((article or "").casefold())
    named = next((word for word in words_of if word not in _ARTICLE), "")
    return str(_number(named) or named)


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if word and set(word) <= set(_ROMAN):
        return _from_roman(word)
    return _ORDINALS.get(word.removesuffix("ly"), 0)


def _from_roman(word: str) -> int:
    values = [_ROMAN[sign] for sign in word]
    after = [*values[1:], 0]
    return sum(-v if v < later else v for v, later in zip(values, after, strict=True))
