"""A real Celery worker, as the portal starts it, on this test's database and Valkey."""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from django.db import connection

from novex_portal.celery import app as celery
from novex_portal.runtime import processes
from novex_portal.runtime.throwaway import PROJECT

PATIENCE_SECONDS = 60


@contextlib.contextmanager
def running_worker(directory: Path, **variables: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a worker with its children in a process group of their own; what is left of it ends with the block."""
    database = connection.settings_dict
    address = f"postgresql://{database['USER']}@/{database['NAME']}?host={database['HOST']}"
    env = os.environ | {"DATABASE_URL": address, "PORTAL_DATA": str(directory), "CELERY_SKIP_CHECKS": "1"} | variables
    command = [sys.executable, *processes.command("worker")]
    with (directory / "worker.log").open("ab") as log:
        process = subprocess.Popen(
            command, cwd=PROJECT, env=env, stdout=log, stderr=subprocess.STDOUT, start_new_session=True
        )
    try:
        yield process
    finally:
        kill_with_children(process)


def kill_with_children(process: subprocess.Popen[bytes]) -> None:
    """End a worker the way a power cut would: no goodbye, no clean-up."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(30)


def throw_away_queue() -> None:
    """Forget what was asked of a worker that was not there."""
    with celery.connection_for_write() as broker:
        broker.default_channel.client.flushdb()


def until(fact: Callable[[], bool]) -> bool:
    """Say whether `fact` came true in time."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while not (true := fact()) and time.monotonic() < deadline:
        time.sleep(0.1)
    return true
