"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices


class AmbitionStatus(TextChoices):
    PROPOSAL = "voorstel", "Voorstel"
    SHARED = "gedeeld", "Gedeeld"
    IN_AGREEMENT = "in-akkoord", "In het akkoord"
    DROPPED = "afgevallen", "Afgevallen"


class Support(TextChoices):
    """What a party says of an ambition."""

    SUPPORTS = "steunt", "Steunt"
    CONDITIONAL = "mits", "Steunt mits"
    OPPOSES = "niet", "Steunt niet"
    UNKNOWN = "onbekend", "Nog onbekend"
