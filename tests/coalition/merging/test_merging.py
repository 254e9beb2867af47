"""Two organisations or persons that turn out to be one, and back again within a day."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import models
from django.utils import timezone
from pghistory.models import Event

from areas.enums import Role
from areas.mandates.enums import MandateLevel
from areas.models import Area, AreaOrganisation, ContactPerson, Mandate, Organisation, Person, UmbrellaMembership, User
from areas.parties.enums import OrganisationKind
from coalition.agreement.document.enums import PartyStatus
from coalition.conversations.contacts.actions import rebuild_contacts
from coalition.merging.actions import merge_organisations, merge_persons, undo_merge
from coalition.merging.engine import absorb, references_to, shapes
from coalition.models import (
    ActionItem,
    Agreement,
    AgreementParty,
    Decision,
    DecisionPosition,
    Meeting,
    MeetingAttendee,
    Merge,
    Participant,
    PartyContact,
    Seat,
    SeatFunction,
    Statement,
)
from coalition.planning_group.decisions.enums import DecisionStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from tests.factories import make_conversation, make_member, make_organisation, make_statement

DAY = date(2026, 3, 2)
# What a merge and its undoing leave behind: the merge itself, versions, and moments of writing.
_NOT_COMPARED = {"version", "updated_at"}


@pytest.fixture
def two(area: Area) -> tuple[Organisation, Organisation]:
    return make_organisation("Gemeente Heerlen", area=area), make_organisation("Gem. Heerlen", area=area)


def everything() -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of the portal, as it is now; history and merges aside."""
    labels = {"areas", "coalition", "deliverables"}
    found = [model for model in apps.get_models() if model._meta.app_label in labels and not issubclass(model, Event)]
    return {model._meta.label: _rows(model) for model in found if model is not Merge}


def _rows(model: type[models.Model]) -> list[dict[str, Any]]:
    skip = _NOT_COMPARED | ({"id"} if model is PartyContact else set())
    names = [field.attname for field in model._meta.concrete_fields if field.name not in skip]
    return sorted(model._base_manager.values(*names), key=repr)


def person(organisation: Organisation, role: str = "Wethouder", **fields: Any) -> Person:
    return Person.objects.create(organisation=organisation, role=role, **fields)


def seat(area: Area, who: Person, *functions: str, since: date = DAY) -> Seat:
    made = Seat.objects.create(area=area, person=who, valid_from=since)
    for function in functions:
        SeatFunction.objects.create(seat=made, function=function)
    return made


def mandate(area: Area, who: Person) -> Mandate:
    values = {"level": MandateLevel.TALK, "subject": "Water", "valid_from": DAY}
    return Mandate.objects.create(area=area, person=who, organisation=who.organisation, **values)


def decision(area: Area, author: User) -> Decision:
    values = {"number": 1, "title": "Besluit", "text": "Wij doen het.", "body": "Stuurgroep", "decided_on": DAY}
    return Decision.objects.create(area=area, created_by=author, **values)


def busy(area: Area, author: User, kept: Organisation, gone: Organisation) -> None:
    """Give both a part in everything, with a clash wherever only one of two rows may stand."""
    agreement = Agreement.objects.create(area=area, title="Akkoord")
    AgreementParty.objects.create(agreement=agreement, organisation=kept, reservation="Geld")
    signed = {"status": PartyStatus.SIGNED, "reservation": "Grond", "decided_on": DAY}
    AgreementParty.objects.create(agreement=agreement, organisation=gone, **signed)
    decided = decision(area, author)
    DecisionPosition.objects.create(decision=decided, organisation=kept)
    noted = {"status": DecisionStatus.NOTED, "stated_on": DAY}
    DecisionPosition.objects.create(decision=decided, organisation=gone, **noted)
    talk = make_conversation(author, area)
    make_statement(talk, kept), make_statement(talk, gone)
    make_statement(make_conversation(author, area), gone)
    UmbrellaMembership.objects.create(umbrella=kept, member=gone)
    koepel = make_organisation("Koepel", area=area)
    for member in (kept, gone):
        UmbrellaMembership.objects.create(umbrella=koepel, member=member)
    _busy_persons(area, author, kept, gone)
    rebuild_contacts(area=area)


def _busy_persons(area: Area, author: User, kept: Organisation, gone: Organisation) -> None:
    ours, theirs = person(kept, valid_from=DAY), person(gone, email="w@example.org")
    other = person(gone, "Secretaris")
    seat(area, ours, "planning"), seat(area, theirs, "planning", "mobiliseren")
    meeting = Meeting.objects.create(area=area, title="Overleg", held_on=DAY, created_by=author)
    for who in (ours, theirs, other):
        MeetingAttendee.objects.create(meeting=meeting, person=who)
        ContactPerson.objects.create(area=area, person=who)
        mandate(area, who)
    ActionItem.objects.create(area=area, what="Bellen", owner="Wethouder", owner_person=theirs)
    talk = make_conversation(author, area)
    for organisation, who in ((kept, ours), (gone, theirs), (gone, other)):
        Participant.objects.create(conversation=talk, organisation=organisation, person=who)


Two = tuple[Organisation, Organisation]


def merge(area: Area, actor: User, two: Two, **more: Any) -> Merge:
    return merge_organisations(area=area, actor=actor, kept=two[0], gone=two[1], **more)


# --- Organisations --------------------------------------------------------------------------------


def test_nothing_points_at_the_one_that_went(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    merge(area, planner, two)
    left = {
        field.model._meta.label: field.model._base_manager.filter(**{field.name: two[1]}).count()
        for field in references_to(Organisation)
        if field.model is not PartyContact
    }
    assert not any(left.values()), left


def test_undoing_puts_every_table_back_row_by_row(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    before = everything()
    done = merge(area, planner, two)
    assert everything() != before
    undo_merge(merge=done, actor=planner)
    assert everything() == before


def test_the_one_that_went_leads_to_the_one_that_stayed(area: Area, planner: User, two: Two) -> None:
    merge(area, planner, two)
    two[1].refresh_from_db()
    assert (two[1].name, two[1].merged_into) == ("Gem. Heerlen", two[0])


def test_conversations_and_statements_of_both_are_counted_for_the_one(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    merge(area, planner, two)
    contact = PartyContact.objects.get(area=area, organisation=two[0])
    assert (contact.conversation_count, contact.statement_count) == (3, 3)


def test_notes_of_both_stand_under_each_other(area: Area, planner: User, two: Two) -> None:
    for organisation, notes in zip(two, ("Eerst bellen.", "Niet op vrijdag."), strict=True):
        AreaOrganisation.objects.filter(organisation=organisation).update(notes=notes)
    merge(area, planner, two)
    assert AreaOrganisation.objects.get(organisation=two[0]).notes == "Eerst bellen.\n\nNiet op vrijdag."


def test_a_website_that_was_missing_is_inherited(area: Area, planner: User, two: Two) -> None:
    Organisation.objects.filter(pk=two[1].pk).update(website="https://heerlen.example")
    merge(area, planner, two)
    two[0].refresh_from_db()
    assert two[0].website == "https://heerlen.example"


def test_a_website_that_was_there_stays(area: Area, planner: User, two: Two) -> None:
    Organisation.objects.filter(pk=two[0].pk).update(website="https://a.example")
    Organisation.objects.filter(pk=two[1].pk).update(website="https://b.example")
    merge(area, planner, two)
    two[0].refresh_from_db()
    assert two[0].website == "https://a.example"


def test_an_umbrella_is_never_its_own_member(area: Area, planner: User, two: Two) -> None:
    UmbrellaMembership.objects.create(umbrella=two[1], member=two[0])
    done = merge(area, planner, two)
    assert not UmbrellaMembership.objects.exists()
    undo_merge(merge=done, actor=planner)
    assert UmbrellaMembership.objects.filter(umbrella=two[1], member=two[0]).exists()


def test_reservations_of_both_parties_of_the_akkoord_are_kept(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    merge(area, planner, two)
    party = AgreementParty.objects.get(organisation=two[0])
    assert (party.reservation, party.status) == ("Geld\n\nGrond", PartyStatus.SIGNED)


def test_what_one_said_of_a_decision_fills_the_silence_of_the_other(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    merge(area, planner, two)
    stand = DecisionPosition.objects.get(organisation=two[0])
    assert (stand.status, stand.stated_on) == (DecisionStatus.NOTED, DAY)


def test_persons_in_the_same_role_become_one(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    merge(area, planner, two)
    one = Person.objects.get(organisation=two[0], role="Wethouder", merged_into=None)
    assert (one.email, one.valid_from, one.mandates.count(), one.action_items.count()) == (
        "w@example.org",
        DAY,
        2,
        1,
    )


def test_functions_of_two_seats_come_together_in_one(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    merge(area, planner, two)
    held = Seat.objects.get(area=area).functions.values_list("function", flat=True)
    assert sorted(held) == ["mobiliseren", "planning"]


def test_the_version_of_the_one_that_stays_goes_up(area: Area, planner: User, two: Two) -> None:
    Organisation.objects.filter(pk=two[1].pk).update(website="https://heerlen.example")
    merge(area, planner, two)
    two[0].refresh_from_db()
    assert two[0].version == 2


def test_the_history_names_the_merge(area: Area, planner: User, two: Two) -> None:
    done = merge(area, planner, two)
    event = apps.get_model("areas", "OrganisationEvent").objects.filter(pgh_obj=two[1]).latest("pgh_id")
    context = event.pgh_context
    assert (context["merge"], context["merged"]) == (str(done.pk), "Gem. Heerlen in Gemeente Heerlen")


def test_pressing_twice_merges_once(area: Area, planner: User, two: Two) -> None:
    token = uuid7()
    assert merge(area, planner, two, token=token) == merge(area, planner, two, token=token)
    assert Merge.objects.count() == 1


def test_a_token_of_another_merge_is_refused(area: Area, planner: User, two: Two) -> None:
    token = uuid7()
    merge(area, planner, two, token=token)
    with pytest.raises(Problem, match="al gebruikt"):
        merge(area, planner, (two[0], make_organisation(area=area)), token=token)


def test_merging_again_says_that_it_was_just_done(area: Area, planner: User, two: Two) -> None:
    merge(area, planner, two)
    with pytest.raises(Conflict, match="zojuist al samengevoegd"):
        merge(area, planner, (two[1], two[0]))


def test_nothing_merges_with_itself(area: Area, planner: User, two: Two) -> None:
    with pytest.raises(Problem, match="zichzelf"):
        merge(area, planner, (two[0], two[0]))


# --- Who may ----------------------------------------------------------------------------------------


def test_what_takes_part_elsewhere_too_is_for_the_regieteam(
    area: Area, other_area: Area, planner: User, two: Two
) -> None:
    AreaOrganisation.objects.create(area=other_area, organisation=two[1])
    with pytest.raises(Problem, match=r"Gem\. Heerlen.*regieteam"):
        merge(area, planner, two)
    two[1].refresh_from_db()
    assert two[1].merged_into is None


def test_the_regieteam_merges_across_areas(
    area: Area, other_area: Area, programme_team: User, planner: User, two: Two
) -> None:
    AreaOrganisation.objects.create(area=other_area, organisation=two[1])
    done = merge(area, programme_team, two)
    assert two[0] in Organisation.objects.filter(areas=other_area)
    with pytest.raises(Problem, match="regieteam"):
        undo_merge(merge=done, actor=planner)


def test_one_with_conversations_elsewhere_alone_is_for_the_regieteam_too(
    area: Area, other_area: Area, planner: User, two: Two
) -> None:
    make_statement(make_conversation(planner, other_area), two[0])
    rebuild_contacts(area=other_area)
    with pytest.raises(Problem, match="regieteam"):
        merge(area, planner, two)


# --- Undoing ------------------------------------------------------------------------------------------


def test_after_a_day_a_merge_stays(area: Area, planner: User, two: Two) -> None:
    done = merge(area, planner, two)
    Merge.objects.update(merged_at=timezone.now() - timedelta(hours=24, minutes=1))
    with pytest.raises(Problem, match="binnen een dag"):
        undo_merge(merge=done, actor=planner)


def test_undoing_twice_is_said(area: Area, planner: User, two: Two) -> None:
    done = merge(area, planner, two)
    undo_merge(merge=done, actor=planner)
    with pytest.raises(Conflict, match="al ongedaan"):
        undo_merge(merge=done, actor=planner)


def test_what_came_after_the_merge_stays_with_the_one_that_stayed(area: Area, planner: User, two: Two) -> None:
    done = merge(area, planner, two)
    new = make_statement(make_conversation(planner, area), two[0])
    undo_merge(merge=done, actor=planner)
    assert Statement.objects.get(pk=new.pk).organisation == two[0]


def test_what_somebody_changed_since_is_not_changed_back(area: Area, planner: User, two: Two) -> None:
    Organisation.objects.filter(pk=two[1].pk).update(website="https://oud.example")
    done = merge(area, planner, two)
    Organisation.objects.filter(pk=two[0].pk).update(website="https://nieuw.example")
    undo_merge(merge=done, actor=planner)
    two[0].refresh_from_db()
    assert two[0].website == "https://nieuw.example"


def test_what_was_removed_since_does_not_stop_the_undoing(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    done = merge(area, planner, two)
    Agreement.objects.get(area=area).delete()
    undo_merge(merge=done, actor=planner)
    assert not AgreementParty.objects.exists()


def test_of_two_merges_in_a_row_the_last_is_undone_first(area: Area, planner: User, two: Two) -> None:
    third = make_organisation("Stad Heerlen", area=area)
    first = merge(area, planner, two)
    second = merge(area, planner, (third, two[0]))
    two[1].refresh_from_db()
    assert two[1].merged_into == third
    with pytest.raises(Problem, match="Maak eerst die"):
        undo_merge(merge=first, actor=planner)
    undo_merge(merge=second, actor=planner)
    undo_merge(merge=first, actor=planner)
    assert not Organisation.objects.exclude(merged_into=None).exists()


def test_two_merges_undone_leave_everything_as_it_was(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    third = make_organisation("Stad Heerlen", area=area)
    person(third, valid_from=DAY)
    before = everything()
    done = [merge(area, planner, two), merge(area, planner, (third, two[0]))]
    for one in reversed(done):
        undo_merge(merge=one, actor=planner)
    assert everything() == before


def test_undone_it_can_be_merged_the_other_way(area: Area, planner: User, two: Two) -> None:
    undo_merge(merge=merge(area, planner, two), actor=planner)
    merge(area, planner, (two[1], two[0]))
    two[0].refresh_from_db()
    assert two[0].merged_into == two[1]


# --- Persons ------------------------------------------------------------------------------------------


def test_a_person_takes_over_all_of_the_other_and_gives_it_back(area: Area, planner: User, two: Two) -> None:
    busy(area, planner, *two)
    kept, gone = Person.objects.filter(organisation=two[1]).order_by("role")
    before = everything()
    done = merge_persons(area=area, actor=planner, kept=kept, gone=gone)
    assert (kept.mandates.count(), kept.participations.count()) == (2, 1)
    undo_merge(merge=done, actor=planner)
    assert everything() == before


def test_persons_keep_the_days_of_both(area: Area, planner: User, two: Two) -> None:
    early = person(two[0], "Wethouder RO", valid_from=date(2020, 1, 1), valid_until=date(2022, 1, 1))
    late = person(two[0], "Wethouder ruimte", valid_from=date(2023, 1, 1))
    merge_persons(area=area, actor=planner, kept=late, gone=early)
    late.refresh_from_db()
    assert (late.valid_from, late.valid_until) == (date(2020, 1, 1), None)


def test_persons_at_work_elsewhere_are_for_the_regieteam(
    area: Area, other_area: Area, planner: User, two: Two
) -> None:
    one, other = person(two[0], "Wethouder"), person(two[0], "Wethouder ruimte")
    mandate(other_area, other)
    with pytest.raises(Problem, match=r"Wethouder ruimte, Gemeente Heerlen.*regieteam"):
        merge_persons(area=area, actor=planner, kept=one, gone=other)


def test_persons_of_an_organisation_elsewhere_are_for_the_regieteam(
    area: Area, other_area: Area, planner: User, two: Two
) -> None:
    AreaOrganisation.objects.create(area=other_area, organisation=two[1])
    one, other = person(two[0]), person(two[1])
    with pytest.raises(Problem, match="regieteam"):
        merge_persons(area=area, actor=planner, kept=one, gone=other)


def test_the_same_role_filled_again_since_stands_in_the_way_of_undoing(area: Area, planner: User, two: Two) -> None:
    done = merge_persons(area=area, actor=planner, kept=person(two[0], "Dijkgraaf"), gone=person(two[0]))
    person(two[0])
    with pytest.raises(Problem, match="in de weg"):
        undo_merge(merge=done, actor=planner)
    assert Merge.objects.get().undone_at is None


# --- Every foreign key there is -----------------------------------------------------------------------


@pytest.mark.parametrize("model", [Organisation, Person])
def test_every_foreign_key_has_constraints_that_merging_knows(model: type[models.Model]) -> None:
    for field in references_to(model):
        shapes(field)


@pytest.mark.parametrize(("model", "least"), [(Organisation, 12), (Person, 7)])
def test_every_relation_django_knows_of_is_followed(model: type[models.Model], least: int) -> None:
    found = references_to(model)
    fields = {
        field
        for other in apps.get_models()
        if not issubclass(other, Event)
        for field in other._meta.concrete_fields
        if field.related_model is model
    }
    assert set(found) == fields
    assert len(found) >= least


@pytest.mark.parametrize("talks", [1, 3])
def test_rows_without_clash_cost_no_query_each(
    area: Area, planner: User, two: Two, talks: int, django_assert_num_queries: Callable[..., Any]
) -> None:
    for _ in range(talks):
        make_statement(make_conversation(planner, area), two[1])
    with django_assert_num_queries(70):
        absorb(two[0], two[1], leave=[PartyContact, AreaOrganisation])


def test_kind_of_both_may_differ(area: Area, planner: User, two: Two) -> None:
    Organisation.objects.filter(pk=two[1].pk).update(kind=OrganisationKind.COMPANY)
    merge(area, planner, two)
    two[0].refresh_from_db()
    assert two[0].kind == OrganisationKind.MUNICIPALITY


def test_accounts_of_the_one_that_went_belong_to_the_other(area: Area, planner: User, two: Two) -> None:
    member = make_member(Role.EXECUTIVE, area, organisation=two[1])
    merge(area, planner, two)
    assert member.memberships.get().organisation == two[0]
