"""Planning reminders: who, when, once; and what happens when facts change."""

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import connection

from areas.enums import Role
from areas.models import Area, Membership, User
from deliverables.checkpoints.models import Checkpoint
from deliverables.reminders.actions.planning import plan_reminders
from deliverables.reminders.enums import REMINDER_OFFSETS, ReminderStatus
from deliverables.reminders.models import Reminder
from deliverables.reminders.rules import notice
from tests.deliverables.makers import in_days, make_checkpoint, today
from tests.factories import make_member

pytestmark = pytest.mark.django_db


def recipients(checkpoint: Checkpoint) -> set[User]:
    return {row.recipient for row in checkpoint.reminders.select_related("recipient")}


def offsets(checkpoint: Checkpoint) -> list[int]:
    return sorted(checkpoint.reminders.values_list("offset_days", flat=True), reverse=True)


def end_membership(user: User) -> None:
    Membership.objects.filter(user=user).update(valid_until=date(2020, 12, 31))


def test_every_distance_gets_one_row(area: Area, admin: User) -> None:
    assert offsets(make_checkpoint(area)) == [42, 28, 14, 7, 1, 0, -7]


def test_named_members_are_reminded_and_nobody_else(area: Area, admin: User, interviewer: User) -> None:
    assert recipients(make_checkpoint(area, responsibles=(interviewer,))) == {interviewer}


def test_nobody_named_reminds_who_keeps_the_area_going(
    area: Area, admin: User, planner: User, executive: User
) -> None:
    assert recipients(make_checkpoint(area)) == {admin, planner}


def test_two_areas_remind_the_people_of_both(area: Area, other_area: Area, admin: User) -> None:
    there = make_member(Role.AREA_ADMIN, other_area)
    assert recipients(make_checkpoint(area, other_area)) == {admin, there}


def test_somebody_of_another_area_is_not_reminded_though_named(area: Area, admin: User, stranger: User) -> None:
    assert recipients(make_checkpoint(area, responsibles=(stranger,))) == {admin}


def test_somebody_with_a_national_role_can_be_responsible(area: Area, programme_team: User) -> None:
    assert recipients(make_checkpoint(area, responsibles=(programme_team,))) == {programme_team}


def test_planning_again_changes_nothing(area: Area, admin: User) -> None:
    make_checkpoint(area)
    before = list(Reminder.objects.order_by("pk").values())
    plan_reminders(today=today())
    assert list(Reminder.objects.order_by("pk").values()) == before


def test_rows_are_due_when_the_pure_rule_says(area: Area, admin: User, settings: Any) -> None:
    checkpoint = make_checkpoint(area)
    assert {row.due_at for row in checkpoint.reminders.all()} == {
        notice(checkpoint.date, offset, hour=settings.REMINDER_HOUR).due_at for offset in REMINDER_OFFSETS
    }


def test_new_member_is_planned_at_the_next_sweep(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area)
    late = make_member(Role.PLANNING_GROUP, area)
    plan_reminders(today=today())
    assert recipients(checkpoint) == {admin, late}


def test_member_who_left_is_dropped_at_the_next_sweep(area: Area, admin: User, planner: User) -> None:
    checkpoint = make_checkpoint(area)
    end_membership(planner)
    plan_reminders(today=today())
    assert recipients(checkpoint) == {admin}


def test_last_responsible_who_left_is_replaced_by_who_keeps_the_area_going(
    area: Area, admin: User, interviewer: User
) -> None:
    checkpoint = make_checkpoint(area, responsibles=(interviewer,))
    end_membership(interviewer)
    plan_reminders(today=today())
    assert recipients(checkpoint) == {admin}


def test_member_whose_account_is_closed_is_not_reminded(area: Area, admin: User, planner: User) -> None:
    User.objects.filter(pk=planner.pk).update(is_active=False)
    assert recipients(make_checkpoint(area)) == {admin}


def test_late_row_is_kept_for_when_the_worker_is_back(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area, days=14)
    plan_reminders(today=in_days(3))
    assert 14 in offsets(checkpoint)


def test_other_hour_moves_the_rows(area: Area, admin: User, settings: Any) -> None:
    checkpoint = make_checkpoint(area)
    settings.REMINDER_HOUR = 9
    plan_reminders(today=today())
    assert {row.due_at for row in checkpoint.reminders.all()} == {
        notice(checkpoint.date, offset, hour=9).due_at for offset in REMINDER_OFFSETS
    }


def test_sent_row_stays_when_its_member_leaves(area: Area, admin: User, planner: User) -> None:
    checkpoint = make_checkpoint(area)
    checkpoint.reminders.filter(recipient=planner, offset_days=42).update(status=ReminderStatus.QUEUED)
    end_membership(planner)
    plan_reminders(today=today())
    assert checkpoint.reminders.filter(recipient=planner).count() == 1


def test_checkpoint_long_past_costs_no_planning(area: Area, admin: User) -> None:
    make_checkpoint(area, days=-30)
    assert not Reminder.objects.exists()
    assert plan_reminders(today=today() + timedelta(days=400)).added == 0


def test_planning_takes_the_same_queries_for_one_and_for_many(
    area: Area, admin: User, django_assert_num_queries: Any
) -> None:
    for number in range(5):
        make_checkpoint(area, name=f"Moment {number}")
        make_member(Role.PLANNING_GROUP, area)
    with django_assert_num_queries(8):  # savepoint, dates, lock, drop, move, add, release, and history told who did it
        plan_reminders(today=today())


@pytest.mark.django_db(transaction=True)
def test_two_sweeps_at_once_plan_each_row_once(area: Area, admin: User) -> None:
    checkpoint = make_checkpoint(area)
    Reminder.objects.all().delete()

    def plan() -> None:
        plan_reminders(today=today())
        connection.close()

    sweeps = [threading.Thread(target=plan) for _ in range(4)]
    for sweep in sweeps:
        sweep.start()
    for sweep in sweeps:
        sweep.join()
    assert offsets(checkpoint) == [42, 28, 14, 7, 1, 0, -7]
