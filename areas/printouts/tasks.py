"""What the worker does with documents that people asked for on paper."""

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from areas.imports.actions import purge_imports
from areas.printouts.actions import purge_printouts
from areas.printouts.models import Printout
from novex_portal.toolkit.pdf.making import PdfFile, make_pdf
from novex_portal.toolkit.pdf.printing import (
    HARD_LIMIT,
    SOFT_LIMIT,
    Progress,
    give_up_on_hopeless,
    make_once,
    waiting,
)


@shared_task(soft_time_limit=SOFT_LIMIT, time_limit=HARD_LIMIT)
def render_printout(printout_id: str) -> None:
    """Make the PDF of one printout; doing it twice makes it once."""
    make_once(Printout, printout_id, _make)


@shared_task
def render_waiting_printouts() -> None:
    """Find printouts whose PDF is owed: asked for while the queue was down, or left by a killed worker."""
    give_up_on_hopeless(Printout)
    for printout_id in waiting(Printout).values_list("pk", flat=True):
        render_printout.delay(str(printout_id))


@shared_task
def purge_old_papers() -> None:
    """Throw away what nobody needs any more: documents on paper, and the lines of files that were taken in."""
    now = timezone.now()
    purge_printouts(now=now)
    purge_imports(now=now)


def _make(printout: Printout, progress: Progress) -> PdfFile:
    return make_pdf(printout.html, stylesheet=printout.stylesheet, base_url=settings.BASE_URL, on_progress=progress)
