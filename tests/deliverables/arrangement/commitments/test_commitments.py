"""Writing what a side does: what is refused, what stays, and what holds money."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.db.models import ProtectedError
from django.utils import timezone

from areas.models import Area, User
from deliverables.agenda.dates.rules.words import read_date
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from deliverables.arrangement.commitments.actions import (
    CommitmentFacts,
    Quantity,
    add_commitment,
    change_commitment,
    remove_commitment,
    set_commitment_state,
    state_quantity,
)
from deliverables.arrangement.commitments.enums import CommitmentKind, CommitmentSide, CommitmentState
from deliverables.arrangement.commitments.models import Commitment
from deliverables.money.amounts.enums import Vat
from deliverables.money.funding.actions.contributions import Contribution, change_contribution, remove_contribution
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import FundingLine
from deliverables.money.funds.enums import Side
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.deliverables.agenda.factories import make_measure
from tests.deliverables.arrangement.factories import DAY, make_agreement, make_commitment, make_stance
from tests.deliverables.money.factories import make_fund, make_line
from tests.factories import make_organisation

pytestmark = pytest.mark.django_db
SAID = CommitmentFacts(CommitmentSide.STATE, CommitmentKind.MONEY, "Betaalt mee")
HOMES = Quantity(Decimal(26_550), "woningen", DAY)


@pytest.fixture
def agreement(area: Area, planner: User) -> ReciprocalAgreement:
    return make_agreement(area, created_by=planner)


@pytest.fixture
def line(area: Area, planner: User) -> FundingLine:
    return make_line(make_measure(area, "W03", created_by=planner))


def add(agreement: ReciprocalAgreement, planner: User, **fields: Any) -> Commitment:
    return add_commitment(agreement=agreement, actor=planner, facts=replace(SAID, **fields))


def test_same_token_twice_makes_one_commitment(agreement: ReciprocalAgreement, planner: User) -> None:
    token = uuid7()
    made = [add_commitment(agreement=agreement, actor=planner, facts=SAID, token=token) for _ in range(2)]
    assert made[0] == made[1]
    assert Commitment.objects.count() == 1


def test_term_is_kept_as_exactly_as_it_was_said(agreement: ReciprocalAgreement, planner: User) -> None:
    made = add(agreement, planner, term=read_date("Q3 2027"))
    assert str(Commitment.objects.get(pk=made.pk).term) == "Q3 2027"
    assert change_commitment(commitment=made, actor=planner, version=1, facts=SAID).term is None


def test_commitment_says_what_is_done(agreement: ReciprocalAgreement, planner: User) -> None:
    with pytest.raises(Problem, match="Vul in wat"):
        add(agreement, planner, text="  ")


def test_party_is_of_the_area_and_stands_on_its_own_side(
    agreement: ReciprocalAgreement, planner: User, other_area: Area
) -> None:
    ministry = make_organisation(area=agreement.area, kind="rijk")
    town = make_organisation(area=agreement.area, kind="gemeente")
    with pytest.raises(Problem, match="hoort niet bij dit gebied"):
        add(agreement, planner, organisation=make_organisation(kind="rijk", area=other_area))
    with pytest.raises(Problem, match="is niet van het Rijk"):
        add(agreement, planner, organisation=town)
    with pytest.raises(Problem, match="is van het Rijk"):
        add(agreement, planner, organisation=ministry, side=CommitmentSide.REGION)
    assert add(agreement, planner, organisation=ministry)


def test_party_that_left_keeps_what_it_promised(
    agreement: ReciprocalAgreement, planner: User, other_area: Area
) -> None:
    gone = make_organisation(kind="rijk", area=other_area)
    made = make_commitment(agreement, organisation=gone)
    facts = replace(SAID, organisation=gone)
    assert change_commitment(commitment=made, actor=planner, version=1, facts=facts).organisation == gone


def test_money_is_promised_once_and_by_its_own_side(
    agreement: ReciprocalAgreement, line: FundingLine, planner: User
) -> None:
    with pytest.raises(Problem, match="Kies bij soort: Geld"):
        add(agreement, planner, lines=[line], kind=CommitmentKind.SPACE)
    with pytest.raises(Problem, match="niet van deze kant"):
        add(agreement, planner, lines=[line], side=CommitmentSide.REGION)
    made = add(agreement, planner, lines=[line])
    assert list(made.lines.all()) == [line]
    with pytest.raises(Problem, match="al toegezegd"):
        add(agreement, planner, lines=[line])
    assert change_commitment(commitment=made, actor=planner, version=1, facts=replace(SAID, lines=[line]))


def test_withdrawn_money_and_money_of_another_area_are_refused(
    agreement: ReciprocalAgreement, line: FundingLine, planner: User, other_area: Area
) -> None:
    with pytest.raises(Problem, match="ander gebied"):
        add(agreement, planner, lines=[make_line(make_measure(other_area))])
    FundingLine.objects.filter(pk=line.pk).update(hardness=Hardness.WITHDRAWN)
    with pytest.raises(Problem, match="ingetrokken"):
        add(agreement, planner, lines=[line])


def test_contribution_that_is_promised_cannot_be_removed(
    agreement: ReciprocalAgreement, line: FundingLine, planner: User
) -> None:
    made = make_commitment(agreement, lines=(line,), text="Betaalt mee")
    with pytest.raises(Problem, match=r"toegezegd .*1 toezegging \(Betaalt mee\)"):
        remove_contribution(line=line, actor=planner, version=1)
    with pytest.raises(ProtectedError):
        line.delete()
    made.funding_links.all().delete()
    remove_contribution(line=line, actor=planner, version=1)
    assert not FundingLine.objects.exists()


def test_origin_of_promised_money_stays(agreement: ReciprocalAgreement, line: FundingLine, planner: User) -> None:
    make_commitment(agreement, lines=(line,))
    amount = Decimal(5_000_000)
    given = Contribution(line.fund, line.contributor, amount, Hardness.INDICATIVE, 2026, Vat.INCLUDED)
    region = replace(given, fund=make_fund(line.measure.area, side=Side.REGION))
    with pytest.raises(Problem, match="van deze kant toegezegd"):
        change_contribution(line=line, actor=planner, version=1, given=region)
    assert change_contribution(line=line, actor=planner, version=1, given=given).amount == amount


def test_what_ended_has_a_day_and_what_was_not_done_a_reason(agreement: ReciprocalAgreement, planner: User) -> None:
    made = make_commitment(agreement)
    with pytest.raises(Problem, match="welke dag"):
        set_commitment_state(commitment=made, actor=planner, version=1, state=CommitmentState.KEPT)
    with pytest.raises(Problem, match="in de toekomst"):
        set_commitment_state(
            commitment=made,
            actor=planner,
            version=1,
            state=CommitmentState.KEPT,
            state_on=timezone.localdate() + timedelta(days=1),
        )
    with pytest.raises(Problem, match="waarom"):
        set_commitment_state(commitment=made, actor=planner, version=1, state=CommitmentState.LAPSED, state_on=DAY)
    set_commitment_state(
        commitment=made, actor=planner, version=1, state=CommitmentState.LAPSED, state_on=DAY, reason="Fonds stopt"
    )
    with pytest.raises(TransitionRefused):
        set_commitment_state(commitment=made, actor=planner, version=2, state=CommitmentState.OPEN)
    with pytest.raises(Conflict):
        set_commitment_state(commitment=made, actor=planner, version=1, state=CommitmentState.LAPSED, state_on=DAY)


def test_database_refuses_an_end_without_day_or_reason(agreement: ReciprocalAgreement) -> None:
    made = make_commitment(agreement)
    for values in ({"state": "nagekomen"}, {"state": "vervallen", "state_on": DAY}, {"text": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Commitment.objects.filter(pk=made.pk).update(**values)


def test_quantity_that_changes_keeps_its_versions_and_says_why(agreement: ReciprocalAgreement, planner: User) -> None:
    made = add_commitment(agreement=agreement, actor=planner, facts=SAID, quantity=HOMES)
    more = replace(HOMES, amount=Decimal(29_550))
    with pytest.raises(Problem, match="waarom"):
        state_quantity(commitment=made, actor=planner, version=1, quantity=more)
    with pytest.raises(Problem, match="al de hoeveelheid"):
        state_quantity(commitment=made, actor=planner, version=1, quantity=replace(HOMES, reason="Zelfde"))
    more = replace(more, reason="Woondeal bijgesteld")
    state_quantity(commitment=made, actor=planner, version=1, quantity=more)
    assert [row.amount for row in made.quantities.all()] == [26_550, 29_550]


def test_pressing_twice_states_a_quantity_once(agreement: ReciprocalAgreement, planner: User) -> None:
    made = make_commitment(agreement)
    for _ in range(2):
        state_quantity(commitment=made, actor=planner, version=1, quantity=HOMES)
    assert made.quantities.count() == 1
    with pytest.raises(Conflict):
        state_quantity(commitment=made, actor=planner, version=1, quantity=replace(HOMES, amount=Decimal(1)))
    with pytest.raises(Problem, match="eenheid"):
        state_quantity(commitment=made, actor=planner, version=2, quantity=replace(HOMES, unit=" "))


def test_commitment_that_got_going_or_was_adopted_lapses_instead(
    agreement: ReciprocalAgreement, planner: User
) -> None:
    running, adopted = make_commitment(agreement, state=CommitmentState.RUNNING), make_commitment(agreement)
    with pytest.raises(Problem, match="vervallen"):
        remove_commitment(commitment=running, actor=planner, version=1)
    stance = make_stance(agreement, "vastgesteld")
    with pytest.raises(Problem, match="vervallen"):
        remove_commitment(commitment=adopted, actor=planner, version=1)
    stance.delete()
    remove_commitment(commitment=adopted, actor=planner, version=1)
    assert list(Commitment.objects.all()) == [running]
