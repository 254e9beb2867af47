"""Giving measures other dates, all that follows in one go; and taking that back."""

from collections.abc import Sequence
from datetime import date
from uuid import UUID

from django.utils import timezone

from areas.models import Area, User
from deliverables.agenda.dates.rules.days import LATEST
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.actions.letters import tell_moves
from deliverables.agenda.moving.actions.proposals import ask_other_areas, call_off_requests, take_over
from deliverables.agenda.moving.models import DateProposal, PlanBatch, PlanChange
from deliverables.agenda.moving.queries.batches import ChangeRow, change_rows, old_dates, why_not_undone
from deliverables.agenda.moving.queries.preview import Reckoned, reckon
from deliverables.agenda.moving.rules import Dates
from deliverables.agenda.plan.actions.locking import lock_plan
from deliverables.agenda.plan.rules.pushing import Move
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem

CHANGED = "Intussen is er iets veranderd. Hieronder staat wat er nu zou schuiven. Er is nog niets opgeslagen."


@action
def move_measure(
    *,
    measure: Measure,
    actor: User,
    dates: Dates,
    reason: str,
    seen: str,
    push: bool,
    proposal: DateProposal | None = None,
    token: UUID | None = None,
) -> PlanBatch:
    """Give a measure other dates and, with `push`, whatever clashes; other areas are asked, never moved.

    `seen` is the mark of what somebody saw (`Reckoned.mark`). A proposal these dates come from is taken over.
    Raises Conflict when by now it would do something else than was seen, Problem without a reason, for an end
    before its begin, dates it has already, and what would end after the last year a plan may name.
    """
    lock_plan()
    if made := PlanBatch.made_with(token, area=measure.area):
        return made
    _hold(measure.area)
    reckoned = reckon(measure, dates)
    _require_sane(reckoned, reason)
    if reckoned.mark != seen:
        raise Conflict(CHANGED)
    moves = (*reckoned.domino.edited, *(reckoned.domino.moves if push else ()))
    batch = PlanBatch.objects.create(
        area=measure.area, reason=reason, decided_by=actor, submission_token=token or uuid7()
    )
    changes = [_write(batch, reckoned, move) for move in moves]
    PlanChange.objects.bulk_create(changes)
    requests = ask_other_areas(batch=batch, actor=actor, reckoned=reckoned) if push else []
    proposer = take_over(proposal=proposal, actor=actor, dates=dates) if proposal else None
    tell_moves(batch=batch, changes=changes, requests=requests, but=(actor, proposer))
    return batch


@action
def enter_dates(
    *, area: Area, actor: User, reason: str, moves: Sequence[tuple[Measure, Dates, Measure | None]]
) -> PlanBatch:
    """Give several measures of an area the dates somebody brought along, such as in a file; nothing is pushed.

    With each comes the measure that moved it, if any. Raises Conflict when one was changed since it was read,
    Problem for an end before its begin.
    """
    lock_plan()
    _hold(area)
    if wrong := [measure.code for measure, dates, _ in moves if not dates.in_order]:
        raise Problem(f"Het einde ligt voor het begin bij {', '.join(wrong)}. Kies een later einde.")
    batch = PlanBatch.objects.create(area=area, reason=reason, decided_by=actor)
    changes = [_written(batch, measure, dates, because) for measure, dates, because in moves]
    PlanChange.objects.bulk_create(changes)
    tell_moves(batch=batch, changes=changes, requests=[], but=(actor, None))
    return batch


@action
def undo_batch(*, batch: PlanBatch, actor: User, token: UUID | None = None) -> PlanBatch:
    """Take a batch back in one go: all its measures to the dates they had. What was asked of others is called off.

    Raises Problem when a day has passed, it was undone before, or one of its measures was changed since.
    """
    lock_plan()
    if made := PlanBatch.made_with(token, undoes=batch):
        return made
    _hold(batch.area)
    rows = change_rows(batch)
    if why := why_not_undone(batch, rows, timezone.now()):
        raise Problem(why)
    undo = PlanBatch.objects.create(
        area=batch.area,
        reason=f"Teruggedraaid: {batch.reason}",
        undoes=batch,
        decided_by=actor,
        submission_token=token or uuid7(),
    )
    changes = [_write_back(undo, row) for row in rows]
    PlanChange.objects.bulk_create(changes)
    call_off_requests(batch=batch, actor=actor)
    tell_moves(batch=undo, changes=changes, requests=[], but=(actor, None))
    return undo


def _hold(area: Area) -> None:
    """Keep the measures of the area as they are until this transaction ends; who edits one meanwhile waits."""
    list(Measure.objects.filter(area=area).order_by("pk").select_for_update(no_key=True).values_list("pk"))


def _require_sane(reckoned: Reckoned, reason: str) -> None:
    if not reason.strip():
        raise Problem("Schrijf op waarom de datums veranderen. Iedereen die bericht krijgt, leest dat.")
    if not reckoned.dates.in_order:
        raise Problem("Het einde ligt voor het begin. Kies een later einde.")
    if reckoned.dates == Dates(reckoned.measure.starts, reckoned.measure.ends):
        raise Problem("Dit zijn de datums die de maatregel al heeft.")
    last: date = max(move.new.last for move in (*reckoned.domino.edited, *reckoned.domino.moves))
    if last > LATEST:
        raise Problem(f"Dan komt er iets na {LATEST.year} te liggen. Verder rekent een planning niet.")


def _write(batch: PlanBatch, reckoned: Reckoned, move: Move) -> PlanChange:
    row = reckoned.plan.measures[move.new.key]
    dates = reckoned.dates if row == reckoned.measure else Dates.exact(move.new)
    because = reckoned.plan.measures[move.causes[0].before] if move.causes else None
    return _written(batch, row, dates, because)


def _write_back(undo: PlanBatch, row: ChangeRow) -> PlanChange:
    return _written(undo, row.measure, old_dates(row.change), row.change.because_of)


def _written(batch: PlanBatch, row: Measure, dates: Dates, because: Measure | None) -> PlanChange:
    """Write the dates of one measure, and return the change to keep of it."""
    old = {
        "old_start": row.start,
        "old_start_precision": row.start_precision,
        "old_end": row.end,
        "old_end_precision": row.end_precision,
    }
    new = {
        "start": dates.start.day,
        "start_precision": dates.start.precision,
        "end": dates.end.day,
        "end_precision": dates.end.precision,
    }
    row.write_over(row.version, **new)
    return PlanChange(
        batch=batch,
        measure=row,
        because_of=because,
        measure_version=row.version,
        **old,
        **{f"new_{name}": value for name, value in new.items()},
    )
