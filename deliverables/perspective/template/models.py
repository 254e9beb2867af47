"""The template an area begins its perspective with. Rows, not constants: nobody says in advance what must be in it."""

import pghistory
from django.db import models

from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


@pghistory.track()
class SectionTemplate(Versioned):
    """A part an area may begin with. What areas made of it is theirs, and stays when the template changes."""

    CHANGED = "Iemand anders heeft dit onderdeel van het sjabloon intussen gewijzigd of verwijderd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    heading = models.CharField("onderdeel", max_length=150, unique=True)
    hint = models.CharField("wat erin hoort", max_length=300, blank=True)
    rank = models.PositiveSmallIntegerField("volgorde", default=0)

    kept = Kept(harmless=("heading", "hint"))

    class Meta:
        verbose_name = "onderdeel van het sjabloon"
        verbose_name_plural = "onderdelen van het sjabloon"
        ordering = ["rank", "heading"]

    def __str__(self) -> str:
        return self.heading
