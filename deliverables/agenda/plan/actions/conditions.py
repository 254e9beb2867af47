"""Conditions from outside: what an area has to wait for without being able to do it itself."""

from dataclasses import dataclass
from uuid import UUID

from areas.models import Area, Organisation, User
from deliverables.agenda.dates.enums import Precision
from deliverables.agenda.dates.rules.words import PlanDate
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.enums import ConditionState
from deliverables.agenda.plan.models import ExternalCondition, MeasureCondition
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import require_transition


@dataclass(frozen=True)
class ConditionFacts:
    """What is filled in about a condition; `expected` is None while nobody knows when."""

    title: str
    owner: Organisation | None = None
    expected: PlanDate | None = None
    note: str = ""

    def values(self) -> dict[str, object]:
        """Return them as the columns of a row."""
        return {
            "title": self.title,
            "owner": self.owner,
            "expected_on": self.expected.day if self.expected else None,
            "expected_precision": self.expected.precision if self.expected else Precision.DAY,
            "note": self.note,
        }


@action
def add_condition(
    *, area: Area | None, actor: User, facts: ConditionFacts, token: UUID | None = None
) -> ExternalCondition:
    """Write down a condition of an area, or without an area one that every area may wait for."""
    if made := ExternalCondition.made_with(token):
        return made
    return ExternalCondition.objects.create(
        area=area, created_by=actor, submission_token=token or uuid7(), **facts.values()
    )


@action
def change_condition(
    *, condition: ExternalCondition, actor: User, version: int, facts: ConditionFacts
) -> ExternalCondition:
    """Change what is known of a condition. Raises Conflict when somebody changed it since."""
    condition.write_over(version, **facts.values())
    return condition


@action
def set_condition_state(*, condition: ExternalCondition, actor: User, version: int, state: str) -> ExternalCondition:
    """Say that a condition is met, falls away, or is open again.

    Raises Conflict when somebody changed it since, Problem for a state that may not follow.
    """
    if state not in ConditionState.values:
        raise Problem("Kies een stand uit de lijst.")
    require_transition(ConditionState, condition.held_at(version).state, state)
    condition.write_over(version, state=state)
    return condition


@action
def link_condition(*, condition: ExternalCondition, measure: Measure, actor: User) -> None:
    """Let a measure wait for a condition of its area or of all areas. Twice is once."""
    if condition.area_id not in (None, measure.area_id):
        raise Problem("Deze voorwaarde hoort bij een ander gebied.")
    MeasureCondition.objects.get_or_create(condition=condition, measure=measure)


@action
def unlink_condition(*, condition: ExternalCondition, measure: Measure, actor: User) -> None:
    """Let a measure no longer wait for a condition. Twice is once."""
    MeasureCondition.objects.filter(condition=condition, measure=measure).delete()
