"""The measures of an area with all that is known of each: what the page, the file and the sums of an agenda are made of."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from areas.models import Area
from areas.parties.enums import OrganisationKind
from deliverables.agenda.measures.enums import MeasureStatus, PartyPart
from deliverables.agenda.measures.models import Measure, MeasureParty
from deliverables.agenda.measures.queries.measures import lead
from deliverables.agenda.measures.queries.sides import parties_by_measure, programmes_by_measure
from deliverables.agenda.measures.rules.grouping import Facts
from deliverables.agenda.measures.rules.sums import Stand, Sums
from deliverables.agenda.measures.rules.terms import term_of
from deliverables.agenda.plan.queries.conditions import ConditionRow, condition_rows
from deliverables.agenda.plan.queries.plans import AreaPlan, plan_of
from deliverables.agenda.plan.rules.attention import Held, Remark, remarks
from deliverables.agenda.reports.enums import Word
from deliverables.agenda.reports.queries.reports import newest_reports

_SIGNS = {
    MeasureStatus.RUNNING: "busy",
    MeasureStatus.STOPPED: "attention",
    MeasureStatus.DONE: "good",
}
_WORDS = {Word.STUCK: "error", Word.ATTENTION: "attention"}


@dataclass(frozen=True, slots=True)
class State:
    """How a measure stands, in one word: the worst that is known of it, or else how far it is in its life."""

    kind: str
    words: str
    needs_attention: bool = False
    is_late: bool = False


@dataclass(frozen=True)
class Sheet:
    """The measures of an area by code, in the order of the agenda, with the plan they stand in."""

    today: date
    plan: AreaPlan
    measures: Mapping[str, Measure]
    facts: list[Facts]
    parties: Mapping[UUID, list[MeasureParty]]
    remarks: Mapping[str, list[Remark]]
    states: Mapping[str, State]
    conditions: list[ConditionRow]

    def sums(self, codes: Iterable[str]) -> Sums:
        """Count these measures."""
        rows = [(self.measures[code], self.states[code]) for code in codes]
        return Sums.of(Stand(measure.status, state.needs_attention, state.is_late) for measure, state in rows)


def sheet_of(area: Area, today: date) -> Sheet:
    """Return the measures of an area with what is known of each. Eleven queries, however many there are."""
    plan = plan_of(area)
    own = {measure.code: measure for measure in plan.own}
    conditions = [row for row in condition_rows(area) if row.waiting or row.condition.area_id]
    others = {code for code, row in own.items() if row.is_of_others}
    found = remarks(plan.plan, today, held_by(conditions), others)
    reports = newest_reports(measure.pk for measure in own.values())
    words = {code: {report.word for report in reports.get(row.pk, {}).values()} for code, row in own.items()}
    states = {
        code: state_of(row.status, found.get(code, []), words[code], is_of_others=row.is_of_others)
        for code, row in own.items()
    }
    parties, programmes = parties_by_measure(area), programmes_by_measure(area)
    facts = [
        _facts(row, today, states[code], parties.get(row.pk, []), programmes.get(row.pk, ()))
        for code, row in own.items()
    ]
    return Sheet(today, plan, own, facts, parties, found, states, conditions)


def held_by(conditions: Iterable[ConditionRow]) -> list[Held]:
    """Return what waits for these conditions, as the rules see it."""
    return [
        Held(waiting.measure.code, row.condition.title, waiting.verdict, row.expected)
        for row in conditions
        for waiting in row.waiting
    ]


def state_of(status: str, found: list[Remark], reported: Collection[str], *, is_of_others: bool = False) -> State:
    """Return how a measure stands: late before clashing, clashing before what was reported, else its own state."""
    status = MeasureStatus(status)
    if status not in {MeasureStatus.DONE, MeasureStatus.DROPPED}:
        said = next((word for word in _WORDS if word in reported), None)
        if found and (found[0].kind == "error" or said is None):
            return State(found[0].kind, found[0].word, needs_attention=True, is_late=found[0].is_late)
        if said:
            return State(_WORDS[said], str(said.label), needs_attention=True)
        if is_of_others:
            return State("idle", "Programma")
    return State(_SIGNS.get(status, "idle"), str(status.label))


def _facts(
    measure: Measure, today: date, state: State, parties: list[MeasureParty], programmes: tuple[str, ...]
) -> Facts:
    leads = lead(measure)
    own = [row.organisation for row in parties]
    return Facts(
        key=measure.code,
        chapter=measure.chapter.letter,
        term=term_of(measure.ends.period.last, today),
        status=measure.status,
        lead=str(leads.pk) if leads else "",
        lead_name=leads.name if leads else "",
        partners=tuple(row.organisation.name for row in parties if row.part == PartyPart.PARTNER),
        programmes=programmes,
        provinces=tuple(dict.fromkeys(row.name for row in own if row.kind == OrganisationKind.PROVINCE)),
        needs_attention=state.needs_attention,
    )
