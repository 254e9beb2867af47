"""What an outcome can be tied to: the choices of its form."""

from collections.abc import Collection, Sequence
from uuid import UUID

from django.db.models import Q, QuerySet
from django.db.models.functions import Lower

from areas.models import Area, AreaOrganisation, Organisation
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import Measure
from deliverables.board_meetings.enums import OutcomeKind
from deliverables.board_meetings.models import BoardOutcome
from deliverables.checkpoints.models import Checkpoint


def parties_for(areas: Sequence[Area], kept: Collection[UUID] = ()) -> QuerySet[Organisation]:
    """Return the parties of these areas and those that are kept though they left, by name."""
    here = AreaOrganisation.objects.filter(area__in=areas, organisation__merged_into=None).values("organisation")
    return Organisation.objects.filter(Q(pk__in=here) | Q(pk__in=kept)).order_by(Lower("name"))


def measures_for(areas: Sequence[Area], kept: Collection[UUID] = ()) -> QuerySet[Measure]:
    """Return the measures of these areas that were not dropped and those that are kept, by code."""
    alive = Q(area__in=areas) & ~Q(status=MeasureStatus.DROPPED)
    return Measure.objects.filter(alive | Q(pk__in=kept)).order_by("code")


def predecessors_for(
    meeting: Checkpoint, area: Area | None, outcome: BoardOutcome | None = None
) -> QuerySet[BoardOutcome]:
    """Return what one agreed at an overleg can go on from: of an overleg not later, that nothing goes on from yet."""
    free = Q(successor__isnull=True) | (Q(successor=outcome) if outcome else Q())
    rows = BoardOutcome.objects.filter(free, area=area, checkpoint__date__lte=meeting.date)
    rows = rows.exclude(checkpoint=meeting).exclude(kind=OutcomeKind.NOTED)
    return rows.select_related("checkpoint").order_by("-checkpoint__date", "checkpoint__name", "number")
