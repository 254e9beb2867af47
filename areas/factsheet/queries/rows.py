"""All rows of factsheets, for any number of areas in the same number of queries."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from areas.area.enums import ChallengeKind
from areas.area.models import Area, AreaProvince, AttentionPoint, Challenge, Milestone
from areas.factsheet.models import ContactPerson, Duo, FactsheetSection, Friction
from areas.programmes.models import ProgrammeContribution


@dataclass
class FactsheetRows:
    """What one area has, per kind, in the order people gave it."""

    sections: dict[str, FactsheetSection] = field(default_factory=dict)
    attention_points: list[AttentionPoint] = field(default_factory=list)
    challenges: list[Challenge] = field(default_factory=list)
    contributions: list[ProgrammeContribution] = field(default_factory=list)
    frictions: list[Friction] = field(default_factory=list)
    milestones: list[Milestone] = field(default_factory=list)
    contact_persons: list[ContactPerson] = field(default_factory=list)
    provinces: list[AreaProvince] = field(default_factory=list)
    duos: list[Duo] = field(default_factory=list)

    def challenges_of(self, kind: ChallengeKind) -> list[Challenge]:
        """Return the challenges of one kind."""
        return [challenge for challenge in self.challenges if challenge.kind == kind]


def factsheet_rows(areas: Iterable[Area]) -> dict[UUID, FactsheetRows]:
    """Return the rows per area, also for an area that has none. Nine queries, whatever the number of areas."""
    keys = [area.pk for area in areas]
    found: dict[UUID, FactsheetRows] = defaultdict(FactsheetRows, {pk: FactsheetRows() for pk in keys})
    for section in FactsheetSection.objects.filter(area__in=keys).select_related("updated_by"):
        found[section.area_id].sections[section.heading] = section
    for name, rows in _kinds().items():
        for row in rows.filter(area__in=keys):
            getattr(found[row.area_id], name).append(row)
    return {pk: found[pk] for pk in keys}


def _kinds() -> dict[str, QuerySet[Any]]:
    return {
        "attention_points": AttentionPoint.objects.order_by("position", "pk"),
        "challenges": Challenge.objects.order_by("position", "title"),
        "contributions": ProgrammeContribution.objects.select_related("programme").order_by("position", "pk"),
        "frictions": Friction.objects.select_related("first", "second").order_by("position", "pk"),
        "milestones": Milestone.objects.order_by("on", "text"),
        "contact_persons": ContactPerson.objects.select_related("person__organisation").order_by("position", "pk"),
        "provinces": AreaProvince.objects.select_related("province").order_by("pk"),
        "duos": Duo.objects.order_by("-kind", "-valid_from"),
    }
