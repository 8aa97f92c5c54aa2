"""How long an agreement lasts, what follows, and the notice that ends it."""

from dataclasses import dataclass

from memoranda.reading.records import Renewal, Value
from memoranda.reading.statements.treaty.clause import Clauses
from memoranda.reading.statements.treaty.duration import first_term
from memoranda.reading.statements.treaty.notice import notice_of
from memoranda.reading.statements.treaty.renewal import renewal_of


@dataclass(frozen=True, slots=True)
class Term:
    """First term, renewal and notice; null when the text does not say."""

    duration: Value | None
    renewal: Renewal
    notice: Value | None


def term_of(clauses: Clauses) -> Term:
    """The term as the final clauses set it."""
    first = first_term(clauses)
    return Term(
        first.value if first else None, renewal_of(clauses, first), notice_of(clauses)
    )
