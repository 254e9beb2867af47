"""What can run late, shared by measures, and the reckoned chance that a deadline is kept."""

import pghistory
from django.db import models

from areas.models import Area
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import MeasureDeadline
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept


@pghistory.track()
class Driver(models.Model):
    """Something that makes several measures run late together, such as nitrogen or land; without an area for all."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, null=True, blank=True, related_name="drivers")
    name = models.CharField("oorzaak van uitloop", max_length=60)
    measures = models.ManyToManyField(Measure, through="MeasureDriver", related_name="drivers")

    kept = Kept(area="area", harmless=("name",))

    class Meta:
        verbose_name = "oorzaak van uitloop"
        verbose_name_plural = "oorzaken van uitloop"
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(fields=["area", "name"], nulls_distinct=False, name="driver_once"),
        ]

    def __str__(self) -> str:
        return self.name


@pghistory.track()
class MeasureDriver(models.Model):
    """This can make this measure run late."""

    measure = models.ForeignKey(Measure, on_delete=models.CASCADE, related_name="driver_links")
    driver = models.ForeignKey(Driver, on_delete=models.PROTECT, related_name="measure_links")

    kept = Kept(area="measure__area")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["measure", "driver"], name="measure_driver_once")]


class ChanceRun(models.Model):
    """The chance that a deadline is kept, reckoned by the worker; made of other rows, and gone when they change.

    `asked` is the fingerprint of all that went in: with another one the answer is old.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    deadline = models.OneToOneField(MeasureDeadline, on_delete=models.CASCADE, related_name="chance_run")
    asked = models.CharField(max_length=64)
    asked_at = models.DateTimeField()
    answered_at = models.DateTimeField(null=True, blank=True)
    answer = models.JSONField(null=True, blank=True)

    kept = Kept(area="deadline__measure__area", harmless=("asked", "answer"), summary=True)

    class Meta:
        verbose_name = "gerekende kans"
        verbose_name_plural = "gerekende kansen"
