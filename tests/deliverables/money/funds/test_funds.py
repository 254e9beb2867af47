"""Funds of an area and of all areas: who keeps which, and that one in use stays."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from areas.models import Area, User
from deliverables.money.funds.actions import FundFacts, add_fund, change_fund, remove_fund
from deliverables.money.funds.enums import Instrument, Side
from deliverables.money.funds.models import Fund
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.money.factories import make_fund, make_line, make_process_money

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
FACTS = FundFacts("SPUK  beekdalherstel", Side.STATE, Instrument.SPECIFIC)
FORM = {"name": "SPUK", "side": "rijk", "instrument": "spuk", "spend_until": "31-12-2030"}


def test_fund_gets_its_name_without_double_spaces_and_once_per_token(area: Area, planner: User) -> None:
    token = uuid7()
    made = [add_fund(area=area, actor=planner, facts=FACTS, token=token) for _ in range(2)]
    assert made[0] == made[1]
    assert made[0].name == "SPUK beekdalherstel"


def test_name_that_one_would_see_twice_is_refused(area: Area, other_area: Area, planner: User) -> None:
    make_fund(None, "Deltafonds")
    fund = add_fund(area=area, actor=planner, facts=FACTS)
    for facts in (
        replace(FACTS, name="deltafonds"),
        replace(FACTS, name="spuk beekdalherstel"),
        replace(FACTS, name=" "),
    ):
        with pytest.raises(Problem):
            add_fund(area=area, actor=planner, facts=facts)
    with pytest.raises(Problem):
        add_fund(area=None, actor=planner, facts=FACTS)
    with pytest.raises(Problem):
        change_fund(fund=fund, actor=planner, version=1, facts=replace(FACTS, name="Deltafonds"))
    assert add_fund(area=other_area, actor=planner, facts=FACTS)


def test_fund_in_use_stays_whoever_asks(area: Area, planner: User) -> None:
    used, paid = make_fund(area), make_fund(area)
    make_line(make_measure(area), fund=used)
    make_process_money(area, fund=paid)
    for fund in (used, paid):
        with pytest.raises(Problem, match="rusten"):
            remove_fund(fund=fund, actor=planner, version=1)
        with pytest.raises(ProtectedError):
            fund.delete()
    free = make_fund(area)
    with pytest.raises(Conflict):
        remove_fund(fund=free, actor=planner, version=2)
    remove_fund(fund=free, actor=planner, version=1)
    assert not Fund.objects.filter(pk=free.pk).exists()


def test_database_knows_a_name_once_per_area_and_once_for_all(area: Area) -> None:
    for place in (area, None):
        make_fund(place, "Zelfde")
        with pytest.raises(IntegrityError), transaction.atomic():
            make_fund(place, "Zelfde")


def test_page_says_why_a_used_fund_stays(area: Area, planner: User, signed_in: SignIn) -> None:
    fund = make_fund(area, "Waterschapsbegroting")
    make_line(make_measure(area), fund=fund)
    client = signed_in(planner)
    page = client.post(reverse("fund-remove", args=[area.slug, fund.pk]), {"version": "1"}, follow=True)
    assert "Er rusten bijdragen of procesmiddelen op dit fonds" in page.content.decode()


def test_planning_group_keeps_its_own_funds_and_the_regieteam_those_of_all(
    area: Area, planner: User, programme_team: User, signed_in: SignIn
) -> None:
    own, national = make_fund(area), make_fund(None)
    for user, mine, theirs in ((planner, own, national), (programme_team, national, own)):
        client = signed_in(user)
        assert client.get(reverse("fund-edit", args=[area.slug, mine.pk])).status_code == 200
        assert client.get(reverse("fund-edit", args=[area.slug, theirs.pk])).status_code == 403
        assert client.post(reverse("fund-new", args=[area.slug]), FORM | {"name": f"Van {user}"}).status_code == 302
    assert [Fund.objects.get(name=f"Van {user}").area for user in (planner, programme_team)] == [area, None]


def test_fund_of_another_area_is_not_there(area: Area, other_area: Area, planner: User, signed_in: SignIn) -> None:
    elsewhere = make_fund(other_area, "Van elders")
    client = signed_in(planner)
    assert client.get(reverse("fund-edit", args=[area.slug, elsewhere.pk])).status_code == 404
    assert "Van elders" not in client.get(reverse("funds", args=[area.slug])).content.decode()


def test_second_to_change_a_fund_sees_what_the_first_saved(area: Area, planner: User, signed_in: SignIn) -> None:
    fund, client = make_fund(area), signed_in(planner)
    address = reverse("fund-edit", args=[area.slug, fund.pk])
    assert client.post(address, FORM | {"version": "1", "name": "De eerste"}).status_code == 302
    second = client.post(address, FORM | {"version": "1", "name": "De tweede"})
    assert second.status_code == 409
    assert all(words in second.content.decode() for words in ("De eerste", "De tweede", "31-12-2030"))


@pytest.mark.parametrize(("fields", "words"), [({"name": ""}, "Vul de naam"), ({"side": ""}, "Maak een keuze"), ({"spend_until": "31-12-1830"}, "tussen 2000 en 2100")])  # fmt: skip
def test_what_is_wrong_with_a_fund_is_said(area: Area, planner: User, signed_in: SignIn, fields: dict[str, str], words: str) -> None:  # fmt: skip
    page = signed_in(planner).post(reverse("fund-new", args=[area.slug]), FORM | fields)
    assert page.status_code == 422
    assert words in page.content.decode()


def test_list_costs_the_same_with_three_funds(area: Area, planner: User, signed_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries) -> None:  # fmt: skip
    client = signed_in(planner)
    for _ in range(2):
        make_line(make_measure(area))
        with django_assert_num_queries(4):
            client.get(reverse("funds", args=[area.slug]))
        make_fund(None)
