"""How far a start is, what it has cost, and whether anything still moves."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Hashable
from pathlib import Path

STILL_SECONDS = 300.0
"""A slow machine may take as long as it likes; one on which nothing has moved for this long is given up."""


class Stillness:
    """Notices for how long what it is shown has stayed the same."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: Hashable = None
        self._since = clock()

    def is_too_long(self, seen: Hashable) -> bool:
        """Say whether `seen` has been the same for so long that waiting is no use."""
        now = self._clock()
        if seen != self._seen:
            self._seen, self._since = seen, now
        return now - self._since > STILL_SECONDS


class Steps:
    """Reads along in the log of a process: a line that ends in "…" says what it is doing now."""

    def __init__(self, log: Path, first: str) -> None:
        self._log = log
        self._read = size(log)
        self.doing = first

    def new(self) -> list[str]:
        """Return the steps written since the last time, and remember the last of them."""
        if size(self._log) <= self._read:
            return []
        with self._log.open("rb") as log:
            log.seek(self._read)
            whole = log.read().rpartition(b"\n")[0]
        self._read += len(whole) + 1 if whole else 0
        steps = [line for line in whole.decode(errors="replace").splitlines() if line.endswith("…")]
        self.doing = steps[-1] if steps else self.doing
        return steps


def size(path: Path) -> int:
    """Return how many bytes a file holds; none when it is not there."""
    try:
        return path.stat().st_size
    except OSError:
        return 0


def work_of(process: int) -> int:
    """Return the whole processor seconds a process has used: one that works moves, one that waits does not.

    Nothing where Linux does not tell.
    """
    try:
        words = _words(Path(f"/proc/{process}/stat"))
    except OSError:
        return 0
    return sum(map(int, words[_USED])) // os.sysconf("SC_CLK_TCK")


def cost_of_the_start() -> tuple[float, float] | None:
    """Return how many seconds ago this process began, and the processor seconds it and all it started have used.

    It began as the shell of `make run`, since each step becomes the next. None where Linux does not tell.
    """
    processes = {}
    for entry in Path("/proc").glob("[0-9]*/stat"):
        with contextlib.suppress(OSError):  # it has just ended
            processes[int(entry.parent.name)] = [int(word) for word in _words(entry)]
    ours = os.getpid()
    if ours not in processes:
        return None
    family, waiting = 0, [ours]
    while waiting:
        parent = waiting.pop()
        family += sum(processes[parent][_USED])
        waiting += [number for number, words in processes.items() if words[_PARENT] == parent]
    ticks = os.sysconf("SC_CLK_TCK")
    uptime = float(Path("/proc/uptime").read_text().split()[0])
    return uptime - processes[ours][_BEGAN] / ticks, family / ticks


# What stands where in /proc/…/stat, counted from the parent's number.
_PARENT, _USED, _BEGAN = 0, slice(10, 14), 18


def _words(stat: Path) -> list[str]:
    return stat.read_text().rpartition(")")[2].split()[1:]
