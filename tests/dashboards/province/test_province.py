"""A province over the areas somebody sees of it."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from areas.enums import Role
from areas.models import Area, Organisation, Printout, Province, User
from areas.parties.actions import change_party
from deliverables.checkpoints.models import Checkpoint, CheckpointArea
from novex_portal.dashboards.province.access import province_for
from novex_portal.dashboards.province.queries.page import province_page
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.arrangement.factories import make_agreement, make_commitment, make_province
from tests.deliverables.money.factories import make_estimate, make_line
from tests.factories import make_area, make_member, make_organisation

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]


def words(client: Client) -> str:
    page = client.get(reverse("province", args=["limburg"]))
    assert page.status_code == 200
    return " ".join(page.content.decode().replace("\u00a0", " ").split())


def make_example(area: Area, name: str = "Provincie Limburg") -> None:
    """Something of everything in an area of Limburg."""
    make_province(area)
    party = make_organisation(name, kind="provincie", area=area)
    make_line(make_measure(area, lead=party), side="regio", contributor=party)
    agreement = make_agreement(area, f"Water in {area}")
    make_commitment(agreement, "regio", organisation=party, text=f"Beschermt het dal van {area}")
    make_commitment(agreement, "regio", "nagekomen", organisation=party, text="Is al klaar")
    moment = Checkpoint.objects.create(
        name=f"Moment {area}", date=timezone.localdate() + timedelta(days=9), created_by=agreement.created_by
    )
    CheckpointArea.objects.create(checkpoint=moment, area=area)


def test_page_tells_what_the_province_is_and_owes(area: Area, planner: User, signed_in: SignIn) -> None:
    make_example(area)
    page = words(signed_in(planner))
    for told in ("1 gebied, 1 afspraak met het Rijk", "trekt 1 maatregel", f"Beschermt het dal van {area}"):
        assert told in page
    assert "Niets tegenover" in page
    assert "Is al klaar" not in page


def test_money_tells_what_of_it_is_of_the_province_itself(area: Area, planner: User, signed_in: SignIn) -> None:
    make_province(area)
    party = make_organisation("Provincie Limburg", kind="provincie", area=area)
    measure = make_measure(area)
    make_estimate(measure, 20_000_000)
    for side in ("rijk", "regio"):  # the money of the Rijk is passed on: not the province's own
        make_line(measure, side=side, contributor=party, hardness="beschikt")
    make_measure(area)
    page = province_page(planner, *province_for(planner, "limburg"), timezone.localdate())
    (row,) = page.money.rows
    assert (row.hard, row.of_the_province, row.short, row.estimate) == ("12,0", "6,0", "8,0", "20,0")
    assert [piece.width for piece in row.pieces] == ["60.00", "40.00"]
    assert "Bij 1 maatregel ontbreekt de raming" in words(signed_in(planner))


def test_area_without_money_says_what_nobody_estimated(area: Area, planner: User, signed_in: SignIn) -> None:
    make_province(area)
    make_measure(area)
    assert "nog geen raming van 1 maatregel" in words(signed_in(planner))


def test_paper_tells_what_the_page_tells(area: Area, planner: User, signed_in: SignIn) -> None:
    make_example(area)
    signed_in(planner).post(reverse("province-print", args=["limburg"]))
    paper = " ".join(Printout.objects.get().html.replace("\u00a0", " ").split())
    for told in ("1 gebied, 1 afspraak met het Rijk", "trekt 1 maatregel", f"Beschermt het dal van {area}"):
        assert told in paper


def test_area_one_does_not_see_is_not_there(area: Area, other_area: Area, planner: User, signed_in: SignIn) -> None:
    make_example(area)
    make_example(other_area, "Andere Provincie Limburg")
    page = words(signed_in(planner))
    assert str(other_area) not in page
    assert "1 gebied, 1 afspraak" in page
    team = words(signed_in(make_member(Role.PROGRAMME_TEAM, None)))
    assert "2 gebieden, 2 afspraken" in team


def test_party_is_of_the_province_it_says_whatever_its_name(area: Area, planner: User, signed_in: SignIn) -> None:
    make_example(area)
    party = Organisation.objects.get(province__slug="limburg")
    change_party(
        organisation=party, actor=planner, version=1, name="GS", kind="provincie", province=Province.objects.get()
    )
    assert f"Beschermt het dal van {area}" in words(signed_in(planner))
    change_party(organisation=party, actor=planner, version=2, name="GS Limburg", kind="provincie")
    assert f"Beschermt het dal van {area}" not in words(signed_in(planner))


def test_province_without_an_area_of_ones_own_does_not_exist(planner: User, signed_in: SignIn) -> None:
    make_province(make_area("de-peel"))
    assert signed_in(planner).get(reverse("province", args=["limburg"])).status_code == 404


@pytest.mark.parametrize("number", [1, 3])
def test_page_asks_the_same_number_of_queries(
    number: int, signed_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for slug in ("zuid-limburg", "de-peel", "groene-hart")[:number]:
        make_example(make_area(slug), f"{slug} Limburg")
    client = signed_in(make_member(Role.PROGRAMME_TEAM, None))
    client.get(reverse("province", args=["limburg"]))
    with django_assert_num_queries(35):
        client.get(reverse("province", args=["limburg"]))
