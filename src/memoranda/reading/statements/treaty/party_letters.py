"""Parties of an exchange of letters: the states whose governments or officers write."""

import re

from memoranda.reading.names import find_places
from memoranda.reading.statements.treaty.lexicon import pattern
from memoranda.reading.statements.treaty.party_clause import party_names
from memoranda.reading.statements.treaty.party_name import PartyName

LETTER_REACH = 2500  # characters in which an exchange of notes shows that it is one
MOST_NAMED = 60  # governments looked at in an exchange of notes
NAME_REACH = 90  # characters of the state behind "the Government of"
STATES = frozenset({"country", "demonym"})
# "the Government of X", "the Colombian Government".
GOVERNMENT = re.compile(
    r"(?<=[Tt]he\s)(?:(?:[A-Z][\w'’-]+\s+){0,3}Government\s+(?:of|in)\s+(?=the\b|[A-Z])"
    r"|(?P<people>[A-Z][\w-]+(?:\s[A-Z][\w-]+)?\s+Government\b))"
)
# A letter's heading: "The British Ambassador at Lima to the Minister of Culture of Peru".
FROM_TO = re.compile(
    r"^[ \t]*(?:From\s+)?The\s+(?P<one>[A-Z][^.;:]{5,100}?)\s+to\s+the\s+"
    r"(?P<two>[A-Z][^.;:\n]{5,100}(?:\n[^.;:\n]{3,60})?)",
    re.MULTILINE,
)


def government_names(text: str, language: str) -> list[PartyName]:
    """The two states whose governments write to each other in an exchange of notes."""
    writing = pattern(language, "parties", "writing")
    if not writing.search(text, 0, LETTER_REACH):
        return []
    names: dict[str, PartyName] = {}
    for found in list(GOVERNMENT.finditer(text))[:MOST_NAMED]:
        reach = found.end() if found["people"] else found.start() + NAME_REACH
        span = (found.start(), min(len(text), reach))
        for name in party_names(text, span, language)[:1]:
            known = names.get(name.country or "", name)
            if name.country and (known is name or known.is_adjective):
                names[name.country] = name
    return list(names.values()) if len(names) == 2 else []


def writer_names(text: str) -> list[PartyName]:
    """The states in "The British Ambassador to the Minister of Culture of Chile"."""
    found = FROM_TO.search(text)
    if found is None:
        return []
    names = []
    for part in ("one", "two"):
        states = find_places(text, found.span(part))
        state = next((each for each in states if each.kind in STATES), None)
        if state and state.country:
            name = text[state.start : state.end]
            span = (state.start, state.end)
            names.append(PartyName(*span, name, state.country, True, True))
    return names if len({name.country for name in names}) == 2 else []
