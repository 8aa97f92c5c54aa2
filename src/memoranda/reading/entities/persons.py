"""One chain for each person: full name, surname alone, other spelling."""

import re

from memoranda.reading.entities.cast import Span
from memoranda.reading.entities.chains import Register, folded_tokens
from memoranda.reading.names import person_similarity, without_marks
from memoranda.reading.records import Mention
from memoranda.reading.vocabulary import words

SAME_PERSON = 0.9


def honorific_pattern(language: str) -> re.Pattern[str]:
    """Titles of courtesy at the beginning of a name."""
    titles = sorted(words(language, "roles")["honorifics"], key=len, reverse=True)
    joined = "|".join(re.escape(title) for title in titles)
    return re.compile(rf"(?:(?:{joined})\b\.?\s*)+(?=\S)", re.IGNORECASE)


def bare_name(text: str, span: Span, honorifics: re.Pattern[str]) -> Span:
    """``span`` without courtesy titles before it or a possessive after it."""
    start, end = span
    found = honorifics.match(text, start, end)
    if found and found.end() < end:
        start = found.end()
    form = text[start:end]
    form = re.sub(r"(?:['’]s?|[,.;:\s]+)$", "", form) or form
    if re.search(r"(?:^|\s)(?:[A-Z]|Jr|Sr)$", form):
        form = text[start : min(start + len(form) + 1, end)]
    return start, start + len(form)


def gather_persons(text: str, mentions: list[Mention], *, language: str) -> Register:
    """The chains of the persons mentioned; full names are read before surnames."""
    register = Register(bodies=False)
    honorifics = honorific_pattern(language)
    known = [
        (bare_name(text, (m.start, m.end), honorifics), m.certainty) for m in mentions
    ]
    full = [item for item in known if " " in text[slice(*item[0])].strip()]
    single = [item for item in known if " " not in text[slice(*item[0])].strip()]
    for span, certainty in full + single:
        _place(register, text, (span, certainty))
    return register


def _place(register: Register, text: str, item: tuple[Span, float]) -> None:
    span, certainty = item
    form = text[slice(*span)]
    tokens = folded_tokens(form)
    if not tokens:
        return
    position = register.exact(tokens)
    if position is None:
        position = _like(register, form, tokens)
    if position is None:
        register.open(span, form, tokens, certainty=certainty)
        return
    chain = register.chains[position]
    chain.certainty = max(chain.certainty, certainty)
    chain.add(span, form, tokens)
    register.index(position, tokens)


def _like(register: Register, form: str, tokens: tuple[str, ...]) -> int | None:
    for position in register.candidates((*tokens, tokens[-1])):
        chain = register.chains[position]
        if set(tokens) <= set(chain.tokens) and _compatible(tokens, chain.tokens):
            return position
        if len(tokens) > 1 and len(chain.tokens) > 1:
            best = person_similarity(form, chain.forms[0]).score
            if best >= SAME_PERSON:
                return position
    return _other_spelling(register, form, tokens)


def _compatible(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    return len(short) > 1 or short[0] == full[-1] or short[0] in full


def _other_spelling(
    register: Register, form: str, tokens: tuple[str, ...]
) -> int | None:
    """Another spelling: Huseinov for Huseynov, a surname without its marks."""
    recent = range(len(register.chains) - 1, max(-1, len(register.chains) - 40), -1)
    for position in recent:
        chain = register.chains[position]
        full = chain.forms[0]
        if len(tokens) == 1:
            if without_marks(form.casefold()) == without_marks(
                full.split()[-1].casefold()
            ):
                return position
        elif (
            chain.tokens[-1][0] == tokens[-1][0]
            and person_similarity(form, full).score >= SAME_PERSON
        ):
            return position
    return None
