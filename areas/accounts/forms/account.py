"""The forms of django-allauth in the words of the portal: labels, help, no text inside the fields."""

import time
from typing import Any

from allauth.account import forms as account
from allauth.mfa.base import forms as mfa
from allauth.mfa.totp import forms as totp
from allauth.mfa.webauthn import forms as webauthn
from django import forms
from django.http import HttpRequest

NEW_PASSWORD = "Minstens 12 tekens. Kies bijvoorbeeld drie woorden die niets met elkaar te maken hebben."  # noqa: S105
RESET_TAKES = 0.15
"""Seconds asking for a new password takes; writing the mail takes a fifth of that."""
CODE = "Zes cijfers uit uw app."


class Worded(forms.Form):
    """Gives fields the label and help named in `words`; takes placeholders out."""

    use_required_attribute = False
    words: dict[str, tuple[str, str | None]] = {}

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            field.widget.attrs.pop("placeholder", None)
            if name in self.words:
                field.label, help_text = self.words[name]
                field.help_text = field.help_text if help_text is None else help_text


class LoginForm(Worded, account.LoginForm):
    words = {"login": ("E-mailadres", ""), "password": ("Wachtwoord", None)}  # keeps its link for a new password


class ReauthenticateForm(Worded, account.ReauthenticateForm):
    words = {"password": ("Wachtwoord", "")}


class ResetPasswordForm(Worded, account.ResetPasswordForm):
    words = {"email": ("E-mailadres", "")}

    def save(self, request: HttpRequest, **kwargs: Any) -> str:
        """Take equally long with and without an account: writing the mail would tell who has one."""
        began = time.monotonic()
        address: str = super().save(request, **kwargs)
        time.sleep(max(0.0, RESET_TAKES - (time.monotonic() - began)))
        return address


class ResetPasswordKeyForm(Worded, account.ResetPasswordKeyForm):
    words = {"password1": ("Nieuw wachtwoord", NEW_PASSWORD), "password2": ("Nog een keer het nieuwe wachtwoord", "")}


class ChangePasswordForm(Worded, account.ChangePasswordForm):
    words = {"oldpassword": ("Uw huidige wachtwoord", ""), **ResetPasswordKeyForm.words}


class SetPasswordForm(Worded, account.SetPasswordForm):
    words = ResetPasswordKeyForm.words


class AddEmailForm(Worded, account.AddEmailForm):
    words = {"email": ("Nieuw e-mailadres", "We sturen daar een mail heen met een link om het te bevestigen.")}


class AuthenticateForm(Worded, mfa.AuthenticateForm):
    words = {"code": ("Code", "Zes cijfers uit uw app, of een herstelcode.")}


class ReauthenticateCodeForm(Worded, mfa.ReauthenticateForm):
    words = AuthenticateForm.words


class ActivateTOTPForm(Worded, totp.ActivateTOTPForm):
    words = {"code": ("Code", CODE)}


class AddWebAuthnForm(Worded, webauthn.AddWebAuthnForm):
    words = {
        "name": ("Naam", "Bijvoorbeeld “Werktelefoon”."),
        "passwordless": ("Ook inloggen zonder wachtwoord", "Kies dit alleen op een apparaat dat u zelf gebruikt."),
    }


class EditWebAuthnForm(Worded, webauthn.EditWebAuthnForm):
    words = {"name": ("Naam", "Bijvoorbeeld “Werktelefoon”.")}
