"""Reading what stands around measures: who takes part, and in which programmes."""

from collections import defaultdict
from uuid import UUID

from areas.models import Area, Organisation
from deliverables.agenda.measures.enums import PartyPart
from deliverables.agenda.measures.models import MeasureParty, MeasureProgramme


def parties_by_measure(area: Area) -> dict[UUID, list[MeasureParty]]:
    """Return per measure of the area who takes part, by name. One query."""
    found: dict[UUID, list[MeasureParty]] = defaultdict(list)
    rows = MeasureParty.objects.filter(measure__area=area).select_related("organisation")
    for row in rows.order_by("organisation__name"):
        found[row.measure_id].append(row)
    return found


def programmes_by_measure(area: Area) -> dict[UUID, tuple[str, ...]]:
    """Return per measure of the area the names of the programmes it is part of. One query."""
    found: dict[UUID, tuple[str, ...]] = defaultdict(tuple)
    rows = MeasureProgramme.objects.filter(measure__area=area).order_by("programme__name")
    for measure, name in rows.values_list("measure", "programme__name"):
        found[measure] += (name,)
    return found


def leads_in(area: Area) -> list[Organisation]:
    """Return who has the lead in any measure of the area, by name. One query."""
    leads = MeasureParty.objects.filter(measure__area=area, part=PartyPart.LEAD)
    return list(Organisation.objects.filter(pk__in=leads.values("organisation")).order_by("name"))
