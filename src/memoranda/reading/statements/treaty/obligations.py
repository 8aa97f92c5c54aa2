"""What the articles oblige the parties to do, sentence by sentence."""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from memoranda.reading.records import Commitment, Party, Value
from memoranda.reading.statements.treaty.article import Article
from memoranda.reading.statements.treaty.due import due_of
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.statements.treaty.line import Span, trimmed
from memoranda.reading.vocabulary import words

if TYPE_CHECKING:
    from memoranda.reading.text import Layout

NO_DUTY_REACH = 240  # characters in which a clause on force or term shows itself
ITEM = re.compile(
    r"\s*(?:[(]?(?:\d{1,2}(?:\.\d{1,2})?|[a-z]|[ivx]{1,4})[.)]+|[-–•])\s*"
)
LONGEST_ACTOR = 160
NUMBERED = re.compile(r"\s*[(]?(?:\d{1,2}(?:\.\d{1,2})?|[a-z])[.)]?\s+")
LONGEST = 600  # characters of a duty's value; the quote is whole


def commitments_of(
    text: str,
    articles: tuple[Article, ...],
    layout: "Layout",
    *,
    parties: tuple[Party, ...],
    language: str,
) -> tuple[Commitment, ...]:
    """One commitment for each sentence of an article in which a party undertakes.

    "The Parties shall:" is the stem of the list below it, each item a duty.
    Clauses on force, term, territory, definitions and languages are no duties.
    """
    return tuple(
        _commitment(text, what, who, article=article, language=language)
        for article, spans in _sentences_by_article(articles, layout)
        for what, who in _duties_in(text, spans, parties=parties, language=language)
    )


def _duties_in(
    text: str, spans: list[Span], *, parties: tuple[Party, ...], language: str
) -> Iterator[tuple[Span, tuple[Value, ...]]]:
    """What is to be done in the sentences of one article, and by whom."""
    stem: tuple[Value, ...] | None = None
    for span in spans:
        duty = _duty_in(text, span, language)
        if duty is not None:
            who = _who(text, (span[0], duty[0]), parties=parties, language=language)
            what = _trimmed(text, (duty[1], span[1]))
            stem = who if what is None else None
        else:
            what = _item(text, span) if stem is not None else None
            stem = stem if what else None
            who = stem or ()
        if what:
            yield what, who


def _sentences_by_article(
    articles: tuple[Article, ...], layout: "Layout"
) -> Iterator[tuple[Article, list[Span]]]:
    """Each article with its sentences, cut at its bounds."""
    sentences = sorted(layout.sentences)
    place = 0
    for article in articles:
        while place < len(sentences) and sentences[place][1] <= article.start:
            place += 1
        at, spans = place, []
        while at < len(sentences) and sentences[at][0] < article.end:
            spans.append(_inside(sentences[at], article))
            at += 1
        yield article, spans


def _item(text: str, span: Span) -> Span | None:
    """The words of a list item without its mark; None for what is no item."""
    mark = ITEM.match(text, *span)
    return _trimmed(text, (mark.end(), span[1])) if mark else None


def _trimmed(text: str, span: Span) -> Span | None:
    """The span without blanks; None where no word of it is left."""
    line = trimmed(text, span)
    return (line.start, line.end) if any(c.isalnum() for c in line.words) else None


def _commitment(
    text: str,
    what: Span,
    who: tuple[Value, ...],
    *,
    article: Article,
    language: str,
) -> Commitment:
    value = " ".join(text[slice(*what)].split()).rstrip(" .;:")[:LONGEST]
    return Commitment(
        what=Value.of(text, what, value=value, certainty=0.75),
        who=who,
        due=due_of(text, what, language),
        article=_number(text, article),
        under=0,
    )


def _number(text: str, article: Article) -> Value | None:
    """The article's number as printed; none for a text without articles."""
    if article.number[0] == article.number[1]:
        return None
    return Value.of(text, article.number, certainty=0.9)


def _inside(sentence: Span, article: Article) -> Span:
    return max(sentence[0], article.start), min(sentence[1], article.end)


@cache
def _list(language: str, key: str) -> str:
    return any_of(words(language, "obligations")[key])


@cache
def _duties(language: str) -> re.Pattern[str]:
    """ "shall", "undertakes to", "will"."""
    return re.compile(rf"(?<!\w){_list(language, 'duties')}(?!\w)", re.IGNORECASE)


@cache
def _no_duty(language: str) -> re.Pattern[str]:
    return re.compile(_list(language, "no_duty"), re.IGNORECASE)


def _duty_in(text: str, span: Span, language: str) -> Span | None:
    """Where "shall" or "undertakes to" stands in a sentence that sets a duty."""
    if _no_duty(language).search(text, span[0], min(span[1], span[0] + NO_DUTY_REACH)):
        return None
    found = _duties(language).search(text, *span)
    return found.span() if found else None


def _who(
    text: str, span: Span, *, parties: tuple[Party, ...], language: str
) -> tuple[Value, ...]:
    """The parties that the actor's words mean; else the words themselves."""
    together = _last(_all(language), text, span)
    if together and parties:
        return tuple(Value.of(text, together, value=p.name.value) for p in parties)
    single = _last(_one(language), text, span)
    named = [] if together or single else _named(text, span, parties)
    where = together or single or _noun(text, span)
    if named or where is None:
        return tuple(named)
    words_said = " ".join(text[slice(*where)].split())
    return (Value.of(text, where, value=words_said, certainty=0.7),)


@cache
def _all(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_list(language, 'all_parties')}(?!\w)", re.IGNORECASE)


@cache
def _one(language: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){_list(language, 'one_party')}(?!\w)", re.IGNORECASE)


def _last(pattern: re.Pattern[str], text: str, span: Span) -> Span | None:
    """The match nearest before the verb."""
    found = list(pattern.finditer(text, *span))
    return found[-1].span() if found else None


def _named(text: str, span: Span, parties: tuple[Party, ...]) -> list[Value]:
    """The parties whose names stand among the actor's words."""
    words_said = text[slice(*span)]
    found = []
    for party in parties:
        at = words_said.find(party.name.quote)
        if at >= 0:
            where = (span[0] + at, span[0] + at + len(party.name.quote))
            found.append(Value.of(text, where, value=party.name.value))
    return found


def _noun(text: str, span: Span) -> Span | None:
    """The clause before the verb, after its last stop and without its number."""
    start = max(text.rfind(mark, *span) + 1 for mark in ".;:\n")
    start = max(start, span[0])
    number = NUMBERED.match(text, start, span[1])
    line = trimmed(text, (number.end() if number else start, span[1]))
    return (line.start, line.end) if 2 < len(line.words) <= LONGEST_ACTOR else None
