"""The door to a frozen version, and to the files it shows."""

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.agreement.versions.models import AgreementVersion
from novex_portal.toolkit.files.models import StoredFile


def version_for(user: User, slug: str, number: int, need: Permission = Permission.VIEW_AGREEMENT) -> AgreementVersion:
    """Return a frozen version of the area's akkoord by its number."""
    area = area_for(user, slug, need)
    version = (
        AgreementVersion.objects.select_related("agreement__area", "frozen_by", "voided__voided_by")
        .filter(agreement__area=area, number=number)
        .first()
    )
    if version is None:
        raise Http404("Deze versie is er niet.")
    return version


def file_in(version: AgreementVersion, sha256: str) -> StoredFile:
    """Return the file with this checksum that a version shows; another's, or a live one, is not behind this door."""
    link = version.files.select_related("file").filter(file__sha256=sha256).first()
    if link is None:
        raise Http404("Dit bestand hoort niet bij deze versie.")
    return link.file
