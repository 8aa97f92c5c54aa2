"""Parties of a joint body that met: those of its agreement, or the peoples in its name."""

import re
from functools import cache

from memoranda.reading.names import country_of
from memoranda.reading.statements.treaty.kind import kind_words
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.statements.treaty.party_clause import party_names
from memoranda.reading.statements.treaty.party_name import PartyName
from memoranda.reading.statements.treaty.party_phrases import (
    CLAUSE_REACH,
    before_parties,
)
from memoranda.reading.vocabulary import words


def framework_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "Under the Agreement between A and B": whose joint body or programme it is."""
    reach = (preamble[0], min(preamble[1], preamble[0] + CLAUSE_REACH))
    return _first_two(text, before_parties(language), reach, language=language)


def _first_two(
    text: str, opening: re.Pattern[str], reach: Span, *, language: str
) -> list[PartyName]:
    """The first two names behind such words, both of which must be sound."""
    for found in list(opening.finditer(text, *reach))[:6]:
        names = party_names(text, (found.end(), reach[1]), language)[:2]
        if len(names) == 2 and all(name.sound for name in names):
            return names
    return []


def session_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """The states of the agreement that the first point of minutes tells of.

    Else the peoples of the joint body: "the Chilean-Norwegian Mixed Commission".
    """
    end = min(len(text), preamble[0] + CLAUSE_REACH)
    if not pattern(language, "parties", "sittings").search(text, 0, end):
        return []
    reach = (preamble[0], end)
    told = _first_two(text, _framework(language), reach, language=language)
    joint = _peoples(language).search(text, 0, end)
    return told or (_both_peoples(joint, language) if joint else [])


@cache
def _framework(language: str) -> re.Pattern[str]:
    between = any_of(listed(language, "preamble", "between"))
    return re.compile(
        rf"(?<!\w){any_of(kind_words(language))}(?!\w)[^.;:]{{0,120}}?\s{between}\s",
        re.IGNORECASE,
    )


@cache
def _peoples(language: str) -> re.Pattern[str]:
    """ "the Indo-Kenyan Joint Committee": two peoples and the body that is theirs."""
    bodies = any_of(listed(language, "parties", "joint_bodies"))
    return re.compile(
        rf"(?<![\w-])(?P<one>[^\W\d_a-z][^\W\d_]+)\s?[-–—/]\s?(?P<two>[^\W\d_a-z][^\W\d_]+)\s+(?:[\w-]+\s+){{0,4}}?(?i:{bodies})(?!\w)"
    )


def _both_peoples(joint: re.Match[str], language: str) -> list[PartyName]:
    short: dict[str, str] = words(language, "instruments")["peoples"]
    names = []
    for part in ("one", "two"):
        said = joint[part]
        name = short.get(said.lower(), said.title() if said.isupper() else said)
        country = country_of(name)
        if country:
            names.append(PartyName(*joint.span(part), name, country, True, True))
    return names if len(names) == 2 else []
