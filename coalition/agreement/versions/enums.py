"""The words of frozen versions."""

from django.db.models import TextChoices


class VersionKind(TextChoices):
    """What a frozen version is for."""

    CONCEPT = "concept", "Concept"
    CONSULTATION = "consultatie", "Ter consultatie"
    DECISION = "besluit", "Ter besluitvorming"
    FINAL = "definitief", "Definitief"
