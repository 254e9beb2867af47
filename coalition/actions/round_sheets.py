"""Asking for the sheet one takes along to a conversation: the headings of the form, and room to write."""

from datetime import datetime
from uuid import UUID

from areas.enums import Permission
from areas.models import Printout, User
from areas.printouts.actions import request_printout
from coalition.conversation_data import PARTS
from coalition.models import RoundTarget
from novex_portal.toolkit.paper import DOCUMENT, document_html

STYLES = DOCUMENT
ROOM = range(5)


def print_sheet(*, target: RoundTarget, user: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the sheet of one conversation. Raises Problem as `request_printout` does."""
    area = target.round.area
    return request_printout(
        user=user,
        area=area,
        need=Permission.LOG_CONVERSATION,
        title=f"Gespreksblad: {target.organisation}",
        file_name=f"gespreksblad-{area.slug}.pdf",
        html=sheet_html(target=target, moment=moment),
        stylesheet=STYLES,
        token=token,
    )


def sheet_html(*, target: RoundTarget, moment: datetime) -> str:
    """Return the sheet: its headings are those of the form."""
    return document_html(
        "coalition/pdf/round_sheet.html",
        kind="Gespreksblad",
        title=target.organisation.name,
        place=target.round.area.name,
        moment=moment,
        context={"target": target, "round": target.round, "parts": PARTS, "room": ROOM},
    )
