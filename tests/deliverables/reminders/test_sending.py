"""From a reminder that is due to a mail: once, in plain words, to who is concerned."""

import threading
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.db import connection, transaction
from django.utils import timezone

from areas.enums import Role
from areas.models import Area, Membership, User
from deliverables.checkpoints.enums import CheckpointKind, RequirementStatus
from deliverables.checkpoints.models import Checkpoint, Requirement
from deliverables.reminders.actions.sending import queue_due_reminders, retry_reminder
from deliverables.reminders.enums import ReminderStatus
from deliverables.reminders.models import Reminder
from deliverables.reminders.tasks import send_due_reminders
from novex_portal.toolkit.mail.outbox import deliver_due
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from novex_portal.toolkit.problems import Problem
from tests.deliverables.makers import make_checkpoint
from tests.factories import make_member

pytestmark = pytest.mark.django_db


def tonight() -> datetime:
    """Return a moment today after the hour of the reminders, whatever time the test runs."""
    return timezone.localtime().replace(hour=23, minute=59)


def sweep() -> list[OutgoingMail]:
    queue_due_reminders(now=tonight())
    return list(OutgoingMail.objects.order_by("to"))


def test_due_reminder_becomes_a_mail_and_is_marked(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=14)
    (mail,) = sweep()
    reminder = checkpoint.reminders.get(offset_days=14)
    assert (reminder.status, reminder.mail, mail.to) == (ReminderStatus.QUEUED, mail, admin.email)


def test_reminder_that_is_not_due_stays(area: Area, admin: User) -> None:
    make_checkpoint(area, days=15)
    assert sweep() == []


def test_second_sweep_sends_nothing_more(area: Area, admin: User) -> None:
    make_checkpoint(area, days=14)
    sweep()
    assert len(sweep()) == 1


def test_sweep_that_is_cut_short_loses_nothing(area: Area, admin: User) -> None:
    make_checkpoint(area, days=14)
    with transaction.atomic():
        sweep()
        transaction.set_rollback(True)
    assert len(sweep()) == 1


def test_member_who_left_after_planning_hears_nothing(area: Area, admin: User, planner: User) -> None:
    make_checkpoint(area, days=14)
    Membership.objects.filter(user=planner).update(valid_until=timezone.localdate() - timedelta(days=1))
    assert [mail.to for mail in sweep()] == [admin.email]
    assert not Reminder.objects.filter(recipient=planner, offset_days=14).exists()


def test_mail_says_what_when_why_and_what_happens_otherwise(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=14, requirements=("Ontwikkelperspectief",), place="Maastricht")
    (mail,) = sweep()
    assert mail.subject == "Over 14 dagen: Tweede ijkmoment (Zuid-Limburg)"
    for words in (
        "(over 14 dagen)",
        "Maastricht",
        "- Ontwikkelperspectief (Nog niet gestart)",
        "U bent gebiedsbeheerder van Zuid-Limburg, daarom krijgt u dit bericht.",
        "Doet u niets? Dan tellen op het ijkmoment alleen de onderdelen mee die klaar zijn.",
        f"/gebieden/zuid-limburg/ijkmomenten/{checkpoint.pk}/",
    ):
        assert words in mail.text


def test_both_sides_of_the_mail_have_one_link(area: Area, admin: User, settings: Any) -> None:
    make_checkpoint(area, days=14)
    (mail,) = sweep()
    assert mail.text.count("http") == 1
    assert mail.html.count("href=") == 1
    assert f"{settings.BASE_URL}/gebieden/" in mail.html


def test_mail_announces_the_next_one(area: Area, admin: User) -> None:
    make_checkpoint(area, days=14)
    (mail,) = sweep()
    assert "krijgt u opnieuw bericht." in mail.text


def test_named_member_reads_that_they_are_named(area: Area, interviewer: User) -> None:
    make_checkpoint(area, days=14, responsibles=(interviewer,))
    (mail,) = sweep()
    assert "U bent genoemd als verantwoordelijke voor dit moment." in mail.text


def test_everything_ready_means_nothing_to_do(area: Area, admin: User) -> None:
    make_checkpoint(area, days=14, requirements=("Agenda",))
    Requirement.objects.update(status=RequirementStatus.READY)
    (mail,) = sweep()
    assert "Alles staat op klaar. U hoeft niets te doen." in mail.text


@pytest.mark.parametrize(
    ("days", "headline"), [(42, "Over 42 dagen"), (1, "Morgen"), (0, "Vandaag"), (-7, "7 dagen geleden")]
)
def test_subject_says_how_long_it_still_is(area: Area, admin: User, days: int, headline: str) -> None:
    make_checkpoint(area, days=days)
    (mail,) = sweep()
    assert mail.subject == f"{headline}: Tweede ijkmoment (Zuid-Limburg)"


def test_late_reminder_tells_how_long_it_really_is(area: Area, admin: User) -> None:
    make_checkpoint(area, days=14)
    queue_due_reminders(now=tonight() + timedelta(days=2))
    assert OutgoingMail.objects.get().subject.startswith("Over 12 dagen")


def test_member_sees_only_what_their_own_area_must_have_ready(area: Area, other_area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, other_area, days=14, requirements=("Agenda",))
    Requirement.objects.filter(checkpoint=checkpoint, area=other_area).update(text="Geheim van De Peel")
    mail = next(mail for mail in sweep() if mail.to == admin.email)
    assert "Geheim" not in mail.text + mail.html


def test_name_with_markup_is_only_text(area: Area, admin: User) -> None:
    make_checkpoint(area, days=14, name="<script>alert(1)</script> & co", kind=CheckpointKind.OWN)
    (mail,) = sweep()
    assert "<script>" not in mail.html
    assert "<script>alert(1)</script> & co" in mail.text


def test_dead_reminder_can_be_sent_again(area: Area, admin: User) -> None:
    make_checkpoint(area, days=14)
    sweep()
    OutgoingMail.objects.update(status=MailStatus.DEAD, attempts=5)
    retry_reminder(reminder=Reminder.objects.get(offset_days=14), actor=admin)
    assert deliver_due().sent == 1


def test_reminder_that_did_not_die_is_not_sent_again(area: Area, admin: User) -> None:
    make_checkpoint(area, days=14)
    sweep()
    with pytest.raises(Problem):
        retry_reminder(reminder=Reminder.objects.get(offset_days=14), actor=admin)


def test_many_reminders_cost_as_many_queries_as_one(
    area: Area, admin: User, django_assert_max_num_queries: Any
) -> None:
    for number in range(3):
        make_checkpoint(area, days=14, name=f"Moment {number}", requirements=("Agenda",))
        make_member(Role.PLANNING_GROUP, area)
    with django_assert_max_num_queries(14):
        queue_due_reminders(now=tonight())


@pytest.mark.django_db(transaction=True)
def test_two_beats_at_once_send_each_reminder_once(area: Area, admin: User, settings: Any) -> None:
    settings.REMINDER_HOUR = 0
    for number in range(8):
        make_checkpoint(area, days=14, name=f"Moment {number}")

    def beat() -> None:
        send_due_reminders()
        connection.close()

    beats = [threading.Thread(target=beat) for _ in range(4)]
    for thread in beats:
        thread.start()
    for thread in beats:
        thread.join()
    assert OutgoingMail.objects.count() == 8
    assert not Reminder.objects.filter(status=ReminderStatus.PLANNED, due_at__lte=timezone.now()).exists()


def test_checkpoint_of_many_areas_names_their_number_in_the_subject(
    area: Area, other_area: Area, programme_team: User
) -> None:
    checkpoint = make_checkpoint(area, other_area, days=14, responsibles=(programme_team,))
    (mail,) = sweep()
    assert mail.subject == "Over 14 dagen: Tweede ijkmoment (2 gebieden)"
    assert Checkpoint.objects.get() == checkpoint
