"""Whether the register can be used now: what a monitor asks every minute."""

import logging
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.migrations.executor import MigrationExecutor
from django.utils import timezone

from memoranda.history.models import HistoryEntry
from memoranda.register.models import Stale

logger = logging.getLogger(__name__)
# While documents are added, pages follow within some of them; longer is a stopped run.
PATIENCE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True)
class Finding:
    """What one question gave: its name, whether all is well, and plain words.

    The words hold no path, address, count of people or text of an error: anybody may
    read them.
    """

    name: str
    well: bool
    says: str


def findings() -> list[Finding]:
    """Database, tables, pages and disk, in this order; cheap, reads only."""
    return [_asked(name, question) for name, question in QUESTIONS.items()]


def _asked(name: str, question: Callable[[], tuple[bool, str]]) -> Finding:
    try:
        return Finding(name, *question())
    except (DatabaseError, OSError):
        logger.exception("The question after %s failed", name)
        return Finding(name, well=False, says="could not be found out; see the log")


def _database() -> tuple[bool, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    return True, "answers"


def _tables() -> tuple[bool, str]:
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return False, "are of an older version: run any command to bring them up"
    return True, "are of this version"


def _pages() -> tuple[bool, str]:
    if not Stale.objects.exists():
        return True, "show what is claimed"
    last = HistoryEntry.objects.order_by("-pk").values_list("at", flat=True).first()
    if last and timezone.now() - last < PATIENCE:
        return True, "follow what is being added"
    return False, "lack what a stopped run claimed: add again, or run rebuild"


def _disk() -> tuple[bool, str]:
    if connection.vendor != "sqlite":
        return True, "is that of the server"
    free = shutil.disk_usage(settings.STORE.parent).free / 1e6
    if free < settings.MEMORANDA_DISK_FREE:
        return False, f"has less than {settings.MEMORANDA_DISK_FREE} MB free"
    return True, f"has more than {settings.MEMORANDA_DISK_FREE} MB free"


QUESTIONS = {
    "database": _database,
    "tables": _tables,
    "pages": _pages,
    "disk": _disk,
}
