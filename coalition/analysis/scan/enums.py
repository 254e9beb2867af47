"""The words the coalition app knows, and which step may follow which."""

from django.db.models import TextChoices


class QuestionnaireStatus(TextChoices):
    """How far a version of the questions of the samenwerkingsscan is; only a draft can be changed."""

    DRAFT = "concept", "Concept"
    IN_USE = "in-gebruik", "In gebruik"
    REPLACED = "vervangen", "Vervangen"
