"""The words of the wisselwerking with the ruimtelijk voorstel of a province."""

from django.db.models import TextChoices


class MomentState(TextChoices):
    AGREED = "afgesproken", "Afgesproken"
    HELD = "geweest", "Geweest"
    DROPPED = "vervallen", "Vervallen"


class Degree(TextChoices):
    """How somebody is involved in a subject of the voorstel."""

    DIRECT = "direct", "Direct"
    INDIRECT = "indirect", "Indirect"
    NOT = "niet", "Niet"
