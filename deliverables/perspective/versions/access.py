"""Doors to a frozen version of the perspective, and to the pictures it shows."""

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from deliverables.perspective.versions.models import PerspectiveVersion
from novex_portal.toolkit.files.models import StoredFile


def perspective_version_for(
    user: User, slug: str, number: int, need: Permission = Permission.VIEW_PERSPECTIVE
) -> PerspectiveVersion:
    """Return a frozen version of the perspective of an area by its number."""
    area = area_for(user, slug, need)
    version = PerspectiveVersion.objects.select_related("area").filter(area=area, number=number).first()
    if version is None:
        raise Http404("Deze versie van het ontwikkelperspectief is er niet.")
    return version


def picture_in(version: PerspectiveVersion, sha256: str) -> StoredFile:
    """Return a picture that a version shows by its checksum."""
    link = version.files.select_related("file").filter(file__sha256=sha256).first()
    if link is None:
        raise Http404("Deze figuur staat niet in deze versie.")
    return link.file
