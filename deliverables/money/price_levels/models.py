"""Price indices by which amounts are brought to another price level: of all areas, so that areas convert alike."""

import pghistory
from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from deliverables.money.amounts.rules.cents import FIRST_YEAR, LAST_YEAR, LEAST_FACTOR, MOST_FACTOR
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class PriceSeries(Versioned, Once):
    """A price index with its name and where it comes from."""

    CHANGED = "Iemand anders heeft deze prijsindex intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("naam", max_length=100)
    source = models.CharField("bron", max_length=300, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="price_series")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(accounts=("created_by",), harmless=("name", "source"))

    class Meta:
        verbose_name = "prijsindex"
        verbose_name_plural = "prijsindexen"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="price_series_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="price_series_has_a_name"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class PriceIndex(models.Model):
    """By what prices of the year before are multiplied to be those of this year."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    series = models.ForeignKey(PriceSeries, on_delete=models.CASCADE, related_name="factors")
    year = models.PositiveSmallIntegerField("jaar")
    factor = models.DecimalField("factor", max_digits=8, decimal_places=6)

    kept = Kept()

    class Meta:
        verbose_name = "factor van een prijsindex"
        verbose_name_plural = "factoren van prijsindexen"
        ordering = ["year"]
        constraints = [
            models.UniqueConstraint(fields=["series", "year"], name="price_index_year_once"),
            models.CheckConstraint(
                condition=models.Q(year__range=(FIRST_YEAR, LAST_YEAR), factor__range=(LEAST_FACTOR, MOST_FACTOR)),
                name="price_index_is_a_factor",
            ),
        ]
