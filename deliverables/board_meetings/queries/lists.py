"""Outcomes of several overleggen in one list, narrowed by what is asked for."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page
from django.db.models import F, QuerySet

from areas.area.models import AreaProvince
from areas.models import Area, Organisation, Province
from deliverables.board_meetings.access import outcomes_in
from deliverables.board_meetings.queries.reports import still_open, with_state
from deliverables.board_meetings.queries.rows import COLUMNS, OutcomeRow, outcome_rows, page_of
from novex_portal.toolkit.files.exports import XlsxFile

STILL_OPEN = "open"
SHEET = "Afspraken"


@dataclass(frozen=True)
class Wanted:
    """What the list is narrowed to; what is empty narrows nothing. All of it holds at once."""

    province: str = ""
    area: str = ""
    state: str = ""
    lead: str = ""
    late: bool = False
    by_day: bool = False


@dataclass(frozen=True)
class Choices:
    """What one may narrow the list to: only what stands in it for this reader."""

    areas: Sequence[Area]
    provinces: list[Province]
    leads: list[Organisation]
    _within: dict[str, set[UUID]]

    def narrowed(self, wanted: Wanted) -> list[Area]:
        """Return the areas that are asked for."""
        within = self._within.get(wanted.province, set())
        return [
            area
            for area in self.areas
            if wanted.area in ("", area.slug) and (not wanted.province or area.pk in within)
        ]


def choices_for(areas: Sequence[Area]) -> Choices:
    """Return what a reader of these areas may choose from. Two queries."""
    within: dict[str, set[UUID]] = defaultdict(set)
    provinces: dict[str, Province] = {}
    for link in AreaProvince.objects.filter(area__in=areas).select_related("province").order_by("province__name"):
        within[link.province.slug].add(link.area_id)
        provinces[link.province.slug] = link.province
    leads = Organisation.objects.filter(pk__in=outcomes_in(areas).order_by().values("lead")).order_by("name")
    return Choices(areas, list(provinces.values()), list(leads), dict(within))


def outcome_page(choices: Choices, wanted: Wanted, today: date, number: str) -> "Page[OutcomeRow]":
    """Return a page of the outcomes that are asked for. Seven queries at most."""
    return page_of(_found(choices, wanted, today), choices.areas, today, number)


def outcome_list(choices: Choices, wanted: Wanted, today: date) -> Iterator[OutcomeRow]:
    """Return all of them, for a file."""
    yield from outcome_rows(_found(choices, wanted, today), choices.areas, today)


def outcomes_workbook(rows: Iterator[OutcomeRow]) -> XlsxFile:
    """Return them as a workbook, written; who closes its file removes it."""
    with XlsxFile({SHEET: COLUMNS}) as book:
        for row in rows:
            book.add(SHEET, row.cells)
    return book


def _found(choices: Choices, wanted: Wanted, today: date) -> QuerySet[Any]:
    rows = with_state(outcomes_in(choices.narrowed(wanted)))
    if wanted.state == STILL_OPEN or wanted.late:
        rows = still_open(rows)
    if wanted.late:
        rows = rows.filter(due_on__lt=today)
    if wanted.state not in ("", STILL_OPEN):
        rows = rows.filter(state=wanted.state)
    if wanted.lead:
        rows = rows.filter(lead=wanted.lead)
    newest = (F("checkpoint__date").desc(), "checkpoint__name", "number", "pk")
    return rows.order_by(*((F("due_on").asc(nulls_last=True), *newest) if wanted.by_day else newest))
