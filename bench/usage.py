"""The processor's time and the peak memory of a command of its own.

The kernel lets a new process begin with the peak of the one that began it, so a large
bench would report its own memory for that of any command. A small process in between
begins the command and tells of it.
"""

import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

_BETWEEN = """
import resource, subprocess, sys
done = subprocess.run(sys.argv[1:], stdout=sys.stderr)
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss * 1024)
sys.exit(done.returncode)
"""


@dataclass(frozen=True, slots=True)
class Usage:
    """What a command needed: seconds of the processor, and bytes at its peak."""

    seconds: float
    peak: int


def usage_of(
    command: list[str], *, environment: Mapping[str, str] | None = None, folder: Path
) -> Usage:
    """Runs ``command`` in ``folder``; raises CalledProcessError when it fails."""
    done = subprocess.run(
        [sys.executable, "-c", _BETWEEN, *command],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
        cwd=folder,
    )
    seconds, peak = done.stdout.split()
    return Usage(float(seconds), int(peak))
