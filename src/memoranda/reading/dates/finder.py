"""Every date of a stretch of text."""

from typing import Literal

from memoranda.reading.dates.anchor import anchor
from memoranda.reading.dates.answer import Answer
from memoranda.reading.dates.grammar import phrases
from memoranda.reading.dates.lexicon import lexicon
from memoranda.reading.dates.mention import DateMention
from memoranda.reading.dates.reader import Reader
from memoranda.reading.dates.resolver import resolve
from memoranda.reading.dates.said import Phrase, points_of
from memoranda.reading.dates.tokens import tokens_of

Tense = Literal["past", "future"]


def find_dates(
    text: str,
    span: tuple[int, int],
    *,
    published: str | None,
    tense: Tense | None = None,
    language: str = "en",
    before: str | None = None,
) -> list[DateMention]:
    """The dates said in ``text[start:end]``, from left to right.

    ``published`` is EDTF, the day of speaking for "last September"; without
    it such dates have no ``edtf``. ``tense`` is that of the governing verb
    and decides the year of "in March". "That year" and "a month later" are
    counted from the date told before, which for the first is ``before``. Offsets are in the whole text.
    LookupError for a language without a calendar list.
    """
    known = lexicon(language)
    if known.signs.search(text, *span) is None:
        return []
    reader = Reader(tokens_of(text, span), known)
    then = anchor(published, tense)
    mentions: list[DateMention] = []
    for phrase in phrases(reader):
        answer = resolve(phrase.said, then, before=before)
        before = answer.edtf or before
        mentions.append(_mention(reader, phrase, answer))
    return mentions


def _mention(reader: Reader, phrase: Phrase, answer: Answer) -> DateMention:
    points = points_of(phrase.said)
    return DateMention(
        start=reader.tokens[phrase.first].start,
        end=reader.tokens[phrase.stop - 1].end,
        edtf=answer.edtf,
        certainty=round(max(answer.certainty, 0.0), 3),
        reason=answer.reason,
        year_is_said=any(point.year is not None for point in points),
        days_are_said=len(points) > 1 and all(point.day for point in points),
    )
