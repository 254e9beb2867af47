"""Pango, which WeasyPrint sets letters with: the machine's own, or else a copy of our own.

On a Debian or Ubuntu without it the distribution's packages are fetched and unpacked privately (see
private_apt.py), as root or not. Such a set of libraries is kept beside the code, renewed after a
month and when the lock of the Python packages changes, and used only while nobody else can write
it. Where that cannot be, the portal runs and says what to install.

    python -m novex_portal.runtime.pango      # fetch or renew the set, where one is needed
"""

from __future__ import annotations

import contextlib
import ctypes
import ctypes.util
import fcntl
import hashlib
import logging
import os
import platform
import shutil
import stat
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path

from novex_portal import env
from novex_portal.runtime.children import StartError
from novex_portal.runtime.private_apt import fetch_libraries, there_is_apt

PROJECT = Path(__file__).resolve().parent.parent.parent
SETS = PROJECT / ".pango"
LOCK = PROJECT / "requirements.txt"

LIBRARIES = {
    "libpangoft2-1.0.so.0": "libpangoft2-1.0-0",
    "libpango-1.0.so.0": "libpango-1.0-0",
    "libharfbuzz.so.0": "libharfbuzz0b",
}
"""What WeasyPrint cannot do without and the packages that bring it; the first one needs all others."""
OPTIONAL_LIBRARIES = {"libharfbuzz-subset.so.0": "libharfbuzz-subset0"}
LIBRARIES_ELSEWHERE = ("pango-1.0", "pangoft2-1.0", "harfbuzz")

FRESH_SECONDS = 30 * 24 * 3600
AGAIN_SECONDS = 600
"""How long after a fetch that failed a worker tries again."""
START_SECONDS = 600
WORKER_SECONDS = 120
"""How long a fetch may take, with waiting for one that goes on: at the start, and with a PDF waiting for it."""

logger = logging.getLogger(__name__)


def missing_packages() -> list[str]:
    """Return the Debian packages to install before the portal can make PDF documents."""
    if sys.platform != "linux":
        return [name for name in LIBRARIES_ELSEWHERE if not ctypes.util.find_library(name)]
    if newest_set():
        return []
    return list(LIBRARIES.values()) if _ignores_the_machine() else missing_packages_of_machine()


def missing_packages_of_machine() -> list[str]:
    """Return the packages whose libraries the machine itself has not."""
    return [package for library, package in LIBRARIES.items() if not _loads(library)]


def should_fetch() -> bool:
    """Say whether fetching or renewing our own set is needed, and possible here."""
    return sys.platform == "linux" and not _machine_has_all() and not _is_fresh(newest_set()) and there_is_apt()


def load() -> bool:
    """Make WeasyPrint find its libraries in this process; say whether it will.

    Without a set it waits for the one being fetched, or fetches one: a worker that started without
    network makes PDFs when the network is back.
    """
    if sys.platform != "linux" or _machine_has_all():
        return True
    if not newest_set():
        try:
            bring(WORKER_SECONDS, not_within=AGAIN_SECONDS)
        except StartError as problem:
            logger.warning("No libraries for PDFs: %s", problem)
    found = newest_set()
    return found is not None and load_set(found)


def bring(seconds: float, *, not_within: float = 0) -> None:
    """Fetch our own set of libraries unless there is a fresh one; raise StartError when that fails.

    One process does so at a time, others wait for it. Not tried `not_within` seconds of a failure.
    """
    deadline = time.monotonic() + seconds
    failed = SETS / "failed"
    try:
        SETS.mkdir(mode=0o755, exist_ok=True)
        with _one_at_a_time(deadline):
            if _is_fresh(newest_set()):
                return
            if failed.exists() and time.time() - failed.stat().st_mtime < not_within:
                raise StartError("Het ophalen van Pango is kort geleden mislukt.")
            failed.touch()
            _fetch_set(max(1.0, deadline - time.monotonic()))
            failed.unlink()
    except (OSError, subprocess.SubprocessError) as error:
        raise StartError(f"Pango kon niet worden opgehaald: {error}") from error


def newest_set() -> Path | None:
    """Return the newest set of libraries for this machine that only we, or who owns the code, could write."""
    if not _is_ours(SETS):
        return None
    for folder in sorted(SETS.glob(f"{_system()}_*"), key=_made_at, reverse=True):
        if _is_ours(folder) and all(_is_ours(file) for file in folder.iterdir()):
            return folder
    return None


def load_set(folder: Path) -> bool:
    """Load what WeasyPrint needs from a set, each library after those it needs; say whether that went well.

    In any other order the machine's own would come along, and not all may be loaded: of some a package
    holds two kinds with the same functions. What this process has loaded already stays.
    """
    contents = {file.name: file.read_bytes() for file in folder.iterdir()}
    needs: dict[str, set[str]] = {}
    waiting = contents.keys() & {*LIBRARIES, *OPTIONAL_LIBRARIES}
    while waiting:
        name = waiting.pop()
        # What a library needs stands in it by name, as a string of its own; so does its own name.
        needs[name] = {other for other in contents if b"\0%b\0" % other.encode() in contents[name]} - {name}
        waiting |= needs[name] - needs.keys()
    for name in TopologicalSorter(needs).static_order():
        if not _is_loaded(name):
            _loads(str(folder / name))
    return all(_is_loaded(library) for library in LIBRARIES)


def _ignores_the_machine() -> bool:
    return env.flag("PORTAL_OWN_PANGO")


def _machine_has_all() -> bool:
    # Ends at the first that is not there: what a process has loaded of the machine's would stay beside our own.
    return not _ignores_the_machine() and all(_loads(library) for library in LIBRARIES)


def _loads(library: str, mode: int = ctypes.DEFAULT_MODE) -> bool:
    try:
        ctypes.CDLL(library, mode)
    except OSError:
        return False
    return True


def _is_loaded(library: str) -> bool:
    return _loads(library, os.RTLD_NOLOAD)


def _fetch_set(seconds: float) -> None:
    """Fetch a set beside the others, try it in a process of its own, and only then give it its name."""
    for left in SETS.glob("making-*"):
        shutil.rmtree(left, ignore_errors=True)
    making = Path(tempfile.mkdtemp(prefix="making-", dir=SETS))
    try:
        fresh = making / "set"
        fetch_libraries(
            list(LIBRARIES.values()), optional=list(OPTIONAL_LIBRARIES.values()), into=fresh, seconds=seconds
        )
        trial = f"import pathlib, novex_portal.runtime.pango as p; exit(not p.load_set(pathlib.Path({str(fresh)!r})))"
        if subprocess.run([sys.executable, "-c", trial], cwd=PROJECT, check=False, timeout=60).returncode != 0:
            raise StartError("De opgehaalde bibliotheken passen niet bij deze machine.")
        fresh.rename(SETS / f"{_system()}_{int(time.time())}_{_lock_digest()}")
    finally:
        shutil.rmtree(making, ignore_errors=True)
    # Another process may just be loading the one before.
    for old in sorted(SETS.glob(f"{_system()}_*"), key=_made_at)[:-2]:
        shutil.rmtree(old, ignore_errors=True)


@contextlib.contextmanager
def _one_at_a_time(deadline: float) -> Iterator[None]:
    with (SETS / "lock").open("a") as lock:
        while True:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
                break
            except BlockingIOError:
                if time.monotonic() > deadline:
                    raise StartError("Pango wordt nog opgehaald.") from None
                time.sleep(0.1)
        yield


def _is_fresh(folder: Path | None) -> bool:
    return (
        folder is not None
        and folder.name.endswith(f"_{_lock_digest()}")
        and 0 <= time.time() - _made_at(folder) < FRESH_SECONDS
    )


def _made_at(folder: Path) -> int:
    return int(folder.name.split("_")[-2])


def _lock_digest() -> str:
    return hashlib.sha256(LOCK.read_bytes()).hexdigest()[:12]


def _system() -> str:
    """Return the distribution, its version and the processor: what a set is made for."""
    try:
        release = platform.freedesktop_os_release()
    except OSError:
        release = {}
    return f"{release.get('ID', 'linux')}-{release.get('VERSION_ID', '')}-{platform.machine()}".replace("_", "-")


def _is_ours(path: Path) -> bool:
    """Say whether a folder or file is no link and can be changed by us, root, or the owner of the code alone."""
    try:
        found = path.lstat()
    except OSError:
        return False
    plain = stat.S_ISDIR(found.st_mode) or stat.S_ISREG(found.st_mode)
    return plain and found.st_uid in {0, os.geteuid(), PROJECT.stat().st_uid} and not found.st_mode & 0o022


def main() -> int:
    """Fetch or renew the set where one is needed; say what went wrong."""
    os.nice(10)  # it runs beside the start of the portal, which comes first
    try:
        if should_fetch():
            bring(START_SECONDS)
    except StartError as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
