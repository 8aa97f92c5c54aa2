"""Who is bound: read from preamble, title, register lines and signatures in turn."""

import re
from collections.abc import Sequence
from functools import cache

from memoranda.reading.records import Party, Value
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span, lines_in
from memoranda.reading.statements.treaty.party_clause import SMALL, party_names
from memoranda.reading.statements.treaty.party_name import PartyName, party_name
from memoranda.reading.vocabulary import words

CLAUSE_REACH = 1500
TOWN_REACH = 90  # characters of a town's name after "Mayor of"
MOTIVE = re.compile(
    r"[,;:.)]\s*(?!acting|being|including|according|following|during|representing|residing|existing|operating|belonging|consisting|bearing\s+the|having\s+(?:its|their|the\s+seat|his|an?\s))[A-Za-z]{2,16}ing\b"
)
MOTIVE_FIRST = re.compile(r"\s*[A-Z][a-z]{2,16}ing\b")
REGISTER = re.compile(
    r"^[ \t]*(?P<one>[A-Z][^\n]{2,90})\n\s*and\s*\n\s*(?P<two>[A-Z][^\n]{2,90})$",
    re.MULTILINE,
)
PAIR = re.compile(
    r"\bthe\s+(?P<one>[A-Z][\w'’-]*(?:\s+(?:(?:of|for|the|de)\s+){0,2}[A-Z][\w'’-]*){1,7})"
    r"\s+and\s+the\s+[A-Z][\w'’-]*(?:\s+(?:(?:of|for|the|de)\s+){0,2}[A-Z][\w'’-]*){1,7}"
)
AND = re.compile(r"\band\b", re.IGNORECASE)
TOPIC = re.compile(
    r"\b(?:on|concerning|regarding|relating|constituting|respecting|with\s+regard|for\s+the)\b",
    re.IGNORECASE,
)
MADE_BETWEEN = re.compile(
    r"\b(?:made|concluded|entered\s+into|signed|agreed)\s+(?:by\s+and\s+)?(?:between|among)\b:?",
    re.IGNORECASE,
)
ROW = re.compile(r"^[ \t]*\|[ \t]*(?P<name>[^|\n]{3,120}?)[ \t]*\|", re.MULTILINE)
MOST_ROWS = 12
TOWN = re.compile(r"[^\W\d_a-z][\w'’-]+(?:[ ][^\W\d_a-z][\w'’-]+){0,2}")
BETWEEN = re.compile(r"\b(?:between|among|by and between)\b:?", re.IGNORECASE)


def parties_named(
    text: str, title: Span | None, preamble: Span, *, language: str, letters: bool
) -> list[list[PartyName]]:
    """The parties as preamble, title, register lines and labels name them.

    In an exchange of letters (``letters``) the first words name the writers,
    not the parties: the preamble comes last.
    """
    sources = [
        _plural_names(text, preamble, language)
        or _preamble_names(text, preamble, language),
        _title_names(text, title, language),
        _register_names(text, preamble[0], language),
        _labelled_names(text, language),
        _mayors_towns(text, preamble, language),
        _paired_names(text, preamble, language) if letters else [],
        _framework_names(text, preamble, language),
        _member_names(text, language),
        _body_names(text, preamble, language),
        _table_names(text, language),
    ]
    return [*sources[1:], sources[0]] if letters else sources


def parties_of(
    text: str, sources: Sequence[Sequence[PartyName]], language: str
) -> tuple[Party, ...]:
    """The parties in the order of the source that names them best.

    Where all of these sign and others too, all who sign are parties.
    """
    label = pattern(language, "parties", "no_party")
    named = [[name for name in each if not label.match(name.name)] for each in sources]
    best = max(named, key=_worth)
    signed = named[-1]
    if len(signed) > max(2, len(best)) and _holds(signed, best):
        best = signed
    return tuple(_party(text, _fullest(name, named)) for name in best)


def _holds(signed: Sequence[PartyName], named: Sequence[PartyName]) -> bool:
    """Whether all who sign are sound names, and all of those named are among them."""
    known = {name.country or name.name.casefold() for name in signed}
    told = {name.country or name.name.casefold() for name in named if name.sound}
    states = all(name.country for name in named)
    alike = all(name.country if states else name.sound for name in signed)
    return alike and told <= known


def _worth(names: Sequence[PartyName]) -> tuple[bool, bool, bool, int]:
    """Two sound names or more beat anything; then two of which one is; then two."""
    sound = sum(name.sound for name in names)
    two = len(names) >= 2
    return two and sound == len(names), two and sound > 0, two, min(sound, 2)


def _preamble_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    start, end = preamble
    end = min(end, start + CLAUSE_REACH)
    if MOTIVE_FIRST.match(text, start, end):
        return []
    stops = [
        MOTIVE.search(text, start + 20, end),
        pattern(language, "preamble", "agreed").search(text, start, end),
        _motives(language).search(text, start + 20, end),
    ]
    end = min([end, *(stop.start() for stop in stops if stop)])
    between = _by_whom(language).search(text, start, min(end, start + 120))
    span = (between.end() if between else start, end)
    return party_names(text, span, language, is_title=False)


@cache
def _by_whom(language: str) -> re.Pattern[str]:
    """ "is concluded between", "entered into by": what stands before the parties."""
    by = any_of(listed(language, "preamble", "by_whom"))
    return re.compile(rf"(?<!\w){by}(?!\w)\s?:?", re.IGNORECASE)


@cache
def _motives(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"[,;:.)]\s*{any_of(listed(language, 'preamble', 'motives'))}(?!\w)|\bwhereas\b|\n\s*have\b",
        re.IGNORECASE,
    )


def _title_names(text: str, title: Span | None, language: str) -> list[PartyName]:
    """The names after "between", up to what the title says they agreed on."""
    between = BETWEEN.search(text, *title) if title else None
    if title is None:
        return []
    if between is None:
        line = text.find("\n", *title)
        span = (line, title[1])
        return party_names(text, span, language) if line > 0 else []
    joint = AND.search(text, between.end(), title[1])
    topic = TOPIC.search(text, joint.end(), title[1]) if joint else None
    end = topic.start() if topic else title[1]
    return party_names(text, (between.end(), end), language)


def _paired_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "the University of A and the Museum of B" in a letter's first sentences."""
    start, end = preamble[0], min(len(text), preamble[0] + CLAUSE_REACH)
    for found in PAIR.finditer(text, start, end):
        names = party_names(text, (found.start("one"), found.end()), language)
        if len(names) == 2 and all(name.sound for name in names):
            return names
    return []


def _framework_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "Under the Agreement between A and B": whose joint body or programme it is."""
    start, end = preamble[0], min(preamble[1], preamble[0] + CLAUSE_REACH)
    for found in list(BETWEEN.finditer(text, start, end))[:6]:
        names = party_names(text, (found.end(), end), language)[:2]
        if len(names) == 2 and all(name.sound for name in names):
            return names
    return []


def _member_names(text: str, language: str) -> list[PartyName]:
    """ "The founding members are:" and a line for each."""
    opens = _members(language).search(text)
    names: list[PartyName] = []
    reach = (opens.end(), min(len(text), opens.end() + CLAUSE_REACH)) if opens else None
    for line in lines_in(text, reach) if reach else ():
        found = party_names(text, (line.start, line.end), language)[:1]
        if not line.is_blank and not (found and found[0].sound):
            break
        names += found
    return names if len(names) > 1 else []


@cache
def _members(language: str) -> re.Pattern[str]:
    members = any_of(listed(language, "parties", "members"))
    return re.compile(rf"(?<!\w){members}\s?:[ \t]*\n", re.IGNORECASE)


def _body_names(text: str, preamble: Span, language: str) -> list[PartyName]:
    """ "This Memorandum is made between A and B" in the first article."""
    start = preamble[1]
    end = min(len(text), start + CLAUSE_REACH)
    made = MADE_BETWEEN.search(text, start, end)
    if made is None:
        return []
    stop = text.find(".", made.end(), end)
    reach = (made.end(), end if stop < 0 else stop)
    return party_names(text, reach, language, is_title=False)


def _table_names(text: str, language: str) -> list[PartyName]:
    """The first cells of a table's rows over the articles: "| Museum of A | Riga |"."""
    names = []
    for row in list(ROW.finditer(text, 0, min(len(text), CLAUSE_REACH)))[:MOST_ROWS]:
        found = party_name(text, row.span("name"), language)
        names += [found] if found and found.sound else []
    return names if len(names) > 1 else []


def _plural_names(text: str, preamble: Span, language: str) -> list[PartyName]:
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
    town = TOWN.pattern
    return re.compile(
        rf"(?<!\w)(?:[Tt]he|THE)\s+(?P<plural>(?i:{plurals}))\s+(?:of|OF)\s+(?P<towns>{town}(?:,\s+{town})*,?\s+(?:and|AND)\s+{town})"
    )


def _mayors_towns(text: str, preamble: Span, language: str) -> list[PartyName]:
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


def _labelled_names(text: str, language: str) -> list[PartyName]:
    """ "Lender: X", "Borrower   Y": the parties of a contract laid out as a table."""
    names = []
    for found in list(_label(language).finditer(text))[:6]:
        names += party_names(text, found.span("name"), language)[:1]
    return names


@cache
def _label(language: str) -> re.Pattern[str]:
    labels = any_of(listed(language, "parties", "labels"))
    return re.compile(
        rf"^[ \t]*(?:\d{{1,2}}\.?\s+)?(?:the\s+)?{labels}(?::\s+|[ ]{{3,}})(?P<name>[^,;\n]{{3,120}})",
        re.MULTILINE | re.IGNORECASE,
    )


def _register_names(text: str, end: int, language: str) -> list[PartyName]:
    found = REGISTER.search(text, 0, end)
    if found is None:
        return []
    lines = (found.span("one"), found.span("two"))
    return [name for line in lines for name in party_names(text, line, language)[:1]]


def _fullest(name: PartyName, sources: Sequence[Sequence[PartyName]]) -> PartyName:
    """The state's own name where ``name`` is only an adjective."""
    if not name.is_adjective:
        return name
    same = [
        n
        for s in sources
        for n in s
        if n.country == name.country and not n.is_adjective
    ]
    return max(same, key=lambda n: len(n.name), default=name)


def _party(text: str, name: PartyName) -> Party:
    certainty = 0.95 if name.country else 0.8 if name.sound else 0.5
    value = Value.of(
        text, (name.start, name.end), value=_cased(text, name), certainty=certainty
    )
    return Party(value, name.country)


def _cased(text: str, name: PartyName) -> str:
    """The name as running text spells it, where it was quoted from capitals."""
    if not name.name.isupper():
        return name.name
    spelled = r"\s+".join(re.escape(word) for word in name.name.split())
    for found in re.finditer(rf"(?<!\w){spelled}(?!\w)", text, re.IGNORECASE):
        if not found.group().isupper():
            return " ".join(found.group().split())
    return _state_cased(name.name) if name.country else name.name


def _state_cased(name: str) -> str:
    """ "REPUBLIC OF CHILE" in running type."""
    cased = [w.lower() if w.lower() in SMALL else w.capitalize() for w in name.split()]
    return " ".join(cased)
