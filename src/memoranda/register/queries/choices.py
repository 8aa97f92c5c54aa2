"""The few entries and documents that somebody typing a name may mean."""

from memoranda.register.enums import SubjectType
from memoranda.register.models import Document, Entry
from memoranda.register.queries.search import search_documents, search_entries

MOST = 8
LONGEST = 200  # code points of a query; what follows tells nothing more


def entries_meant(typed: str, *, of: SubjectType) -> list[Entry]:
    """Entries of a type that hold the words typed, the last as a beginning."""
    return list(search_entries(typed[:LONGEST], types=[of])[:MOST])


def documents_meant(typed: str) -> list[Document]:
    """Documents that hold the words typed, without their text."""
    found = search_documents(typed[:LONGEST])
    return list(found.defer("text", "origin")[:MOST])
