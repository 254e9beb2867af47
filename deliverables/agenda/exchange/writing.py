"""Writing the lines of a file with measures, through the actions that people use."""

from collections.abc import Callable, Iterable, Sequence
from itertools import pairwise
from typing import Any

from areas.models import User
from deliverables.agenda.exchange.models import AgendaImport
from deliverables.agenda.exchange.queries.ground import Ground
from deliverables.agenda.exchange.queries.sheet import parties_of
from deliverables.agenda.exchange.rules.columns import PARTIES, flat
from deliverables.agenda.exchange.rules.plan import MeasurePlan
from deliverables.agenda.measures.actions.around import LinkedTo, PartyIn
from deliverables.agenda.measures.actions.measures import MeasureData, change_measure, propose_measure
from deliverables.agenda.measures.actions.states import change_measure_status
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, Phase
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.actions.moves import enter_dates
from deliverables.agenda.moving.rules import Dates
from deliverables.agenda.plan.actions.deadlines import add_deadline, remove_deadline
from deliverables.agenda.plan.actions.dependencies import Tie, add_dependency, change_dependency, remove_dependency
from deliverables.agenda.plan.models import Dependency

WHY = "Ingevoerd uit een bestand"
_OWN = {"hoofdstuk", "titel", "resultaat", "soort", "fase", *PARTIES, "artikelen", "ambities", "opgaven", "programmas"}
_ROAD = {
    MeasureStatus.PLANNED: (MeasureStatus.PROPOSED, MeasureStatus.PLANNED),
    MeasureStatus.RUNNING: (MeasureStatus.PROPOSED, MeasureStatus.PLANNED, MeasureStatus.RUNNING),
    MeasureStatus.STOPPED: (MeasureStatus.PROPOSED, MeasureStatus.PLANNED, MeasureStatus.STOPPED),
    MeasureStatus.DONE: (MeasureStatus.PROPOSED, MeasureStatus.PLANNED, MeasureStatus.RUNNING, MeasureStatus.DONE),
}
"""How a new measure comes to a state: each step is a step of its own, so its history is true."""


def write_plans(
    job: AgendaImport, ground: Ground, actor: User, plans: Sequence[MeasurePlan], progress: Callable[[float], None]
) -> None:
    """Write what the plans say, in a transaction that holds the plan and the agenda.

    Changed dates go into one batch of the memory of the plan, with the name of the file as their reason.
    """
    moves = []
    for place, plan in enumerate(plans):
        measure = plan.known or _propose(ground, actor, plan)
        if plan.known and plan.new.keys() & _OWN:
            data = _data(plan, measure)
            change_measure(measure=measure, actor=actor, version=measure.version, data=data)
        _bring_to(measure, actor, plan)
        if plan.known and plan.new.keys() & {"begin", "eind"}:
            dates = Dates(plan.new.get("begin", measure.starts), plan.new.get("eind", measure.ends))
            moves.append((measure, dates, None))
        _write_waits(ground, actor, plan, measure)
        if "uiterste-datum" in plan.new:
            _write_deadlines(ground, actor, measure, plan.new["uiterste-datum"])
        progress((place + 1) / len(plans))
    if moves:
        enter_dates(area=job.area, actor=actor, reason=f"Ingevoerd uit bestand {job.file_name}", moves=moves)


def _propose(ground: Ground, actor: User, plan: MeasurePlan) -> Measure:
    return propose_measure(
        area=ground.area, actor=actor, data=_data(plan, None), start=plan.new["begin"], end=plan.new["eind"]
    )


def _data(plan: MeasurePlan, measure: Measure | None) -> MeasureData:
    """Return a measure as it becomes: what the line says, and otherwise what it was."""
    new, was = plan.new, measure
    return MeasureData(
        chapter=new["hoofdstuk"] if was is None or "hoofdstuk" in new else was.chapter,
        title=new.get("titel") or (was.title if was else ""),
        result=new.get("resultaat") or (was.result if was else ""),
        kind=new.get("soort") or (was.kind if was else MeasureKind.ACTION),
        phase=new.get("fase") or (was.phase if was else Phase.NONE),
        pin_reason=was.pin_reason if was else "",
        parties=list(_parties(plan, measure)),
        links=LinkedTo(
            articles=new.get("artikelen", list(was.articles.all()) if was else []),
            ambitions=new.get("ambities", list(was.ambitions.all()) if was else []),
            challenges=new.get("opgaven", list(was.challenges.all()) if was else []),
            programmes=new.get("programmas", list(was.programmes.all()) if was else []),
            decisions=list(was.decisions.all()) if was else [],
        ),
    )


def _parties(plan: MeasurePlan, measure: Measure | None) -> Iterable[PartyIn]:
    there = parties_of(measure) if measure else []
    for key, part in PARTIES.items():
        old = {row.organisation_id: row for row in there if row.part == part}
        for organisation in plan.new.get(key, [row.organisation for row in old.values()]):
            row = old.get(organisation.pk)
            yield PartyIn(part, organisation, row.executive if row else None, row.contact if row else None)


def _bring_to(measure: Measure, actor: User, plan: MeasurePlan) -> None:
    status = plan.new.get("stand")
    if not status:
        return
    road = (measure.status, status) if plan.known else _ROAD.get(status, ())
    for _, after in pairwise(road):
        change_measure_status(measure=measure, actor=actor, version=measure.version, status=after)


def _write_waits(ground: Ground, actor: User, plan: MeasurePlan, measure: Measure) -> None:
    for row in plan.removed:
        remove_dependency(dependency=row, actor=actor, version=row.version)
    for row, wait in plan.changed:
        tie = Tie(row.why, wait.kind, wait.lag, wait.unit)
        change_dependency(dependency=_whole(row), actor=actor, version=row.version, tie=tie)
    for wait in plan.added:
        before = ground.measure(wait.code)
        assert before is not None  # noqa: S101  reading the line saw to it
        tie = Tie(WHY, wait.kind, wait.lag, wait.unit)
        add_dependency(area=ground.area, before=before, after=measure, actor=actor, tie=tie)


def _whole(row: Dependency) -> Dependency:
    return Dependency.objects.select_related("before__area", "after__area", "proposed_in", "proposed_by").get(
        pk=row.pk
    )


def _write_deadlines(ground: Ground, actor: User, measure: Measure, wanted: Iterable[tuple[Any, Any, str]]) -> None:
    """Let exactly these be the last days of a measure; what is there already stays as it is."""
    left = {
        (day, checkpoint.pk if checkpoint else None, flat(why)): (day, checkpoint, why)
        for day, checkpoint, why in wanted
    }
    for row in ground.sheet.deadlines.get(measure.pk, ()):
        if not left.pop((row.day, row.checkpoint_id, flat(row.why)), None):
            remove_deadline(deadline=row, actor=actor, version=row.version)
    for day, checkpoint, why in left.values():
        add_deadline(measure=measure, actor=actor, why=why, day=day, checkpoint=checkpoint)
