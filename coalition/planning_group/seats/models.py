"""Who sits in the planning group with which function."""

import pghistory
from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import RangeBoundary, RangeOperators
from django.db import models

from areas.models import Area, Person
from coalition.planning_group.seats.enums import PlanningFunction
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Versioned
from novex_portal.toolkit.periods import DateRange


@pghistory.track()
class Seat(Versioned):
    """A person's place in the planning group of an area, from a day until a day."""

    CHANGED = "Iemand anders heeft deze plek intussen gewijzigd."

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    area = models.ForeignKey(Area, on_delete=models.CASCADE, related_name="seats")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="seats")
    valid_from = models.DateField("vanaf")
    valid_until = models.DateField("tot en met", null=True, blank=True)

    kept = Kept(area="area", persons=("person",), noun=("plek in de planningsgroep", "plekken in de planningsgroep"))

    class Meta:
        verbose_name = "plek in de planningsgroep"
        verbose_name_plural = "plekken in de planningsgroep"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True) | models.Q(valid_until__gte=models.F("valid_from")),
                name="seat_ends_after_start",
            ),
            ExclusionConstraint(
                name="seat_once_at_a_time",
                expressions=[
                    ("area", RangeOperators.EQUAL),
                    ("person", RangeOperators.EQUAL),
                    (
                        DateRange("valid_from", "valid_until", RangeBoundary(inclusive_upper=True)),
                        RangeOperators.OVERLAPS,
                    ),
                ],
            ),
        ]


@pghistory.track()
class SeatFunction(models.Model):
    """One of the five functions of the ruggengraat, carried by this seat."""

    seat = models.ForeignKey(Seat, on_delete=models.CASCADE, related_name="functions")
    function = models.CharField("functie", max_length=30, choices=PlanningFunction)

    kept = Kept(area="seat__area")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["seat", "function"], name="seat_function_once")]
