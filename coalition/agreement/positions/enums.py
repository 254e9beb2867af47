"""The words of a position on an article."""

from django.db.models import TextChoices


class Consent(TextChoices):
    """Where a party stands on an article of the akkoord."""

    AGREES = "akkoord", "Akkoord"
    CONDITIONAL = "mits", "Akkoord mits"
    NOT_YET = "nog-niet", "Nog niet"
    REFUSES = "niet", "Niet akkoord"
