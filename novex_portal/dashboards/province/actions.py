"""A province over its areas on paper."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from django.utils import timezone

from areas.enums import Permission
from areas.models import Area, AreaProvince, Printout, Province, User
from areas.printouts.actions import request_printout
from novex_portal.dashboards.province.queries.page import ProvincePage, province_page
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.pdf.paper import document_html

STYLES = "css/print-province.css"
_KIND = "Een provincie in haar NOVEX-gebieden"


@action(atomic=False)
def print_province(
    *,
    province: Province,
    links: Sequence[tuple[Area, AreaProvince]],
    actor: User,
    moment: datetime,
    token: UUID | None,
) -> Printout:
    """Ask for what the actor sees of a province in these areas as it is now. Raises Problem as `request_printout` does."""
    page = province_page(actor, province, links, timezone.localdate(moment))
    return request_printout(
        actor=actor,
        area=None,
        need=Permission.VIEW_AREA,
        title=f"Provincie {province}",
        file_name=f"provincie-{province.slug}-{moment:%Y-%m-%d}.pdf",
        html=province_html(page=page, moment=moment),
        stylesheet=STYLES,
        token=token,
    )


def province_html(*, page: ProvincePage, moment: datetime) -> str:
    """Return the document."""
    return document_html(
        "dashboards/province/pdf/province.html",
        kind=_KIND,
        title=str(page.province),
        moment=moment,
        context={"page": page},
    )
