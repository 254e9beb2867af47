"""Frozen versions of the akkoord; the database itself refuses to change one."""

import pghistory
import pgtrigger
from django.conf import settings
from django.db import models
from django.urls import reverse

from coalition.agreement.document.models import Agreement
from coalition.agreement.versions.enums import VersionKind
from novex_portal.toolkit.files.models import StoredFile
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, PdfJob

# What may still change after freezing: how the PDF is coming along, until it is ready.
_FROZEN_FIELDS = [
    *("id", "agreement", "number", "kind", "label", "frozen_by", "frozen_at", "snapshot", "sha256", "previous_sha256")
]


@pghistory.track(exclude=["snapshot", "progress"])
class AgreementVersion(Once, PdfJob):
    """The whole text at one moment. Immutable in the database; its PDF is made once."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField("versie")
    kind = models.CharField("soort", max_length=20, choices=VersionKind, default=VersionKind.CONCEPT)
    label = models.CharField("waarom deze versie", max_length=200, blank=True)
    frozen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="frozen_versions")
    frozen_at = models.DateTimeField("bevroren op")
    snapshot = models.JSONField("tekst")
    # The fingerprint of the text and of the version before it: see coalition/proof.py.
    sha256 = models.CharField("kenmerk", max_length=64, default="", editable=False)
    previous_sha256 = models.CharField("kenmerk van de vorige versie", max_length=64, blank=True)
    pdf = models.FileField("PDF", upload_to="akkoorden/", blank=True)

    kept = Kept(
        area="agreement__area",
        words=("label",),
        frozen=("snapshot", "pdf"),
        accounts=("frozen_by",),
        harmless=("progress", "error", "pdf_sha256", "sha256", "previous_sha256"),
    )

    class Meta:
        verbose_name = "versie van het akkoord"
        verbose_name_plural = "versies van het akkoord"
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "number"], name="version_number_once"),
            models.CheckConstraint(
                condition=~models.Q(status="klaar") | ~models.Q(pdf_sha256=""), name="ready_version_has_checksum"
            ),
        ]
        triggers = [
            pgtrigger.Protect(name="version_is_never_deleted", operation=pgtrigger.Delete),
            pgtrigger.ReadOnly(name="version_text_is_frozen", fields=_FROZEN_FIELDS),
            pgtrigger.Protect(
                name="ready_version_is_frozen",
                operation=pgtrigger.Update,
                condition=pgtrigger.Q(old__status="klaar"),
            ),
        ]

    def __str__(self) -> str:
        return f"Versie {self.number}"

    @property
    def why_void(self) -> str:
        """Why it was declared void; empty when it was not. Read with `voided`, or it costs a query."""
        return self.voided.reason if hasattr(self, "voided") else ""

    def get_absolute_url(self) -> str:
        return reverse("version", args=[self.agreement.area.slug, self.number])


@pghistory.track()
class VersionFile(models.Model):
    """A file that a frozen version shows: kept, to the byte, as long as the version is."""

    version = models.ForeignKey(AgreementVersion, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="version_files")

    kept = Kept(area="version__agreement__area")

    class Meta:
        verbose_name = "bestand van een versie"
        verbose_name_plural = "bestanden van versies"
        constraints = [models.UniqueConstraint(fields=["version", "file"], name="version_file_once")]
        triggers = [
            pgtrigger.Protect(name="version_file_is_frozen", operation=pgtrigger.Update | pgtrigger.Delete),
        ]


@pghistory.track()
class VoidedVersion(models.Model):
    """A version that counts no more, with the reason. The version itself never changes: this stands beside it."""

    version = models.OneToOneField(AgreementVersion, on_delete=models.PROTECT, related_name="voided")
    reason = models.TextField("waarom vervallen")
    voided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        related_name="voided_versions",
        verbose_name="vervallen verklaard door",
    )
    voided_at = models.DateTimeField("vervallen verklaard op", auto_now_add=True)

    kept = Kept(area="version__agreement__area", words=("reason",), accounts=("voided_by",))

    class Meta:
        verbose_name = "vervallenverklaring van een versie"
        verbose_name_plural = "vervallenverklaringen van versies"
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="voided_version_says_why")]
        triggers = [pgtrigger.Protect(name="voided_version_stays_so", operation=pgtrigger.Delete)]

    def __str__(self) -> str:
        return f"{self.version} is vervallen"
