"""What the portal decides differently from django-allauth: who gets an account, how mail leaves, how secrets are kept."""

import time
from typing import Any, cast
from urllib.parse import urlsplit
from uuid import uuid4

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.models import EmailConfirmation
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from allauth.usersessions.models import UserSession
from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest
from django.shortcuts import redirect
from django.urls import reverse

from areas.access import needs_second_factor
from areas.accounts.actions.invitations import accept_as_new_user
from areas.accounts.middleware import SEEN_AT, SIGNED_IN_AT
from areas.accounts.models.user import User
from novex_portal.toolkit.mail.outbox import queue_mail
from novex_portal.toolkit.problems import Problem

# The link of the invitation somebody is looking at, kept while they sign in elsewhere.
INVITATION_TOKEN = "invitation_token"  # noqa: S105


class AccountAdapter(DefaultAccountAdapter):
    """Accounts come from invitations; every mail goes through the outbox, its links through our own address."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "account_inactive": "Dit account is niet actief.",
        "email_password_mismatch": "Het e-mailadres of het wachtwoord klopt niet.",
        "enter_current_password": "Vul uw huidige wachtwoord in.",
        "incorrect_code": "Deze code klopt niet. Vul de nieuwste code in.",
        "incorrect_password": "Dit wachtwoord klopt niet.",
        "invalid_login": "Inloggen is niet gelukt. Probeer het opnieuw.",
        "invalid_password_reset": "Deze link om een wachtwoord te kiezen werkt niet meer. Vraag een nieuwe aan.",
        "too_many_login_attempts": "U hebt te vaak een verkeerd wachtwoord ingevuld. Wacht vijf minuten.",
        "email_taken": "Dit e-mailadres kunt u niet gebruiken.",
        "duplicate_email": "Dit e-mailadres hoort al bij uw account.",
        "same_as_current": "Vul iets anders in dan wat er nu staat.",
        "rate_limited": "U probeert dit te vaak achter elkaar. Wacht even.",
        "unverified_primary_email": "Bevestig eerst uw e-mailadres.",
        "cannot_remove_primary_email": "Dit e-mailadres hebt u nodig om in te loggen.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def login(self, request: HttpRequest, user: Any) -> None:
        super().login(request, user)
        request.session[SIGNED_IN_AT] = request.session[SEEN_AT] = time.time()

    def is_reauthentication_required(self, *, app: str) -> bool:
        """Ask once more who it is before a change of account, unless they signed in a moment ago."""
        steps = get_authentication_records(self.request, self.request.user)
        fresh = bool(steps) and time.time() - steps[-1]["at"] < settings.ACCOUNT_REAUTHENTICATION_TIMEOUT
        return not fresh

    def get_logout_redirect_url(self, request: HttpRequest) -> str:
        return reverse("practice") if settings.DEMO else reverse("account_login")

    def get_reset_password_from_key_url(self, key: str) -> str:
        return _at_our_address(super().get_reset_password_from_key_url(key))

    def get_email_confirmation_url(self, request: HttpRequest, emailconfirmation: EmailConfirmation) -> str:
        return _at_our_address(super().get_email_confirmation_url(request, emailconfirmation))

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Owe the mail; it holds a link that signs somebody in, so it is emptied once it has left."""
        message = self.render_mail(template_prefix, email, {"email": email, **context})
        queue_mail(
            to=email,
            subject=str(message.subject),
            text=str(message.body),
            dedupe_key=f"account:{uuid4()}",
            wipe_after_sending=True,
        )


def sign_in_as(request: HttpRequest, user: User) -> None:
    """Sign in as one of the practice people, past password and second factor: they have none.

    Who was signed in before leaves; nothing of their session stays.
    """
    AccountAdapter(request).login(request, user)
    UserSession.objects.create_from_request(request)


def _at_our_address(url: str) -> str:
    """Return the link with the configured address in front: the Host header is the visitor's to choose."""
    return settings.BASE_URL + urlsplit(url).path


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors are encrypted at rest, and cannot be dropped by who must have one."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "cannot_delete_authenticator": "Voor uw rol is een tweede inlogstap nodig. Voeg eerst een andere toe.",
        "cannot_generate_recovery_codes": "Stel eerst een tweede inlogstap in. Daarna kunt u herstelcodes maken.",
        "incorrect_code": "Deze code klopt niet. Vul de nieuwste code in.",
        "unverified_email": "Bevestig eerst uw e-mailadres.",
        "add_email_blocked": "Met een tweede inlogstap kunt u geen e-mailadres toevoegen.",
    }

    def encrypt(self, text: str) -> str:
        return _cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        try:
            return _cipher().decrypt(encrypted_text.encode()).decode()
        except InvalidToken as error:
            raise ImproperlyConfigured("PORTAL_FIELD_KEY past niet bij de bewaarde inlogstappen.") from error

    def can_delete_authenticator(self, authenticator: Authenticator) -> bool:
        if settings.DEMO or not needs_second_factor(cast(User, authenticator.user)):
            return True
        others = Authenticator.objects.filter(user=authenticator.user).exclude(pk=authenticator.pk)
        return others.exclude(type=Authenticator.Type.RECOVERY_CODES).exists()


def _cipher() -> MultiFernet:
    """The key encrypts; it and the older ones decrypt, so that a key can be replaced."""
    if not settings.FIELD_KEY:
        raise ImproperlyConfigured("PORTAL_FIELD_KEY ontbreekt.")
    return MultiFernet([Fernet(key) for key in (settings.FIELD_KEY, *settings.FIELD_KEY_FALLBACKS)])


class OrganisationAccountAdapter(DefaultSocialAccountAdapter):
    """Sign-in with an organisation's own account, for who accepted an invitation or connected it before."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        """Let somebody new in on the invitation they hold; its address counts, not what the provider says."""
        token = request.session.get(INVITATION_TOKEN)
        if sociallogin.is_existing or not token or sociallogin.state.get("process") == "connect":
            return
        try:
            user = accept_as_new_user(token=token)
        except Problem as problem:
            # An account with this address exists, or the link is no longer good: the page says which.
            raise ImmediateHttpResponse(redirect("invitation", token)) from problem
        request.session.pop(INVITATION_TOKEN)
        sociallogin.connect(request, user)
