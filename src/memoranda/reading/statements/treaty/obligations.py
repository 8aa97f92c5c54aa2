"""What the articles oblige the parties to do, sentence by sentence."""

import re
from collections.abc import Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING

from memoranda.reading.records import Commitment, Party, Value
from memoranda.reading.statements.treaty.action_table import action_tables
from memoranda.reading.statements.treaty.actor import (
    PRONOUN,
    actors_named,
    is_none_of_them,
)
from memoranda.reading.statements.treaty.affiliation import Sides, sides_of
from memoranda.reading.statements.treaty.article import Article
from memoranda.reading.statements.treaty.due import due_of
from memoranda.reading.statements.treaty.duties import (
    duties_in,
    is_bare,
)
from memoranda.reading.statements.treaty.duty import POINT, Duty, listed_words
from memoranda.reading.statements.treaty.headed import (
    Head,
    act_of,
    head_of,
    opens_points,
    points_beside,
    resolving,
)
from memoranda.reading.statements.treaty.line import Span, trimmed
from memoranda.reading.statements.treaty.table_duties import table_commitments

if TYPE_CHECKING:
    from memoranda.reading.text import Layout

ITEM = re.compile(rf"\s*(?:{POINT}(?:\s*[Tt]o(?=\s+[a-z]))?|to(?=\s+[a-z]))\s*")
STEM_REACH = 80  # characters above the first article in which its stem ends
FIRST_BELOW = re.compile(r"\s*:[ \t]*\n\s*\w")
TO = re.compile(rf"\s*(?:{POINT}\s*)?(?:not\s+)?to\s+[a-z]")
TO_ACT = re.compile(r"to\s+(?=[a-z])")
GOES_ON = (";", ",", "and", "or", ":")  # ends of an item behind which another comes
FEW = 6  # words between "solemnly undertake" and the points that it opens
LONGEST = 600  # characters of a duty's value; the quote is whole
SHORTEST = 2  # words of an act that says something


def commitments_of(
    text: str,
    articles: tuple[Article, ...],
    layout: "Layout",
    *,
    parties: tuple[Party, ...],
    aside: tuple[Span, ...] = (),
    language: str,
) -> tuple[Commitment, ...]:
    """One commitment for each sentence of an article in which a party undertakes.

    "The Parties shall:" is the stem of the list below it, each item a duty.
    Clauses on force, term, territory, definitions and languages are no duties, nor
    are the sentences ``aside``. A table of actions has one in each row.
    """
    sides = sides_of(text, parties, language)
    resolved = _is_stem(text, articles, language)
    whole = (articles[0].start, articles[-1].end) if articles else (0, 0)
    tables = action_tables(text, whole, language)
    aside = (*aside, *(table.span for table in tables))
    found: list[Commitment] = []
    for article, spans in _sentences_by_article(articles, layout, aside):
        duties = (
            *_resolved_in(text, spans[:1] if resolved else [], sides),
            *_duties_in(text, spans, sides, head=head_of(text, article.number, sides)),
        )
        found += (
            _commitment(text, duty, who, article=article, language=language)
            for duty, who in duties
        )
        for table in tables:
            if article.start <= table.span[0] < article.end:
                number = _number(text, article)
                found += table_commitments(text, table, sides, article=number)
    return tuple(found)


def _is_stem(text: str, articles: tuple[Article, ...], language: str) -> bool:
    """Whether "declare their intention to:" stands right over the first article.

    Also "resolve", where the article begins with "to".
    """
    first = articles[0].number[0] if articles else 0
    to = bool(articles) and TO.match(text, articles[0].start, articles[0].end)
    reach = (max(0, first - STEM_REACH), first)
    return opens_points(text, reach, language, before_to=bool(to))


def _resolved_in(
    text: str, spans: list[Span], sides: Sides
) -> Iterator[tuple[Duty, tuple[Value, ...]]]:
    """The point "explore the exchange of students", or "to explore", below such a stem."""
    for span in spans:
        words = trimmed(text, span)
        if words.words[:1].islower() and not words.words.startswith("that "):
            to = TO_ACT.match(words.words)
            begin = words.start + (to.end() if to else 0)
            duty = Duty((begin, begin), (begin, words.end))
            yield duty, actors_named(text, duty, sides)


def _duties_in(
    text: str, spans: list[Span], sides: Sides, *, head: Head | None
) -> Iterator[tuple[Duty, tuple[Value, ...]]]:
    """What is to be done in the sentences of one article, and by whom.

    ``head``: whose duties the article's heading says that these are.
    """
    place, language = 0, sides.language
    who: tuple[Value, ...] = head.who if head else ()
    while place < len(spans):
        span, first = spans[place], spans[place + 1 : place + 2]
        place += 1
        told = head_of(text, span, sides)
        if told:
            head, who = told, told.who
            points = points_beside(text, head, language)
            yield from ((point, who) for point in points)
            if points or trimmed(text, head.rest).is_blank:
                continue
        known = partial(_is_actor, sides, bool(who))
        found = duties_in(text, span, language, is_party=known)
        found = found or _resolving(text, span, first, language=language)
        point = act_of(text, span, language) if head and not found else None
        if head and point:
            yield point, head.who
        for duty in found:
            who = actors_named(text, duty, sides, before=who)
            below = spans[place:] if duty is found[-1] else []
            listed, passed = _with_points(text, duty, below, language=language)
            place += passed
            yield from ((each, who) for each in listed)


def _with_points(
    text: str, duty: Duty, below: list[Span], *, language: str
) -> tuple[list[Duty], int]:
    """The duty, or the points of the list that it opens, and how many sentences these are."""
    apart = _is_stem_of(text, duty, below[:1], language=language)
    within = _holds_first(text, duty, below[:1])
    opens = apart or within or _opens_list(text, duty)
    items = list(_items(text, below, language)) if opens else []
    if not items:
        return [duty] if _says_something(text, duty) else [], 0
    listed = _listed(duty, items, apart=apart or within)
    return [*([duty] if within else []), *listed], len(items)


def _is_actor(sides: Sides, is_told: bool, said: str) -> bool:
    """Whether the words mean a party; "it" does behind a duty of one."""
    pronoun = is_told and PRONOUN.fullmatch(said.strip())
    return bool(pronoun) or sides.has_name(said)


def _resolving(
    text: str, span: Span, following: list[Span], *, language: str
) -> tuple[Duty, ...]:
    """ "UNDERTAKE on behalf of our citizens", over points that begin with "to"."""
    verb = resolving(language).match(text, *span)
    if verb and any(TO.match(text, *each) for each in following):
        return (Duty((span[0], span[0]), (verb.end(), span[1])),)
    return ()


def _has_actor(text: str, span: Span, language: str) -> bool:
    """Whether the words before its first verb are who acts, or may act."""
    found = duties_in(text, span, language)
    told = found and not trimmed(text, found[0].actor).is_blank
    few = " ".join(text[slice(*span)].split()[:FEW])
    return bool(told or listed_words(language, "auxiliaries").search(few))


def _items(text: str, spans: Iterable[Span], language: str) -> Iterator[Span]:
    """The list items that ``spans`` begin with; without a mark, each ends with a semicolon.

    A point with a capital and an actor of its own, "(e) The Board shall meet", "2. The
    Host may sing", is none of them.
    """
    goes_on, lower = True, False
    for span in spans:
        item = _item(text, span) or (_unmarked(text, span) if goes_on else None)
        if item is None:
            return
        if lower and text[item[0]].isupper() and _has_actor(text, item, language):
            return
        lower = lower or text[item[0]].islower()
        yield item
        goes_on = text[slice(*span)].rstrip().endswith(GOES_ON)


def _unmarked(text: str, span: Span) -> Span | None:
    """A line of a list that has no marks: it begins in the middle of a sentence."""
    line = trimmed(text, span)
    return _trimmed(text, span) if line.words[:1].islower() else None


def _holds_first(text: str, duty: Duty, following: list[Span]) -> bool:
    """Whether the act is the first item of a list: ":\\nsing;", or before "to dance;"."""
    if not trimmed(text, duty.act).words.endswith(";"):
        return False
    below = FIRST_BELOW.match(text, *duty.act)
    return bool(below) or any(TO.match(text, *span) for span in following)


def _opens_list(text: str, duty: Duty) -> bool:
    """Whether the act breaks off before the items that follow."""
    return trimmed(text, duty.act).words.endswith((":", ",", "–", "-"))


def _is_stem_of(text: str, duty: Duty, first: list[Span], *, language: str) -> bool:
    """Whether each item is an act: after a bare "shall:", or where it begins with "to"."""
    few = len(text[slice(*duty.act)].split()) <= FEW
    points = few and any(TO.match(text, *span) for span in first)
    return points or is_bare(text, duty, language)


def _listed(duty: Duty, items: list[Span], *, apart: bool) -> Iterator[Duty]:
    """Each item a duty of its own, or all together the object of the verb before them."""
    if apart:
        yield from (Duty((item[0], item[0]), item) for item in items)
    else:
        yield Duty(duty.actor, (duty.act[0], items[-1][1]), duty.is_passive)


def _says_something(text: str, duty: Duty) -> bool:
    act = trimmed(text, duty.act).words
    return len(re.findall(r"\w+", act[:LONGEST])) >= SHORTEST


def _sentences_by_article(
    articles: tuple[Article, ...], layout: "Layout", aside: tuple[Span, ...]
) -> Iterator[tuple[Article, list[Span]]]:
    """Each article with its sentences, cut at its bounds, without those ``aside``."""
    sentences = sorted(span for span in layout.sentences if not _meets(span, aside))
    place = 0
    for article in articles:
        while place < len(sentences) and sentences[place][1] <= article.start:
            place += 1
        at, spans = place, []
        while at < len(sentences) and sentences[at][0] < article.end:
            spans.append(_inside(sentences[at], article))
            at += 1
        yield article, spans


def _meets(sentence: Span, aside: tuple[Span, ...]) -> bool:
    return any(start < sentence[1] and sentence[0] < end for start, end in aside)


def _inside(sentence: Span, article: Article) -> Span:
    return max(sentence[0], article.start), min(sentence[1], article.end)


def _item(text: str, span: Span) -> Span | None:
    """The words of a list item without its mark; None for what is no item."""
    mark = ITEM.match(text, *span)
    return _trimmed(text, (mark.end(), span[1])) if mark else None


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without blanks; None where no word of it is left."""
    line = trimmed(text, span)
    loose = len(line.words) - len(line.words.lstrip(" .,;:–—-"))
    return (
        (line.start + loose, line.end) if any(c.isalnum() for c in line.words) else None
    )


def _commitment(
    text: str,
    duty: Duty,
    who: tuple[Value, ...],
    *,
    article: Article,
    language: str,
) -> Commitment:
    said = (duty.actor[0], duty.act[1]) if duty.is_passive else duty.act
    what = _trimmed(text, said) or said
    value = " ".join(text[slice(*what)].split())[:LONGEST].rstrip(" .;:,")
    if is_none_of_them(text, duty, language):
        value = f"not {value}"
    return Commitment(
        what=Value.of(text, what, value=value, certainty=0.75),
        who=who,
        due=due_of(text, duty.act, language) or due_of(text, duty.actor, language),
        article=_number(text, article),
        under=0,
    )


def _number(text: str, article: Article) -> Value | None:
    """The article's number as printed; none for a text without articles."""
    if article.number[0] == article.number[1]:
        return None
    return Value.of(text, article.number, certainty=0.85)
