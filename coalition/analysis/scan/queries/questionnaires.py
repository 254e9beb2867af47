"""Reads about the questions of the samenwerkingsscan. Nothing here writes."""

from areas.models import Area
from coalition.analysis.scan.enums import QuestionnaireStatus
from coalition.analysis.scan.models import ScanDimension, ScanQuestionnaire
from coalition.analysis.scan.rules.content import DIMENSIONS
from coalition.analysis.scan.rules.scan import DimensionData


def questionnaire_in_use(area: Area) -> ScanQuestionnaire | None:
    """Return the questions of its own that an area uses; None when it uses those of the portal."""
    return ScanQuestionnaire.objects.filter(area=area, status=QuestionnaireStatus.IN_USE).first()


def draft_of(area: Area) -> ScanQuestionnaire | None:
    """Return the draft an area is working on."""
    return ScanQuestionnaire.objects.filter(area=area, status=QuestionnaireStatus.DRAFT).first()


def dimensions_of(questionnaire: ScanQuestionnaire | None) -> tuple[DimensionData, ...]:
    """Return what a questionnaire asks, in its order; without one what the portal asks. Two queries."""
    if questionnaire is None:
        return DIMENSIONS
    return tuple(
        DimensionData(row.name, row.explanation, tuple(question.text for question in row.questions.all()))
        for row in rows_of(questionnaire)
    )


def rows_of(questionnaire: ScanQuestionnaire) -> list[ScanDimension]:
    """Return the dimensions with their questions. Two queries."""
    return list(questionnaire.dimensions.prefetch_related("questions"))
