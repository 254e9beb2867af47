"""Doors to annexes, and to what stands in them."""

from django.db.models import Q

from areas.access import door
from areas.enums import Permission
from coalition.agreement.annexes.models import Exhibit
from coalition.agreement.document.enums import ChapterKind
from coalition.agreement.document.models import Chapter

annex_for = door(
    Chapter.objects,
    area="agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Deze bijlage is er niet.",
    only=lambda user, area: Q(kind=ChapterKind.ANNEX),
)
"""Return an annex of the area's akkoord."""

exhibit_for = door(
    Exhibit.objects.select_related("file"),
    area="chapter__agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Dit figuur of stuk is er niet.",
)
"""Return a figure or document of an annex, with its file."""
