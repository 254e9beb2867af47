"""Reading measures, each with the party that has the lead."""

from collections.abc import Iterable
from uuid import UUID

from django.db.models import Prefetch, QuerySet

from areas.models import Area, Organisation
from deliverables.agenda.measures.enums import PartyPart
from deliverables.agenda.measures.models import Measure, MeasureParty


def measures_of(areas: Iterable[Area | UUID]) -> QuerySet[Measure]:
    """Return the measures of these areas with area, chapter and lead, in the order of the agenda. Two queries."""
    leads = MeasureParty.objects.filter(part=PartyPart.LEAD).select_related("organisation")
    measures = Measure.objects.filter(area__in=list(areas)).select_related("area", "chapter")
    return measures.prefetch_related(Prefetch("party_links", leads, to_attr="leads")).order_by(
        "area__number", "chapter__position", "chapter__letter", "code"
    )


def lead(measure: Measure) -> Organisation | None:
    """Return who has the lead in a measure of `measures_of`. No query."""
    leads: list[MeasureParty] = measure.leads  # type: ignore[attr-defined]
    return leads[0].organisation if leads else None
