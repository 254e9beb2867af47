"""Doors to the samenwerkingsscan: for members, for who fills it in, and for who holds a link.

Built on `areas.access.area_for`. A link opens one invitation and nothing else; only its fingerprint is kept.
"""

from datetime import date
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404

from areas.access import area_for, door, own_organisations
from areas.enums import Permission
from areas.models import Area, User
from coalition.analysis.scan.models import CooperationScan, ScanInvitation, ScanQuestionnaire
from novex_portal.toolkit.links.door import LinkDoor
from novex_portal.toolkit.links.rules import LinkFacts

# A scan is for everybody who belongs to the area; what they see of it differs.
READ_SCAN = Permission.VIEW_AREA


scan_for = door(
    CooperationScan.objects.select_related("questionnaire"),
    need=READ_SCAN,
    missing="Deze scan is er niet.",
)
"""Return a samenwerkingsscan of the area, with its questionnaire."""


scan_invitation_for = door(
    ScanInvitation.objects.select_related("organisation"),
    area="scan__area",
    need=Permission.EDIT_ANALYSIS,
    missing="Deze uitnodiging is er niet.",
)
"""Return an invitation of a scan of the area, for who may invite."""


def own_scan_invitation(user: User, slug: str, pk: UUID) -> ScanInvitation:
    """Return the invitation of the user's own organisation to a scan."""
    scan = scan_for(user, slug, pk)
    own = own_organisations(user, scan.area)
    found = ScanInvitation.objects.select_related("scan__area", "scan__questionnaire", "organisation")
    invitation = found.filter(scan=scan, organisation__in=own, revoked_at=None).order_by("pk").first()
    if invitation is None:
        raise PermissionDenied(
            "Uw organisatie is voor deze scan niet gevraagd. Vraag de planningsgroep om u te vragen."
        )
    return invitation


def questionnaire_for(user: User, slug: str, pk: UUID) -> tuple[Area, ScanQuestionnaire]:
    """Return the area and a questionnaire of its own, for who may change it."""
    area = area_for(user, slug, Permission.EDIT_ANALYSIS)
    questionnaire = ScanQuestionnaire.objects.filter(area=area, pk=pk).first()
    if questionnaire is None:
        raise Http404("Deze vragenlijst is er niet.")
    return area, questionnaire


def _asked() -> QuerySet[ScanInvitation]:
    return ScanInvitation.objects.select_related("scan__area", "scan__questionnaire", "organisation")


SCANS = LinkDoor(
    purpose="coalition.scan",
    page="scan-open",
    rows=_asked,
    facts=lambda asked: LinkFacts(
        revoked=asked.revoked_at is not None, closed=asked.scan.closed_at is not None, until=asked.scan.closes_on
    ),
)


def is_open(scan: CooperationScan, today: date) -> bool:
    """Tell whether a scan can still be filled in today."""
    return scan.closed_at is None and scan.opened_on <= today <= scan.closes_on
