"""Several people who merge the same things at the same moment: one wins, the others are told."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from areas.models import Area, Organisation, Person, User
from coalition.conversations.recording.actions.recording import record_conversation
from coalition.conversations.recording.data import ConversationData, ParticipantData
from coalition.merging.actions import merge_organisations, merge_persons, undo_merge
from coalition.models import Merge, Participant
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict
from tests.factories import DAY, make_organisation

pytestmark = pytest.mark.django_db(transaction=True)


def at_once(*calls: Callable[[], object]) -> list[str]:
    """Do all at the same moment; say for each whether it was done, or what it was told."""
    start = Barrier(len(calls))

    def one(call: Callable[[], object]) -> str:
        start.wait(timeout=10)
        try:
            call()
        except Conflict as conflict:
            return str(conflict)
        else:
            return "gedaan"
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return sorted(pool.map(one, calls))


def merging(area: Area, actor: User, kept: Organisation, gone: Organisation) -> Callable[[], Merge]:
    return lambda: merge_organisations(area=area, actor=actor, kept=kept, gone=gone)


def lost(outcomes: list[str]) -> int:
    return sum("zojuist al samengevoegd" in words for words in outcomes)


def test_two_people_merge_the_same_pair_once(area: Area, planner: User, admin: User) -> None:
    a, b = make_organisation(area=area), make_organisation(area=area)
    told = at_once(merging(area, planner, a, b), merging(area, admin, a, b))
    assert (lost(told), Merge.objects.count()) == (1, 1)


def test_a_into_b_and_b_into_a_end_in_one_of_them(area: Area, planner: User, admin: User) -> None:
    a, b = make_organisation(area=area), make_organisation(area=area)
    told = at_once(merging(area, planner, a, b), merging(area, admin, b, a))
    assert lost(told) == 1
    assert Organisation.objects.filter(merged_into=None).count() == 1


def test_of_a_chain_no_link_leads_to_what_is_gone(area: Area, planner: User, admin: User) -> None:
    a, b, c = (make_organisation(area=area) for _ in range(3))
    at_once(merging(area, planner, b, a), merging(area, admin, c, b))
    assert not Organisation.objects.filter(merged_into__merged_into__isnull=False).exists()


def test_persons_are_merged_once_too(area: Area, planner: User, admin: User) -> None:
    organisation = make_organisation(area=area)
    one, other = (Person.objects.create(organisation=organisation, role=role) for role in ("Wethouder", "Dijkgraaf"))
    told = at_once(
        lambda: merge_persons(area=area, actor=planner, kept=one, gone=other),
        lambda: merge_persons(area=area, actor=admin, kept=other, gone=one),
    )
    assert lost(told) == 1


def test_a_merge_is_undone_once(area: Area, planner: User, admin: User) -> None:
    done = merging(area, planner, make_organisation(area=area), make_organisation(area=area))()
    told = at_once(*(lambda who=who: undo_merge(merge=done, actor=who) for who in (planner, admin)))
    assert told == ["Deze samenvoeging is al ongedaan gemaakt.", "gedaan"]


def test_conversation_recorded_during_a_merge_ends_up_with_who_stays(area: Area, planner: User) -> None:
    a, b = make_organisation(area=area), make_organisation(area=area)
    data = ConversationData(held_on=DAY, report="Water.", participants=(ParticipantData(organisation=b.name),))
    at_once(
        merging(area, planner, a, b),
        lambda: record_conversation(area=area, actor=planner, token=uuid7(), data=data),
    )
    assert list(Participant.objects.values_list("organisation", flat=True)) == [a.pk]
