"""How far a mandate reaches."""

from django.db.models import TextChoices


class MandateLevel(TextChoices):
    TALK = "meepraten", "Mag meepraten"
    RESERVE = "voorbehoud", "Mag toezeggen onder voorbehoud"
    BIND = "binden", "Mag binden"
