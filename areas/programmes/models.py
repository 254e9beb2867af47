"""National programmes, and what each contributes to an area."""

import pghistory
from django.db import models
from django.db.models.functions import Lower

from areas.area.models import Area
from areas.programmes.enums import GoalKind, ProgrammeStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned


@pghistory.track()
class NationalProgramme(Versioned):
    """A national programme. A row with a source and a status: the list differs per letter and per year."""

    CHANGED = "Iemand anders heeft dit programma intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField("naam", max_length=150)
    short_name = models.CharField("afkorting", max_length=20, blank=True)
    responsible = models.CharField("verantwoordelijk", max_length=150, blank=True)
    status = models.CharField(max_length=20, choices=ProgrammeStatus, default=ProgrammeStatus.TO_CONFIRM)
    source = models.CharField("bron", max_length=200)

    kept = Kept(harmless=("name", "short_name", "responsible", "source"))

    class Meta:
        verbose_name = "nationaal programma"
        verbose_name_plural = "nationale programma's"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(Lower("name"), name="programme_name_once"),
            models.CheckConstraint(condition=~models.Q(name=""), name="programme_has_name"),
            models.CheckConstraint(condition=~models.Q(source=""), name="programme_has_source"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class ProgrammeContribution(models.Model):
    """What an area contributes to a national programme, and how firm the goal is."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="contributions")
    programme = models.ForeignKey(NationalProgramme, on_delete=models.PROTECT, related_name="contributions")
    goal_kind = models.CharField("soort doel", max_length=20, choices=GoalKind)
    text = models.CharField("bijdrage", max_length=500)
    source = models.CharField("bron", max_length=300, blank=True)
    position = models.PositiveSmallIntegerField("volgorde", default=0)

    kept = Kept(area="area", harmless=("text", "source"))

    class Meta:
        verbose_name = "bijdrage aan een nationaal programma"
        verbose_name_plural = "bijdragen aan nationale programma's"
        ordering = ["position", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="contribution_has_text"),
        ]

    def __str__(self) -> str:
        return self.text
