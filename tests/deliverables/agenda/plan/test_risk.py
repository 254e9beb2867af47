"""When what must be ready at a checkpoint is at risk, and by what."""

from dataclasses import replace
from datetime import date

from deliverables.agenda.dates.rules.days import Period
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.plan.enums import DeadlineKind, DependencyState
from deliverables.agenda.plan.rules.plan import Deadline, Plan, Planned, Relation
from deliverables.agenda.plan.rules.risk import dangers


def measure(key: str, first: date, last: date, **fields: str) -> Planned:
    return Planned(key, Period.day(first), Period.day(last), **fields)  # type: ignore[arg-type]


W1 = measure("W1", date(2027, 1, 1), date(2027, 3, 31))
W2 = measure("W2", date(2027, 4, 1), date(2027, 6, 30))
THEN = Relation("W1", "W2", "FS", 0, "dag", DependencyState.CONFIRMED)
READY = Deadline("W2", date(2027, 6, 30), DeadlineKind.CHECKPOINT, "Tweede ijkmoment: besluit")


def said(*measures: Planned, deadline: Deadline = READY, relation: Relation = THEN) -> list[str]:
    plan = Plan.of(measures, [relation], [deadline])
    return [danger.sentence for danger in dangers(plan, plan.deadlines)]


def test_what_is_ready_in_time_is_no_danger() -> None:
    assert said(W1, W2) == []


def test_measure_that_ends_after_the_checkpoint_is_a_danger() -> None:
    late = replace(READY, day=date(2027, 6, 20))
    assert said(W1, W2, deadline=late) == ["W2 eindigt 10 dagen te laat."]


def test_clash_upstream_is_a_danger() -> None:
    later = measure("W1", date(2027, 1, 1), date(2027, 4, 10))
    assert said(later, W2) == [
        "W1 moet 10 dagen eerder klaar zijn om W2 op tijd te houden.",
        "W2 botst met W1.",
    ]


def test_only_proposed_relation_is_none() -> None:
    later = measure("W1", date(2027, 1, 1), date(2027, 4, 10))
    assert said(later, W2, relation=replace(THEN, state=DependencyState.PROPOSED)) == []


def test_measure_that_is_done_is_none() -> None:
    done = replace(W2, status=MeasureStatus.DONE)
    assert said(W1, done, deadline=replace(READY, day=date(2027, 6, 20))) == []


def test_last_day_that_is_no_checkpoint_is_left_to_the_agenda() -> None:
    day = replace(READY, day=date(2027, 6, 20), kind=DeadlineKind.DAY)
    assert said(W1, W2, deadline=day) == []
