"""How differences are settled and who bears the costs, in the text's own words."""

from memoranda.reading.records import Value
from memoranda.reading.statements.treaty.clause import Clauses


def disputes_of(clauses: Clauses) -> Value | None:
    """The sentence on the settlement of disputes."""
    return _sentence(clauses, "disputes", "settled")


def financing_of(clauses: Clauses) -> Value | None:
    """The first sentence that says who bears which costs."""
    return _sentence(clauses, "costs", "bearing")


def _sentence(clauses: Clauses, subject: str, act: str) -> Value | None:
    for span in clauses.having(("settlement", subject), ("settlement", act)):
        value = " ".join(clauses.text[span[0] : span[1]].split())
        return clauses.quoted(span, value, certainty=0.7) if value else None
    return None
