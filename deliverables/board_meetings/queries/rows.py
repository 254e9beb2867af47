"""Outcomes in words: the one row that pages, files and papers show."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, QuerySet
from django.urls import reverse

from areas.models import Area
from deliverables.agenda.measures.models import Measure
from deliverables.board_meetings.access import outcomes_in
from deliverables.board_meetings.enums import OutcomeKind, OutcomeState
from deliverables.board_meetings.models import BoardOutcome, OutcomeReport
from deliverables.board_meetings.queries.reports import newest_reports, with_state
from deliverables.board_meetings.rules import age_words, is_open, status_of
from novex_portal.toolkit.files.exports import Value

PAGE_SIZE = 25
EVERYWHERE = "alle gebieden"
COLUMNS = {
    "Overleg": 30, "Datum van het overleg": 14, "Nummer": 9, "Gebied": 20, "Soort": 16, "Afspraak": 60, "Trekker": 28,
    "Uiterlijk op": 14, "Stand": 18, "Peildatum": 14, "Toelichting": 50, "Bewijs": 30, "Vervolg op": 26,
    "Gaat verder in": 26, "Maatregelen": 24,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Neighbour:
    """What an outcome goes on from, or goes on in."""

    label: str
    url: str


@dataclass(frozen=True, slots=True)
class OutcomeRow:
    """One outcome, its words ready. `before` and `after` are there where the reader may see them."""

    outcome: BoardOutcome
    slug: str
    label: str
    area: str
    state: str
    sign: str
    words: str
    is_open: bool
    is_late: bool
    age: str
    report: OutcomeReport | None
    before: Neighbour | None
    after: Neighbour | None
    measures: list[Measure]

    @property
    def url(self) -> str:
        return reverse("board-outcome", args=[self.slug, self.outcome.pk])

    @property
    def is_followed(self) -> bool:
        """Whether it is said what becomes of it; what was only taken note of is not."""
        return self.outcome.kind != OutcomeKind.NOTED

    @property
    def is_reported_on(self) -> bool:
        """Whether another word on it can follow: it is followed, and goes on in no other."""
        return self.is_followed and self.state != OutcomeState.CARRIED

    @property
    def lead(self) -> str:
        """Who does it; empty for nobody."""
        return self.outcome.lead.name if self.outcome.lead else ""

    @property
    def cells(self) -> list[Value]:
        """What a file tells of it, in the order of `COLUMNS`."""
        row, said = self.outcome, self.report
        meeting: list[Value] = [row.checkpoint.name, row.checkpoint.date, row.number, self.area]
        stands: list[Value] = [
            self.words,
            said.as_of if said else None,
            said.text if said else "",
            said.evidence if said else "",
        ]
        chain = [near.label if near else "" for near in (self.before, self.after)]
        codes = ", ".join(measure.code for measure in self.measures)
        return [*meeting, row.get_kind_display(), row.text, self.lead, row.due_on, *stands, *chain, codes]


def outcome_rows(found: QuerySet[Any], areas: Sequence[Area], today: date) -> list[OutcomeRow]:
    """Return outcomes with a `state` as a reader of these areas sees them. Five queries, however many there are."""
    measures = Prefetch("measures", queryset=Measure.objects.filter(area__in=areas).order_by("code"))
    found = found.select_related("checkpoint", "area", "lead", "predecessor__checkpoint", "successor__checkpoint")
    rows = list(found.prefetch_related(measures, "checkpoint__areas"))
    said = newest_reports(row.pk for row in rows)
    slugs = {area.pk: area.slug for area in areas}
    near = _visible({near.pk for row in rows for near in _neighbours(row) if near}, areas)
    return [_row(row, slugs, said.get(row.pk), near, today) for row in rows]


def page_of(found: QuerySet[Any], areas: Sequence[Area], today: date, number: str) -> "Page[OutcomeRow]":
    """Return a page of these outcomes. Six queries."""
    page: Page[Any] = Paginator(found, PAGE_SIZE).get_page(number)
    shown: Any = page.object_list
    page.object_list = outcome_rows(shown, areas, today)
    return page


def outcome_row(outcome: BoardOutcome, areas: Sequence[Area], today: date) -> OutcomeRow:
    """Return one outcome as a reader of these areas sees it. Six queries."""
    (row,) = outcome_rows(with_state(outcomes_in(areas).filter(pk=outcome.pk)), areas, today)
    return row


def rows_of_measure(measure: Measure, today: date) -> list[OutcomeRow]:
    """Return what was agreed at bestuurlijke overleggen on a measure, the last first. Five queries."""
    found = with_state(outcomes_in([measure.area]).filter(measure_links__measure=measure))
    return outcome_rows(found.order_by("-checkpoint__date", "checkpoint__name", "number"), [measure.area], today)


def _neighbours(row: BoardOutcome) -> tuple[BoardOutcome | None, BoardOutcome | None]:
    return row.predecessor, getattr(row, "successor", None)


def _visible(keys: set[UUID], areas: Sequence[Area]) -> set[UUID]:
    """Return which of these the reader may see: one of all areas may go on at an overleg that is not held for theirs."""
    return set(outcomes_in(areas).filter(pk__in=keys).values_list("pk", flat=True))


def _row(
    row: BoardOutcome, slugs: dict[UUID, str], said: OutcomeReport | None, near: set[UUID], today: date
) -> OutcomeRow:
    held = [slugs[area.pk] for area in row.checkpoint.areas.all() if area.pk in slugs]
    slug = slugs[row.area_id] if row.area_id else held[0]
    state = str(getattr(row, "state"))  # noqa: B009  annotated
    sign, words = status_of(row.kind, state, row.due_on, today)
    before, after = (
        Neighbour(str(one), reverse("board-outcome", args=[slug, one.pk])) if one and one.pk in near else None
        for one in _neighbours(row)
    )
    return OutcomeRow(
        outcome=row,
        slug=slug,
        label=str(row),
        area=row.area.name if row.area else EVERYWHERE,
        state=state,
        sign=sign,
        words=words,
        is_open=is_open(row.kind, state),
        is_late=sign == "error",
        age=age_words(said.as_of if said else None, today),
        report=said,
        before=before,
        after=after,
        measures=list(row.measures.all()),
    )
