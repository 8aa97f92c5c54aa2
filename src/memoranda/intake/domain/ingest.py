"""Taking documents in: each wholly or not at all, and each only once."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Any

from django.conf import settings

from memoranda.intake.domain.matching.known import Known
from memoranda.intake.domain.matching.match_keys import last_written
from memoranda.intake.domain.matching.matcher import match
from memoranda.intake.domain.refusing import Refused, refuse
from memoranda.intake.domain.sources import Offer, hash_of, offers_in
from memoranda.intake.domain.writing import origin_of, write_reading
from memoranda.people.models import Account
from memoranda.reading.errors import ReadingError
from memoranda.reading.pipeline import read
from memoranda.reading.records import Reading
from memoranda.register.domain.errors import RegisterError
from memoranda.register.domain.projections import project_stale
from memoranda.register.domain.restrictions import withhold
from memoranda.register.enums import Policy
from memoranda.register.models import Document, Stale
from memoranda.store.writing import writing

logger = logging.getLogger(__name__)
Reader = Callable[..., Reading]
Step = Callable[[int, int, str], None]
PROJECT_EVERY = 25  # documents; pages follow at least that closely


class Outcome(StrEnum):
    """What can become of an offer."""

    ADDED = "added"
    KNOWN = "known"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of one offer: of a document its hash, of a refusal its reason."""

    outcome: Outcome
    content_hash: str = ""
    reason: str = ""


Settle = Callable[[Taken], None]


@dataclass(frozen=True, slots=True)
class NotTaken:
    """What was offered and refused, and why."""

    source: str
    reason: str


@dataclass(slots=True)
class Summary:
    """How an intake went: documents added, known before, and refused."""

    added: int = 0
    known: int = 0
    refused: list[NotTaken] = field(default_factory=list)

    def count(self, source: str, taken: Taken) -> None:
        """Count one offer more."""
        if taken.outcome is Outcome.ADDED:
            self.added += 1
        elif taken.outcome is Outcome.KNOWN:
            self.known += 1
        else:
            self.refused.append(NotTaken(source, taken.reason))

    def as_json(self) -> dict[str, Any]:
        """The summary for other programs."""
        refused = [{"source": one.source, "reason": one.reason} for one in self.refused]
        return {"added": self.added, "known": self.known, "refused": refused}


def add(
    sources: Iterable[str | Path],
    *,
    policy: str | None = None,
    progress: Step | None = None,
    reader: Reader = read,
) -> Summary:
    """Read every document of ``sources`` into the register.

    Each document is one transaction; stopped anywhere and begun again, the register
    is the same as without the stop. ``policy``: of enums.Policy, else the setting.
    ``progress(done, total, name)`` is called before each document and at the end.
    """
    intake, summary = Intake(policy, reader=reader), Summary()
    offers = list(offers_in(sources))
    for done, offer in enumerate(offers):
        if progress:
            progress(done, len(offers), offer.name)
        summary.count(offer.name, intake.take(offer))
    intake.end()
    if progress:
        progress(len(offers), len(offers), "")
    return summary


def _nothing_more(_: Taken) -> None:
    """The settling of an offer that nobody keeps a list of."""


class Intake:
    """Takes offers in one after the other, remembering between them what is known.

    ``withheld_by``: what is added is kept to this person's office from the first
    moment, and what is refused is not put on the public list of refusals.
    """

    def __init__(
        self,
        policy: str | None = None,
        *,
        reader: Reader = read,
        withheld_by: Account | None = None,
    ) -> None:
        self._policy = Policy(policy or settings.MEMORANDA_POLICY)
        self._reader = reader
        self._withheld_by = withheld_by
        self._known: Known | None = None
        self._seen = (0, 0, 0)
        self._added = 0

    def take(self, offer: Offer, *, settle: Settle = _nothing_more) -> Taken:
        """Take one offer in, or tell why not; nothing of it when anything fails.

        ``settle`` is called within the transaction that writes: what it writes stands
        exactly when the document does. What it raises undoes both.
        """
        content_hash = ""
        try:
            content = offer.content()
            content_hash = hash_of(content)
            if Document.objects.filter(content_hash=content_hash).exists():
                return self._settled(Taken(Outcome.KNOWN, content_hash), settle)
            reading = self._read(content, offer.name)
            taken = self._write(content, reading, settle=settle)
        except (ReadingError, RegisterError, Refused) as error:
            return self._refuse(offer.name, str(error), content_hash, settle=settle)
        if taken.outcome is Outcome.ADDED:
            self._added += 1
            if self._added % PROJECT_EVERY == 0:
                project_stale()
        return taken

    def end(self) -> None:
        """Bring pages up to date with all that was taken in."""
        if Stale.objects.exists():
            project_stale()

    def _settled(self, taken: Taken, settle: Settle) -> Taken:
        with writing():
            settle(taken)
        return taken

    def _read(self, content: bytes, name: str) -> Reading:
        """Read; a fault of the engine is told and stops no other document."""
        try:
            return self._reader(content, source=name)
        except ReadingError:
            raise
        except Exception as error:
            logger.exception("The engine failed on %s", name)
            reason = f"the engine failed on it ({type(error).__name__}); report it"
            raise Refused(reason) from error

    def _refuse(
        self, source: str, reason: str, content_hash: str, *, settle: Settle
    ) -> Taken:
        taken = Taken(Outcome.REFUSED, content_hash, reason)
        with writing():
            if self._withheld_by is None:
                refuse(source, reason, content_hash=content_hash)
            settle(taken)
        return taken

    def _write(self, content: bytes, reading: Reading, *, settle: Settle) -> Taken:
        known = self._up_to_date()  # may take long, so before the turn to write
        origin = origin_of(content, reading)  # this too: it opens the file again
        content_hash = hash_of(content)
        with writing():
            known = self._up_to_date() if self._seen != last_written() else known
            self._known = None  # what it learns is wrong when the transaction fails
            if Document.objects.filter(content_hash=content_hash).exists():
                taken = Taken(Outcome.KNOWN, content_hash)  # added while it was read
            else:
                taken = Taken(Outcome.ADDED, content_hash)
                written = write_reading(
                    content, reading, policy=self._policy, origin=origin
                )
                match(written, known)
                if self._withheld_by is not None:
                    withhold([written.document], by=self._withheld_by)
            settle(taken)
            self._seen = last_written()
        self._known = known
        return taken

    def _up_to_date(self) -> Known:
        """What is known now; from the register only where others wrote meanwhile."""
        if self._known is None or self._seen != last_written():
            self._seen = last_written()
            self._known = Known.from_register()
        return self._known
