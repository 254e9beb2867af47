"""The page behind the link of an invitation. Opening it changes nothing: mail scanners open links too."""

from typing import cast

from allauth.account.internal.flows.login import record_authentication
from allauth.account.utils import perform_login
from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils import timezone

from areas.accounts.actions.invitations import accept_as_new_user, accept_as_user
from areas.accounts.adapters import INVITATION_TOKEN
from areas.accounts.forms.members import ROLE_HELP, NewAccountForm
from areas.accounts.models.membership import Invitation
from areas.accounts.models.user import User
from areas.accounts.queries import INVITATIONS, user_with
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.links.pages import dead_link, link_page
from novex_portal.toolkit.links.rules import LinkState
from novex_portal.toolkit.problems import Problem


@link_page()
def invitation(request: HttpRequest, token: str) -> HttpResponseBase:
    """Take up an invitation: with a new account, or with the account one has."""
    invited = INVITATIONS.rows_behind(token).select_related("area", "invited_by").first()
    state = INVITATIONS.state(invited, timezone.localtime()) if invited else None
    if invited is None or state != LinkState.OPEN:
        return _closed(request, invited, state)
    if request.user.is_authenticated:
        return _for_member(request, invited, token)
    if user_with(invited.email):
        return render(request, "areas/accounts/invitation_sign_in.html", {"invitation": invited, "next": request.path})
    return _for_newcomer(request, invited, token)


def _closed(request: HttpRequest, invited: Invitation | None, state: LinkState | None) -> HttpResponseBase:
    """Say kindly why the link does not work; who accepted it just now goes on."""
    if invited and request.user.is_authenticated and invited.accepted_by_id == request.user.pk:
        return redirect(settings.LOGIN_REDIRECT_URL)
    return dead_link(request, "areas/accounts/invitation_closed.html", state, invitation=invited)


def _for_member(request: HttpRequest, invited: Invitation, token: str) -> HttpResponseBase:
    user = cast(User, request.user)
    theirs = user.email.lower() == invited.email.lower()
    if request.method == "POST" and theirs:
        accept_as_user(token=token, actor=user)
        return go_to(
            request,
            settings.LOGIN_REDIRECT_URL,
            note=f"U bent nu {invited.get_role_display().lower()}: {_place(invited)}.",
        )
    context = {"invitation": invited, "theirs": theirs, "role_help": _help(invited)}
    return render(request, "areas/accounts/invitation_member.html", context)


def _for_newcomer(request: HttpRequest, invited: Invitation, token: str) -> HttpResponseBase:
    form = NewAccountForm(posted(request), email=invited.email, initial={"name": invited.name})
    if request.method == "POST" and form.is_valid():
        try:
            user = accept_as_new_user(token=token, **form.cleaned_data)
        except Problem:
            return redirect(request.path)  # somebody was a moment earlier: the page says what now
        record_authentication(request, user, "password", email=user.email)
        return perform_login(request, user)
    if settings.OIDC_SERVER_URL:
        request.session[INVITATION_TOKEN] = token
    context = {
        "invitation": invited,
        "role_help": _help(invited),
        "oidc_name": settings.OIDC_NAME if settings.OIDC_SERVER_URL else "",
    }
    return answer_form(request, "areas/accounts/invitation_accept.html", form, context)


def _help(invited: Invitation) -> str:
    return ROLE_HELP.get(invited.role, "")


def _place(invited: Invitation) -> str:
    return str(invited.area) if invited.area else "alle gebieden"
