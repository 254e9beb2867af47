"""Reading the funds an area may draw on."""

from django.db.models import Count, Q, QuerySet

from areas.models import Area
from deliverables.money.funds.models import Fund


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
