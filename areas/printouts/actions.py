"""Documents somebody asks for on paper: asking, trying again, and throwing away what is old."""

from datetime import datetime, timedelta
from uuid import UUID

from django.core.files.storage import default_storage
from django.utils import timezone

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.enums import Permission
from areas.printouts.models import Printout
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import PdfStatus
from novex_portal.toolkit.pdf.printing import wait_again, wake
from novex_portal.toolkit.problems import Problem

RENDER_TASK = "areas.printouts.tasks.render_printout"

KEPT = timedelta(days=7)
# The same token within this time is a double click; after it, somebody came back to press again.
DOUBLE_CLICK = timedelta(minutes=2)
MOST_UNDER_WAY = 10
FOLDER = str(Printout._meta.get_field("pdf").upload_to)


@action
def request_printout(
    *,
    actor: User,
    area: Area | None,
    need: Permission,
    title: str,
    file_name: str,
    html: str,
    stylesheet: str,
    token: UUID | None,
) -> Printout:
    """Ask the worker for a document whose words are `html`, in the look of `stylesheet` (a path below static/).

    The user must hold `need` in the area (in any area when it is None) for as long as they want the
    file. The same token within two minutes gives the first one's: pressing twice makes one. Raises
    Problem when the token is another's, or when too many of the user's documents are still being made.
    """
    existing = Printout.objects.filter(submission_token=token).first() if token else None
    if existing and existing.requested_by_id != actor.pk:
        raise Problem("Dit formulier is al gebruikt. Open de pagina opnieuw.")
    if existing and existing.created_at > timezone.now() - DOUBLE_CLICK:
        return existing
    under_way = Printout.objects.filter(requested_by=actor, status__in=[PdfStatus.WAITING, PdfStatus.RENDERING])
    if under_way.count() >= MOST_UNDER_WAY:
        raise Problem(f"Er worden al {MOST_UNDER_WAY} afdrukken voor u gemaakt. Wacht tot er een klaar is.")
    printout, made = Printout.objects.get_or_create(
        submission_token=uuid7() if existing or not token else token,
        defaults={
            "requested_by": actor,
            "area": area,
            "need": need,
            "title": title[:200],
            "file_name": file_name[:150],
            "html": html,
            "stylesheet": stylesheet,
        },
    )
    if made:
        wake(RENDER_TASK, printout)
    return printout


@action
def retry_printout(*, printout: Printout, actor: User) -> None:
    """Try the PDF again after it failed; one that is ready or under way is left alone."""
    if wait_again(printout):
        wake(RENDER_TASK, printout)


@action(by=By.CLOCK, atomic=False)
def purge_printouts(*, now: datetime) -> int:
    """Throw away printouts of more than seven days old, and every file no printout owns; return how many rows went.

    A row exists before its file does, so a file without one is what a killed worker left, or what
    was thrown away.
    """
    thrown_away, _ = Printout.objects.filter(created_at__lt=now - KEPT).delete()
    names = default_storage.listdir(FOLDER)[1] if default_storage.exists(FOLDER) else []
    owned = {str(pk) for pk in Printout.objects.values_list("pk", flat=True)}
    for name in names:
        if name[:36] not in owned:
            default_storage.delete(f"{FOLDER}{name}")
    return thrown_away
