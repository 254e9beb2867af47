"""The PDF a row owes is made once, whatever happens to the workers."""

import errno
import hashlib
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from celery.exceptions import SoftTimeLimitExceeded
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.utils import timezone

from areas.enums import Role
from areas.models import Printout
from novex_portal.toolkit.models import PdfStatus
from novex_portal.toolkit.pdf.making import PdfFile, PdfUnavailable
from novex_portal.toolkit.pdf.printing import (
    DISK_FULL,
    MAX_ATTEMPTS,
    NEVER_FINISHED,
    TOO_LONG,
    WENT_WRONG,
    Progress,
    claim,
    give_up_on_hopeless,
    make_once,
    store,
    wait_again,
    waiting,
)
from tests.factories import make_member

pytestmark = pytest.mark.django_db
FILE = PdfFile(b"%PDF-1.7 proef", 3)


@pytest.fixture(autouse=True)
def media(settings: Any, tmp_path: Path) -> Path:
    settings.MEDIA_ROOT = tmp_path
    return tmp_path


@pytest.fixture
def job() -> Printout:
    user = make_member(Role.PLANNING_GROUP)
    return Printout.objects.create(requested_by=user, need="view_factsheet", title="Proef", file_name="proef.pdf")


def a_file(job: Printout, progress: Progress) -> PdfFile:
    return FILE


def failing(error: Exception) -> Any:
    def make(job: Printout, progress: Progress) -> PdfFile:
        raise error

    return make


def change(job: Printout, **fields: Any) -> None:
    Printout.objects.filter(pk=job.pk).update(**fields)


def leave_by_a_dead_worker(job: Printout, attempts: int = 1) -> None:
    past = timezone.now() - timedelta(seconds=1)
    change(job, status=PdfStatus.RENDERING, claimed_until=past, attempts=attempts)


def files(media: Path) -> list[str]:
    return sorted(path.name for path in media.rglob("*.pdf"))


def outcome(job: Printout) -> tuple[str, str]:
    job.refresh_from_db()
    return job.status, job.error


def test_file_is_stored_with_size_pages_and_checksum(job: Printout) -> None:
    assert make_once(Printout, job.pk, a_file)
    job.refresh_from_db()
    assert (job.status, job.pdf.read()) == (PdfStatus.READY, FILE.content)
    assert (job.pdf_size, job.pdf_pages) == (14, 3)
    assert job.pdf_sha256 == hashlib.sha256(FILE.content).hexdigest()


def test_row_another_worker_is_at_is_left_alone(job: Printout, media: Path) -> None:
    assert claim(Printout, job.pk)
    assert not make_once(Printout, job.pk, a_file)
    assert files(media) == []


def test_row_that_is_ready_is_not_made_again(job: Printout, media: Path) -> None:
    make_once(Printout, job.pk, a_file)
    assert not make_once(Printout, job.pk, a_file)
    assert files(media) == [f"{job.pk}-1.pdf"]


def test_row_that_was_thrown_away_is_no_error(job: Printout) -> None:
    pk = job.pk
    job.delete()
    assert not make_once(Printout, pk, a_file)


def test_row_of_a_killed_worker_is_made_once_more(job: Printout, media: Path) -> None:
    leave_by_a_dead_worker(job)
    assert list(waiting(Printout)) == [job]
    assert make_once(Printout, job.pk, a_file)
    assert len(files(media)) == 1


def test_file_a_killed_worker_left_is_removed(job: Printout, media: Path) -> None:
    leave_by_a_dead_worker(job)
    default_storage.save(f"afdrukken/{job.pk}-1.pdf", ContentFile(b"%PDF-half"))
    make_once(Printout, job.pk, a_file)
    assert files(media) == [f"{job.pk}-2.pdf"]


def test_worker_that_comes_too_late_stores_nothing(job: Printout, media: Path) -> None:
    late = claim(Printout, job.pk)
    assert late
    leave_by_a_dead_worker(job)
    make_once(Printout, job.pk, a_file)
    assert not store(late, PdfFile(b"%PDF-late", 1))
    assert files(media) == [f"{job.pk}-2.pdf"]


def test_worker_of_before_a_new_attempt_stores_nothing(job: Printout) -> None:
    late = claim(Printout, job.pk)
    assert late
    change(job, status=PdfStatus.FAILED)
    wait_again(job)
    successor = claim(Printout, job.pk)
    assert successor
    assert successor.attempts == late.attempts
    assert not store(late, FILE)
    assert store(successor, FILE)


def test_row_that_kills_every_worker_fails_in_the_end(job: Printout) -> None:
    leave_by_a_dead_worker(job, attempts=MAX_ATTEMPTS)
    assert not make_once(Printout, job.pk, a_file)
    assert give_up_on_hopeless(Printout) == 1
    assert outcome(job) == (PdfStatus.FAILED, NEVER_FINISHED)


@pytest.mark.parametrize(
    ("error", "status", "words"),
    [
        (ValueError("iets"), PdfStatus.WAITING, WENT_WRONG),
        (OSError(errno.ENOSPC, "vol"), PdfStatus.WAITING, DISK_FULL),
        (SoftTimeLimitExceeded(), PdfStatus.FAILED, TOO_LONG),
        (PdfUnavailable("Installeer pango."), PdfStatus.FAILED, "Installeer pango."),
    ],
)
def test_failure_is_told_in_dutch_and_tried_again_where_that_may_help(
    job: Printout, error: Exception, status: str, words: str
) -> None:
    assert not make_once(Printout, job.pk, failing(error))
    assert outcome(job) == (status, words)


def test_failure_is_final_after_the_last_attempt(job: Printout) -> None:
    for _ in range(MAX_ATTEMPTS + 1):
        make_once(Printout, job.pk, failing(ValueError()))
    job.refresh_from_db()
    assert (job.status, job.attempts) == (PdfStatus.FAILED, MAX_ATTEMPTS)


def test_progress_is_written_while_the_worker_is_at_it_and_gone_when_ready(job: Printout) -> None:
    seen: list[str] = []

    def make(claimed: Printout, progress: Progress) -> PdfFile:
        progress("1 bladzijde opgemaakt")
        seen.append(Printout.objects.get().progress)
        return FILE

    make_once(Printout, job.pk, make)
    job.refresh_from_db()
    assert (seen, job.progress) == (["1 bladzijde opgemaakt"], "")


def test_progress_is_not_written_for_every_page(job: Printout, django_assert_num_queries: Any) -> None:
    claimed = claim(Printout, job.pk)
    assert claimed
    progress = Progress(claimed)
    with django_assert_num_queries(1):
        for page in range(1, 100):
            progress(f"{page} bladzijden opgemaakt")


def test_worker_that_was_given_up_tells_no_progress(job: Printout) -> None:
    late = claim(Printout, job.pk)
    assert late
    leave_by_a_dead_worker(job)
    claim(Printout, job.pk)
    Progress(late)("9 bladzijden opgemaakt")
    job.refresh_from_db()
    assert job.progress == ""
