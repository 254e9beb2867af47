"""The words the areas app knows: roles, permissions, kinds of party and of challenge."""

from django.db.models import TextChoices


class MandateLevel(TextChoices):
    TALK = "meepraten", "Mag meepraten"
    RESERVE = "voorbehoud", "Mag toezeggen onder voorbehoud"
    BIND = "binden", "Mag binden"
