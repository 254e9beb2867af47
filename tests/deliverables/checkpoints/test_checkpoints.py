"""Making, changing and removing checkpoints, and what their reminders do."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.utils import timezone

from areas.models import Area, User
from deliverables.checkpoints.actions import (
    CheckpointData,
    change_checkpoint,
    create_checkpoint,
    remove_checkpoint,
    set_requirement_status,
)
from deliverables.checkpoints.enums import RequirementStatus
from deliverables.checkpoints.models import Checkpoint, Requirement
from deliverables.reminders.actions.sending import queue_due_reminders
from deliverables.reminders.enums import ReminderStatus
from deliverables.reminders.models import Reminder
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.models import MailStatus, OutgoingMail
from novex_portal.toolkit.problems import Conflict, Problem
from tests.deliverables.makers import in_days, make_checkpoint

pytestmark = pytest.mark.django_db


def data_of(checkpoint: Checkpoint) -> CheckpointData:
    return CheckpointData(
        name=checkpoint.name, kind=checkpoint.kind, date=checkpoint.date, areas=tuple(checkpoint.areas.all())
    )


def move(checkpoint: Checkpoint, days: int, actor: User) -> None:
    change_checkpoint(
        checkpoint=checkpoint,
        actor=actor,
        version=checkpoint.version,
        data=replace(data_of(checkpoint), date=in_days(days)),
    )


def deliver(checkpoint: Checkpoint) -> None:
    """Let the reminders that are due now go out, and say that their mail left."""
    queue_due_reminders(now=timezone.now() + timedelta(days=1))
    OutgoingMail.objects.update(status=MailStatus.SENT, sent_at=timezone.now())


def planned_days(checkpoint: Checkpoint) -> list[int]:
    rows = checkpoint.reminders.filter(status=ReminderStatus.PLANNED)
    return [(timezone.localtime(row.due_at).date() - timezone.localdate()).days for row in rows.order_by("due_at")]


def test_second_click_makes_no_second_checkpoint(area: Area, admin: User) -> None:
    token = uuid7()
    assert make_checkpoint(area, token=token) == make_checkpoint(area, token=token)
    assert Checkpoint.objects.count() == 1


def test_checkpoint_without_area_is_refused(admin: User) -> None:
    with pytest.raises(Problem, match="minstens één gebied"):
        create_checkpoint(actor=admin, name="Niets", kind="ijkmoment", date=in_days(9), areas=())


def test_each_area_gets_its_own_list_of_what_must_be_ready(area: Area, other_area: Area) -> None:
    checkpoint = make_checkpoint(area, other_area, requirements=("Perspectief", "Agenda"))
    assert list(checkpoint.requirements.filter(area=area).values_list("text", flat=True)) == ["Perspectief", "Agenda"]
    assert checkpoint.requirements.count() == 4


def test_unsent_reminders_follow_a_moved_checkpoint(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=50)
    move(checkpoint, 60, admin)
    assert planned_days(checkpoint) == [18, 32, 46, 53, 59, 60, 67]


def test_reminders_whose_day_has_passed_by_the_move_are_dropped(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=50)
    move(checkpoint, 10, admin)
    assert planned_days(checkpoint) == [3, 9, 10, 17]


def test_reminders_come_back_when_the_checkpoint_moves_away_again(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=50)
    move(checkpoint, 10, admin)
    move(checkpoint, 50, admin)
    assert planned_days(checkpoint) == [8, 22, 36, 43, 49, 50, 57]


def test_sent_reminder_is_not_repeated_after_a_move(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=14)
    deliver(checkpoint)
    move(checkpoint, 60, admin)
    assert checkpoint.reminders.filter(offset_days=14, status=ReminderStatus.QUEUED).count() == 1


def test_who_was_reminded_hears_of_the_new_day(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=14)
    deliver(checkpoint)
    move(checkpoint, 60, admin)
    mail = OutgoingMail.objects.get(dedupe_key__startswith="moved:")
    assert mail.to == admin.email
    assert mail.subject.startswith("Andere datum: Tweede ijkmoment is op")


def test_who_was_not_reminded_yet_hears_nothing_of_a_move(area: Area, admin: User) -> None:
    move(make_checkpoint(area, days=100), 120, admin)
    assert not OutgoingMail.objects.exists()


def test_mail_with_the_old_day_that_has_not_left_is_taken_back(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=14)
    queue_due_reminders(now=timezone.now() + timedelta(days=1))
    move(checkpoint, 60, admin)
    assert not OutgoingMail.objects.exists()
    assert planned_days(checkpoint) == [18, 32, 46, 53, 59, 60, 67]


def test_new_responsible_takes_over_the_unsent_reminders(area: Area, admin: User, interviewer: User) -> None:
    checkpoint = make_checkpoint(area)
    data = replace(data_of(checkpoint), responsibles=(interviewer,))
    change_checkpoint(checkpoint=checkpoint, actor=admin, version=1, data=data)
    assert set(Reminder.objects.values_list("recipient", flat=True)) == {interviewer.pk}


def test_requirement_that_keeps_its_words_keeps_its_status(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, requirements=("Perspectief", "Agenda"))
    Requirement.objects.filter(text="Perspectief").update(status=RequirementStatus.READY)
    data = replace(data_of(checkpoint), requirements=("Agenda, concept", "Perspectief"))
    change_checkpoint(checkpoint=checkpoint, actor=admin, version=1, data=data)
    assert list(checkpoint.requirements.values_list("text", "status")) == [
        ("Agenda, concept", RequirementStatus.NOT_STARTED),
        ("Perspectief", RequirementStatus.READY),
    ]


def test_area_that_is_taken_out_takes_its_list_along(area: Area, other_area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, other_area, requirements=("Perspectief",))
    data = replace(data_of(checkpoint), areas=(area,), requirements=("Perspectief",))
    change_checkpoint(checkpoint=checkpoint, actor=admin, version=1, data=data)
    assert list(checkpoint.requirements.values_list("area", flat=True)) == [area.pk]


def test_second_of_two_who_change_it_is_refused(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area)
    data = data_of(checkpoint)
    change_checkpoint(checkpoint=checkpoint, actor=admin, version=1, data=replace(data, name="Eerste"))
    with pytest.raises(Conflict):
        change_checkpoint(checkpoint=checkpoint, actor=admin, version=1, data=replace(data, name="Tweede"))
    checkpoint.refresh_from_db()
    assert checkpoint.name == "Eerste"


def test_removed_checkpoint_takes_its_reminders_and_unsent_mail_along(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=14)
    queue_due_reminders(now=timezone.now() + timedelta(days=1))
    remove_checkpoint(checkpoint=checkpoint, actor=admin, version=1)
    assert not Reminder.objects.exists()
    assert not OutgoingMail.objects.exists()


def test_who_was_reminded_hears_that_it_is_off(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=14)
    deliver(checkpoint)
    remove_checkpoint(checkpoint=checkpoint, actor=admin, version=1)
    assert OutgoingMail.objects.get(dedupe_key__startswith="cancelled:").subject.startswith("Vervallen:")


def test_checkpoint_that_changed_meanwhile_is_not_removed(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area)
    move(checkpoint, 90, admin)
    with pytest.raises(Conflict):
        remove_checkpoint(checkpoint=checkpoint, actor=admin, version=1)


def test_status_that_does_not_exist_is_refused(area: Area, admin: User) -> None:
    requirement = make_checkpoint(area, requirements=("Agenda",)).requirements.get()
    with pytest.raises(Problem):
        set_requirement_status(requirement=requirement, actor=admin, status="bijna")


def test_history_keeps_the_old_day(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=50)
    move(checkpoint, 60, admin)
    assert [event.date for event in checkpoint.events.order_by("pgh_id")] == [in_days(50), in_days(60)]
