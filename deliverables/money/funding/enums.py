"""How sure a contribution is. A degree, not a course: it can go either way in one step."""

from django.db.models import TextChoices


class Hardness(TextChoices):
    """From a wish to a decision on paper, in this order; withdrawn counts nowhere."""

    WISH = "wens", "Wens"
    INDICATIVE = "indicatief", "Indicatief"
    RESERVED = "gereserveerd", "Gereserveerd"
    GRANTED = "toegekend", "Toegekend"
    DECIDED = "beschikt", "Beschikt"
    WITHDRAWN = "ingetrokken", "Ingetrokken"


LADDER = (Hardness.WISH, Hardness.INDICATIVE, Hardness.RESERVED, Hardness.GRANTED, Hardness.DECIDED)
NEEDS_DECISION = (Hardness.GRANTED, Hardness.DECIDED)
"""From here on somebody decided: who and when must be said."""
