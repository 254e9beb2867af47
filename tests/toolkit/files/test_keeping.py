"""Files are kept under a name of our own, never change, and go when nothing is tied to them."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.storage import default_storage
from django.db import ProgrammingError, transaction
from django.test import RequestFactory
from django.utils import timezone

from novex_portal.toolkit.files.answers import file_answer
from novex_portal.toolkit.files.keeping import (
    LOOSE_FOR,
    MOST,
    bytes_of,
    keep_original,
    keep_picture,
    take,
    throw_away_loose,
)
from novex_portal.toolkit.files.models import FOLDER, StoredFile
from novex_portal.toolkit.files.uploads import UploadRefused
from novex_portal.toolkit.problems import Problem
from tests.toolkit.files.brought import paper, picture, upload

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def media(settings: object, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path  # type: ignore[attr-defined]
    return tmp_path


def kept(content: bytes = b"") -> StoredFile:
    return keep_original(take(upload(content or picture())))


@pytest.mark.parametrize(
    "name", ["../../etc/passwd", "kaart.svg", "C:\\x\\kaart.exe", "\x00kaart", "a" * 300 + ".png"]
)
def test_name_it_had_says_nothing(name: str, media: Path) -> None:
    stored = keep_original(take(upload(picture(), name)))
    assert stored.file.name == f"{FOLDER}{stored.pk}.png"
    assert [path.name for path in media.rglob("*.*")] == [f"{stored.pk}.png"]


def test_pdf_called_picture_is_a_pdf_and_stays_as_it_is() -> None:
    stored = kept(paper())
    assert (stored.kind, bytes_of(stored)) == ("pdf", paper())


def test_where_only_pictures_may_be_a_pdf_is_refused() -> None:
    with pytest.raises(UploadRefused, match="een PDF"):
        take(upload(paper()), pdf=False)


@pytest.mark.parametrize(("content", "says"), [(b"", "leeg"), (bytes(MOST + 1), "groter dan 10 MB")])
def test_nothing_and_too_much_are_refused(content: bytes, says: str) -> None:
    with pytest.raises(UploadRefused, match=says):
        take(upload(content))


def test_database_refuses_other_bytes_under_the_same_name() -> None:
    stored = kept()
    with pytest.raises(ProgrammingError, match="Cannot update"), transaction.atomic():
        StoredFile.objects.filter(pk=stored.pk).update(sha256="0" * 64)


def test_file_that_was_changed_on_disk_is_not_given_as_what_it_was(media: Path) -> None:
    stored = kept()
    (media / stored.file.name).write_bytes(b"anders")
    with pytest.raises(Problem, match="niet meer wat het was"):
        bytes_of(stored)


def test_file_that_is_gone_is_told(media: Path) -> None:
    stored = kept()
    (media / stored.file.name).unlink()
    for ask in (bytes_of, lambda file: file_answer(RequestFactory().get("/"), file, "kaart")):
        with pytest.raises(Problem, match="ontbreekt"):
            ask(stored)


def test_picture_is_shown_with_its_own_type_and_kept_by_this_browser_alone() -> None:
    answer = file_answer(RequestFactory().get("/"), kept(), "Kaart van het gebied")
    assert answer["Content-Type"] == "image/png"
    assert answer["Content-Disposition"] == 'inline; filename="kaart-van-het-gebied.png"'
    assert answer["X-Content-Type-Options"] == "nosniff"
    assert answer["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("name", ['x"; filename="y.html', "a\r\nSet-Cookie: b", "漢字", ""])
def test_name_in_words_does_no_harm(name: str) -> None:
    header = file_answer(RequestFactory().get("/"), kept(), name)["Content-Disposition"]
    assert header.count('"') == 2
    assert header.endswith('.png"')


def test_pdf_is_never_opened_in_the_portal() -> None:
    answer = file_answer(RequestFactory().get("/"), kept(paper()), "stuk")
    assert answer["Content-Disposition"] == 'attachment; filename="stuk.pdf"'


def test_browser_that_has_it_gets_no_bytes_again() -> None:
    stored = kept()
    again = RequestFactory().get("/", headers={"If-None-Match": f'"{stored.sha256}"'})
    assert file_answer(again, stored, "kaart").status_code == 304


def test_what_nothing_is_tied_to_goes_after_a_day(django_capture_on_commit_callbacks: object) -> None:
    stored, now = kept(), timezone.now()
    assert throw_away_loose(now=now) == 0
    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]
        assert throw_away_loose(now=now + LOOSE_FOR + timedelta(minutes=1)) == 1
    assert not default_storage.exists(stored.file.name)


def test_bytes_no_row_vouches_for_go_too() -> None:
    stored = keep_picture(take(upload(picture())).pictures[0])
    stray = f"{FOLDER}van-een-gestopt-proces.png"
    default_storage.save(stray, stored.file)
    with transaction.atomic():
        throw_away_loose(now=timezone.now() + LOOSE_FOR - timedelta(hours=1))
        assert default_storage.exists(stray)
        throw_away_loose(now=timezone.now() + LOOSE_FOR + timedelta(hours=1))
    assert not default_storage.exists(stray)
