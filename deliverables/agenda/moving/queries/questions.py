"""What waits for an answer of who writes the agenda of these areas: other dates, and waiting for another area."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q
from django.urls import reverse

from areas.models import Area
from deliverables.agenda.moving.enums import ProposalState
from deliverables.agenda.moving.models import DateProposal
from deliverables.agenda.moving.queries.batches import asked
from deliverables.agenda.plan.enums import DependencyState
from deliverables.agenda.plan.models import Dependency

SHOWN_QUESTIONS = 10


@dataclass(frozen=True)
class Question:
    """One thing that is asked of an area, and where one answers."""

    name: str
    words: str
    url: str


def questions_for(areas: Sequence[Area]) -> list[Question]:
    """Return what waits for an answer in these areas, oldest first, at most ten. Two queries; none without areas."""
    if not areas:
        return []
    dates = DateProposal.objects.filter(state=ProposalState.OPEN, measure__area__in=areas)
    dates = dates.select_related("measure__area", "proposed_by", "batch__area").order_by("proposed_at")
    ties = Dependency.objects.filter(
        Q(before__area__in=areas) | Q(after__area__in=areas), state=DependencyState.PROPOSED
    )
    ties = ties.exclude(before__area=F("after__area")).exclude(proposed_in__in=areas)
    ties = ties.select_related("before__area", "after__area", "proposed_in").order_by("created_at")
    found = [_about_dates(row) for row in dates[:SHOWN_QUESTIONS]]
    return [*found, *(_about_tie(row) for row in ties[:SHOWN_QUESTIONS])][:SHOWN_QUESTIONS]


def _about_dates(row: DateProposal) -> Question:
    measure, shown = row.measure, asked(row)
    url = reverse("date-proposal", args=[measure.area.slug, row.pk])
    return Question(f"{measure.code} {measure.title}", f"{shown.by} vraagt andere datums: {shown.dates}", url)


def _about_tie(row: Dependency) -> Question:
    """A tie over the border, read from the side that answers; the other measure is its code alone."""
    own = row.after if row.after.area_id != row.proposed_in_id else row.before
    url = reverse("dependency-answer", args=[own.area.slug, row.pk])
    words = f"{row.proposed_in} stelt voor: {row.after.code} wacht op {row.before.code}"
    return Question(f"{own.code} {own.title}", words, url)
