"""Writing the money of a measure: what is refused, what is kept, and what two at once may do."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from areas.models import Area, User
from deliverables.agenda.measures.models import Measure
from deliverables.money.amounts.enums import Vat
from deliverables.money.funding.actions.contributions import (
    Contribution,
    add_contribution,
    change_contribution,
    remove_contribution,
)
from deliverables.money.funding.actions.estimates import CostFacts, state_estimate
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import Estimate, FundingLine, FundingYear
from deliverables.money.funding.queries.history import changes_of_money
from deliverables.money.funding.queries.money import newest_estimate, waits
from deliverables.money.funds.enums import Side
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.agenda.factories import make_condition, make_measure
from tests.deliverables.money.factories import DAY, make_estimate, make_fund, make_line
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db
SIX = Decimal(6_000_000)


@pytest.fixture
def measure(area: Area, planner: User) -> Measure:
    return make_measure(area, "W03", created_by=planner)


def given(measure: Measure, **fields: Any) -> Contribution:
    start = Contribution(
        make_fund(measure.area), make_organisation(area=measure.area), SIX, Hardness.INDICATIVE, 2026, Vat.INCLUDED
    )
    return replace(start, **fields)


def add(measure: Measure, planner: User, **fields: Any) -> FundingLine:
    return add_contribution(measure=measure, actor=planner, given=given(measure, **fields))


def refused(change: Callable[[], object]) -> bool:
    """Tell whether the database refuses a change once the transaction would end."""
    try:
        with transaction.atomic():
            change()
            connection.check_constraints()
    except IntegrityError:
        return True
    return False


def test_contribution_takes_its_origin_from_the_fund_unless_it_is_passed_on(measure: Measure, planner: User) -> None:
    region = make_fund(measure.area, side=Side.REGION)
    assert add(measure, planner, fund=region).side == Side.REGION
    assert add(measure, planner, fund=region, side=Side.STATE).side == Side.STATE


def test_same_token_twice_makes_one_contribution(measure: Measure, planner: User) -> None:
    token, once = uuid7(), given(measure)
    made = [add_contribution(measure=measure, actor=planner, given=once, token=token) for _ in range(2)]
    assert made[0] == made[1]
    assert FundingLine.objects.count() == 1


@pytest.mark.parametrize("hardness", [Hardness.GRANTED, Hardness.DECIDED])
def test_what_is_granted_says_who_decided_and_when(measure: Measure, planner: User, hardness: str) -> None:
    for fields in ({}, {"decided_on": DAY}, {"decided_by": "Minister"}, {"decided_on": DAY, "decided_by": " "}):
        with pytest.raises(Problem, match="heeft een besluit"):
            add(measure, planner, hardness=hardness, **fields)
    assert add(measure, planner, hardness=hardness, decided_on=DAY, decided_by="Minister")


def test_years_add_up_to_the_contribution(measure: Measure, planner: User) -> None:
    with pytest.raises(Problem, match="niet gelijk"):
        add(measure, planner, years=((2028, SIX - 1),))
    line = add(measure, planner, years=((2028, SIX - 1), (2029, Decimal(1))))
    assert line.years.count() == 2


def test_database_refuses_years_that_do_not_add_up(measure: Measure) -> None:
    line = make_line(measure, SIX, years={2028: SIX})
    for change in (
        lambda: FundingYear.objects.create(line=line, year=2029, amount=1),
        lambda: FundingYear.objects.update(amount=1),
        lambda: FundingLine.objects.update(amount=1),
    ):
        assert refused(change)


def test_taking_away_one_of_two_years_is_refused_by_the_database(measure: Measure) -> None:
    line = make_line(measure, SIX, years={2028: SIX - 1, 2029: 1})
    assert refused(lambda: FundingYear.objects.filter(line=line, year=2029).delete())


def test_changed_contribution_writes_only_the_years_that_differ(measure: Measure, planner: User) -> None:
    line = add(measure, planner, years=((2028, SIX - 2), (2029, Decimal(1)), (2030, Decimal(1))))
    kept = line.years.get(year=2029)
    new = given(measure, amount=SIX, years=((2028, SIX - 1), (2029, Decimal(1))))
    change_contribution(line=line, actor=planner, version=1, given=new)
    connection.check_constraints()
    assert list(line.years.values_list("year", "amount")) == [(2028, SIX - 1), (2029, Decimal(1))]
    assert line.years.get(year=2029) == kept


def test_second_to_change_a_contribution_hears_of_the_first(measure: Measure, planner: User) -> None:
    line = add(measure, planner)
    change_contribution(line=line, actor=planner, version=1, given=given(measure))
    with pytest.raises(Conflict):
        change_contribution(line=line, actor=planner, version=1, given=given(measure))
    with pytest.raises(Conflict):
        remove_contribution(line=line, actor=planner, version=1)
    remove_contribution(line=line, actor=planner, version=2)
    assert not FundingLine.objects.exists()


def test_what_is_of_another_area_is_refused(measure: Measure, planner: User, other_area: Area) -> None:
    elsewhere = make_measure(other_area)
    for fields in (
        {"fund": make_fund(other_area)},
        {"contributor": make_organisation(area=other_area)},
        {"cashier": make_organisation(area=other_area)},
        {"waits_for_measure": elsewhere},
        {"waits_for_condition": make_condition(other_area)},
    ):
        with pytest.raises(Problem):
            add(measure, planner, **fields)
    assert add(measure, planner, fund=make_fund(None), waits_for_condition=make_condition(None))


def test_party_that_left_the_area_keeps_what_it_contributed(measure: Measure, planner: User) -> None:
    gone = make_organisation()
    line = make_line(measure, contributor=gone)
    assert change_contribution(line=line, actor=planner, version=1, given=given(measure, contributor=gone))


def test_contribution_waits_for_one_thing_and_not_for_its_own_measure(measure: Measure, planner: User) -> None:
    with pytest.raises(Problem, match="zelf"):
        add(measure, planner, waits_for_measure=measure)
    both = {"waits_for_measure": make_measure(measure.area), "waits_for_condition": make_condition(measure.area)}
    with pytest.raises(Problem, match="één voorwaarde"):
        add(measure, planner, **both)


@pytest.mark.parametrize(("status", "open_"), [("gepland", True), ("loopt", False), ("afgerond", False), ("stilgelegd", True)])  # fmt: skip
def test_condition_on_a_measure_is_met_when_that_runs_or_is_done(measure: Measure, status: str, open_: bool) -> None:
    assert waits(make_line(measure, waits_for_measure=make_measure(measure.area, status=status))) is open_


@pytest.mark.parametrize(("state", "open_"), [("open", True), ("vervuld", False), ("vervalt", True)])
def test_condition_from_outside_is_met_when_it_is_there(measure: Measure, state: str, open_: bool) -> None:
    assert waits(make_line(measure, waits_for_condition=make_condition(measure.area, state=state))) is open_


def test_measure_that_needs_no_money_takes_no_contribution_but_a_withdrawn_one(
    measure: Measure, planner: User
) -> None:
    make_estimate(measure, None)
    with pytest.raises(Problem, match="geen geld nodig"):
        add(measure, planner)
    assert add(measure, planner, hardness=Hardness.WITHDRAWN)


def test_dropped_measure_takes_no_contribution(planner: User, area: Area) -> None:
    gone = make_measure(area, status="vervallen", drop_reason="Te duur")
    with pytest.raises(Problem, match="vervallen"):
        add(gone, planner)


def test_measure_with_contributions_cannot_need_no_money(measure: Measure, planner: User) -> None:
    line = make_line(measure)
    with pytest.raises(Problem, match="trek die eerst in"):
        state_estimate(measure=measure, actor=planner, facts=CostFacts(DAY))
    FundingLine.objects.filter(pk=line.pk).update(hardness=Hardness.WITHDRAWN)
    assert state_estimate(measure=measure, actor=planner, facts=CostFacts(DAY, vat=Vat.INCLUDED)).needs_none


def test_newest_estimate_counts_and_the_one_before_stays(measure: Measure, planner: User) -> None:
    token = uuid7()
    for day, amount in ((DAY, 22), (date(2026, 11, 1), 25), (date(2026, 1, 1), 9)):
        state_estimate(measure=measure, actor=planner, facts=CostFacts(day, Decimal(amount), 2026))
    again = [state_estimate(measure=measure, actor=planner, facts=CostFacts(DAY), token=token) for _ in range(2)]
    assert again[0] == again[1]
    found = newest_estimate(measure)
    assert found is not None
    assert (found.amount, measure.estimates.count()) == (Decimal(25), 4)


def test_amount_says_its_price_level(measure: Measure, planner: User) -> None:
    with pytest.raises(Problem, match="van welk jaar"):
        state_estimate(measure=measure, actor=planner, facts=CostFacts(DAY, Decimal(1)))


@pytest.mark.parametrize(
    "fields",
    [
        {"amount": None},
        {"price_year": None},
        {"amount": -1},
        {"needs_none": True},
        {"accuracy": 900},
        {"price_year": 1},
    ],
)
def test_database_refuses_an_estimate_that_says_neither_or_both(measure: Measure, fields: dict[str, Any]) -> None:
    whole = {"as_of": DAY, "amount": 1, "price_year": 2026, "vat": Vat.INCLUDED, "stated_by": measure.created_by}
    with pytest.raises(IntegrityError), transaction.atomic():
        Estimate.objects.create(measure=measure, **(whole | fields))


def test_history_tells_who_contributed_what_in_which_year(measure: Measure, planner: User) -> None:
    make_estimate(measure)
    add(measure, planner, years=((2028, SIX),))
    words = str(changes_of_money(measure))
    assert all(part in words for part in ("Raming", "Bijdrage uit", "Bijdrage in 2028", "6000000.00"))
