"""Periods of days in the database."""

from django.contrib.postgres.fields import DateRangeField
from django.db import models


class DateRange(models.Func):
    """A range of days; an empty end is open."""

    function = "DATERANGE"
    output_field = DateRangeField()
