"""The funds that give: of an area, or without an area one that every area may draw on."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Area, Organisation
from deliverables.agenda.dates.rules.days import EARLIEST, LATEST
from deliverables.money.funds.enums import Instrument, Side
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Fund(Versioned, Once):
    """Where money comes from, by which way, and until when it must be spent."""

    CHANGED = "Iemand anders heeft dit fonds intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, null=True, blank=True, related_name="funds")
    name = models.CharField("naam", max_length=150)
    owner = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="funds")
    side = models.CharField("herkomst", max_length=10, choices=Side)
    instrument = models.CharField("instrument", max_length=30, choices=Instrument)
    spend_until = models.DateField("besteden tot en met", null=True, blank=True)
    source = models.CharField("bron", max_length=300, blank=True)
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="funds")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(
        area="area",
        accounts=("created_by",),
        parties=("owner",),
        noun=("fonds", "fondsen"),
        harmless=("name", "source"),
    )

    class Meta:
        verbose_name = "fonds"
        verbose_name_plural = "fondsen"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], nulls_distinct=False, name="fund_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="fund_has_a_name"),
            models.CheckConstraint(
                condition=models.Q(spend_until=None) | models.Q(spend_until__range=(EARLIEST, LATEST)),
                name="fund_in_this_century",
            ),
        ]

    def __str__(self) -> str:
        return self.name
