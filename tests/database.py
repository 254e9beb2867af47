"""The pytest plugin that gives every test run its own PostgreSQL and Valkey.

They start before Django's settings are read and are removed when the run ends, also after
Ctrl-C. With TEST_DATABASE_URL (and TEST_REDIS_URL) set, those servers are used instead.
"""

import atexit
import contextlib
import os

import pytest

from novex_portal.children import StartError
from novex_portal.throwaway import throwaway_servers

_servers = contextlib.ExitStack()


def _start() -> None:
    for name in ("DATABASE_URL", "REDIS_URL"):
        os.environ.pop(name, None)  # tests never touch a database that is in use
        given = os.environ.get(f"TEST_{name}")
        if given:
            os.environ[name] = given
    for name in [name for name in os.environ if name.startswith("PORTAL_")]:
        del os.environ[name]  # nor do they depend on the settings of this machine
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"  # Playwright's sync API beside live_server
    try:
        os.environ.update(_servers.enter_context(throwaway_servers()))
    except StartError as error:
        raise pytest.UsageError(str(error)) from error
    atexit.register(_servers.close)


_start()


def pytest_unconfigure() -> None:
    """Stop the servers and remove what they wrote."""
    _servers.close()
