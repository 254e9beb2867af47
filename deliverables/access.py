"""Doors to checkpoints: reached through an area; changed by who manages all areas it holds for."""

from collections.abc import Sequence
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet
from django.http import Http404

from areas.access import PERMISSIONS, active_memberships, area_for, areas_where, may_anywhere, permissions
from areas.enums import Permission
from areas.models import Anonymisation, Area, Destruction, Membership, User
from deliverables.models import Checkpoint, CheckpointArea, FactsheetPhoto, Reminder, Requirement
from deliverables.queries.account_data import member_of


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


def requirement_for(user: User, slug: str, pk: UUID) -> Requirement:
    """Return something an area must have ready, for somebody who manages checkpoints of that area."""
    area = area_for(user, slug, Permission.MANAGE_CHECKPOINTS)
    requirement = Requirement.objects.select_related("checkpoint").filter(pk=pk, area=area).first()
    if requirement is None:
        raise Http404("Dit onderdeel is er niet.")
    return requirement


def delivery_log_in(areas: Sequence[Area]) -> QuerySet[Reminder]:
    """Return the reminders of these areas' checkpoints, to their members and to people with a national role."""
    people = Membership.objects.filter(Q(area__in=areas) | Q(area__isnull=True)).values("user")
    return Reminder.objects.filter(checkpoint__in=checkpoints_in(areas).values("pk"), recipient__in=people)


def logged_reminder_for(user: User, pk: UUID) -> Reminder:
    """Return one reminder of the delivery log; one of others does not exist for the user."""
    if not may_see_delivery_log(user):
        raise PermissionDenied("Uw rol mag het verzendlog niet zien.")
    log = delivery_log_in(areas_where(user, Permission.VIEW_DELIVERY_LOG))
    reminder = log.select_related("mail").filter(pk=pk).first()
    if reminder is None:
        raise Http404("Deze herinnering is er niet.")
    return reminder


def may_see_delivery_log(user: User) -> bool:
    """Tell whether the user follows the delivery of reminders in any area."""
    return may_anywhere(user, Permission.VIEW_DELIVERY_LOG)


def photo_for(user: User, slug: str, number: int) -> tuple[Area, FactsheetPhoto]:
    """Return the area and one photo of its factsheet, for who may see the factsheet."""
    area = area_for(user, slug, Permission.VIEW_FACTSHEET)
    photo = area.photos.select_related("taken_by", "checkpoint").filter(number=number).first()
    if photo is None:
        raise Http404("Deze foto is er niet.")
    return area, photo


def areas_with_factsheet(user: User) -> list[Area]:
    """Return the areas of which the user may see the factsheet. Raises PermissionDenied when there is none."""
    areas = areas_where(user, Permission.VIEW_FACTSHEET)
    if not may_anywhere(user, Permission.VIEW_FACTSHEET):
        raise PermissionDenied("Uw rol mag de factsheets niet zien.")
    return areas


def may_take_all_photos(user: User) -> bool:
    """Tell whether the user takes photos across areas: by a role that holds in all of them."""
    national = (PERMISSIONS[row.role] for row in active_memberships(user) if row.area_id is None)
    return any(Permission.TAKE_PHOTO in granted for granted in national)


def account_for(user: User, slug: str, pk: UUID) -> tuple[Area, User]:
    """Return the area, and somebody with an account who is or was a member of it."""
    area = area_for(user, slug, Permission.MANAGE_PERSONAL_DATA)
    found = member_of(area, pk)
    if found is None:
        raise Http404("Dit account is er niet in dit gebied.")
    return area, found


def report_for(user: User, slug: str, pk: UUID) -> Anonymisation:
    """Return the report of a person made unrecognisable from this area."""
    area = area_for(user, slug, Permission.MANAGE_PERSONAL_DATA)
    reports = Anonymisation.objects.select_related("area", "person__organisation", "done_by")
    report = reports.filter(area=area, pk=pk).first()
    if report is None:
        raise Http404("Dit rapport is er niet.")
    return report


def destruction_for(user: User, slug: str, pk: UUID) -> Destruction:
    """Return a proposal to destroy records of this area, or what was done with it."""
    area = area_for(user, slug, Permission.MANAGE_PERSONAL_DATA)
    found = Destruction.objects.select_related("area", "proposed_by", "decided_by")
    destruction = found.filter(area=area, pk=pk).first()
    if destruction is None:
        raise Http404("Dit voorstel is er niet.")
    return destruction
