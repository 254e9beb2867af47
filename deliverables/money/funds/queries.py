"""Reading the funds an area may draw on."""

from django.db.models import Count, Q, QuerySet

from areas.models import Area
from deliverables.money.funds.models import Fund
from novex_portal.toolkit.problems import Problem


def funds_for(area: Area) -> QuerySet[Fund]:
    """Return the funds of the area and those of all areas, by name."""
    return Fund.objects.filter(Q(area=area) | Q(area=None)).select_related("owner").order_by("name", "pk")


def counted_funds(area: Area) -> QuerySet[Fund]:
    """Return these funds, each with how many contributions and process money of this area rest on it. One query."""
    here = Q(lines__measure__area=area)
    return funds_for(area).annotate(
        used=Count("lines", filter=here, distinct=True)
        + Count("process_money", filter=Q(process_money__area=area), distinct=True)
    )


def hold_usable(fund: Fund, area: Area) -> None:
    """Hold a fund until the transaction ends, so that nobody takes it away; raises Problem when the area may not draw on it."""
    held = Fund.objects.select_for_update(no_key=True).filter(pk=fund.pk).first()
    if held is None or held.area_id not in (None, area.pk):
        raise Problem("Dit fonds is er niet, of het hoort bij een ander gebied. Kies uit de lijst.")
