"""How much the register shows; every number equals the list behind it."""

from django.db.models import Count

from memoranda.register.enums import ClaimStatus, SubjectType
from memoranda.register.queries.claims import with_status
from memoranda.register.queries.counts import counts_of
from memoranda.register.queries.documents import all_notes, documents
from memoranda.register.queries.restrictions import hidden_documents, hidden_subjects
from memoranda.register.queries.standpoints import PUBLIC
from memoranda.register.rules.listings import EVERY


def holdings() -> dict[str, int]:
    """Counts of documents, entries by type, claims by status and notes.

    Keys are plain words, in the order to show them; a type without entries is 0.
    """
    records = record_counts()
    claims = with_status(PUBLIC.claims().order_by())
    by_status = dict(claims.values_list("status").annotate(Count("pk")))
    return {
        "documents": records["document"],
        **{f"{type_}s": records[type_] for type_ in SubjectType.values},
        **{
            f"claims_{status}": by_status.get(status, 0)
            for status in ClaimStatus.values
        },
        "notes": all_notes().count(),
    }


def record_counts() -> dict[str, int]:
    """How many entries of each type there are, and documents."""
    by_type = counts_of(SubjectType.values, EVERY)
    return {
        "document": documents().count(),
        **{type_: by_type.get(type_, 0) for type_ in SubjectType.values},
    }


def kept_counts() -> dict[str, int]:
    """How many documents and subjects offices keep to themselves: in no other count."""
    return {
        "kept_documents": hidden_documents().count(),
        "kept_subjects": hidden_subjects().count(),
    }
