"""Who: organisations, persons in a role for them, umbrellas, and who may commit whom."""

import pghistory
from django.conf import settings
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeBoundary, RangeOperators
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Lower, Upper

from areas.enums import MandateLevel, OrganisationKind, Side
from areas.models.area import Area
from novex_portal.toolkit.ids import uuid7


class DateRange(models.Func):
    """A range of days; an empty end is open."""

    function = "DATERANGE"
    output_field = DateRangeField()


@pghistory.track()
class Organisation(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("naam", max_length=200)
    kind = models.CharField("soort partij", max_length=20, choices=OrganisationKind)
    areas = models.ManyToManyField(Area, through="AreaOrganisation", related_name="organisations")
    umbrellas = models.ManyToManyField(
        "self", through="UmbrellaMembership", through_fields=("member", "umbrella"), symmetrical=False,
        related_name="members",
    )  # fmt: skip
    website = models.URLField("website", blank=True)
    # Set when it turned out to be the same as another: what was its own belongs to that one now,
    # and its name leads there. Such a row is in no list.
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from", editable=False
    )
    version = models.PositiveIntegerField("versie", default=1)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["name"]
        indexes = [
            # Looking for part of a name, and for names that resemble each other: both compare in capitals.
            # Kept up at once: with a list of names still to be taken in, PostgreSQL rather reads the whole table.
            GinIndex(OpClass(Upper("name"), name="gin_trgm_ops"), name="organisation_like", fastupdate=False),
        ]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="organisation_name_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="organisation_has_name"),
            models.CheckConstraint(
                condition=~models.Q(merged_into=models.F("id")), name="organisation_not_into_itself"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def side(self) -> Side:
        return OrganisationKind(self.kind).side


@pghistory.track()
class AreaOrganisation(models.Model):
    """An organisation that plays a part in an area."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE)
    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE)
    # What this area keeps in mind about it; another area never sees it.
    notes = models.TextField("aantekeningen", blank=True)
    added_at = models.DateTimeField("toegevoegd op", auto_now_add=True)

    class Meta:
        verbose_name = "partij in een gebied"
        verbose_name_plural = "partijen in een gebied"
        constraints = [models.UniqueConstraint(fields=["area", "organisation"], name="area_organisation_once")]


@pghistory.track()
class UmbrellaMembership(models.Model):
    """An organisation is a member of another. The umbrella's signature does not bind its members."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    umbrella = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="member_links")
    member = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="umbrella_links")

    class Meta:
        verbose_name = "lid van een koepel"
        verbose_name_plural = "leden van koepels"
        constraints = [
            models.UniqueConstraint(fields=["umbrella", "member"], name="umbrella_member_once"),
            models.CheckConstraint(condition=~models.Q(umbrella=models.F("member")), name="umbrella_not_of_itself"),
        ]


@pghistory.track()
class Person(models.Model):
    """Somebody in a role for an organisation, from a day until a day. The role comes first; a name is rarely needed."""

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
    version = models.PositiveIntegerField("versie", default=1)

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


@pghistory.track()
class Mandate(models.Model):
    """Who may commit an organisation to what in an area, until when, on what basis."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="mandates")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="mandates")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="mandates")
    level = models.CharField("mag", max_length=20, choices=MandateLevel)
    subject = models.CharField("waarover", max_length=300)
    basis = models.CharField("op grond van", max_length=300, blank=True)
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met", null=True, blank=True)
    version = models.PositiveIntegerField("versie", default=1)
    submission_token = models.UUIDField(unique=True, editable=False, default=uuid7)

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
