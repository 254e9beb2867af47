"""The investment agenda on paper."""

from datetime import datetime
from uuid import UUID

from areas.enums import Permission
from areas.models import Area, Printout, User
from areas.printouts.actions import request_printout
from deliverables.money.investments.queries.investments import money_of
from deliverables.money.investments.rules.agenda import Investments
from deliverables.money.investments.rules.tables import Paper, Table, tables_of
from deliverables.money.price_levels.rules import Conversion
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.pdf.paper import document_html

STYLES = "css/print-investments.css"


@action(atomic=False)
def print_investments(
    *, area: Area, actor: User, moment: datetime, token: UUID | None, conversion: Conversion | None = None
) -> Printout:
    """Ask for the investment agenda as it is now, to the cent, at another price level when one is asked for. Raises Problem as `request_printout` does."""
    return request_printout(
        actor=actor,
        area=area,
        need=Permission.VIEW_INVESTMENTS,
        title=f"Regionale investeringsagenda {area}",
        file_name=f"investeringsagenda-{area.slug}-{moment:%Y-%m-%d}.pdf",
        html=investments_html(agenda=money_of(area, conversion).investments, place=area.name, moment=moment),
        stylesheet=STYLES,
        token=token,
    )


def investments_html(*, agenda: Investments, place: str, moment: datetime) -> str:
    """Return the document."""
    return document_html(
        "deliverables/money/investments/pdf/investments.html",
        kind="Regionale investeringsagenda",
        title="Regionale investeringsagenda",
        place=place,
        moment=moment,
        context={"agenda": agenda, "tables": [(table.name, _papers(table)) for table in tables_of(agenda)]},
    )


def _papers(table: Table) -> list[Paper]:
    return [table.on_paper(basis) for basis in table.bases]
