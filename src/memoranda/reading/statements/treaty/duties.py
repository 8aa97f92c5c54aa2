"""Where a sentence of an agreement sets a duty, and where its actor stands."""

import re
from collections.abc import Iterator
from functools import cache

from memoranda.reading.statements.treaty.duty import (
    Duty,
    actor_pattern,
    first_actor,
    listed,
    listed_words,
)
from memoranda.reading.statements.treaty.kind import kind_words
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, trimmed
from memoranda.reading.statements.treaty.present import IsParty, present_duties
from memoranda.reading.vocabulary import words

NO_DUTY_REACH = (
    80  # characters after the verb in which a clause on force or term shows itself
)
NUMBER = re.compile(
    r"\s*(?:[(]?(?:\d{1,2}(?:\.\d{1,2}){0,2}|[a-z]|[ivx]{1,4})[.)]{1,2}|[(]?\d{1,2}(?:\.\d{1,2}){0,2}[)]?(?=\s)|[-–•])\s+"
)
PASSIVE = re.compile(
    r"\s*(?:not\s+|also\s+|then\s+|thus\s+)?be\s+(?:\w+ly\s+)?(?:\w+-\n\s*)?\w{2,}(?:ed|en|wn|rne|ld|de|nt|id|pt|ut|ght|ung|et|un)\b",
    re.IGNORECASE,
)
# "What we will do together" heads an article.
QUESTION = re.compile(
    r"\s*(?:[\d.)(]+\s+)?(?:What|How|Who|Why|When|Where)\s[^.]{0,60}\??\s*$"
)
COUNTED_FROM = re.compile(
    r"\b(?:after|following|since|within|until|before|of\s+the|from\s+the|upon)\b[^,.;]*$",
    re.IGNORECASE,
)
A_WILL = re.compile(
    r"\b(?:the|their|its|a|free|good|common|last)\s+will$", re.IGNORECASE
)
NOT = re.compile(r"\s+not(?!\w)", re.IGNORECASE)
PLAIN = re.compile(r"\bbe\s+\w{2,}(?:ed|en|wn|ld|de|nt|id|t)\b|\b(?:to|a)\s+be\b")
TURN = re.compile(
    r"(?:[,;.]\s{1,3}(?:and|but|while|whereas|whilst)?|\band|\bwhile|\bwhereas)\s{1,3}$",
    re.IGNORECASE,
)


def _is_nobody(words: str) -> bool:
    return not words


def duties_in(
    text: str, span: Span, language: str, *, is_party: IsParty = _is_nobody
) -> tuple[Duty, ...]:
    """The duties that a sentence sets, each with its own actor; none where it only permits.

    "The Museum shall lend the objects, and the Library shall pay" sets two.
    ``is_party`` knows the names of the parties.
    """
    if trimmed(text, span).is_upper or QUESTION.match(text, *span):
        return ()
    mark = NUMBER.match(text, *span)
    span = (mark.end() if mark else span[0], span[1])
    entrusted = _entrusting(language).search(text, *span)
    if entrusted:
        return (Duty(entrusted.span("actor"), (entrusted.end(), span[1])),)
    verbs = list(_obliging(text, span, language))
    reach = (verbs[0][1] if verbs else span[0]) + NO_DUTY_REACH
    if _tells_of_itself(text, (span[0], min(span[1], reach)), language):
        return ()
    purpose = _behind_motive(language).match(text, *span)
    if purpose and not verbs:
        return (Duty((span[0], span[0]), (purpose.end(), span[1])),)
    aside = all(_is_aside(text, verb, language) for verb in verbs)
    told = _main_acts(text, span, language, is_party=is_party) if aside else ()
    return told or tuple(_undertaken(text, span, verbs, language=language))


def _undertaken(
    text: str, span: Span, verbs: list[Span], *, language: str
) -> Iterator[Duty]:
    """The duties that the verbs set, each to whoever stands before it."""
    if verbs and listed_words(language, "ratifying").search(text, *span):
        yield _ratifying(text, span, verbs)
    elif verbs:
        yield from _split(text, span, verbs, language=language)


def _obliging(text: str, span: Span, language: str) -> Iterator[Span]:
    """The verbs that oblige; "agree that" only where no other verb says what to do."""
    for verb in _verbs(language).finditer(text, *span):
        if _obliges(text, verb.span(), start=span[0], language=language):
            yield verb.span()


def _main_acts(
    text: str, span: Span, language: str, *, is_party: IsParty
) -> tuple[Duty, ...]:
    """What the parties do in the present tense, or agreed in the past."""
    reported = _agreed_that(language).search(text, *span)
    acts = () if reported else present_duties(text, span, language, is_party=is_party)
    told = (
        act
        for act in acts
        if not _is_of_paper(text, (act.actor[0], act.act[0]), language)
    )
    return tuple(told) or tuple(_reported(text, span, language))


def _is_aside(text: str, verb: Span, language: str) -> bool:
    """Whether the verb belongs to a mere relative clause: "a team, which shall"."""
    before = text[max(0, verb[0] - 24) : verb[0]].split()
    return (
        bool(before)
        and before[-1].lower() in words(language, "obligations")["relative"]
    )


def _reported(text: str, span: Span, language: str) -> Iterator[Duty]:
    """ "It was agreed that a seminar be held"."""
    found = _agreed_that(language).search(text, *span)
    if found and PLAIN.search(text, found.end(), span[1]):
        yield Duty((found.end(), found.end()), (found.end(), span[1]), True)


def _ratifying(text: str, span: Span, verbs: list[Span]) -> Duty:
    """The duty to ratify, without the clause on force that it may open."""
    end = verbs[1][0] if len(verbs) > 1 else span[1]
    turn = TURN.search(text, verbs[0][1], end)
    act = (verbs[0][1], turn.start() if turn and turn.end() == end else end)
    return Duty((span[0], verbs[0][0]), act, bool(PASSIVE.match(text, verbs[0][1])))


def is_bare(text: str, duty: Duty, language: str) -> bool:
    """Whether no verb follows "shall" but "in particular" or the like."""
    act = listed_words(language, "in_particular").sub("", text[slice(*duty.act)])
    return not any(letter.isalpha() for letter in act)


def _tells_of_itself(text: str, span: Span, language: str) -> bool:
    """Whether the sentence is on force, term, disputes and the like.

    "Three months after it has come into force" only sets a deadline.
    """
    if listed_words(language, "ratifying").search(text, *span):
        return False
    for found in listed_words(language, "no_duty").finditer(text, *span):
        before = text[max(span[0], found.start() - 80) : found.start()]
        if not (
            COUNTED_FROM.search(before)
            and _in_deadlines(language).search(found.group())
        ):
            return True
    return False


def _is_of_paper(text: str, actor: Span, language: str) -> bool:
    """Whether the agreement itself is what "shall": "this Memorandum", "its renewal"."""
    return bool(_papers(language).search(text, *first_actor(text, actor, language)))


def _split(
    text: str, span: Span, verbs: list[Span], *, language: str
) -> Iterator[Duty]:
    """A duty for the first verb and for each that has an actor of its own."""
    begins = [(span[0], verbs[0])]
    for verb in verbs[1:]:
        actor = _actor_before(language).search(text, begins[-1][1][1], verb[0])
        if (
            actor
            and actor.end() == verb[0]
            and TURN.search(text, begins[-1][1][1], actor.start())
        ):
            begins.append((actor.start(), verb))
    if _is_of_paper(text, (span[0], verbs[0][0]), language):
        begins = begins[1:]
    for place, (start, verb) in enumerate(begins):
        end = begins[place + 1][0] if place + 1 < len(begins) else span[1]
        yield Duty((start, verb[0]), (verb[1], end), bool(PASSIVE.match(text, verb[1])))


def _obliges(text: str, verb: Span, *, start: int, language: str) -> bool:
    """Whether the verb is no permission, question, condition or state of things."""
    before = text[max(start, verb[0] - 40) : verb[0]]
    if not before.strip() and text[verb[0]].isupper():
        return bool(listed_words(language, "resolved").match(text, verb[0]))
    if text[verb[0] : verb[1]].lower() == "may":
        forbids = NOT.match(text, verb[1])
        return bool(forbids or listed_words(language, "none_of_them").search(before))
    if _states(language).match(text, verb[1]) or _is_aim(text, verb, language):
        return False
    if _motive(language).search(text[start : verb[0]]) or A_WILL.search(
        text[max(start, verb[0] - 40) : verb[1]]
    ):
        return False
    return not (_free(language).search(before) or _is_hypothesis(text, verb, language))


def _is_aim(text: str, verb: Span, language: str) -> bool:
    """ "The purpose of this Agreement is to ...": what a paper is for obliges nobody."""
    start = max(text.rfind(stop, 0, verb[0]) for stop in (".", ";", "\n\n")) + 1
    aim = listed_words(language, "aims").search(text, start, verb[0])
    is_to = listed_words(language, "is_to")
    return bool(aim and is_to.search(text, aim.end(), verb[1]))


def _is_hypothesis(text: str, verb: Span, language: str) -> bool:
    """ "Steps which would harm it" oblige nobody; "Okuva would pay" in minutes does."""
    said = listed_words(language, "reported").fullmatch(text, *verb)
    return bool(said) and _is_aside(text, verb, language)


@cache
def _verbs(language: str) -> re.Pattern[str]:
    """ "Shall", "undertakes to", "will"; "may" counts behind "neither" and before "not"."""
    return re.compile(
        rf"(?<!\w)(?:{listed(language, 'duties')}|may|{listed(language, 'not_to')}(?=\s+not\s+to\s))(?!\w)",
        re.IGNORECASE,
    )


@cache
def _agreed_that(language: str) -> re.Pattern[str]:
    """ "The Sides agree that": what is agreed names its own actor."""
    return re.compile(rf"(?<!\w){listed(language, 'agreed_that')}(?!\w)", re.IGNORECASE)


@cache
def _entrusting(language: str) -> re.Pattern[str]:
    """ "It shall be the duty of the Library to", "It is incumbent on the Board to"."""
    return re.compile(
        rf"(?<!\w)it\s{{1,3}}(?:is|are|shall\s{{1,3}}be|will\s{{1,3}}be|shall|will)\s{{1,3}}(?:also\s{{1,3}})?"
        rf"(?P<actor>{listed(language, 'entrusted')}\s{{1,3}}[^,.;:\n]{{2,80}}?)\s{{1,3}}to(?!\w)",
        re.IGNORECASE,
    )


@cache
def _motive(language: str) -> re.Pattern[str]:
    """ "knowing that the work must go on": why one agrees, up to the verb."""
    return re.compile(
        rf"(?:^|[,;(]|\band)\s*{listed(language, 'motive')}\s+that(?!\w)[^,;]*$",
        re.IGNORECASE,
    )


@cache
def _behind_motive(language: str) -> re.Pattern[str]:
    """ "Knowing that books unite, to ...": a point that opens with its motive."""
    return re.compile(
        rf"\s*{listed(language, 'motive')}\s+that\b[^;]*,\s+to\s+(?=[a-z])",
        re.IGNORECASE,
    )


@cache
def _states(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:also\s+)?(?:be\s+\d|{listed(language, 'states')}(?!\w))", re.IGNORECASE
    )


@cache
def _free(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){listed(language, 'free')}\s+$", re.IGNORECASE)


@cache
def _in_deadlines(language: str) -> re.Pattern[str]:
    return re.compile(listed(language, "in_deadlines"), re.IGNORECASE)


@cache
def _papers(language: str) -> re.Pattern[str]:
    papers = listed(language, "papers")
    kinds = any_of(kind_words(language))
    return re.compile(
        rf"(?<!\w)(?:(?:this|the\s+present)\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,2}}?{kinds}|{papers})\s{{1,3}}$",
        re.IGNORECASE,
    )


@cache
def _actor_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){actor_pattern(language)}\s{{1,3}}$")
