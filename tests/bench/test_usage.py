import subprocess
import sys

import pytest

from bench.usage import usage_of

MEGABYTE = 1_000_000


def test_a_command_is_measured_apart_from_who_runs_it(tmp_path):
    own = bytearray(300 * MEGABYTE)
    own[::4096] = b"x" * len(own[::4096])  # so that it is memory in truth

    small = usage_of([sys.executable, "-c", "print('said')"], folder=tmp_path)
    large = usage_of([sys.executable, "-c", "b'x' * 200_000_000"], folder=tmp_path)

    assert small.peak < 100 * MEGABYTE < 200 * MEGABYTE < large.peak
    assert small.seconds > 0


def test_a_command_that_fails_is_told(tmp_path):
    with pytest.raises(subprocess.CalledProcessError):
        usage_of([sys.executable, "-c", "raise SystemExit(3)"], folder=tmp_path)
