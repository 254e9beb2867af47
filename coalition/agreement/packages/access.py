"""For which parties somebody may weigh articles."""

from areas.access import PERMISSIONS, active_memberships, may
from areas.enums import Permission
from areas.models import Organisation, User
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.document.models import Agreement


def weighing_parties(user: User, agreement: Agreement) -> list[Organisation]:
    """Return the parties that sign for which the user may weigh articles: the own ones of an executive. One query at most."""
    if not may(user, agreement.area, Permission.STATE_OWN_POSITION):
        return []
    own = {
        membership.organisation_id
        for membership in active_memberships(user)
        if membership.organisation_id
        and membership.area_id == agreement.area_id
        and Permission.STATE_OWN_POSITION in PERMISSIONS[membership.role]
    }
    signing = Organisation.objects.filter(
        agreement_parties__agreement=agreement, agreement_parties__role=PartyRole.SIGNATORY, pk__in=own
    )
    return list(signing.order_by("name"))
