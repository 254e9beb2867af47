"""What the worker does with versions of the perspective: making their PDF."""

from celery import shared_task

from deliverables.perspective.versions import rendering
from deliverables.perspective.versions.models import PerspectiveVersion
from novex_portal.toolkit.pdf.printing import HARD_LIMIT, SOFT_LIMIT, waiting


@shared_task(soft_time_limit=SOFT_LIMIT, time_limit=HARD_LIMIT)
def render_perspective_version(version_id: str) -> None:
    """Make the PDF of one version; doing it twice makes it once."""
    rendering.render_perspective_version(version_id)


@shared_task
def render_waiting_perspectives() -> None:
    """Find versions whose PDF is owed: asked for while the queue was down, or left by a killed worker."""
    rendering.give_up_on_hopeless()
    for version_id in waiting(PerspectiveVersion).values_list("pk", flat=True):
        render_perspective_version.delay(str(version_id))
