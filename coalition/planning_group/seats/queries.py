"""Reading the planning group: who sits in it with which function, who could, and how that changed."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, QuerySet
from django.db.models.functions import Lower

from areas.access import memberships_on
from areas.enums import Role
from areas.models import Area, Membership, Person
from areas.parties.enums import OrganisationKind, Side
from areas.people.queries import persons_of
from coalition.planning_group.seats.enums import PlanningFunction
from coalition.planning_group.seats.models import Seat, SeatFunction
from coalition.planning_group.seats.rules import Cover, Verdict, balance, cover, missing_functions
from novex_portal.toolkit.history.changes import Change
from novex_portal.toolkit.history.events import Part, Words, history

FUNCTIONS: dict[str, str] = {str(function): str(function.label) for function in PlanningFunction}


@dataclass(frozen=True)
class Member:
    """Somebody with a seat: a role at an organisation, with the functions they carry."""

    seat: UUID
    role: str
    name: str
    organisation: str
    kind: str
    side: str
    since: date
    until: date | None
    functions: tuple[str, ...]

    @property
    def words(self) -> str:
        """Planning en Besluitvorming vastleggen, in the order of the source."""
        labels = [label for value, label in FUNCTIONS.items() if value in self.functions]
        return ", ".join(labels)

    @property
    def cells(self) -> list[tuple[str, bool]]:
        """Each of the five functions, and whether this member carries it."""
        return [(label, value in self.functions) for value, label in FUNCTIONS.items()]


@dataclass(frozen=True)
class PlanningGroup:
    """The planning group of an area on one day."""

    government: list[Member]
    society: list[Member]
    coming: list[Member]
    former: list[Member]
    without_seat: list[Membership]
    covers: list[Cover]
    balance: Verdict
    functions: Verdict

    @property
    def members(self) -> list[Member]:
        return [*self.government, *self.society]

    @property
    def sides(self) -> list[tuple[str, list[Member]]]:
        return [("Overheid", self.government), ("Samenleving", self.society)]


def planning_group(area: Area, day: date) -> PlanningGroup:
    """Return the planning group as it stands on a day, with who sat in it before. Two queries."""
    members = [_member(seat) for seat in _seats(area)]
    now = [row for row in members if row.since <= day and (row.until is None or row.until >= day)]
    government = [row for row in now if row.side == Side.GOVERNMENT]
    society = [row for row in now if row.side == Side.SOCIETY]
    covers = cover(FUNCTIONS, [row.functions for row in now])
    former = [row for row in members if row.until and row.until < day]
    return PlanningGroup(
        government=government,
        society=society,
        coming=[row for row in members if row.since > day],
        former=sorted(former, key=lambda row: row.until or day, reverse=True),
        without_seat=list(members_without_seat(area, day)),
        covers=covers,
        balance=balance(len(government), len(society)),
        functions=missing_functions(covers),
    )


def _seats(area: Area) -> QuerySet[Any]:
    functions = SeatFunction.objects.filter(seat=OuterRef("pk")).order_by("function").values("function")
    return (
        Seat.objects.filter(area=area)
        .select_related("person__organisation")
        .annotate(carried=ArraySubquery(functions))
        .order_by(Lower("person__organisation__name"), Lower("person__role"), "valid_from")
    )


def _member(seat: Any) -> Member:
    kind = OrganisationKind(seat.person.organisation.kind)
    return Member(
        seat=seat.pk,
        role=seat.person.role,
        name=seat.person.name,
        organisation=seat.person.organisation.name,
        kind=str(kind.label),
        side=kind.side,
        since=seat.valid_from,
        until=seat.valid_until,
        functions=tuple(seat.carried),
    )


def members_without_seat(area: Area, day: date) -> QuerySet[Membership]:
    """Return who has the role planningsgroep in the portal, but no seat now or to come."""
    seats = Seat.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), area=area)
    return (
        memberships_on(day)
        .filter(~Exists(seats.filter(person__user=OuterRef("user"))), area=area, role=Role.PLANNING_GROUP)
        .select_related("user", "organisation")
        .order_by(Lower("user__name"), "user__email", "pk")
    )


def persons_without_seat(area: Area, day: date) -> QuerySet[Person]:
    """Return whom the area could give a seat: a person in a role here who has none now or to come."""
    seats = Seat.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), area=area)
    return persons_of(area, day).filter(~Exists(seats.filter(person=OuterRef("pk"))))


def carried(seat: Seat) -> set[str]:
    """Return the functions of a seat."""
    return set(SeatFunction.objects.filter(seat=seat).values_list("function", flat=True))


def function_words(functions: Collection[str]) -> str:
    """Return the names of functions in the order of the source."""
    return ", ".join(label for value, label in FUNCTIONS.items() if value in functions)


def member_without_seat(area: Area, user: str, day: date) -> Membership | None:
    """Return the membership of a member of the planning group without a seat; None when there is no such member."""
    try:
        pk = UUID(user)
    except ValueError:
        return None
    return members_without_seat(area, day).filter(user=pk).first()


def seats_on(day: date) -> QuerySet[Seat]:
    """Return the seats that are taken on a day; the last day counts."""
    return Seat.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=day), valid_from__lte=day)


def _function(_words: Words) -> str:
    return "Functie"


def changes_of_seat(seat: Seat) -> list[Change]:
    """Return who changed a seat or its functions, newest first; a fixed number of queries."""
    parts = (
        Part(Seat, {"id": seat.pk}, {"valid_from": "vanaf", "valid_until": "tot en met"}),
        Part(SeatFunction, {"seat_id": seat.pk}, {"function": "functie"}, _function),
    )
    return history(parts, called={Person: "role"}, tell_first=True)
