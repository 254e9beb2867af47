"""Organisations, their place in an area, and their umbrellas."""

import pghistory
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models.functions import Lower, Upper

from areas.area.models import Area, Province
from areas.parties.enums import OrganisationKind, Side
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


@pghistory.track()
class Organisation(Versioned):
    CHANGED = "Iemand anders heeft deze organisatie intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("naam", max_length=200)
    kind = models.CharField("soort partij", max_length=20, choices=OrganisationKind)
    areas = models.ManyToManyField(Area, through="AreaOrganisation", related_name="organisations")
    umbrellas = models.ManyToManyField(
        "self", through="UmbrellaMembership", through_fields=("member", "umbrella"), symmetrical=False,
        related_name="members",
    )  # fmt: skip
    website = models.URLField("website", blank=True)
    # Of which province it is the government; only where it is one.
    province = models.ForeignKey(Province, on_delete=models.PROTECT, null=True, blank=True, related_name="bodies")
    # Set when it turned out to be the same as another: what was its own belongs to that one now,
    # and its name leads there. Such a row is in no list.
    merged_into = models.ForeignKey(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="merged_from", editable=False
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(harmless=("name", "website", "merged_into"))

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
                condition=models.Q(province=None) | models.Q(kind=OrganisationKind.PROVINCE),
                name="only_a_province_is_of_a_province",
            ),
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

    kept = Kept(area="area", words=("notes",), parties=("organisation",))

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

    kept = Kept(parties=("umbrella", "member"))

    class Meta:
        verbose_name = "lid van een koepel"
        verbose_name_plural = "leden van koepels"
        constraints = [
            models.UniqueConstraint(fields=["umbrella", "member"], name="umbrella_member_once"),
            models.CheckConstraint(condition=~models.Q(umbrella=models.F("member")), name="umbrella_not_of_itself"),
        ]
