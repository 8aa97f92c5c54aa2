"""How differences are settled and who bears the costs, in the text's own words."""

from collections.abc import Iterator
from itertools import chain

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses, clause_words
from memoranda.reading.statements.treaty.heading import headed
from memoranda.reading.statements.treaty.line import Span, trimmed

LONGEST = 600  # characters of a value; the quote is whole


def disputes_of(clauses: Clauses) -> Value | None:
    """The sentence on the settlement of disputes, or the article headed so."""
    other = clause_words(clauses.language, "settlement", "not_disputes")
    for span in _sentences(clauses, "disputes", "settled", heading="dispute_heading"):
        if not other.search(clauses.text, *span):
            return _said(clauses, span)
    return None


def financing_of(clauses: Clauses) -> Value | None:
    """The first sentence that says who bears which costs, or the article headed so."""
    for span in _sentences(clauses, "costs", "bearing", heading="cost_heading"):
        return _said(clauses, span)
    return None


def _sentences(
    clauses: Clauses, subject: str, act: str, *, heading: str
) -> Iterator[Span]:
    """The likeliest first; "III. FINANCIAL CONDITIONS" and "mindful of ...," are none."""
    said = chain(
        headed(clauses, ("settlement", heading), ("settlement", act)),
        clauses.having(("settlement", subject), ("settlement", act)),
    )
    lines = ((span, trimmed(clauses.text, span)) for span in said)
    return (
        span for span, line in lines if not (line.is_upper or line.words.endswith(","))
    )


def _said(clauses: Clauses, span: Span) -> Value | None:
    value = " ".join(clauses.text[span[0] : span[1]].split())[:LONGEST]
    return clauses.quoted(span, value, certainty=0.7) if value else None
