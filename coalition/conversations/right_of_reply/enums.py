"""The words of wederhoor, and which state may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class ReplyStatus(TextChoices):
    """How far a party is with what was written down of it."""

    OPEN = "open", "Wacht op antwoord"
    CONFIRMED = "bevestigd", "Bevestigd"
    AMENDED = "voorstellen", "Wijzigingen voorgesteld"
    REVOKED = "ingetrokken", "Ingetrokken"


class ProposalAnswer(TextChoices):
    """What the author did with other words a party proposed."""

    TAKEN_OVER = "overgenomen", "Overgenomen"
    LEFT = "niet", "Niet overgenomen"


# A link works once: every answer is an end, and so is taking it back.
follow(
    ReplyStatus,
    {
        ReplyStatus.OPEN: {ReplyStatus.CONFIRMED, ReplyStatus.AMENDED, ReplyStatus.REVOKED},
        ReplyStatus.CONFIRMED: set(),
        ReplyStatus.AMENDED: set(),
        ReplyStatus.REVOKED: set(),
    },
)
