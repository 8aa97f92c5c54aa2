"""What a duty is made of: the words for its actor and those of its act."""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span
from memoranda.reading.vocabulary import words

LONGEST_ACTOR = 160
AND = re.compile(r"\band(?:\s+also)?\s*$", re.IGNORECASE)
# What marks a point: "(a)", "2.", "iv)", "4.1", a dash.
POINT = r"(?:\d{1,2}(?:\.\d{1,2}){1,2}[.)]*(?=\s)|[(]?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4})[.)]+|[-–—•*·])"
PROPER = r"(?!An?\b)[A-Z][\w’'&-]{0,30}"


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty in a sentence: the words before the verb and those of the act.

    ``is_passive``: the act's subject is what is done, not who does it.
    """

    actor: Span
    act: Span
    is_passive: bool = False


@cache
def actor_pattern(language: str, noun: str | None = None) -> str:
    """Words for a party: "each owner", "the Office", "UNQ", "The Algerian Party".

    ``noun`` stands behind a bare "the"; else one word or two.
    """
    second = rf"(?!{listed(language, 'auxiliaries')}\b)\w{{1,20}}"
    noun = noun or rf"\w{{1,20}}(?:\s{{1,3}}{second})?"
    named = (
        rf"(?i:the\s{{1,3}})?{PROPER}(?:\s{{1,3}}(?:of|for|and|de|the|{PROPER})){{0,7}}"
        rf"(?:\s{{1,3}}(?:of|in)\s{{1,3}}(?:both|the\s{{1,3}}two)\s{{1,3}}\w{{3,20}})?"
    )
    each = rf"(?i:each|neither)\s{{1,3}}(?!{listed(language, 'no_owner')}\b)\w{{3,20}}"
    return rf"(?:{party_words(language)}|{named}|{each}|(?i:the)\s{{1,3}}(?!other\b){noun})"


def first_actor(text: str, span: Span, language: str) -> Span:
    """Of "the Borrower may photograph the works and": the words before the first verb.

    Of "the functions of the Board": the Board.
    """
    headed = _duties_of(language).match(text, *span)
    span = (headed.end(), span[1]) if headed else span
    if not AND.search(text, *span):
        return span
    first = listed_words(language, "auxiliaries").search(text, *span)
    return (span[0], first.start()) if first and first.start() > span[0] else span


@cache
def _duties_of(language: str) -> re.Pattern[str]:
    duties = listed(language, "headed")
    return re.compile(rf"\s*(?:the\s+)?{duties}\s+of\s+(?=\S)", re.IGNORECASE)


@cache
def party_words(language: str) -> str:
    """Words that mean nobody but parties: "both Sides", "the receiving Side"."""
    return rf"(?i:{listed(language, 'all_parties')}|{listed(language, 'one_party')})"


@cache
def listed(language: str, key: str) -> str:
    """A pattern for any phrase of one list of the obligations' vocabulary."""
    return any_of(words(language, "obligations")[key])


@cache
def listed_words(language: str, key: str) -> re.Pattern[str]:
    """The same as whole words, without regard to case."""
    return re.compile(rf"(?<!\w){listed(language, key)}(?!\w)", re.IGNORECASE)
