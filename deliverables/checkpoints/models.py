"""Dated moments an area must be ready for."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area
from deliverables.checkpoints.enums import CheckpointKind, RequirementStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Checkpoint(Versioned, Once):
    """An ijkmoment, bestuurlijk overleg or moment of an area's own: name, date, for whom."""

    CHANGED = "Dit ijkmoment is intussen verwijderd of gewijzigd door iemand anders. Bekijk eerst wat er nu staat."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("naam", max_length=150)
    kind = models.CharField("soort", max_length=20, choices=CheckpointKind, default=CheckpointKind.CHECKPOINT)
    date = models.DateField("datum")
    place = models.CharField("plaats", max_length=150, blank=True)
    areas = models.ManyToManyField(Area, through="CheckpointArea", related_name="checkpoints")
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="checkpoints"
    )
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    updated_at = models.DateTimeField("gewijzigd op", auto_now=True)

    kept = Kept(words=("name", "place"), accounts=("created_by",))

    class Meta:
        verbose_name = "ijkmoment"
        verbose_name_plural = "ijkmomenten"
        ordering = ["date", "name"]
        indexes = [models.Index(fields=["date"], name="checkpoint_date")]

    def __str__(self) -> str:
        return self.name

    def url_in(self, area: Area) -> str:
        """Where the members of an area find it; a checkpoint has an address in each of its areas."""
        return reverse("checkpoint", args=[area.slug, self.pk])


@pghistory.track()
class CheckpointArea(models.Model):
    """The checkpoint holds for this area."""

    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.CASCADE, related_name="area_links")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="checkpoint_links")

    kept = Kept(area="area")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["checkpoint", "area"], name="checkpoint_area_once")]


@pghistory.track()
class CheckpointResponsible(models.Model):
    """Somebody who answers for an area being ready, and so is reminded."""

    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.CASCADE, related_name="responsibles")
    user = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="checkpoint_duties")

    kept = Kept(accounts=("user",))

    class Meta:
        verbose_name = "verantwoordelijke voor een ijkmoment"
        verbose_name_plural = "verantwoordelijken voor een ijkmoment"
        constraints = [models.UniqueConstraint(fields=["checkpoint", "user"], name="checkpoint_responsible_once")]


@pghistory.track()
class Requirement(models.Model):
    """One thing that must be ready at a checkpoint, per area it holds for."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.CASCADE, related_name="requirements")
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="requirements")
    text = models.CharField("wat klaar moet zijn", max_length=200)
    status = models.CharField(max_length=20, choices=RequirementStatus, default=RequirementStatus.NOT_STARTED)
    rank = models.PositiveSmallIntegerField("volgorde", default=0)

    kept = Kept(area="area", words=("text",))

    class Meta:
        verbose_name = "gevraagd stuk"
        verbose_name_plural = "gevraagde stukken"
        ordering = ["rank", "text"]
        constraints = [models.UniqueConstraint(fields=["checkpoint", "area", "text"], name="requirement_once")]

    def __str__(self) -> str:
        return self.text
