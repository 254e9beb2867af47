"""A document somebody asked for on paper: frozen as they may see it, made into a PDF by the worker."""

from django.db import models

from areas.accounts.models.user import User
from areas.area.models import Area
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, PdfJob


class Printout(Once, PdfJob):
    """One document for one person, kept for some days. Its words are fixed when it is asked for."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    requested_by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="printouts")
    # Empty: across areas. Whoever lost the right since then no longer gets the file.
    area = models.ForeignKey(Area, on_delete=models.CASCADE, null=True, blank=True, related_name="printouts")
    need = models.CharField("recht", max_length=40)
    title = models.CharField("titel", max_length=200)
    file_name = models.CharField("bestandsnaam", max_length=150)
    html = models.TextField("document")
    stylesheet = models.CharField("opmaak", max_length=100)
    created_at = models.DateTimeField("gevraagd op", auto_now_add=True)

    kept = Kept(
        area="area",
        words=("title", "html"),
        frozen=("pdf",),
        accounts=("requested_by",),
        harmless=("progress", "error", "need", "file_name", "stylesheet", "pdf_sha256"),
    )

    class Meta:
        verbose_name = "afdruk"
        verbose_name_plural = "afdrukken"
        ordering = ["-created_at"]
        indexes = [models.Index(fields=["requested_by", "-created_at"], name="printout_mine")]

    def __str__(self) -> str:
        return self.title
