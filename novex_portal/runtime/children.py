"""Child processes that never outlive the process that started them.

A child runs in a session of its own, so Ctrl-C in the terminal reaches only the one who
supervises. Linux ends the child when its parent dies; the watchdog ends its grandchildren too.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import pwd
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

STOP_SECONDS = 4


class StartError(Exception):
    """Something cannot start; the message tells the person at the terminal why."""


@dataclass(frozen=True)
class Account:
    """The account PostgreSQL runs under when we are root: it refuses root itself."""

    name: str
    uid: int
    gid: int


def server_account() -> Account | None:
    """Return the account PostgreSQL must run under, or None for the present user."""
    if os.geteuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        with contextlib.suppress(KeyError):
            entry = pwd.getpwnam(name)
            return Account(name, entry.pw_uid, entry.pw_gid)
    raise StartError(
        "PostgreSQL weigert als root te draaien en er is geen account 'postgres' of 'nobody'. "
        "Start het portaal als gewone gebruiker."
    )


def run_as(account: Account | None, command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    """Run `command` to its end under `account` and return its status and output.

    A program that cannot be executed counts as one that failed, with status 127.
    """
    try:
        return subprocess.run(
            list(command),
            capture_output=True,
            text=True,
            check=False,
            cwd="/",
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )
    except OSError as error:
        return subprocess.CompletedProcess(list(command), 127, "", str(error))


def spawn(
    command: Sequence[str],
    *,
    stop_signal: signal.Signals = signal.SIGTERM,
    output: Path,
    env: Mapping[str, str] | None = None,
    account: Account | None = None,
    cwd: Path = Path("/"),
) -> subprocess.Popen[bytes]:
    """Start a child; what it prints is added to the file `output`.

    On Linux the child gets `stop_signal` when we die, however that happens.
    """
    parent = os.getpid()

    def before_exec() -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, signal.SIG_DFL)
        die_with_parent(stop_signal, parent)

    with output.open("ab") as log:
        return subprocess.Popen(
            list(command),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            env=dict(env) if env is not None else None,
            cwd=cwd,
            start_new_session=True,
            preexec_fn=before_exec,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
        )


# The C library is loaded before any fork: a child between fork and exec must not import.
_libc = ctypes.CDLL(None) if sys.platform == "linux" else None


def die_with_parent(number: signal.Signals, parent: int) -> None:
    """Ask Linux to send this process `number` when `parent` dies; elsewhere do nothing."""
    if _libc is None:
        return
    pr_set_pdeathsig = 1
    _libc.prctl(pr_set_pdeathsig, int(number), 0, 0, 0)
    if os.getppid() != parent:  # it died before we could ask
        os.kill(os.getpid(), number)


Child = tuple[subprocess.Popen[bytes], signal.Signals]
"""A child and the signal that asks it to end."""


def stop_together(children: Sequence[Child], seconds: float) -> None:
    """Ask several children to end, wait `seconds` for all, then end their groups by force.

    One that was seen to have ended before is left alone: its number may be somebody else's by now.
    """
    children = [(process, number) for process, number in children if process.returncode is None]
    ask_to_end(children, seconds)
    for process, _ in children:
        end_group(process.pid, signal.SIGKILL)
        process.wait()


def ask_to_end(children: Sequence[Child], seconds: float) -> None:
    """Send each child its signal and wait until all have ended, `seconds` at most."""
    for process, number in children:
        if process.poll() is None:
            with contextlib.suppress(ProcessLookupError):
                process.send_signal(number)
    deadline = time.monotonic() + seconds
    for process, _ in children:
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(max(0.01, deadline - time.monotonic()))


def end_group(group: int, number: int) -> bool:
    """Send `number` to a child and everything it started; say whether anything was there."""
    try:
        os.killpg(group, number)
    except (ProcessLookupError, PermissionError):
        return False
    return True


class Watchdog:
    """A tiny process that ends the registered children when we are killed with -9.

    It waits for the end of a pipe of which only we hold the other side. What we had open when
    it was made stays open in it, so a lock on the data directory outlasts the last child.
    """

    def __init__(self) -> None:
        reader, self._writer = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            os.close(self._writer)
            try:
                os.setsid()
                for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                    signal.signal(number, signal.SIG_IGN)
                _guard(reader)
            finally:
                os._exit(0)
        os.close(reader)

    def register(self, process: subprocess.Popen[bytes], number: signal.Signals) -> None:
        """Have `process` and its children ended, `number` first, if we die."""
        with contextlib.suppress(OSError):  # it has just been killed itself; who looks after it will see
            os.write(self._writer, f"{process.pid} {int(number)}\n".encode())

    def forget(self, process: subprocess.Popen[bytes]) -> None:
        """Have `process` left alone: it has ended, and its number may become somebody else's."""
        with contextlib.suppress(OSError):
            os.write(self._writer, f"{process.pid} 0\n".encode())

    def alive(self) -> bool:
        """Say whether the watchdog itself still runs; once it does not, it is not asked again."""
        return os.waitpid(self.pid, os.WNOHANG) == (0, 0)

    def dismiss(self) -> None:
        """Send the watchdog home: everything has ended in an orderly way."""
        with contextlib.suppress(OSError):
            os.write(self._writer, b"done\n")
        os.close(self._writer)
        with contextlib.suppress(ChildProcessError):
            os.waitpid(self.pid, 0)


def _guard(reader: int) -> None:
    text = b""
    while part := os.read(reader, 4096):
        text += part
    lines = text.decode().split("\n")
    if "done" in lines:
        return
    told = {int(group): int(number) for group, number in (line.split() for line in lines if line)}
    groups = {group: number for group, number in told.items() if number}
    for group, number in groups.items():
        end_group(group, number)
    deadline = time.monotonic() + STOP_SECONDS / 2
    while time.monotonic() < deadline:
        if not any(end_group(group, 0) for group in groups):
            return
        time.sleep(0.05)
    for group in groups:
        end_group(group, signal.SIGKILL)
