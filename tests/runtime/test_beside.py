"""A command finds the portal that runs on a data directory, and only that one."""

import contextlib
import fcntl
from collections.abc import Iterator
from pathlib import Path

import pytest

from novex_portal.runtime.beside import ENVIRONMENT, LOCK, join, remembered

PARTS = {"DATABASE_URL": "postgresql:///eigen", "PORTAL_SECRET_KEY": "geheim", "PORTAL_SUPERVISED": "1", "HOME": "/x"}


@pytest.fixture
def running(tmp_path: Path) -> Iterator[Path]:
    """The data directory of a portal that holds its lock and keeps what its parts know."""
    (tmp_path / "run").mkdir()
    with (tmp_path / LOCK).open("a") as lock, contextlib.ExitStack() as stack:
        fcntl.flock(lock, fcntl.LOCK_EX)
        stack.enter_context(remembered(tmp_path, PARTS))
        yield tmp_path


def test_command_gets_what_the_parts_have(running: Path) -> None:
    environment: dict[str, str] = {}

    assert join(environment, running) == ""
    assert environment == {"DATABASE_URL": "postgresql:///eigen", "PORTAL_SECRET_KEY": "geheim"}


def test_what_is_set_already_stays(running: Path) -> None:
    environment = {"PORTAL_SECRET_KEY": "mijn", "PORTAL_DATA": str(running)}

    join(environment, Path("/nergens"))

    assert environment["PORTAL_SECRET_KEY"] == "mijn"
    assert "DATABASE_URL" in environment


@pytest.mark.parametrize("chosen", [{"DATABASE_URL": "postgresql:///ander"}, {"PORTAL_PROFILE": "production"}])
def test_command_for_another_database_gets_nothing(running: Path, chosen: dict[str, str]) -> None:
    environment = dict(chosen)

    assert (join(environment, running), environment) == ("", chosen)


def test_secrets_are_for_one_user_and_gone_afterwards(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    with remembered(tmp_path, PARTS):
        rights = (tmp_path / ENVIRONMENT).stat().st_mode & 0o777

    assert (rights, (tmp_path / ENVIRONMENT).exists()) == (0o600, False)


def test_portal_that_was_killed_is_not_joined(tmp_path: Path) -> None:
    (tmp_path / "run").mkdir()
    (tmp_path / LOCK).touch()
    (tmp_path / ENVIRONMENT).write_text('{"DATABASE_URL": "postgresql:///oud"}')
    environment: dict[str, str] = {}

    assert "Er draait geen portaal" in join(environment, tmp_path)
    assert environment == {}


def test_portal_that_still_starts_is_not_joined_yet(running: Path) -> None:
    (running / ENVIRONMENT).unlink()

    assert "start of stopt juist" in join({}, running)
