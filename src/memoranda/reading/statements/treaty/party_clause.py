"""Clauses that name the parties one after the other."""

import re
from collections.abc import Iterator
from functools import cache

from memoranda.reading.statements.treaty.lexicon import (
    any_of,
    listed,
    pattern,
)
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.statements.treaty.party_extent import Reach, name_end
from memoranda.reading.statements.treaty.party_name import (
    PartyName,
    organ_end,
    party_name,
)
from memoranda.reading.statements.treaty.party_series import is_another

MOST = 12  # parties of one instrument

AND = re.compile(
    r"\band\b(?:\s*[-–—:]+)?\s+(?:of\s+)?(?:(?:\(?\d{1,2}[.)]|\([a-h]\))\s*)?|(?<=[a-z)\"”])and\s?(?=the\s?[A-Z])|•|~"
    r"|;\s*(?=the\b)|,\s*(?=the\b)|\(\d\)\s*|(?<=\n)[ \t]*(?:\(?\d{1,2}[.)]|\([a-h]\)|[-–*•])[ \t]+|,\s+(?=(?-i:[A-Z]))",
    re.IGNORECASE,
)
# Between two names that stand directly side by side: a bracket, a comma.
NEXT_TO = re.compile(r"[\s,;.]*(?:[(“\"][^()\n]{0,80}[)”\"][\s,;.]*)?$")
# What follows a party and no other name.
FOLLOWED = re.compile(
    r"\s*,?\s*(?:[(]|hereinafter|hereafter|represented\s+by|in\s+the\s+person\s+of"
    r"|(?:on|of)\s+the\s+other)",
    re.IGNORECASE,
)
OPENING = re.compile(r"(?:[\s:(,;–-]|\d[.)]|[a-h]\)|We,?\s+(?=the\b))*")
NUMBERED = re.compile(r"\(?\d[.)]|[-–*]")
ALONE = re.compile(r"\n?[ \t]*and[ \t]*:?[ \t]*\n\s*", re.IGNORECASE)


def party_names(
    text: str, span: Span, language: str, *, is_title: bool = True
) -> list[PartyName]:
    """The parties in a clause such as "the Government of A and the Government of B".

    The first name may be any; a later one must look like a state or an
    institution, or follow the one before it directly.
    """
    found: list[PartyName] = []
    begin, end = span
    begin = OPENING.match(text, begin, end).end()  # type: ignore[union-attr]
    place = begin
    for joint, start in _openings(text, (begin, end)):
        if start < place or len(found) == MOST:
            continue
        name = _name_at(Reach(text, start, end, language, is_title))
        direct = start == begin or _is_next(text, place, (joint, start))
        before = found[-1] if found else None
        joined = start == begin or not text.startswith(",", joint)
        if name is None or not (
            joined
            or is_another(
                before, name, text, start=start, direct=direct, language=language
            )
        ):
            continue
        if name.sound or direct or FOLLOWED.match(text, name.end):
            place = max(name.end, start)
            found += [] if _is_known(name, found) else [name]
    return found


def item_name(text: str, span: Span, language: str) -> PartyName | None:
    """The party at the head of ``span``, behind which only its description stands."""
    start, end = span
    start = OPENING.match(text, start, end).end()  # type: ignore[union-attr]
    if pattern(language, "parties", "no_party").match(text, start, end):
        return None
    return _name_at(Reach(text, start, end, language, in_item=True, is_title=False))


def _is_next(text: str, place: int, joint: Span) -> bool:
    """Whether nothing stands before the "and", or it stands alone, or a number after it."""
    numbered = NUMBERED.search(text, *joint) or ALONE.fullmatch(
        text, max(0, text.rfind("\n", 0, joint[0])), joint[1]
    )
    return bool(numbered or NEXT_TO.match(text, place, max(place, joint[0])))


def _is_known(name: PartyName, found: list[PartyName]) -> bool:
    return any(
        name.name.lower() == other.name.lower()
        or (name.country is not None and name.country == other.country)
        for other in found
    )


def _openings(text: str, span: Span) -> Iterator[tuple[int, int]]:
    """The start of the span, then each "and" with what follows it."""
    yield span[0], span[0]
    for joint in AND.finditer(text, *span):
        yield joint.start(), joint.end()


def _name_at(reach: Reach) -> PartyName | None:
    titled = _person(reach)
    if titled:
        return titled
    begin = organ_end(reach.text, (reach.start, reach.end), reach.language)
    end = name_end(reach._replace(start=begin))
    if end <= begin:
        return None
    return party_name(reach.text, (reach.start, end), reach.language)


def _person(reach: Reach) -> PartyName | None:
    """ "Ms X, composer (hereinafter: the Composer)": a person who is a party."""
    found = _titled(reach.language).match(reach.text, reach.start, reach.end)
    if found is None:
        return None
    return PartyName(*found.span("name"), found["name"], None, sound=True)


@cache
def _titled(language: str) -> re.Pattern[str]:
    titles = any_of(listed(language, "signatures", "addressed"))
    called = any_of(listed(language, "parties", "called"))
    name = r"(?P<name>[^\W\d_a-z][\w'’.-]+(?:[ ][^\W\d_a-z][\w'’.-]*){1,4})"
    return re.compile(
        rf"(?i:{titles})\.?[ ]{name}(?=,?[^.;\n]{{0,120}}\(\s?(?i:the\s)?{called})"
    )
