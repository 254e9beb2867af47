"""The door to a frozen version."""

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.agreement.versions.models import AgreementVersion


def version_for(user: User, slug: str, number: int, need: Permission = Permission.VIEW_AGREEMENT) -> AgreementVersion:
    """Return a frozen version of the area's akkoord by its number."""
    area = area_for(user, slug, need)
    version = (
        AgreementVersion.objects.select_related("agreement__area", "frozen_by")
        .filter(agreement__area=area, number=number)
        .first()
    )
    if version is None:
        raise Http404("Deze versie is er niet.")
    return version
