"""What may be done with the questions of the samenwerkingsscan: copy them, change the copy, take it into use."""

from collections.abc import Sequence

from django.db.models import F, Max

from areas.models import Area, User
from coalition.analysis.scan.enums import QuestionnaireStatus
from coalition.analysis.scan.models import ScanDimension, ScanQuestion, ScanQuestionnaire
from coalition.analysis.scan.queries.questionnaires import dimensions_of, draft_of, questionnaire_in_use
from coalition.analysis.scan.rules.content import DIMENSIONS, NUMBER, TITLE
from coalition.analysis.scan.rules.scan import DimensionData
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.states import require_transition
from novex_portal.toolkit.text.markup import clean

MAX_DIMENSIONS, MAX_QUESTIONS = 12, 6


@action(by=By.PORTAL)
def ensure_default_questionnaire() -> ScanQuestionnaire:
    """Return the portal's own questions as a row; the first measurement that needs this version writes it."""
    Area.objects.select_for_update(no_key=True).order_by("pk").first()
    portals = ScanQuestionnaire.objects.filter(area=None)
    if there := portals.filter(number=NUMBER).first():
        return there
    portals.filter(status=QuestionnaireStatus.IN_USE).update(status=QuestionnaireStatus.REPLACED)
    made = ScanQuestionnaire.objects.create(title=TITLE, number=NUMBER, status=QuestionnaireStatus.IN_USE)
    _write(made, DIMENSIONS)
    return made


@action
def begin_questionnaire(*, area: Area, actor: User) -> ScanQuestionnaire:
    """Copy the questions the area uses into a draft; an area has one draft, so a second call returns that."""
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    if draft := draft_of(area):
        return draft
    source = questionnaire_in_use(area)
    number = ScanQuestionnaire.objects.filter(area=area).aggregate(last=Max("number"))["last"] or 0
    draft = ScanQuestionnaire.objects.create(
        area=area, title=source.title if source else TITLE, number=number + 1, created_by=actor
    )
    _write(draft, dimensions_of(source))
    return draft


@action
def change_questionnaire(
    *,
    questionnaire: ScanQuestionnaire,
    actor: User,
    version: int,
    title: str,
    dimensions: Sequence[DimensionData],
) -> ScanQuestionnaire:
    """Replace what a draft asks. Raises Conflict when somebody else saved since `version`.

    Raises Problem when it is no draft any more, or when a dimension has no name, no question, or a name twice.
    """
    held = ScanQuestionnaire.objects.select_for_update(no_key=True).get(pk=questionnaire.pk)
    if held.status != QuestionnaireStatus.DRAFT:
        raise Problem("Deze vragenlijst is in gebruik en verandert niet meer. Maak een nieuwe versie.")
    held.require_version(version)
    _require_complete(title, dimensions)
    held.title = clean(title).strip()[:150]
    held.version += 1
    held.save(update_fields=["title", "version"])
    held.dimensions.all().delete()
    _write(held, dimensions)
    return held


@action
def use_questionnaire(*, questionnaire: ScanQuestionnaire, actor: User) -> ScanQuestionnaire:
    """Take a draft into use for the next measurements; the one before it is replaced. Twice is once."""
    if questionnaire.area is None:
        raise Problem("De vragenlijst van het portaal is van niemand alleen.")
    Area.objects.select_for_update(no_key=True).get(pk=questionnaire.area.pk)
    held = ScanQuestionnaire.objects.select_for_update(no_key=True).get(pk=questionnaire.pk)
    require_transition(QuestionnaireStatus, held.status, QuestionnaireStatus.IN_USE)
    if held.status == QuestionnaireStatus.IN_USE:
        return held
    before = ScanQuestionnaire.objects.filter(area=held.area, status=QuestionnaireStatus.IN_USE)
    before.update(status=QuestionnaireStatus.REPLACED, version=F("version") + 1)
    held.status, held.version = QuestionnaireStatus.IN_USE, held.version + 1
    held.save(update_fields=["status", "version"])
    return held


def _require_complete(title: str, dimensions: Sequence[DimensionData]) -> None:
    if not clean(title).strip():
        raise Problem("Geef de vragenlijst een titel.")
    if not 1 <= len(dimensions) <= MAX_DIMENSIONS:
        raise Problem(f"Een vragenlijst heeft 1 tot {MAX_DIMENSIONS} onderdelen.")
    names = [dimension.name.strip().lower() for dimension in dimensions]
    if "" in names or len(set(names)) < len(names):
        raise Problem("Geef elk onderdeel een eigen naam.")
    for dimension in dimensions:
        if not 1 <= len(dimension.questions) <= MAX_QUESTIONS:
            raise Problem(f"Schrijf bij “{dimension.name}” 1 tot {MAX_QUESTIONS} stellingen, elk op een eigen regel.")


def _write(questionnaire: ScanQuestionnaire, dimensions: Sequence[DimensionData]) -> None:
    for rank, data in enumerate(dimensions):
        dimension = ScanDimension.objects.create(
            questionnaire=questionnaire, name=data.name.strip()[:80], explanation=data.explanation, rank=rank
        )
        ScanQuestion.objects.bulk_create(
            ScanQuestion(dimension=dimension, text=text[:300], rank=order) for order, text in enumerate(data.questions)
        )
