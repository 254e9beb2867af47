"""A file that is kept: its bytes below the media volume, and the row that vouches for them.

Rooms tie it to what it belongs to by a table of their own, with a foreign key that protects it. What no table ties
is thrown away after a day; what a frozen version ties stays for good.
"""

import pgtrigger
from django.db import models

from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept

FOLDER = "bestanden/"


class FileKind(models.TextChoices):
    """What is kept: pictures as we made them ourselves, and a PDF as it was brought."""

    PNG = "png", "PNG"
    JPEG = "jpg", "JPEG"
    PDF = "pdf", "PDF"


CONTENT_TYPES = {FileKind.PNG: "image/png", FileKind.JPEG: "image/jpeg", FileKind.PDF: "application/pdf"}


class StoredFile(models.Model):
    """One file. Its bytes never change, and the name it had on somebody's computer is not kept."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    kind = models.CharField("soort", max_length=4, choices=FileKind)
    file = models.FileField("bestand", upload_to=FOLDER)
    size = models.PositiveIntegerField("grootte in bytes")
    sha256 = models.CharField("SHA-256", max_length=64)
    # Of a picture.
    width = models.PositiveIntegerField("breedte", null=True, blank=True)
    height = models.PositiveIntegerField("hoogte", null=True, blank=True)
    created_at = models.DateTimeField("bewaard op", auto_now_add=True)

    kept = Kept(frozen=("file",), harmless=("sha256",))

    class Meta:
        verbose_name = "bestand"
        verbose_name_plural = "bestanden"
        constraints = [
            models.CheckConstraint(condition=models.Q(sha256__regex=r"^[0-9a-f]{64}$"), name="file_has_checksum"),
            models.CheckConstraint(
                condition=models.Q(kind=FileKind.PDF, width=None, height=None)
                | models.Q(kind__in=[FileKind.PNG, FileKind.JPEG], width__gt=0, height__gt=0),
                name="file_picture_has_measures",
            ),
        ]
        triggers = [pgtrigger.Protect(name="file_never_changes", operation=pgtrigger.Update)]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}, {self.sha256[:12]}"

    @property
    def is_picture(self) -> bool:
        """Whether a page can show it."""
        return self.kind != FileKind.PDF

    @property
    def content_type(self) -> str:
        """What a browser is told it is."""
        return CONTENT_TYPES[FileKind(self.kind)]
