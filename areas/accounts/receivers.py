"""Answers to what happens inside django-allauth, where no action of ours is called."""

from typing import Any

from allauth.mfa.signals import authenticator_added, authenticator_removed, authenticator_reset
from allauth.usersessions.models import UserSession
from django.contrib.auth import update_session_auth_hash
from django.dispatch import receiver
from django.http import HttpRequest

from areas.accounts.actions.memberships import end_sessions
from areas.accounts.middleware import HAS_SECOND_FACTOR
from areas.accounts.models.user import User


@receiver([authenticator_added, authenticator_removed, authenticator_reset])
def end_other_sessions(*, request: HttpRequest, user: User, **_: Any) -> None:
    """Somebody changed their second factor: sign them out everywhere but here, as for a password."""
    end_sessions(user=user)
    if request.user.pk == user.pk:
        request.session.pop(HAS_SECOND_FACTOR, None)
        update_session_auth_hash(request, user)
        UserSession.objects.create_from_request(request)
