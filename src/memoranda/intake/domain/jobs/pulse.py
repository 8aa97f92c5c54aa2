"""The worker's beat, from a thread of its own, and the limit of time for one item."""

import logging
import os
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import Self

from django.db import DatabaseError, connection

from memoranda.intake.domain.jobs.claiming import BEAT, beat, give_up
from memoranda.intake.models import Job, JobItem

logger = logging.getLogger(__name__)
MOST_SECONDS = 600.0  # of one item; reading a document ends after a minute
OVERDUE = 70  # exit code of a worker that ends itself


class Pulse:
    """Beats for ``job`` while it is open, whatever the main thread is busy with.

    An item that takes longer than MOST_SECONDS hangs: the process is ended, since
    nothing else stops a parser, and the next worker leaves that item out.
    """

    def __init__(self, job: Job, worker: str) -> None:
        self._job = job
        self._worker = worker
        self._over = threading.Event()
        self._item: JobItem | None = None
        self._began: float | None = None
        self._thread = threading.Thread(target=self._beat, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._over.set()
        self._thread.join(timeout=1)

    @contextmanager
    def timing(self, item: JobItem) -> Iterator[None]:
        """The time of one item."""
        self._item, self._began = item, time.monotonic()
        try:
            yield
        finally:
            self._began = None

    def _beat(self) -> None:
        try:
            while not self._over.wait(BEAT):
                self._end_if_overdue()
                try:
                    beat(self._job, self._worker)
                except DatabaseError:
                    # the main thread writes; it shows by itself whether the job lives
                    logger.debug("A beat was missed", exc_info=True)
        finally:
            connection.close()

    def _end_if_overdue(self) -> None:
        began, item = self._began, self._item
        if began is None or item is None or time.monotonic() - began < MOST_SECONDS:
            return
        logger.error("Job %s: one item took too long; ending", self._job.pk)
        try:
            give_up(item, f"it took longer than {MOST_SECONDS / 60:.0f} minutes")
        finally:
            os._exit(OVERDUE)
