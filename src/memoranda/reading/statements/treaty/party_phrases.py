"""Parties as running text names them: in the preamble, the title, a letter."""

import re
from functools import cache
from itertools import islice

from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.statements.treaty.party_clause import item_name, party_names
from memoranda.reading.statements.treaty.party_items import (
    item_names,
    row_names,
    table_names,
)
from memoranda.reading.statements.treaty.party_label import party_label
from memoranda.reading.statements.treaty.party_name import PartyName
from memoranda.reading.statements.treaty.plenipotentiary import plenipotentiaries_in
from memoranda.reading.statements.treaty.signed_bodies import office_of
from memoranda.reading.statements.treaty.title import DATELINE
from memoranda.reading.vocabulary import words

CLAUSE_REACH = 1500
LIST_REACH = 6000  # characters of a list of parties, with what is said of each
REGISTER_REACH = 60  # characters in which a register's paragraph tells that it is one
GAP = re.compile(r"\n[ \t]*\n")
LABELLED = 2  # rows "Lender: X" that make a table
BY_REACH = 240  # characters of the preamble in which "there appear" stands
FIRST_REACH = 120  # characters of the preamble in which "the undersigned" stands
TOWN_REACH = 90  # characters of a town's name after "Mayor of"
TOWN = re.compile(
    r"[^\W\d_a-z][\w'’-]+(?:[ ](?:(?:am|an|de|del|della|delle|des|di|do|da|dos|du|en|la|las|le|les|los|ob|sous|sul|sur|upon|der|al|el)[ ]){0,2}(?:[dl]['’])?[^\W\d_a-z][\w'’-]+){0,3}"
)


def preamble_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """The names that open the preamble, up to why they agree and what they agree on.

    They stand in a list, or in running text that tells more of them than its rows do.
    """
    start = _after_register(text, preamble, language)
    label = _plural_label(language).match(text, start, preamble[1])
    start = label.end() if label else start
    end = min(preamble[1], start + LIST_REACH)
    if _motive_first(language).match(text, start, end):
        return []
    rows = list(islice(_labelled(language).finditer(text, start, end), LABELLED))
    if len(rows) == LABELLED or (rows and not text[start : rows[0].start()].strip()):
        return []
    agreed = pattern(language, "preamble", "agreed").search(text, start, end)
    end = agreed.start() if agreed else end
    span = (start, end)
    named = item_names(text, span, language) or table_names(text, span, language)
    if named:
        return named
    end = min(end, start + CLAUSE_REACH)
    motives = (_motive(language), _motives(language))
    stops = (each.search(text, start + 20, end) for each in motives)
    end = min([end, *(stop.start() for stop in stops if stop)])
    between = _by_whom(language).search(text, start, min(end, start + BY_REACH))
    span = (between.end() if between else start, end)
    return _told(text, span, language, is_title=False)


def _told(text: str, span: Span, language: str, *, is_title: bool) -> list[PartyName]:
    """The names of running text, or of its rows where these tell more."""
    names = party_names(text, span, language, is_title=is_title)
    rows = row_names(text, span, language)
    return rows if len(rows) > sum(name.sound for name in names) else names


def _after_register(text: str, preamble: Span, language: str) -> int:
    """Behind the lines on official texts, registration, place and day below the title."""
    register = pattern(language, "heading", "register")
    signed = pattern(language, "heading", "signed")
    start = preamble[0]
    while gap := GAP.search(text, start, preamble[1]):
        said = text[start : gap.start()].strip()
        is_over = register.search(said, 0, REGISTER_REACH) or DATELINE.match(said)
        is_over = is_over or signed.match(said)
        if said and not is_over:
            break
        start = gap.end()
    return start


@cache
def _plural_label(language: str) -> re.Pattern[str]:
    """ "Parties: A and B"."""
    labels = any_of(listed(language, "parties", "plural_labels"))
    return re.compile(rf"\s*{labels}\s?:", re.IGNORECASE)


@cache
def _by_whom(language: str) -> re.Pattern[str]:
    """ "is concluded between", "entered into by": what stands before the parties."""
    by = any_of(listed(language, "preamble", "by_whom"))
    return re.compile(rf"(?<!\w){by}(?!\w)\s?:?", re.IGNORECASE)


@cache
def _motive(language: str) -> re.Pattern[str]:
    """ ", desiring": an ending that opens a motive, behind a sign."""
    none = any_of(listed(language, "preamble", "no_motives"))
    ending = any_of(listed(language, "preamble", "motive_endings"))
    return re.compile(rf"[,;:.)]\s*(?!{none}\b)[A-Za-z]{{2,16}}{ending}\b")


@cache
def _labelled(language: str) -> re.Pattern[str]:
    """ "Lender: X": a row of a table, which is no sentence."""
    labels = party_label(language)
    return re.compile(rf"^[ \t]*{labels}:", re.IGNORECASE | re.MULTILINE)


@cache
def _motive_first(language: str) -> re.Pattern[str]:
    ending = any_of(listed(language, "preamble", "motive_endings"))
    return re.compile(rf"\s*[A-Z][a-z]{{2,16}}{ending}\b")


@cache
def _motives(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"[,;:.)]\s*{any_of(listed(language, 'preamble', 'motives'))}(?!\w)|\bwhereas\b|\n\s*have\b",
        re.IGNORECASE,
    )


@cache
def before_parties(language: str) -> re.Pattern[str]:
    """What stands before the parties in a title: "between", "among"."""
    between = any_of(listed(language, "preamble", "between"))
    return re.compile(rf"(?<!\w){between}(?!\w):?", re.IGNORECASE)


def title_names(text: str, title: Span | None, language: str) -> list[PartyName]:
    """The names after "between", up to what the title says they agreed on."""
    between = before_parties(language).search(text, *title) if title else None
    if title is None:
        return []
    if between is None:
        line = text.find("\n", *title)
        span = (line, title[1])
        return party_names(text, span, language) if line > 0 else []
    joint = pattern(language, "preamble", "joins").search(text, between.end(), title[1])
    topics = pattern(language, "preamble", "topics")
    topic = topics.search(text, joint.end(), title[1]) if joint else None
    span = (between.end(), topic.start() if topic else title[1])
    return item_names(text, span, language) or _told(
        text, span, language, is_title=True
    )


def paired_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "the University of A, the Trust of B and the Museum of C" in a letter's first sentences."""
    start, end = preamble[0], min(len(text), preamble[0] + CLAUSE_REACH)
    for found in _pair(language).finditer(text, start, end):
        names = party_names(text, (found.start("one"), found.end()), language)
        if len(names) >= 2 and all(name.sound for name in names):
            return names
    return []


@cache
def _pair(language: str) -> re.Pattern[str]:
    small = any_of(listed(language, "preamble", "in_names"))
    word = r"[A-Z][\w'’-]*"
    name = rf"{word}(?:\s+(?:{small}\s+){{0,2}}{word}){{1,7}}"
    return re.compile(
        rf"\b[Tt]he\s+(?P<one>{name})(?:,\s+the\s+{name}){{0,8}},?\s+and\s+the\s+{name}"
    )


def body_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "This Memorandum is made between A and B" in the first article."""
    start = preamble[1]
    end = min(len(text), start + CLAUSE_REACH)
    made = _made_between(language).search(text, start, end)
    if made is None:
        return []
    stop = text.find(".", made.end(), end)
    reach = (made.end(), end if stop < 0 else stop)
    return party_names(text, reach, language, is_title=False)


@cache
def _made_between(language: str) -> re.Pattern[str]:
    made = any_of(listed(language, "preamble", "made"))
    between = any_of(listed(language, "preamble", "made_between"))
    return re.compile(rf"(?<!\w){made}\s+{between}(?!\w):?", re.IGNORECASE)


def plural_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "The Municipalities of A, B and C": a body for each town."""
    end = min(preamble[1], preamble[0] + CLAUSE_REACH)
    said = _plural(language).search(text, preamble[0], end)
    if said is None:
        return []
    singular = words(language, "instruments")["plurals"][said["plural"].lower()]
    names = []
    for town in TOWN.finditer(text, *said.span("towns")):
        name = f"{singular} of {town.group()}" if singular else town.group()
        names.append(PartyName(*town.span(), name, None, sound=True))
    return names


@cache
def _plural(language: str) -> re.Pattern[str]:
    plurals = any_of(words(language, "instruments")["plurals"])
    towns = any_of(listed(language, "parties", "towns"))
    town = TOWN.pattern
    return re.compile(
        rf"(?<!\w)(?:[Tt]he|THE)\s+(?P<plural>(?i:{plurals}))\s+(?i:of)\s+(?i:the\s+{towns}\s+(?:of\s+)?)?(?P<towns>{town}(?:,\s+{town})*,?\s+(?:and|AND)\s+{town})"
    )


def mayors_towns(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "We, X, Mayor of A, and Y, Mayor of B": towns bound by their mayors."""
    start, end = preamble
    end = min(end, start + CLAUSE_REACH)
    names = []
    for found in list(_mayor(language).finditer(text, start, end))[:6]:
        reach = min(end, found.end() + TOWN_REACH)
        names += party_names(text, (found.end(), reach), language)[:1]
    return names


@cache
def _mayor(language: str) -> re.Pattern[str]:
    mayors = any_of(listed(language, "parties", "mayors"))
    return re.compile(rf"(?<!\w){mayors}\s+of\s+(?:the\s+)?", re.IGNORECASE)


def officers_bodies(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "The undersigned, Ms X, Director of A, and Mr Y, Keeper of B": the bodies A and B."""
    start, end = preamble
    first = pattern(language, "parties", "persons_first")
    if not first.search(text, start, min(end, start + FIRST_REACH)):
        return []
    names: dict[int, PartyName] = {}
    for person in plenipotentiaries_in(text, preamble, language):
        held = office_of(language).match(text, *(person.capacity or (0, 0)))
        body = held and item_name(text, (held.end(), held.endpos), language)
        if body and body.sound:
            names[body.start] = body
    return [names[start] for start in sorted(names)]
