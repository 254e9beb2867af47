"""The defined terms of the akkoord."""

from uuid import UUID

from django.http import HttpResponseBase
from django.views.decorators.http import require_http_methods, require_POST

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.document.access import existing_agreement_for
from coalition.agreement.terms.access import term_for
from coalition.agreement.terms.actions import change_term, define_term, remove_term
from coalition.agreement.terms.forms import TermForm
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """The terms the akkoord gives a meaning; who drafts adds one here."""
    need = Permission.EDIT_AGREEMENT if request.method == "POST" else Permission.VIEW_AGREEMENT
    agreement = existing_agreement_for(request.user, slug, need)
    form = TermForm(posted(request))
    if form.is_valid():
        words = {name: form.cleaned_data[name] for name in ("term", "meaning")}
        with form.refusals():
            define_term(agreement=agreement, actor=request.user, **words)
            return go_to(request, "terms", slug, note="Begrip toegevoegd.")
    may_edit = may(request.user, agreement.area, Permission.EDIT_AGREEMENT)
    context = {"area": agreement.area, "terms": agreement.terms.all(), "may_edit": may_edit}
    return answer_form(request, "coalition/agreement/terms/terms.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def term_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    term = term_for(request.user, slug, pk)
    form = TermForm(posted(request), term=term)
    if form.is_valid():
        version, name, meaning = (form.cleaned_data[key] for key in ("version", "term", "meaning"))
        with form.refusals():
            change_term(term=term, actor=request.user, version=version, name=name, meaning=meaning)
            return go_to(request, "terms", slug, note="Begrip gewijzigd. De teksten die het gebruiken volgen vanzelf.")
    if form.conflict:
        term = form.on_top_of(term_for(request.user, slug, pk))
    context = {"area": term.agreement.area, "term": term}
    return answer_form(request, "coalition/agreement/terms/term_form.html", form, context)


@require_POST
def term_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    remove_term(term=term_for(request.user, slug, pk), actor=request.user)
    return go_to(request, "terms", slug, note="Begrip verwijderd.")
