"""Where: the NOVEX areas, their provinces, challenges, points of attention and milestones."""

import pghistory
from django.db import models
from django.urls import reverse

from areas.area.enums import ChallengeKind, MilestoneKind, MilestoneState, ProvinceRole, Theme
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept


@pghistory.track()
class Province(models.Model):
    name = models.CharField("naam", max_length=60, unique=True)
    slug = models.SlugField(unique=True)

    kept = Kept(harmless=("name", "slug"))

    class Meta:
        verbose_name = "provincie"
        verbose_name_plural = "provincies"
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class Area(models.Model):
    """One NOVEX area. A row, not a constant: the list changes over time."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    number = models.PositiveSmallIntegerField("nummer", unique=True)
    # A short code that stands before the codes of its measures, such as ZL; it stays what it is.
    code = models.CharField("korte code", max_length=5, unique=True)
    name = models.CharField("naam", max_length=100, unique=True)
    slug = models.SlugField(unique=True)
    provinces = models.ManyToManyField(Province, through="AreaProvince", related_name="areas")
    on_national_border = models.BooleanField("aan de landsgrens", default=False)
    latitude = models.DecimalField("breedtegraad", max_digits=7, decimal_places=4)
    longitude = models.DecimalField("lengtegraad", max_digits=7, decimal_places=4)
    main_challenge = models.TextField("hoofdopgave")
    source = models.CharField("bron", max_length=200, blank=True)

    kept = Kept(harmless=("code", "name", "slug", "main_challenge", "source"))

    class Meta:
        verbose_name = "NOVEX-gebied"
        verbose_name_plural = "NOVEX-gebieden"
        ordering = ["number"]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("area", args=[self.slug])


@pghistory.track()
class AreaProvince(models.Model):
    area = models.ForeignKey(Area, on_delete=models.CASCADE)
    province = models.ForeignKey(Province, on_delete=models.PROTECT)
    # A province directs its own spatial proposal, but takes part in an area; and it keeps its powers.
    role = models.CharField("rol", max_length=20, choices=ProvinceRole, default=ProvinceRole.PARTICIPANT)
    explanation = models.CharField("toelichting", max_length=300, blank=True)

    kept = Kept(area="area", harmless=("explanation",))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["area", "province"], name="area_province_once")]


@pghistory.track()
class Challenge(models.Model):
    """An opgave of an area: what must be solved there."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="challenges")
    kind = models.CharField("soort", max_length=20, choices=ChallengeKind, default=ChallengeKind.MAIN)
    title = models.CharField("opgave", max_length=150)
    # What kind of claim on space it is: so that the same pair of claims can be found in other areas.
    theme = models.CharField("thema", max_length=20, choices=Theme, blank=True)
    text = models.TextField("toelichting", blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    source = models.CharField("bron", max_length=200, blank=True)

    kept = Kept(area="area", harmless=("title", "text", "source"))

    class Meta:
        verbose_name = "opgave"
        verbose_name_plural = "opgaven"
        ordering = ["position", "title"]
        constraints = [models.UniqueConstraint(fields=["area", "title"], name="challenge_title_once")]

    def __str__(self) -> str:
        return self.title


@pghistory.track()
class AttentionPoint(models.Model):
    """Something that colours every challenge of an area, such as recent flooding."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="attention_points")
    text = models.CharField("aandachtspunt", max_length=200)
    position = models.PositiveSmallIntegerField("volgorde", default=0)
    source = models.CharField("bron", max_length=200, blank=True)

    kept = Kept(area="area", harmless=("text", "source"))

    class Meta:
        verbose_name = "aandachtspunt"
        verbose_name_plural = "aandachtspunten"
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["area", "text"], name="attention_point_once")]

    def __str__(self) -> str:
        return self.text


@pghistory.track()
class Milestone(models.Model):
    """A milestone of an area, or an agreement made there: reached or coming."""

    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="milestones")
    on = models.DateField("datum")
    # Some sources name only the month.
    month_only = models.BooleanField("alleen de maand is bekend", default=False)
    kind = models.CharField("soort", max_length=20, choices=MilestoneKind, default=MilestoneKind.MILESTONE)
    state = models.CharField("stand", max_length=20, choices=MilestoneState, default=MilestoneState.MADE)
    text = models.CharField("mijlpaal", max_length=200)
    source = models.CharField("bron", max_length=200, blank=True)

    kept = Kept(area="area", harmless=("text", "source"))

    class Meta:
        verbose_name = "mijlpaal"
        verbose_name_plural = "mijlpalen"
        ordering = ["on"]
        constraints = [models.UniqueConstraint(fields=["area", "text"], name="milestone_once")]

    def __str__(self) -> str:
        return self.text
