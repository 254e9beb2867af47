"""The one door to an area, and the one table of who may do what."""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Protocol
from uuid import UUID

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.db.models import Manager, Model, Q, QuerySet
from django.http import Http404
from django.utils import timezone

from areas.accounts.models.membership import Membership
from areas.accounts.models.user import User
from areas.area.models import Area
from areas.enums import Permission, Role
from areas.imports.models import PartyImport
from areas.mandates.models import Mandate
from areas.parties.models import AreaOrganisation, Organisation, UmbrellaMembership
from areas.people.models import Person
from areas.printouts.models import Printout
from novex_portal.toolkit.few import EVERYTHING, LEAST, Limits

_MEMBER = frozenset(
    {
        Permission.VIEW_AREA,
        Permission.VIEW_FACTSHEET,
        Permission.VIEW_PARTIES,
        Permission.VIEW_PLANNING_GROUP,
        Permission.VIEW_AMBITIONS,
        Permission.VIEW_AGREEMENT,
        Permission.VIEW_PERSPECTIVE,
        Permission.VIEW_AGENDA,
        Permission.VIEW_INVESTMENTS,
        Permission.VIEW_ARRANGEMENT,
        Permission.VIEW_CHECKPOINTS,
    }
)
_PLANNING_GROUP = _MEMBER | {
    Permission.EDIT_FACTSHEET,
    Permission.TAKE_PHOTO,
    Permission.EDIT_PARTIES,
    Permission.VIEW_CONTACT_DATA,
    Permission.MERGE_PARTIES,
    Permission.HAND_OVER_ROLES,
    Permission.WORK_IN_PLANNING_GROUP,
    Permission.VIEW_CONVERSATIONS,
    Permission.LOG_CONVERSATION,
    Permission.READ_PLANNING_LEVEL,
    Permission.VIEW_ANALYSIS,
    Permission.EDIT_ANALYSIS,
    Permission.EDIT_AMBITIONS,
    Permission.EDIT_AGREEMENT,
    Permission.EDIT_PERSPECTIVE,
    Permission.PROPOSE_MEASURE,
    Permission.EDIT_AGENDA,
    Permission.EDIT_INVESTMENTS,
    Permission.EDIT_BOARD_OUTCOMES,
    Permission.EDIT_ARRANGEMENT,
}

# Role → what it may do in its area (national roles: in every area). Nothing else decides.
PERMISSIONS: dict[str, frozenset[Permission]] = {
    Role.PARTICIPANT: _MEMBER | {Permission.VIEW_CONVERSATIONS, Permission.PROPOSE_MEASURE},
    Role.INTERVIEWER: _MEMBER
    | {
        Permission.EDIT_PARTIES,
        Permission.VIEW_CONTACT_DATA,
        Permission.VIEW_CONVERSATIONS,
        Permission.LOG_CONVERSATION,
        Permission.VIEW_ANALYSIS,
    },
    Role.PLANNING_GROUP: _PLANNING_GROUP,
    # An executive sees sums instead of conversation texts.
    Role.EXECUTIVE: _MEMBER | {Permission.STATE_OWN_POSITION, Permission.PROPOSE_MEASURE},
    Role.AREA_ADMIN: _PLANNING_GROUP
    | {
        Permission.TAKE_OVER_READING,
        Permission.MANAGE_MEMBERS,
        Permission.MANAGE_CHECKPOINTS,
        Permission.VIEW_DELIVERY_LOG,
        Permission.MANAGE_PERSONAL_DATA,
    },
    Role.PROGRAMME_TEAM: _MEMBER
    | {
        Permission.TAKE_PHOTO,
        Permission.VIEW_CONTACT_DATA,
        Permission.MERGE_PARTIES,
        Permission.CORRECT_PARTIES,
        Permission.MANAGE_CHECKPOINTS,
        Permission.EDIT_BOARD_OUTCOMES,
        Permission.MANAGE_PROGRAMMES,
        Permission.MANAGE_FUNDS,
        Permission.MANAGE_PERSPECTIVE_TEMPLATE,
        Permission.MANAGE_ARRANGEMENTS,
        Permission.VIEW_DELIVERY_LOG,
    },
    # History and read log, no content.
    Role.AUDITOR: frozenset({Permission.VIEW_READ_LOG}),
}


def active_memberships(user: User) -> list[Membership]:
    """Return the memberships that hold today, with area and organisation; one query per user object."""
    cached: list[Membership] | None = getattr(user, "_active_memberships", None)
    if cached is None:
        cached = list(memberships_on(timezone.localdate()).filter(user=user)) if user.is_authenticated else []
        user._active_memberships = cached  # type: ignore[attr-defined]
    return cached


def memberships_on(day: date) -> QuerySet[Membership]:
    """Return the memberships that hold on a day; one that was ended does not hold on its last day."""
    still_holds = Q(valid_until__isnull=True) | Q(valid_until__gt=day) | Q(valid_until=day, ended_at__isnull=True)
    return Membership.objects.filter(still_holds, valid_from__lte=day).select_related("area", "organisation")


def permissions(user: User, area: Area) -> frozenset[Permission]:
    """Return all the user may do in this area today."""
    granted = (
        PERMISSIONS[membership.role]
        for membership in active_memberships(user)
        if membership.area_id in (None, area.pk)
    )
    return frozenset().union(*granted)


def may(user: User, area: Area, need: Permission) -> bool:
    """Tell whether the user may do this in this area today."""
    return need in permissions(user, area)


def may_anywhere(user: User, need: Permission) -> bool:
    """Tell whether any membership of today grants this, in whatever area."""
    return any(need in PERMISSIONS[membership.role] for membership in active_memberships(user))


def needs_second_factor(user: User) -> bool:
    """Tell whether signing in with a password alone is too little: who reaches conversations, or the admin."""
    return (
        user.is_staff
        or may_anywhere(user, Permission.VIEW_CONVERSATIONS)
        or may_anywhere(user, Permission.LOG_CONVERSATION)
    )


def acting_as(user: User, area: Area) -> str:
    """Return in which role, and for whom, somebody acts in an area: "Planningsgroep, provincie Limburg". Never a name."""
    ranks = [Role.AREA_ADMIN, Role.PLANNING_GROUP]
    seats = [seat for seat in active_memberships(user) if seat.area_id == area.pk]
    seats.sort(key=lambda seat: ranks.index(Role(seat.role)) if seat.role in ranks else len(ranks))
    if not seats:
        return ""
    organisation = f", {seats[0].organisation}" if seats[0].organisation else ""
    return f"{seats[0].get_role_display()}{organisation}"


def is_member(user: User, area: Area) -> bool:
    """Tell whether the user holds any role in this area or across areas."""
    return any(membership.area_id in (None, area.pk) for membership in active_memberships(user))


def own_organisations(user: User, area: Area) -> list[Organisation]:
    """Return the organisations for which the user has a role in this area today, each once. No query of its own."""
    roles = [membership for membership in active_memberships(user) if membership.area_id == area.pk]
    return list({role.organisation.pk: role.organisation for role in roles if role.organisation}.values())


def limits_for(user: User, area: Area) -> Limits:
    """Return from how many parties on this user may read a number about them.

    Who reads conversations on level planningsgroep learns nothing new from a sum of them.
    """
    return EVERYTHING if may(user, area, Permission.READ_PLANNING_LEVEL) else limits_of_all()


def limits_of_all() -> Limits:
    """Return from how many parties on a number may be read that hides something from everybody."""
    return Limits(max(LEAST, settings.K_THRESHOLD))


def areas_visible_to(user: User) -> QuerySet[Area]:
    """Return the areas in which the user may do anything at all, in their own order."""
    memberships = active_memberships(user)
    if any(membership.area_id is None for membership in memberships):
        return Area.objects.all()
    return Area.objects.filter(pk__in=[membership.area_id for membership in memberships])


def areas_where(user: User, need: Permission) -> list[Area]:
    """Return the areas in which the user has this right, in their own order."""
    return [area for area in areas_visible_to(user) if need in permissions(user, area)]


def area_for(user: User, slug: str, need: Permission) -> Area:
    """Return the area with this slug for somebody who needs to do this there.

    The only door to an area: a stranger gets Http404 (and so learns nothing), a member without
    the right PermissionDenied. Every door to something inside an area is built on this one.
    """
    return let_in(user, Area.objects.filter(slug=slug).first(), need)


def let_in(user: User, area: Area | None, need: Permission) -> Area:
    """Return this area for somebody who needs to do this there; raises as `area_for`.

    For a door that reads an area together with what stands in it: nothing of that may be told before this.
    """
    if area is None or not is_member(user, area):
        raise Http404("Dit gebied is er niet, of u hoort er niet bij.")
    if need not in permissions(user, area):
        raise PermissionDenied("U bent lid van dit gebied, maar uw rol mag dit niet.")
    return area


class Door[Row](Protocol):
    """Lets somebody who needs to do this in an area through to one row inside it; raises as `area_for`, or Http404."""

    def __call__(self, user: User, slug: str, pk: UUID, need: Permission = ...) -> Row: ...


def door[Row: Model](
    rows: Manager[Row] | QuerySet[Row],
    *,
    need: Permission,
    missing: str,
    area: str = "area",
    only: Callable[[User, Area], Q] | None = None,
) -> Door[Row]:
    """Build the door to one of these rows, each with its area, which `area` leads to.

    `need` is what the door asks for unless its caller asks for more, `missing` the words for who finds
    nothing behind it. A row that does not fit `only` does not exist for this user.
    """

    def through(user: User, slug: str, pk: UUID, need: Permission = need) -> Row:
        place = area_for(user, slug, need)
        shown = only(user, place) if only else Q()
        row = rows.select_related(area).filter(shown, **{area: place, "pk": pk}).first()
        if row is None:
            raise Http404(missing)
        return row

    return through


def party_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_PARTIES) -> AreaOrganisation:
    """Return an organisation as a party of the area, with area and organisation.

    One that was merged leads to the one it became: see whether `organisation_id` is still `pk`.
    """
    area = area_for(user, slug, need)
    links = AreaOrganisation.objects.select_related("area", "organisation")
    link = links.filter(area=area, organisation=pk).first()
    if link is None or link.organisation.merged_into_id:
        link = links.filter(area=area, organisation=_led_on(pk), organisation__merged_into=None).first()
    if link is None:
        raise Http404("Deze partij is er niet in dit gebied.")
    return link


def person_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_PARTIES) -> tuple[Area, Person]:
    """Return the area, and somebody in a role for an organisation that takes part in it."""
    area = area_for(user, slug, need)
    persons = Person.objects.select_related("organisation", "user")
    person = persons.filter(organisation__areas=area, merged_into=None, pk=pk).first()
    if person is None:
        raise Http404("Deze persoon is er niet in dit gebied.")
    return area, person


mandate_for = door(
    Mandate.objects.select_related("organisation", "person__organisation"),
    need=Permission.VIEW_PARTIES,
    missing="Dit mandaat is er niet.",
)
"""Return a mandate of the area, with who holds it and for whom."""


def umbrella_link_for(user: User, slug: str, pk: UUID, link: UUID) -> tuple[AreaOrganisation, UmbrellaMembership]:
    """Return a party of the area and one of its memberships: of an umbrella, or as the umbrella."""
    party = party_for(user, slug, pk)
    memberships = UmbrellaMembership.objects.select_related("umbrella", "member")
    of_this = Q(member=party.organisation_id) | Q(umbrella=party.organisation_id)
    membership = memberships.filter(of_this, pk=link).first()
    if membership is None:
        raise Http404("Dit lidmaatschap is er niet, of niet meer.")
    return party, membership


import_for = door(
    PartyImport.objects.select_related("uploaded_by", "confirmed_by").defer("rows", "outcome"),
    need=Permission.EDIT_PARTIES,
    missing="Dit bestand is er niet.",
)
"""Return a file with parties that was brought into this area; its lines stay behind unless asked for."""


def _led_on(pk: UUID) -> UUID:
    """Return the id of what an organisation became; its own when it was not merged."""
    while into := Organisation.objects.filter(pk=pk).values_list("merged_into_id", flat=True).first():
        pk = into
    return pk


def may_change_shared_facts(user: User, areas: Iterable[Area]) -> bool:
    """Tell whether the user may change what all these areas read of one organisation.

    Name, kind, website and umbrellas are the same everywhere: only who works on parties in every
    area it takes part in may change them, or who corrects them for all (the regieteam).
    """
    rights = [permissions(user, area) for area in areas]
    return bool(rights) and all(
        Permission.EDIT_PARTIES in granted or Permission.CORRECT_PARTIES in granted for granted in rights
    )


def printouts_of(user: User) -> QuerySet[Printout]:
    """Return the printouts the user asked for and may still have, newest first.

    The right one was asked with must hold today: in its area, or anywhere for one across areas.
    """
    held = Q(pk__in=[])
    for membership in active_memberships(user):
        place = Q() if membership.area_id is None else Q(area=membership.area_id) | Q(area=None)
        held |= place & Q(need__in=PERMISSIONS[membership.role])
    return Printout.objects.filter(held, requested_by=user).select_related("area").defer("html")


def printout_for(user: User, pk: UUID) -> Printout:
    """Return a printout the user asked for and may still have; another's does not exist for them."""
    printout = printouts_of(user).filter(pk=pk).first()
    if printout is None:
        raise Http404("Deze afdruk is er niet, of niet meer.")
    return printout
