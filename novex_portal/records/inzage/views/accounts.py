"""Personal data of somebody with an account: what is held, giving that to them, and closing the account for good."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.accounts.requests import SignedInRequest
from novex_portal.records.access import account_for
from novex_portal.records.anonymising.actions.accounts import anonymise_account
from novex_portal.records.inzage.queries.accounts import archive_of_account, held_about_account, role_words
from novex_portal.records.inzage.queries.persons import reports_of
from novex_portal.records.inzage.views.persons import archive_answer
from novex_portal.records.models import Anonymisation
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Problem


@require_safe
def account(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """What an area holds about one account, in numbers."""
    area, found = account_for(request.user, slug, pk)
    context = {
        "area": area,
        "account": found,
        "role": role_words(found, area),
        "held": held_about_account(found, area),
        "report": reports_of(area).filter(account=found).first(),
    }
    return render(request, "records/inzage/privacy_account.html", context)


@never_cache
@require_POST
def archive(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """All an area holds about somebody with an account as one file."""
    area, found = account_for(request.user, slug, pk)
    return archive_answer(archive_of_account(found, area, request.user), role_words(found, area))


@require_http_methods(["GET", "HEAD", "POST"])
def anonymise(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say what will happen; a tick and a press on the button do it."""
    area, found = account_for(request.user, slug, pk)
    problem = ""
    if request.method == "POST" and request.POST.get("zeker") == "ja":
        try:
            made: Anonymisation = anonymise_account(user=found, area=area, actor=request.user)
        except Problem as refused:
            problem = str(refused)
        else:
            return go_to(request, "privacy-report", slug, made.pk, note="Het account is gesloten en onherkenbaar.")
    elif request.method == "POST":
        problem = "Vink aan dat u het zeker weet."
    context = {"area": area, "account": found, "role": role_words(found, area), "problem": problem}
    status = 422 if problem else 200
    return render(request, "records/inzage/privacy_account_anonymise.html", context, status=status)
