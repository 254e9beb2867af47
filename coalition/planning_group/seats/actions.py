"""What may be done with seats in the planning group."""

from collections.abc import Iterable
from datetime import date, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone

from areas.models import Area, AreaOrganisation, Organisation, Person, User
from areas.people.actions import add_person
from coalition.planning_group.seats.enums import PlanningFunction
from coalition.planning_group.seats.models import Seat, SeatFunction
from coalition.planning_group.seats.queries import carried
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.models import link_exactly
from novex_portal.toolkit.problems import Problem

EARLIEST = date(1990, 1, 1)
FURTHEST_DAYS = 366


@action
def give_seat(*, area: Area, actor: User, person: Person, functions: Iterable[str], valid_from: date) -> Seat:
    """Give a person in a role of this area a seat, with one or more of the five functions.

    The same person, day and functions again give the seat that is there: pressing twice makes one.
    Raises Problem when the organisation is no party of this area, the person does not fill the role
    on that day, has a seat already, no function is chosen or the day is far off.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    chosen = _checked(functions)
    _require_day(valid_from)
    _require_person(area, person, valid_from)
    taken = Seat.objects.filter(Q(valid_until__isnull=True) | Q(valid_until__gte=valid_from), area=area, person=person)
    for seat in taken:
        if seat.valid_from == valid_from and seat.valid_until is None and carried(seat) == chosen:
            return seat
    if taken:
        raise Problem(
            f"{person} heeft al een plek in de planningsgroep. Wijzig die plek, of laat haar eerst eindigen."
        )
    seat = Seat.objects.create(area=area, person=person, valid_from=valid_from)
    SeatFunction.objects.bulk_create(SeatFunction(seat=seat, function=function) for function in sorted(chosen))
    return seat


@action
def seat_newcomer(
    *,
    area: Area,
    actor: User,
    organisation: Organisation,
    role: str,
    functions: Iterable[str],
    valid_from: date,
    user: User | None = None,
) -> Seat:
    """Give a seat to somebody the portal does not know yet: a role at a party of this area.

    Somebody who fills that role there already is used, never doubled. `user` is their account, if
    they have one. Raises Problem as `give_seat` does, for an empty role, and when the role is
    another's with an account.
    """
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    role = " ".join(role.split())
    if not role:
        raise Problem("Vul de functie in, bijvoorbeeld: dijkgraaf.")
    _require_party(area, organisation)
    known = Person.objects.filter(
        Q(valid_until__isnull=True) | Q(valid_until__gte=valid_from),
        organisation=organisation,
        role__iexact=role,
        merged_into__isnull=True,
    )
    person = known.filter(user=user).first() or known.filter(user__isnull=True).first()
    if person is None and known.exists():
        raise Problem(f"“{role}” bij {organisation} is al van iemand anders. Kies een andere naam voor de functie.")
    if person is None:
        person = add_person(area=area, organisation=organisation, actor=actor, role=role, user=user)
    elif user and person.user_id is None:
        person.user = user
        person.save(update_fields=["user"])
    return give_seat(area=area, actor=actor, person=person, functions=functions, valid_from=valid_from)


@action
def change_seat(*, seat: Seat, actor: User, version: int, functions: Iterable[str]) -> Seat:
    """Change which functions go with a seat.

    Raises Conflict when somebody else saved since `version` was read, and Problem when no function
    is chosen.
    """
    chosen = _checked(functions)
    seat.write_over(version)
    link_exactly(SeatFunction, {"seat": seat}, function=sorted(chosen))
    return seat


@action
def end_seat(*, seat: Seat, actor: User, valid_until: date) -> Seat:
    """Let a seat end after this day; the history and the list of former members keep it.

    Raises Problem for a day before the seat began or far off, and when the same person has a later
    seat that this one would run into.
    """
    seat = Seat.objects.select_for_update(no_key=True).get(pk=seat.pk)
    if valid_until < seat.valid_from:
        raise Problem(f"Deze plek begon op {seat.valid_from:%d-%m-%Y}. Vul die dag in, of een latere.")
    _require_day(valid_until)
    later = Seat.objects.filter(area=seat.area_id, person=seat.person_id, valid_from__gt=seat.valid_from)
    if later.filter(valid_from__lte=valid_until).exists():
        raise Problem("Deze persoon heeft daarna een nieuwe plek. Kies een eerdere laatste dag.")
    if seat.valid_until != valid_until:
        seat.valid_until, seat.version = valid_until, seat.version + 1
        seat.save(update_fields=["valid_until", "version"])
    return seat


def _checked(functions: Iterable[str]) -> set[str]:
    chosen = set(functions)
    if not chosen:
        raise Problem("Kies ten minste één functie.")
    if unknown := chosen - set(PlanningFunction.values):
        raise Problem(f"Deze functie kennen we niet: {', '.join(sorted(unknown))}.")
    return chosen


def _require_day(day: date) -> None:
    today = timezone.localdate()
    if not EARLIEST <= day <= today + timedelta(days=FURTHEST_DAYS):
        raise Problem("Vul een datum in na 1990 en niet meer dan een jaar vooruit, bijvoorbeeld 31-10-2022.")


def _require_party(area: Area, organisation: Organisation | UUID) -> None:
    if not AreaOrganisation.objects.filter(area=area, organisation=organisation).exists():
        raise Problem("Deze organisatie hoort niet bij dit gebied. Voeg haar eerst toe bij de partijen.")


def _require_person(area: Area, person: Person, day: date) -> None:
    _require_party(area, person.organisation_id)
    if person.merged_into_id:
        raise Problem("Deze persoon is samengevoegd met een ander. Kies die ander.")
    if person.valid_until and person.valid_until < day:
        raise Problem(f"{person} vervult deze rol niet meer op {day:%d-%m-%Y}. Kies iemand anders.")
    if person.valid_from and person.valid_from > day:
        raise Problem(f"{person} vervult deze rol pas vanaf {person.valid_from:%d-%m-%Y}. Kies die dag of later.")
