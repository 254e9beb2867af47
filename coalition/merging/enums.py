"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices


class MergeKind(TextChoices):
    ORGANISATION = "organisatie", "Organisatie"
    PERSON = "persoon", "Persoon"
