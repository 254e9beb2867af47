"""Money that must be spent before a measure is ready: the plan knows it, and the domino says it."""

from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from areas.models import Area, User
from deliverables.agenda.plan.enums import DeadlineKind
from deliverables.agenda.plan.queries.plans import plan_of
from deliverables.agenda.plan.rules.slack import slack
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import FundingLine
from tests.deliverables.agenda.factories import make_dependency, make_example, make_measure
from tests.deliverables.money.factories import make_fund, make_line

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
LAST = date(2030, 12, 31)


def test_two_days_late_by_pushing_is_said_with_what_may_lapse(
    area: Area, other_area: Area, planner: User, signed_in: SignIn
) -> None:
    made = make_example(area, other_area)
    make_line(made["W03"], 6_000_000, make_fund(None, "SPUK beekdalherstel", spend_until=LAST))
    address = reverse("measure-move", args=[area.slug, made["W02"].pk])
    page = signed_in(planner).get(address, {"begin": "04-01-2027", "eind": "28-09-2028"})
    words = page.content.decode().replace("\u00a0", " ")
    assert "€ 6 miljoen uit SPUK beekdalherstel vervalt mogelijk: 42 dagen te laat." in words
    assert "Besteden tot en met 31-12-2030, maar ZL-W03 is klaar op 11-02-2031." in words


def test_amount_of_an_area_one_may_not_read_is_not_told(
    area: Area, other_area: Area, planner: User, signed_in: SignIn
) -> None:
    own, theirs = make_measure(area, "W02"), make_measure(other_area, "P04", start=date(2028, 1, 1), end=date(2028, 6, 30))  # fmt: skip
    make_dependency(own, theirs)
    make_line(theirs, 6_000_000, make_fund(other_area, "Geheim fonds", spend_until=date(2028, 7, 1)))
    address = reverse("measure-move", args=[area.slug, own.pk])
    page = signed_in(planner).get(address, {"begin": "04-01-2027", "eind": "31-03-2028"}).content.decode()
    assert "Geheim fonds" not in page
    assert "6 miljoen" not in page


def test_money_of_one_day_is_one_last_day_with_all_that_is_at_stake(area: Area) -> None:
    measure, fund = make_measure(area, "W03", end=date(2030, 12, 20)), make_fund(area, "SPUK", spend_until=LAST)
    make_line(measure, 6_000_000, fund)
    make_line(measure, 4_000_000, fund, hardness=Hardness.RESERVED)
    make_line(measure, 1_000_000, fund, price_year=2024)
    for left_out in ({"hardness": Hardness.WISH}, {"hardness": Hardness.WITHDRAWN}, {"in_kind": True}):
        make_line(measure, 9_000_000, fund, **left_out)
    make_line(measure, 9_000_000)
    plan = plan_of(area).plan
    assert [(row.kind, row.day, row.words.replace("\u00a0", " ")) for row in plan.deadlines] == [
        (DeadlineKind.MONEY, LAST, "€ 10 miljoen en € 1 miljoen uit SPUK")
    ]
    assert slack(plan)["ZL-W03"].days == 11


def test_own_day_of_a_contribution_goes_before_that_of_its_fund(area: Area) -> None:
    line = make_line(make_measure(area, "W03", end=date(2030, 12, 20)), fund=make_fund(area, spend_until=LAST))
    FundingLine.objects.update(spend_until=date(2030, 12, 15))
    assert slack(plan_of(area).plan)[line.measure.code].days == -5
