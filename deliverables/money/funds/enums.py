"""Where money comes from, and by which way it is given."""

from django.db.models import TextChoices


class Side(TextChoices):
    """Of whom the money is. Rijk and regio are weighed against each other, the others stand beside it."""

    STATE = "rijk", "Rijk"
    REGION = "regio", "Regio"
    PRIVATE = "privaat", "Privaat"
    EUROPE = "europa", "Europa"
    OTHER = "overig", "Overig"


class Instrument(TextChoices):
    """By which way a fund gives."""

    SPECIFIC = "spuk", "Specifieke uitkering (SPUK)"
    DECENTRAL = "decentralisatie-uitkering", "Decentralisatie-uitkering"
    SUBSIDY = "subsidie", "Subsidie"
    ASSIGNMENT = "opdracht", "Opdracht"
    BUDGET = "begroting", "Eigen begroting"
    IN_KIND = "in-natura", "In natura"
    OTHER = "anders", "Anders"
