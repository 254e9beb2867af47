"""Procesmiddelen: what an area gets and spends to keep its coalition going, beside the money of measures."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Area
from deliverables.money.amounts.rules.cents import FIRST_YEAR, LAST_YEAR
from deliverables.money.funding.enums import Hardness
from deliverables.money.funds.models import Fund
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class ProcessMoney(Versioned, Once):
    """What a fund gives in a year for the process, and for what."""

    CHANGED = "Iemand anders heeft deze regel intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="process_money")
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="process_money")
    year = models.PositiveSmallIntegerField("jaar")
    amount = models.DecimalField("bedrag", max_digits=14, decimal_places=2)
    hardness = models.CharField("hardheid", max_length=15, choices=Hardness, default=Hardness.INDICATIVE)
    purpose = models.CharField("waarvoor", max_length=200)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="process_money")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="area", words=("purpose",), accounts=("created_by",))

    class Meta:
        verbose_name = "procesmiddelen"
        verbose_name_plural = "procesmiddelen"
        ordering = ["-year", "created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(year__range=(FIRST_YEAR, LAST_YEAR), amount__gte=0),
                name="process_money_is_an_amount",
            ),
            models.CheckConstraint(condition=~models.Q(purpose=""), name="process_money_has_a_purpose"),
        ]
