"""Doors to checkpoints: one may hold for several areas, so the user's areas decide."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from areas.access import active_memberships, areas_visible_to, may_anywhere, permissions
from areas.enums import Permission
from areas.models import Area, User
from deliverables.models import Checkpoint


def areas_managed_by(user: User) -> list[Area]:
    """Return the areas in which the user may manage checkpoints."""
    return [area for area in areas_visible_to(user) if Permission.MANAGE_CHECKPOINTS in permissions(user, area)]


def checkpoints_for(user: User) -> QuerySet[Checkpoint]:
    """Return the checkpoints of the areas whose checkpoints the user may see."""
    visible = [area.pk for area in areas_visible_to(user) if Permission.VIEW_CHECKPOINTS in permissions(user, area)]
    return Checkpoint.objects.filter(area_links__area__in=visible).distinct()


def checkpoint_for(user: User, pk: UUID, need: Permission = Permission.VIEW_CHECKPOINTS) -> Checkpoint:
    """Return a checkpoint for somebody who needs to do this with it.

    A stranger to all its areas gets Http404. Managing asks for the right in every area it holds
    for: who manages one area may not move a date for fifteen others.
    """
    checkpoint = Checkpoint.objects.prefetch_related("areas").filter(pk=pk).first()
    areas = list(checkpoint.areas.all()) if checkpoint else []
    mine = {membership.area_id for membership in active_memberships(user)}
    member_of = [area for area in areas if None in mine or area.pk in mine]
    if checkpoint is None or not member_of:
        raise Http404("Dit ijkmoment is er niet, of het is niet van uw gebied.")
    asked = areas if need == Permission.MANAGE_CHECKPOINTS else member_of
    granted = [need in permissions(user, area) for area in asked]
    if not (all(granted) if need == Permission.MANAGE_CHECKPOINTS else any(granted)):
        raise PermissionDenied("Uw rol mag dit niet, of niet voor alle gebieden van dit ijkmoment.")
    return checkpoint


def may_manage_checkpoints(user: User) -> bool:
    """Tell whether the user manages the checkpoints of any area."""
    return may_anywhere(user, Permission.MANAGE_CHECKPOINTS)
