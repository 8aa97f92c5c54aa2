"""Taking documents in: each wholly or not at all, and each only once."""

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from django.conf import settings

from memoranda.intake.domain.matching.known import Known
from memoranda.intake.domain.matching.matcher import match
from memoranda.intake.domain.refusing import Refused, refuse
from memoranda.intake.domain.sources import Offer, hash_of, offers_in
from memoranda.intake.domain.writing import write_reading
from memoranda.reading.errors import ReadingError
from memoranda.reading.pipeline import read
from memoranda.reading.records import Reading
from memoranda.register.domain.errors import RegisterError
from memoranda.register.domain.projections import project_stale
from memoranda.register.enums import Policy
from memoranda.register.models import Document, Stale
from memoranda.store.writing import writing

logger = logging.getLogger(__name__)
Reader = Callable[..., Reading]
Step = Callable[[int, int, str], None]
PROJECT_EVERY = 25  # documents; pages follow at least that closely


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
    chosen = Policy(policy or settings.MEMORANDA_POLICY)
    return _Intake(chosen, reader).run(list(offers_in(sources)), progress)


class _Intake:
    def __init__(self, policy: Policy, reader: Reader) -> None:
        self._policy = policy
        self._reader = reader
        self._known: Known | None = None
        self.summary = Summary()

    def run(self, offers: list[Offer], progress: Step | None) -> Summary:
        for done, offer in enumerate(offers):
            if progress:
                progress(done, len(offers), offer.name)
            self._take(offer)
            if self.summary.added % PROJECT_EVERY == PROJECT_EVERY - 1:
                project_stale()
        if Stale.objects.exists():
            project_stale()
        if progress:
            progress(len(offers), len(offers), "")
        return self.summary

    def _take(self, offer: Offer) -> None:
        content_hash = ""
        try:
            content = offer.content()
            content_hash = hash_of(content)
            if Document.objects.filter(content_hash=content_hash).exists():
                self.summary.known += 1
                return
            self._write(content, self._read(content, offer.name))
        except (ReadingError, RegisterError, Refused) as error:
            self._refuse(offer.name, str(error), content_hash)
            return
        self.summary.added += 1

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

    def _refuse(self, source: str, reason: str, content_hash: str) -> None:
        with writing():
            refuse(source, reason, content_hash=content_hash)
        self.summary.refused.append(NotTaken(source, reason))

    def _write(self, content: bytes, reading: Reading) -> None:
        known, self._known = self._known or Known.from_register(), None
        with writing():
            written = write_reading(content, reading, policy=self._policy)
            match(written, known)
        self._known = known  # forgotten when the transaction fails
