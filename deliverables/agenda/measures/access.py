"""Doors to measures: every member reads them, the planning group writes, who has the lead reports."""

from django.core.exceptions import PermissionDenied

from areas.access import door, may, own_organisations
from areas.enums import Permission
from areas.models import Organisation, User
from deliverables.agenda.measures.enums import PartyPart
from deliverables.agenda.measures.models import AgendaChapter, Measure, MeasureParty

measure_for = door(
    Measure.objects.select_related("chapter"),
    need=Permission.VIEW_AGENDA,
    missing="Deze maatregel is er niet.",
)
"""Return a measure of the area, with its chapter."""

chapter_for = door(
    AgendaChapter.objects,
    need=Permission.EDIT_AGENDA,
    missing="Dit hoofdstuk is er niet.",
)
"""Return a chapter of the agenda of the area, for who writes it."""


def lead_of(measure: Measure) -> MeasureParty | None:
    """Return the party that has the lead in a measure, with its organisation; None in a proposal without one."""
    return measure.party_links.select_related("organisation", "contact__user").filter(part=PartyPart.LEAD).first()


def reporting_for(user: User, measure: Measure) -> Organisation | None:
    """Return the organisation for which the user may report on a measure: their own one, when it has the lead."""
    lead = lead_of(measure)
    own = own_organisations(user, measure.area)
    return lead.organisation if lead and lead.organisation in own else None


def may_report(user: User, measure: Measure) -> bool:
    """Tell whether the user may say how a measure goes and propose dates: its lead, or who writes the agenda."""
    return may(user, measure.area, Permission.EDIT_AGENDA) or reporting_for(user, measure) is not None


def require_may_report(user: User, measure: Measure) -> None:
    """Raise PermissionDenied for whoever may not report on a measure."""
    if not may_report(user, measure):
        raise PermissionDenied("Alleen de trekker en de planningsgroep melden hoe het met deze maatregel staat.")
