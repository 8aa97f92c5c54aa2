"""Who owes a duty: the parties that the words before the verb mean."""

import re
from functools import cache

from memoranda.reading.records import Party, Value
from memoranda.reading.statements.treaty.affiliation import Sides
from memoranda.reading.statements.treaty.duty import (
    AND,
    LONGEST_ACTOR,
    Duty,
    actor_pattern,
    first_actor,
)
from memoranda.reading.statements.treaty.joint_body import body_name
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, trimmed
from memoranda.reading.vocabulary import words

ARTICLE = re.compile(r"^the\s+", re.IGNORECASE)
JOINT = re.compile(r",?\s+and\s+|,\s+", re.IGNORECASE)
LEAST_JOINED = 2  # parties
LONGEST_SHORT_NAME = 4  # words
ONE_WORD = r"\w{1,20}"
PRONOUN = re.compile(r"(?<!\w)(?P<who>it|they)(?:\s+also)?\s*$", re.IGNORECASE)
ADVERB = re.compile(r"\w{2,20}ly")
BY_NAME = re.compile(r"(?:the\s+)?[A-Z]")
MARK = re.compile(r"\s*[(]?[\w.]{1,4}[.)]\s+")
BY = re.compile(r"\bby\s+", re.IGNORECASE)


def actors_named(
    text: str, duty: Duty, sides: Sides, *, before: tuple[Value, ...] = ()
) -> tuple[Value, ...]:
    """The parties that the actor's words mean; else the words themselves.

    What is only to be done ("shall be held") has the actor that it names with "by";
    "it" and "they" mean those of the duty ``before``, where that names any.
    """
    pronoun = None if duty.is_passive else PRONOUN.search(text, *duty.actor)
    if pronoun and before:
        said = pronoun.span("who")
        return tuple(Value.of(text, said, value=one.value) for one in before)
    span = _agent(text, duty) if duty.is_passive else duty.actor
    return _who(text, duty, span, sides=sides) if span else ()


def parties_said(text: str, span: Span, sides: Sides) -> tuple[Value, ...]:
    """The parties that the words of a heading mean; else the words themselves."""
    return _who(text, Duty(span, (span[1], span[1])), span, sides=sides)


def all_of(text: str, span: Span, sides: Sides) -> tuple[Value, ...]:
    """All the parties, on the words of ``span``."""
    names = (side.party.name.value for side in sides.each)
    return tuple(Value.of(text, span, value=name) for name in names)


def _who(text: str, duty: Duty, span: Span, *, sides: Sides) -> tuple[Value, ...]:
    """The parties, the body or the words that ``span`` holds."""
    language = sides.language
    span = span if duty.is_passive else first_actor(text, span, language)
    body = _body(text, span, language)
    if body:
        return (Value.of(text, body, certainty=0.7),)
    together = _together(text, span, sides) or _unnamed(text, duty)
    if together and sides.each:
        return all_of(text, together, sides)
    single = _last(_one(language), text, span)
    named = [] if together or single else _named(text, span, sides)
    noun = _by_noun(text, span, language) if duty.is_passive else _noun(text, span)
    where = together or single or noun
    if named or where is None:
        return tuple(named)
    return _joined(text, where, sides) or (_said(text, where, sides),)


def _together(text: str, span: Span, sides: Sides) -> Span | None:
    """ "The Archives" mean all parties, unless that is what one of them is called."""
    found = _last(_all(sides.language), text, span)
    plain = ARTICLE.sub("", text[slice(*found)]).casefold() if found else ""
    party = sides.known_as(plain) if found else None
    return None if party and plain in str(party.name.value).casefold() else found


def _body(text: str, span: Span, language: str) -> Span | None:
    """ "A Joint Committee of both Sides": the body, not the sides that it is made of."""
    mark = MARK.match(text, *span)
    found = body_name(language).match(text, mark.end() if mark else span[0], span[1])
    apart = found and _made_of(language).match(text, found.end("name"), span[1])
    return found.span("name") if found and apart else None


@cache
def _made_of(language: str) -> re.Pattern[str]:
    made = any_of(words(language, "obligations")["made_of"])
    return re.compile(rf",?\s{{1,3}}{made}(?!\w)", re.IGNORECASE)


def _unnamed(text: str, duty: Duty) -> Span | None:
    """Where all resolve: "Undertake to sing"; above points, "take the solemn oath"."""
    actor = trimmed(text, duty.actor).words
    if actor and not ADVERB.fullmatch(actor):
        return None
    verb, act = trimmed(text, (duty.actor[1], duty.act[0])), trimmed(text, duty.act)
    said = verb if act.is_blank else act
    return None if said.is_blank else (said.start, said.end)


def _joined(text: str, where: Span, sides: Sides) -> tuple[Value, ...]:
    """The parties of "NMD and NKA", each by a name that it goes by; else none."""
    said = JOINT.split(text[slice(*where)])
    known = [sides.known_as(ARTICLE.sub("", each)) for each in said]
    if len(known) < LEAST_JOINED or None in known:
        return ()
    return tuple(
        Value.of(text, where, value=party.name.value, certainty=0.7)
        for party in known
        if party
    )


def _said(text: str, where: Span, sides: Sides) -> Value:
    """The party that goes by the words, or the words."""
    said = " ".join(text[slice(*where)].split())
    plain = ARTICLE.sub("", said)
    party = (
        sides.known_as(plain)
        or _begun(plain, sides)
        or _at_end(plain, sides)
        or _at_head(plain, sides)
    )
    if party is None and _one_side(sides.language).search(plain):
        party = sides.named(plain)
    name = party.name.value if party else said
    return Value.of(text, where, value=name, certainty=0.7)


def _begun(plain: str, sides: Sides) -> Party | None:
    """The one party whose name begins so: "the National Theatre" of Cluj."""
    if " " not in plain:
        return None
    parties = [side.party for side in sides.each]
    begun = f"{plain.casefold()} "
    same = [p for p in parties if str(p.name.value).casefold().startswith(begun)]
    return same[0] if len(same) == 1 else None


def _at_end(plain: str, sides: Sides) -> Party | None:
    """The party named last: "in case of damage, the Venue", "accordingly the Gallery"."""
    said = plain.split()
    ends = (
        " ".join(said[place:])
        for place in range(1, len(said))
        if said[place - 1].endswith((",", "ly"))
    )
    known = (sides.known_as(ARTICLE.sub("", end)) for end in ends if BY_NAME.match(end))
    return next((party for party in known if party), None)


def _at_head(plain: str, sides: Sides) -> Party | None:
    """The party before its first act: "the Venue builds the stage and"."""
    if not AND.search(plain):
        return None
    said = plain.split()
    heads = (" ".join(said[:end]) for end in range(LONGEST_SHORT_NAME, 0, -1))
    known = (sides.known_as(head) for head in heads)
    return next((party for party in known if party), None)


def is_none_of_them(text: str, duty: Duty, language: str) -> bool:
    """ "Neither Party shall pass copies on": the duty is not to do it."""
    if duty.is_passive:
        return False
    neither = _listed(language, "none_of_them")
    return bool(neither.search(text, *duty.actor))


def _agent(text: str, duty: Duty) -> Span | None:
    by = BY.search(text, *duty.act)
    return (by.end(), min(duty.act[1], by.end() + LONGEST_ACTOR)) if by else None


@cache
def _listed(language: str, key: str) -> re.Pattern[str]:
    phrases = any_of(words(language, "obligations")[key])
    return re.compile(rf"(?<!\w){phrases}(?!\w)", re.IGNORECASE)


def _all(language: str) -> re.Pattern[str]:
    return _listed(language, "all_parties")


def _one(language: str) -> re.Pattern[str]:
    return _listed(language, "one_party")


@cache
def _one_side(language: str) -> re.Pattern[str]:
    """ "The Chilean Party", "the Norwegian Government": one of the sides, by its state."""
    sides = any_of(words(language, "obligations")["sides"])
    return re.compile(rf"\s{sides}$", re.IGNORECASE)


def _last(pattern: re.Pattern[str], text: str, span: Span) -> Span | None:
    """The match nearest before the verb."""
    found = list(pattern.finditer(text, *span))
    return found[-1].span() if found else None


def _named(text: str, span: Span, sides: Sides) -> list[Value]:
    """The parties whose names stand among the actor's words."""
    said = text[slice(*span)]
    found = []
    for party in (side.party for side in sides.each):
        at = said.find(party.name.quote)
        if at >= 0:
            where = (span[0] + at, span[0] + at + len(party.name.quote))
            found.append(Value.of(text, where, value=party.name.value))
    return found


def _by_noun(text: str, span: Span, language: str) -> Span | None:
    """The party right after "by": "by the Theatre"."""
    found = _agent_words(language).match(text, *span)
    return found.span() if found else None


@cache
def _agent_words(language: str) -> re.Pattern[str]:
    return re.compile(actor_pattern(language, noun=ONE_WORD) + r"(?!\w)")


def _noun(text: str, span: Span) -> Span | None:
    """The clause before the verb, after its last stop."""
    start = max(text.rfind(mark, *span) + 1 for mark in ".;:\n")
    line = trimmed(text, (max(start, span[0]), span[1]))
    return (line.start, line.end) if 2 < len(line.words) <= LONGEST_ACTOR else None
