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
