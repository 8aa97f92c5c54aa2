"""Attaching originals and scans to a record, and what people read off them."""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.register.domain.corrections import Outcome, Place, say
from memoranda.register.domain.documents import keep_document
from memoranda.register.domain.openings import Word
from memoranda.register.models import Document, Subject
from memoranda.register.queries.attachments import ATTACHED
from memoranda.store.writing import writing


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file as it came; ``text`` is what it holds as text, with its ``origin`` map.

    ``transcript``: what the person read off it, in ``language``.
    """

    content: bytes = field(repr=False)
    name: str
    media_type: str
    text: str = ""
    origin: list[list[int]] = field(default_factory=list)
    title: str = ""
    transcript: str = ""
    language: str = ""


def attach(
    subject: Subject, attached: Attachment, *, by: Account, reason: str = ""
) -> Outcome:
    """Keep the file unchanged and say that it is an original or scan of the record.

    A transcript is a document of its own, written by ``by`` and named so: quotes stand
    on its text, and the original stays what it was. Raises NotAllowed, and
    UnknownProperty where a record of this type has no originals.
    """
    require(by, Capability.CONTRIBUTE)
    with writing():
        documents = [_original(attached, by=by)]
        if attached.transcript.strip():
            documents.append(_transcript(attached, by=by))
        outcome = Outcome()
        for document in documents:
            word = Word(document.content_hash, reason=reason)
            outcome = say(Place(subject, ATTACHED), word, by=by)
    return outcome


def _original(attached: Attachment, *, by: Account) -> Document:
    document, _new = keep_document(
        attached.content,
        source=attached.name,
        text=attached.text,
        by=by,
        media_type=attached.media_type,
        origin=attached.origin,
        genre="other",
        title=attached.title,
    )
    return document


def _transcript(attached: Attachment, *, by: Account) -> Document:
    name = attached.title or attached.name
    text = attached.transcript.replace("\r\n", "\n").strip()
    document, _new = keep_document(
        text.encode(),
        source=f"{attached.name}, transcribed by {by.get_username()}",
        text=text,
        by=by,
        media_type="text/plain",
        genre="other",
        language=attached.language,
        title=_("Transcription of %(name)s") % {"name": name},
        byline=by.get_full_name(),
    )
    return document
