"""Writing down who stands behind a version, and taking it back."""

from uuid import UUID

from django.http import HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST

from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.perspective.approval.access import adoption_for, approval_for, endorsement_for
from deliverables.perspective.approval.actions import (
    adopt_version,
    approve_version,
    endorse_version,
    remove_adoption,
    remove_endorsement,
    withdraw_approval,
)
from deliverables.perspective.approval.forms import AdoptionForm, ApprovalForm, EndorsementForm, WithdrawalForm
from deliverables.perspective.approval.queries import standing_of
from deliverables.perspective.versions.access import perspective_version_for
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

_PAGES = "deliverables/perspective/approval/"


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_approve(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    """Write down that a half of the duo approved this version."""
    version = perspective_version_for(request.user, slug, number, Permission.EDIT_PERSPECTIVE)
    start = {"half": request.GET.get("helft", ""), "approved_on": timezone.localdate()}
    form = ApprovalForm(posted(request), initial=start)
    if form.is_valid():
        with form.refusals():
            made = approve_version(version=version, actor=request.user, **form.cleaned_data)
            return go_to(request, "perspective-version", slug, number, note=f"Goedkeuring vastgelegd: {made}.")
    context = {"area": version.area, "version": version, "standing": standing_of(version, timezone.localdate())}
    return answer_form(request, _PAGES + "approve.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def approval_withdraw(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Write down that a half took its approval back; the approval stays to be read."""
    approval = approval_for(request.user, slug, pk)
    form = WithdrawalForm(posted(request))
    if form.is_valid():
        with form.refusals():
            withdraw_approval(approval=approval, actor=request.user, **form.cleaned_data)
            number = approval.version.number
            return go_to(request, "perspective-version", slug, number, note="De goedkeuring is ingetrokken.")
    context = {"area": approval.version.area, "approval": approval, "version": approval.version}
    return answer_form(request, _PAGES + "withdraw.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_endorse(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    """Write down what a bestuurlijk overleg said of this version."""
    version = perspective_version_for(request.user, slug, number, Permission.EDIT_PERSPECTIVE)
    form = EndorsementForm(posted(request), area=version.area)
    if form.is_valid():
        with form.refusals():
            endorse_version(version=version, actor=request.user, **form.cleaned_data)
            return go_to(request, "perspective-version", slug, number, note="De uitspraak is vastgelegd.")
    return answer_form(request, _PAGES + "endorse.html", form, {"area": version.area, "version": version})


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_adopt(request: SignedInRequest, slug: str, number: int) -> HttpResponseBase:
    """Write down that a party adopted this version."""
    version = perspective_version_for(request.user, slug, number, Permission.EDIT_PERSPECTIVE)
    form = AdoptionForm(posted(request), area=version.area)
    if form.is_valid():
        with form.refusals():
            adopt_version(version=version, actor=request.user, **form.cleaned_data)
            return go_to(request, "perspective-version", slug, number, note="De vaststelling is vastgelegd.")
    return answer_form(request, _PAGES + "adopt.html", form, {"area": version.area, "version": version})


@require_POST
def endorsement_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    endorsement = endorsement_for(request.user, slug, pk)
    remove_endorsement(endorsement=endorsement, actor=request.user)
    return go_to(request, "perspective-version", slug, endorsement.version.number, note="De uitspraak is weggehaald.")


@require_POST
def adoption_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    adoption = adoption_for(request.user, slug, pk)
    remove_adoption(adoption=adoption, actor=request.user)
    return go_to(request, "perspective-version", slug, adoption.version.number, note="De vaststelling is weggehaald.")
