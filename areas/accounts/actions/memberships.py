"""Ending what somebody may do, and with it the sessions in which they do it."""

from django.db.models import F
from django.utils import timezone

from areas.access import memberships_on
from areas.accounts.models.membership import Membership
from areas.accounts.models.user import User
from areas.area.models import Area
from areas.enums import Role
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.problems import Problem


@action
def end_membership(*, membership: Membership, actor: User) -> Membership:
    """End a membership now, and all sessions of its user. One that ended before stays as it is.

    Raises Problem when it is the last gebiedsbeheerder of the area: somebody must stay who can
    let others in.
    """
    area = Area.objects.select_for_update().get(pk=membership.area_id) if membership.area_id else None
    held = Membership.objects.select_for_update().get(pk=membership.pk)
    today = timezone.localdate()
    if held.ended_at or (held.valid_until and held.valid_until < today):
        return held
    if held.role == Role.AREA_ADMIN and _is_last_admin(held, area):
        raise Problem("Dit is de laatste gebiedsbeheerder van dit gebied. Nodig eerst een andere uit.")
    held.ended_at, held.valid_until = timezone.now(), max(today, held.valid_from)
    held.save(update_fields=["ended_at", "valid_until"])
    end_sessions(user=held.user)
    return held


def _is_last_admin(membership: Membership, area: Area | None) -> bool:
    others = memberships_on(timezone.localdate()).filter(area=area, role=Role.AREA_ADMIN, user__is_active=True)
    return not others.exclude(pk=membership.pk).exists()


@action(by=By.PORTAL, atomic=False)
def end_sessions(*, user: User) -> None:
    """Sign somebody out everywhere: each session is checked against the epoch at its next request."""
    User.objects.filter(pk=user.pk).update(session_epoch=F("session_epoch") + 1)
    user.refresh_from_db(fields=["session_epoch"])
