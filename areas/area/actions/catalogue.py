"""Putting the national programmes and the first factsheets of the catalogue into the database, once."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models.functions import Lower

from areas.area.actions.areas import history_of, load_missing
from areas.area.catalogue import FactsheetEntry, ProgrammeEntry
from areas.area.models import Area, Challenge, Milestone
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.models import FactsheetSection, Friction
from areas.programmes.models import NationalProgramme, ProgrammeContribution
from novex_portal.toolkit.actions import By, action


@dataclass(frozen=True)
class LoadedFactsheets:
    """How many rows one load added."""

    programmes: int
    headings: int
    contributions: int
    frictions: int
    milestones: int


@action(by=By.PORTAL)
def load_factsheets(*, programmes: Iterable[ProgrammeEntry], factsheets: Iterable[FactsheetEntry]) -> LoadedFactsheets:
    """Add what the catalogue has and this database never had; return how much that was.

    Load the areas first. A row somebody changed, renamed or deleted stays as they left it.
    """
    areas = {area.slug: area for area in Area.objects.all()}
    present = [(areas[entry.slug], entry) for entry in factsheets if entry.slug in areas]
    return LoadedFactsheets(
        programmes=_load_programmes(programmes),
        headings=load_missing(model=FactsheetSection, key="heading", rows=[
            (area.pk, fields) for area, entry in present for fields in _sections(area, entry)
        ]),
        contributions=load_missing(model=ProgrammeContribution, key="text", rows=list(_contributions(present))),
        frictions=load_missing(model=Friction, key="text", rows=list(_frictions(present))),
        milestones=load_missing(model=Milestone, key="text", rows=[
            (area.pk, vars(item)) for area, entry in present for item in entry.milestones
        ]),
    )  # fmt: skip


def _load_programmes(entries: Iterable[ProgrammeEntry]) -> int:
    seen = set(history_of(model=NationalProgramme).values_list(Lower("name"), flat=True))
    new = [NationalProgramme(**vars(entry)) for entry in entries if entry.name.lower() not in seen]
    NationalProgramme.objects.bulk_create(new)
    return len(new)


def _sections(area: Area, entry: FactsheetEntry) -> list[dict[str, Any]]:
    """Return the texts under headings; the hoofdopgave is the one the area itself has."""
    main = {"heading": FactsheetHeading.MAIN.value, "text": area.main_challenge, "source": area.source}
    return [main, *(vars(section) for section in entry.sections)]


def _contributions(present: list[tuple[Area, FactsheetEntry]]) -> Iterable[tuple[UUID, dict[str, Any]]]:
    programmes = dict(NationalProgramme.objects.values_list("name", "pk"))
    for area, entry in present:
        for rank, item in enumerate(entry.contributions, 1):
            if programme := programmes.get(item.programme):
                fields = {**vars(item), "position": rank, "programme_id": programme}
                del fields["programme"]
                yield area.pk, fields


def _frictions(present: list[tuple[Area, FactsheetEntry]]) -> Iterable[tuple[UUID, dict[str, Any]]]:
    challenges = {(area, title): pk for area, title, pk in Challenge.objects.values_list("area_id", "title", "pk")}
    for area, entry in present:
        for rank, item in enumerate(entry.frictions, 1):
            first, second = challenges.get((area.pk, item.first)), challenges.get((area.pk, item.second))
            if first and second:  # somebody may have renamed one
                yield (
                    area.pk,
                    {
                        "first_id": first,
                        "second_id": second,
                        "text": item.text,
                        "source": item.source,
                        "position": rank,
                    },
                )
