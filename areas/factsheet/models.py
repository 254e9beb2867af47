"""The factsheet of an area: the same headings everywhere, each with a text and rows of its own."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models

from areas.accounts.models.user import User
from areas.area.models import Area, Challenge
from areas.factsheet.enums import DuoKind, FactsheetHeading
from areas.people.models import Person
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned
from novex_portal.toolkit.periods import DateRange


@pghistory.track()
class FactsheetSection(Versioned):
    """What stands under one heading of an area's factsheet, beside the rows that belong to it."""

    CHANGED = "Iemand anders heeft deze kop intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="factsheet_sections")
    heading = models.CharField("kop", max_length=20, choices=FactsheetHeading)
    text = models.TextField("tekst", blank=True)
    source = models.CharField("bron", max_length=300, blank=True)
    # Only under the heading that tells how far the ontwikkelperspectief is.
    percentage = models.PositiveSmallIntegerField("hoe ver, in procenten", null=True, blank=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)
    updated_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    kept = Kept(area="area", words=("text",), accounts=("updated_by",), harmless=("source",))

    class Meta:
        verbose_name = "kop van een factsheet"
        verbose_name_plural = "koppen van factsheets"
        constraints = [
            models.UniqueConstraint(fields=["area", "heading"], name="factsheet_heading_once"),
            models.CheckConstraint(
                condition=models.Q(percentage__isnull=True)
                | models.Q(percentage__lte=100, heading=FactsheetHeading.PERSPECTIVE),
                name="factsheet_percentage_0_to_100",
            ),
        ]

    def __str__(self) -> str:
        return self.get_heading_display()


@pghistory.track()
class Friction(models.Model):
    """A ruimtelijk schuurpunt: two challenges that claim the same space."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="frictions")
    first = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="frictions_first")
    second = models.ForeignKey(Challenge, on_delete=models.PROTECT, related_name="frictions_second")
    text = models.CharField("wat schuurt", max_length=500)
    options = models.TextField("opties", blank=True)
    # Who is to solve it: parties or roles, in words.
    owners = models.CharField("eigenaren", max_length=300, blank=True)
    source = models.CharField("bron", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    kept = Kept(area="area", words=("text", "options", "owners"), harmless=("source",))

    class Meta:
        verbose_name = "schuurpunt"
        verbose_name_plural = "schuurpunten"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(first=models.F("second")), name="friction_between_two"),
            models.CheckConstraint(condition=~models.Q(text=""), name="friction_has_text"),
        ]

    def __str__(self) -> str:
        return self.text


@pghistory.track()
class ContactPerson(models.Model):
    """Whom to ask about an area: a person in a role, and what for."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="contact_persons")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="contact_for")
    subject = models.CharField("waarvoor", max_length=200, blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    kept = Kept(
        area="area",
        words=("subject",),
        persons=("person",),
        noun=("contactpersoon op de factsheet", "contactpersonen op de factsheet"),
    )

    class Meta:
        verbose_name = "contactpersoon"
        verbose_name_plural = "contactpersonen"
        ordering = ["position", "id"]
        constraints = [models.UniqueConstraint(fields=["area", "person"], name="contact_person_once")]


@pghistory.track()
class Duo(models.Model):
    """Two roles that answer for an area together, from a day until a day: rijk and regio, or the official duo."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="duos")
    kind = models.CharField("soort", max_length=20, choices=DuoKind)
    # Functions, not names: "Minister voor Volkshuisvesting", "Gedeputeerde ruimte, provincie Limburg".
    national_side = models.CharField("namens het Rijk", max_length=150)
    regional_side = models.CharField("namens de regio", max_length=150)
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met", null=True, blank=True)
    source = models.CharField("bron", max_length=300, blank=True)

    kept = Kept(area="area", words=("national_side", "regional_side"), harmless=("source",))

    class Meta:
        verbose_name = "duo"
        verbose_name_plural = "duo's"
        ordering = ["kind", "-valid_from"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=models.F("valid_from")),
                name="duo_ends_after_start",
            ),
            models.CheckConstraint(
                condition=~models.Q(national_side="") & ~models.Q(regional_side=""), name="duo_has_both_sides"
            ),
            ExclusionConstraint(
                name="duo_one_at_a_time",
                expressions=[
                    ("area", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    (
                        DateRange("valid_from", "valid_until", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.national_side} en {self.regional_side}"
