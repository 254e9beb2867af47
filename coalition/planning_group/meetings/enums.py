"""The words of meetings and their agenda, and which state may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class MeetingStatus(TextChoices):
    PLANNED = "gepland", "Gepland"
    HELD = "geweest", "Geweest"
    CANCELLED = "afgelast", "Afgelast"


follow(
    MeetingStatus,
    {
        MeetingStatus.PLANNED: {MeetingStatus.HELD, MeetingStatus.CANCELLED},
        MeetingStatus.HELD: {MeetingStatus.PLANNED},
        MeetingStatus.CANCELLED: {MeetingStatus.PLANNED},
    },
)


class AgendaKind(TextChoices):
    """Where a point of the agenda came from."""

    OVERDUE_ACTION = "actie", "Afspraak over tijd"
    SILENT_PARTY = "stille-partij", "Partij die stil is"
    WAITING_POSITION = "bevestiging", "Wacht op bevestiging"
    CHECKPOINT = "ijkmoment", "Komend ijkmoment"
    FREE = "vrij", "Eigen punt"
