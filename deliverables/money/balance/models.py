"""The rule by which an area weighs what Rijk and regio bring."""

import pghistory
from django.db import models

from areas.models import Area
from deliverables.money.funding.enums import LADDER, Hardness
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned

_STEPS = [step.value for step in LADDER[1:]]


@pghistory.track()
class BalanceRule(Versioned):
    """What an area decided itself; without a row the usual rule holds."""

    CHANGED = "Iemand anders heeft deze regel intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.OneToOneField(Area, on_delete=models.CASCADE, related_name="balance_rule")
    hard_from = models.CharField("hard vanaf", max_length=15, choices=Hardness, default=Hardness.GRANTED)
    low = models.DecimalField("evenredig vanaf", max_digits=4, decimal_places=1, default=45)
    high = models.DecimalField("evenredig tot en met", max_digits=4, decimal_places=1, default=55)
    in_kind = models.BooleanField("wat in natura komt, telt mee", default=False)

    kept = Kept(area="area")

    class Meta:
        verbose_name = "regel voor de balans"
        verbose_name_plural = "regels voor de balans"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(low__gte=0, high__lte=100, high__gte=models.F("low")),
                name="balance_band_in_order",
            ),
            models.CheckConstraint(condition=models.Q(hard_from__in=_STEPS), name="balance_hard_from_a_step"),
        ]
