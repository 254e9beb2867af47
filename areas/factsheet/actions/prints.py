"""Asking for factsheets on paper."""

from datetime import datetime
from uuid import UUID

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.enums import Permission
from areas.factsheet.pdf import factsheet_html, factsheets_html
from areas.factsheet.queries.factsheet import factsheet_text, heights
from areas.factsheet.queries.rows import factsheet_rows
from areas.printouts.actions import request_printout
from areas.printouts.models import Printout
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.pdf.paper import DOCUMENT
from novex_portal.toolkit.problems import Problem


@action(atomic=False)
def print_factsheet(*, area: Area, actor: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the factsheet of an area as it is now. Raises Problem as `request_printout` does."""
    rows = factsheet_rows([area])[area.pk]
    return request_printout(
        actor=actor,
        area=area,
        need=Permission.VIEW_FACTSHEET,
        title=f"Factsheet {area.name}",
        file_name=f"factsheet-{area.slug}-{moment:%Y-%m-%d}.pdf",
        html=factsheet_html(factsheet_text(area, rows), heights(area, rows, moment.date()), moment=moment),
        stylesheet=DOCUMENT,
        token=token,
    )


@action(atomic=False)
def print_factsheets(*, areas: list[Area], actor: User, moment: datetime, token: UUID | None) -> Printout:
    """Ask for the factsheets of these areas in one file. Raises Problem when there are none, and as `request_printout` does."""
    if not areas:
        raise Problem("Er is geen factsheet die u mag zien.")
    rows = factsheet_rows(areas)
    texts = [(factsheet_text(area, rows[area.pk]), heights(area, rows[area.pk], moment.date())) for area in areas]
    title = f"Factsheets van {len(areas)} NOVEX-gebieden" if len(areas) > 1 else f"Factsheet van {areas[0].name}"
    return request_printout(
        actor=actor,
        area=None,
        need=Permission.VIEW_FACTSHEET,
        title=title,
        file_name=f"factsheets-{moment:%Y-%m-%d}.pdf",
        html=factsheets_html(texts, moment=moment, title=title),
        stylesheet=DOCUMENT,
        token=token,
    )
