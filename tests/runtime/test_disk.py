"""A full disk is named as what it is, whatever failed because of it."""

from pathlib import Path

import pytest
from django.db import DatabaseError
from psycopg.errors import DiskFull

from novex_portal.runtime import disk


def _fail_for_want_of_room() -> OSError:
    """Return the failure of writing where there is never room."""
    with pytest.raises(OSError, match="No space left") as failed, Path("/dev/full").open("w") as full:
        full.write("x" * 100_000)
    return failed.value


def test_failure_of_a_full_disk_is_recognised_through_what_came_of_it() -> None:
    failure = RuntimeError("bewaren mislukte")
    failure.__cause__ = _fail_for_want_of_room()

    assert [disk.is_full(failure), disk.is_full(RuntimeError()), disk.is_full(None)] == [True, False, False]


def test_full_disk_of_the_database_is_recognised() -> None:
    failure = DatabaseError("could not extend file")
    failure.__cause__ = DiskFull("could not extend file")

    assert disk.is_full(failure)


def test_problem_of_a_full_disk_begins_with_what_to_do(tmp_path: Path) -> None:
    said = disk.named("initdb: could not write: No space left on device", tmp_path)

    assert said.startswith(f"De schijf is vol: {tmp_path} (")
    assert "Maak ruimte" in said


def test_full_disk_is_named_when_only_a_log_tells_it(tmp_path: Path) -> None:
    said = disk.named("De database antwoordt niet.", tmp_path, said="PANIC: No space left on device")

    assert said.startswith("De schijf is vol: ")


def test_problem_of_another_kind_stays_as_it_is(tmp_path: Path) -> None:
    assert disk.named("De poort is bezet.", tmp_path) == "De poort is bezet."


def test_place_without_room_is_told_once_per_disk(tmp_path: Path) -> None:
    short = disk.short_of_room([tmp_path, tmp_path / "nog" / "niet", tmp_path.parent], least=1 << 62)

    assert [place.path for place in short] == [tmp_path]
    assert "MB vrij" in str(short[0])
