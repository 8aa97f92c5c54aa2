"""One chain for each organisation: full name, part of it, acronym, other spelling."""

import re

from memoranda.reading.entities.cast import Span
from memoranda.reading.entities.chains import Register, folded_tokens
from memoranda.reading.names import organisation_similarity
from memoranda.reading.records import Mention

SAME_BODY = 0.92
EMPTY = frozenset({"the", "of", "for", "and", "in", "at", "a", "on", "de", "la", "du"})
BRACKETED = re.compile(r"\s*[(\[]\s*(?:the\s+)?([^()\[\]\n]{2,40}?)\s*[)\]]")
ACRONYM = re.compile(r"[A-Z][A-Za-z.&+-]*[A-Z][A-Za-z0-9.+-]*$")


def bare_body(text: str, span: Span) -> Span:
    """``span`` without an article before it or a possessive after it."""
    start, end = span
    form = text[start:end]
    lead = re.match(r"(?:the|a|an|its|their|our)\s+", form, re.IGNORECASE)
    if (lead and not form.startswith("The ")) or (lead and len(form.split()) > 2):
        start += lead.end()
    form = re.sub(r"(?:['’]s?|[,;:\s]+)$", "", text[start:end])
    return (start, start + len(form)) if form else span


def gather_bodies(text: str, mentions: list[Mention]) -> Register:
    """The chains of the organisations mentioned, longest names first."""
    register = Register(bodies=True)
    spans = [(bare_body(text, (m.start, m.end)), m.certainty) for m in mentions]
    spans.sort(key=lambda item: (-_size(text[slice(*item[0])]), item[0]))
    for span, certainty in spans:
        _place(register, text, (span, certainty))
    return register


def _size(form: str) -> int:
    return len(folded_tokens(form, drop=EMPTY))


def _place(register: Register, text: str, item: tuple[Span, float]) -> None:
    span, certainty = item
    form = text[slice(*span)]
    tokens = folded_tokens(form, drop=EMPTY)
    if not tokens:
        return
    position = register.exact(tokens)
    if position is None:
        position = _like(register, form, (tokens, span[0]))
    if position is None:
        position = register.open(span, form, tokens, certainty=certainty)
    else:
        register.chains[position].add(span, form, tokens)
        register.index(position, tokens)
    _learn_acronym(register, position, (text, span[1]))


def _learn_acronym(register: Register, position: int, after: tuple[str, int]) -> None:
    """Remember "(ABC)" behind a name, and the initials of a long name."""
    text, end = after
    chain = register.chains[position]
    found = BRACKETED.match(text, end)
    if found and ACRONYM.match(found[1].strip("“”\"'")):
        alias = folded_tokens(found[1], drop=EMPTY)
        chain.acronyms.add("".join(alias))
        register.index(position, alias)
    if len(chain.tokens) > 2:
        initials = "".join(token[0] for token in chain.tokens)
        register.index(position, (initials,))


def _like(
    register: Register, form: str, seen: tuple[tuple[str, ...], int]
) -> int | None:
    tokens, start = seen
    fitting = []
    for position in register.candidates(tokens):
        chain = register.chains[position]
        inside = set(tokens) < set(chain.tokens)
        part = inside and (form.isupper() or _is_part(tokens, chain.tokens))
        if part:
            fitting.append(position)
        elif organisation_similarity(form, chain.forms[0]).score >= SAME_BODY:
            return position
    return min(fitting, key=lambda n: _distance(register, n, start), default=None)


def _is_part(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """A part that still names the body: "Mugham Center", not the mere sort of it."""
    return len(short) > 1 or short[0] in {full[0], full[-1]} or len(short[0]) > 5


def _distance(register: Register, position: int, start: int) -> int:
    """How far behind ``start`` the chain was last named; later names count double."""
    nearest = [
        start - s if s <= start else 2 * (s - start)
        for s, _ in register.chains[position].spans
    ]
    return min(nearest)
