"""Retention: what is past its term, and destroying it by two people."""

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, User
from coalition.models import Ambition, AmbitionStatement, Conversation, ConversationDraft, PartyContact, ReadEvent
from novex_portal.records.enums import DestructionStatus, RecordKind
from novex_portal.records.models import Destruction
from novex_portal.records.retention.actions import carry_out_destruction, propose_destruction, withdraw_destruction
from novex_portal.records.retention.queries import due_lists, due_persons
from novex_portal.records.retention.rules import TERMS, YEAR, term_of
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import (
    make_conversation,
    make_feedback,
    make_member,
    make_organisation,
    make_person,
    make_statement,
)

SignIn = Callable[[User], Client]
TODAY = date(2036, 3, 3)
LONG_AGO = date(2026, 3, 2)
ROOT = "/gebieden/zuid-limburg/privacy/bewaartermijnen/"


@pytest.fixture
def second(area: Area) -> User:
    return make_member(Role.AREA_ADMIN, area)


@pytest.fixture
def old(interviewer: User, area: Area) -> Conversation:
    return make_conversation(interviewer, area, held_on=LONG_AGO, report="OUD VERSLAG")


def proposed(area: Area, actor: User, kind: str = RecordKind.CONVERSATION) -> Destruction:
    return propose_destruction(area=area, kind=kind, actor=actor, today=TODAY)


def test_every_kind_of_record_has_a_term_in_words() -> None:
    assert {term.kind for term in TERMS} == set(RecordKind)
    assert term_of(RecordKind.CONVERSATION).words == "7 jaar na de dag van het gesprek"
    assert term_of(RecordKind.DRAFT).words == "180 dagen na de laatste wijziging"


@pytest.mark.parametrize(("days", "number"), [(7 * YEAR, 0), (7 * YEAR + 1, 1)])
def test_a_conversation_is_due_the_day_after_its_term(interviewer: User, area: Area, days: int, number: int) -> None:
    make_conversation(interviewer, area, held_on=TODAY - timedelta(days=days))
    assert due_lists(area, TODAY)[0].number == number


def test_what_an_ambition_rests_on_stays(old: Conversation, area: Area, planner: User) -> None:
    ambition = Ambition.objects.create(area=area, number=1, title="Water", text="Water.", created_by=planner)
    AmbitionStatement.objects.create(ambition=ambition, statement=make_statement(old))
    found = due_lists(area, TODAY)[0]
    assert (found.number, found.kept) == (0, 1)
    with pytest.raises(Problem, match="niets"):
        proposed(area, planner)


def test_one_person_cannot_do_both(old: Conversation, area: Area, admin: User) -> None:
    made = proposed(area, admin)
    with pytest.raises(Problem, match="Vernietigen doet een ander"):
        carry_out_destruction(destruction=made, actor=admin, today=TODAY)
    with pytest.raises(IntegrityError), transaction.atomic():
        Destruction.objects.update(status=DestructionStatus.DONE, decided_by=admin, decided_at=timezone.now())
    assert Conversation.objects.exists()


def test_nothing_is_left_but_the_record(old: Conversation, area: Area, admin: User, second: User) -> None:
    make_feedback(make_statement(old), reason="EEN REDEN")
    ReadEvent.objects.create(conversation=old, reader=admin)
    made = carry_out_destruction(destruction=proposed(area, admin), actor=second, today=TODAY)
    assert not Conversation.objects.exists()
    events = Conversation.pgh_event_model.objects.filter(report="OUD VERSLAG")  # type: ignore[attr-defined]
    assert not events.exists()
    assert (made.status, dict(made.destroyed)["gesprekken"]) == (DestructionStatus.DONE, 1)
    assert PartyContact.objects.filter(conversation_count__gt=0).count() == 0


def test_history_of_all_that_hung_under_it_goes_too(old: Conversation, area: Area, admin: User, second: User) -> None:
    feedback = make_feedback(make_statement(old), reason="EEN REDEN")
    carry_out_destruction(destruction=proposed(area, admin), actor=second, today=TODAY)
    events = type(feedback).pgh_event_model.objects  # type: ignore[attr-defined]
    assert not events.filter(reason="EEN REDEN").exists()


def test_what_is_used_since_the_proposal_stays(old: Conversation, area: Area, admin: User, second: User) -> None:
    made = proposed(area, admin)
    ambition = Ambition.objects.create(area=area, number=1, title="Water", text="Water.", created_by=admin)
    AmbitionStatement.objects.create(ambition=ambition, statement=make_statement(old))
    carry_out_destruction(destruction=made, actor=second, today=TODAY)
    assert Conversation.objects.filter(pk=old.pk).exists()


def test_proposing_and_carrying_out_twice_is_once(old: Conversation, area: Area, admin: User, second: User) -> None:
    made = proposed(area, admin)
    assert proposed(area, second) == made
    first, again = (carry_out_destruction(destruction=made, actor=second, today=TODAY) for _ in range(2))
    assert first.destroyed == again.destroyed or list(map(list, first.destroyed)) == again.destroyed


def test_withdrawn_proposal_cannot_be_carried_out(old: Conversation, area: Area, admin: User, second: User) -> None:
    made = withdraw_destruction(destruction=proposed(area, admin), actor=second)
    with pytest.raises(Conflict):
        carry_out_destruction(destruction=made, actor=second, today=TODAY)
    assert Conversation.objects.exists()


def test_drafts_and_read_log_have_terms_of_their_own(old: Conversation, area: Area, admin: User, second: User) -> None:
    ConversationDraft.objects.create(area=area, author=admin)
    ReadEvent.objects.create(conversation=old, reader=admin)
    for kind in (RecordKind.DRAFT, RecordKind.READING):
        carry_out_destruction(destruction=proposed(area, admin, kind), actor=second, today=TODAY)
    assert not ConversationDraft.objects.exists()
    assert not ReadEvent.objects.exists()


def test_conversation_elsewhere_is_not_due_here(interviewer: User, area: Area, other_area: Area) -> None:
    make_conversation(interviewer, other_area, held_on=LONG_AGO)
    assert due_lists(area, TODAY)[0].number == 0


def test_person_whose_role_ended_long_ago_is_listed(area: Area) -> None:
    party = make_organisation(area=area)
    gone = make_person(party, name="Voorbeeld Aardbei", valid_until=LONG_AGO)
    make_person(party, valid_until=LONG_AGO)
    make_person(party, name="Voorbeeld Braam")
    assert list(due_persons(area, TODAY)) == [gone]


def test_two_people_walk_it_in_the_portal(
    signed_in: SignIn, interviewer: User, area: Area, admin: User, second: User
) -> None:
    make_conversation(interviewer, area, held_on=timezone.localdate() - timedelta(days=7 * YEAR + 1))
    first = signed_in(admin)
    assert first.post(f"{ROOT}voorstellen/", {"soort": "gesprek"}).status_code == 302
    address = f"/gebieden/zuid-limburg/privacy/vernietigen/{Destruction.objects.get().pk}/"
    assert "Een ander voert het uit" in first.get(address).text
    first.post(f"{address}uitvoeren/")
    assert Conversation.objects.exists()
    signed_in(second).post(f"{address}uitvoeren/")
    assert "Van de inhoud is niets bewaard" in first.get(address).text
    assert not Conversation.objects.exists()


def test_unknown_kind_is_refused_kindly(signed_in: SignIn, admin: User) -> None:
    page = signed_in(admin).post(f"{ROOT}voorstellen/", {"soort": "alles"}, follow=True)
    assert "Kies wat er vernietigd moet worden." in page.text
