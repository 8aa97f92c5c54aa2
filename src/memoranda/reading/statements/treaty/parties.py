"""Who is bound: read from preamble, title, register lines and signatures in turn."""

import re
from collections.abc import Sequence

from memoranda.reading.records import Party, Value
from memoranda.reading.statements.treaty.affiliation import short_names
from memoranda.reading.statements.treaty.lexicon import pattern
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.statements.treaty.party_extent import is_particle
from memoranda.reading.statements.treaty.party_items import table_names
from memoranda.reading.statements.treaty.party_letters import (
    government_names,
    writer_names,
)
from memoranda.reading.statements.treaty.party_lists import (
    annexed_names,
    defined_names,
    form_names,
    labelled_names,
    member_names,
    register_names,
    row_of_parties,
)
from memoranda.reading.statements.treaty.party_name import PartyName, is_country
from memoranda.reading.statements.treaty.party_phrases import (
    CLAUSE_REACH,
    body_names,
    mayors_towns,
    officers_bodies,
    paired_names,
    plural_names,
    preamble_names,
    title_names,
)
from memoranda.reading.statements.treaty.party_sessions import (
    framework_names,
    session_names,
)

RULED = re.compile(r"^[ \t]*(?:\|[^\n]*\||\+-{3,})", re.MULTILINE)
LEAST_RULED = 3  # rows of a ruled table
IN_QUOTES = re.compile(r"[\"“„«]([^\"“”„«»]+)[\"”“»]")


def parties_named(
    text: str, title: Span | None, preamble: Span, *, language: str, letters: bool
) -> list[list[PartyName]]:
    """The parties as preamble, title, register lines and labels name them.

    In an exchange of letters (``letters``) the first words name the writers,
    not the parties: the preamble comes last, as it does where a table fills it.
    """
    governments = government_names(text, language)
    letters = letters or bool(governments)
    sources = [
        plural_names(text, preamble, language)
        or preamble_names(text, preamble, language),
        title_names(text, title, language),
        register_names(text, preamble[1], language),
        labelled_names(text, language),
        row_of_parties(text, language),
        defined_names(text, language),
        form_names(text, language),
        mayors_towns(text, preamble, language),
        officers_bodies(text, preamble, language),
        governments,
        writer_names(text) if letters else [],
        paired_names(text, preamble, language) if letters else [],
        framework_names(text, preamble, language),
        annexed_names(text, preamble, language),
        body_names(text, preamble, language),
        table_names(text, (0, min(len(text), CLAUSE_REACH)), language),
        session_names(text, preamble, language),
    ]
    if letters or _is_ruled(text, preamble):
        sources = [*sources[1:], sources[0]]
    return [member_names(text, language), *sources]


def _is_ruled(text: str, preamble: Span) -> bool:
    """Whether a ruled table stands in the preamble, of which only some rows are parties."""
    return len(RULED.findall(text, *preamble)) >= LEAST_RULED


def parties_of(
    text: str, sources: Sequence[Sequence[PartyName]], language: str
) -> tuple[Party, ...]:
    """The parties in the order of the source that names them best.

    Those who sign, the last source, are not looked for by their short names. Where all of these sign and others too, all who sign are parties.
    """
    label = pattern(language, "parties", "no_party")
    named = [[name for name in each if not label.match(name.name)] for each in sources]
    short = {name.casefold() for name in short_names(text)}
    named[-1] = [name for name in named[-1] if name.name.casefold() not in short]
    best = max(named, key=_worth)
    signed = named[-1]
    if len(signed) > max(2, len(best)) and _holds(signed, best):
        best = signed
    return tuple(_party(text, _fullest(name, named), language) for name in best)


def _holds(signed: Sequence[PartyName], named: Sequence[PartyName]) -> bool:
    """Whether those who sign look like parties, and all of those named are among them."""
    known = {name.country or name.name.casefold() for name in signed}
    told = {name.country or name.name.casefold() for name in named if name.sound}
    states = all(name.country for name in named)
    alike = sum(bool(name.country if states else name.sound) for name in signed)
    return 2 * alike >= len(signed) and bool(told) and told <= known


def _worth(names: Sequence[PartyName]) -> tuple[bool, bool, bool, int]:
    """Two sound names or more beat anything; then two of which one is; then two."""
    sound = sum(name.sound for name in names)
    two = len(names) >= 2
    return two and sound == len(names), two and sound > 0, two, min(sound, 2)


def _fullest(name: PartyName, sources: Sequence[Sequence[PartyName]]) -> PartyName:
    """The state's own name where ``name`` is only an adjective."""
    if not name.is_adjective:
        return name
    same = [
        n
        for s in sources
        for n in s
        if n.country == name.country and not n.is_adjective and is_country(n)
    ]
    return max(same, key=lambda n: len(n.name), default=name)


def _party(text: str, name: PartyName, language: str) -> Party:
    certainty = 0.95 if name.country else 0.8 if name.sound else 0.5
    value = Value.of(
        text,
        (name.start, name.end),
        value=_cased(text, name, language),
        certainty=certainty,
    )
    return Party(value, name.country)


def _cased(text: str, name: PartyName, language: str) -> str:
    """The name as running text spells it, where it was quoted from capitals.

    A name that stands in quotation marks as a whole is given without them.
    """
    if not name.name.isupper():
        whole = IN_QUOTES.fullmatch(name.name)
        return whole[1] if whole else name.name
    spelled = r"\s+".join(re.escape(word) for word in name.name.split())
    for found in re.finditer(rf"(?<!\w){spelled}(?!\w)", text, re.IGNORECASE):
        if not found.group().isupper():
            return " ".join(found.group().split())
    return _state_cased(name.name, language) if name.country else name.name


def _state_cased(name: str, language: str) -> str:
    """ "REPUBLIC OF CHILE" in running type."""
    cased = [
        w.lower() if is_particle(w, language) else w.capitalize() for w in name.split()
    ]
    return " ".join(cased)
