"""What may be done with the thermometer: ask for it on paper."""

from datetime import datetime
from uuid import UUID

from areas.enums import Permission
from areas.models import Printout, User
from areas.printouts.actions import request_printout
from coalition.agreement.document.models import Agreement
from coalition.agreement.positions.queries import thermometer_of
from coalition.agreement.positions.rules import RULE
from coalition.agreement.thermometer.queries import narrowed, printed_chapters
from coalition.agreement.thermometer.rules import MOST_ON_A4, RUBS, UNCONFIRMED, sheets
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.pdf.paper import document_html
from novex_portal.toolkit.problems import Problem

A3, A4 = "css/print-thermometer.css", "css/print-thermometer-a4.css"


@action(atomic=False)
def print_thermometer(
    *,
    agreement: Agreement,
    actor: User,
    moment: datetime,
    token: UUID | None,
    chapter: UUID | None = None,
    only_rubs: bool = False,
) -> Printout:
    """Ask for the thermometer with all parties, lying: on A4 when their columns fit, else on A3.

    Raises Problem when there is nothing to show.
    """
    found = narrowed(thermometer_of(agreement), chapter=chapter, only_rubs=only_rubs)
    if not (found.lines and found.parties):
        raise Problem("Er is niets af te drukken. Kies een ander hoofdstuk, of laat “alleen waar het schuurt” weg.")
    area = agreement.area
    html = document_html(
        "coalition/agreement/thermometer/pdf/thermometer.html",
        kind="Akkoordthermometer",
        title=agreement.title,
        place=area.name,
        moment=moment,
        context={
            "found": found,
            "open": [line for line in found.unfinished if not line.is_silent],
            "tables": [(parties, printed_chapters(found, parties)) for parties in sheets(found.parties)],
            "rule": f"{RULE} {UNCONFIRMED}",
            "rubs": RUBS if only_rubs else "",
        },
    )
    return request_printout(
        actor=actor,
        area=area,
        need=Permission.VIEW_AGREEMENT,
        title=f"Akkoordthermometer {area.name}",
        file_name=f"akkoordthermometer-{area.slug}-{moment:%Y-%m-%d}.pdf",
        html=html,
        stylesheet=A4 if len(found.parties) <= MOST_ON_A4 else A3,
        token=token,
    )
