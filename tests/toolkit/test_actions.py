"""An action: all or nothing, and who does it stands in the history of what it writes."""

from typing import Any

import pytest
from django.apps import apps
from django.db import transaction

from areas.models import Area, Organisation, User
from areas.parties.enums import OrganisationKind
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.problems import Problem
from tests.factories import make_member

pytestmark = pytest.mark.django_db
KIND = OrganisationKind.COMPANY


@action
def name_party(*, actor: User, name: str) -> Organisation:
    """Make an organisation."""
    return Organisation.objects.create(name=name, kind=KIND)


@action
def name_two(*, actor: User, other: User, fails: bool = False) -> None:
    """Make one, let somebody else make the second, and make a third."""
    Organisation.objects.create(name="Een", kind=KIND)
    name_party(actor=other, name="Twee")
    Organisation.objects.create(name="Drie", kind=KIND)
    if fails:
        raise Problem("Mislukt.")


@action
def count_parties(*, actor: User) -> int:
    """Write nothing."""
    return Organisation.objects.count()


@action(by=By.CLOCK)
def name_by_clock(*, actor: User | None = None) -> None:
    """Make an organisation because its time has come."""
    Organisation.objects.create(name="Klok", kind=KIND)


def context_of(name: str) -> Any:
    return apps.get_model("areas", "OrganisationEvent").objects.get(name=name).pgh_context


@pytest.fixture
def other(area: Area) -> User:
    return make_member("planningsgroep", area)


def test_who_did_it_and_what_it_was_stand_in_the_event(planner: User) -> None:
    name_party(actor=planner, name="Bond")
    assert context_of("Bond") == {"user": str(planner.pk), "action": "name_party"}


def test_what_is_inside_another_action_is_of_the_outer_one_and_of_who_did_it(planner: User, other: User) -> None:
    name_two(actor=planner, other=other)
    assert context_of("Twee") == {"user": str(other.pk), "action": "name_two"}
    assert context_of("Drie") == {"user": str(planner.pk), "action": "name_two"}


def test_all_of_it_or_nothing(planner: User, other: User) -> None:
    with pytest.raises(Problem):
        name_two(actor=planner, other=other, fails=True)
    assert not Organisation.objects.exists()


def test_what_comes_after_it_in_one_transaction_is_nobodys(planner: User) -> None:
    with transaction.atomic():
        name_party(actor=planner, name="Bond")
        Organisation.objects.create(name="Later", kind=KIND)
    assert context_of("Later") is None


def test_the_clock_is_named_where_nobody_acts(planner: User) -> None:
    name_by_clock()
    assert context_of("Klok") == {"action": "name_by_clock", "by": "clock"}


def test_somebody_who_acts_goes_before_the_clock(planner: User) -> None:
    name_by_clock(actor=planner)
    assert context_of("Klok") == {"action": "name_by_clock", "user": str(planner.pk)}


def test_an_action_of_nobody_must_say_whose_it_is() -> None:
    def orphan(*, area: Area) -> None:
        """Do something."""

    with pytest.raises(TypeError, match="either"):
        action(orphan)


def test_an_action_of_somebody_says_nothing_else() -> None:
    def owned(*, actor: User) -> None:
        """Do something."""

    with pytest.raises(TypeError, match="either"):
        action(by=By.CLOCK)(owned)


def test_history_costs_no_query_where_nothing_is_written(planner: User, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(3):  # a savepoint, the question, and the release
        count_parties(actor=planner)


def test_in_a_transaction_that_goes_on_it_costs_one(planner: User, django_assert_num_queries: Any) -> None:
    with django_assert_num_queries(4):  # a savepoint, the row, the end of what was told, and the release
        name_party(actor=planner, name="Bond")
