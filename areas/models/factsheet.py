"""The factsheet of an area: the same headings everywhere, each with a text and rows of its own."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models
from django.db.models.functions import Lower

from areas.enums import DuoKind, FactsheetHeading, GoalKind, ProgrammeStatus
from areas.models.area import Area, Challenge
from areas.models.party import DateRange, Person
from areas.models.user import User
from novex_portal.toolkit.ids import uuid7


@pghistory.track()
class NationalProgramme(models.Model):
    """A national programme. A row with a source and a status: the list differs per letter and per year."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("naam", max_length=150)
    short_name = models.CharField("afkorting", max_length=20, blank=True)
    responsible = models.CharField("verantwoordelijk", max_length=150, blank=True)
    status = models.CharField(max_length=20, choices=ProgrammeStatus, default=ProgrammeStatus.TO_CONFIRM)
    source = models.CharField("bron", max_length=200)
    version = models.PositiveIntegerField("versie", default=1)

    class Meta:
        verbose_name = "nationaal programma"
        verbose_name_plural = "nationale programma's"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="programme_name_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="programme_has_name"),
            models.CheckConstraint(condition=~models.Q(source=""), name="programme_has_source"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class FactsheetSection(models.Model):
    """What stands under one heading of an area's factsheet, beside the rows that belong to it."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="factsheet_sections")
    heading = models.CharField("kop", max_length=20, choices=FactsheetHeading)
    text = models.TextField("tekst", blank=True)
    source = models.CharField("bron", max_length=300, blank=True)
    # Only under the heading that tells how far the ontwikkelperspectief is.
    percentage = models.PositiveSmallIntegerField("hoe ver, in procenten", null=True, blank=True)
    version = models.PositiveIntegerField("versie", default=1)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)
    updated_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

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
class ProgrammeContribution(models.Model):
    """What an area contributes to a national programme, and how firm the goal is."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="contributions")
    programme = models.ForeignKey(NationalProgramme, on_delete=models.PROTECT, related_name="contributions")
    goal_kind = models.CharField("soort doel", max_length=20, choices=GoalKind)
    text = models.CharField("bijdrage", max_length=500)
    source = models.CharField("bron", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    class Meta:
        verbose_name = "bijdrage aan een nationaal programma"
        verbose_name_plural = "bijdragen aan nationale programma's"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="contribution_has_text"),
        ]

    def __str__(self) -> str:
        return self.text


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
