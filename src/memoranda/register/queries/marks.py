"""Marks: the spans of a document that its records rest on."""

from django.db.models import Count, QuerySet

from memoranda.register.models import Document, Entry, Mark

SHOWN = 20  # documents beside a record
LOOKED_AT = 400  # marks that they are chosen by


def marks_in(document: Document) -> QuerySet[Mark]:
    """The marks of a document with their entries, in the order of the text."""
    marks = Mark.objects.filter(document=document).select_related("entry")
    return marks.order_by("start", "-end", "claim_pk")


def documents_behind(entry: Entry) -> list[Document]:
    """Up to ``SHOWN`` documents that ``entry`` rests on, without their text.

    The latest published of those whose marks were made last; ``entry.sources`` says
    how many there are.
    """
    marks = Mark.objects.filter(entry=entry).order_by("-pk")
    marked = set(marks.values_list("document_id", flat=True)[:LOOKED_AT])
    found = Document.objects.defer("text", "origin").filter(pk__in=marked)
    return list(found.order_by("-published", "pk")[:SHOWN])


def entries_in(document: Document) -> QuerySet[Entry]:
    """The records that rest on ``document``, those with most marks in it first."""
    marked = Entry.objects.filter(mark__document=document)
    return marked.annotate(marks=Count("mark")).order_by("-marks", "pk")
