"""Who may write down where a party stands, and as whom."""

from uuid import UUID

from areas.access import PERMISSIONS, active_memberships, may
from areas.enums import Permission
from areas.models import Area, User
from coalition.planning_group.speaking.enums import GivenAs
from coalition.planning_group.speaking.models import Spoken
from coalition.planning_group.speaking.rules import may_speak_as, source_problem
from novex_portal.toolkit.problems import Problem


def speaks_as(
    user: User, area: Area, organisation: UUID, need: Permission = Permission.WORK_IN_PLANNING_GROUP
) -> GivenAs | None:
    """Tell how the user may say where this organisation stands: itself, recorded for it, or None for not at all.

    `need` is what it takes to record for another party. No query beside the memberships.
    """
    return may_speak_as(
        organisation,
        works_in_planning_group=may(user, area, need),
        states_own_position=may(user, area, Permission.STATE_OWN_POSITION),
        own={
            membership.organisation_id
            for membership in active_memberships(user)
            if membership.area_id == area.pk and Permission.STATE_OWN_POSITION in PERMISSIONS[membership.role]
        },
    )


def spoken_as(
    actor: User, area: Area, organisation: UUID, source: str, need: Permission = Permission.WORK_IN_PLANNING_GROUP
) -> GivenAs:
    """Return as whom an actor writes down where this organisation stands. Raises Problem when not at all, or without source."""
    given_as = speaks_as(actor, area, organisation, need)
    if given_as is None:
        raise Problem("U kunt alleen voor uw eigen organisatie zeggen waar zij staat.")
    if problem := source_problem(given_as, source):
        raise Problem(problem)
    return given_as


def require_own(actor: User, area: Area, row: Spoken) -> None:
    """Raise Problem unless this waits for the party, and the actor speaks for that party."""
    if not row.waits:
        raise Problem("De partij heeft hier zelf al iets over gezegd.")
    if speaks_as(actor, area, row.organisation_id) != GivenAs.OWN:  # type: ignore[attr-defined]
        raise Problem("Alleen de partij zelf kan dit bevestigen.")
