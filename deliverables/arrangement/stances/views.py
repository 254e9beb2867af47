"""Where parties are with an agreement, and the letters with their reservations."""

from uuid import UUID

from django.http import HttpResponseBase
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.accounts.requests import SignedInRequest
from deliverables.arrangement.agreements.access import kept_agreement_for
from deliverables.arrangement.stances.access import letter_for, stance_for
from deliverables.arrangement.stances.actions import add_stance, change_stance, remove_stance
from deliverables.arrangement.stances.forms import NewStanceForm, StanceForm
from novex_portal.toolkit.files.answers import file_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGE = "deliverables/arrangement/stances/stance_form.html"


@require_http_methods(["GET", "HEAD", "POST"])
def stance_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    agreement = kept_agreement_for(request.user, slug, pk)
    form = NewStanceForm(posted(request), request.FILES or None, agreement=agreement)
    if form.is_valid():
        with form.refusals():
            given = {name: form.cleaned_data[name] for name in ("organisation", "body", "token")}
            add_stance(agreement=agreement, actor=request.user, facts=form.facts(), **given)
            return go_to(request, "arrangement-agreement", slug, pk, note="De stand is vastgelegd.")
    context = {"area": agreement.area, "agreement": agreement, "choose_again": bool(form.errors and request.FILES)}
    return answer_form(request, _PAGE, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def stance_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    stance = stance_for(request.user, slug, pk)
    form = StanceForm(posted(request), request.FILES or None, stance=stance)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_stance(stance=stance, actor=request.user, version=version, facts=form.facts())
            return go_to(request, "arrangement-agreement", slug, stance.agreement_id, note="De stand is gewijzigd.")
    theirs = None
    if form.conflict:
        stance = form.on_top_of(stance_for(request.user, slug, pk))
        theirs = {"title": str(stance), "text": f"{stance.get_status_display()}\n{stance.reservation}"}
    agreement = stance.agreement
    again = bool(form.errors and request.FILES)
    context = {
        "area": agreement.area,
        "agreement": agreement,
        "stance": stance,
        "theirs": theirs,
        "choose_again": again,
    }
    return answer_form(request, _PAGE, form, context)


@require_POST
def stance_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take away what should not have been there."""
    stance = stance_for(request.user, slug, pk)
    version = whole_number(request.POST.get("version")) or stance.version
    remove_stance(stance=stance, actor=request.user, version=version)
    return go_to(request, "arrangement-agreement", slug, stance.agreement_id, note="De stand is verwijderd.")


@require_safe
def stance_letter(request: SignedInRequest, slug: str, pk: UUID, stance: UUID) -> HttpResponseBase:
    """Give the letter with a reservation."""
    found, letter = letter_for(request.user, slug, pk, stance)
    return file_answer(request, letter, f"{found.agreement.code} brief {found.organisation}")
