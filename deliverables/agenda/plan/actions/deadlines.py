"""When a measure must be ready at the latest, and why."""

from datetime import date
from uuid import UUID

from areas.models import User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.actions.locking import lock_plan
from deliverables.agenda.plan.models import MeasureDeadline
from deliverables.checkpoints.models import Checkpoint, CheckpointArea
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Problem


@action
def add_deadline(
    *,
    measure: Measure,
    actor: User,
    why: str,
    day: date | None = None,
    checkpoint: Checkpoint | None = None,
    token: UUID | None = None,
) -> MeasureDeadline:
    """Say the last day a measure may end, or the checkpoint of its area it must be ready for: one of the two."""
    lock_plan()
    if made := MeasureDeadline.made_with(token, measure=measure):
        return made
    _require_one(measure, day, checkpoint)
    return MeasureDeadline.objects.create(
        measure=measure, day=day, checkpoint=checkpoint, why=why, created_by=actor, submission_token=token or uuid7()
    )


@action
def change_deadline(
    *,
    deadline: MeasureDeadline,
    actor: User,
    version: int,
    why: str,
    day: date | None = None,
    checkpoint: Checkpoint | None = None,
) -> MeasureDeadline:
    """Say another last day. Raises Conflict when somebody changed or removed it since."""
    lock_plan()
    _require_one(deadline.measure, day, checkpoint)
    deadline.write_over(version, why=why, day=day, checkpoint=checkpoint)
    return deadline


@action
def remove_deadline(*, deadline: MeasureDeadline, actor: User, version: int) -> None:
    """Take a last day away. Raises Conflict when somebody changed it since."""
    lock_plan()
    deadline.held_at(version).delete()


def _require_one(measure: Measure, day: date | None, checkpoint: Checkpoint | None) -> None:
    if (day is None) == (checkpoint is None):
        raise Problem("Vul een datum in of kies een ijkmoment: één van de twee.")
    holds = CheckpointArea.objects.filter(checkpoint=checkpoint, area=measure.area_id)
    if checkpoint and not holds.exists():
        raise Problem("Dit ijkmoment geldt niet voor dit gebied.")
