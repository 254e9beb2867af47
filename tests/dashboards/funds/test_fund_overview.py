"""The money of areas side by side: each sees their own areas, the regieteam all of them."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal

import pytest
from django.test import Client
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from areas.area.enums import Theme
from areas.models import Area, Challenge, User
from deliverables.agenda.measures.models import Measure, MeasureChallenge
from deliverables.money.amounts.rules.cents import Basis
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.rules.sums import Line
from deliverables.money.funding.rules.years import LATER
from deliverables.money.funds.enums import Side
from novex_portal.dashboards.funds.rules import NOT_SPREAD, Flow, columns_of, fund_flows
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.money.factories import make_estimate, make_fund, make_line, make_process_money
from tests.factories import make_area

SignIn = Callable[[User], Client]
MILLION = Decimal(1_000_000)
LINE = Line("ZL-W03", "SPUK", Side.STATE, Hardness.DECIDED, 2 * MILLION, Basis(2026, "inclusief"))


def words(client: Client) -> str:
    page = client.get(reverse("fund-overview"))
    assert page.status_code == 200
    return " ".join(page.content.decode().replace("\u00a0", " ").split())


def about(measure: Measure, theme: str) -> None:
    challenge = Challenge.objects.create(area=measure.area, title=f"Opgave {theme}", theme=theme)
    MeasureChallenge.objects.create(measure=measure, challenge=challenge)


def test_columns_hold_six_years_and_what_is_not_spread() -> None:
    years = tuple((year, MILLION) for year in range(2026, 2034))
    flows = [Flow("A", "SPUK", "Rijk", replace(LINE, years=years)), Flow("A", "SPUK", "Rijk", LINE)]
    assert list(columns_of(flows)) == ["2026", "2027", "2028", "2029", "2030", LATER, NOT_SPREAD]
    assert columns_of(flows)[LATER] == [2031, 2032, 2033]


def test_fund_adds_areas_of_one_basis_and_no_others() -> None:
    flows = [Flow(area, "SPUK", "Rijk", replace(LINE, years=((2026, 2 * MILLION),))) for area in ("A", "B")]
    wish = Flow("A", "SPUK", "Rijk", replace(LINE, hardness=Hardness.WISH))
    (found,) = fund_flows([*flows, wish], {"2026": [2026]}, Hardness.GRANTED)
    assert (found.is_mixed, found.cells) == (False, ["4,0", "4,0"])
    other = replace(flows[1], line=replace(flows[1].line, basis=Basis(2024, "onbekend")))
    (found,) = fund_flows([flows[0], other], {"2026": [2026]}, Hardness.GRANTED)
    assert (found.is_mixed, found.cells) == (True, [])


@pytest.mark.django_db
def test_member_sees_own_money_and_elsewhere_only_which_shared_fund_serves_a_theme(
    area: Area, other_area: Area, planner: User, programme_team: User, signed_in: SignIn
) -> None:
    shared, secret = make_fund(None, "SPUK"), make_fund(other_area, "Eigen pot van De Peel")
    theme = Theme.values[0]
    for place in (area, other_area):
        measure = make_measure(place)
        about(measure, theme)
        make_line(measure, 3_000_000, shared)
        make_process_money(place, amount=111_000 if place == area else 222_000)
    make_line(measure, 7_700_000, secret)
    page = words(signed_in(planner))
    assert "SPUK: De Peel, Zuid-Limburg" in page
    assert all(hidden not in page for hidden in ("Eigen pot", "7,7", "€ 222.000"))
    everything = words(signed_in(programme_team))
    assert all(shown in everything for shown in ("Eigen pot", "7,7", "€ 222.000", "€ 111.000"))


@pytest.mark.django_db
def test_area_without_money_says_so(planner: User, signed_in: SignIn) -> None:
    assert "In geen van uw gebieden is al geld vastgelegd" in words(signed_in(planner))


@pytest.mark.django_db
def test_overview_costs_the_same_for_one_area_and_three(
    programme_team: User, area: Area, signed_in: SignIn, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = signed_in(programme_team)

    def fill(place: Area) -> None:
        make_estimate(make_measure(place))
        make_line(make_measure(place), years={2028: 6_000_000})
        make_process_money(place)

    fill(area)
    for _ in range(2):
        with django_assert_num_queries(10):
            client.get(reverse("fund-overview"))
        for slug in ("de-peel", "groene-hart"):
            fill(make_area(slug))
