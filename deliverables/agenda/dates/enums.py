"""How exactly a date of the plan is meant."""

from django.db.models import TextChoices


class Precision(TextChoices):
    """How exactly a date is meant."""

    DAY = "dag", "Dag"
    MONTH = "maand", "Maand"
    QUARTER = "kwartaal", "Kwartaal"
    YEAR = "jaar", "Jaar"
