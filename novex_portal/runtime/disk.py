"""A full disk, named as what it is instead of by what failed because of it."""

from __future__ import annotations

import errno
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

LITTLE = 50_000_000
"""Below this many bytes somebody should make room: soon nothing can be written."""
NOTHING = 20_000_000
"""Below this many bytes a program that failed most probably failed for want of room: PostgreSQL asks 16 MB at a time."""
FULL = (errno.ENOSPC, errno.EDQUOT)
FULL_WORDS = tuple(os.strerror(number) for number in FULL)


@dataclass(frozen=True)
class Place:
    """A directory and the room that is left on its disk."""

    path: Path
    free: int

    def __str__(self) -> str:
        return f"{self.path} ({self.free / 1_000_000:.0f} MB vrij)"


def short_of_room(paths: Iterable[Path], least: int = LITTLE) -> list[Place]:
    """Return the places among `paths` that have less than `least` bytes left, or no room for one more file."""
    found: dict[int, Place] = {}
    for path in [*paths, Path(tempfile.gettempdir())]:
        there = _nearest(path)
        facts = os.statvfs(there)
        free = 0 if facts.f_files and not facts.f_favail else facts.f_bavail * facts.f_frsize
        if free < least:
            found.setdefault(there.stat().st_dev, Place(path, free))
    return list(found.values())


def named(problem: str, *paths: Path, said: str = "") -> str:
    """Return `problem`, with before it that the disk is full when that is why.

    `said` is what else was said about it, in a log for instance.
    """
    full = short_of_room(paths, NOTHING)
    if not full and any(words in problem + said for words in FULL_WORDS):  # by now what did not fit is gone again
        full = sorted(short_of_room(paths, sys.maxsize), key=lambda place: place.free)[:1]
    if not full:
        return problem
    return f"De schijf is vol: {', '.join(map(str, full))}. Maak ruimte en probeer het opnieuw.\n{problem}"


def is_full(failure: BaseException | None) -> bool:
    """Say whether a failure, or what it came from, is that of a full disk: ours or the database's."""
    return any(_says_full(error) for error in _chain(failure))


def _says_full(error: BaseException) -> bool:
    disk_full = "53100"  # PostgreSQL, appendix A
    return (isinstance(error, OSError) and error.errno in FULL) or getattr(error, "sqlstate", None) == disk_full


def _chain(failure: BaseException | None) -> Iterator[BaseException]:
    while failure is not None:
        yield failure
        failure = failure.__cause__ or failure.__context__


def _nearest(path: Path) -> Path:
    """Return `path`, or the nearest directory above it that exists."""
    return next(there for there in (path, *path.absolute().parents) if there.exists())
