"""Keeps the portal's parts running: what ends is started again, a little later each time.

One part's end is not everybody's. Only when there is no point in going on, the keeper says so with
StartError. What it knows stands in a small file, from which /healthz tells it.
"""

from __future__ import annotations

import contextlib
import json
import shutil
import signal
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from novex_portal.runtime.children import StartError, Watchdog, end_group

FIRST_PAUSE = 0.5
LONGEST_PAUSE = 30.0
STEADY_SECONDS = 60.0
"""A part that ran this long is well again; its next end counts as the first."""
OFTEN = 3
"""From this many ends in a row on we say that something is wrong with the part itself."""
LAST_TRY = 7
"""At this end in a row, after half a minute of trying, we ask whether there is any hope."""
LARGEST_LOG = 5_000_000


class Part(Protocol):
    """A process that must run: its name, where it writes, and how to start and end it."""

    name: str
    process: subprocess.Popen[bytes]
    log: Path
    stop_signal: signal.Signals

    def launch(self) -> subprocess.Popen[bytes]:
        """Start it once more."""
        ...


@dataclass
class _Kept:
    part: Part
    started: float
    ends: int = 0
    in_a_row: int = 0
    again_at: float | None = None


class Keeper:
    """Looks after parts. `say` tells the person at the terminal, `hopeless` whether a part that keeps
    ending makes the portal of no use: it returns why, or nothing.
    """

    def __init__(self, status: Path, say: Callable[[str], None], hopeless: Callable[[Part], str]) -> None:
        self.watchdog = Watchdog()
        self._status = status
        self._say = say
        self._hopeless = hopeless
        self._kept: list[_Kept] = []

    def take(self, part: Part, now: float) -> None:
        """Look after `part`, which has just been started."""
        self.watchdog.register(part.process, part.stop_signal)
        self._kept.append(_Kept(part, now))
        self._tell()

    def refuse_ended(self) -> None:
        """Raise StartError when a part has ended: while the portal starts, that is a mistake to mend."""
        for kept in self._kept:
            if kept.part.process.poll() is not None:
                raise StartError(with_last_lines(f"Onderdeel '{kept.part.name}' is gestopt", kept.part.log))

    def look(self, now: float) -> None:
        """See what has ended, and start again what is due. Raises StartError when there is no hope."""
        for kept in self._kept:
            if kept.again_at is not None:
                if now >= kept.again_at:
                    self._start_again(kept, now)
            elif kept.part.process.poll() is not None:
                self._note_end(kept, now)
            elif kept.in_a_row and now - kept.started > STEADY_SECONDS:
                if kept.in_a_row >= OFTEN:
                    self._say(f"Onderdeel '{kept.part.name}' draait weer.")
                kept.in_a_row = 0
        if not self.watchdog.alive():
            self._replace_watchdog()

    def shorten_logs(self) -> None:
        """Put aside what a part wrote long ago. It goes on writing into the same file, from its beginning."""
        for kept in self._kept:
            shorten(kept.part.log)

    def _note_end(self, kept: _Kept, now: float) -> None:
        part = kept.part
        self.watchdog.forget(part.process)
        end_group(part.process.pid, signal.SIGKILL)  # what it had started itself
        kept.ends += 1
        kept.in_a_row += 1
        kept.again_at = now + pause_before(kept.in_a_row)
        self._tell()
        if kept.in_a_row >= LAST_TRY and (reason := self._hopeless(part)):
            raise StartError(with_last_lines(reason, part.log))
        if kept.in_a_row == OFTEN:
            what = (
                f"Onderdeel '{part.name}' stopt telkens weer ({how_it_ended(part.process)}); het wordt steeds opnieuw"
            )
            self._say(with_last_lines(f"{what} gestart", part.log))
        elif kept.in_a_row < OFTEN:
            self._say(f"Onderdeel '{part.name}' is gestopt ({how_it_ended(part.process)}) en wordt opnieuw gestart.")

    def _start_again(self, kept: _Kept, now: float) -> None:
        try:
            kept.part.process = kept.part.launch()
        except OSError:  # no room for its log, no more processes: that passes, or it does not
            kept.in_a_row += 1
            kept.again_at = now + pause_before(kept.in_a_row)
            return
        self.watchdog.register(kept.part.process, kept.part.stop_signal)
        kept.started, kept.again_at = now, None
        self._tell()

    def _replace_watchdog(self) -> None:
        self.watchdog = Watchdog()
        for kept in self._kept:
            if kept.again_at is None:
                self.watchdog.register(kept.part.process, kept.part.stop_signal)
        self._say("De bewaker van de processen was gestopt en is opnieuw gestart.")

    def _tell(self) -> None:
        parts = {kept.part.name: {"running": kept.again_at is None, "restarts": kept.ends} for kept in self._kept}
        new = self._status.with_suffix(".new")
        with contextlib.suppress(OSError):  # a full disk must not stop us
            new.write_text(json.dumps(parts))
            new.replace(self._status)


def pause_before(attempt: int) -> float:
    """Return how many seconds to wait before a part is started again, after its nth end in a row."""
    return min(FIRST_PAUSE * 2.0 ** (attempt - 1), LONGEST_PAUSE)


def how_it_ended(process: subprocess.Popen[bytes]) -> str:
    """Say how a process ended, as people look it up: its status or the name of the signal."""
    status = process.returncode
    if status is not None and status < 0:
        with contextlib.suppress(ValueError):
            return signal.Signals(-status).name
    return f"status {status}"


def with_last_lines(what: str, log: Path) -> str:
    """Return `what` as a sentence, with the last lines of the log that may tell why."""
    last = log.read_text(errors="replace").splitlines()[-12:] if log.exists() else []
    return "\n".join([f"{what}. De laatste regels van {log}:", *(f"  {line}" for line in last)])


def shorten(log: Path) -> None:
    """Put a large log aside as `….old` and empty it, without the writer having to know."""
    with contextlib.suppress(OSError):
        if log.stat().st_size <= LARGEST_LOG:
            return
        old = log.with_suffix(".log.old")
        try:
            shutil.copyfile(log, old)
        except OSError:  # no room for the old one: then only the new one
            old.unlink(missing_ok=True)
        with log.open("r+b") as file:
            file.truncate()
