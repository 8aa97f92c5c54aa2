"""Who is bound: read from preamble, title, register lines and signatures in turn."""

import re
from collections.abc import Sequence
from functools import cache

from memoranda.reading.records import Party, Value
from memoranda.reading.statements.treaty.lexicon import any_of, listed, pattern
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.statements.treaty.party_clause import SMALL, party_names
from memoranda.reading.statements.treaty.party_name import PartyName

CLAUSE_REACH = 1500
MOTIVE = re.compile(
    r"[,;:.)]\s*(?!acting|being|including|according|following|during|representing)[A-Za-z]{2,16}ing\b"
)
MOTIVE_FIRST = re.compile(r"\s*[A-Z][a-z]{2,16}ing\b")
REGISTER = re.compile(
    r"^[ \t]*(?P<one>[A-Z][^\n]{2,90})\n\s*and\s*\n\s*(?P<two>[A-Z][^\n]{2,90})$",
    re.MULTILINE,
)
AND = re.compile(r"\band\b", re.IGNORECASE)
TOPIC = re.compile(
    r"\b(?:on|concerning|regarding|relating|constituting|respecting|with\s+regard|for\s+the)\b",
    re.IGNORECASE,
)
BETWEEN = re.compile(r"\b(?:between|among|by and between)\b:?", re.IGNORECASE)


def parties_named(
    text: str, title: Span | None, preamble: Span, *, language: str, letters: bool
) -> list[list[PartyName]]:
    """The parties as preamble, title, register lines and labels name them.

    In an exchange of letters (``letters``) the first words name the writers,
    not the parties: the preamble comes last.
    """
    sources = [
        _preamble_names(text, preamble, language),
        _title_names(text, title, language),
        _register_names(text, preamble[0], language),
        _labelled_names(text, language),
    ]
    return [*sources[1:], sources[0]] if letters else sources


def parties_of(text: str, sources: Sequence[Sequence[PartyName]]) -> tuple[Party, ...]:
    """The parties in the order of the source that names them best."""
    best = max(sources, key=_worth)
    return tuple(_party(text, _fullest(name, sources)) for name in best)


def _worth(names: Sequence[PartyName]) -> tuple[bool, int]:
    """Two sound names or more beat anything; then the more of them, the better."""
    sound = sum(name.sound for name in names)
    return len(names) >= 2 and sound == len(names), min(sound, 2)


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
    between = BETWEEN.search(text, start, min(end, start + 120))
    return party_names(text, (between.end() if between else start, end), language)


@cache
def _motives(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"[,;:.)]\s*{any_of(listed(language, 'preamble', 'motives'))}(?!\w)|\bwhereas\b|\n\s*have\b",
        re.IGNORECASE,
    )


def _title_names(text: str, title: Span | None, language: str) -> list[PartyName]:
    """The names after "between", up to what the title says they agreed on."""
    between = BETWEEN.search(text, *title) if title else None
    if title is None or between is None:
        return []
    joint = AND.search(text, between.end(), title[1])
    topic = TOPIC.search(text, joint.end(), title[1]) if joint else None
    end = topic.start() if topic else title[1]
    return party_names(text, (between.end(), end), language)


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
    words = [w.lower() if w.lower() in SMALL else w.capitalize() for w in name.split()]
    return " ".join(words)
