"""Where parties are with an agreement, and the letters with their reservations."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.http import Http404
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, User
from coalition.agreement.document.enums import PartyStatus
from deliverables.arrangement.agreements.models import ReciprocalAgreement
from deliverables.arrangement.stances.access import letter_for
from deliverables.arrangement.stances.actions import StanceFacts, add_stance, change_stance, remove_stance
from deliverables.arrangement.stances.models import AgreementStance
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.states import TransitionRefused
from tests.deliverables.arrangement.factories import DAY, make_agreement, make_province, make_stance
from tests.factories import make_member, make_organisation
from tests.toolkit.files.brought import A_DOCUMENT

pytestmark = pytest.mark.django_db
SIGNED = StanceFacts(PartyStatus.SIGNED, decided_on=DAY, reservation="Als er geld is", letter=A_DOCUMENT)


@pytest.fixture
def agreement(area: Area, planner: User) -> ReciprocalAgreement:
    return make_agreement(area, created_by=planner)


def add(agreement: ReciprocalAgreement, planner: User, facts: StanceFacts, body: str = "Raad") -> AgreementStance:
    party = make_organisation(area=agreement.area)
    return add_stance(agreement=agreement, actor=planner, organisation=party, body=body, facts=facts)


def test_decision_has_its_day(agreement: ReciprocalAgreement, planner: User) -> None:
    for status in (PartyStatus.ADOPTED, PartyStatus.SIGNED):
        with pytest.raises(Problem, match="welke dag"):
            add(agreement, planner, StanceFacts(status))
    with pytest.raises(Problem, match="niet in de toekomst"):
        add(agreement, planner, replace(SIGNED, decided_on=timezone.localdate() + timedelta(days=1)))
    assert add(agreement, planner, SIGNED).decided_on == DAY


def test_letter_goes_with_the_words_of_a_reservation(agreement: ReciprocalAgreement, planner: User) -> None:
    with pytest.raises(Problem, match="Schrijf op wat het voorbehoud is"):
        add(agreement, planner, replace(SIGNED, reservation=" "))
    made = add(agreement, planner, SIGNED)
    assert made.letter
    with pytest.raises(IntegrityError), transaction.atomic():
        AgreementStance.objects.filter(pk=made.pk).update(reservation="")


def test_letter_stays_until_it_is_taken_away(agreement: ReciprocalAgreement, planner: User) -> None:
    made = add(agreement, planner, SIGNED)
    kept = change_stance(stance=made, actor=planner, version=1, facts=replace(SIGNED, letter=None))
    assert kept.letter_id == made.letter_id
    gone = change_stance(stance=made, actor=planner, version=2, facts=replace(SIGNED, letter=None, drop_letter=True))
    assert gone.letter_id is None


def test_body_of_a_party_is_written_down_once(agreement: ReciprocalAgreement, planner: User) -> None:
    there, token = make_stance(agreement), uuid7()
    facts = StanceFacts(PartyStatus.DRAFT)
    with pytest.raises(Problem, match="staat de stand er al"):
        add_stance(agreement=agreement, actor=planner, organisation=there.organisation, body="Raad", facts=facts)
    for _ in range(2):
        add_stance(
            agreement=agreement,
            actor=planner,
            organisation=there.organisation,
            body="B en W",
            facts=facts,
            token=token,
        )
    assert agreement.stances.count() == 2


def test_body_and_party_of_the_area_are_asked_for(
    agreement: ReciprocalAgreement, planner: User, other_area: Area
) -> None:
    facts = StanceFacts(PartyStatus.DRAFT)
    with pytest.raises(Problem, match="Vul het orgaan in"):
        add(agreement, planner, facts, body=" ")
    party = make_organisation(area=other_area)
    with pytest.raises(Problem, match="hoort niet bij dit gebied"):
        add_stance(agreement=agreement, actor=planner, organisation=party, body="Raad", facts=facts)


def test_party_goes_step_by_step(agreement: ReciprocalAgreement, planner: User) -> None:
    made = make_stance(agreement)
    with pytest.raises(TransitionRefused):
        change_stance(stance=made, actor=planner, version=1, facts=SIGNED)
    change_stance(stance=made, actor=planner, version=1, facts=StanceFacts(PartyStatus.OFFICIALS_AGREE))
    with pytest.raises(Conflict):
        change_stance(stance=made, actor=planner, version=1, facts=StanceFacts(PartyStatus.OFFICIALS_AGREE))


def test_what_was_decided_is_not_removed(agreement: ReciprocalAgreement, planner: User) -> None:
    adopted, draft = make_stance(agreement, PartyStatus.ADOPTED), make_stance(agreement)
    with pytest.raises(Problem, match="heeft besloten"):
        remove_stance(stance=adopted, actor=planner, version=1)
    remove_stance(stance=draft, actor=planner, version=1)
    assert list(AgreementStance.objects.all()) == [adopted]


def test_letter_is_read_where_the_agreement_is(area: Area, other_area: Area, planner: User) -> None:
    make_province(area, other_area)
    shared, hidden = make_agreement(area, touches=(other_area,)), make_agreement(area)
    theirs = make_member(Role.PARTICIPANT, other_area)
    found = add(shared, planner, SIGNED)
    assert letter_for(theirs, other_area.slug, shared.pk, found.pk)[1] == found.letter
    with pytest.raises(Http404):
        letter_for(theirs, other_area.slug, hidden.pk, add(hidden, planner, SIGNED).pk)
    with pytest.raises(Http404):
        letter_for(planner, area.slug, shared.pk, make_stance(shared).pk)
