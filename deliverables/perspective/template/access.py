"""The door to the template of a perspective, which all areas share: the regieteam keeps it."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import Http404

from areas.access import may_anywhere
from areas.enums import Permission
from areas.models import User
from deliverables.perspective.template.models import SectionTemplate


def template_door(user: User) -> None:
    """Let through who keeps the template; PermissionDenied for anybody else."""
    if not may_anywhere(user, Permission.MANAGE_PERSPECTIVE_TEMPLATE):
        raise PermissionDenied("Het sjabloon geldt voor alle gebieden. Het regieteam houdt het bij.")


def template_row_for(user: User, pk: UUID) -> SectionTemplate:
    """Return a part of the template for who keeps it. Raises as `template_door`, or Http404."""
    template_door(user)
    row = SectionTemplate.objects.filter(pk=pk).first()
    if row is None:
        raise Http404("Dit onderdeel van het sjabloon is er niet, of niet meer.")
    return row
