"""Handing a role over in one step: what hangs on it goes to the successor, and the role ends."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db.models import F, Q
from django.utils import timezone

from areas.access import memberships_on
from areas.accounts.actions.memberships import end_membership
from areas.factsheet.actions.contact_persons import move_contact_entries
from areas.mandates.actions import give_mandate
from areas.models import Area, Mandate, Organisation, Person, User
from areas.people.actions import add_person, end_role
from coalition.planning_group.handing_over.actions import move_action_items, move_seats, open_action_items
from deliverables.agenda.measures.actions.handing_over import move_measure_roles
from deliverables.checkpoints.models import Checkpoint, CheckpointResponsible
from deliverables.reminders.actions.planning import lock_planning, plan_reminders
from novex_portal.records.models import Handover
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.problems import Conflict, Problem
from novex_portal.toolkit.text.dutch import long_date


@dataclass(frozen=True)
class Newcomer:
    """A successor who is not in the portal yet; without a first day they begin the day after the last one."""

    role: str
    name: str = ""
    valid_from: date | None = None
    user: User | None = None


@dataclass(frozen=True)
class Along:
    """What goes along to the successor. A mandate is personal: it only does when somebody says so."""

    actions: bool = True
    seat: bool = True
    contact: bool = True
    duties: bool = True
    measures: bool = True
    mandates: bool = False
    ends_access: bool = False


@action
def hand_over(
    *,
    area: Area,
    person: Person,
    actor: User,
    version: int,
    last_day: date,
    successor: Person | Newcomer,
    along: Along | None = None,
    token: UUID | None = None,
) -> Handover:
    """Hand a role of this area over, all at once or not at all.

    The role ends on its last day, and with it all its mandates and its seat. What goes `along` moves
    to the successor: open action items with their owner, the seat with its functions from the next
    day, being contact person, answering for checkpoints (to the account of the successor) and measures. Done
    things stay with who did them. The same token gives the handover of the first time. Raises
    Conflict when somebody changed or handed over the role since `version`, Problem for a successor
    of elsewhere or one who has left by then, and as the actions it calls do.
    """
    along = along or Along()
    _lock(area, person)
    if done := Handover.made_with(token, area=area, person=person):
        return done
    held = _still_theirs(area, person, version)
    last_day = min(last_day, held.valid_until or last_day)
    # Looked up first: with a successor in the same role, the words of that role mean the successor.
    items = open_action_items(area=area, person=held)
    mandates = _running_mandates(area, held, last_day)
    ended = end_role(person=held, actor=actor, last_day=last_day, version=version)
    step = _Step(area, actor, held, _follower(area, actor, held, successor, last_day), last_day)
    return Handover.objects.create(
        area=area,
        person=held,
        successor=step.follower,
        last_day=last_day,
        moved={"mandates_ended": ended, **_move(step, along, items, mandates)},
        handed_over_by=actor,
        submission_token=token or uuid7(),
    )


@dataclass(frozen=True)
class _Step:
    """From whom to whom, and on which day."""

    area: Area
    actor: User
    person: Person
    follower: Person
    last_day: date


def _move(step: _Step, along: Along, items: list[UUID], mandates: list[Mandate]) -> dict[str, int]:
    """Let go along what was chosen; return how much that was."""
    area, actor, person, follower = step.area, step.actor, step.person, step.follower
    heir = follower if along.seat else None
    seats = move_seats(area=area, actor=actor, person=person, last_day=step.last_day, successor=heir)
    return {
        "seats_ended": seats.ended,
        "seats": seats.taken_over,
        "actions": move_action_items(items=items, successor=follower) if along.actions else 0,
        "contact": move_contact_entries(area=area, person=person, successor=follower) if along.contact else 0,
        "measures": _move_measures(step) if along.measures else 0,
        "mandates_renewed": _renew(mandates, actor, follower, step.last_day) if along.mandates else 0,
        **(_move_duties(area, person, follower) if along.duties else {}),
        "access": _end_access(area, actor, person, step.last_day) if along.ends_access else 0,
    }


def _move_measures(step: _Step) -> int:
    return move_measure_roles(area=step.area, person=step.person, successor=step.follower)


def _lock(area: Area, person: Person) -> None:
    """Take the locks of all that follows in one order: planning, area, organisation, role."""
    lock_planning()
    Area.objects.select_for_update(no_key=True).get(pk=area.pk)
    Organisation.objects.select_for_update(no_key=True).get(pk=person.organisation_id)
    Person.objects.select_for_update().get(pk=person.pk)


def _still_theirs(area: Area, person: Person, version: int) -> Person:
    persons = Person.objects.select_related("organisation", "user")
    held = persons.filter(pk=person.pk, version=version, merged_into=None, organisation__areas=area).first()
    if held is None:
        raise Conflict(Person.CHANGED)
    return held


def _follower(area: Area, actor: User, person: Person, successor: Person | Newcomer, last_day: date) -> Person:
    next_day = last_day + timedelta(days=1)
    if isinstance(successor, Newcomer):
        return add_person(
            area=area,
            organisation=person.organisation,
            actor=actor,
            role=successor.role,
            name=successor.name,
            valid_from=successor.valid_from or next_day,
            user=successor.user,
        )
    if successor.pk == person.pk or successor.organisation_id != person.organisation_id or successor.merged_into_id:
        raise Problem("Kies als opvolger iemand anders van dezelfde organisatie.")
    if successor.valid_until and successor.valid_until < next_day:
        raise Problem(f"Deze opvolger heeft de eigen rol zelf maar tot en met {long_date(successor.valid_until)}.")
    return successor


def _running_mandates(area: Area, person: Person, last_day: date) -> list[Mandate]:
    """Return the mandates of this area that would have lasted beyond the last day, or until that very day."""
    lasting = Q(valid_until__isnull=True) | Q(valid_until__gte=last_day)
    return list(Mandate.objects.filter(lasting, area=area, person=person).select_related("organisation"))


def _renew(mandates: list[Mandate], actor: User, follower: Person, last_day: date) -> int:
    """Give the same mandates to the successor from their own first day; an end that was planned stays."""
    for mandate in mandates:
        begins = max(mandate.valid_from, last_day + timedelta(days=1), follower.valid_from or date.min)
        planned = mandate.valid_until if mandate.valid_until and mandate.valid_until >= begins else None
        give_mandate(
            area=mandate.area,
            actor=actor,
            person=follower,
            organisation=mandate.organisation,
            level=mandate.level,
            subject=mandate.subject,
            basis=mandate.basis,
            valid_from=begins,
            valid_until=planned,
        )
    return len(mandates)


def _move_duties(area: Area, person: Person, follower: Person) -> dict[str, int]:
    """Let the account of the successor answer for the coming checkpoints; without one they stay where they are.

    An account that belongs to another area alone cannot answer for one here: it would hear of nothing. Where a checkpoint holds for another area too, in which the old account is a member, both do.
    """
    today = timezone.localdate()
    if not person.user_id or person.user_id == follower.user_id:
        return {"duties": 0, "duties_stay": 0}
    found = Checkpoint.objects.filter(area_links__area=area, date__gte=today, responsibles__user=person.user_id)
    checkpoints = list(found.prefetch_related("area_links"))
    here = Q(area=area) | Q(area=None)
    if not follower.user_id or not memberships_on(today).filter(here, user=follower.user_id).exists():
        return {"duties": 0, "duties_stay": len(checkpoints)}
    places = set(memberships_on(today).filter(user=person.user_id).values_list("area_id", flat=True)) - {area.pk}
    for checkpoint in checkpoints:
        CheckpointResponsible.objects.get_or_create(checkpoint=checkpoint, user_id=follower.user_id)
        if not places & {None, *(link.area_id for link in checkpoint.area_links.all())}:
            checkpoint.responsibles.filter(user=person.user_id).delete()
        Checkpoint.objects.filter(pk=checkpoint.pk).update(version=F("version") + 1)
        plan_reminders(today=today, checkpoint=checkpoint)
    return {"duties": len(checkpoints), "duties_stay": 0}


def _end_access(area: Area, actor: User, person: Person, last_day: date) -> int:
    """End the memberships of the account in this area, now."""
    today = timezone.localdate()
    if last_day > today:
        raise Problem(
            f"De toegang eindigt meteen, en de laatste dag is pas {long_date(last_day)}. "
            "Haal het vinkje bij de toegang weg, en beëindig de toegang na die dag bij Leden."
        )
    memberships = list(memberships_on(today).filter(area=area, user=person.user_id)) if person.user_id else []
    for membership in memberships:
        end_membership(membership=membership, actor=actor)
    return len(memberships)
