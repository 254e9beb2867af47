"""The words in which a measure is reported on, and along which lines."""

from django.db.models import TextChoices


class Axis(TextChoices):
    """What is reported on."""

    CONTENT = "inhoud", "Inhoud"
    TIME = "tijd", "Tijd"
    MONEY = "geld", "Geld"


class Word(TextChoices):
    """How it goes. All but the first ask for a reason."""

    AS_EXPECTED = "naar-verwachting", "Naar verwachting"
    ATTENTION = "aandacht", "Aandacht nodig"
    STUCK = "loopt-vast", "Loopt vast"
