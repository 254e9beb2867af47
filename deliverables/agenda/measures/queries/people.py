"""What people in a role are to measures."""

from django.db.models import Q, QuerySet

from areas.models import Area, Person
from deliverables.agenda.measures.enums import MeasureStatus
from deliverables.agenda.measures.models import MeasureParty

_OVER = (MeasureStatus.DONE, MeasureStatus.DROPPED)


def measure_links_of(person: Person, area: Area) -> QuerySet[MeasureParty]:
    """Return where somebody is the executive or the contact of an unfinished measure of the area, by code."""
    theirs = Q(executive=person) | Q(contact=person)
    links = MeasureParty.objects.filter(theirs, measure__area=area).exclude(measure__status__in=_OVER)
    return links.select_related("measure__area", "organisation").order_by("measure__code")
