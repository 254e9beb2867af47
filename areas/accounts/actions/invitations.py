"""Letting people in: inviting, accepting, taking an invitation back, and the first roles of all."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from allauth.account.models import EmailAddress
from django.conf import settings
from django.db import IntegrityError, transaction
from django.utils import timezone

from areas.access import memberships_on
from areas.accounts.models.membership import Invitation, Membership
from areas.accounts.models.user import User
from areas.accounts.queries import INVITATIONS, user_with
from areas.area.models import Area
from areas.enums import NATIONAL_ROLES, Role
from areas.parties.models import Organisation
from novex_portal.toolkit.actions import By, action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.mail.writing import queue_written_mail
from novex_portal.toolkit.problems import Problem


@dataclass(frozen=True)
class RoleGiven:
    """What `give_role` did: a membership for who has an account, else a link to make one."""

    membership: Membership | None
    link: str


@action(atomic=False)
def invite(
    *,
    area: Area,
    actor: User,
    email: str,
    role: str,
    organisation: Organisation | None = None,
    name: str = "",
    token: UUID | None = None,
) -> Invitation:
    """Invite somebody to a role in an area and owe them the mail with the link.

    A second call with the same token returns the first one's invitation. Raises Problem when
    they hold the role already or an invitation for it is open, and for a role across areas.
    """
    if role in NATIONAL_ROLES:
        raise Problem("Deze rol geldt voor alle gebieden. Die kan een gebiedsbeheerder niet geven.")
    if done := _invited_with(token, area):
        return done
    try:
        with transaction.atomic():
            invitation, link = _new_invitation(
                area=area, actor=actor, email=email, role=role, organisation=organisation, name=name, token=token
            )
            _send_link(invitation, link)
    except Problem:
        # The same press on the button, at the same moment, may have got there first.
        if done := _invited_with(token, area):
            return done
        raise
    return invitation


def _invited_with(token: UUID | None, area: Area) -> Invitation | None:
    return Invitation.objects.filter(submission_token=token, area=area).first() if token else None


@action(by=By.CONSOLE)
def give_role(
    *, email: str, role: str, area: Area | None = None, organisation: Organisation | None = None, name: str = ""
) -> RoleGiven:
    """Give a role without asking who may: for the administrator at the command line.

    Who has an account has the role at once. Else the answer holds a link that works once; no
    mail is sent. Raises Problem when role and area do not go together or the role is held.
    """
    if (role in NATIONAL_ROLES) != (area is None):
        raise Problem("Regieteam en auditor gelden zonder gebied, de andere rollen voor één gebied.")
    user = user_with(email)
    if user is None:
        _, link = _new_invitation(
            area=area, actor=None, email=email, role=role, organisation=organisation, name=name, token=None
        )
        return RoleGiven(None, link)
    _refuse_held_role(user.email, role, area)
    return RoleGiven(_add_membership(user, area, role, organisation), "")


@action(by=By.GUEST)
def accept_as_new_user(*, token: str, password: str | None = None, name: str = "") -> User:
    """Make the account an invitation is for, with its membership; the link proved the address.

    Without a password the account opens only by the organisation's own sign-in. Raises
    LinkClosed when the link is no longer good, Problem when the account exists by now.
    """
    invitation = _claim(token)
    if user_with(invitation.email) is not None:
        raise Problem("U hebt al een account. Log in om de uitnodiging aan te nemen.")
    user = User.objects.create_user(invitation.email, password, name=name.strip() or invitation.name)
    _accept(invitation, user)
    return user


@action
def accept_as_user(*, token: str, actor: User) -> Invitation:
    """Add the membership an invitation is for to the account it was sent to.

    Raises LinkClosed when the link is no longer good, Problem when it is somebody else's.
    """
    invitation = _claim(token)
    if actor.email.lower() != invitation.email.lower():
        raise Problem("Deze uitnodiging is voor een ander e-mailadres dan dat van uw account.")
    _accept(invitation, actor)
    return invitation


@action
def revoke_invitation(*, invitation: Invitation, actor: User) -> None:
    """Take an invitation back; its link stops working. One that was accepted stays as it is."""
    Invitation.objects.filter(pk=invitation.pk, accepted_at__isnull=True, revoked_at__isnull=True).update(
        revoked_at=timezone.now()
    )


def _new_invitation(
    *,
    area: Area | None,
    actor: User | None,
    email: str,
    role: str,
    organisation: Organisation | None,
    name: str,
    token: UUID | None,
) -> tuple[Invitation, str]:
    address = email.strip().lower()
    _refuse_held_role(address, role, area)
    _clear_expired(address, role, area)
    link = INVITATIONS.new_link()
    try:
        with transaction.atomic():
            invitation = Invitation.objects.create(
                email=address,
                area=area,
                role=role,
                organisation=organisation,
                name=name.strip(),
                token_hash=link.mark,
                invited_by=actor,
                submission_token=token or uuid7(),
                expires_at=timezone.now() + timedelta(days=settings.INVITATION_DAYS),
            )
    except IntegrityError as error:
        raise Problem(
            f"Voor {address} staat al een uitnodiging open als {_word(role)}. "
            "Is de mail kwijt? Trek die uitnodiging dan eerst in."
        ) from error
    return invitation, link.address


def _refuse_held_role(address: str, role: str, area: Area | None) -> None:
    if memberships_on(timezone.localdate()).filter(user__email__iexact=address, role=role, area=area).exists():
        where = "in dit gebied" if area else "voor alle gebieden"
        raise Problem(f"{address} is al {_word(role)} {where}.")


def _clear_expired(address: str, role: str, area: Area | None) -> None:
    now = timezone.now()
    Invitation.objects.filter(
        email__iexact=address,
        role=role,
        area=area,
        accepted_at__isnull=True,
        revoked_at__isnull=True,
        expires_at__lte=now,
    ).update(revoked_at=now)


def _send_link(invitation: Invitation, link: str) -> None:
    subject = f"Uitnodiging voor het Coalitieportaal: {invitation.area or 'alle gebieden'}"
    context = {"invitation": invitation, "link": link, "days": settings.INVITATION_DAYS}
    queue_written_mail(
        "areas/accounts/mail/invitation",
        to=invitation.email,
        subject=subject,
        context=context,
        dedupe_key=f"invitation:{invitation.pk}",
        wipe_after_sending=True,
    )


def _claim(token: str) -> Invitation:
    """Lock the invitation behind a link until the transaction ends, so that it is accepted once."""
    invitation = INVITATIONS.rows_behind(token).select_for_update().first()
    return INVITATIONS.require_open(invitation, timezone.localtime())


def _accept(invitation: Invitation, user: User) -> None:
    invitation.accepted_at, invitation.accepted_by = timezone.now(), user
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    EmailAddress.objects.update_or_create(user=user, email=user.email, defaults={"verified": True, "primary": True})
    held = memberships_on(timezone.localdate()).filter(user=user, role=invitation.role, area=invitation.area)
    if not held.exists():
        _add_membership(user, invitation.area, invitation.role, invitation.organisation)


def _add_membership(user: User, area: Area | None, role: str, organisation: Organisation | None) -> Membership:
    return Membership.objects.create(
        user=user, area=area, role=role, organisation=organisation, valid_from=timezone.localdate()
    )


def _word(role: str) -> str:
    return str(Role(role).label).lower()
