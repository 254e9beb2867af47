"""The agreements of an area on paper, as a list that goes with a letter."""

from datetime import datetime
from uuid import UUID

from django.utils import timezone

from areas.enums import Permission
from areas.models import Area, Printout, User
from areas.printouts.actions import request_printout
from deliverables.arrangement.commitments.rules import RULES
from deliverables.arrangement.overview.queries.sheet import sheet_of
from deliverables.arrangement.overview.rules.sheet import Sheet
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.pdf.paper import document_html

STYLES = "css/print-arrangement.css"
_NAME = "Ruimtelijk arrangement"


@action(atomic=False)
def print_arrangement(*, area: Area, actor: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the agreements of an area as they are now. Raises Problem as `request_printout` does."""
    return request_printout(
        actor=actor,
        area=area,
        need=Permission.VIEW_ARRANGEMENT,
        title=f"{_NAME} {area}",
        file_name=f"arrangement-{area.slug}-{moment:%Y-%m-%d}.pdf",
        html=arrangement_html(sheet=sheet_of(actor, area, timezone.localdate(moment)), moment=moment),
        stylesheet=STYLES,
        token=token,
    )


def arrangement_html(*, sheet: Sheet, moment: datetime) -> str:
    """Return the document."""
    return document_html(
        "deliverables/arrangement/overview/pdf/arrangement.html",
        kind=_NAME,
        title=_NAME,
        place=sheet.place,
        moment=moment,
        context={"sheet": sheet, "rules": RULES},
    )
