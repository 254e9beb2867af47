"""Factsheets as they were at a moment; immutable in the database."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models

from areas.models import Area
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once

# What never changes once the photo is taken; only its tie to a checkpoint may go, when that is removed.
_PHOTO_FIELDS = ["id", "area", "number", "label", "taken_at", "taken_by", "snapshot", "sha256"]


@pghistory.track(exclude=["snapshot"])
class FactsheetPhoto(Once):
    """The whole factsheet of an area as it was at one moment: an ijkmoment-foto. Immutable in the database."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="photos")
    number = models.PositiveSmallIntegerField("nummer")
    # The moment it belongs to; taken by hand it may belong to none.
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.SET_NULL, null=True, blank=True, related_name="photos")
    label = models.CharField("naam", max_length=150)
    taken_at = models.DateTimeField("gemaakt op")
    # Empty: the clock took it, on the day of the checkpoint.
    taken_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="photos"
    )
    snapshot = models.JSONField("factsheet")
    # Of the snapshot in one canonical form.
    sha256 = models.CharField("SHA-256", max_length=64)

    kept = Kept(area="area", words=("label",), frozen=("snapshot",), accounts=("taken_by",), harmless=("sha256",))

    class Meta:
        verbose_name = "ijkmoment-foto"
        verbose_name_plural = "ijkmoment-foto’s"
        ordering = ["area", "-number"]
        constraints = [
            models.UniqueConstraint(fields=["area", "number"], name="photo_number_once"),
            models.UniqueConstraint(fields=["area", "checkpoint"], name="photo_of_checkpoint_once"),
        ]
        triggers = [
            pgtrigger.Protect(name="photo_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="photo_is_frozen", fields=_PHOTO_FIELDS),
        ]

    def __str__(self) -> str:
        return self.label
