"""Reminders of checkpoints; the row is the truth."""

import pghistory
from django.conf import settings
from django.db import models

from deliverables.checkpoints.models import Checkpoint
from deliverables.reminders.enums import ReminderStatus
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import OutgoingMail


# History per statement: planning writes a hundred thousand rows at once.
@pghistory.track(
    pghistory.InsertEvent(level=pghistory.Statement),
    pghistory.UpdateEvent(level=pghistory.Statement),
    pghistory.DeleteEvent(level=pghistory.Statement),
)
class Reminder(models.Model):
    """One reminder to one person at one distance from a checkpoint.

    The row is the truth: planning again changes nothing, sending claims it first. Once due it
    becomes a mail in the outbox, which has its own tries and errors.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    checkpoint = models.ForeignKey(Checkpoint, on_delete=models.CASCADE, related_name="reminders")
    recipient = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="reminders")
    offset_days = models.SmallIntegerField("dagen ervoor")
    due_at = models.DateTimeField("te versturen op")
    status = models.CharField(max_length=10, choices=ReminderStatus, default=ReminderStatus.PLANNED)
    mail = models.OneToOneField(
        OutgoingMail, on_delete=models.SET_NULL, null=True, blank=True, related_name="reminder"
    )
    created_at = models.DateTimeField(auto_now_add=True)

    kept = Kept(accounts=("recipient",))

    class Meta:
        verbose_name = "herinnering"
        verbose_name_plural = "herinneringen"
        ordering = ["due_at"]
        constraints = [
            models.UniqueConstraint(fields=["checkpoint", "recipient", "offset_days"], name="reminder_once"),
        ]
        indexes = [
            models.Index(fields=["due_at"], condition=models.Q(status="gepland"), name="reminder_waiting"),
            models.Index(fields=["recipient", "due_at"], name="reminder_mine"),
        ]

    def __str__(self) -> str:
        return f"{self.checkpoint} aan {self.recipient}, {self.offset_days} dagen ervoor"
