"""The words the deliverables app knows."""

from django.db.models import TextChoices


class CheckpointKind(TextChoices):
    CHECKPOINT = "ijkmoment", "IJkmoment"
    BOARD_MEETING = "bestuurlijk-overleg", "Bestuurlijk overleg"
    OWN = "eigen", "Eigen moment"


class RequirementStatus(TextChoices):
    NOT_STARTED = "niet-gestart", "Nog niet gestart"
    RUNNING = "loopt", "Loopt"
    READY = "klaar", "Klaar"


class ReminderStatus(TextChoices):
    PLANNED = "gepland", "Gepland"
    QUEUED = "in-outbox", "Ligt klaar voor verzending"


# Days before the checkpoint on which the people concerned hear of it; negative is afterwards.
REMINDER_OFFSETS = (42, 28, 14, 7, 1, 0, -7)
