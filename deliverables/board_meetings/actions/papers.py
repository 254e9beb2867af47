"""What was agreed, on paper: for the papers of the next overleg."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from areas.enums import Permission
from areas.models import Area, Printout, User
from areas.printouts.actions import request_printout
from deliverables.board_meetings.queries.meeting import MeetingPage, meeting_page
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.pdf.paper import document_html

STYLES = "css/print-outcomes.css"


@action(atomic=False)
def print_outcomes(*, meeting: Checkpoint, area: Area, actor: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the list of an overleg in an area as its page shows it. Raises Problem as `request_printout` does."""
    page = meeting_page([area], meeting, timezone.localdate(moment))
    return request_printout(
        actor=actor,
        area=area,
        need=Permission.VIEW_CHECKPOINTS,
        title=f"Bestuurlijke afspraken voor {meeting}",
        file_name=f"bestuurlijke-afspraken-{area.slug}-{meeting.date:%Y-%m-%d}.pdf",
        html=outcomes_html(page=page, place=area.name, moment=moment),
        stylesheet=STYLES,
        token=token,
    )


def outcomes_html(*, page: MeetingPage, place: str, moment: datetime) -> str:
    """Return the document."""
    return document_html(
        "deliverables/board_meetings/pdf/outcomes.html",
        kind="Opvolging van bestuurlijke afspraken",
        title=page.meeting.name,
        place=place,
        moment=moment,
        context={"page": page},
    )
