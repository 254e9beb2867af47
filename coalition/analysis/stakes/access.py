"""The door to a score of the krachtenveld."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import Area, User
from coalition.analysis.stakes.models import StakeScore


def stake_for(user: User, slug: str, pk: UUID, need: Permission = Permission.EDIT_ANALYSIS) -> tuple[Area, StakeScore]:
    """Return the area and a score of its krachtenveld."""
    area = area_for(user, slug, need)
    score = StakeScore.objects.select_related("challenge", "organisation").filter(challenge__area=area, pk=pk).first()
    if score is None:
        raise Http404("Deze score is er niet.")
    return area, score
