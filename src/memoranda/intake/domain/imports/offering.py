"""Keeping a file that is to be imported, and opening it again."""

import hashlib
from datetime import timedelta
from pathlib import PurePath

from django.utils import timezone
from django.utils.translation import gettext as _

from memoranda.intake.domain.imports.faults import BadState
from memoranda.intake.domain.imports.mapping import Mapping, mapping_of
from memoranda.intake.domain.imports.opening import table_in
from memoranda.intake.domain.imports.recorder import Recorder
from memoranda.intake.domain.imports.tables import Table
from memoranda.intake.enums import ImportState
from memoranda.intake.models import Import, ImportFile
from memoranda.intake.queries.jobs import open_import_jobs, open_job_of
from memoranda.people.domain.permission import require
from memoranda.people.enums import Capability
from memoranda.people.models import Account
from memoranda.store.writing import writing

UNFINISHED = (ImportState.PREVIEWED, ImportState.RUNNING, ImportState.FAILED)
KEPT_FOR = timedelta(days=7)  # a file that nobody confirmed


def offer_import(
    content: bytes,
    mapping: Mapping,
    *,
    file_name: str,
    by: Account | None = None,
    stop: bool | None = None,
    **read_as: str,
) -> Import:
    """Keep a file and how it is to be read; nothing enters the register.

    The same file by the same mapping, left unfinished, is the same import; ``stop``
    then counts as said last, None leaving it. Raises NotAllowed, BadTable or
    BadMapping.
    """
    require(by, Capability.JUDGE)
    table = table_in(content, **read_as)
    Recorder(mapping, table)
    digest = hashlib.sha256(content).hexdigest()
    rows = _rows_in(table)  # may take long, so before the turn to write
    with writing():
        same = Import.objects.filter(
            file_hash=digest, mapping=mapping.as_dict(), state__in=UNFINISHED
        )
        run = same.order_by("pk").first()
        if run is None:
            run = Import.objects.create(
                file_name=PurePath(file_name.replace("\\", "/")).name[:300] or "table",
                file_hash=digest,
                mapping=mapping.as_dict(),
                read_as=dict(table.read_as),
                rows=rows,
                stop=bool(stop),
                by=by,
            )
            ImportFile.objects.create(run=run, content=content)
        elif stop is not None and stop != run.stop:
            run.stop = stop
            run.save(update_fields=["stop"])
    return run


def change_mapping(run: Import, mapping: Mapping, *, by: Account, stop: bool) -> None:
    """Read the file otherwise; only while nothing of it is written.

    Raises NotAllowed, BadState or BadMapping.
    """
    require(by, Capability.JUDGE)
    Recorder(mapping, table_of(run))
    with writing():
        _require_unconfirmed(run)
        run.mapping, run.stop = mapping.as_dict(), stop
        run.save(update_fields=["mapping", "stop"])


def read_otherwise(run: Import, *, by: Account, **read_as: str) -> None:
    """Open the file by another encoding, delimiter or sheet. Raises as above."""
    require(by, Capability.JUDGE)
    table = table_in(_content(run), **read_as)
    rows = _rows_in(table)
    with writing():
        _require_unconfirmed(run)
        run.read_as, run.rows = dict(table.read_as), rows
        run.save(update_fields=["read_as", "rows"])


def table_of(run: Import) -> Table:
    """The table the import's file holds. Raises BadState or BadTable."""
    return table_in(_content(run), **run.read_as)


def recorder_of(run: Import) -> Recorder:
    """What reads the import's rows by its mapping. Raises an ImportFault."""
    return Recorder(mapping_of(run.mapping), table_of(run))


def expire_imports() -> int:
    """Let go of files that nobody confirmed in time; how many."""
    late = timezone.now() - KEPT_FOR
    with writing():
        old = Import.objects.filter(state=ImportState.PREVIEWED, offered_at__lt=late)
        confirmed = [job.arguments["run"] for job in open_import_jobs()]
        old = old.exclude(pk__in=confirmed)
        ImportFile.objects.filter(run__in=old.values("pk")).delete()
        return old.update(state=ImportState.EXPIRED)


def _require_unconfirmed(run: Import) -> None:
    """Raise BadState where the import was confirmed: what was seen is what is written."""
    run.refresh_from_db(fields=["state"])
    if run.state != ImportState.PREVIEWED or open_job_of(run) is not None:
        raise BadState(_("This import was confirmed; it stays as it was seen then."))


def _rows_in(table: Table) -> int:
    return sum(1 for _row in table.rows())


def _content(run: Import) -> bytes:
    kept = ImportFile.objects.filter(run=run).first()
    if kept is None:
        raise BadState(_("The file of this import is no longer kept."))
    return bytes(kept.content)
