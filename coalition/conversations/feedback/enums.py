"""The words of terugkoppeling."""

from django.db.models import TextChoices


class FeedbackOutcome(TextChoices):
    """What was done with a statement, as its party hears it."""

    TAKEN_OVER = "overgenomen", "Overgenomen"
    PARTLY = "deels", "Deels overgenomen"
    NOT_TAKEN_OVER = "niet", "Niet overgenomen"
    CONSIDERED = "in-beraad", "Nog in beraad"

    @property
    def needs_reason(self) -> bool:
        """Whether a party may not hear this without hearing why."""
        return self in {FeedbackOutcome.PARTLY, FeedbackOutcome.NOT_TAKEN_OVER}
