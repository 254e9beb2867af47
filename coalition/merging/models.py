"""Two rows that turned out to be one: what was moved, so that it can be moved back for a day."""

import pghistory
from django.conf import settings
from django.db import models

from areas.models import Area
from coalition.merging.enums import MergeKind
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept


@pghistory.track(exclude=["record"])
class Merge(models.Model):
    """One organisation or person merged into another."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="merges")
    kind = models.CharField("soort", max_length=20, choices=MergeKind)
    kept_id = models.UUIDField("blijft")
    gone_id = models.UUIDField("gaat op in de ander")
    # As they were called at that moment.
    kept_name = models.CharField("naam van wie blijft", max_length=350)
    gone_name = models.CharField("naam van wie opging", max_length=350)
    # Which rows moved, which had to make way and what these held; see engine.py.
    record = models.JSONField("wat verplaatst is", default=dict)
    merged_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="merges")
    merged_at = models.DateTimeField("samengevoegd op", auto_now_add=True)
    undone_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="merges_undone"
    )
    undone_at = models.DateTimeField("ongedaan gemaakt op", null=True, blank=True)

    kept = Kept(area="area", words=("kept_name", "gone_name", "record"), accounts=("merged_by", "undone_by"))

    class Meta:
        verbose_name = "samenvoeging"
        verbose_name_plural = "samenvoegingen"
        ordering = ["-merged_at"]
        constraints = [
            models.UniqueConstraint(
                fields=["gone_id"], condition=models.Q(undone_at__isnull=True), name="merge_of_one_once"
            ),
            models.CheckConstraint(condition=~models.Q(kept_id=models.F("gone_id")), name="merge_of_two"),
        ]
