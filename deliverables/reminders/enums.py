"""The words the deliverables app knows."""

from django.db.models import TextChoices


class ReminderStatus(TextChoices):
    PLANNED = "gepland", "Gepland"
    QUEUED = "in-outbox", "Ligt klaar voor verzending"
