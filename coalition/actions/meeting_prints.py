"""Asking for a meeting on paper: its agenda before, its report after."""

from datetime import datetime
from uuid import UUID

from areas.enums import Permission
from areas.models import Printout, User
from areas.printouts.actions import request_printout
from coalition.enums import MeetingStatus
from coalition.models import Meeting
from coalition.queries.meetings import meeting_view
from novex_portal.toolkit.paper import document_html, printed_text

STYLES = "css/print-meeting.css"


def print_meeting(*, meeting: Meeting, user: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the report of a meeting that was held, and for the agenda of any other. Raises Problem as `request_printout` does."""
    sort = "Verslag" if meeting.status == MeetingStatus.HELD else "Agenda"
    return request_printout(
        user=user,
        area=meeting.area,
        need=Permission.WORK_IN_BACKBONE,
        title=f"{sort}: {meeting.title}",
        file_name=f"{sort.lower()}-{meeting.area.slug}-{meeting.held_on:%Y-%m-%d}.pdf",
        html=meeting_html(meeting=meeting, user=user, sort=sort, moment=moment),
        stylesheet=STYLES,
        token=token,
    )


def meeting_html(*, meeting: Meeting, user: User, sort: str, moment: datetime) -> str:
    """Return the document: on one page when it can."""
    context = {
        "meeting": meeting,
        "view": meeting_view(meeting, user, moment.date()),
        "is_report": sort == "Verslag",
        "report": printed_text(meeting.report, level=3) if meeting.report else "",
        "is_cancelled": meeting.status == MeetingStatus.CANCELLED,
    }
    return document_html(
        "coalition/pdf/meeting.html",
        kind=sort,
        title=meeting.title,
        place=meeting.area.name,
        moment=moment,
        context=context,
    )
