"""The words of reminders."""

from django.db.models import TextChoices

# Days before the checkpoint on which the people concerned hear of it; negative is afterwards.
REMINDER_OFFSETS = (42, 28, 14, 7, 1, 0, -7)


class ReminderStatus(TextChoices):
    PLANNED = "gepland", "Gepland"
    QUEUED = "in-outbox", "Ligt klaar voor verzending"
