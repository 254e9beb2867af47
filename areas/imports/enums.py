"""How far an import of parties is."""

from django.db.models import TextChoices


class ImportStatus(TextChoices):
    """How far an import of parties is. Nothing is written before `CONFIRMED`."""

    WAITING = "wacht", "Wacht op controle"
    CHECKING = "controle", "Wordt gecontroleerd"
    CHECKED = "gecontroleerd", "Gecontroleerd"
    CONFIRMED = "bevestigd", "Wacht op verwerking"
    WRITING = "verwerking", "Wordt verwerkt"
    DONE = "klaar", "Verwerkt"
    CANCELLED = "geannuleerd", "Geannuleerd"
    FAILED = "mislukt", "Niet gelukt"
