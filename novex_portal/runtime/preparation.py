"""Whether a database has to be prepared again: not when nothing has changed since the last time."""

from __future__ import annotations

import hashlib
import stat
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from novex_portal.runtime.throwaway import PROJECT

SOURCES = ("areas", "coalition", "deliverables", "novex_portal", "static", "requirements.txt", "package-lock.json")


class Preparation:
    """Remembers in the data directory from what code and settings the databases `markers` stand in were prepared.

    Each marker is a file of a cluster of our own. A database of somebody else can be any other
    the next time, so without markers nothing is remembered.
    """

    def __init__(self, data: Path, markers: Sequence[Path], settings: Mapping[str, str]) -> None:
        self._note = data / "run" / "prepared"
        self._made = data / "static"
        self._now = _digest(markers, settings) if markers else ""

    def is_done(self) -> bool:
        """Say whether preparing once more would change nothing."""
        there = self._now and self._made.exists() and self._note.exists()
        return bool(there) and self._note.read_text() == self._now

    def begin(self) -> None:
        """Forget what was: halfway, nothing is certain."""
        self._note.unlink(missing_ok=True)

    def end(self) -> None:
        """Remember that it went well."""
        self._note.write_text(self._now)


def _digest(markers: Sequence[Path], settings: Mapping[str, str]) -> str:
    chosen = sorted(f"{name}={value}" for name, value in settings.items() if name.startswith("PORTAL_"))
    digest = hashlib.sha256("\n".join([sys.version, *chosen]).encode())
    files = [file for source in SOURCES for file in (PROJECT / source, *(PROJECT / source).rglob("*"))]
    for file in sorted({*markers, *files}):
        facts = file.lstat()
        if stat.S_ISREG(facts.st_mode) and "__pycache__" not in file.parts:
            digest.update(f"{file} {facts.st_ino} {facts.st_size} {facts.st_mtime_ns}\n".encode())
    return digest.hexdigest()
