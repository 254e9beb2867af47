"""What the worker does with versions of the agenda: making their PDF."""

from celery import shared_task

from deliverables.agenda.versions import rendering
from deliverables.agenda.versions.models import AgendaVersion
from novex_portal.toolkit.pdf.printing import HARD_LIMIT, SOFT_LIMIT, waiting


@shared_task(soft_time_limit=SOFT_LIMIT, time_limit=HARD_LIMIT)
def render_agenda_version(version_id: str) -> None:
    """Make the PDF of one version; doing it twice makes it once."""
    rendering.render_agenda_version(version_id)


@shared_task
def render_waiting_agendas() -> None:
    """Find versions whose PDF is owed: asked for while the queue was down, or left by a killed worker."""
    rendering.give_up_on_hopeless()
    for version_id in waiting(AgendaVersion).values_list("pk", flat=True):
        render_agenda_version.delay(str(version_id))
