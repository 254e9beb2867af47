"""A term the akkoord gives a meaning, so that everybody reads it the same way."""

import pghistory
from django.db import models
from django.db.models.functions import Lower

from coalition.agreement.document.models import Agreement
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


@pghistory.track()
class DefinedTerm(Versioned):
    """One term and what it means in this akkoord."""

    CHANGED = "Iemand anders heeft dit begrip intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="terms")
    term = models.CharField("begrip", max_length=100)
    meaning = models.TextField("betekenis")

    kept = Kept(area="agreement__area", words=("term", "meaning"))

    class Meta:
        verbose_name = "begrip"
        verbose_name_plural = "begrippen"
        ordering = [Lower("term")]
        constraints = [models.UniqueConstraint("agreement", Lower("term"), name="term_once")]

    def __str__(self) -> str:
        return self.term
