"""What the worker does for the coalition: making PDFs of frozen versions."""

from celery import shared_task

from coalition import rendering


# The longest akkoord takes minutes on a busy machine; the lease in rendering.py outlasts the hard limit.
@shared_task(soft_time_limit=280, time_limit=300)
def render_version(version_id: str) -> None:
    """Make the PDF of one version; doing it twice makes it once."""
    rendering.render_version(version_id)


@shared_task
def render_waiting_versions() -> None:
    """Find versions whose PDF is owed: asked for while the queue was down, or left by a killed worker."""
    rendering.give_up_on_hopeless()
    for version_id in rendering.waiting_versions().values_list("pk", flat=True):
        render_version.delay(str(version_id))
