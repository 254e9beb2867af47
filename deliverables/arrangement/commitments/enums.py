"""The words of a commitment, and which state may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class CommitmentSide(TextChoices):
    """Who stands opposite whom; all that is not the Rijk stands on the side of the region."""

    STATE = "rijk", "Rijk"
    REGION = "regio", "Regio"


class CommitmentKind(TextChoices):
    """What is brought in. Kinds are shown, never weighed."""

    MONEY = "geld", "Geld"
    DECISION = "besluit", "Besluit"
    SPACE = "ruimte", "Ruimte"
    CAPACITY = "capaciteit", "Capaciteit"
    RULES = "regelgeving", "Regelgeving"
    KNOWLEDGE = "kennis", "Kennis"


class CommitmentState(TextChoices):
    """What became of a commitment."""

    OPEN = "open", "Open"
    RUNNING = "loopt", "Loopt"
    KEPT = "nagekomen", "Nagekomen"
    NOT_KEPT = "niet-nagekomen", "Niet nagekomen"
    LAPSED = "vervallen", "Vervallen"


ENDED = (CommitmentState.KEPT, CommitmentState.NOT_KEPT, CommitmentState.LAPSED)
"""These have a day."""
UNDONE = (CommitmentState.NOT_KEPT, CommitmentState.LAPSED)
"""These have a reason, and count no more."""

follow(
    CommitmentState,
    {
        CommitmentState.OPEN: {CommitmentState.RUNNING, *ENDED},
        CommitmentState.RUNNING: {CommitmentState.OPEN, *ENDED},
        CommitmentState.KEPT: {CommitmentState.RUNNING},
        CommitmentState.NOT_KEPT: {CommitmentState.RUNNING, CommitmentState.KEPT, CommitmentState.LAPSED},
        CommitmentState.LAPSED: set(),
    },
)
