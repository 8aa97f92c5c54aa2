"""The last day of an agreement, where its clause on duration names one."""

import re
from functools import cache

from memoranda.reading.dates import find_dates
from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.lexicon import any_of
from memoranda.reading.vocabulary import words

REACH = 60  # characters from "until" in which the day stands


def expires_on(clauses: Clauses) -> Value | None:
    """The day (EDTF) after "remain in force until"; "the end of 2016" stays a year.

    A day of another paper, or one to which a programme runs, is none: the sentence
    must speak of lasting, and stand in a final article.
    """
    lasting = clause_words(clauses.language, "term", "runs")
    for span in clauses.sentences:
        said = lasting.search(clauses.text, *span)
        if said is None or not clauses.is_final(span):
            continue
        for until in _until(clauses.language).finditer(
            clauses.text, said.start(), span[1]
        ):
            reach = (until.end(), min(span[1], until.end() + REACH))
            dates = find_dates(
                clauses.text, reach, published=None, language=clauses.language
            )
            if dates and dates[0].edtf and dates[0].start - until.end() < len("the "):
                where = (dates[0].start, dates[0].end)
                return Value.of(clauses.text, where, value=dates[0].edtf, certainty=0.8)
    return None


@cache
def _until(language: str) -> re.Pattern[str]:
    phrases = any_of(words(language, "clauses")["term"]["until"])
    return re.compile(rf"(?<!\w){phrases}\s{{1,3}}", re.IGNORECASE)
