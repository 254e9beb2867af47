"""Files of measures as a kind of import; loading this registers it."""

from collections.abc import Mapping, Sequence
from typing import cast

from areas.enums import Permission
from areas.imports.kinds import ImportKind, Progress, Row, Words, register
from areas.imports.models import FileImport
from areas.imports.rules.plan import Plan
from areas.models import User
from deliverables.agenda.dates.rules.days import Period
from deliverables.agenda.dates.rules.words import PlanDate
from deliverables.agenda.exchange.lines import Reading, codes_in
from deliverables.agenda.exchange.models import AgendaImport
from deliverables.agenda.exchange.queries.ground import Ground, load_ground
from deliverables.agenda.exchange.rules.columns import COLUMNS
from deliverables.agenda.exchange.rules.plan import MeasurePlan
from deliverables.agenda.exchange.writing import write_plans
from deliverables.agenda.measures.actions.locking import lock_agenda
from deliverables.agenda.plan.actions.locking import lock_plan
from deliverables.agenda.plan.rules.checking import Verdict, check
from deliverables.agenda.plan.rules.plan import Planned, Relation

MOST = 500


class AgendaWork:
    """The checking or writing of one file of measures."""

    def __init__(self, job: AgendaImport, actor: User, ground: Ground, rows: Sequence[Row]) -> None:
        self._job, self._actor, self._ground, self._rows = job, actor, ground, rows

    def plans(self, *, expected: Mapping[int, str] | None, progress: Progress) -> Sequence[Plan]:
        return Reading(self._ground).plans(self._rows, expected=expected, progress=progress)

    def warn(self, plans: Sequence[Plan], progress: Progress) -> None:
        """Say which measures would clash by the dates of this file, and did not before."""
        lines = {plan.known.code: plan for plan in _measures(plans) if plan.known}
        before = self._ground.plan.plan
        changed = {code: moved for code, plan in lines.items() if (moved := _moved(before.measures.get(code), plan))}
        clashing = {_pair(row.relation) for row in check(before) if row.verdict == Verdict.CLASHES}
        for found in check(before.with_dates(changed)):
            one, other = _pair(found.relation)
            if found.verdict == Verdict.CLASHES and (one, other) not in clashing:
                plan = lines.get(other) or lines.get(one)
                if plan:
                    plan.warnings.append(f"Hierna botst {other} met {one}, waarop die wacht.")
        progress(1.0)

    def write(self, plans: Sequence[Plan], progress: Progress) -> None:
        write_plans(self._job, self._ground, self._actor, _measures(plans), progress)


def _measures(plans: Sequence[Plan]) -> Sequence[MeasurePlan]:
    return cast("Sequence[MeasurePlan]", plans)


def _pair(relation: Relation) -> tuple[str, str]:
    return relation.before, relation.after


def _moved(planned: Planned | None, plan: MeasurePlan) -> Planned | None:
    if planned is None or not plan.new.keys() & {"begin", "eind"}:
        return None
    start, end = plan.new.get("begin"), plan.new.get("eind")
    return Planned(
        planned.key,
        _period(start, planned.start),
        _period(end, planned.end),
        planned.status,
        planned.pinned,
        planned.area,
    )


def _period(new: PlanDate | None, was: Period) -> Period:
    return new.period if new else was


def _begin(job: FileImport, actor: User, rows: Sequence[Row], lock: bool) -> AgendaWork:
    if lock:
        lock_plan()
        lock_agenda(area=job.area)
    return AgendaWork(cast("AgendaImport", job), actor, load_ground(job.area, codes_in(rows), lock=lock), rows)


AGENDA = ImportKind(
    model=AgendaImport,
    columns=COLUMNS,
    need=Permission.EDIT_AGENDA,
    most=MOST,
    words=Words(
        label="Bestand met maatregelen",
        name="uitvoeringsagenda",
        row="Maatregel",
        rows="maatregelen",
        into="de uitvoeringsagenda",
        nothing="Onder de kolomnamen staat nog geen maatregel. Zet elke maatregel op een eigen regel.",
        no_longer="Wie dit bestand invoerde, mag deze uitvoeringsagenda niet meer wijzigen. Er is niets ingevoerd.",
        action="maatregelen invoeren uit een bestand",
        warned=("regel laat iets botsen", "regels laten iets botsen"),
        warned_choice="Laat iets botsen",
    ),
    begin=_begin,
)
register(AGENDA)
