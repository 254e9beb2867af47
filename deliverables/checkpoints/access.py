"""Doors to checkpoints: reached through an area; changed by who manages all areas it holds for."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from areas.access import area_for, areas_where, door, permissions
from areas.enums import Permission
from areas.models import Area, User
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, Requirement


def areas_managed_by(user: User) -> list[Area]:
    """Return the areas in which the user may manage checkpoints."""
    return areas_where(user, Permission.MANAGE_CHECKPOINTS)


def checkpoints_in(areas: Sequence[Area]) -> QuerySet[Checkpoint]:
    """Return the checkpoints that hold for any of these areas, which the user was let into before."""
    return Checkpoint.objects.filter(pk__in=CheckpointArea.objects.filter(area__in=areas).values("checkpoint"))


def checkpoint_for(
    user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_CHECKPOINTS
) -> tuple[Area, Checkpoint]:
    """Return the area and its checkpoint for somebody who needs to do this with it.

    Managing asks for the right in every area it holds for: who manages one area may not move a
    date for fifteen others. Raises Http404 and PermissionDenied as `area_for` does.
    """
    area = area_for(user, slug, need)
    checkpoint = Checkpoint.objects.prefetch_related("areas").filter(pk=pk, area_links__area=area).first()
    if checkpoint is None:
        raise Http404("Dit ijkmoment is er niet.")
    if need == Permission.MANAGE_CHECKPOINTS and not manages(user, checkpoint):
        raise PermissionDenied("Dit ijkmoment geldt ook voor andere gebieden. Alleen het regieteam wijzigt het.")
    return area, checkpoint


def manages(user: User, checkpoint: Checkpoint) -> bool:
    """Tell whether the user may change or remove this checkpoint: in all its areas."""
    return all(Permission.MANAGE_CHECKPOINTS in permissions(user, area) for area in checkpoint.areas.all())


requirement_for = door(
    Requirement.objects.select_related("checkpoint"),
    need=Permission.MANAGE_CHECKPOINTS,
    missing="Dit onderdeel is er niet.",
)
"""Return something an area must have ready, for somebody who manages checkpoints of that area."""
