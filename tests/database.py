"""The pytest plugin that gives every test run its own PostgreSQL and Valkey.

They start before Django's settings are read and are removed when the run ends, also after
Ctrl-C. With TEST_DATABASE_URL (and TEST_REDIS_URL) set, those servers are used instead.

Migrating takes longer than most tests, so the migrated test database is kept in
`var/test-template`, under a name that changes with every migration and every package.

Beside each other (`pytest -n 2`) every worker has servers of its own, so that no test meets
another's rows, queue or cache; who only hands out the tests starts none.
"""

import atexit
import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg
import pytest

from novex_portal.runtime.children import StartError
from novex_portal.runtime.embedded import copy_cluster, start_postgres
from novex_portal.runtime.throwaway import PROJECT, throwaway_servers

TEST_DATABASE = "test_portal"
TEMPLATES = PROJECT / "var" / "test-template"
KEPT_TEMPLATES = 3

_NOBODY = {"PORTAL_PROFILE": "test", "PORTAL_SECRET_KEY": "x" * 50}
_servers = contextlib.ExitStack()


def _start() -> None:
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)  # tests never touch a database that is in use
        if given := os.environ.get(f"TEST_{name}"):
            os.environ[name] = given
    for name in [name for name in os.environ if name.startswith("PORTAL_")]:
        del os.environ[name]  # nor do they depend on the settings of this machine
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's sync API beside live_server
    try:
        template = None if os.environ.get("DATABASE_URL") else _migrated_template()
        if _only_hands_out():
            os.environ.update({"DATABASE_URL": "postgresql:///none", "REDIS_URL": "redis://none", **_NOBODY})
            return
        os.environ.update(_servers.enter_context(throwaway_servers(template)))
    except StartError as error:
        raise pytest.UsageError(str(error)) from error
    atexit.register(_servers.close)


def _only_hands_out() -> bool:
    """Say whether this process has the tests run by workers, which read their own arguments."""
    is_worker = "PYTEST_XDIST_WORKER" in os.environ
    asked = re.search(r" (?:-n|--numprocesses)[ =]?(\w+)", " ".join(sys.argv))
    return not is_worker and asked is not None and asked[1] != "0"


def _migrated_template() -> Path | None:
    """Return a stopped cluster with a migrated test database; None when none can be kept."""
    template = TEMPLATES / fingerprint(PROJECT / "novex_portal" / "schema.py")
    if not template.exists():
        try:
            TEMPLATES.mkdir(parents=True, exist_ok=True, mode=0o700)
        except OSError:
            return None
        _make_template(template)
        kept = sorted(TEMPLATES.iterdir(), key=lambda path: path.stat().st_ctime, reverse=True)
        for old in kept[KEPT_TEMPLATES:]:
            shutil.rmtree(old, ignore_errors=True)
    return template if template.exists() else None


def _make_template(template: Path) -> None:
    """Migrate an empty test database; when that fails, the tests will say why themselves."""
    with tempfile.TemporaryDirectory(prefix=f"novex-{os.getpid()}-") as name:
        Path(name).chmod(0o711)
        server = start_postgres(Path(name), throwaway=True)
        cluster = next(Path(name).rglob("PG_VERSION")).parent
        try:
            with psycopg.connect(server.url, autocommit=True) as connection:
                connection.execute(f"CREATE DATABASE {TEST_DATABASE}")
            made = {"DATABASE_URL": server.url.replace("/portal?", f"/{TEST_DATABASE}?"), "PORTAL_PROFILE": "test"}
            made |= {"PORTAL_SECRET_KEY": "x" * 50, "PORTAL_DATA": name}
            command = [sys.executable, str(PROJECT / "manage.py"), "migrate", "--skip-checks", "--verbosity", "0"]
            answer = subprocess.run(command, env=os.environ | made, capture_output=True, check=False)
            server.leftovers.clear()
        finally:
            server.stop()
        if answer.returncode == 0:
            making = template.with_name(f"{template.name}.{os.getpid()}")
            copy_cluster(cluster, making)
            with contextlib.suppress(OSError):  # another run was first
                making.rename(template)
            shutil.rmtree(making, ignore_errors=True)


def fingerprint(*more: Path) -> str:
    """Return a digest of the packages, all migrations and `more`: what decides how a database comes out."""
    digest = hashlib.sha256((PROJECT / "requirements.txt").read_bytes())
    rooms = [PROJECT / name for name in ("areas", "coalition", "deliverables", "novex_portal")]
    for path in sorted([*more, *(path for room in rooms for path in room.rglob("migrations/*.py"))]):
        digest.update(str(path.relative_to(PROJECT)).encode() + path.read_bytes())
    return digest.hexdigest()[:16]


_start()


def pytest_unconfigure() -> None:
    """Stop the servers and remove what they wrote."""
    _servers.close()
