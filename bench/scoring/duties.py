"""Scores obligations: the articles they stand in, and what is to be done."""

import re
from collections import defaultdict
from typing import Any

from bench.scoring.counts import Count
from bench.scoring.names import likeness
from memoranda.reading.vocabulary import words

SAME_DUTY = 55  # of 100; the labels say in short what the text says at length
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_FIRST_WORD = re.compile(r"[^\W\d_]+|\d+")

Duty = dict[str, Any]


def duty_counts(gold: list[Duty], read: list[Duty]) -> dict[str, Count]:
    """The counts of obligations and of the articles that hold one.

    A duty is found when one given for the same article shares its words; several
    given for one duty count once.
    """
    wanted: dict[str, list[Duty]] = defaultdict(list)
    for duty in gold:
        wanted[article_number(duty["article"])].append(duty)
    articles = {article_number(duty["article"] or "") for duty in read}
    nearest = [_nearest(duty, wanted) for duty in read]
    found = {id(duty) for duty in nearest if duty is not None}
    return {
        "obligations": Count(
            len(found), len(found) + sum(duty is None for duty in nearest), len(gold)
        ),
        "obligations.article": Count(
            len(articles & set(wanted)), len(articles), len(wanted)
        ),
    }


def _nearest(duty: Duty, wanted: dict[str, list[Duty]]) -> Duty | None:
    here = wanted.get(article_number(duty["article"] or ""), [])
    scored = [(likeness(each["what"], duty["what"])[0], each) for each in here]
    points, best = max(scored, key=lambda pair: pair[0], default=(0, None))
    return best if points >= SAME_DUTY else None


def article_number(article: str) -> str:
    """The digits of 3, 3.1, III, Third and Article 3 (b); other words as they are."""
    named = _FIRST_WORD.findall(article.casefold())
    for word in named:
        number = _number(word)
        if number:
            return str(number)
    return named[0] if named else ""


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    if set(word) <= set(_ROMAN):
        return _from_roman(word)
    return _ordinals().get(word, 0)


def _from_roman(word: str) -> int:
    values = [_ROMAN[sign] for sign in word]
    after = [*values[1:], 0]
    return sum(-v if v < later else v for v, later in zip(values, after, strict=True))


def _ordinals() -> dict[str, int]:
    return dict(words("en", "clauses").get("ordinals", {}))
