"""Planning reminders: one row per checkpoint, recipient and distance, brought in line with the facts.

Set based: three statements, however many people there are. Repeatable: planning again changes
nothing. The sweep plans before it sends, so a new member or a new responsible needs no action.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.conf import settings
from django.db import connection
from django.db.models import Q

from areas.enums import Role
from deliverables.checkpoints.models import Checkpoint
from deliverables.reminders.enums import REMINDER_OFFSETS, ReminderStatus
from deliverables.reminders.models import Reminder
from deliverables.reminders.rules import Notice, notice, notices
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.models import MailStatus, OutgoingMail

_LOCK = 42_28_14_7
"""Number of the advisory lock; any number that nothing else in this database uses."""
FALLBACK_ROLES = (Role.AREA_ADMIN, Role.PLANNING_GROUP)
"""Who is reminded when nobody is named: who keeps the area going."""

# Who is to hear of which checkpoint: the responsible members; where none of them is a member any
# more, the fallback roles of its areas. Somebody whose membership ended hears nothing.
_RECIPIENTS = """
WITH active AS (
    SELECT m.user_id, m.area_id, m.role
    FROM areas_membership m JOIN areas_user u ON u.id = m.user_id AND u.is_active
    WHERE m.valid_from <= %(today)s
      AND (m.valid_until IS NULL OR m.valid_until > %(today)s OR (m.valid_until = %(today)s AND m.ended_at IS NULL))
), named AS (
    SELECT DISTINCT r.checkpoint_id, r.user_id
    FROM deliverables_checkpointresponsible r JOIN active a ON a.user_id = r.user_id
    WHERE a.area_id IS NULL OR EXISTS (
        SELECT FROM deliverables_checkpointarea ca
        WHERE ca.checkpoint_id = r.checkpoint_id AND ca.area_id = a.area_id
    )
), recipient AS (
    SELECT checkpoint_id, user_id FROM named
    UNION
    SELECT ca.checkpoint_id, a.user_id
    FROM deliverables_checkpointarea ca JOIN active a ON a.area_id = ca.area_id AND a.role = ANY(%(roles)s)
    WHERE NOT EXISTS (SELECT FROM named n WHERE n.checkpoint_id = ca.checkpoint_id)
)
"""

# A row that is merely late stays: it is sent when the worker is back. A row whose day has moved
# into the past, or whose recipient has gone, is dropped.
_DROP = f"""{_RECIPIENTS}, gone AS (
    SELECT r.id
    FROM deliverables_reminder r
    JOIN deliverables_checkpoint c ON c.id = r.checkpoint_id
    LEFT JOIN recipient x ON x.checkpoint_id = r.checkpoint_id AND x.user_id = r.recipient_id
    WHERE r.status = %(planned)s AND c.id = ANY(%(checkpoints)s) AND (
        x.user_id IS NULL
        OR ((r.due_at AT TIME ZONE 'Europe/Amsterdam')::date <> c.date - r.offset_days
            AND c.date - r.offset_days < %(today)s)
    )
)
DELETE FROM deliverables_reminder r USING gone WHERE r.id = gone.id AND r.status = %(planned)s
"""  # noqa: S608 - every value is a parameter

_MOVE = """
UPDATE deliverables_reminder r SET due_at = n.due_at
FROM unnest(%(ids)s::uuid[], %(offsets)s::smallint[], %(dues)s::timestamptz[]) AS n(checkpoint_id, offset_days, due_at)
WHERE r.checkpoint_id = n.checkpoint_id AND r.offset_days = n.offset_days
  AND r.status = %(planned)s AND r.due_at <> n.due_at
"""

_ADD = f"""{_RECIPIENTS}
INSERT INTO deliverables_reminder (id, checkpoint_id, recipient_id, offset_days, due_at, status, created_at)
SELECT gen_random_uuid(), n.checkpoint_id, x.user_id, n.offset_days, n.due_at, %(planned)s, now()
FROM unnest(%(ids)s::uuid[], %(offsets)s::smallint[], %(dues)s::timestamptz[]) AS n(checkpoint_id, offset_days, due_at)
JOIN recipient x ON x.checkpoint_id = n.checkpoint_id
WHERE NOT EXISTS (
    SELECT FROM deliverables_reminder r
    WHERE r.checkpoint_id = n.checkpoint_id AND r.recipient_id = x.user_id AND r.offset_days = n.offset_days
)
ON CONFLICT (checkpoint_id, recipient_id, offset_days) DO NOTHING
"""  # noqa: S608 - every value is a parameter


@dataclass(frozen=True)
class Planned:
    """What one round of planning changed."""

    added: int = 0
    moved: int = 0
    dropped: int = 0


@action(by=By.CLOCK)
def plan_reminders(*, today: date, checkpoint: Checkpoint | None = None) -> Planned:
    """Bring the unsent reminders of one checkpoint, or of all that are not long past, up to date.

    Adds what is missing from today on, moves what has another day, drops what no longer applies.
    Running it twice, or in two places at once, gives the same rows.
    """
    last = today + timedelta(days=min(REMINDER_OFFSETS))
    alive = Checkpoint.objects.filter(pk=checkpoint.pk) if checkpoint else Checkpoint.objects.filter(date__gte=last)
    dates: dict[UUID, date] = dict(alive.values_list("pk", "date"))
    if not dates:
        return Planned()
    hour: int = settings.REMINDER_HOUR
    common: dict[str, Any] = {"today": today, "planned": ReminderStatus.PLANNED, "roles": list(FALLBACK_ROLES)}
    every = [(pk, notice(day, offset, hour=hour)) for pk, day in dates.items() for offset in REMINDER_OFFSETS]
    coming = [
        (pk, found)
        for pk, day in dates.items()
        for found in notices(day, today=today, hour=hour, offsets=REMINDER_OFFSETS)
    ]
    lock_planning()
    with connection.cursor() as cursor:
        dropped = cursor.execute(_DROP, common | {"checkpoints": list(dates)}).rowcount
        moved = cursor.execute(_MOVE, common | _columns(every)).rowcount
        added = cursor.execute(_ADD, common | _columns(coming)).rowcount
    return Planned(added=added, moved=moved, dropped=dropped)


def lock_planning() -> None:
    """Wait until nobody else plans, and keep others waiting until this transaction ends.

    Take it before locking a checkpoint, so that two who do both never wait for each other.
    """
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [_LOCK])


def _columns(rows: list[tuple[UUID, Notice]]) -> dict[str, list[Any]]:
    """Turn rows into the three arrays that PostgreSQL unnests into rows again."""
    return {
        "ids": [pk for pk, _ in rows],
        "offsets": [found.offset_days for _, found in rows],
        "dues": [found.due_at for _, found in rows],
    }


def recall_unsent(*, checkpoint: Checkpoint) -> int:
    """Take reminders that wait in the outbox, or died there, back to planned; returns how many.

    A mail the worker is sending at this moment is left alone. Call it before planning anew, with
    the checkpoint row locked, so that no mail with an old date leaves afterwards.
    """
    waiting = Q(status=MailStatus.DEAD) | Q(status=MailStatus.QUEUED, claimed_until__isnull=True)
    mails = list(
        OutgoingMail.objects.select_for_update(skip_locked=True)
        .filter(waiting, reminder__checkpoint=checkpoint)
        .values_list("pk", flat=True)
    )
    taken_back = Reminder.objects.filter(mail__in=mails).update(status=ReminderStatus.PLANNED, mail=None)
    OutgoingMail.objects.filter(pk__in=mails).delete()
    return taken_back
