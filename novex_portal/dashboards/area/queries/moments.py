"""The next checkpoint of an area: when, what must be ready, and what is late from before."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import JSONObject
from django.urls import reverse

from areas.models import Area, User
from deliverables.checkpoints.enums import CheckpointKind, RequirementStatus
from deliverables.checkpoints.models import Checkpoint, CheckpointArea, Requirement
from deliverables.reminders.models import Reminder
from novex_portal.toolkit.compiled import Compiled

STATUS_KINDS = {
    RequirementStatus.READY: "good",
    RequirementStatus.RUNNING: "busy",
    RequirementStatus.NOT_STARTED: "idle",
}


@dataclass(frozen=True)
class Piece:
    text: str
    status: str
    status_kind: str


@dataclass(frozen=True)
class Moment:
    """A checkpoint as the area sees it; it is mine when I am one of those who are reminded of it."""

    name: str
    date: date
    place: str
    days_left: int
    url: str
    pieces: list[Piece]
    ready: int
    is_mine: bool

    @property
    def waiting(self) -> int:
        return len(self.pieces) - self.ready


@dataclass(frozen=True)
class Moments:
    """The next checkpoint, if any is planned, and how many pieces of earlier ones are not ready."""

    next: Moment | None
    overdue: int


def area_moments(area: Area, user: User, today: date) -> Moments:
    """Return what the area works towards. One query.

    A moment of the area's own does not push aside the checkpoint that all areas work towards.
    """
    upcoming: dict[bool, Moment] = {}
    overdue = 0
    for pk, name, kind, day, place, pieces, is_mine in _ask_checkpoints(area=area.pk, user=user.pk, today=today):
        if day < today:
            overdue += sum(piece["status"] != RequirementStatus.READY for piece in pieces)
        elif (is_own := kind == CheckpointKind.OWN) not in upcoming:
            upcoming[is_own] = _moment(area.slug, pk, (name, day, place), pieces, is_mine=is_mine, today=today)
    return Moments(upcoming.get(False) or upcoming.get(True), overdue)


def _checkpoints(area: UUID, user: UUID, today: date) -> QuerySet[Any]:
    """The checkpoints to come, and the earlier ones that wait for something."""
    asked = Requirement.objects.filter(area=area, checkpoint=OuterRef("pk"))
    waiting = asked.exclude(status=RequirementStatus.READY)
    return (
        Checkpoint.objects.filter(Exists(CheckpointArea.objects.filter(area=area, checkpoint=OuterRef("pk"))))
        .filter(Q(date__gte=today) | Exists(waiting))
        .order_by("date", "name")
        .values_list(
            "pk",
            "name",
            "kind",
            "date",
            "place",
            ArraySubquery(asked.order_by("rank", "text").values(json=JSONObject(text="text", status="status"))),
            Exists(Reminder.objects.filter(checkpoint=OuterRef("pk"), recipient=user)),
        )
    )


_ask_checkpoints = Compiled(_checkpoints, area=UUID, user=UUID, today=date)


def _moment(
    slug: str, pk: UUID, what: tuple[str, date, str], pieces: list[dict[str, str]], *, is_mine: bool, today: date
) -> Moment:
    name, day, place = what
    shown = [_piece(piece["text"], RequirementStatus(piece["status"])) for piece in pieces]
    return Moment(
        name=name,
        date=day,
        place=place,
        days_left=(day - today).days,
        url=reverse("checkpoint", args=[slug, pk]),
        pieces=shown,
        ready=sum(piece["status"] == RequirementStatus.READY for piece in pieces),
        is_mine=is_mine,
    )


def _piece(text: str, status: RequirementStatus) -> Piece:
    return Piece(text, str(status.label), STATUS_KINDS[status])
