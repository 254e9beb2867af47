"""Reading the list of national programmes."""

from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import Prefetch
from django.http import Http404

from areas.access import may, may_anywhere
from areas.accounts.models.user import User
from areas.area.models import Area
from areas.enums import Permission
from areas.programmes.enums import ProgrammeStatus
from areas.programmes.models import NationalProgramme, ProgrammeContribution

SIGNS = {
    ProgrammeStatus.RUNNING: "busy",
    ProgrammeStatus.FINISHED: "good",
    ProgrammeStatus.DROPPED: "error",
    ProgrammeStatus.TO_CONFIRM: "attention",
}


@dataclass(frozen=True)
class Contributor:
    """An area that says it contributes; who may read its factsheet can go there."""

    name: str
    slug: str
    is_open: bool


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme, and which areas say they contribute to it."""

    programme: NationalProgramme
    areas: tuple[Contributor, ...]
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


def programme_rows(user: User) -> list[ProgrammeRow]:
    """Return all programmes with the areas that contribute, in their own order. Two queries."""
    contributions = ProgrammeContribution.objects.select_related("area").order_by("area__number")
    rows = list(NationalProgramme.objects.order_by("name").prefetch_related(Prefetch("contributions", contributions)))
    areas = {line.area_id: line.area for row in rows for line in row.contributions.all()}
    found = {pk: _contributor(user, area) for pk, area in areas.items()}
    return [
        ProgrammeRow(
            row,
            tuple(found[pk] for pk in dict.fromkeys(line.area_id for line in row.contributions.all())),
            SIGNS[ProgrammeStatus(row.status)],
        )
        for row in rows
    ]


def _contributor(user: User, area: Area) -> Contributor:
    return Contributor(area.name, area.slug, may(user, area, Permission.VIEW_FACTSHEET))
