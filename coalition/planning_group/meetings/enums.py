"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices


class MeetingStatus(TextChoices):
    PLANNED = "gepland", "Gepland"
    HELD = "geweest", "Geweest"
    CANCELLED = "afgelast", "Afgelast"


class AgendaKind(TextChoices):
    """Where a point of the agenda came from."""

    OVERDUE_ACTION = "actie", "Afspraak over tijd"
    SILENT_PARTY = "stille-partij", "Partij die stil is"
    WAITING_POSITION = "bevestiging", "Wacht op bevestiging"
    CHECKPOINT = "ijkmoment", "Komend ijkmoment"
    FREE = "vrij", "Eigen punt"
