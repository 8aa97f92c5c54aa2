"""The job "add documents": files, addresses and pasted text, read one by one."""

import hashlib
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial

from django.conf import settings

from memoranda.intake.domain.archives import Member, unpacked
from memoranda.intake.domain.fetching import fetch
from memoranda.intake.domain.ingest import Intake, NotTaken, Outcome, Reader, Taken
from memoranda.intake.domain.jobs.kinds import JobFailed, Settle, Settled
from memoranda.intake.domain.jobs.starting import Task, give_items, start_job
from memoranda.intake.domain.refusing import Refused
from memoranda.intake.domain.sources import Offer
from memoranda.intake.domain.uploads import (
    PIECE,
    CheckedUpload,
    content_of,
    keep_upload,
    opened_archive,
)
from memoranda.intake.enums import ItemState
from memoranda.intake.models import Job, JobItem
from memoranda.people.domain.permission import NotAllowed
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.reading.pipeline import read
from memoranda.register.enums import Policy
from memoranda.store.writing import writing

STATES = {
    Outcome.ADDED: ItemState.DONE,
    Outcome.KNOWN: ItemState.KNOWN,
    Outcome.REFUSED: ItemState.REFUSED,
}


@dataclass(frozen=True, slots=True)
class Wishes:
    """How documents are to be added; ``only_office``: kept to the person's office.

    ``form`` is the number that a form bears, so that it begins one job only.
    """

    policy: str = ""
    only_office: bool = False
    form: str = ""


@dataclass(frozen=True, slots=True)
class Offered:
    """What a person wants added: checked files (pasted text is one), web addresses,
    and what was refused at once.
    """

    uploads: Sequence[CheckedUpload] = ()
    addresses: Sequence[str] = ()
    refused: Sequence[NotTaken] = ()

    @property
    def names(self) -> list[str]:
        """What it is called, in order."""
        taken = [upload.name for upload in self.uploads] + list(self.addresses)
        return taken + [one.source for one in self.refused]


def add_documents(
    offered: Offered, *, by: Account, wishes: Wishes = Wishes()
) -> tuple[Job, bool]:
    """Begin a job that reads what is offered; False beside one that the same form began
    before.

    All is kept in one transaction: when this returns, nothing is lost any more.
    Raises NotAllowed, also for a policy that accepts more than the person may.
    """
    policy = _policy(wishes, by)
    if wishes.only_office and by.office is None:
        raise NotAllowed(f"{by.get_username()} belongs to no office")
    with writing():
        job, is_new = start_job(
            "add",
            offered.names[0],
            by=by,
            arguments={"policy": policy, "only_office": wishes.only_office},
            office=by.office if wishes.only_office else None,
            once=_once(offered, by=by, wishes=wishes),
        )
        if is_new:
            give_items(job, _tasks(job, offered))
    return job, is_new


def policies_for(person: Account) -> list[Policy]:
    """The policies that the person may choose, the office's own first.

    One who may not judge cannot let in more than the office's policy does.
    """
    own = Policy(settings.MEMORANDA_POLICY)
    if own == Policy.ASSISTED:
        return [Policy.ASSISTED, Policy.REVIEW]
    return [own, Policy.ASSISTED] if person.may(Capability.JUDGE) else [own]


class AddDocuments:
    """Reads the items of one job into the register."""

    def __init__(self, job: Job, *, reader: Reader = read) -> None:
        if job.by is not None and not job.by.may(Capability.CONTRIBUTE):
            raise JobFailed("who began it may no longer add documents")
        withheld_by = job.by if job.arguments.get("only_office") else None
        if withheld_by is not None and withheld_by.office_id != job.office_id:
            raise JobFailed("who began it has left the office that keeps it")
        self._intake = Intake(
            job.arguments.get("policy"), reader=reader, withheld_by=withheld_by
        )
        self._open = ExitStack()
        self._archive: tuple[int, zipfile.ZipFile] | None = None

    def do(self, item: JobItem, settle: Settle) -> None:
        """Read one document."""

        def settled(taken: Taken) -> None:
            result = {"document": taken.content_hash} if taken.content_hash else {}
            settle(Settled(STATES[taken.outcome], taken.reason, result))

        offer = Offer(item.name, partial(self._content, item))
        self._intake.take(offer, settle=settled)

    def end(self) -> None:
        """Show what was read."""
        self._open.close()
        self._intake.end()

    def _content(self, item: JobItem) -> bytes:
        if "url" in item.arguments:
            return fetch(item.arguments["url"])
        if "member" not in item.arguments:
            return content_of(item.upload)
        member = Member(item.name, item.arguments["member"], item.arguments["fault"])
        return unpacked(self._opened(item), member)

    def _opened(self, item: JobItem) -> zipfile.ZipFile:
        """The zip file of ``item``, kept open for the others in it."""
        if self._archive is None or self._archive[0] != item.upload_id:
            self._open.close()
            try:
                opened = self._open.enter_context(opened_archive(item.upload))
            except zipfile.BadZipFile as error:
                raise Refused("it cannot be unpacked") from error
            self._archive = (item.upload_id or 0, opened)
        return self._archive[1]


def _policy(wishes: Wishes, by: Account) -> str:
    allowed = policies_for(by)
    chosen = Policy(wishes.policy) if wishes.policy else allowed[0]
    if chosen not in allowed:
        raise NotAllowed(f"{by.get_username()} may not {Capability.JUDGE.label}")
    return str(chosen)


def _tasks(job: Job, offered: Offered) -> Iterator[Task]:
    for checked in offered.uploads:
        kept = keep_upload(job, checked)
        for member in checked.members:
            name = f"{checked.name}!{member.name}"
            told = {"member": member.number, "fault": member.fault}
            yield Task(name, told, kept)
        if not checked.members:
            yield Task(checked.name, {}, kept)
    for address in offered.addresses:
        yield Task(address, {"url": address})
    for one in offered.refused:
        yield Task(one.source, refused=one.reason)


def _once(offered: Offered, *, by: Account, wishes: Wishes) -> str:
    """The digest of one sending of a form: who, which, and all that it held."""
    if not wishes.form:
        return ""
    said = hashlib.sha256(f"{by.pk} {wishes}\n".encode())
    for upload in offered.uploads:
        said.update(upload.name.encode(errors="replace") + b"\0")
        upload.file.seek(0)
        while piece := upload.file.read(PIECE):
            said.update(piece)
    said.update("\n".join(offered.names).encode(errors="replace"))
    return said.hexdigest()
