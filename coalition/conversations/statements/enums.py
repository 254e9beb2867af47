"""The words of statements: how a party stands, and how urgent it is."""

from django.db.models import IntegerChoices, TextChoices


class Stance(TextChoices):
    SUPPORTS = "steunt", "Steunt"
    CONDITIONAL = "mits", "Steunt onder voorwaarden"
    NEUTRAL = "neutraal", "Neutraal"
    OBJECTS = "bezwaar", "Bezwaar"


class Urgency(IntegerChoices):
    NONE = 1, "1: geen haast"
    LOW = 2, "2: kan wachten"
    MEDIUM = 3, "3: dit jaar"
    HIGH = 4, "4: dit kwartaal"
    NOW = 5, "5: nu"
