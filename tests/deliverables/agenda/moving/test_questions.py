"""What waits for an answer about the plan, on the start page of who writes the agenda."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from areas.enums import Role
from areas.models import Area, User
from deliverables.agenda.dates.rules.words import read_date
from deliverables.agenda.moving.actions.proposals import propose_dates
from deliverables.agenda.moving.queries.questions import questions_for
from deliverables.agenda.moving.rules import Dates
from tests.deliverables.agenda.factories import make_dependency, make_measure
from tests.factories import make_member

pytestmark = pytest.mark.django_db


def test_start_page_leads_to_what_another_area_and_a_lead_ask(
    area: Area, other_area: Area, planner: User, participant: User, signed_in: Callable[[User], Client]
) -> None:
    own, foreign = make_measure(area, "W01", title="Ontwerp"), make_measure(other_area, "P01", title="Grondbank")
    tie = make_dependency(foreign, own, state="voorgesteld", proposed_in=other_area)
    dates = Dates(read_date("2028"), read_date("2029"))
    asked = propose_dates(measure=own, actor=participant, dates=dates, reason="Later")
    page = signed_in(planner).get("/").content.decode()
    assert reverse("dependency-answer", args=[area.slug, tie.pk]) in page
    assert reverse("date-proposal", args=[area.slug, asked.pk]) in page
    assert "De Peel stelt voor: ZL-W01 wacht op PL-P01" in page
    assert "Grondbank" not in page
    assert "Uw antwoord over de planning" not in signed_in(participant).get("/").content.decode()


def test_who_proposed_waits_and_who_is_asked_answers(area: Area, other_area: Area, planner: User) -> None:
    make_dependency(make_measure(area, "W01"), make_measure(other_area, "P01"), state="voorgesteld", proposed_in=area)
    assert questions_for([area]) == []
    assert [row.name for row in questions_for([other_area])] == ["PL-P01 Maatregel P01"]
    assert questions_for([]) == []


def test_questions_cost_the_same_for_one_and_for_three(
    area: Area, other_area: Area, planner: User, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    lead = make_member(Role.PARTICIPANT, area)
    for _ in "123":
        own, foreign = make_measure(area), make_measure(other_area)
        make_dependency(foreign, own, state="voorgesteld", proposed_in=other_area)
        propose_dates(measure=own, actor=lead, dates=Dates(read_date("2028"), read_date("2029")), reason="Later")
        with django_assert_num_queries(2):
            questions_for([area])
