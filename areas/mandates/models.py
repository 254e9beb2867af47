"""Who may commit an organisation to what."""

import pghistory
from django.db import models

from areas.area.models import Area
from areas.mandates.enums import MandateLevel
from areas.parties.models import Organisation
from areas.people.models import Person
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Mandate(Versioned, Once):
    """Who may commit an organisation to what in an area, until when, on what basis."""

    CHANGED = "Iemand anders heeft dit mandaat intussen gewijzigd of beëindigd. Bekijk eerst wat er nu staat."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="mandates")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mandates")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="mandates")
    level = models.CharField("mag", max_length=20, choices=MandateLevel)
    subject = models.CharField("waarover", max_length=300)
    basis = models.CharField("op grond van", max_length=300, blank=True)
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met", null=True, blank=True)

    kept = Kept(
        area="area",
        words=("subject", "basis"),
        persons=("person",),
        parties=("organisation",),
        noun=("mandaat", "mandaten"),
    )

    class Meta:
        verbose_name = "mandaat"
        verbose_name_plural = "mandaten"
        ordering = ["organisation__name", "-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=models.F("valid_from")),
                name="mandate_ends_after_start",
            ),
            models.CheckConstraint(condition=~models.Q(subject=""), name="mandate_has_subject"),
            # To bind a party, one must be able to say on what basis.
            models.CheckConstraint(
                condition=~models.Q(level=MandateLevel.BIND) | ~models.Q(basis=""), name="binding_mandate_has_basis"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_level_display().lower()}"
