"""The template of a perspective: the regieteam keeps it, and no area loses what it has."""

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from areas.enums import Role
from areas.models import Area, User
from deliverables.perspective.sections.actions import begin_sections
from deliverables.perspective.sections.models import PerspectiveSection
from deliverables.perspective.template.actions import (
    add_template_row,
    change_template_row,
    ensure_template,
    move_template_row,
    remove_template_row,
)
from deliverables.perspective.template.models import SectionTemplate
from deliverables.perspective.template.rules import MAX_SECTIONS, TEMPLATE
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_area, make_member

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
HERE = "perspective-template"


@pytest.fixture
def team(area: Area) -> User:
    return make_member(Role.PROGRAMME_TEAM, None)


def headings() -> list[str]:
    return list(SectionTemplate.objects.order_by("rank").values_list("heading", flat=True))


def one(heading: str) -> SectionTemplate:
    return SectionTemplate.objects.get(heading=heading)


def test_page_shows_what_the_portal_gives_and_lets_it_be_changed(team: User, signed_in: SignIn) -> None:
    client = signed_in(team)
    page = " ".join(client.get(reverse(HERE)).content.decode().split())
    assert "zoals het portaal ze meegeeft" in page
    client.post(reverse("perspective-template-begin"))
    assert headings() == [heading for heading, _ in TEMPLATE]
    assert "Sjabloon van het ontwikkelperspectief" in client.get(reverse("overview")).content.decode()


def test_area_that_began_keeps_its_parts_and_the_next_begins_with_the_new_ones(area: Area, team: User) -> None:
    begin_sections(area=area, actor=team)
    change_template_row(row=one("Kaarten"), actor=team, version=1, heading="Kaart", hint="")
    remove_template_row(row=one("Schuurpunten"), actor=team, version=1)
    assert set(PerspectiveSection.objects.values_list("heading", flat=True)) == {heading for heading, _ in TEMPLATE}
    begin_sections(area=make_area("de-peel"), actor=team)
    later = PerspectiveSection.objects.exclude(area=area).values_list("heading", flat=True)
    assert "Kaart" in later
    assert "Schuurpunten" not in later


def test_part_is_added_once_and_needs_a_name_of_its_own(team: User) -> None:
    made = [add_template_row(actor=team, heading="Energie", hint="Stroom") for _ in range(2)]
    assert made[0] == made[1]
    assert headings()[-1] == "Energie"
    for heading in ("", "  ", "ENERGIE", "waar  we staan"):
        with pytest.raises(Problem):
            add_template_row(actor=team, heading=heading)


def test_template_does_not_go_on_for_ever_and_is_never_empty(team: User) -> None:
    SectionTemplate.objects.create(heading="Enige")
    with pytest.raises(Problem, match="minstens één"):
        remove_template_row(row=one("Enige"), actor=team, version=1)
    for number in range(MAX_SECTIONS - 1):
        add_template_row(actor=team, heading=f"Deel {number}")
    with pytest.raises(Problem, match="hoogstens 30"):
        add_template_row(actor=team, heading="Nog een")


def test_part_moves_among_the_others(team: User) -> None:
    ensure_template()
    move_template_row(row=one("Kaarten"), actor=team, places=-99)
    assert headings()[0] == "Kaarten"
    gone = one("Kaarten")
    remove_template_row(row=one("Kaarten"), actor=team, version=1)
    with pytest.raises(Conflict):
        move_template_row(row=gone, actor=team, places=1)


def test_who_comes_second_sees_what_the_first_saved(team: User, signed_in: SignIn) -> None:
    ensure_template()
    row = one("Kaarten")
    change_template_row(row=row, actor=team, version=1, heading="Kaart van een collega", hint="Hun woorden")
    answer = signed_in(team).post(
        reverse("perspective-template-edit", args=[row.pk]), {"version": 1, "heading": "Mijn kaart", "hint": ""}
    )
    page = answer.content.decode()
    assert (answer.status_code, "Hun woorden" in page, "Mijn kaart" in page) == (409, True, True)


def test_history_tells_what_it_was(team: User, signed_in: SignIn) -> None:
    ensure_template()
    row = one("Kaarten")
    client = signed_in(team)
    given = {"version": 1, "heading": "Kaart", "hint": "Eén kaart"}
    assert client.post(reverse("perspective-template-edit", args=[row.pk]), given).status_code == 302
    page = client.get(reverse("perspective-template-edit", args=[row.pk])).content.decode()
    assert "Vastgelegd op" in page
    assert "Eén kaart" in page


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_same_number_of_queries(
    team: User, signed_in: SignIn, number: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for place in range(number):
        SectionTemplate.objects.create(heading=f"Deel {place}", rank=place)
    client = signed_in(team)
    client.get(reverse(HERE))
    with django_assert_num_queries(3):
        client.get(reverse(HERE))
