"""The words of the questionnaire of the samenwerkingsscan, and which state may follow which."""

from django.db.models import TextChoices

from novex_portal.toolkit.states import follow


class QuestionnaireStatus(TextChoices):
    """How far a version of the questions of the samenwerkingsscan is; only a draft can be changed."""

    DRAFT = "concept", "Concept"
    IN_USE = "in-gebruik", "In gebruik"
    REPLACED = "vervangen", "Vervangen"


follow(
    QuestionnaireStatus,
    {
        QuestionnaireStatus.DRAFT: {QuestionnaireStatus.IN_USE},
        QuestionnaireStatus.IN_USE: {QuestionnaireStatus.REPLACED},
        QuestionnaireStatus.REPLACED: set(),
    },
)
