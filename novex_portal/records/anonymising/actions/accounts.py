"""Making somebody with an account unrecognisable: the way in is closed, and the role takes the place of the name."""

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.socialaccount.models import SocialAccount
from django.utils import timezone

from areas.accounts.actions.memberships import end_membership, end_sessions
from areas.models import Area, Membership, Person, User
from coalition.models import ConversationDraft
from novex_portal.records.anonymising.actions.persons import replace_in_texts
from novex_portal.records.inzage.queries.accounts import has_role_elsewhere, known_account
from novex_portal.records.inzage.queries.persons import frozen_naming
from novex_portal.records.models import Anonymisation
from novex_portal.records.open_history import open_history
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.problems import Problem


@action
def anonymise_account(*, user: User, area: Area, actor: User) -> Anonymisation:
    """Close an account and put the role in the place of its name everywhere, history included.

    What somebody wrote stays, as written by their role; drafts they never recorded go. Raises Problem
    for oneself, a role elsewhere, the last gebiedsbeheerder, or a persona of the practice environment.
    Twice is once.
    """
    held = User.objects.select_for_update().get(pk=user.pk)
    if done := Anonymisation.objects.filter(account=held).first():
        return done
    _check(held, area, actor)
    about = known_account(held, area)
    left = frozen_naming(about)
    for membership in Membership.objects.filter(user=held, area=area, ended_at=None):
        end_membership(membership=membership, actor=actor)
    drafts, _ = ConversationDraft.objects.filter(author=held).delete()
    replaced = [*_close(held, about.role), *([("Concepten: weggegooid", drafts)] if drafts else [])]
    replaced += list(replace_in_texts(about=about))
    return Anonymisation.objects.create(area=area, account=held, replaced=replaced, left=left, done_by=actor)


def _check(user: User, area: Area, actor: User) -> None:
    if user.pk == actor.pk:
        raise Problem("U kunt uzelf niet onherkenbaar maken. Vraag een andere gebiedsbeheerder.")
    if user.persona:
        raise Problem("Dit is een rol van de oefenomgeving; die blijft bestaan.")
    if elsewhere := has_role_elsewhere(user, area, timezone.localdate()):
        raise Problem(f"Deze persoon heeft ook een rol in {', '.join(elsewhere)}. Laat die daar eerst beëindigen.")


def _close(user: User, role: str) -> list[tuple[str, int]]:
    """Take away every way in, and all the account says of who it was."""
    EmailAddress.objects.filter(user=user).delete()
    Authenticator.objects.filter(user=user).delete()
    SocialAccount.objects.filter(user=user).delete()
    Person.objects.filter(user=user).update(user=None)
    user.name, user.email, user.is_active = role[:150], f"verwijderd-{user.pk}@onbekend.invalid", False
    user.set_unusable_password()
    user.save(update_fields=["name", "email", "is_active", "password"])
    end_sessions(user=user)
    events = User.pgh_event_model  # type: ignore[attr-defined]
    with open_history(events=events):
        number = events.objects.filter(pgh_obj_id=user.pk).update(name=user.name, email=user.email)
    return [("Account: gegevens", 1), ("Account: regels geschiedenis", number)]
