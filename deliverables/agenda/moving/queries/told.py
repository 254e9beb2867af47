"""Who is told that measures get other dates: the people of who has the lead, and who plans in an area that is asked."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from django.utils import timezone

from areas.access import memberships_on
from areas.models import Area, User
from deliverables.agenda.measures.enums import PartyPart
from deliverables.agenda.measures.models import Measure, MeasureParty
from deliverables.agenda.plan.queries.people import planners_of


@dataclass
class Reader:
    """Somebody who gets one mail, with the measures that concern them: moved ones, and ones they are asked about."""

    user: User
    area: Area
    moved: list[Measure] = field(default_factory=list)
    asked: list[Measure] = field(default_factory=list)


@dataclass(frozen=True)
class Told:
    """A party, or another area, that hears of it; `people` is how many have an account here."""

    name: str
    why: str
    people: int


def readers(moved: Iterable[Measure], asked: Iterable[Measure], *, but: User) -> list[Reader]:
    """Return who gets a mail, each once, without who did it. Two queries, and one per area that is asked."""
    found: dict[object, Reader] = {}
    moved = list(moved)
    for measure, people in _people_of_leads(moved).items():
        for user in people:
            found.setdefault(user.pk, Reader(user, measure.area)).moved.append(measure)
    for area, measures in by_area(asked).items():
        for user in planners_of(area):
            found.setdefault(user.pk, Reader(user, area)).asked.extend(measures)
    found.pop(but.pk, None)
    return list(found.values())


def told(moved: Iterable[Measure], asked: Iterable[Measure]) -> list[Told]:
    """Return which parties and areas hear of it, and why. As many queries as `readers`."""
    moved = list(moved)
    people = _people_of_leads(moved)
    led: dict[str, list[Measure]] = defaultdict(list)
    for row in _leads(moved):
        led[row.organisation.name].append(row.measure)
    rows = [
        Told(
            name,
            f"trekker van {in_words([m.code for m in measures])}",
            len({u.pk for m in measures for u in people[m]}),
        )
        for name, measures in sorted(led.items())
    ]
    for area, measures in by_area(asked).items():
        words = "één maatregel" if len(measures) == 1 else f"{len(measures)} maatregelen"
        rows.append(Told(area.name, f"verzoek bij {words}", len(planners_of(area))))
    return rows


def by_area(measures: Iterable[Measure]) -> dict[Area, list[Measure]]:
    """Return measures per area, in their order."""
    found: dict[Area, list[Measure]] = {}
    for measure in measures:
        found.setdefault(measure.area, []).append(measure)
    return found


def in_words(names: list[str]) -> str:
    """Return names as people sum them up: "A, B en C"."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} en {names[-1]}"


def _leads(measures: list[Measure]) -> list[MeasureParty]:
    rows = MeasureParty.objects.filter(measure__in=measures, part=PartyPart.LEAD)
    return list(rows.select_related("measure__area", "organisation", "contact__user").order_by("measure__code"))


def _people_of_leads(measures: list[Measure]) -> dict[Measure, list[User]]:
    """Return per measure who is to hear of it: the contact of its lead, and that party's members in the area."""
    rows = _leads(measures)
    seats = memberships_on(timezone.localdate()).filter(
        area__in={measure.area_id for measure in measures},
        organisation__in={row.organisation_id for row in rows},
        user__is_active=True,
    )
    members: dict[tuple[object, object], list[User]] = defaultdict(list)
    for seat in seats.select_related("user"):
        members[seat.area_id, seat.organisation_id].append(seat.user)
    found: dict[Measure, list[User]] = {measure: [] for measure in measures}
    for row in rows:
        people = list(members[row.measure.area_id, row.organisation_id])
        contact = row.contact.user if row.contact else None
        if contact and contact.is_active:
            people.append(contact)
        found[row.measure] = list({user.pk: user for user in people}.values())
    return found
