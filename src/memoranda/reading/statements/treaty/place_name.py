"""Where the name of a place of signature ends among the capitalised words after "at"."""

import re
from functools import cache

from memoranda.reading.names import country_of, find_places
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.vocabulary import words

HALL = re.compile(r"\s+(?:City|Town|Village)\s+Hall\b")  # the house, not the town
CITY = re.compile(r"\s+(?:City|Town)$")  # no body, but the end of a place's name


def place_in(text: str, span: Span, language: str) -> Span | None:
    """The part of ``span`` that names a place; None where it names something else.

    Weekdays, months, languages and states end the name: "Muscat on Monday",
    "Lima Peru"; a body or a language is no place.
    """
    start, end = span
    stop = _stops(language).search(text, start, end)
    if stop and stop.start() == start:
        return None
    end = stop.start() if stop else end
    hall = HALL.search(text, start, end)
    end = hall.start() if hall else end
    quote = text[start:end].rstrip(" \n\t,.-")
    end = start + len(quote)
    places = find_places(text, (start, end), language=language)
    if not any((place.start, place.end) == (start, end) for place in places):
        quote = _without_state(quote)
        end = start + len(quote)
    known = any(place.start == start for place in places)
    if len(quote) < 2 or pattern(language, "parties", "organs").match(quote):
        return None
    bodies = (("parties", "institutions"), ("signatures", "occasions"))
    named = CITY.sub("", quote)
    if not known and any(pattern(language, *of).search(named) for of in bodies):
        return None
    return start, end


def _without_state(quote: str) -> str:
    """ "Lima Peru" is signed at Lima; "Mexico City", "Guatemala" stay whole."""
    parts = re.split(r"(?<=\w)(?=[ \n])", quote)
    for cut in range(1, len(parts)):
        if country_of(" ".join("".join(parts[cut:]).split())):
            return "".join(parts[:cut])
    return quote


@cache
def _stops(language: str) -> re.Pattern[str]:
    """Words that are no part of a place's name, and what follows "on" and "the"."""
    calendar = words(language, "calendar")
    days = [
        *calendar["weekdays"],
        *calendar["months"],
        *words(language, "clauses")["languages"],
    ]
    after = any_of(listed(language, "signatures", "after_place"))
    return re.compile(
        rf"(?:\b(?:on|the)\s+)?(?<![\w'’-])(?:{any_of(days)}|{after})(?![\w'’-])",
        re.IGNORECASE,
    )
