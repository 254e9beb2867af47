"""Reading versions of the perspective: the list, their pictures, and whether nothing was changed since."""

from django.db.models import QuerySet

from areas.models import Area
from coalition.agreement.versions.rules import proof
from deliverables.perspective.versions.models import PerspectiveVersion
from deliverables.perspective.versions.rules.snapshot import PerspectiveText, from_json
from novex_portal.toolkit.files.models import StoredFile


def versions_of(area: Area) -> QuerySet[PerspectiveVersion]:
    """Return the frozen versions of an area, newest first, without what they hold."""
    rows = PerspectiveVersion.objects.filter(area=area).select_related("area", "checkpoint")
    return rows.defer("snapshot").order_by("-number")


def text_of(version: PerspectiveVersion) -> PerspectiveText:
    """Return what a version holds. A query when it was read without."""
    return from_json(version.snapshot)


def pictures_of(version: PerspectiveVersion) -> dict[str, StoredFile]:
    """Return the pictures that a version shows, by their checksum. One query."""
    return {link.file.sha256: link.file for link in version.files.select_related("file")}


def chain_faults(version: PerspectiveVersion) -> list[str]:
    """Return what is wrong with a version and those before it, in words; empty when all is as it was frozen.

    Recomputes every fingerprint from what is stored, oldest first. One query.
    """
    rows = PerspectiveVersion.objects.filter(area=version.area_id, number__lte=version.number).order_by("number")
    return proof.chain_faults((str(row.number), row.snapshot, row.sha256, row.previous_sha256) for row in rows)
