"""Two people who would close a ring together: one of them is told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from areas.models import Area, User
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.actions.dependencies import Tie, add_dependency
from deliverables.agenda.plan.models import Dependency
from novex_portal.toolkit.problems import Problem
from tests.deliverables.agenda.factories import make_measure

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls: Callable[[], object]) -> list[str]:
    """Do all at the same moment; say for each whether it was done, or what kind of refusal it met."""
    start = Barrier(len(calls))

    def one(call: Callable[[], object]) -> str:
        start.wait(timeout=10)
        try:
            call()
        except Problem as problem:
            return type(problem).__name__
        else:
            return "gedaan"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return sorted(pool.map(one, calls))


def saying(area: Area, before: Measure, after: Measure, actor: User) -> Callable[[], object]:
    return lambda: add_dependency(area=area, before=before, after=after, actor=actor, tie=Tie("Eerst dit"))


def test_two_people_do_not_close_a_ring_together(area: Area, planner: User, admin: User) -> None:
    one, two = make_measure(area, "W01"), make_measure(area, "W02")
    assert at_once(saying(area, one, two, planner), saying(area, two, one, admin)) == ["Problem", "gedaan"]
    assert Dependency.objects.count() == 1


def test_three_people_do_not_close_a_ring_over_two_areas_together(
    area: Area, other_area: Area, planner: User, admin: User
) -> None:
    one, two, foreign = make_measure(area, "W01"), make_measure(area, "W02"), make_measure(other_area, "P01")
    done = at_once(
        saying(area, one, two, planner), saying(area, two, foreign, admin), saying(area, foreign, one, planner)
    )
    assert done == ["Problem", "gedaan", "gedaan"]
    assert Dependency.objects.count() == 2
