"""Who: organisations, and persons in a role for them."""

import pghistory
from django.db import models
from django.db.models.functions import Lower

from areas.enums import OrganisationKind, Side
from areas.models.area import Area
from novex_portal.toolkit.ids import uuid7


@pghistory.track()
class Organisation(models.Model):
    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("naam", max_length=200)
    kind = models.CharField("soort partij", max_length=20, choices=OrganisationKind)
    areas = models.ManyToManyField(Area, through="AreaOrganisation", related_name="organisations")
    website = models.URLField("website", blank=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    class Meta:
        verbose_name = "organisatie"
        verbose_name_plural = "organisaties"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="organisation_name_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="organisation_has_name"),
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
    added_at = models.DateTimeField("toegevoegd op", auto_now_add=True)

    class Meta:
        verbose_name = "partij in een gebied"
        verbose_name_plural = "partijen in een gebied"
        constraints = [models.UniqueConstraint(fields=["area", "organisation"], name="area_organisation_once")]


@pghistory.track()
class Person(models.Model):
    """Somebody in a role for an organisation. The role comes first; a name is rarely needed."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="persons")
    role = models.CharField("rol", max_length=150)
    name = models.CharField("naam", max_length=150, blank=True)

    class Meta:
        verbose_name = "persoon"
        verbose_name_plural = "personen"
        ordering = ["role"]
        constraints = [
            models.UniqueConstraint("organisation", Lower("role"), Lower("name"), name="person_role_once"),
            models.CheckConstraint(condition=~models.Q(role=""), name="person_has_role"),
        ]

    def __str__(self) -> str:
        return f"{self.role}, {self.organisation}"
