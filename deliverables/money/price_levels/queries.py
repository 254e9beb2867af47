"""Reading price indices."""

from django.db.models import QuerySet

from deliverables.money.price_levels.models import PriceSeries
from deliverables.money.price_levels.rules import Series


def all_series() -> QuerySet[PriceSeries]:
    """Return the price indices with their factors, by name. Two queries."""
    return PriceSeries.objects.prefetch_related("factors").order_by("name")


def as_series(row: PriceSeries) -> Series:
    """Return a price index as the rules see it."""
    return Series(row.name, row.source, {each.year: each.factor for each in row.factors.all()})
