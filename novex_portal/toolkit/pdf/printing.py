"""Making the PDF a row owes, once, whatever happens to the workers: for every model that is a `PdfJob`.

PostgreSQL is the truth. A worker takes a row for one lease with one conditional update and may be
killed at any moment: the lease then runs out and the next sweep begins again, at most
`MAX_ATTEMPTS` times. Lease and number of the attempt are the fence: a worker that was given up can
no longer store anything over the work of its successor.
"""

import errno
import logging
import time
from collections.abc import Callable
from datetime import timedelta
from functools import partial
from uuid import UUID

from celery import current_app
from celery.exceptions import SoftTimeLimitExceeded
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from novex_portal.toolkit.models import PdfJob, PdfStatus
from novex_portal.toolkit.pdf.making import PdfFile, PdfUnavailable
from novex_portal.toolkit.states import require_transition

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
# Limits of a task that makes a PDF: the longest document takes minutes on a busy machine.
SOFT_LIMIT, HARD_LIMIT = 280, 300
# Longer than the hard limit: whoever holds a claim that ran out is dead.
LEASE = timedelta(seconds=HARD_LIMIT + 10)
# Progress is written to the row at most this often, in seconds.
REPORT_EVERY = 0.5

TOO_LONG = "Het maken van de PDF duurde te lang. Maak het document korter, of splits heel grote tabellen."
DISK_FULL = "De schijf van de server is vol. De PDF is niet bewaard. Meld dit bij de beheerder."
NEVER_FINISHED = (
    "Het maken van de PDF is drie keer begonnen en niet afgekomen. Probeer het opnieuw of meld het bij de beheerder."
)
WENT_WRONG = "Het maken van de PDF is niet gelukt. Probeer het opnieuw of meld het bij de beheerder."


class Progress:
    """Tells who waits how far the worker is: `progress("24 bladzijden opgemaakt")`."""

    def __init__(self, job: PdfJob) -> None:
        self._job = job
        self._written_at = float("-inf")

    def __call__(self, words: str) -> None:
        """Write the words to the row, unless that was done a moment ago or the job is no longer ours."""
        now = time.monotonic()
        if now - self._written_at >= REPORT_EVERY:
            self._written_at = now
            _mine(self._job).update(progress=words)


def waiting[Job: PdfJob](model: type[Job]) -> QuerySet[Job]:
    """Return the rows that owe a PDF and that nobody is working on."""
    abandoned = Q(status=PdfStatus.RENDERING, claimed_until__lt=timezone.now())
    return model._default_manager.filter(Q(status=PdfStatus.WAITING) | abandoned)


def give_up_on_hopeless(model: type[PdfJob]) -> int:
    """Mark rows that took every attempt without an end as failed; return how many."""
    hopeless = waiting(model).filter(attempts__gte=MAX_ATTEMPTS)
    return hopeless.update(status=PdfStatus.FAILED, claimed_until=None, error=NEVER_FINISHED)


def make_once[Job: PdfJob](model: type[Job], pk: UUID | str, make: Callable[[Job, Progress], PdfFile]) -> bool:
    """Make and store the PDF of a row, unless it is there or another worker is at it.

    Returns whether this call stored it. Never raises for a row that cannot be printed: the reason
    is kept in the row, in Dutch, for the page that waits for it.
    """
    job = claim(model, pk)
    if job is None:
        return False
    try:
        return store(job, make(job, Progress(job)))
    except Exception as error:
        logger.exception("PDF of %s %s failed, attempt %s", model._meta.label, pk, job.attempts)
        _give_back(job, error)
        return False


def claim[Job: PdfJob](model: type[Job], pk: UUID | str) -> Job | None:
    """Take the row for one lease; None when it is done, failed, taken, gone or out of attempts."""
    until = timezone.now() + LEASE
    mine = waiting(model).filter(pk=pk, attempts__lt=MAX_ATTEMPTS)
    taken = mine.update(
        status=PdfStatus.RENDERING, claimed_until=until, attempts=F("attempts") + 1, progress="", error=""
    )
    return model._default_manager.filter(pk=pk, claimed_until=until).first() if taken else None


def store(job: PdfJob, pdf: PdfFile) -> bool:
    """Write the file, then mark the row ready; whoever comes too late takes its file away again."""
    name = default_storage.save(_file_of(job, job.attempts), ContentFile(pdf.content))
    stored = _mine(job).update(
        status=PdfStatus.READY,
        claimed_until=None,
        progress="",
        pdf=name,
        pdf_size=pdf.size,
        pdf_sha256=pdf.sha256,
        pdf_pages=pdf.pages,
    )
    if not stored:
        default_storage.delete(name)
        return False
    for attempt in range(1, job.attempts):  # what workers that were killed left behind
        default_storage.delete(_file_of(job, attempt))
    return True


def wait_again(job: PdfJob) -> bool:
    """Let a row whose PDF failed wait for a worker again; say whether it had failed."""
    failed = type(job)._default_manager.filter(pk=job.pk, status=PdfStatus.FAILED)
    return bool(failed.update(status=PdfStatus.WAITING, error="", progress="", attempts=0, claimed_until=None))


def try_again[Job: PdfJob](job: Job, task: str) -> Job:
    """Let a PDF that failed be made again, by the task of this name; one under way is left alone.

    Raises TransitionRefused when the PDF is there already. The caller holds a transaction.
    """
    found: Job = type(job)._default_manager.select_for_update(no_key=True).get(pk=job.pk)
    if found.status in {PdfStatus.WAITING, PdfStatus.RENDERING}:
        return found
    require_transition(PdfStatus, found.status, PdfStatus.WAITING)
    wait_again(found)
    wake(task, found)
    found.refresh_from_db()
    return found


def wake(task: str, job: PdfJob) -> None:
    """Wake the worker after commit; by name, for tasks stand above actions. If it sleeps on, the sweep finds the row."""
    transaction.on_commit(partial(current_app.send_task, task, args=[str(job.pk)]), robust=True)


def _mine(job: PdfJob) -> QuerySet[PdfJob]:
    """Return the row as long as this attempt is still the current one."""
    return type(job)._default_manager.filter(
        pk=job.pk, status=PdfStatus.RENDERING, attempts=job.attempts, claimed_until=job.claimed_until
    )


def _file_of(job: PdfJob, attempt: int) -> str:
    return f"{job._meta.get_field('pdf').upload_to}{job.pk}-{attempt}.pdf"


def _give_back(job: PdfJob, error: Exception) -> None:
    """Leave the row to the next sweep, or fail it when trying again can bring nothing."""
    hopeless = isinstance(error, PdfUnavailable | SoftTimeLimitExceeded) or job.attempts >= MAX_ATTEMPTS
    status = PdfStatus.FAILED if hopeless else PdfStatus.WAITING
    _mine(job).update(status=status, claimed_until=None, progress="", error=_in_dutch(error))


def _in_dutch(error: Exception) -> str:
    """Say what went wrong to whoever waits for the PDF."""
    if isinstance(error, PdfUnavailable):
        return str(error)
    if isinstance(error, SoftTimeLimitExceeded):
        return TOO_LONG
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return DISK_FULL
    return WENT_WRONG
