"""What is due before the next overleg stands at the work of the people of its trekker."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Organisation, User
from deliverables.board_meetings.enums import OutcomeKind, OutcomeState
from deliverables.board_meetings.queries.asking import due_of
from deliverables.reminders.letters import reminder_mail
from deliverables.reminders.queries.letters import letters_for
from tests.deliverables.board_meetings.factories import make_meeting, make_outcome, make_outcome_report
from tests.factories import make_member, make_organisation

pytestmark = pytest.mark.django_db
SignIn = Callable[[User], Client]
TODAY = timezone.localdate()


@pytest.fixture
def lead(area: Area) -> Organisation:
    return make_organisation("Gemeente Heerlen", area=area)


@pytest.fixture
def person(area: Area, lead: Organisation) -> User:
    return make_member(Role.PARTICIPANT, area, organisation=lead)


def texts(user: User) -> list[str]:
    user.__dict__.pop("_active_memberships", None)
    return [row.text for row in due_of(user, TODAY)]


def agree(area: Area, lead: Organisation | None, text: str, days: int, **fields: Any) -> Any:
    fields = {"due_on": TODAY + timedelta(days), "lead": lead, "text": text, **fields}
    return make_outcome(make_meeting(area, days=-100), area, **fields)


def test_what_is_due_before_the_next_overleg_is_asked_the_earliest_first(
    area: Area, lead: Organisation, person: User
) -> None:
    make_meeting(area, days=90)
    for text, days in (("Later", 91), ("Op de dag zelf", 90), ("Te laat", -5)):
        agree(area, lead, text, days)
    assert texts(person) == ["Te laat", "Op de dag zelf"]


def test_without_an_overleg_to_come_six_weeks_are_looked_ahead(area: Area, lead: Organisation, person: User) -> None:
    agree(area, lead, "Binnen zes weken", 42)
    agree(area, lead, "Later", 43)
    assert texts(person) == ["Binnen zes weken"]


def test_overleg_of_another_area_does_not_count(
    area: Area, other_area: Area, lead: Organisation, person: User
) -> None:
    make_meeting(other_area, days=90)
    agree(area, lead, "Later", 60)
    assert texts(person) == []


def test_what_is_done_taken_note_of_or_without_a_day_is_not_asked(
    area: Area, lead: Organisation, person: User
) -> None:
    make_outcome_report(agree(area, lead, "Klaar", 1), OutcomeState.DONE)
    agree(area, lead, "Kennisgenomen", 1, kind=OutcomeKind.NOTED)
    agree(area, lead, "Zonder termijn", 1, due_on=None)
    assert texts(person) == []


def test_party_with_people_here_is_asked_itself_and_else_who_keeps_the_list(
    area: Area, lead: Organisation, planner: User
) -> None:
    agree(area, lead, "Van Heerlen", 1)
    assert texts(planner) == ["Van Heerlen"]
    person = make_member(Role.EXECUTIVE, area, organisation=lead)
    assert (texts(planner), texts(person)) == ([], ["Van Heerlen"])


def test_nobody_is_asked_of_another_area_or_across_areas(
    area: Area, other_area: Area, lead: Organisation, programme_team: User
) -> None:
    agree(area, lead, "Van Heerlen", 1)
    elsewhere = make_member(Role.PLANNING_GROUP, other_area, organisation=lead)
    assert (texts(elsewhere), texts(programme_team)) == ([], [])


def test_it_stands_on_my_work_and_on_the_page_of_the_area(
    area: Area, lead: Organisation, person: User, signed_in: SignIn
) -> None:
    outcome = agree(area, lead, "Cijfers leveren over hitte", -53)
    client, address = signed_in(person), reverse("board-outcome-report", args=[area.slug, outcome.pk])
    for url in ("/", reverse("area", args=[area.slug])):
        page = client.get(url).text
        assert "Cijfers leveren over hitte" in page
        assert "53 dagen te laat" in page
        assert address in page
    assert client.get(address).status_code == 200


def test_reminder_of_an_overleg_names_what_is_due_before_it_with_its_trekker(
    area: Area, other_area: Area, lead: Organisation, admin: User
) -> None:
    coming = make_meeting(area, other_area, days=14)
    agree(area, lead, "Cijfers leveren", -53)
    agree(area, lead, "Later klaar", 15)
    make_outcome(make_meeting(other_area, days=-100), other_area, text="Van een ander gebied", due_on=TODAY)
    letter = letters_for({(coming.pk, admin.pk)}, today=TODAY)[coming.pk, admin.pk]
    assert [row.text for row in letter.promises] == ["Cijfers leveren"]
    mail = reminder_mail(letter, today=TODAY)
    for text in (mail.text, mail.html):
        assert "Gemeente Heerlen, 53 dagen te laat" in " ".join(text.split())
    assert "Alles staat op klaar" not in mail.text


def test_reminder_of_another_moment_or_of_one_that_has_been_names_none(
    area: Area, lead: Organisation, admin: User
) -> None:
    agree(area, lead, "Cijfers leveren", -53)
    moment, been = make_meeting(area, days=14, kind="ijkmoment"), make_meeting(area, days=-1)
    letters = letters_for({(moment.pk, admin.pk), (been.pk, admin.pk)}, today=TODAY)
    assert [letter.promises for letter in letters.values()] == [(), ()]
