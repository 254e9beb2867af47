"""The parts of an ontwikkelperspectief. Nothing in them is required."""

import pghistory
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class PerspectiveSection(Versioned, Once):
    """One part of the perspective of an area: a heading and a light text."""

    CHANGED = "Iemand anders heeft dit onderdeel intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="perspective_sections")
    rank = models.PositiveSmallIntegerField("volgorde")
    heading = models.CharField("onderdeel", max_length=150)
    hint = models.CharField("wat erin hoort", max_length=300, blank=True)
    text = models.TextField("tekst", blank=True)
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)
    # When heading or text last changed; its place among the others is no change of it.
    changed_at = models.DateTimeField("gewijzigd op", null=True, blank=True)
    changed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="perspective_sections"
    )

    checkpoints = models.ManyToManyField(Checkpoint, through="SectionAsked", related_name="perspective_sections")

    kept = Kept(area="area", words=("heading", "text"), accounts=("changed_by",), harmless=("hint",))

    class Meta:
        verbose_name = "onderdeel van het ontwikkelperspectief"
        verbose_name_plural = "onderdelen van het ontwikkelperspectief"
        ordering = ["rank"]
        constraints = [
            models.UniqueConstraint(
                fields=["area", "rank"], name="perspective_rank_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(fields=["area", "heading"], name="perspective_heading_once"),
            models.CheckConstraint(condition=~models.Q(heading=""), name="perspective_section_has_heading"),
        ]

    def __str__(self) -> str:
        return self.heading

    def get_absolute_url(self) -> str:
        return reverse("perspective-section", args=[self.area.slug, self.pk])


@pghistory.track()
class SectionAsked(models.Model):
    """At this checkpoint this part is asked."""

    section = models.ForeignKey(PerspectiveSection, on_delete=models.CASCADE, related_name="asked_links")
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.PROTECT, related_name="asked_sections")

    kept = Kept(area="section__area", rests=Rests(what="section", on="checkpoint"))

    class Meta:
        constraints = [models.UniqueConstraint(fields=["section", "checkpoint"], name="section_asked_once")]
