"""The page of a perspective: how far, who stands behind it, what is chosen and what is exchanged."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from areas.access import active_memberships
from areas.factsheet.enums import FactsheetHeading
from areas.models import Area, FactsheetSection, User
from deliverables.perspective.approval.actions import endorse_version
from deliverables.perspective.approval.enums import Wording
from deliverables.perspective.overview.queries import page_of
from deliverables.perspective.sections.actions import change_section
from deliverables.perspective.sections.models import SectionAsked
from tests.deliverables.perspective.factories import (
    make_approval,
    make_board,
    make_choice,
    make_exchange,
    make_figure,
    make_moment,
    make_province,
    make_section,
    make_version,
)

pytestmark = pytest.mark.django_db

SignIn = Callable[[User], Client]


def shown(client: Client, area: Area) -> str:
    return client.get(reverse("perspective", args=[area.slug])).content.decode()


def test_empty_page_leads_on(area: Area, planner: User, participant: User, signed_in: SignIn) -> None:
    assert "Begin met het sjabloon" in shown(signed_in(planner), area)
    page = shown(signed_in(participant), area)
    assert "Begin met het sjabloon" not in page
    assert "Nog geen hoofdkeuzes" in page


def test_part_that_changed_since_the_version_says_so(area: Area, planner: User) -> None:
    section = make_section(area)
    make_section(area, text="")
    make_version(area, planner)
    change_section(section=section, actor=planner, version=1, heading=section.heading, text="Anders.")
    page = page_of(planner, area, timezone.localdate())
    assert [row.words for row in page.rows] == ["Gewijzigd", "Leeg"]
    assert (page.changed, page.finding) == (1, "1 van de 2 onderdelen heeft tekst")


def test_page_shows_the_waiting_half_and_the_share_of_the_factsheet(
    area: Area, participant: User, signed_in: SignIn
) -> None:
    FactsheetSection.objects.create(
        area=area, heading=FactsheetHeading.PERSPECTIVE, percentage=70, text="De kaarten missen nog."
    )
    make_approval(make_version(area), "rijk")
    make_choice(area)
    make_figure(area)
    page = shown(signed_in(participant), area)
    for told in (
        "Het Rijk keurde versie 1 goed, de regio wacht",
        "70% volgens de",
        "De kaarten missen nog.",
        "Eén hoofdkeuze",
    ):
        assert told in page
    assert "Goedkeuring vastleggen" not in page


def test_overleg_at_which_it_is_asked_and_what_it_said_are_two_things(area: Area, planner: User) -> None:
    today = timezone.localdate()
    asked = make_board(area, date=today + timedelta(days=30))
    SectionAsked.objects.create(section=make_section(area), checkpoint=asked)
    page = page_of(planner, area, today)
    assert (page.said_heading, page.next_board) == ("Nog niet onderschreven", asked)
    version = make_version(area, planner)
    endorse_version(version=version, actor=planner, checkpoint=make_board(area), wording=Wording.ENDORSED)
    assert page_of(planner, area, today).said_heading == f"Onderschreven op {today:%d-%m-%Y}"


@pytest.mark.parametrize(
    ("number", "words"), [(0, "Nog geen hoofdkeuzes"), (2, "Twee hoofdkeuzes"), (11, "11 hoofdkeuzes")]
)
def test_choices_are_counted_in_words(area: Area, planner: User, number: int, words: str) -> None:
    for _ in range(number):
        make_choice(area)
    assert page_of(planner, area, timezone.localdate()).choices_heading == words


@pytest.mark.parametrize("rows", [1, 3])
def test_page_is_read_in_one_number_of_queries(
    area: Area, planner: User, django_assert_num_queries: DjangoAssertNumQueries, rows: int
) -> None:
    limburg = make_province(area)
    for _ in range(rows):
        SectionAsked.objects.create(section=make_section(area), checkpoint=make_board(area))
        make_choice(area)
        make_figure(area)
        make_exchange(area, limburg)
        make_moment(area, limburg)
    make_approval(make_version(area, planner))
    active_memberships(planner)
    with django_assert_num_queries(30):
        page_of(planner, area, timezone.localdate())
