"""Reading what commitments can be tied to."""

from django.db.models import Q, QuerySet

from areas.models import Area
from deliverables.arrangement.commitments.models import Commitment
from deliverables.money.funding.enums import Hardness
from deliverables.money.funding.models import FundingLine


def free_lines(area: Area, held: Commitment | None = None) -> QuerySet[FundingLine]:
    """Return the contributions in an area that no other commitment promises, without what was withdrawn."""
    free = Q(commitment_link=None) & ~Q(hardness=Hardness.WITHDRAWN)
    own = Q(commitment_link__commitment=held) if held else Q(pk__in=[])
    rows = FundingLine.objects.filter(free | own, measure__area=area).select_related("measure", "fund")
    return rows.order_by("measure__code", "created_at", "pk")
