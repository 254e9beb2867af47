"""The drawings of a table of measures: one per row, from the plan alone."""

from datetime import date

import pytest
from django.template.loader import render_to_string
from pytest_django import DjangoAssertNumQueries

from areas.models import Area
from deliverables.agenda.measures.enums import MeasureKind
from deliverables.agenda.plan.queries.plans import plan_of
from deliverables.agenda.plan.rules.plan import Plan, Relation
from deliverables.agenda.timeline.queries.drawings import LONG_FROM, Moment, Point, Timeline, drawings_of, timeline_of
from tests.deliverables.agenda.factories import make_example, make_measure
from tests.deliverables.agenda.plan.example import measure

pytestmark = pytest.mark.django_db

GROUPS = [["ZL-W01", "ZL-W02", "ZL-W03", "ZL-W05"], ["ZL-N01"], ["ZL-L01"], ["PL-P04"]]
MOMENT = Moment(date(2026, 11, 23), (Point(date(2027, 6, 9), "Bestuurlijk overleg juni 2027"),))


@pytest.fixture
def timeline(area: Area, other_area: Area) -> Timeline:
    make_example(area, other_area)
    return timeline_of(plan_of(area), GROUPS, MOMENT)


def test_every_row_and_every_heading_has_a_drawing(timeline: Timeline) -> None:
    assert list(timeline.rows) == [code for group in GROUPS for code in group]
    assert len(timeline.headings) == len(GROUPS)


def test_line_passes_through_the_headings_between(timeline: Timeline) -> None:
    assert [len(row.pieces) for row in timeline.headings] == [0, 2, 2, 1]


def test_drawing_takes_no_query(
    area: Area, other_area: Area, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    make_example(area, other_area)
    plan = plan_of(area)
    with django_assert_num_queries(0):
        _ = timeline_of(plan, GROUPS, MOMENT).grid


def test_programme_of_others_and_measure_of_another_area_look_so(area: Area, other_area: Area) -> None:
    make_measure(area, "W01", kind=MeasureKind.PROGRAMME)
    make_measure(area, "W02")
    drawn = timeline_of(plan_of(area), [["ZL-W01", "ZL-W02"]], MOMENT).rows
    assert [row.bar and row.bar.look for row in drawn.values()] == ["else", "plan"]


def test_drawing_is_written_with_points_and_says_nothing_to_who_listens(timeline: Timeline) -> None:
    drawn = render_to_string(
        "deliverables/agenda/timeline/_row.html", {"row": timeline.rows["ZL-W03"], "grid": timeline.grid}
    )
    assert 'aria-hidden="true"' in drawn
    assert 'width="38.25%"' in drawn
    assert "style=" not in drawn


def test_axis_names_years_and_checkpoints(timeline: Timeline) -> None:
    drawn = render_to_string("deliverables/agenda/timeline/_axis.html", {"timeline": timeline})
    assert ">2026</text>" in drawn
    assert "Bestuurlijk overl…" in drawn


def test_long_table_has_only_lines_inside_a_group_and_of_what_decides() -> None:
    measures = [measure(f"M{number}", date(2027, 1, 1), date(2027, 12, 31)) for number in range(LONG_FROM + 1)]
    plan = Plan.of(measures, [Relation("M0", "M1"), Relation("M2", "M60"), Relation("M4", "M59")])
    drawn = drawings_of([measures[:40], measures[40:]], plan, MOMENT, critical=["M4", "M59"])
    assert drawn.is_long
    assert drawn.rows["M1"].heads
    assert drawn.rows["M59"].heads
    assert drawn.rows["M60"].heads == []
