"""What stands in an annex beside its articles: figures, and documents that were brought as a PDF."""

import pghistory
from django.db import models
from django.urls import reverse

from coalition.agreement.document.models import Chapter
from novex_portal.toolkit.files.models import StoredFile
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class Exhibit(Versioned, Once):
    """A figure, or a document whose pages are shown as pictures."""

    CHANGED = "Iemand anders heeft dit bijschrift intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    chapter = models.ForeignKey(Chapter, on_delete=models.PROTECT, related_name="exhibits")
    # Its place among the others; what people read is counted when it is shown.
    number = models.PositiveSmallIntegerField("volgorde")
    caption = models.CharField("bijschrift", max_length=200)
    alt = models.CharField("wat er te zien is", max_length=1000)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="exhibits")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="chapter__agreement__area", words=("caption", "alt"))

    class Meta:
        verbose_name = "figuur of stuk"
        verbose_name_plural = "figuren en stukken"
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["chapter", "number"], name="exhibit_number_once", deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                condition=~models.Q(caption="") & ~models.Q(alt=""), name="exhibit_says_what_it_shows"
            ),
        ]

    def __str__(self) -> str:
        return self.caption

    def get_absolute_url(self) -> str:
        return f"{reverse('annex', args=[self.chapter.agreement.area.slug, self.chapter_id])}#stuk-{self.pk}"


@pghistory.track()
class ExhibitPage(models.Model):
    """A page of a document, as a picture."""

    exhibit = models.ForeignKey(Exhibit, on_delete=models.CASCADE, related_name="pages")
    number = models.PositiveSmallIntegerField("bladzijde")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="exhibit_pages")

    kept = Kept(area="exhibit__chapter__agreement__area")

    class Meta:
        verbose_name = "bladzijde van een stuk"
        verbose_name_plural = "bladzijden van stukken"
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["exhibit", "number"], name="exhibit_page_once")]
