"""Frozen versions of the ontwikkelperspectief. The database refuses to change one."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse

from areas.models import Area
from deliverables.checkpoints.models import Checkpoint
from novex_portal.toolkit.files.models import StoredFile
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept, Rests
from novex_portal.toolkit.models import Once, PdfJob

# What may still change after freezing: how the PDF is coming along, until it is ready.
_FROZEN_FIELDS = [
    *("id", "area", "number", "reason", "checkpoint", "frozen_by", "frozen_at", "snapshot"),
    *("sha256", "previous_sha256"),
]


@pghistory.track(exclude=["snapshot", "progress"])
class PerspectiveVersion(Once, PdfJob):
    """The whole perspective at one moment, in a chain: each carries the fingerprint of the one before."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="perspective_versions")
    number = models.PositiveIntegerField("versie")
    reason = models.CharField("waarom deze versie", max_length=200, blank=True)
    checkpoint = models.ForeignKey(
        Checkpoint, on_delete=models.PROTECT, null=True, blank=True, related_name="perspective_versions"
    )
    frozen_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="frozen_perspective_versions"
    )
    frozen_at = models.DateTimeField("vastgezet op")
    snapshot = models.JSONField("ontwikkelperspectief")
    sha256 = models.CharField("kenmerk", max_length=64, editable=False)
    previous_sha256 = models.CharField("kenmerk van de vorige versie", max_length=64, blank=True)
    pdf = models.FileField("PDF", upload_to="perspectieven/", blank=True)

    kept = Kept(
        area="area",
        frozen=("reason", "snapshot", "pdf"),
        accounts=("frozen_by",),
        harmless=("progress", "error", "pdf_sha256", "sha256", "previous_sha256"),
        rests=Rests(on="checkpoint"),
    )

    class Meta:
        verbose_name = "versie van het ontwikkelperspectief"
        verbose_name_plural = "versies van het ontwikkelperspectief"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["area", "number"], name="perspective_version_once"),
            models.CheckConstraint(
                condition=~models.Q(status="klaar") | ~models.Q(pdf_sha256=""), name="ready_perspective_has_checksum"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="perspective_version_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="perspective_version_is_frozen", fields=_FROZEN_FIELDS),
            pgtrigger.Protect(
                name="ready_perspective_version_is_frozen",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__status="klaar"),
            ),
        ]

    def __str__(self) -> str:
        return f"Versie {self.number}"

    def get_absolute_url(self) -> str:
        return reverse("perspective-version", args=[self.area.slug, self.number])


@pghistory.track()
class PerspectiveVersionFile(models.Model):
    """A picture that a frozen version shows: kept, to the byte, as long as the version is."""

    version = models.ForeignKey(PerspectiveVersion, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="perspective_version_files")

    kept = Kept(area="version__area")

    class Meta:
        verbose_name = "figuur van een versie van het ontwikkelperspectief"
        verbose_name_plural = "figuren van versies van het ontwikkelperspectief"
        constraints = [models.UniqueConstraint(fields=["version", "file"], name="perspective_version_file_once")]
        triggers = [
            pgtrigger.Protect(name="perspective_file_is_frozen", operation=pgtrigger.Update | pgtrigger.Delete),
        ]
