"""Acts in the present tense that oblige because a party does them: "The Office pays"."""

import re
from collections.abc import Callable, Iterator
from functools import cache

from memoranda.reading.statements.treaty.duty import (
    PROPER,
    Duty,
    actor_pattern,
    listed,
    party_words,
)
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.vocabulary import words

IsParty = Callable[[str], bool]
Acting = Callable[[str, str], re.Pattern[str]]

CLAUSE_BEGINS = r"(?:(?<=[,;:)]\s)|(?<=and\s)|(?<=while\s)|(?<![^\n]))"
RELATIVE = r"(?:\s{1,3}(?:that|which|who)\s[^,.;\n]{1,60}?)?"
ADVERB = r"(?:(?:each|also|jointly|then|hereby|thereupon|mutually|\w{2,20}ly)\s{1,3})?"
ENDINGS = (("ies", "y"), ("es", ""), ("s", ""))
NO_BASE = ("ed", "ing", "s", "ly")


def present_duties(
    text: str, span: Span, language: str, *, is_party: IsParty
) -> Iterator[Duty]:
    """ "Each Museum covers its own costs", "Fares are paid by the guest".

    Of a party any act counts but those of mind and being ("recognises"); of other
    actors only those of the list.
    """
    passive = _passive(language).search(text, *span)
    acts = list(_clauses(text, span, language, acting=_acting)) or list(
        _open_acts(text, span, language, is_party=is_party)
    )
    if passive and not (acts and acts[0].start() < passive.start()):
        yield Duty((span[0], passive.start()), (passive.start(), span[1]), True)
        return
    ends = [*(act.start() for act in acts[1:]), span[1]]
    for act, end in zip(acts, ends, strict=False):
        yield Duty(act.span("actor"), (act.start("verb"), end))


def _clauses(
    text: str, span: Span, language: str, *, acting: Acting
) -> Iterator[re.Match[str]]:
    """The acts that open the sentence or one of its clauses."""
    first = acting(language, "").match(text, *span)
    if first:
        yield first
    start = first.end() if first else span[0]
    yield from acting(language, CLAUSE_BEGINS).finditer(text, start, span[1])


def _open_acts(
    text: str, span: Span, language: str, *, is_party: IsParty
) -> Iterator[re.Match[str]]:
    """Acts with verbs of no list, where their actor is a party."""
    for found in _clauses(text, span, language, acting=_any_act):
        actor, verb = found["actor"], found["verb"]
        together = re.fullmatch(listed(language, "all_parties"), actor, re.IGNORECASE)
        known = together or found["party"] or is_party(actor)
        if known and _is_act(verb, bool(together), language):
            yield found


def _is_act(verb: str, is_plural: bool, language: str) -> bool:
    """Whether the word is a verb in the number of its actor that tells of an act."""
    no_acts = _no_acts(language)
    if is_plural:
        return not verb.endswith(NO_BASE) and verb not in no_acts
    bases = [verb.removesuffix(s) + e for s, e in ENDINGS if verb.endswith(s)]
    return bool(bases) and not {verb, *bases} & no_acts and not verb.endswith("ss")


@cache
def _no_acts(language: str) -> frozenset[str]:
    return frozenset(words(language, "obligations")["no_acts"])


@cache
def _passive(language: str) -> re.Pattern[str]:
    """One of the list, or any "is sent by" that tells of no state of things."""
    states = listed(language, "passive_states")
    return re.compile(
        rf"(?<!\w)(?<!which\s)(?<!that\s)(?:{listed(language, 'present_passive')}"
        rf"|(?:is|are)\s{{1,3}}(?:\w+ly\s{{1,3}})?(?!{states}\s)\w{{2,20}}(?:ed|en|wn|rne|de|id|nt|et|ut|ught)(?:\s{{1,3}}(?:for|out))?\s{{1,3}}by(?=\s{{1,3}}(?:the|an?|each|both|either|those|its|their|(?-i:[A-Z]))))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _acting(language: str, before: str) -> re.Pattern[str]:
    """An actor with a listed act, at the start or after a comma."""
    return re.compile(
        rf"{before}\s{{0,3}}(?P<actor>{actor_pattern(language)}){RELATIVE}\s{{1,3}}"
        rf"{ADVERB}(?P<verb>{listed(language, 'present')})(?!\w)"
    )


@cache
def _any_act(language: str, before: str) -> re.Pattern[str]:
    """A party, or what may be one by its capital, before any word."""
    proper = (
        rf"(?:[Tt]he\s{{1,3}}|Each\s{{1,3}})?{PROPER}(?:[\s-]{{1,3}}{PROPER}){{0,3}}"
    )
    return re.compile(
        rf"{before}\s{{0,3}}(?P<actor>(?P<party>{party_words(language)})|{proper})\s{{1,3}}"
        rf"{ADVERB}(?P<verb>[a-z]{{2,20}})(?!\w)"
    )
