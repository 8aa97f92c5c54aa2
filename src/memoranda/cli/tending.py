"""A worker as a child process: started with the site, started anew when it dies."""

import logging
import subprocess
import sys
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager

logger = logging.getLogger(__name__)
SHORTEST_PAUSE, LONGEST_PAUSE = 1.0, 60.0  # seconds before it is started again
LIVED = 60.0  # seconds; one that lived longer is started again without a long pause
PATIENCE = 10.0  # seconds for it to end by itself


# The store is the one that this process opened: it stands in the environment.
WORK = (sys.executable, "-m", "memoranda.cli", "work", "--while-input")


@contextmanager
def tended(command: Sequence[str] = WORK) -> Iterator[None]:
    """Keep ``command`` running as a child while this is open.

    It ends with this process however that ends: it holds the other end of its input.
    """
    child = _Child(command)
    thread = threading.Thread(target=child.tend, daemon=True)
    thread.start()
    try:
        yield
    finally:
        child.end()
        thread.join(timeout=PATIENCE)


class _Child:
    def __init__(self, command: Sequence[str]) -> None:
        self._command = list(command)
        self._over = threading.Event()
        self._process: subprocess.Popen[bytes] | None = None
        self._lock = threading.Lock()

    def tend(self) -> None:
        """Start it, wait for its death, start it again; each time later if it is short."""
        pause = SHORTEST_PAUSE
        while self._start():
            began = time.monotonic()
            code = self._wait()
            if self._over.is_set():
                return
            if time.monotonic() - began > LIVED:
                pause = SHORTEST_PAUSE
            logger.warning("The worker ended (%s); again in %d s", code, pause)
            self._over.wait(pause)
            pause = min(2 * pause, LONGEST_PAUSE)

    def end(self) -> None:
        """End it and start it no more; killed when it does not end by itself."""
        self._over.set()
        with self._lock:
            process = self._process
        if process is None:
            return
        process.terminate()
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            process.kill()

    def _start(self) -> bool:
        with self._lock:
            if self._over.is_set():
                return False
            self._process = subprocess.Popen(  # noqa: S603  our own command
                self._command,
                stdin=subprocess.PIPE,
                start_new_session=True,  # Ctrl-C is for this process, which ends it
            )
        return True

    def _wait(self) -> int:
        assert self._process is not None  # noqa: S101  started just before
        with self._process:
            return self._process.wait()
