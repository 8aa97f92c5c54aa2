"""One chain for each organisation: full name, part of it, acronym, other spelling."""

import re
from collections.abc import Iterable, Iterator, Set

from memoranda.reading.entities.cast import Span
from memoranda.reading.entities.chains import Register, folded_tokens
from memoranda.reading.names import organisation_similarity
from memoranda.reading.records import Mention

SAME_BODY = 0.92
EMPTY = frozenset({"the", "of", "for", "and", "in", "at", "a", "on", "de", "la", "du"})
# "(NMH)" and "(NMH, coordinator)" behind a name
BRACKETED = re.compile(
    r"\s*[(\[]\s*(?:the\s+)?[“\"']?([^()\[\]\n“”\",;]{2,40}?)[”\"']?\s*(?:[,;][^()\[\]\n]{1,40})?[)\]]"
)
ACRONYM = re.compile(r"[A-Z][A-Za-z.&+-]*[A-Z][A-Za-z0-9.+-]*$")
# "INAH, the " before one
LEADING = re.compile(r"(?<!\w)([A-Z]{2,10})(?:,\s+|\s*\(\s*)(?:the\s+)?\Z")
LEADING_REACH = 20  # characters


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
    named = {span for span, _ in spans}
    for span, certainty in spans:
        position = _place(register, text, (span, certainty))
        if position is not None:
            _learn_short_names(register, position, _short_names(text, span, named))
    return register


def _size(form: str) -> int:
    return len(folded_tokens(form, drop=EMPTY))


def _place(register: Register, text: str, item: tuple[Span, float]) -> int | None:
    """The chain that a mention joins or begins; None for one without a word."""
    span, certainty = item
    form = text[slice(*span)]
    tokens = folded_tokens(form, drop=EMPTY)
    if not tokens:
        return None
    position = register.exact(tokens)
    if position is None:
        position = _like(register, form, (tokens, span[0]))
    if position is None:
        position = register.open(span, form, tokens, certainty=certainty)
    else:
        register.chains[position].add(span, form, tokens)
        register.index(position, tokens)
    return position


def _short_names(text: str, span: Span, named: Set[Span]) -> Iterator[str]:
    """The short names that stand beside a full one, which is at ``span``.

    Behind it an acronym in brackets, or one word that is known for a body; before it
    an acronym of its initials, in any order ("INAH, the National Institute of ...").
    """
    behind = BRACKETED.match(text, span[1])
    if behind and (
        ACRONYM.match(behind[1]) or (" " not in behind[1] and behind.span(1) in named)
    ):
        yield behind[1]
    start = max(0, span[0] - LEADING_REACH)
    before = LEADING.search(text[start : span[0]])
    words = text[slice(*span)].upper().split()
    initials = [word[0] for word in words if word.lower() not in EMPTY]
    if before and sorted(before[1]) == sorted(initials):
        yield before[1]


def _learn_short_names(
    register: Register, position: int, beside: Iterable[str]
) -> None:
    """Remember what stands beside a name, and the initials of a long one."""
    chain = register.chains[position]
    for name in beside:
        tokens = folded_tokens(name, drop=EMPTY)
        chain.acronyms.add("".join(tokens))
        register.index(position, tokens)
    if len(chain.tokens) > 2:
        register.index(position, ("".join(token[0] for token in chain.tokens),))


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
