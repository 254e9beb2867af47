"""The page of a party, its history, and leaving the area."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from areas.models import Area, AreaOrganisation, Mandate, Organisation, Person, UmbrellaMembership, User
from coalition.conversations.contacts.actions import rebuild_contacts
from coalition.conversations.recording.enums import Confidentiality
from coalition.models import ActionItem, Agreement, AgreementParty, Decision, DecisionPosition, Participant, Seat
from deliverables.agenda.measures.enums import PartyPart
from deliverables.agenda.measures.models import MeasureParty
from tests.deliverables.agenda.factories import make_measure
from tests.factories import DAY, make_conversation, make_organisation, make_user

SignedIn = Callable[[User], Client]


def _page(client: Client, area: Area, party: Organisation, below: str = "") -> str:
    response = client.get(f"/gebieden/{area.slug}/partijen/{party.pk}/{below}")
    assert response.status_code == 200
    return response.content.decode()


def _spoken(party: Organisation, area: Area, author: User, **fields: Any) -> None:
    conversation = make_conversation(author, area, **fields)
    Participant.objects.create(conversation=conversation, organisation=party)
    rebuild_contacts(area=area)


def test_page_says_who_it_is(area: Area, participant: User, signed_in: SignedIn) -> None:
    party = make_organisation("Waterschap Limburg", "waterschap", area)
    page = _page(signed_in(participant), area, party)
    assert "Waterschap, overheid." in page


def test_notes_are_read_by_who_works_on_parties_here(
    area: Area, interviewer: User, participant: User, programme_team: User, stranger: User, other_area: Area,
    signed_in: SignedIn,
) -> None:  # fmt: skip
    party = make_organisation(area=area)
    AreaOrganisation.objects.update(notes="Belt liever.")
    AreaOrganisation.objects.create(area=other_area, organisation=party)
    assert "Belt liever." in _page(signed_in(interviewer), area, party)
    for user, place in ((participant, area), (programme_team, area), (stranger, other_area)):
        assert "Belt liever." not in _page(signed_in(user), place, party)


def test_areas_one_does_not_belong_to_are_only_a_number(
    area: Area, other_area: Area, interviewer: User, participant: User, signed_in: SignedIn
) -> None:
    party = make_organisation(area=area)
    AreaOrganisation.objects.create(area=other_area, organisation=party)
    page = _page(signed_in(interviewer), area, party)
    assert "en in 1 ander gebied" in page
    assert "De Peel" not in page
    assert "ander gebied" not in _page(signed_in(participant), area, party)


def test_umbrella_and_its_members_each_say_that_a_signature_does_not_bind(
    area: Area, participant: User, signed_in: SignedIn
) -> None:
    umbrella, member = make_organisation("Raad", area=area), make_organisation("Bond", area=area)
    UmbrellaMembership.objects.create(umbrella=umbrella, member=member)
    for party in (umbrella, member):
        page = _page(signed_in(participant), area, party)
        assert "Een handtekening van een koepel bindt haar leden niet." in page


def test_members_from_other_areas_are_only_counted(
    area: Area, other_area: Area, participant: User, signed_in: SignedIn
) -> None:
    umbrella, foreign = make_organisation("Raad", area=area), make_organisation("Vreemde bond", area=other_area)
    UmbrellaMembership.objects.create(umbrella=umbrella, member=foreign)
    page = _page(signed_in(participant), area, umbrella)
    assert "1 lid is geen partij van Zuid-Limburg" in page
    assert "Vreemde bond" not in page


def test_interviewer_reads_contact_and_participant_does_not(
    area: Area, interviewer: User, participant: User, signed_in: SignedIn
) -> None:
    party = make_organisation(area=area)
    _spoken(party, area, interviewer)
    assert "1 gesprek, het laatste op" in _page(signed_in(interviewer), area, party)
    page = _page(signed_in(participant), area, party)
    assert "het laatste op" not in page
    assert "Gesprek van" not in page


def test_conversation_one_may_not_read_is_not_named(
    area: Area, interviewer: User, planner: User, signed_in: SignedIn
) -> None:
    party = make_organisation(area=area)
    _spoken(party, area, interviewer, confidentiality=Confidentiality.CONFIDENTIAL)
    assert "Gesprek van" not in _page(signed_in(planner), area, party)
    assert "Gesprek van" in _page(signed_in(interviewer), area, party)


def test_place_in_the_akkoord_stands_with_its_reservation(area: Area, participant: User, signed_in: SignedIn) -> None:
    party = make_organisation(area=area)
    agreement = Agreement.objects.create(area=area, title="Akkoord")
    AgreementParty.objects.create(agreement=agreement, organisation=party, reservation="Na de raad.")
    page = _page(signed_in(participant), area, party)
    assert "Ondertekenaar" in page
    assert "Voorbehoud: Na de raad." in page


def _decision(area: Area, author: User, number: int = 1) -> Decision:
    return Decision.objects.create(
        area=area, number=number, title=f"Peilbesluit {number}", text="Ja.", body="Planningsgroep", decided_on=DAY,
        created_by=author,
    )  # fmt: skip


def test_position_on_a_decision_is_shown(area: Area, participant: User, planner: User, signed_in: SignedIn) -> None:
    party = make_organisation(area=area)
    DecisionPosition.objects.create(
        decision=_decision(area, planner), organisation=party, status="vastgesteld", stated_on=DAY
    )
    page = _page(signed_in(participant), area, party)
    assert "Peilbesluit 1" in page
    assert "Vastgesteld" in page


def test_open_action_follows_who_may_read_its_conversation(
    area: Area, interviewer: User, participant: User, signed_in: SignedIn
) -> None:
    person = Person.objects.create(organisation=(party := make_organisation(area=area)), role="Dijkgraaf")
    secret = make_conversation(interviewer, area, confidentiality=Confidentiality.CONFIDENTIAL)
    for what, conversation in (("Belt terug", None), ("Zwijgt", secret)):
        ActionItem.objects.create(
            area=area, conversation=conversation, what=what, owner="Dijkgraaf", owner_person=person
        )
    page = _page(signed_in(participant), area, party)
    assert "Belt terug" in page
    assert "Zwijgt" not in page
    assert "Zwijgt" in _page(signed_in(interviewer), area, party)


@pytest.mark.parametrize("below", ["", "geschiedenis/", "weg/", "bewerken/", "koepels/"])
def test_party_of_another_area_is_not_there(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn, below: str
) -> None:
    party = make_organisation(area=other_area)
    url = f"/gebieden/{area.slug}/partijen/{party.pk}/{below}"
    assert signed_in(interviewer).get(url).status_code == 404


@pytest.mark.parametrize("below", ["", "geschiedenis/", "weg/", "koepels/"])
def test_merged_party_leads_to_the_one_it_became(
    area: Area, interviewer: User, signed_in: SignedIn, below: str
) -> None:
    kept = make_organisation(area=area)
    middle = Organisation.objects.create(name="Midden", kind="bedrijf", merged_into=kept)
    gone = Organisation.objects.create(name="Oud", kind="bedrijf", merged_into=middle)
    answer = signed_in(interviewer).get(f"/gebieden/{area.slug}/partijen/{gone.pk}/{below}")
    assert answer["Location"] == f"/gebieden/{area.slug}/partijen/{kept.pk}/{below}"


def test_page_tells_what_the_party_does_in_which_measure(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    party = make_organisation(area=area)
    measure = make_measure(area, "W01", title="Aanleg berging", lead=party)
    MeasureParty.objects.create(measure=measure, organisation=party, part=PartyPart.FUNDER)
    page = _page(signed_in(interviewer), area, party)
    assert "ZL-W01 Aanleg berging" in page
    assert "Trekker, financier." in page


@pytest.mark.parametrize("times", [1, 3])
def test_page_costs_fifteen_queries(
    area: Area, interviewer: User, signed_in: SignedIn, django_assert_num_queries: Any, times: int
) -> None:
    party = make_organisation(area=area)
    for number in range(times):
        _spoken(party, area, interviewer)
        person = Person.objects.create(organisation=party, role=f"Rol {number}", user=make_user())
        ActionItem.objects.create(area=area, what="Bellen", owner="rol", owner_person=person)
        UmbrellaMembership.objects.create(umbrella=make_organisation(area=area), member=party)
        make_measure(area, lead=party)
        DecisionPosition.objects.create(decision=_decision(area, interviewer, number + 1), organisation=party)
    client = signed_in(interviewer)
    _page(client, area, party)
    with django_assert_num_queries(15):
        _page(client, area, party)


def test_words_agreed_in_confidence_stand_only_where_reading_is_recorded(
    area: Area, interviewer: User, planner: User, signed_in: SignedIn
) -> None:
    party = make_organisation(area=area)
    person = Person.objects.create(organisation=party, role="Dijkgraaf")
    talk = make_conversation(interviewer, area, confidentiality=Confidentiality.CONFIDENTIAL)
    talk.readers.add(planner)
    ActionItem.objects.create(area=area, conversation=talk, what="Kanarie", owner="Dijkgraaf", owner_person=person)
    assert "Kanarie" in _page(signed_in(interviewer), area, party)
    page = _page(signed_in(planner), area, party)
    assert "Kanarie" not in page
    assert "Afspraak uit een vertrouwelijk gesprek" in page


def test_author_who_may_read_conversations_no_more_sees_no_action_of_theirs(
    area: Area, executive: User, signed_in: SignedIn
) -> None:
    party = make_organisation(area=area)
    person = Person.objects.create(organisation=party, role="Dijkgraaf")
    talk = make_conversation(executive, area)
    ActionItem.objects.create(area=area, conversation=talk, what="Kanarie", owner="Dijkgraaf", owner_person=person)
    assert "Kanarie" not in _page(signed_in(executive), area, party)


@pytest.mark.django_db(transaction=True)
def test_history_says_field_by_field_who_changed_what(area: Area, interviewer: User, signed_in: SignedIn) -> None:
    party = make_organisation("Bond", area=area)
    client = signed_in(interviewer)
    facts = {"name": "Raad", "kind": "gemeente", "version": "1", "notes": "Belt.", "notes_seen": "e3b0c44298fc1c14"}
    client.post(f"/gebieden/{area.slug}/partijen/{party.pk}/bewerken/", facts)
    page = _page(client, area, party, "geschiedenis/")
    for words in ("Naam", "Bond", "Raad", "Dit gebied: aantekeningen", "Belt.", f"Door {interviewer}"):
        assert words in page


@pytest.mark.django_db(transaction=True)
def test_history_keeps_notes_from_who_may_not_read_them(
    area: Area, participant: User, interviewer: User, signed_in: SignedIn
) -> None:
    party = make_organisation("Bond", area=area)
    link = AreaOrganisation.objects.get()
    link.notes = "Belt liever."
    link.save()
    assert "Belt liever." not in _page(signed_in(participant), area, party, "geschiedenis/")
    assert "Belt liever." in _page(signed_in(interviewer), area, party, "geschiedenis/")


def _leave(client: Client, area: Area, party: Organisation) -> Any:
    return client.post(f"/gebieden/{area.slug}/partijen/{party.pk}/weg/")


def test_party_on_which_nothing_hangs_leaves_and_stays_elsewhere(
    area: Area, other_area: Area, interviewer: User, signed_in: SignedIn
) -> None:
    party = make_organisation(area=area)
    AreaOrganisation.objects.create(area=other_area, organisation=party)
    assert _leave(signed_in(interviewer), area, party).status_code == 302
    assert list(party.areas.all()) == [other_area]


def _hang(what: str, party: Organisation, area: Area, author: User) -> None:
    person = Person.objects.create(organisation=party, role="Dijkgraaf")
    if what == "gesprek":
        _spoken(party, area, author)
    if what == "akkoord":
        AgreementParty.objects.create(
            agreement=Agreement.objects.create(area=area, title="Akkoord"), organisation=party
        )
    if what == "mandaat":
        Mandate.objects.create(
            area=area, organisation=party, person=person, level="meepraten", subject="Water", valid_from=DAY
        )
    if what == "plek":
        Seat.objects.create(area=area, person=person, valid_from=timezone.localdate())
    if what == "besluit":
        DecisionPosition.objects.create(decision=_decision(area, author), organisation=party)


@pytest.mark.parametrize("what", ["gesprek", "akkoord", "mandaat", "plek", "besluit"])
def test_party_on_which_something_hangs_stays(area: Area, interviewer: User, signed_in: SignedIn, what: str) -> None:
    party = make_organisation(area=area)
    _hang(what, party, area, interviewer)
    answer = _leave(signed_in(interviewer), area, party)
    assert answer.status_code == 422
    assert what in answer.content.decode()
    assert area.organisations.get() == party


def test_what_hangs_on_a_party_elsewhere_holds_it_not_here(
    area: Area, other_area: Area, interviewer: User, stranger: User, signed_in: SignedIn
) -> None:
    party = make_organisation(area=area)
    AreaOrganisation.objects.create(area=other_area, organisation=party)
    _hang("gesprek", party, other_area, stranger)
    assert _leave(signed_in(interviewer), area, party).status_code == 302
