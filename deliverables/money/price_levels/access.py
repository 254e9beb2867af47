"""The door to price indices: every member reads them, the regieteam keeps them for all areas."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import Area, User
from deliverables.money.price_levels.models import PriceSeries


def price_series_for(user: User, slug: str, pk: UUID) -> tuple[Area, PriceSeries]:
    """Return the area and a price index, for who keeps those of all areas."""
    area = area_for(user, slug, Permission.MANAGE_FUNDS)
    row = PriceSeries.objects.filter(pk=pk).first()
    if row is None:
        raise Http404("Deze prijsindex is er niet, of niet meer.")
    return area, row
