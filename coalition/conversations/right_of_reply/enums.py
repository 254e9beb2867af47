"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices


class ReplyStatus(TextChoices):
    """How far a party is with what was written down of it."""

    OPEN = "open", "Wacht op antwoord"
    CONFIRMED = "bevestigd", "Bevestigd"
    AMENDED = "voorstellen", "Wijzigingen voorgesteld"
    REVOKED = "ingetrokken", "Ingetrokken"
