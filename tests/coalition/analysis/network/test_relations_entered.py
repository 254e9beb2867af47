"""Relations between organisations: entering, changing, ending; and what merging does with them."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from threading import Barrier

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.utils import timezone

from areas.models import Area, Organisation, User
from coalition.analysis.network.actions import RelationData, add_relation, change_relation, end_relation
from coalition.analysis.network.enums import RelationKind
from coalition.conversations.recording.enums import Confidentiality
from coalition.merging.actions import merge_organisations, undo_merge
from coalition.merging.leaving.actions import leave_area
from coalition.models import Relation
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import DAY, make_challenge, make_conversation, make_organisation, make_person, make_relation

SignIn = Callable[[User], Client]
Two = tuple[Organisation, Organisation]


@pytest.fixture
def two(area: Area) -> Two:
    return make_organisation("Waterschap Limburg", area=area), make_organisation("Natuurorganisatie", area=area)


def data(first: Organisation, second: Organisation, **fields: object) -> RelationData:
    return RelationData(
        **{"kind": RelationKind.CONSULTS, "valid_from": DAY, "first": first, "second": second, **fields}
    )  # type: ignore[arg-type]


def add(area: Area, actor: User, first: Organisation, second: Organisation, **fields: object) -> Relation:
    return add_relation(area=area, actor=actor, data=data(first, second, **fields))


def test_without_direction_the_two_stand_in_one_order_with_their_people(area: Area, planner: User, two: Two) -> None:
    one, other = make_person(two[0]), make_person(two[1])
    made = add(area, planner, two[1], two[0], first_person=other, second_person=one)
    assert (made.first, made.second, made.first_person, made.second_person) == (*two, one, other)


def test_with_direction_the_order_stays(area: Area, planner: User, two: Two) -> None:
    assert add(area, planner, two[1], two[0], kind=RelationKind.FUNDS).first == two[1]


def test_pressing_twice_makes_one(area: Area, planner: User, two: Two) -> None:
    token = uuid7()
    made = [add_relation(area=area, actor=planner, data=data(*two), token=token) for _ in range(2)]
    assert made[0] == made[1]
    assert Relation.objects.count() == 1


def test_same_relation_stands_once_at_a_time_whichever_way_round(area: Area, planner: User, two: Two) -> None:
    end_relation(relation=add(area, planner, *two), actor=planner, valid_until=DAY)
    add(area, planner, two[1], two[0], valid_from=DAY + timedelta(days=1))
    with pytest.raises(Problem, match="staat er al"):
        add(area, planner, two[1], two[0], valid_from=DAY, valid_until=DAY)


def test_database_refuses_the_same_relation_and_one_with_itself(area: Area, planner: User, two: Two) -> None:
    make_relation(planner, *two, area=area)
    for pair in (two, (two[0], two[0])):
        with pytest.raises(IntegrityError), transaction.atomic():
            make_relation(planner, *pair, area=area)


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"kind": "vriendschap"}, "Kies wat voor relatie"),
        ({"valid_until": DAY - timedelta(days=1)}, "of een latere"),
        ({"valid_from": date(1066, 1, 1)}, "na 1900"),
        ({"valid_from": date(2099, 1, 1)}, "niet meer dan een jaar vooruit"),
        ({"explanation": "x" * 2001}, "2.000 tekens"),
    ],
)
def test_what_cannot_be_is_refused(area: Area, planner: User, two: Two, fields: dict[str, object], words: str) -> None:
    with pytest.raises(Problem, match=words):
        add(area, planner, *two, **fields)


def test_party_person_challenge_and_conversation_must_be_of_here(
    area: Area, other_area: Area, planner: User, interviewer: User, two: Two
) -> None:
    away = make_organisation(area=other_area)
    secret = make_conversation(interviewer, area, confidentiality=Confidentiality.CONFIDENTIAL)
    for first, second, more, words in (
        (two[0], two[0], {}, "twee verschillende"),
        (two[0], away, {}, "geen partij van dit gebied"),
        (*two, {"first_person": make_person(two[1])}, "hoort niet bij Waterschap"),
        (*two, {"challenge": make_challenge(other_area)}, "opgave hoort niet"),
        (*two, {"conversation": secret}, "mag het niet lezen"),
    ):
        with pytest.raises(Problem, match=words):
            add(area, planner, first, second, **more)


def test_who_may_not_read_the_source_keeps_it(area: Area, planner: User, interviewer: User, two: Two) -> None:
    secret = make_conversation(interviewer, area, confidentiality=Confidentiality.CONFIDENTIAL)
    made = add(area, interviewer, *two, conversation=secret)
    change_relation(
        relation=made,
        actor=planner,
        version=1,
        data=data(*two, conversation=secret, explanation="Elke maand. \x00😀 \u202e"),
    )
    made.refresh_from_db()
    assert (made.conversation, made.version, made.explanation[:12]) == (secret, 2, "Elke maand. ")


def test_who_saved_second_is_told(area: Area, planner: User, two: Two) -> None:
    made = add(area, planner, *two)
    change_relation(relation=made, actor=planner, version=1, data=data(*two, explanation="Eerst."))
    with pytest.raises(Conflict):
        change_relation(relation=made, actor=planner, version=1, data=data(*two, explanation="Daarna."))


def test_party_with_a_relation_cannot_leave(area: Area, planner: User, two: Two) -> None:
    add(area, planner, *two)
    with pytest.raises(Problem, match="1 relatie"):
        leave_area(area=area, organisation=two[0], actor=planner)


# --- Merging --------------------------------------------------------------------------------------------


def everything() -> list[tuple[object, ...]]:
    fields = ("id", "kind", "first", "second", "first_person", "second_person", "valid_from", "valid_until")
    return sorted(Relation.objects.values_list(*fields), key=str)


@pytest.mark.parametrize("gone_is_first", [True, False])
def test_merge_leaves_out_what_would_be_with_itself_and_undo_brings_it_back(
    area: Area, planner: User, two: Two, gone_is_first: bool
) -> None:
    add(area, planner, *two)
    kept, gone = two[::-1] if gone_is_first else two
    before = everything()
    done = merge_organisations(area=area, actor=planner, kept=kept, gone=gone)
    assert not Relation.objects.exists()
    undo_merge(merge=done, actor=planner)
    assert everything() == before


@pytest.mark.parametrize("older_is_gone", [True, False])
def test_same_relation_of_both_becomes_one_whichever_way_round(
    area: Area, planner: User, two: Two, older_is_gone: bool
) -> None:
    third = make_organisation("Natuur en Milieu", area=area)
    person = make_person(third)
    add(area, planner, *two)
    add(area, planner, third, two[1], first_person=person, kind=RelationKind.CONSULTS)
    kept, gone = (third, two[0]) if older_is_gone else (two[0], third)
    before = everything()
    done = merge_organisations(area=area, actor=planner, kept=kept, gone=gone)
    row = Relation.objects.get()
    assert {row.first, row.second} == {kept, two[1]}
    assert person in (row.first_person, row.second_person)
    undo_merge(merge=done, actor=planner)
    assert everything() == before


@pytest.mark.django_db(transaction=True)
def test_two_people_who_enter_it_at_once_make_one(area: Area, planner: User, admin: User) -> None:
    pair = make_organisation(area=area), make_organisation(area=area)
    start = Barrier(2)

    def enter(actor: User, first: Organisation, second: Organisation) -> bool:
        start.wait(timeout=10)
        try:
            add(area, actor, first, second)
        except Problem:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as pool:
        made = list(pool.map(enter, (planner, admin), pair, pair[::-1]))
    assert sorted(made) == [False, True]
    assert Relation.objects.count() == 1


# --- Forms ----------------------------------------------------------------------------------------------


def test_form_gives_back_what_was_typed_and_saves_when_right(
    area: Area, interviewer: User, two: Two, signed_in: SignIn
) -> None:
    client = signed_in(interviewer)
    address = f"/gebieden/{area.slug}/netwerk/relaties/nieuw/"
    typed = {
        "first": two[0].pk,
        "second": two[0].pk,
        "kind": "overleg",
        "valid_from": "2 mrt 2026",
        "explanation": "<b>Elke</b> week",
    }
    answer = client.post(address, typed)
    assert answer.status_code == 422
    assert "Kies een andere partij dan de eerste." in answer.content.decode()
    assert "&lt;b&gt;Elke&lt;/b&gt; week" in answer.content.decode()
    assert client.post(address, {**typed, "second": two[1].pk}).status_code == 302
    assert Relation.objects.get().valid_from == DAY


def test_edit_form_does_not_tell_a_source_one_may_not_read(
    area: Area, planner: User, interviewer: User, two: Two, signed_in: SignIn
) -> None:
    secret = make_conversation(interviewer, area, confidentiality=Confidentiality.CONFIDENTIAL)
    made = add(area, interviewer, *two, conversation=secret)
    page = signed_in(planner).get(f"/gebieden/{area.slug}/netwerk/relaties/{made.pk}/").content.decode()
    assert "gesprek dat u niet mag lezen" in page
    assert str(secret.pk) not in page


def test_relation_ends_on_a_day_and_not_before_it_began(
    area: Area, planner: User, two: Two, signed_in: SignIn
) -> None:
    made = add(area, planner, *two)
    address = f"/gebieden/{area.slug}/netwerk/relaties/{made.pk}/beeindigen/"
    client = signed_in(planner)
    assert client.post(address, {"valid_until": "01-01-1999"}).status_code == 422
    assert client.post(address, {"valid_until": timezone.localdate().isoformat()}).status_code == 302
    made.refresh_from_db()
    assert (made.valid_until, made.version) == (timezone.localdate(), 2)
