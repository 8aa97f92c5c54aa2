"""Where a sentence of an agreement sets a duty, and where its actor stands."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from memoranda.reading.statements.treaty.kind import kind_words
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, trimmed
from memoranda.reading.vocabulary import words

NO_DUTY_REACH = (
    80  # characters after the verb in which a clause on force or term shows itself
)
LONGEST_ACTOR = 160
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
TURN = re.compile(
    r"(?:[,;.]\s{1,3}(?:and|but|while|whereas|whilst)?|\band|\bwhile|\bwhereas)\s{1,3}$",
    re.IGNORECASE,
)


TWO_WORDS = r"\w{1,20}\s{1,3}\w{1,20}"
CLAUSE_BEGINS = r"(?:(?<=[,;:)]\s)|(?<=and\s)|(?<=while\s)|(?<![^\n]))"


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty in a sentence: the words before the verb and those of the act.

    ``is_passive``: the act's subject is what is done, not who does it.
    """

    actor: Span
    act: Span
    is_passive: bool = False


def duties_in(text: str, span: Span, language: str) -> tuple[Duty, ...]:
    """The duties that a sentence sets, each with its own actor; none where it only permits.

    "The Museum shall lend the objects, and the Library shall pay" sets two.
    """
    if trimmed(text, span).is_upper or QUESTION.match(text, *span):
        return ()
    mark = NUMBER.match(text, *span)
    span = (mark.end() if mark else span[0], span[1])
    verbs = [
        verb.span()
        for verb in _verbs(language).finditer(text, *span)
        if _obliges(text, verb.span(), start=span[0], language=language)
    ]
    reach = verbs[0][1] + NO_DUTY_REACH if verbs else span[0] + NO_DUTY_REACH
    if _tells_of_itself(text, (span[0], min(span[1], reach)), language):
        return ()
    if not verbs:
        return tuple(_present(text, span, language))
    if _listed_words(language, "ratifying").search(text, *span):
        return (_ratifying(text, span, verbs),)
    return tuple(_split(text, span, verbs, language=language))


def _ratifying(text: str, span: Span, verbs: list[Span]) -> Duty:
    """The duty to ratify, without the clause on force that it may open."""
    end = verbs[1][0] if len(verbs) > 1 else span[1]
    turn = TURN.search(text, verbs[0][1], end)
    act = (verbs[0][1], turn.start() if turn and turn.end() == end else end)
    return Duty((span[0], verbs[0][0]), act, bool(PASSIVE.match(text, verbs[0][1])))


def is_bare(text: str, duty: Duty, language: str) -> bool:
    """Whether no verb follows "shall" but "in particular" or the like."""
    act = _listed_words(language, "in_particular").sub("", text[slice(*duty.act)])
    return not any(letter.isalpha() for letter in act)


def opens_points(text: str, span: Span, language: str) -> bool:
    """Whether the words end in "declare their intention to:", over numbered points."""
    stem = rf"(?<!\w)(?:{_listed(language, 'duties')}|{_listed(language, 'resolved')})\s*:?\s*\(?$"
    return bool(re.search(stem, text[slice(*span)].rstrip(), re.IGNORECASE))


def _tells_of_itself(text: str, span: Span, language: str) -> bool:
    """Whether the sentence is on force, term, disputes and the like.

    "Three months after it has come into force" only sets a deadline.
    """
    if _listed_words(language, "ratifying").search(text, *span):
        return False
    for found in _listed_words(language, "no_duty").finditer(text, *span):
        before = text[max(span[0], found.start() - 80) : found.start()]
        if not (
            COUNTED_FROM.search(before)
            and _in_deadlines(language).search(found.group())
        ):
            return True
    return False


def _is_of_paper(text: str, actor: Span, language: str) -> bool:
    """Whether the agreement itself is what "shall": "this Memorandum", "its renewal"."""
    return bool(_papers(language).search(text, *actor))


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


def _present(text: str, span: Span, language: str) -> Iterator[Duty]:
    """ "Each Museum covers its own costs", "Fares are paid by the guest"."""
    passive = _listed_words(language, "present_passive").search(text, *span)
    found = _acting(language, "").match(text, *span)
    found = found or _acting(language).search(text, *span)
    if passive and not (found and found.start() < passive.start()):
        yield Duty((span[0], passive.start()), (passive.start(), span[1]), True)
        return
    while found:
        following = _acting(language).search(text, found.end(), span[1])
        end = following.start() if following else span[1]
        yield Duty(found.span("actor"), (found.start("verb"), end))
        found = following


def _obliges(text: str, verb: Span, *, start: int, language: str) -> bool:
    """Whether the verb is no permission, question, condition or state of things."""
    before = text[max(start, verb[0] - 40) : verb[0]]
    if not before.strip() and text[verb[0]].isupper():
        return bool(_listed_words(language, "resolved").match(text, verb[0]))
    if text[verb[0] : verb[1]].lower() == "may":
        return bool(_listed_words(language, "none_of_them").search(before))
    state = _states(language).match(text, verb[1])
    return not state and not _free(language).search(before)


@cache
def _listed(language: str, key: str) -> str:
    return any_of(words(language, "obligations")[key])


@cache
def _listed_words(language: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_listed(language, key)}(?!\w)", re.IGNORECASE)


@cache
def _verbs(language: str) -> re.Pattern[str]:
    """ "Shall", "undertakes to", "will"; "may" counts only after "neither"."""
    return re.compile(
        rf"(?<!\w)(?:{_listed(language, 'duties')}|may(?!\s+not))(?!\w)", re.IGNORECASE
    )


@cache
def _states(language: str) -> re.Pattern[str]:
    return re.compile(
        rf"\s+(?:also\s+)?{_listed(language, 'states')}(?!\w)", re.IGNORECASE
    )


@cache
def _free(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_listed(language, 'free')}\s+$", re.IGNORECASE)


@cache
def _in_deadlines(language: str) -> re.Pattern[str]:
    return re.compile(_listed(language, "in_deadlines"), re.IGNORECASE)


@cache
def _papers(language: str) -> re.Pattern[str]:
    papers = _listed(language, "papers")
    kinds = any_of(kind_words(language))
    return re.compile(
        rf"(?<!\w)(?:(?:this|the\s+present)\s{{1,3}}(?:[\w-]+\s{{1,3}}){{0,2}}?{kinds}|{papers})\s{{1,3}}$",
        re.IGNORECASE,
    )


@cache
def actor_pattern(language: str, noun: str = TWO_WORDS) -> str:
    """Words for a party: "each Partner", "the Office", "UNQ", "The Algerian Party"."""
    known = f"{_listed(language, 'all_parties')}|{_listed(language, 'one_party')}"
    proper = r"(?!An?\b)[A-Z][\w’'&-]{0,30}"
    named = (
        rf"(?i:the\s{{1,3}})?{proper}(?:\s{{1,3}}(?:of|for|and|de|the|{proper})){{0,7}}"
    )
    return rf"(?:(?i:{known})|{named}|(?i:the)\s{{1,3}}(?!other\b){noun})"


@cache
def _actor_before(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){actor_pattern(language)}\s{{1,3}}$")


@cache
def _acting(language: str, before: str = CLAUSE_BEGINS) -> re.Pattern[str]:
    """An actor with an act in the present tense, at the start or after a comma."""
    relative = r"(?:\s{1,3}(?:that|which|who)\s[^,.;\n]{1,60}?)?"
    return re.compile(
        rf"{before}\s{{0,3}}(?P<actor>{actor_pattern(language)}){relative}\s{{1,3}}"
        rf"(?:(?:each|also|jointly|then|hereby)\s{{1,3}})?(?P<verb>{_listed(language, 'present')})(?!\w)"
    )
