"""Who owes a duty: the parties that the words before the verb mean."""

import re
from functools import cache

from memoranda.reading.records import Party, Value
from memoranda.reading.statements.treaty.duty import LONGEST_ACTOR, Duty
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, trimmed
from memoranda.reading.vocabulary import words

BY = re.compile(r"\bby\s+", re.IGNORECASE)


def actors_named(
    text: str, duty: Duty, *, parties: tuple[Party, ...], language: str
) -> tuple[Value, ...]:
    """The parties that the actor's words mean; else the words themselves.

    What is only to be done ("shall be held") has the actor that it names with "by".
    """
    span = _agent(text, duty) if duty.is_passive else duty.actor
    if span is None:
        return ()
    together = _last(_all(language), text, span)
    if together and parties:
        return tuple(Value.of(text, together, value=p.name.value) for p in parties)
    single = _last(_one(language), text, span)
    named = [] if together or single else _named(text, span, parties)
    where = together or single or (None if duty.is_passive else _noun(text, span))
    if named or where is None:
        return tuple(named)
    said = " ".join(text[slice(*where)].split())
    return (Value.of(text, where, value=said, certainty=0.7),)


def is_none_of_them(text: str, duty: Duty, language: str) -> bool:
    """ "Neither Party shall pass copies on": the duty is not to do it."""
    if duty.is_passive:
        return False
    neither = _listed(language, "none_of_them")
    return bool(neither.search(text, *duty.actor))


def _agent(text: str, duty: Duty) -> Span | None:
    by = BY.search(text, *duty.act)
    return (by.end(), min(duty.act[1], by.end() + LONGEST_ACTOR)) if by else None


@cache
def _listed(language: str, key: str) -> re.Pattern[str]:
    phrases = any_of(words(language, "obligations")[key])
    return re.compile(rf"(?<!\w){phrases}(?!\w)", re.IGNORECASE)


def _all(language: str) -> re.Pattern[str]:
    return _listed(language, "all_parties")


def _one(language: str) -> re.Pattern[str]:
    return _listed(language, "one_party")


def _last(pattern: re.Pattern[str], text: str, span: Span) -> Span | None:
    """The match nearest before the verb."""
    found = list(pattern.finditer(text, *span))
    return found[-1].span() if found else None


def _named(text: str, span: Span, parties: tuple[Party, ...]) -> list[Value]:
    """The parties whose names stand among the actor's words."""
    said = text[slice(*span)]
    found = []
    for party in parties:
        at = said.find(party.name.quote)
        if at >= 0:
            where = (span[0] + at, span[0] + at + len(party.name.quote))
            found.append(Value.of(text, where, value=party.name.value))
    return found


def _noun(text: str, span: Span) -> Span | None:
    """The clause before the verb, after its last stop."""
    start = max(text.rfind(mark, *span) + 1 for mark in ".;:\n")
    line = trimmed(text, (max(start, span[0]), span[1]))
    return (line.start, line.end) if 2 < len(line.words) <= LONGEST_ACTOR else None
