"""The words of merging."""

from django.db.models import TextChoices


class MergeKind(TextChoices):
    ORGANISATION = "organisatie", "Organisatie"
    PERSON = "persoon", "Persoon"
