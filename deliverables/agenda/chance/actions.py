"""Estimating how long measures take, and reckoning the chance that a last day is kept."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from areas.models import User
from deliverables.agenda.chance.models import ChanceRun, Driver, MeasureDriver
from deliverables.agenda.chance.queries.chances import LEAST_GAIN, questions_of
from deliverables.agenda.chance.rules import Cause, chance
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import MeasureDeadline
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Problem


@dataclass(frozen=True)
class Weeks:
    """What the remaining part of a measure takes, in weeks, and what makes it long; all of it, or nothing."""

    shortest: Decimal | None = None
    likely: Decimal | None = None
    longest: Decimal | None = None
    longest_reason: str = ""


@action
def estimate_measure(
    *, measure: Measure, actor: User, version: int, weeks: Weeks, drivers: Iterable[Driver] = (), new_driver: str = ""
) -> Measure:
    """Say how long the rest of a measure takes, and what it shares its bad luck with; empty takes the estimate away.

    `new_driver` is one that is not in the list yet. Raises Conflict when somebody changed the measure since, Problem
    for an estimate with gaps, out of order, or without a reason why it can take longer.
    """
    _require_sound(weeks)
    measure.write_over(version, **vars(weeks))
    chosen = list(drivers)
    if new_driver:
        there = Driver.objects.filter(Q(area=None) | Q(area=measure.area), name__iexact=new_driver).first()
        chosen.append(there or Driver.objects.get_or_create(area=measure.area, name=new_driver)[0])
    link_exactly(MeasureDriver, {"measure": measure}, driver=chosen)
    return measure


def _require_sound(weeks: Weeks) -> None:
    given = (weeks.shortest, weeks.likely, weeks.longest)
    if all(value is None for value in given):
        return
    if weeks.shortest is None or weeks.likely is None or weeks.longest is None:
        raise Problem("Vul alle drie de tijden in, of geen ervan.")
    if not 0 <= weeks.shortest <= weeks.likely <= weeks.longest:
        raise Problem("De kortste tijd is niet langer dan de waarschijnlijkste, en die niet langer dan de langste.")
    if weeks.longest > weeks.likely and not weeks.longest_reason:
        raise Problem("Schrijf op waardoor het langer kan duren.")


@action(by=By.PORTAL)
def reckon_chance(*, deadline_id: UUID | str, today: date) -> ChanceRun | None:
    """Reckon the chance of one last day and keep the answer; None when it is gone or the gate is shut.

    Twice gives the same answer: it follows from the plan alone.
    """
    row = MeasureDeadline.objects.select_related("measure__area").filter(pk=deadline_id).first()
    if row is None:
        return None
    question = next((one for one in questions_of(row.measure.area, today) if one.row.pk == row.pk), None)
    if question is None or question.gaps:
        return None
    if question.run:
        return question.run
    found = chance(question.plan.plan, question.deadline, question.estimates, today=today, seed=question.seed)
    causes = [_kept(cause) for cause in found.causes if cause.gain >= LEAST_GAIN]
    now = timezone.now()
    values = {"asked": question.asked, "asked_at": now, "answered_at": now}
    answer = {"percent": found.percent, "causes": causes}
    return ChanceRun.objects.update_or_create(deadline=row, defaults={**values, "answer": answer})[0]


def _kept(cause: Cause) -> dict[str, object]:
    return {"name": cause.name, "keys": list(cause.keys), "gain": round(cause.gain, 2)}
