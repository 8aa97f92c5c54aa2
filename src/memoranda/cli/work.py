"""``memoranda work``: the worker, which does the jobs of the desk."""

import os
import signal
import sys
import threading
from types import FrameType

import click

from memoranda.cli.store import with_store

NICE = 10  # pages go first where both want the processor


@click.command(name="work")
@click.option("--once", is_flag=True, help="Do what waits, then end.")
@click.option(
    "--while-input",
    is_flag=True,
    help="End when standard input ends, as it does with the process that holds it; "
    "for whoever starts a worker as its child.",
)
@with_store(create=True)
def command(*, once: bool, while_input: bool) -> None:
    """Do the jobs that people began in the desk, until interrupted.

    `memoranda serve` starts a worker by itself; this command is for a worker of its
    own, with MEMORANDA_WORKER=apart for the site. Stopped or killed at any point, the
    next worker goes on where this one was, and nothing is done twice.

    \b
    Examples:
      memoranda work
      memoranda work --once
    """
    from memoranda.intake.domain.jobs.worker import Stopped, Worker

    os.nice(NICE)
    _stop_on_signals(Stopped)
    if while_input:
        threading.Thread(target=_end_with_input, daemon=True).start()
    worker = Worker()
    try:
        if once:
            while worker.run_one():
                pass
        else:
            worker.run()
    except Stopped:
        return


def _stop_on_signals(stopped: type[BaseException]) -> None:
    """Let the first SIGTERM or SIGINT end the work where it is; a second adds nothing."""

    def stop(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        signal.signal(signal.SIGINT, signal.SIG_IGN)
        raise stopped

    signal.signal(signal.SIGTERM, stop)
    signal.signal(signal.SIGINT, stop)


def _end_with_input() -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
