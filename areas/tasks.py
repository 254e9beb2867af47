"""What the worker does for the areas: documents that people asked for on paper, and files with parties."""

from celery import shared_task
from django.conf import settings
from django.utils import timezone

from areas import importing
from areas.actions.imports import purge_imports
from areas.actions.printouts import purge_printouts
from areas.models import Printout
from novex_portal.toolkit.pdf import PdfFile, make_pdf
from novex_portal.toolkit.printing import (
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


@shared_task(soft_time_limit=importing.SOFT_LIMIT, time_limit=importing.HARD_LIMIT)
def run_party_import(import_id: str) -> None:
    """Check or write one file with parties, whichever is its turn; doing it twice does it once."""
    importing.run_import(import_id)


@shared_task
def run_waiting_imports() -> None:
    """Find files that wait: brought while the queue was down, or left by a killed worker."""
    importing.give_up_on_hopeless()
    for import_id in importing.waiting_imports().values_list("pk", flat=True):
        run_party_import.delay(str(import_id))
