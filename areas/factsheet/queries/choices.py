"""What can be chosen in the forms of the factsheet."""

from dataclasses import dataclass, field
from datetime import date

from django.db.models import Q, QuerySet

from areas.area.enums import ChallengeKind
from areas.area.models import Area, Challenge, Province
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.models import ContactPerson
from areas.people.models import Person
from areas.programmes.enums import ProgrammeStatus
from areas.programmes.models import NationalProgramme, ProgrammeContribution

Choices = list[tuple[str, str]]


@dataclass(frozen=True)
class FactsheetChoices:
    """The things a row may name, as value and words."""

    challenges: Choices = field(default_factory=list)
    programmes: Choices = field(default_factory=list)
    persons: Choices = field(default_factory=list)
    provinces: Choices = field(default_factory=list)


def persons_today(area: Area, today: date, also: Q | None = None) -> QuerySet[Person]:
    """Return the persons who hold their role on a day, at parties of the area."""
    holds = (Q(valid_from__isnull=True) | Q(valid_from__lte=today)) & (
        Q(valid_until__isnull=True) | Q(valid_until__gte=today)
    )
    # A person whom an organisation only has elsewhere is no choice here.
    at_home = Q(organisation__in=area.organisations.filter(merged_into__isnull=True)) & Q(merged_into__isnull=True)
    found = Person.objects.filter(holds & at_home | also if also is not None else holds & at_home)
    return found.select_related("organisation").order_by("organisation__name", "role")


def factsheet_choices(area: Area, heading: FactsheetHeading, today: date) -> FactsheetChoices:
    """Return what the rows of one heading choose from; at most one query."""
    if heading == FactsheetHeading.FRICTIONS:
        return FactsheetChoices(challenges=_challenges(area))
    if heading == FactsheetHeading.PROGRAMMES:
        in_use = Q(pk__in=ProgrammeContribution.objects.filter(area=area).values("programme"))
        offered = NationalProgramme.objects.filter(~Q(status=ProgrammeStatus.DROPPED) | in_use)
        return FactsheetChoices(programmes=[(str(row.pk), row.name) for row in offered])
    if heading == FactsheetHeading.CONTACTS:
        already = Q(pk__in=ContactPerson.objects.filter(area=area).values("person"))
        people = persons_today(area, today, already)
        return FactsheetChoices(persons=[(str(row.pk), str(row)) for row in people])
    if heading == FactsheetHeading.PROVINCES:
        return FactsheetChoices(provinces=[(str(row.pk), row.name) for row in Province.objects.all()])
    return FactsheetChoices()


def _challenges(area: Area) -> Choices:
    rows = Challenge.objects.filter(area=area).order_by("kind", "position", "title")
    linked = {ChallengeKind.LINKED: " (meekoppelend)"}
    return [(str(row.pk), row.title + linked.get(ChallengeKind(row.kind), "")) for row in rows]
