"""Reads about members and invitations. Nothing here writes."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q
from django.db.models.functions import Lower

from areas.access import door, memberships_on
from areas.accounts.models.membership import Invitation, Membership
from areas.accounts.models.user import User
from areas.area.models import Area
from areas.enums import Permission
from areas.people.models import Person
from novex_portal.toolkit.links.door import LinkDoor
from novex_portal.toolkit.links.rules import LinkFacts

INVITATIONS = LinkDoor(
    purpose="areas.invitation",
    page="invitation",
    rows=Invitation.objects.all,
    facts=lambda one: LinkFacts(
        used=one.accepted_at is not None, revoked=one.revoked_at is not None, until=one.expires_at
    ),
    says="Deze uitnodiging",
)


@dataclass(frozen=True)
class MembersPage:
    """What the members page of an area shows."""

    current: list[Membership]
    ended: list[Membership]
    invitations: list[Invitation]


def members_page(area: Area, today: date) -> MembersPage:
    """Return the members of an area, those whose membership ended (latest 50) and who is invited; four queries.

    Each current member comes with the roles in this area that are linked with the account: `user.roles_here`.
    """
    roles = Person.objects.filter(organisation__areas=area, merged_into=None).order_by("role", "pk")
    current = memberships_on(today).filter(area=area).select_related("user", "organisation")
    current = current.prefetch_related(Prefetch("user__persons", queryset=roles, to_attr="roles_here"))
    by_name = (Lower("user__name"), "user__email", "role")
    ended = (
        Membership.objects.filter(Q(valid_until__lt=today) | Q(valid_until=today, ended_at__isnull=False), area=area)
        .select_related("user", "organisation")
        .order_by("-valid_until", "-ended_at")[:50]
    )
    invitations = (
        Invitation.objects.filter(area=area, accepted_at__isnull=True, revoked_at__isnull=True)
        .select_related("organisation", "invited_by")
        .order_by("-created_at")[:100]
    )
    return MembersPage(list(current.order_by(*by_name)), list(ended), list(invitations))


membership_for = door(
    Membership.objects.select_related("user", "organisation"),
    need=Permission.MANAGE_MEMBERS,
    missing="Dit lidmaatschap is er niet.",
)
"""Return a membership of an area whose members the user manages."""


invitation_for = door(
    Invitation.objects,
    need=Permission.MANAGE_MEMBERS,
    missing="Deze uitnodiging is er niet.",
)
"""Return an invitation of an area whose members the user manages."""


def persona_with(key: str) -> User | None:
    """Return the fictional person a button of the practice environment stands for; never a real one."""
    return User.objects.filter(persona=key, is_active=True).first() if key else None


def user_with(email: str) -> User | None:
    """Return the account with this address, however it is written."""
    return User.objects.filter(email__iexact=email.strip()).first()
