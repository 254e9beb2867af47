"""Reading the list of national programmes."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Count
from django.http import Http404

from areas.access import may_anywhere
from areas.enums import Permission, ProgrammeStatus
from areas.models import NationalProgramme, User

SIGNS = {
    ProgrammeStatus.RUNNING: "busy",
    ProgrammeStatus.FINISHED: "good",
    ProgrammeStatus.DROPPED: "error",
    ProgrammeStatus.TO_CONFIRM: "attention",
}


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme, and how many areas say they contribute to it."""

    programme: NationalProgramme
    areas: int
    sign: str


def programmes_door(user: User, need: Permission) -> None:
    """Let somebody through who may do this in any area; else PermissionDenied."""
    if not may_anywhere(user, need):
        raise PermissionDenied("Uw rol mag dit niet met de nationale programma’s.")


def programme_for(user: User, pk: UUID, need: Permission) -> NationalProgramme:
    """Return a programme for somebody who needs to do this; PermissionDenied or Http404."""
    programmes_door(user, need)
    programme = NationalProgramme.objects.filter(pk=pk).first()
    if programme is None:
        raise Http404("Dit programma is er niet.")
    return programme


def programme_rows() -> list[ProgrammeRow]:
    """Return all programmes, in one query."""
    rows = NationalProgramme.objects.annotate(areas=Count("contributions__area", distinct=True)).order_by("name")
    return [ProgrammeRow(row, row.areas, SIGNS[ProgrammeStatus(row.status)]) for row in rows]
