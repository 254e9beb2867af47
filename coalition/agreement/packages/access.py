"""For which parties somebody may weigh articles."""

from uuid import UUID

from areas.access import PERMISSIONS, active_memberships
from areas.enums import Permission
from areas.models import Area, Organisation, User
from coalition.agreement.document.enums import PartyRole
from coalition.agreement.document.models import Agreement


def weighing_for(user: User, area: Area) -> set[UUID]:
    """Return the parties of an area for which the user may weigh articles where they sign. No query of its own."""
    return {
        membership.organisation_id
        for membership in active_memberships(user)
        if membership.organisation_id
        and membership.area_id == area.pk
        and Permission.STATE_OWN_POSITION in PERMISSIONS[membership.role]
    }


def weighing_parties(user: User, agreement: Agreement) -> list[Organisation]:
    """Return the parties that sign for which the user may weigh articles: the own ones of an executive. One query at most."""
    own = weighing_for(user, agreement.area)
    if not own:
        return []
    signing = Organisation.objects.filter(
        agreement_parties__agreement=agreement, agreement_parties__role=PartyRole.SIGNATORY, pk__in=own
    )
    return list(signing.order_by("name"))
