"""The figures of a perspective: maps and drawings, each with a caption and words for who does not see it."""

import pghistory
from django.db import models

from areas.models import Area
from deliverables.perspective.choices.models import MainChoice
from deliverables.perspective.sections.models import PerspectiveSection
from novex_portal.toolkit.files.models import StoredFile
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once, Versioned


@pghistory.track()
class PerspectiveFigure(Versioned, Once):
    """A picture. It stands with a part, with a hoofdkeuze, or else with the hoofdkeuzes together."""

    CHANGED = "Iemand anders heeft dit bijschrift intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="perspective_figures")
    section = models.ForeignKey(
        PerspectiveSection, on_delete=models.SET_NULL, null=True, blank=True, related_name="figures"
    )
    choice = models.ForeignKey(MainChoice, on_delete=models.SET_NULL, null=True, blank=True, related_name="figures")
    caption = models.CharField("bijschrift", max_length=200)
    alt = models.CharField("wat er te zien is", max_length=1000)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="perspective_figures")
    created_at = models.DateTimeField("gemaakt op", auto_now_add=True)

    kept = Kept(area="area", words=("caption", "alt"))

    class Meta:
        verbose_name = "figuur van het ontwikkelperspectief"
        verbose_name_plural = "figuren van het ontwikkelperspectief"
        ordering = ["created_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(caption="") & ~models.Q(alt=""), name="perspective_figure_says_what_it_shows"
            ),
            models.CheckConstraint(
                condition=models.Q(section=None) | models.Q(choice=None), name="perspective_figure_in_one_place"
            ),
        ]

    def __str__(self) -> str:
        return self.caption
