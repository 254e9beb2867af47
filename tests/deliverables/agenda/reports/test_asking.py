"""Who answers for a measure is asked how it goes before a checkpoint: on Mijn werk, and in one mail."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from pytest_django import Settings

from areas.access import active_memberships
from areas.enums import Role
from areas.models import Area, Organisation, Person, User
from deliverables.agenda.measures.enums import MeasureKind, MeasureStatus, PartyPart
from deliverables.agenda.measures.models import Measure, MeasureParty
from deliverables.agenda.reports.actions.asking import ask_for_status
from deliverables.agenda.reports.queries.asking import asked, asked_of
from deliverables.agenda.reports.rules import is_asked
from deliverables.agenda.reports.tasks import ask_before_checkpoints
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from tests.deliverables.agenda.factories import make_measure, make_reports
from tests.deliverables.makers import make_checkpoint
from tests.factories import make_member, make_organisation, make_person, make_user
from tests.worker import running_worker, until

SignIn = Callable[[User], Client]
DAY = date(2027, 6, 30)


@pytest.fixture(autouse=True)
def any_hour(settings: Settings) -> None:
    settings.REMINDER_HOUR = 0  # asked on its day, at whatever hour this runs


def today() -> date:
    return timezone.localdate()


@pytest.fixture
def party(area: Area) -> Organisation:
    return make_organisation("Waterschap", area=area)


@pytest.fixture
def leader(area: Area, party: Organisation) -> User:
    return make_member(Role.PARTICIPANT, area, party, email="trekker@example.org")


def with_contact(area: Area, party: Organisation, user: User, code: str = "W01", **fields: Any) -> Measure:
    contact = Person.objects.filter(user=user).first() or make_person(party, "Projectleider", user=user, **fields)
    measure = make_measure(area, code)
    MeasureParty.objects.create(measure=measure, organisation=party, part=PartyPart.LEAD, contact=contact)
    return measure


def mails() -> list[str]:
    return sorted(OutgoingMail.objects.filter(dedupe_key__startswith="ask-status:").values_list("to", flat=True))


@pytest.mark.parametrize(
    ("last", "on", "is_due"),
    [
        (None, DAY - timedelta(days=22), False),
        (None, DAY - timedelta(days=21), True),
        (None, DAY, True),
        (None, DAY + timedelta(days=1), False),
        (DAY - timedelta(days=29), DAY - timedelta(days=21), True),
        (DAY - timedelta(days=28), DAY - timedelta(days=21), False),
    ],
)
def test_asked_from_three_weeks_before_unless_what_was_said_is_new(last: date | None, on: date, is_due: bool) -> None:
    assert is_asked(last, DAY, on) is is_due


def test_contact_of_the_lead_is_asked_and_nobody_else(
    area: Area, party: Organisation, leader: User, planner: User
) -> None:
    with_contact(area, party, leader)
    make_checkpoint(area, days=14)
    assert ask_for_status(now=timezone.now()) == 1
    assert mails() == ["trekker@example.org"]
    assert asked_of(planner, today()) == []


@pytest.mark.parametrize("fields", [{"valid_until": date(2020, 1, 1)}, {}])
def test_planning_group_is_asked_where_no_contact_can_be(
    area: Area, party: Organisation, planner: User, fields: dict[str, Any]
) -> None:
    gone = make_member(Role.PARTICIPANT, area, party) if fields else make_user()  # in no area any more
    with_contact(area, party, gone, **fields)
    make_checkpoint(area, days=14)
    ask_for_status(now=timezone.now())
    assert mails() == [planner.email]


def test_one_mail_names_all_measures_and_comes_once(area: Area, party: Organisation, leader: User) -> None:
    for number in range(3):
        with_contact(area, party, leader, f"W0{number}")
    make_checkpoint(area, days=14)
    ask_before_checkpoints()
    ask_before_checkpoints()
    mail = OutgoingMail.objects.get(dedupe_key__startswith="ask-status:")
    assert mail.subject.startswith("Hoe staat het met 3 maatregelen? Tweede ijkmoment is op")
    for number in range(3):
        assert f"ZL-W0{number} Maatregel W0{number} (nog nooit gemeld)" in mail.text
    assert "/stand/" in mail.text
    assert "aanspreekpunt van de trekker" in mail.text


def test_each_checkpoint_asks_anew(area: Area, party: Organisation, leader: User) -> None:
    with_contact(area, party, leader)
    make_checkpoint(area, days=5)
    make_checkpoint(area, days=14, name="Derde ijkmoment")
    assert ask_for_status(now=timezone.now()) == 2
    assert len(asked_of(leader, today())) == 1


def test_nobody_is_asked_of_what_is_new_or_not_at_work(area: Area, planner: User) -> None:
    make_checkpoint(area, days=14)
    make_reports(make_measure(area), today())
    for status in (MeasureStatus.PROPOSED, MeasureStatus.DONE):
        make_measure(area, status=status)
    make_measure(area, status=MeasureStatus.DROPPED, drop_reason="Geen geld")
    make_measure(area, kind=MeasureKind.PROGRAMME)
    assert ask_for_status(now=timezone.now()) == 0


def test_nobody_is_asked_long_before(area: Area, planner: User) -> None:
    make_checkpoint(area, days=22)
    make_measure(area)
    assert ask_for_status(now=timezone.now()) == 0


def test_my_work_asks_until_it_is_said(area: Area, party: Organisation, leader: User, signed_in: SignIn) -> None:
    measure = with_contact(area, party, leader)
    make_checkpoint(area, days=14)
    client = signed_in(leader)
    page = client.get("/").content.decode()
    assert "Hoe staat het met deze maatregelen?" in page
    assert f"{measure.get_absolute_url()}stand/" in page
    make_reports(measure, today())
    assert "Hoe staat het met deze maatregelen?" not in client.get("/").content.decode()


@pytest.mark.parametrize("number", [1, 3])
def test_asking_takes_the_same_queries(area: Area, planner: User, django_assert_num_queries: Any, number: int) -> None:
    for _ in range(number):
        make_measure(area)
    make_checkpoint(area, days=14)
    active_memberships(planner)
    with django_assert_num_queries(2):
        assert len(asked_of(planner, today())) == number
    with django_assert_num_queries(2):
        assert len(asked(today())) == number


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
@pytest.mark.usefixtures("empty_queue")
def test_question_goes_out_once_through_a_real_worker(
    area: Area, party: Organisation, leader: User, tmp_path: Path
) -> None:
    with_contact(area, party, leader)
    make_checkpoint(area, days=10)
    OutgoingMail.objects.all().delete()
    with running_worker(tmp_path, PORTAL_DEMO="1"):
        ask_before_checkpoints.delay()
        ask_before_checkpoints.delay()
        assert until(lambda: OutgoingMail.objects.filter(status=MailStatus.SENT).exists())
    assert len(list((tmp_path / "mail").glob("*.eml"))) == 1
