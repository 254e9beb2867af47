"""Whether an amount holds btw."""

from django.db.models import TextChoices


class Vat(TextChoices):
    """Unknown is a basis of its own: it is never added to one that is known."""

    INCLUDED = "inclusief", "Inclusief btw"
    EXCLUDED = "exclusief", "Exclusief btw"
    UNKNOWN = "onbekend", "Btw onbekend"
