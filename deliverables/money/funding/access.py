"""Doors to the money of measures: every member reads it, the planning group writes."""

from areas.access import door
from areas.enums import Permission
from deliverables.agenda.measures.models import Measure
from deliverables.money.funding.models import FundingLine

costed_measure_for = door(
    Measure.objects.select_related("chapter"),
    need=Permission.VIEW_INVESTMENTS,
    missing="Deze maatregel is er niet.",
)
"""Return a measure of the area for who may see its money."""

contribution_for = door(
    FundingLine.objects.select_related("measure", "fund", "contributor", "cashier"),
    area="measure__area",
    need=Permission.EDIT_INVESTMENTS,
    missing="Deze bijdrage is er niet, of niet meer.",
)
"""Return a contribution to a measure of the area, for who writes them."""
