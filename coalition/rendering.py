"""Making the PDF of a frozen version: claim the row, make the file once, store it, mark the row.

PostgreSQL is the truth. A worker may be killed at any moment: the claim then runs out and the next
sweep begins again, at most `MAX_ATTEMPTS` times. The number of the attempt is the fence: a worker
that was given up can no longer store anything over the work of its successor.
"""

import errno
import logging
from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

import pghistory
from celery.exceptions import SoftTimeLimitExceeded
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db.models import F, Q, QuerySet
from django.utils import timezone

from coalition import snapshot
from coalition.agreement_pdf import make_agreement_pdf
from coalition.enums import PdfStatus
from coalition.models import AgreementVersion
from novex_portal.toolkit.pdf import PdfFile, PdfUnavailable

logger = logging.getLogger(__name__)

MAX_ATTEMPTS = 3
# Longer than the hard time limit of the task: whoever holds a claim that ran out is dead.
LEASE = timedelta(seconds=310)

TOO_LONG = "Het maken van de PDF duurde te lang. Maak het akkoord korter, of splits heel grote tabellen."
DISK_FULL = "De schijf van de server is vol. De PDF is niet bewaard. Meld dit bij de beheerder."
NEVER_FINISHED = (
    "Het maken van de PDF is drie keer begonnen en niet afgekomen. Probeer het opnieuw of meld het bij de beheerder."
)
WENT_WRONG = "Het maken van de PDF is niet gelukt. Probeer het opnieuw of meld het bij de beheerder."


def waiting_versions() -> QuerySet[AgreementVersion]:
    """Return the versions that owe a PDF and that nobody is working on."""
    abandoned = Q(status=PdfStatus.RENDERING, claimed_until__lt=timezone.now())
    return AgreementVersion.objects.filter(Q(status=PdfStatus.WAITING) | abandoned)


def give_up_on_hopeless() -> int:
    """Mark versions that took every attempt without an end as failed; return how many."""
    with pghistory.context(task="render_version"):
        return (
            waiting_versions()
            .filter(attempts__gte=MAX_ATTEMPTS)
            .update(status=PdfStatus.FAILED, claimed_until=None, error=NEVER_FINISHED)
        )


def render_version(version_id: UUID | str) -> bool:
    """Make and store the PDF of a version, unless it is there or another worker is at it.

    Returns whether this call stored the PDF. Never raises for a version that cannot be rendered:
    the reason is kept in the row, in Dutch, for the page that waits for it.
    """
    with pghistory.context(task="render_version"):
        version = claim_version(version_id)
        if version is None:
            return False
        try:
            return store_pdf(version, make_agreement_pdf(snapshot.from_json(version.snapshot)))
        except Exception as error:
            logger.exception("PDF of version %s failed, attempt %s", version.pk, version.attempts)
            _give_back(version, error)
            return False


def claim_version(version_id: UUID | str) -> AgreementVersion | None:
    """Take the version for one lease; None when it is done, failed, taken or out of attempts."""
    now = timezone.now()
    taken = (
        waiting_versions()
        .filter(pk=version_id, attempts__lt=MAX_ATTEMPTS)
        .update(status=PdfStatus.RENDERING, claimed_until=now + LEASE, attempts=F("attempts") + 1, error="")
    )
    return AgreementVersion.objects.get(pk=version_id) if taken else None


def _mine(version: AgreementVersion) -> QuerySet[AgreementVersion]:
    """Return the row as long as this attempt is still the current one."""
    return AgreementVersion.objects.filter(pk=version.pk, status=PdfStatus.RENDERING, attempts=version.attempts)


def store_pdf(version: AgreementVersion, pdf: PdfFile) -> bool:
    """Write the file, then mark the row ready; whoever comes too late takes its file away again."""
    name = default_storage.save(f"akkoorden/{version.pk}-{version.attempts}.pdf", ContentFile(pdf.content))
    stored = _mine(version).update(
        status=PdfStatus.READY,
        claimed_until=None,
        pdf=name,
        pdf_size=pdf.size,
        pdf_sha256=pdf.sha256,
        pdf_pages=pdf.pages,
    )
    if not stored:
        default_storage.delete(name)
        return False
    _delete(f"akkoorden/{version.pk}-{attempt}.pdf" for attempt in range(1, version.attempts))
    return True


def _delete(names: Iterable[str]) -> None:
    """Delete what workers that were killed left behind."""
    for name in names:
        default_storage.delete(name)


def _give_back(version: AgreementVersion, error: Exception) -> None:
    """Leave the version to the next sweep, or fail it when trying again can bring nothing."""
    hopeless = isinstance(error, PdfUnavailable | SoftTimeLimitExceeded) or version.attempts >= MAX_ATTEMPTS
    status = PdfStatus.FAILED if hopeless else PdfStatus.WAITING
    _mine(version).update(status=status, claimed_until=None, error=_in_dutch(error))


def _in_dutch(error: Exception) -> str:
    """Say what went wrong to whoever waits for the PDF."""
    if isinstance(error, PdfUnavailable):
        return str(error)
    if isinstance(error, SoftTimeLimitExceeded):
        return TOO_LONG
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        return DISK_FULL
    return WENT_WRONG
