"""Doors to bestuurlijke overleggen and what was agreed there: members read, who writes in the area records, the trekker reports."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.http import Http404

from areas.access import area_for, areas_where, may, may_anywhere, own_organisations
from areas.enums import Permission
from areas.models import Area, Organisation, User
from deliverables.board_meetings.models import BoardOutcome
from deliverables.checkpoints.access import checkpoint_for, checkpoints_in
from deliverables.checkpoints.enums import CheckpointKind
from deliverables.checkpoints.models import Checkpoint, CheckpointArea

_MISSING = "Dit bestuurlijk overleg is er niet."


def readable_areas(user: User) -> list[Area]:
    """Return the areas of which somebody may read the overleggen; PermissionDenied for who may in none."""
    if not may_anywhere(user, Permission.VIEW_CHECKPOINTS):
        raise PermissionDenied("Uw rol mag bestuurlijke overleggen niet zien.")
    return areas_where(user, Permission.VIEW_CHECKPOINTS)


def outcomes_in(areas: Sequence[Area]) -> QuerySet[BoardOutcome]:
    """Return what was agreed for any of these areas, which the user was let into before: of its own, or of all at once."""
    held = CheckpointArea.objects.filter(area__in=areas).values("checkpoint")
    return BoardOutcome.objects.filter(Q(area__in=areas) | Q(area=None, checkpoint__in=held))


def meetings_in(areas: Sequence[Area]) -> QuerySet[Checkpoint]:
    """Return the bestuurlijke overleggen of these areas; one stays so as long as something of them was agreed there."""
    agreed = outcomes_in(areas).filter(checkpoint=OuterRef("pk"))
    return checkpoints_in(areas).filter(Q(kind=CheckpointKind.BOARD_MEETING) | Exists(agreed))


def meeting_for(
    user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_CHECKPOINTS
) -> tuple[Area, Checkpoint]:
    """Return the area and a bestuurlijk overleg that is held for it; raises as `area_for`, or Http404."""
    area, found = checkpoint_for(user, slug, pk, need)
    if not meetings_in([area]).filter(pk=pk).exists():
        raise Http404(_MISSING)
    return area, found


def meeting_anywhere_for(user: User, pk: UUID) -> tuple[list[Area], Checkpoint]:
    """Return an overleg and those of its areas one may read; PermissionDenied for who may in none, else Http404."""
    areas = readable_areas(user)
    found = meetings_in(areas).prefetch_related("areas").filter(pk=pk).first()
    if found is None:
        raise Http404(_MISSING)
    held = {area.pk for area in found.areas.all()}
    return [area for area in areas if area.pk in held], found


def outcome_for(
    user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_CHECKPOINTS
) -> tuple[Area, BoardOutcome]:
    """Return the area and what was agreed for it, or for all areas of the overleg.

    Who changes what holds for all of them has the right in each. Raises as `area_for`, or Http404.
    """
    area = area_for(user, slug, need)
    rows = outcomes_in([area]).select_related("checkpoint", "area", "lead", "predecessor__checkpoint")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404("Deze bestuurlijke afspraak is er niet.")
    if need == Permission.EDIT_BOARD_OUTCOMES and not may_record(user, found.checkpoint, found.area):
        raise PermissionDenied("Deze afspraak geldt voor alle gebieden van het overleg. Het regieteam wijzigt haar.")
    return area, found


def may_record(user: User, meeting: Checkpoint, area: Area | None) -> bool:
    """Tell whether the user may write down what was agreed for an area, or without one for all areas of the overleg."""
    places = [area] if area else meeting.areas.all()
    return all(may(user, place, Permission.EDIT_BOARD_OUTCOMES) for place in places)


def meetings_to_continue_at(user: User, outcome: BoardOutcome, area: Area) -> list[Checkpoint]:
    """Return the later overleggen of an area at which the user may write down what an outcome goes on in, the first first."""
    later = meetings_in([area]).filter(kind=CheckpointKind.BOARD_MEETING, date__gte=outcome.checkpoint.date)
    found = later.exclude(pk=outcome.checkpoint_id).prefetch_related("areas").order_by("date", "name")
    return [meeting for meeting in found if may_record(user, meeting, outcome.area)]


def reporting_for(user: User, area: Area, outcome: BoardOutcome) -> Organisation | None:
    """Return the organisation for which the user may say what became of it: their own one, when it is the trekker."""
    return next((own for own in own_organisations(user, area) if own.pk == outcome.lead_id), None)


def may_report(user: User, area: Area, outcome: BoardOutcome) -> bool:
    """Tell whether the user may say what became of it: the trekker, or who may write it down."""
    return reporting_for(user, area, outcome) is not None or may_record(user, outcome.checkpoint, outcome.area)


def outcome_to_report_on_for(user: User, slug: str, pk: UUID) -> tuple[Area, BoardOutcome]:
    """Return the area and what was agreed, for who may say what became of it. Raises as `outcome_for`."""
    area, found = outcome_for(user, slug, pk)
    if not may_report(user, area, found):
        raise PermissionDenied("Alleen de trekker en de planningsgroep melden wat er van deze afspraak is geworden.")
    return area, found
