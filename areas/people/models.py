"""Persons in a role for an organisation."""

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models.functions import Lower

from areas.parties.models import Organisation
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned
from novex_portal.toolkit.periods import DateRange


@pghistory.track()
class Person(Versioned):
    """Somebody in a role for an organisation, from a day until a day. The role comes first; a name is rarely needed."""

    CHANGED = "Iemand anders heeft deze rol intussen gewijzigd. Bekijk eerst wat er nu staat."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="persons")
    role = models.CharField("rol", max_length=150)
    name = models.CharField("naam", max_length=150, blank=True)
    # Empty: not known since when. An organisation may fill the same role again, but not twice at a time.
    valid_from = models.DateField("vanaf", null=True, blank=True)
    valid_until = models.DateField("tot en met", null=True, blank=True)
    # For who needs to reach them; never in a list for everybody, a photo or a PDF for outside.
    email = models.EmailField("e-mailadres", blank=True)
    phone = models.CharField("telefoon", max_length=30, blank=True)
    # The account through which they work in the portal, if they have one.
    user = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.SET_NULL, null=True, blank=True, related_name="persons"
    )
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from", editable=False
    )

    kept = Kept(
        area="organisation__areas",
        names=("name", "email", "phone"),
        accounts=("user",),
        parties=("organisation",),
        harmless=("role", "merged_into"),
    )

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        ordering = ["role"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(role=""), name="person_has_role"),
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_from__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="person_ends_after_start",
            ),
            models.CheckConstraint(condition=~models.Q(merged_into=models.F("id")), name="person_not_into_itself"),
            ExclusionConstraint(
                name="person_role_once_at_a_time",
                expressions=[
                    ("organisation", RangeOperators.EQUAL),
                    (Lower("role"), RangeOperators.EQUAL),
                    (Lower("name"), RangeOperators.EQUAL),
                    (
                        DateRange("valid_from", "valid_until", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=models.Q(merged_into__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.organisation}"
