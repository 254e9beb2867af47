"""Commands beside a running portal: `manage.py give_role` finds its servers and secrets by itself.

While it runs the portal keeps in its data directory what its parts find in their environment, for
the eyes of its user alone. That it runs shows from the lock it holds.
"""

from __future__ import annotations

import contextlib
import fcntl
import json
import os
import pwd
from collections.abc import Iterator, Mapping, MutableMapping
from pathlib import Path

LOCK = "portal.lock"
ENVIRONMENT = Path("run") / "environment.json"
DATABASE = ("DATABASE_URL", "DATABASE_URL_FILE", "DATABASE_HOST", "DATABASE_HOST_FILE")
OURS = ("PORTAL_", "DATABASE_", "REDIS_")
NOT_FOR_COMMANDS = {"PORTAL_SUPERVISED", "PORTAL_PYTHON", "PORTAL_DB_POOL"}


@contextlib.contextmanager
def remembered(data: Path, environment: Mapping[str, str]) -> Iterator[None]:
    """Keep `environment`, as far as it is the portal's, where commands look for it; until the block ends."""
    ours = {name: value for name, value in environment.items() if name.startswith(OURS)}
    file = data / ENVIRONMENT
    file.unlink(missing_ok=True)
    with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        json.dump({name: ours[name] for name in ours.keys() - NOT_FOR_COMMANDS}, opened)
    try:
        yield
    finally:
        file.unlink(missing_ok=True)


def join(environment: MutableMapping[str, str], default_data: Path) -> str:
    """Add to `environment` what the running portal's parts have; what is there already stays.

    Returns why there was none to join, in words for the person at the terminal; nothing when that
    is well, or when `environment` itself names the database.
    """
    if environment.get("PORTAL_PROFILE", "local") != "local":
        return ""
    data = Path(environment.get("PORTAL_DATA") or default_data).resolve()
    named = {name: environment[name] for name in DATABASE if environment.get(name)}
    if not is_running(data):
        return "" if named else _nothing_runs(data)
    try:
        found: dict[str, str] = json.loads((data / ENVIRONMENT).read_text())
    except FileNotFoundError:
        return "" if named else f"Het portaal met de gegevensmap {data} start of stopt juist. Probeer het zo nog eens."
    except OSError:
        owner = _name_of((data / LOCK).stat().st_uid)
        return (
            "" if named else f"Het portaal met de gegevensmap {data} draait als {owner}: geef de opdracht als {owner}."
        )
    if named.items() <= found.items():  # else it is another portal that is meant
        for name, value in found.items():
            environment.setdefault(name, value)
    return ""


def is_running(data: Path) -> bool:
    """Say whether a portal holds the data directory."""
    try:
        with (data / LOCK).open("r") as lock:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except FileNotFoundError:
        return False
    return False


def _nothing_runs(data: Path) -> str:
    return (
        f"Er draait geen portaal met de gegevensmap {data}. Start het in een ander venster met: make run\n"
        "Is de gegevensmap een andere, noem die dan met PORTAL_DATA; een eigen database noemt u met DATABASE_URL."
    )


def _name_of(uid: int) -> str:
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"gebruiker {uid}"
