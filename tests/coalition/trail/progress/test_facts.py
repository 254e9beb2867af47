"""Counting what the rules of progress look at."""

from datetime import date, timedelta
from typing import Any

import pytest

from areas.enums import Role
from areas.models import Area, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.ambitions.enums import AmbitionStatus
from coalition.agreement.document.enums import PartyRole, PartyStatus
from coalition.models import Agreement, AgreementParty, Ambition, AmbitionStatement, Article, Chapter, PartyContact
from coalition.trail.progress.queries import coalition_facts
from coalition.trail.progress.rules.facts import CoalitionFacts
from tests.factories import (
    DAY,
    make_area,
    make_conversation,
    make_member,
    make_organisation,
    make_seat,
    make_statement,
)

FARMERS = OrganisationKind.COMPANY


def _facts(area: Area, day: date = DAY) -> CoalitionFacts:
    return coalition_facts(day, area.pk)[area.pk]


def _ambition(area: Area, author: User, number: int = 1, **fields: Any) -> Ambition:
    return Ambition.objects.create(area=area, number=number, title="Water", text="Water", created_by=author, **fields)


def test_empty_area_counts_nothing(area: Area) -> None:
    assert _facts(area) == CoalitionFacts()


def test_planning_group_is_counted_by_side(area: Area) -> None:
    make_seat(area)
    make_seat(area, kind=FARMERS)
    make_seat(area, kind=OrganisationKind.RESIDENTS)
    facts = _facts(area)
    assert (facts.planning_government, facts.planning_society, facts.planning_members) == (1, 2, 3)


def test_role_in_the_portal_alone_is_no_seat_in_the_planning_group(area: Area, planner: User) -> None:
    assert _facts(area).planning_members == 0


@pytest.mark.parametrize(("last_day", "counted"), [(DAY, 1), (DAY - timedelta(days=1), 0), (None, 1)])
def test_seat_counts_until_its_last_day(area: Area, last_day: date | None, counted: int) -> None:
    make_seat(area, valid_until=last_day)
    assert _facts(area).planning_members == counted


def test_seat_that_begins_tomorrow_is_not_counted(area: Area) -> None:
    make_seat(area, valid_from=DAY + timedelta(days=1))
    assert _facts(area).planning_members == 0


def test_seat_in_another_area_is_not_counted_here(area: Area, other_area: Area) -> None:
    make_seat(other_area)
    assert _facts(area).planning_members == 0


def test_party_counts_as_spoken_once_there_is_contact(area: Area) -> None:
    for kind in (OrganisationKind.MUNICIPALITY, FARMERS, FARMERS):
        party = make_organisation(kind=kind, area=area)
    PartyContact.objects.create(area=area, organisation=party, conversation_count=3)
    facts = _facts(area)
    assert (facts.parties, facts.parties_spoken, facts.spoken_government, facts.spoken_society) == (3, 1, 0, 1)


def test_contact_in_another_area_counts_for_nothing_here(area: Area, other_area: Area) -> None:
    party = make_organisation(area=area)
    PartyContact.objects.create(area=other_area, organisation=party, conversation_count=3)
    assert _facts(area).parties_spoken == 0


def test_board_is_involved_when_an_executive_of_it_takes_part(area: Area) -> None:
    make_member(Role.EXECUTIVE, area, make_organisation(area=area))
    make_organisation(area=area)
    make_organisation(kind=FARMERS, area=area)
    facts = _facts(area)
    assert (facts.boards, facts.boards_involved) == (2, 1)


def test_ambition_rests_on_both_sides_when_government_and_society_spoke(area: Area, planner: User) -> None:
    ambition = _ambition(area, planner)
    for kind in (OrganisationKind.WATER_AUTHORITY, FARMERS):
        statement = make_statement(make_conversation(planner, area), make_organisation(kind=kind, area=area))
        AmbitionStatement.objects.create(ambition=ambition, statement=statement)
    assert _facts(area).ambitions_both_sides == 1


def test_dropped_ambition_is_not_counted(area: Area, planner: User) -> None:
    _ambition(area, planner, 1)
    _ambition(area, planner, 2, status=AmbitionStatus.DROPPED)
    assert _facts(area).ambitions == 1


@pytest.fixture
def agreement(area: Area) -> Agreement:
    return Agreement.objects.create(area=area, title="Akkoord")


def test_articles_are_counted_through_their_chapter(area: Area, agreement: Agreement) -> None:
    chapter = Chapter.objects.create(agreement=agreement, number=1, title="Partijen")
    Article.objects.create(chapter=chapter, number=1, title="Een", text="Een")
    assert _facts(area).articles == 1


def test_signatories_are_counted_by_how_far_they_are(area: Area, agreement: Agreement) -> None:
    kinds = (OrganisationKind.PROVINCE, FARMERS, FARMERS)
    states = (PartyStatus.SIGNED, PartyStatus.EXECUTIVES_AGREE, PartyStatus.DRAFT)
    for kind, status in zip(kinds, states, strict=True):
        party = make_organisation(kind=kind, area=area)
        AgreementParty.objects.create(agreement=agreement, organisation=party, status=status)
    facts = _facts(area)
    assert (facts.signatories, facts.signatories_agreed, facts.signed, facts.signed_government) == (3, 2, 1, 1)


def test_agenda_member_is_no_signatory(area: Area, agreement: Agreement) -> None:
    party = make_organisation(area=area)
    AgreementParty.objects.create(agreement=agreement, organisation=party, role=PartyRole.AGENDA_MEMBER)
    assert _facts(area).signatories == 0


def test_facts_of_many_areas_cost_one_query(db: None, django_assert_num_queries: Any) -> None:
    for number in range(16):
        make_organisation(area=make_area(f"gebied-{number}"))
    with django_assert_num_queries(1):
        facts = coalition_facts(DAY)
    assert {row.parties for row in facts.values()} == {1}
