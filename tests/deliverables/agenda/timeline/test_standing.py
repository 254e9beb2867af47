"""How an agenda stands for front pages, by the same rules as its own page, in one query."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from areas.models import Area, User
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.moving.models import DateProposal
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.reports.enums import Word
from deliverables.agenda.timeline.queries.sheet import sheet_of
from deliverables.agenda.timeline.queries.standing import Standing, standing_of, standings
from tests.deliverables.agenda.factories import (
    make_condition,
    make_deadline,
    make_dependency,
    make_example,
    make_measure,
    make_reports,
)
from tests.deliverables.makers import make_checkpoint

TODAY = date(2026, 11, 30)
NEXT_YEAR = {"start": date(2027, 1, 4), "end": date(2027, 12, 31)}


def of(area: Area) -> Standing:
    return standing_of(area.pk, TODAY)


def test_counts_as_the_agenda_itself_does(area: Area, other_area: Area) -> None:
    made = make_example(area, other_area)
    make_measure(area, status=MeasureStatus.DROPPED, drop_reason="Geen geld")
    make_reports(made["L01"], TODAY, Word.ATTENTION)
    make_condition(area, made["W03"], expected_on=date(2029, 1, 1))
    make_dependency(made["W05"], made["N01"])  # clashes
    sheet = sheet_of(area, TODAY)
    sums = sheet.sums(sheet.measures)
    found = of(area)
    assert (found.sums.total, found.sums.attention, found.sums.late) == (sums.total, sums.attention, sums.late)
    noted = {code for code, state in sheet.states.items() if state.needs_attention}
    assert {line.name.split()[0] for line in found.noted} == noted


def test_area_without_measures_has_none(area: Area) -> None:
    assert of(area).sums.total == 0
    assert standings(TODAY) == {}


def test_checkpoint_at_risk_names_its_measures(area: Area) -> None:
    checkpoint = make_checkpoint(area, date=date(2027, 12, 1), name="Tweede ijkmoment")
    late = make_measure(area, "W01", title="Aanleg", **NEXT_YEAR)
    make_deadline(late, checkpoint=checkpoint)
    risk = of(area).endangered[0]
    assert risk.words.replace("\xa0", " ") == "Tweede ijkmoment, 1 december 2027"
    assert (risk.lines[0].name, risk.lines[0].sentence) == ("ZL-W01 Aanleg", "ZL-W01 eindigt 30 dagen te laat.")


def test_measure_of_another_area_has_no_title(area: Area, other_area: Area) -> None:
    before = make_measure(other_area, "P01", title="Geheim in De Peel", start=date(2027, 1, 4), end=date(2028, 1, 31))
    after = make_measure(area, "W01", **NEXT_YEAR)
    make_dependency(before, after, "FF")
    make_deadline(after, checkpoint=make_checkpoint(area, date=date(2027, 12, 31)))
    lines = of(area).endangered[0].lines
    assert {line.name for line in lines} == {"ZL-W01 Maatregel W01", "PL-P01"}
    assert not any("Geheim" in f"{line.name}{line.sentence}" for line in lines)


def test_what_waits_for_an_answer_is_counted_for_who_gives_it(area: Area, other_area: Area) -> None:
    own, other = make_measure(area, status=MeasureStatus.PROPOSED), make_measure(other_area, "P01")
    make_dependency(own, other, state=DependencyState.PROPOSED, proposed_in=other_area)
    dates = {"start": date(2027, 1, 4), "end": date(2027, 2, 1), "reason": "Later"}
    DateProposal.objects.create(measure=own, proposed_by=own.created_by, **dates)
    assert of(area).asked_words == [
        "1 voorgestelde maatregel",
        "1 voorstel voor andere datums",
        "1 afhankelijkheid te bevestigen",
    ]
    assert of(other_area).asked_words == []


@pytest.mark.parametrize("number", [1, 3])
def test_standing_is_one_query(area: Area, planner: User, django_assert_num_queries: Any, number: int) -> None:
    for _ in range(number):
        measure = make_measure(area)
        make_deadline(measure, timezone.localdate() + timedelta(days=1))
        make_condition(area, measure)
        make_reports(measure, TODAY)
    with django_assert_num_queries(2):
        assert of(area).sums.total == number
        assert standings(TODAY)[area.pk].sums.total == number
