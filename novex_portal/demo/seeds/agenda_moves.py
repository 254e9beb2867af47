"""Moves measures of a practice agenda to other dates, with the reason for it."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

from django.utils import timezone

from areas.models import Area, User
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.models import PlanBatch, PlanChange
from novex_portal.demo.content.agenda import Done, Was

_DATES = ("start", "start_precision", "end", "end_precision")


def move(
    area: Area,
    actor: User,
    *,
    reason: str,
    moves: Sequence[tuple[Measure, Was, Done]],
    causes: Mapping[str, Measure],
    day: date,
) -> None:
    """Move measures to the dates they have now, in one batch of that day; `causes` gives what pushed one, by its code."""
    batch = PlanBatch.objects.create(area=area, reason=reason, decided_by=actor)
    noon = timezone.make_aware(datetime.combine(day, time(12)))
    PlanBatch.objects.filter(pk=batch.pk).update(decided_at=noon)
    changes = []
    for measure, was, now in moves:
        old = {f"old_{name}": getattr(measure, name) for name in _DATES}
        start, end = read_date(now.start), read_date(now.end)
        new = dict(zip(_DATES, (start.day, start.precision, end.day, end.precision), strict=True))
        measure.write_over(measure.version, **new)
        changes.append(
            PlanChange(
                batch=batch,
                measure=measure,
                because_of=causes.get(was.measure),
                measure_version=measure.version,
                **old,
                **{f"new_{name}": value for name, value in new.items()},
            )
        )
    PlanChange.objects.bulk_create(changes)
