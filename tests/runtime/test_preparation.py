"""A start without changes prepares nothing; any change of code, settings or database prepares again."""

from pathlib import Path

import pytest

from novex_portal.runtime import preparation
from novex_portal.runtime.preparation import Preparation


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A data directory that was just prepared, from a code of one file."""
    for name in ("data/run", "data/static", "code/areas"):
        (tmp_path / name).mkdir(parents=True)
    for name in ("data/marker", "code/areas/models.py", "code/requirements.txt", "code/package-lock.json"):
        (tmp_path / name).touch()
    for name in ("coalition", "deliverables", "novex_portal", "static"):
        (tmp_path / "code" / name).mkdir()
    monkeypatch.setattr(preparation, "PROJECT", tmp_path / "code")
    look(tmp_path / "data").end()
    return tmp_path / "data"


def look(data: Path, **settings: str) -> Preparation:
    return Preparation(data, [data / "marker"], settings)


def test_nothing_is_prepared_twice(data: Path) -> None:
    assert look(data, HOME="/anywhere").is_done()


def test_another_setting_prepares_again(data: Path) -> None:
    assert not look(data, PORTAL_DEMO="1").is_done()


@pytest.mark.parametrize("name", ["code/areas/models.py", "code/static/new.css", "code/requirements.txt"])
def test_another_code_prepares_again(data: Path, name: str) -> None:
    (data.parent / name).write_text("changed")

    assert not look(data).is_done()


def test_new_database_is_prepared(data: Path) -> None:
    (data / "marker").rename(data / "before")
    (data / "marker").touch()

    assert not look(data).is_done()


def test_static_files_that_are_gone_are_made_again(data: Path) -> None:
    (data / "static").rmdir()

    assert not look(data).is_done()


def test_preparation_that_was_broken_off_is_done_again(data: Path) -> None:
    look(data).begin()

    assert not look(data).is_done()


def test_database_of_somebody_else_is_always_prepared(data: Path) -> None:
    given = Preparation(data, [], {})
    given.end()

    assert not given.is_done()
