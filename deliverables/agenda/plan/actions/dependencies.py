"""Saying what waits for what. Across areas one side proposes it, and the other answers."""

from dataclasses import dataclass
from uuid import UUID

from areas.models import Area, User
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.actions.letters import tell_answer, tell_proposal
from deliverables.agenda.plan.actions.locking import lock_plan
from deliverables.agenda.plan.enums import DependencyKind, DependencyState, LagUnit
from deliverables.agenda.plan.models import LONGEST_LAG, Dependency
from deliverables.agenda.plan.queries.dependencies import ring_words
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import require_transition


@dataclass(frozen=True)
class Tie:
    """How one measure waits for the other: what for what, with how much time between them, and why."""

    why: str
    kind: str = DependencyKind.FINISH_START
    lag: int = 0
    unit: str = LagUnit.DAY


@action
def add_dependency(
    *, area: Area, before: Measure, after: Measure, actor: User, tie: Tie, token: UUID | None = None
) -> Dependency:
    """Let `after` wait for `before`, said by `area`; across areas it is a proposal, and the other area hears of it.

    One that was declined is proposed anew. Raises Problem for a measure with itself, one that was dropped, one that
    waits in this way already, and a ring.
    """
    lock_plan()
    if made := Dependency.made_with(token, before=before, after=after):
        return made
    _require_sane(tie)
    if before.pk == after.pk:
        raise Problem("Een maatregel kan niet op zichzelf wachten. Kies een andere maatregel.")
    for measure in (before, after):
        _require_alive(measure)
    there = Dependency.objects.filter(before=before, after=after, kind=tie.kind).first()
    if there and there.state != DependencyState.REJECTED:
        raise Problem(f"{after.code} wacht al op {before.code}, met dit verband. Wijzig dat als het anders is.")
    _require_no_ring(before, after, actor)
    values = vars(tie) | _standing(before, after) | {"proposed_by": actor, "proposed_in": area, "answered_by": None}
    if there:
        there.write_over(there.version, **values)
    made = there or Dependency.objects.create(before=before, after=after, submission_token=token or uuid7(), **values)
    tell_proposal(dependency=made)
    return made


@action
def change_dependency(*, dependency: Dependency, actor: User, version: int, tie: Tie) -> Dependency:
    """Say it otherwise, by the area that said it. What another area must answer becomes a proposal again.

    Raises Conflict when somebody changed or removed it since, Problem as `add_dependency` does.
    """
    lock_plan()
    _require_sane(tie)
    dependency.held_at(version)
    others = Dependency.objects.filter(before=dependency.before, after=dependency.after, kind=tie.kind)
    if others.exclude(pk=dependency.pk).exists():
        raise Problem("Dit verband staat er al tussen deze twee maatregelen.")
    was_rejected = dependency.state == DependencyState.REJECTED
    if was_rejected:  # a declined one counts in no ring
        _require_no_ring(dependency.before, dependency.after, actor)
    same = all(getattr(dependency, name) == getattr(tie, name) for name in ("kind", "lag", "unit"))
    asks = not same or was_rejected
    standing = _standing(dependency.before, dependency.after) if asks else {}
    dependency.write_over(version, **vars(tie), **standing, **({"proposed_by": actor} if asks else {}))
    if asks:
        tell_proposal(dependency=dependency)
    return dependency


@action
def answer_dependency(*, dependency: Dependency, actor: User, version: int, confirms: bool) -> Dependency:
    """Say for the other area whether it waits as was proposed; who proposed it hears of it.

    Raises Conflict when it was changed since it was read, Problem when it may not be answered so any more.
    """
    lock_plan()
    state = DependencyState.CONFIRMED if confirms else DependencyState.REJECTED
    require_transition(DependencyState, dependency.held_at(version).state, state)
    dependency.write_over(version, state=state, answered_by=actor)
    tell_answer(dependency=dependency)
    return dependency


@action
def remove_dependency(*, dependency: Dependency, actor: User, version: int) -> None:
    """Let the one measure no longer wait for the other. Raises Conflict when somebody changed it since."""
    lock_plan()
    dependency.held_at(version).delete()


def _standing(before: Measure, after: Measure) -> dict[str, str]:
    across = before.area_id != after.area_id
    return {"state": DependencyState.PROPOSED if across else DependencyState.CONFIRMED}


def _require_sane(tie: Tie) -> None:
    if not -LONGEST_LAG <= tie.lag <= LONGEST_LAG:
        raise Problem("De tijd ertussen is hoogstens 2.000, in welke eenheid ook.")
    if not tie.why.strip():
        raise Problem("Schrijf op waarom de ene maatregel op de andere wacht.")


def _require_alive(measure: Measure) -> None:
    """Refuse what was dropped, as it is now: somebody may just have done so."""
    if Measure.objects.filter(pk=measure.pk, status=MeasureStatus.DROPPED).exists():
        raise Problem(f"{measure.code} is vervallen. Op een vervallen maatregel wacht niets meer.")


def _require_no_ring(before: Measure, after: Measure, actor: User) -> None:
    if words := ring_words(before, after, actor):
        raise Problem(f"Dit maakt de kring rond: {words}. Dan kan geen van deze maatregelen beginnen.")
