"""Seats in the planning group, as they hold on a day."""

from datetime import date

from django.db.models import Q, QuerySet

from coalition.models import Seat


def seats_on(day: date) -> QuerySet[Seat]:
    """Return the seats that are taken on a day; the last day counts."""
    return Seat.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)
