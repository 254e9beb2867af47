"""The rollenklok of an area: who holds which role, until when, and what hangs on it."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet, Value
from django.db.models.functions import Concat, Lower

from areas.models import Area, ContactPerson, Mandate, Person
from areas.people.rules.roleclock import SOON, ClockState, Held, Tick, clock
from coalition.conversations.recording.enums import ActionStatus
from coalition.models import ActionItem, Seat
from deliverables.checkpoints.models import CheckpointResponsible
from novex_portal.records.models import Handover
from novex_portal.toolkit.text import dutch

ACTIONS, SEATS, CONTACTS, MANDATES, DUTIES = "actions", "seats", "contacts", "mandates", "duties"
WORDS = {
    ACTIONS: ("open afspraak", "open afspraken"),
    SEATS: ("plek in de planningsgroep", "plekken in de planningsgroep"),
    CONTACTS: ("keer contactpersoon", "keer contactpersoon"),
    MANDATES: ("mandaat", "mandaten"),
    DUTIES: ("ijkmoment", "ijkmomenten"),
}


@dataclass(frozen=True)
class RoleRow:
    """One role on the clock, in words."""

    person: Person
    tick: Tick
    period: str
    ends: str
    # Nog 34 dagen; empty when the last day has passed or none is known.
    left: str
    hangs: str
    # To whom it was handed over, where it was.
    successor: str


@dataclass(frozen=True)
class RoleClock:
    """All roles on the clock, and the page in one or two sentences."""

    rows: list[RoleRow]
    sentence: str


def role_clock(area: Area, today: date) -> RoleClock:
    """Return the roles of an area on which something hangs, those that need attention first. Eight queries."""
    counted = _Counted(area, today)
    persons = {person.pk: person for person in counted.persons()}
    ticks = clock((counted.held(person) for person in persons.values()), today)
    rows = [_row(persons[tick.held.person], tick, counted.handed_over.get(tick.held.person)) for tick in ticks]
    return RoleClock(rows, _sentence(ticks))


class _Counted:
    """What hangs on whom: by person, by account, or by the words of an owner."""

    def __init__(self, area: Area, today: date) -> None:
        self.area, self.today = area, today
        lasting = Q(valid_until__isnull=True) | Q(valid_until__gte=today)
        open_items = ActionItem.objects.filter(area=area, status=ActionStatus.OPEN)
        self.by_person: dict[str, dict[Any, int]] = {
            SEATS: _counts(Seat.objects.filter(lasting, area=area), "person"),
            CONTACTS: _counts(ContactPerson.objects.filter(area=area), "person"),
            MANDATES: _counts(Mandate.objects.filter(lasting, area=area), "person"),
            ACTIONS: _counts(open_items.exclude(owner_person=None), "owner_person"),
        }
        self.by_user: dict[UUID, Counter[str]] = defaultdict(Counter)
        self.by_words: dict[str, int] = {}
        loose = open_items.filter(owner_person=None).annotate(words=Lower("owner")).order_by()
        for user, words, number in loose.values_list("owner_user", "words").annotate(Count("pk")):
            if user:
                self.by_user[user][ACTIONS] += number
            else:
                self.by_words[words] = self.by_words.get(words, 0) + number
        duties = CheckpointResponsible.objects.filter(checkpoint__areas=area, checkpoint__date__gte=today)
        for user, number in _counts(duties, "user").items():
            self.by_user[user][DUTIES] += number
        handovers = Handover.objects.filter(area=area).select_related("successor")
        self.handed_over = {row.person_id: row for row in handovers.order_by("handed_over_at")}

    def persons(self) -> list[Person]:
        """Return everybody on whom something hangs, or whose role was handed over; who merely has an account not."""
        known = {pk for counts in self.by_person.values() for pk in counts} | self.handed_over.keys()
        full = Concat(Lower("role"), Value(", "), Lower("organisation__name"))
        persons = Person.objects.filter(organisation__areas=self.area, merged_into=None).annotate(
            low_role=Lower("role"), low_full=full, low_name=Lower("name")
        )
        words = [words for words in self.by_words if words]
        said = Q(low_role__in=words) | Q(low_full__in=words) | Q(low_name__in=words)
        found = persons.filter(Q(pk__in=known) | Q(user__in=list(self.by_user)) | said)
        rows = list(found.select_related("organisation").order_by("pk"))
        self.meant = _meant(rows)
        return [row for row in rows if self.held(row).total or row.pk in self.handed_over]

    def held(self, person: Person) -> Held:
        """Return the role with what hangs on it."""
        hangs = Counter({kind: counts.get(person.pk, 0) for kind, counts in self.by_person.items()})
        if person.user_id:
            hangs.update(self.by_user.get(person.user_id, {}))
        hangs[ACTIONS] += sum(self.by_words.get(words, 0) for words in self.meant.get(person.pk, ()))
        return Held(
            person=person.pk,
            role=person.role,
            valid_from=person.valid_from,
            valid_until=person.valid_until,
            hangs={kind: number for kind, number in hangs.items() if number},
            handed_over=person.pk in self.handed_over,
        )


def _counts(rows: QuerySet[Any], column: str) -> dict[UUID, int]:
    return dict(rows.order_by().values_list(column).annotate(Count("pk")))


def _meant(persons: Iterable[Person]) -> dict[UUID, set[str]]:
    """Return which words mean whom, by the rules of `coalition.planning_group.handing_over.queries.owner_words`."""
    newest: dict[tuple[UUID, str, str], Person] = {}
    homes: dict[tuple[str, str], set[UUID]] = defaultdict(set)
    for person in persons:
        role, name = person.role.lower(), person.name.lower()
        homes[role, name].add(person.organisation_id)
        key = (person.organisation_id, role, name)
        if key not in newest or _age(person) > _age(newest[key]):
            newest[key] = person
    meant = {}
    for (_, role, name), person in newest.items():
        words = {str(person).lower(), name} - {""}
        meant[person.pk] = words | {role} if len(homes[role, name]) == 1 else words
    return meant


def _age(person: Person) -> tuple[date, date]:
    return person.valid_until or date.max, person.valid_from or date.min


def _row(person: Person, tick: Tick, handover: Handover | None) -> RoleRow:
    parts = [f"{number} {WORDS[kind][number != 1]}" for kind, number in tick.held.hangs.items()]
    until, days = person.valid_until, tick.days_left
    left = "" if not until or days is None or days < 0 else dutch.days_until(until, until - timedelta(days=days))
    return RoleRow(
        person=person,
        tick=tick,
        period=f"sinds {dutch.short_date(person.valid_from)}" if person.valid_from else "",
        ends=dutch.short_date(until) if until else "",
        left=left,
        hangs=", ".join(parts),
        successor=handover.successor.role if handover else "",
    )


def _sentence(ticks: list[Tick]) -> str:
    if not ticks:
        return "Er hangt nog niets aan een rol in dit gebied."
    states = Counter(tick.state for tick in ticks)
    left, ending = states[ClockState.LEFT_BEHIND], states[ClockState.ENDING]
    words = []
    if left:
        words.append(f"{left} {'rol is' if left == 1 else 'rollen zijn'} beëindigd zonder overdracht.")
    if ending:
        words.append(f"{ending} {'rol loopt' if ending == 1 else 'rollen lopen'} binnen {SOON} dagen af.")
    return " ".join(words) or f"Er loopt geen rol af binnen {SOON} dagen."
