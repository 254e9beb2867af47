"""Reading decisions, where each party stands on them, and how that changed."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from areas.access import active_memberships
from areas.models import Area, Organisation, User
from areas.parties.enums import OrganisationKind
from coalition.planning_group.decisions.enums import DecisionStatus
from coalition.planning_group.decisions.models import Decision, DecisionPosition
from coalition.planning_group.decisions.rules import Position, summary
from coalition.planning_group.meetings.models import Meeting
from coalition.planning_group.speaking.access import speaks_as
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history
from novex_portal.toolkit.states import followers

_DECISION = {
    "title": "titel",
    "text": "tekst",
    "body": "genomen door",
    "decided_on": "datum",
    "meeting_id": "overleg",
}
_POSITION = {
    "organisation_id": "partij",
    "status": "stand",
    "reservation": "voorbehoud",
    "body": "orgaan",
    "stated_on": "op",
    "given_as": "hoe bekend",
    "source": "bron",
}


def _party(words: Words) -> str:
    return words["partij"]


def changes_of_decision(decision: Decision) -> list[Change]:
    """Return who changed the decision or where a party stands on it, newest first; a fixed number of queries."""
    parts = (
        Part(Decision, {"id": decision.pk}, _DECISION),
        Part(DecisionPosition, {"decision_id": decision.pk}, _POSITION, _party),
    )
    return history(parts, called={Meeting: "title"})


PAGE_SIZE = 25
# In this order the sentence on top of a decision counts them: who went furthest first, who said no last.
LABELS: dict[str, str] = {
    str(status): str(status.label)
    for status in (
        DecisionStatus.ADOPTED,
        DecisionStatus.EXECUTIVES_AGREE,
        DecisionStatus.OFFICIALS_AGREE,
        DecisionStatus.NOTED,
        DecisionStatus.REJECTED,
    )
}
SIGNS = {
    DecisionStatus.WAITING: "idle",
    DecisionStatus.NOTED: "half",
    DecisionStatus.OFFICIALS_AGREE: "half",
    DecisionStatus.EXECUTIVES_AGREE: "busy",
    DecisionStatus.ADOPTED: "good",
    DecisionStatus.REJECTED: "error",
}


@dataclass(frozen=True)
class PositionRow:
    """Where one party stands, as this user may see and change it."""

    position: DecisionPosition
    kind: str
    sign: str
    own: bool
    may_state: bool


@dataclass(frozen=True)
class Counts:
    total: int
    waiting: int  # on which some party has said nothing yet


def decision_page(area: Area, user: User, *, waiting: bool, number: str) -> "Page[Any]":
    """Return a page of the decisions, newest first, each with its counts of parties. Two queries.

    `own_waits` is true where an organisation of the user's has said nothing yet.
    """
    silent = Q(positions__status=DecisionStatus.WAITING)
    own = [membership.organisation_id for membership in active_memberships(user) if membership.area_id == area.pk]
    mine = DecisionPosition.objects.filter(
        decision=OuterRef("pk"), status=DecisionStatus.WAITING, organisation__in=[pk for pk in own if pk]
    )
    decisions = Decision.objects.filter(area=area).annotate(
        parties=Count("positions"),
        silent=Count("positions", filter=silent),
        rejected=Count("positions", filter=Q(positions__status=DecisionStatus.REJECTED)),
        reserved=Count("positions", filter=~silent & ~Q(positions__reservation="")),
        own_waits=Exists(mine),
    )
    if waiting:
        decisions = decisions.filter(silent__gt=0)
    return Paginator(decisions.order_by("-decided_on", "-number"), PAGE_SIZE).get_page(number)


def decision_counts(area: Area) -> Counts:
    """Return how many decisions there are, and how many wait for a party. One query."""
    waits = Exists(DecisionPosition.objects.filter(decision=OuterRef("pk"), status=DecisionStatus.WAITING))
    counts = Decision.objects.filter(area=area).annotate(waits=waits)
    return Counts(**counts.aggregate(total=Count("pk"), waiting=Count("pk", filter=Q(waits=True))))


def position_rows(decision: Decision, user: User) -> list[PositionRow]:
    """Return where the parties stand, by name. One query."""
    own = {row.organisation_id for row in active_memberships(user) if row.area_id == decision.area_id}
    positions = decision.positions.select_related("organisation").order_by(Lower("organisation__name"))
    return [
        PositionRow(
            position,
            str(OrganisationKind(position.organisation.kind).label),
            SIGNS[DecisionStatus(position.status)],
            position.organisation_id in own,
            speaks_as(user, decision.area, position.organisation_id) in may_write(position),
        )
        for position in positions
    ]


def may_write(position: DecisionPosition) -> tuple[GivenAs, ...]:
    """Return as whom one may write where a party stands: what it said itself, it alone changes."""
    return (GivenAs.OWN,) if position.is_own else (GivenAs.OWN, GivenAs.RECORDED)


def positions_together(rows: Iterable[PositionRow]) -> str:
    """Say in words where the parties stand together."""
    positions = [Position(row.position.status, bool(row.position.reservation)) for row in rows]
    return summary(positions, LABELS, waiting=DecisionStatus.WAITING)


def begins_anew(position: DecisionPosition, given_as: str) -> bool:
    """Tell whether a position is said anew: of another text, or by the party itself after it was recorded for it."""
    return position.is_stale(position.decision) or (bool(position.given_as) and position.given_as != given_as)


def next_statuses(position: DecisionPosition, given_as: str) -> list[DecisionStatus]:
    """Return the status as it is and those that may follow, in their own order; all of them when it is said anew."""
    if begins_anew(position, given_as):
        return [status for status in DecisionStatus if status != DecisionStatus.WAITING]
    allowed = followers(DecisionStatus, position.status) | {position.status}
    return [status for status in DecisionStatus if status in allowed]


def parties_to_choose(area: Area) -> QuerySet[Organisation]:
    """Return the organisations whose word on a decision can be asked: the parties of the area."""
    return Organisation.objects.filter(areas=area, merged_into__isnull=True).order_by(Lower("name"))
