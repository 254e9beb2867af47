"""Who may do what where: memberships and the invitations that lead to them."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models.functions import Coalesce, Lower

from areas.accounts.models.user import User
from areas.area.models import Area
from areas.enums import NATIONAL_ROLES, Role
from areas.parties.models import Organisation
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once
from novex_portal.toolkit.periods import DateRange

# Stands for "no area" where a constraint must compare: null is never equal to null.
_NO_AREA = models.Value("00000000-0000-0000-0000-000000000000", output_field=models.UUIDField())


@pghistory.track()
class Membership(models.Model):
    """A role of a user in an area (or, for the national roles, in all), from a day until a day."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="memberships")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, null=True, blank=True, related_name="memberships")
    role = models.CharField("rol", max_length=20, choices=Role)
    organisation = models.ForeignKey(
        Organisation, on_delete=models.PROTECT, null=True, blank=True, related_name="memberships"
    )
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met", null=True, blank=True)
    # Set when somebody ended it: from that moment, not only from the next day, it opens nothing.
    ended_at = models.DateTimeField("beëindigd op", null=True, blank=True)

    kept = Kept(
        area="area", accounts=("user",), parties=("organisation",), noun=("lid van het gebied", "leden van het gebied")
    )

    class Meta:
        verbose_name = "lidmaatschap"
        verbose_name_plural = "lidmaatschappen"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=models.F("valid_from")),
                name="membership_ends_after_start",
            ),
            models.CheckConstraint(
                condition=models.Q(area__isnull=True, role__in=sorted(NATIONAL_ROLES))
                | (models.Q(area__isnull=False) & ~models.Q(role__in=sorted(NATIONAL_ROLES))),
                name="membership_area_fits_role",
            ),
            ExclusionConstraint(
                name="membership_role_once_at_a_time",
                expressions=[
                    ("user", RangeOperators.EQUAL),
                    (Coalesce("area", _NO_AREA), RangeOperators.EQUAL),
                    ("role", RangeOperators.EQUAL),
                    (
                        DateRange("valid_from", "valid_until", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=models.Q(ended_at__isnull=True),
            ),
            models.CheckConstraint(
                condition=models.Q(ended_at__isnull=True) | models.Q(valid_until__isnull=False),
                name="membership_ended_has_last_day",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.area or 'alle gebieden'}"


@pghistory.track(exclude=["token_hash"])
class Invitation(Once):
    """The way in: a signed, expiring link that works once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField("e-mailadres")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, null=True, blank=True, related_name="invitations")
    role = models.CharField("rol", max_length=20, choices=Role)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, null=True, blank=True)
    name = models.CharField("naam of functie", max_length=150, blank=True)
    token_hash = models.CharField(max_length=64, unique=True)
    # Empty for the first ones, which the technical administrator makes on the command line.
    invited_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations_sent"
    )
    # A second press on the button finds the first one's result.
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    expires_at = models.DateTimeField("verloopt op")
    accepted_at = models.DateTimeField("aangenomen op", null=True, blank=True)
    accepted_by = models.ForeignKey(
        User, on_delete=models.PROTECT, null=True, blank=True, related_name="invitations_accepted"
    )
    revoked_at = models.DateTimeField("ingetrokken op", null=True, blank=True)

    kept = Kept(
        area="area",
        names=("email", "name"),
        accounts=("invited_by", "accepted_by"),
        parties=("organisation",),
        harmless=("token_hash",),
        noun=("open uitnodiging", "open uitnodigingen"),
        binds=models.Q(accepted_at=None, revoked_at=None),
    )

    class Meta:
        verbose_name = "uitnodiging"
        verbose_name_plural = "uitnodigingen"
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(area__isnull=True, role__in=sorted(NATIONAL_ROLES))
                | (models.Q(area__isnull=False) & ~models.Q(role__in=sorted(NATIONAL_ROLES))),
                name="invitation_area_fits_role",
            ),
            models.UniqueConstraint(
                Lower("email"),
                "role",
                Coalesce("area", _NO_AREA),
                condition=models.Q(accepted_at__isnull=True, revoked_at__isnull=True),
                name="invitation_open_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.email}: {self.get_role_display()}"
