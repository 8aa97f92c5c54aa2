"""Marks: the spans of a document that its records rest on."""

from django.db.models import QuerySet

from memoranda.register.models import Document, Entry, Mark


def marks_in(document: Document) -> QuerySet[Mark]:
    """The marks of a document with their entries, in the order of the text."""
    marks = Mark.objects.filter(document=document).select_related("entry")
    return marks.order_by("start", "-end", "claim_pk")


def documents_behind(entry: Entry) -> QuerySet[Document]:
    """The documents that ``entry`` rests on, without their text."""
    marked = Mark.objects.filter(entry=entry).values("document")
    found = Document.objects.defer("text", "origin").filter(pk__in=marked)
    return found.order_by("-published", "pk")
