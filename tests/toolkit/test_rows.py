"""Rows that several people change, and rows that one form makes once."""

from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from areas.models import Area, Organisation, User
from coalition.analysis.network.models import Relation
from coalition.conversations.rounds.models import ConversationRound, RoundTarget
from coalition.planning_group.seats.enums import PlanningFunction
from coalition.planning_group.seats.models import SeatFunction
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_area, make_organisation, make_round, make_seat


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation(area=area, name="Waterschap")


def target_of(round: ConversationRound, party: Organisation) -> RoundTarget:
    return RoundTarget.objects.get(round=round, organisation=party)


def test_who_read_the_last_version_writes_the_next(party: Organisation) -> None:
    party.write_over(1, website="https://waterschap.example")

    assert (party.version, party.website) == (2, "https://waterschap.example")


def test_who_read_an_earlier_version_undoes_nothing(party: Organisation) -> None:
    party.write_over(1, website="https://waterschap.example")

    with pytest.raises(Conflict):
        party.write_over(1, website="")
    party.refresh_from_db()
    assert party.website == "https://waterschap.example"


def test_writing_over_keeps_the_moment_of_change(area: Area, planner: User) -> None:
    started = timezone.now()
    relation = Relation(area=area, created_by=planner, first=make_organisation(), second=make_organisation())
    relation.valid_from = timezone.localdate()
    relation.save()
    Relation.objects.filter(pk=relation.pk).update(updated_at=started.replace(year=2020))

    relation.write_over(1)

    assert relation.updated_at >= started


def test_form_that_names_no_version_writes_over_nothing(party: Organisation) -> None:
    with pytest.raises(Conflict):
        party.write_over(None, website="")


def test_row_is_held_at_the_version_that_was_read_alone(party: Organisation) -> None:
    with pytest.raises(Conflict):
        party.held_at(2)


def test_first_declaration_makes_the_row_and_the_next_writes_over_it(area: Area, planner: User) -> None:
    round = make_round(planner, area)
    of = {"round": round, "organisation": make_organisation(area=area)}

    RoundTarget.declare(0, of, place="Roermond")
    changed = RoundTarget.declare(1, of, place="Venlo")

    assert (changed.version, RoundTarget.objects.filter(**of).count()) == (2, 1)


def test_two_first_declarations_are_a_conflict_for_the_second(area: Area, planner: User, party: Organisation) -> None:
    round = make_round(planner, area, party)

    with pytest.raises(Conflict):
        RoundTarget.declare(0, {"round": round, "organisation": party}, place="Venlo")


def test_same_declaration_twice_is_one(area: Area, planner: User, party: Organisation) -> None:
    round = make_round(planner, area, party)
    RoundTarget.declare(1, {"round": round, "organisation": party}, place="Venlo")

    RoundTarget.declare(1, {"round": round, "organisation": party}, place="Venlo")

    assert target_of(round, party).version == 2


def test_declaration_on_a_row_that_went_is_a_conflict(area: Area, planner: User, party: Organisation) -> None:
    with pytest.raises(Conflict):
        RoundTarget.declare(1, {"round": make_round(planner, area), "organisation": party}, place="Venlo")


def test_links_are_exactly_those_that_are_wanted(area: Area, planner: User, party: Organisation) -> None:
    round, other = make_round(planner, area, party, make_organisation(area=area)), make_organisation(area=area)
    stays = target_of(round, party)

    link_exactly(RoundTarget, {"round": round}, organisation=[party, other, other])

    assert target_of(round, party) == stays
    assert set(round.targets.values_list("organisation", flat=True)) == {party.pk, other.pk}


def test_links_may_be_words(area: Area, planner: User) -> None:
    seat = make_seat(area)

    link_exactly(SeatFunction, {"seat": seat}, function=[PlanningFunction.PLANNING])

    assert list(seat.functions.values_list("function", flat=True)) == [PlanningFunction.PLANNING]


def test_token_finds_what_it_made(area: Area, planner: User) -> None:
    made = make_round(planner, area)

    assert ConversationRound.made_with(made.submission_token, area=area, created_by=planner) == made


def test_token_of_elsewhere_is_refused(area: Area, planner: User) -> None:
    made = make_round(planner, area)

    with pytest.raises(Problem, match="al gebruikt"):
        ConversationRound.made_with(made.submission_token, area=make_area("de-peel"))


def test_without_a_token_nothing_is_looked_up(area: Area) -> None:
    with CaptureQueriesContext(
        connection,
    ) as seen:
        found = ConversationRound.made_with(None, area=area), ConversationRound.made_with(uuid4(), area=area)

    assert (found, len(seen)) == ((None, None), 1)
