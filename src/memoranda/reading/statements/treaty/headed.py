"""Duties that stand below the name of whose they are: "Obligations of the Library".

A party's name alone before a colon is such a head too: "The Trust: (a) lends two masters".
"""

import re
from dataclasses import dataclass
from functools import cache

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.actor import all_of, parties_said
from memoranda.reading.statements.treaty.affiliation import Sides
from memoranda.reading.statements.treaty.duty import POINT, Duty, listed, listed_words
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, trimmed
from memoranda.reading.vocabulary import words

LONGEST = 100  # characters of a head
NUMBER = re.compile(
    r"[\s.:–—-]*(?:[(]?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[A-Za-z]|[ivxIVX]{1,4})[.):–-]*\s+)?"
)
BESIDE = re.compile(
    r"(?:(?<=:)|(?<=[;,])|(?<=\band))\s*[(]?(?:[a-z]|[ivx]{1,4}|\d{1,2})\)\s*"
)
BULLET = re.compile(rf"\s*{POINT}\s*")
TO = re.compile(r"(?P<not>not\s+)?[Tt]o\s+(?=[a-z])")


@dataclass(frozen=True, slots=True)
class Head:
    """Who owes what stands below, and the points that stand on the same line."""

    who: tuple[Value, ...]
    rest: Span


def head_of(text: str, span: Span, sides: Sides) -> Head | None:
    """The head that a sentence is, or opens with; None for any other sentence."""
    number = NUMBER.match(text, *span)
    begin = number.end() if number else span[0]
    end = min(span[1], begin + LONGEST)
    headed = _headed(sides.language).fullmatch(text, begin, span[1])
    if headed and not listed_words(sides.language, "auxiliaries").search(headed[0]):
        return _told(text, headed, sides)
    named = _named(sides.language).match(text, begin, end)
    if named and (sides.has_name(named["actor"]) or named["all"]):
        who = parties_said(text, named.span("actor"), sides)
        return Head(who, (named.end(), span[1]))
    return None


def _told(text: str, headed: re.Match[str], sides: Sides) -> Head:
    if headed["shared"]:
        who = all_of(text, headed.span("shared"), sides)
    else:
        actor = next(name for name in ("of", "whose", "asked", "doing") if headed[name])
        who = parties_said(text, headed.span(actor), sides)
    return Head(who, (headed.end(), headed.end()))


@cache
def _headed(language: str) -> re.Pattern[str]:
    """ "Obligations of the Library", "The Library's tasks", "What the Library does"."""
    does = listed(language, "does")
    asks = rf"what\s+(?:(?P<asked>[^,;:.\n]{{2,60}}?)\s+{does}|{does}\s+(?P<doing>[^,;:.\n]{{2,60}}?)\s+{does}[^.;:\n]{{0,20}}\?)"
    duties = listed(language, "headed")
    return re.compile(
        rf"(?:(?:the\s+)?{duties}\s+{listed(language, 'headed_of')}\s+(?P<of>[^,;:.\n]{{2,60}}?)"
        rf"|(?P<whose>[^,;:.\n]{{2,60}}?)['’]s?\s+{duties}|(?P<shared>{listed(language, 'shared')})\s+{duties}|{asks})\s*[:.]?\s*",
        re.IGNORECASE,
    )


@cache
def _named(language: str) -> re.Pattern[str]:
    """A party's name and nothing else before a colon."""
    together = rf"(?P<all>{listed(language, 'all_parties')})"
    return re.compile(
        rf"(?P<actor>{together}|[^,;:.\n]{{2,60}}?)\s*:\s*", re.IGNORECASE
    )


def points_beside(text: str, head: Head, language: str) -> list[Duty]:
    """The points on the head's own line, each an act: "(a) lends two masters; (b) pays"."""
    marks = list(BESIDE.finditer(text, head.rest[0] - 1, head.rest[1]))
    starts = [mark.end() for mark in marks] or [head.rest[0]]
    ends = [*(mark.start() for mark in marks[1:]), head.rest[1]]
    acts = (act_of(text, each, language) for each in zip(starts, ends, strict=False))
    return [act for act in acts if act]


def act_of(text: str, span: Span, language: str) -> Duty | None:
    """The point "to build the stage", "lends two masters", "payment by the hour" not."""
    bullet = BULLET.match(text, *span)
    line = trimmed(text, (bullet.end() if bullet else span[0], span[1]))
    to = TO.match(line.words)
    if to is None and not _acts(language).match(line.words):
        return None
    begin = line.start + (to.end() if to and not to["not"] else 0)
    return Duty((begin, begin), (begin, line.end))


@cache
def _acts(language: str) -> re.Pattern[str]:
    """A listed act, or a word that its object follows: "films the work"."""
    return re.compile(
        rf"(?:{listed(language, 'present')}(?!\w)|[^\W\d_]\w{{2,20}}\s+(?:\d|{listed(language, 'before_object')}(?!\w)))",
        re.IGNORECASE,
    )


def opens_points(
    text: str, span: Span, language: str, *, before_to: bool = False
) -> bool:
    """Whether the words end in "declare their intention to:", over numbered points.

    ``before_to``: the points say "to" themselves, and "resolve" is enough.
    """
    said = text[slice(*span)].rstrip().rstrip(":(").rstrip()
    said = f"{said} to" if before_to else said
    stem = rf"(?<!\w)(?:{listed(language, 'duties')}|{listed(language, 'resolved')})$"
    return bool(re.search(stem, said, re.IGNORECASE))


@cache
def resolving(language: str) -> re.Pattern[str]:
    """The verb with which all resolve, at the head of a sentence: "We undertake"."""
    verbs = any_of(
        verb.removesuffix(" to").removesuffix(" that")
        for verb in words(language, "obligations")["resolved"]
    )
    return re.compile(rf"\s*(?:we\s+)?(?:hereby\s+)?{verbs}(?!\w)", re.IGNORECASE)
