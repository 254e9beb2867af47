"""Making, changing and removing checkpoints; their reminders follow in the same transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils import timezone

from areas.models import Area, User
from areas.resting.queries import words_for
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, CheckpointResponsible, Requirement
from deliverables.reminders.actions.planning import lock_planning, plan_reminders, recall_unsent
from deliverables.reminders.actions.sending import announce_cancellation, announce_move
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Conflict, Problem


@dataclass(frozen=True)
class CheckpointData:
    """What is filled in about a checkpoint, as checked by the form."""

    name: str
    kind: str
    date: date
    areas: tuple[Area, ...]
    place: str = ""
    requirements: tuple[str, ...] = ()
    responsibles: tuple[User, ...] = ()


@action(by=By.PORTAL)
def create_checkpoint(
    *,
    actor: User | None,
    name: str,
    kind: str,
    date: date,
    areas: Iterable[Area],
    requirements: Iterable[str] = (),
    responsibles: Iterable[User] = (),
    place: str = "",
    token: UUID | None = None,
) -> Checkpoint:
    """Make a checkpoint for one or more areas, and plan its reminders.

    The same token twice gives the checkpoint of the first time. Raises Problem without an area.
    """
    holds_for = tuple(areas)
    if not holds_for:
        raise Problem("Kies minstens één gebied waarvoor dit moment geldt.")
    lock_planning()
    if made := Checkpoint.made_with(token):
        return made
    checkpoint = Checkpoint.objects.create(
        name=name, kind=kind, date=date, place=place, created_by=actor, submission_token=token or uuid7()
    )
    link_exactly(CheckpointArea, {"checkpoint": checkpoint}, area=holds_for)
    _set_requirements(checkpoint, holds_for, tuple(requirements))
    link_exactly(CheckpointResponsible, {"checkpoint": checkpoint}, user=responsibles)
    plan_reminders(today=timezone.localdate(), checkpoint=checkpoint)
    return checkpoint


@action
def change_checkpoint(*, checkpoint: Checkpoint, actor: User, version: int, data: CheckpointData) -> Checkpoint:
    """Change a checkpoint as it was at `version`; unsent reminders follow, sent ones stay.

    Whoever was reminded of another day is told the new one.

    Raises Conflict when somebody changed or removed it since, Problem without an area, and for an area in which
    something must be ready for it.
    """
    if not data.areas:
        raise Problem("Kies minstens één gebied waarvoor dit moment geldt.")
    lock_planning()
    left = set(checkpoint.areas.values_list("pk", flat=True)) - {area.pk for area in data.areas}
    if left and (resting := words_for(actor, checkpoint, left)):
        raise Problem(f"Een gebied kan niet weg bij dit ijkmoment. Daar moet nog klaar zijn: {resting}.")
    was = Checkpoint.objects.filter(pk=checkpoint.pk, version=version).values_list("date", flat=True).first()
    checkpoint.write_over(version, name=data.name, kind=data.kind, date=data.date, place=data.place)
    link_exactly(CheckpointArea, {"checkpoint": checkpoint}, area=data.areas)
    _set_requirements(checkpoint, data.areas, data.requirements)
    link_exactly(CheckpointResponsible, {"checkpoint": checkpoint}, user=data.responsibles)
    recall_unsent(checkpoint=checkpoint)
    plan_reminders(today=timezone.localdate(), checkpoint=checkpoint)
    if was is not None and was != checkpoint.date:
        announce_move(checkpoint=checkpoint, was=was)
    return checkpoint


@action
def remove_checkpoint(*, checkpoint: Checkpoint, actor: User, version: int) -> None:
    """Remove a checkpoint with its reminders; mail that has not left yet goes too.

    Whoever was reminded of it is told that it is off.

    Raises Conflict when somebody changed it since, and Problem, which names it, when something rests on it.
    """
    lock_planning()
    current = checkpoint.held_at(version)
    if resting := words_for(actor, current):
        raise Problem(f"Dit ijkmoment kan niet weg. Hieraan hangt nog: {resting}. U kunt wel de datum veranderen.")
    recall_unsent(checkpoint=current)
    if current.date >= timezone.localdate():
        announce_cancellation(checkpoint=current)
    current.delete()


@action(atomic=False)
def set_requirement_status(*, requirement: Requirement, actor: User, status: str) -> None:
    """Say how far something is. Raises Problem for a word that is no status, Conflict when it is gone."""
    if status not in RequirementStatus.values:
        raise Problem("Kies een stand uit de lijst.")
    if not Requirement.objects.filter(pk=requirement.pk).update(status=status):
        raise Conflict("Dit onderdeel is intussen verwijderd. Bekijk eerst wat er nu staat.")
    requirement.status = status


def _set_requirements(checkpoint: Checkpoint, areas: tuple[Area, ...], texts: tuple[str, ...]) -> None:
    """Make the list the same in every area; what keeps its words keeps its status."""
    lines = list(dict.fromkeys(text for text in texts if text))
    checkpoint.requirements.exclude(text__in=lines, area__in=areas).delete()
    Requirement.objects.bulk_create(
        [
            Requirement(checkpoint=checkpoint, area=area, text=text, rank=rank)
            for area in areas
            for rank, text in enumerate(lines)
        ],
        update_conflicts=True,
        unique_fields=["checkpoint", "area", "text"],
        update_fields=["rank"],
    )
