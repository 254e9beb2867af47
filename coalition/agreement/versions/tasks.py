"""What the worker does with versions: making their PDF."""

from celery import shared_task

from coalition.agreement.versions import rendering
from coalition.agreement.versions.models import AgreementVersion
from novex_portal.toolkit.pdf.printing import HARD_LIMIT, SOFT_LIMIT, waiting


@shared_task(soft_time_limit=SOFT_LIMIT, time_limit=HARD_LIMIT)
def render_version(version_id: str) -> None:
    """Make the PDF of one version; doing it twice makes it once."""
    rendering.render_version(version_id)


@shared_task
def render_waiting_versions() -> None:
    """Find versions whose PDF is owed: asked for while the queue was down, or left by a killed worker."""
    rendering.give_up_on_hopeless()
    for version_id in waiting(AgreementVersion).values_list("pk", flat=True):
        render_version.delay(str(version_id))
