"""Doors to what waits for what. A tie over the border is reached from both areas, each with its own part in it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q
from django.http import Http404

from areas.access import area_for, door, may
from areas.enums import Permission
from areas.models import Area, User
from deliverables.agenda.plan.models import Dependency, ExternalCondition, MeasureDeadline

_TIES = Dependency.objects.select_related("before__area", "after__area", "proposed_in", "proposed_by")

deadline_for = door(
    MeasureDeadline.objects.select_related("measure", "checkpoint"),
    area="measure__area",
    need=Permission.EDIT_AGENDA,
    missing="Deze uiterste datum is er niet, of niet meer.",
)
"""Return a last day of a measure of the area, for who writes the agenda."""


def own_dependency_for(user: User, slug: str, pk: UUID) -> tuple[Area, Dependency]:
    """Return the area and a dependency it said itself, for who writes its agenda."""
    area, found = _dependency_for(user, slug, pk)
    if found.proposed_in_id != area.pk:
        raise PermissionDenied(f"{found.proposed_in} heeft dit voorgesteld, en wijzigt of verwijdert het.")
    return area, found


def asked_dependency_for(user: User, slug: str, pk: UUID) -> tuple[Area, Dependency]:
    """Return the area and a dependency another one proposed to it, for who writes its agenda."""
    area, found = _dependency_for(user, slug, pk)
    if found.proposed_in_id == area.pk:
        raise PermissionDenied("Uw gebied heeft dit zelf voorgesteld. Het andere gebied antwoordt.")
    return area, found


def _dependency_for(user: User, slug: str, pk: UUID) -> tuple[Area, Dependency]:
    area = area_for(user, slug, Permission.EDIT_AGENDA)
    found = _TIES.filter(Q(before__area=area) | Q(after__area=area), pk=pk).first()
    if found is None:
        raise Http404("Deze afhankelijkheid is er niet, of niet meer.")
    return area, found


def condition_for(user: User, slug: str, pk: UUID) -> tuple[Area, ExternalCondition]:
    """Return the area and a condition it may wait for: its own, or one of all areas."""
    area = area_for(user, slug, Permission.VIEW_AGENDA)
    conditions = ExternalCondition.objects.select_related("owner", "area")
    found = conditions.filter(Q(area=area) | Q(area=None), pk=pk).first()
    if found is None:
        raise Http404("Deze voorwaarde is er niet.")
    return area, found


def may_keep(user: User, area: Area, condition: ExternalCondition | None) -> bool:
    """Tell whether the user may change a condition, or make one (None): one of all areas is the regieteam's."""
    national = may(user, area, Permission.MANAGE_PROGRAMMES)
    own = may(user, area, Permission.EDIT_AGENDA)
    return (national or own) if condition is None else own if condition.area_id else national


def kept_condition_for(user: User, slug: str, pk: UUID) -> tuple[Area, ExternalCondition]:
    """Return a condition for who may change it; raises as `condition_for`, and PermissionDenied for all others."""
    area, found = condition_for(user, slug, pk)
    if not may_keep(user, area, found):
        words = "Uw rol mag deze voorwaarde niet wijzigen."
        raise PermissionDenied(
            words if found.area_id else "Deze voorwaarde geldt voor alle gebieden. Het regieteam wijzigt haar."
        )
    return area, found


def keeping_area(user: User, slug: str) -> Area:
    """Return the area for who may write down a condition there."""
    area = area_for(user, slug, Permission.VIEW_AGENDA)
    if not may_keep(user, area, None):
        raise PermissionDenied("Uw rol mag geen voorwaarden vastleggen.")
    return area
