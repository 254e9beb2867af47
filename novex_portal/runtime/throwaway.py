"""Throw-away servers: every test run and every checking command gets a database of its own."""

from __future__ import annotations

import base64
import contextlib
import os
import secrets
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from novex_portal.runtime.children import StartError
from novex_portal.runtime.embedded import start_postgres, start_valkey

PROJECT = Path(__file__).resolve().parent.parent.parent


@contextlib.contextmanager
def throwaway_servers(template: Path | None = None) -> Iterator[dict[str, str]]:
    """Start a throw-away PostgreSQL and Valkey and yield the environment that points to them.

    Everything is removed afterwards. Variables that are set already win, so with DATABASE_URL
    or REDIS_URL set that server is used and the embedded one does not start. The database
    begins as a copy of the stopped cluster `template`, when that is given.
    """
    sweep_leftovers()
    with contextlib.ExitStack() as stack:
        directory = Path(tempfile.mkdtemp(prefix=f"novex-{os.getpid()}-"))
        stack.callback(shutil.rmtree, directory, ignore_errors=True)
        directory.chmod(0o711)  # root's PostgreSQL account must get at its own part
        made = {
            "PORTAL_PROFILE": "test",
            "PORTAL_DATA": str(directory / "data"),
            "PORTAL_STATIC": str(directory / "data" / "static"),
            "PORTAL_SECRET_KEY": secrets.token_urlsafe(64),
            "PORTAL_FIELD_KEY": base64.urlsafe_b64encode(secrets.token_bytes(32)).decode(),
        }
        (directory / "data" / "static").mkdir(parents=True, mode=0o700)
        if not os.environ.get("DATABASE_URL"):
            database = start_postgres(directory, throwaway=True, template=template)
            stack.callback(database.stop)
            made["DATABASE_URL"] = database.url
        if not os.environ.get("REDIS_URL"):
            broker = start_valkey(directory)
            stack.callback(broker.stop)
            made["REDIS_URL"] = broker.url
        yield {name: os.environ.get(name) or value for name, value in made.items()}


def sweep_leftovers() -> None:
    """Remove the temporary directories of runs that were killed before they could do so."""
    for found in Path(tempfile.gettempdir()).glob("novex-*-*"):
        number = found.name.split("-")[1]
        with contextlib.suppress(OSError):
            mine = os.geteuid() in (0, found.stat().st_uid)
            if mine and number.isdigit() and not _alive(int(number)):
                shutil.rmtree(found, ignore_errors=True)


def _alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def main(arguments: Sequence[str]) -> int:
    """Run `manage.py` with `arguments` after the word "manage", inside throw-away servers."""
    if not arguments or arguments[0] != "manage":
        print("Gebruik: python -m novex_portal.runtime.embedded manage <opdracht>", file=sys.stderr)
        return 2
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, _frame: sys.exit(128 + received))
    try:
        with throwaway_servers() as made:
            command = [sys.executable, str(PROJECT / "manage.py"), *arguments[1:]]
            return subprocess.run(command, env=os.environ | made, check=False).returncode
    except StartError as error:
        print(error, file=sys.stderr)
        return 1
