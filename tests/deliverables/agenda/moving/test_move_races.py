"""Two people move the same plan at once: one outcome that fits together, and nothing lost."""

from collections.abc import Callable

import pytest

from areas.models import Area, User
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.moving.actions.moves import move_measure, undo_batch
from deliverables.agenda.moving.models import PlanBatch, PlanChange
from deliverables.agenda.moving.queries.preview import reckon
from deliverables.agenda.moving.rules import Dates
from deliverables.agenda.plan.actions.dependencies import Tie, add_dependency
from deliverables.agenda.plan.queries.plans import plan_of
from deliverables.agenda.plan.rules.checking import Verdict, check
from tests.deliverables.agenda.factories import make_example, make_measure
from tests.deliverables.agenda.plan.test_dependency_races import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def moving(measure: Measure, actor: User, begin: str, end: str) -> Callable[[], object]:
    dates = Dates(read_date(begin), read_date(end))
    seen = reckon(measure, dates).mark
    return lambda: move_measure(measure=measure, actor=actor, dates=dates, reason="Later", seen=seen, push=True)


def versions_fit() -> bool:
    """Tell whether every measure is as the last change of it left it."""
    changes = PlanChange.objects.select_related("measure").order_by("batch__decided_at")
    last = {change.measure: change for change in changes}
    return all((row.end, row.version) == (change.new_end, change.measure_version) for row, change in last.items())


def test_two_people_moving_one_measure_save_once(area: Area, other_area: Area, planner: User, admin: User) -> None:
    row = make_example(area, other_area)["W02"]
    done = at_once(moving(row, planner, "04-01-2027", "28-09-2028"), moving(row, admin, "04-01-2027", "31-08-2028"))
    assert done == ["Conflict", "gedaan"]
    assert PlanBatch.objects.count() == 1
    assert versions_fit()


def test_two_people_pushing_the_same_measures_from_two_sides_leave_a_plan_that_fits(
    area: Area, other_area: Area, planner: User, admin: User
) -> None:
    rows = make_example(area, other_area)
    done = at_once(
        moving(rows["W01"], planner, "12-01-2026", "16-02-2027"),
        moving(rows["W02"], admin, "04-01-2027", "28-09-2028"),
    )
    assert done == ["Conflict", "gedaan"]
    assert versions_fit()
    verdicts = [row.verdict for row in check(plan_of(area).plan) if row.relation.after != "PL-P04"]
    assert Verdict.CLASHES not in verdicts


def test_dependency_that_comes_in_between_is_pushed_or_shown_first(area: Area, planner: User, admin: User) -> None:
    one, two = make_measure(area, "W01"), make_measure(area, "W02")
    at_once(
        moving(one, planner, "04-01-2027", "31-01-2028"),
        lambda: add_dependency(area=area, before=one, after=two, actor=admin, tie=Tie("Eerst dit")),
    )
    one.refresh_from_db()
    moved = PlanChange.objects.filter(measure=one).count()
    assert moved == (str(one.end) == "2028-01-31")


def test_edit_of_what_is_being_pushed_is_not_written_over(area: Area, other_area: Area, planner: User) -> None:
    rows = make_example(area, other_area)
    mine = Measure.objects.get(pk=rows["W03"].pk)
    done = at_once(
        moving(rows["W02"], planner, "04-01-2027", "28-09-2028"),
        lambda: mine.write_over(1, title="Mijn titel"),
    )
    row = Measure.objects.get(pk=mine.pk)
    assert done == ["Conflict", "gedaan"]
    assert (row.title == "Mijn titel") != PlanBatch.objects.exists()


def test_undoing_twice_at_once_undoes_once(area: Area, other_area: Area, planner: User, admin: User) -> None:
    row = make_example(area, other_area)["W02"]
    batch = moving(row, planner, "04-01-2027", "28-09-2028")()
    assert isinstance(batch, PlanBatch)
    done = at_once(lambda: undo_batch(batch=batch, actor=planner), lambda: undo_batch(batch=batch, actor=admin))
    assert done == ["Problem", "gedaan"]
    assert str(Measure.objects.get(pk=row.pk).end) == "2028-06-30"
