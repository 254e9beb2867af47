"""The chance of a last day on its page: the gate, the reckoning by the worker, and the estimates it rests on."""

from collections.abc import Callable
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from areas.models import Area, User
from deliverables.agenda.chance.actions import Weeks, estimate_measure, reckon_chance
from deliverables.agenda.chance.models import ChanceRun, Driver
from deliverables.agenda.chance.queries.chances import questions_of
from deliverables.agenda.measures.models import Measure
from deliverables.agenda.plan.models import MeasureDeadline
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.agenda.factories import make_deadline, make_dependency, make_measure
from tests.factories import make_member, make_organisation

SignIn = Callable[[User], Client]
TODAY = date(2026, 11, 30)
WEEKS = Weeks(Decimal(10), Decimal(20), Decimal(40), "De grond komt niet vrij.")


def text_of(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


@pytest.fixture
def measure(area: Area, planner: User) -> Measure:
    return make_measure(area, "W03", start=date(2027, 1, 4), created_by=planner)


@pytest.fixture
def last_day(measure: Measure) -> MeasureDeadline:
    """Twenty-five weeks after it begins."""
    return make_deadline(measure, date(2027, 1, 4) + timedelta(weeks=25, days=-1))


@pytest.fixture
def estimated(measure: Measure, planner: User) -> Measure:
    return estimate_measure(measure=measure, actor=planner, version=measure.version, weeks=WEEKS)


def page(client: Client) -> str:
    return text_of(client.get("/gebieden/zuid-limburg/uitvoeringsagenda/kans/"))


def test_gate_names_what_is_missing_and_leads_to_it(
    measure: Measure, last_day: MeasureDeadline, planner: User, signed_in: SignIn
) -> None:
    shown = page(signed_in(planner))

    assert "bij 1 van 1 maatregelen ontbreekt een schatting" in shown
    assert reverse("measure-estimate", args=["zuid-limburg", measure.pk]) in shown
    assert "%" not in shown


def test_member_who_may_not_estimate_is_led_to_the_measure(
    measure: Measure, last_day: MeasureDeadline, executive: User, signed_in: SignIn
) -> None:
    assert reverse("measure-estimate", args=["zuid-limburg", measure.pk]) not in page(signed_in(executive))


def test_page_says_it_is_being_reckoned_and_wakes_the_worker_once(
    estimated: Measure, last_day: MeasureDeadline, planner: User, signed_in: SignIn,
    django_capture_on_commit_callbacks: Any,
) -> None:  # fmt: skip
    cache.clear()
    client = signed_in(planner)
    with django_capture_on_commit_callbacks() as woken:
        assert "Wordt gerekend" in page(client)
        page(client)

    assert len(woken) == 1
    assert not ChanceRun.objects.exists()


def test_answer_is_never_a_bare_percentage(
    estimated: Measure, last_day: MeasureDeadline, planner: User, signed_in: SignIn
) -> None:
    run = reckon_chance(deadline_id=last_day.pk, today=TODAY)
    assert run
    assert run.answer["percent"] == pytest.approx(62.5, abs=3.5)

    shown = page(signed_in(planner))
    assert "% (± 2)" in shown
    assert "als ZL-W03 niet uitloopt" in shown


def test_same_plan_gives_the_same_answer(estimated: Measure, last_day: MeasureDeadline) -> None:
    first = reckon_chance(deadline_id=last_day.pk, today=TODAY)
    ChanceRun.objects.all().delete()
    second = reckon_chance(deadline_id=last_day.pk, today=TODAY)

    assert first
    assert second
    assert first.answer == second.answer


def test_answer_grows_old_when_an_estimate_changes(
    estimated: Measure, last_day: MeasureDeadline, planner: User, area: Area
) -> None:
    reckon_chance(deadline_id=last_day.pk, today=TODAY)
    estimate_measure(measure=estimated, actor=planner, version=estimated.version, weeks=Weeks(*[Decimal(10)] * 3))

    [question] = questions_of(area, TODAY)
    assert question.waits


def test_nothing_is_reckoned_behind_a_shut_gate(measure: Measure, last_day: MeasureDeadline) -> None:
    assert reckon_chance(deadline_id=last_day.pk, today=TODAY) is None


def test_driver_that_measures_share_is_named_with_them(
    estimated: Measure, last_day: MeasureDeadline, planner: User, area: Area, signed_in: SignIn
) -> None:
    before = make_measure(area, "W02", start=date(2026, 12, 1), end=date(2026, 12, 31))
    make_dependency(before, estimated)
    short = Weeks(Decimal(2), Decimal(4), Decimal(20), "De grond komt niet vrij.")
    for row, weeks in ((before, short), (estimated, WEEKS)):
        estimate_measure(measure=row, actor=planner, version=row.version, weeks=weeks, new_driver="Grond")
    reckon_chance(deadline_id=last_day.pk, today=TODAY)

    assert Driver.objects.count() == 1
    assert "als “Grond” niet tegenzit (ZL-W02, ZL-W03)" in page(signed_in(planner))


@pytest.mark.parametrize(
    ("weeks", "words"),
    [
        (Weeks(Decimal(1), None, Decimal(3)), "alle drie"),
        (Weeks(Decimal(3), Decimal(2), Decimal(4), "Zo"), "niet langer dan"),
        (Weeks(Decimal(1), Decimal(2), Decimal(4)), "waardoor"),
    ],
)
def test_estimate_that_cannot_be_is_refused(measure: Measure, planner: User, weeks: Weeks, words: str) -> None:
    with pytest.raises(Problem, match=words):
        estimate_measure(measure=measure, actor=planner, version=measure.version, weeks=weeks)


def test_two_people_who_estimate_at_once_lose_nothing(measure: Measure, planner: User, admin: User) -> None:
    estimate_measure(measure=measure, actor=planner, version=1, weeks=WEEKS)
    with pytest.raises(Conflict):
        estimate_measure(measure=Measure.objects.get(), actor=admin, version=1, weeks=Weeks())


def test_estimate_form_keeps_what_was_typed_and_takes_commas(
    measure: Measure, planner: User, signed_in: SignIn
) -> None:
    client, address = signed_in(planner), reverse("measure-estimate", args=["zuid-limburg", measure.pk])
    typed = {"version": "1", "shortest": "2,5", "likely": "4", "longest": "8"}
    answer = client.post(address, typed)
    assert answer.status_code == 422
    assert 'value="2,5"' in text_of(answer)

    assert client.post(address, {**typed, "longest_reason": "Te weinig mensen"}).status_code == 302
    assert 'value="2,5"' in text_of(client.get(address))


def test_lead_may_estimate_its_own_measure(area: Area, planner: User, signed_in: SignIn) -> None:
    party = make_organisation("Natuurorganisatie", area=area)
    measure = make_measure(area, "L01", lead=party, created_by=planner)
    theirs = make_member("bestuurder", area, organisation=party)

    assert signed_in(theirs).get(reverse("measure-estimate", args=[area.slug, measure.pk])).status_code == 200


@pytest.mark.parametrize("measures", [1, 3])
def test_page_costs_as_many_queries_for_one_last_day_as_for_three(
    area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: Any, measures: int
) -> None:
    for number in range(measures):
        made = make_measure(area, f"W0{number + 1}", created_by=planner)
        make_deadline(made, date(2028, 1, 1))
        if number:
            estimate_measure(measure=made, actor=planner, version=1, weeks=WEEKS, new_driver=f"Oorzaak {number}")
    client = signed_in(planner)
    with django_assert_num_queries(13):
        page(client)
