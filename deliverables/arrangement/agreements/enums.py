"""The words of a ruimtelijk arrangement and its agreements, and which state may follow which."""

from django.db.models import TextChoices

from coalition.agreement.document.enums import PartyStatus
from novex_portal.toolkit.states import follow


class ArrangementState(TextChoices):
    """How far Rijk and province are with their arrangement; what was revised is agreed anew."""

    DRAFT = "concept", "Concept"
    AGREED = "afgesproken", "Afgesproken"
    REVISED = "herzien", "Herzien"


follow(
    ArrangementState,
    {
        ArrangementState.DRAFT: {ArrangementState.AGREED},
        ArrangementState.AGREED: {ArrangementState.REVISED},
        ArrangementState.REVISED: {ArrangementState.AGREED},
    },
)


class Obligation(TextChoices):
    """What is owed: that one does one's best, or that it is there."""

    EFFORT = "inspanning", "Inspanning"
    RESULT = "resultaat", "Resultaat"


DECIDED = (PartyStatus.ADOPTED, PartyStatus.SIGNED)
"""From here on a body of a party decided: the day must be said, and what was agreed goes no more, it lapses."""
