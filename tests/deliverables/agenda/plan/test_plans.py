"""The agenda as a plan: which rows it is made of, at what cost, and what of another area one reads."""

import pytest
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, User
from deliverables.agenda.plan.queries.plans import name_for, plan_of, readable_areas
from deliverables.agenda.plan.rules.checking import check
from tests.deliverables.agenda.factories import make_dependency, make_example, make_measure
from tests.factories import make_area

pytestmark = pytest.mark.django_db


def test_rows_give_the_plan_of_the_worked_example(area: Area, other_area: Area) -> None:
    make_example(area, other_area)
    spare = {(row.relation.before, row.relation.after): row.spare for row in check(plan_of(area).plan)}
    assert spare == {
        ("ZL-W01", "ZL-W02"): 16,
        ("ZL-W02", "ZL-N01"): 1,
        ("ZL-W02", "ZL-W03"): 35,
        ("ZL-L01", "ZL-N01"): 216,
        ("ZL-W03", "PL-P04"): 28,
        ("ZL-W03", "ZL-W05"): 8,
    }


def test_areas_that_are_tied_through_a_third_are_in_the_plan(area: Area, other_area: Area) -> None:
    third, stranger = make_area("groningen"), make_area("lelylijn")
    one, two, three = make_measure(area, "W01"), make_measure(other_area, "P01"), make_measure(third, "G01")
    make_measure(stranger, "L01")
    make_dependency(one, two)
    make_dependency(two, three)
    assert {measure.area for measure in plan_of(area).measures.values()} == {area, other_area, third}


def test_plan_costs_as_many_queries_for_many_as_for_one(
    area: Area, other_area: Area, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_measure(area, "W99")
    with django_assert_num_queries(6):
        plan_of(area)
    make_example(area, other_area)
    with django_assert_num_queries(6):
        plan_of(area)


def test_measure_of_an_area_one_may_not_read_has_no_title(area: Area, other_area: Area, planner: User) -> None:
    own, foreign = make_measure(area, "W01"), make_measure(other_area, "P01")
    readable = readable_areas(planner)
    assert name_for(own, readable) == "Maatregel W01"
    assert name_for(foreign, readable) == "Een maatregel in De Peel"
