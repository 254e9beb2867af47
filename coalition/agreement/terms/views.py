"""The defined terms of the akkoord."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.document.access import existing_agreement_for
from coalition.agreement.terms.access import term_for
from coalition.agreement.terms.actions import change_term, define_term, remove_term
from coalition.agreement.terms.forms import TermForm
from novex_portal.toolkit.forms.still_typing import on_top_of
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Conflict, Problem


def _words(form: TermForm) -> dict[str, str]:
    return {"term": form.cleaned_data["term"], "meaning": form.cleaned_data["meaning"]}


@require_http_methods(["GET", "HEAD", "POST"])
def terms(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """The terms the akkoord gives a meaning; who drafts adds one here."""
    need = Permission.EDIT_AGREEMENT if request.method == "POST" else Permission.VIEW_AGREEMENT
    agreement = existing_agreement_for(request.user, slug, need)
    form = TermForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            define_term(agreement=agreement, actor=request.user, **_words(form))
        except Problem as problem:
            form.add_error(None, str(problem))
        else:
            return go_to(request, "terms", slug, note="Begrip toegevoegd.")
    may_edit = may(request.user, agreement.area, Permission.EDIT_AGREEMENT)
    context = {"area": agreement.area, "terms": agreement.terms.all(), "form": form, "may_edit": may_edit}
    return render(request, "coalition/agreement/terms/terms.html", context, status=422 if form.is_bound else 200)


@require_http_methods(["GET", "HEAD", "POST"])
def term_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    term = term_for(request.user, slug, pk)
    form = TermForm(request.POST if request.method == "POST" else None, term=term)
    status, problem = (422 if form.is_bound else 200), ""
    if form.is_valid():
        words = _words(form)
        try:
            change_term(
                term=term,
                actor=request.user,
                version=form.cleaned_data["version"] or 0,
                name=words["term"],
                meaning=words["meaning"],
            )
        except Conflict as conflict:
            term = term_for(request.user, slug, pk)
            on_top_of(form, request.POST, term.version)
            status, problem = 409, str(conflict)
        except Problem as wrong:
            form.add_error(None, str(wrong))
        else:
            return go_to(request, "terms", slug, note="Begrip gewijzigd. De teksten die het gebruiken volgen vanzelf.")
    context = {"area": term.agreement.area, "term": term, "form": form, "problem": problem}
    return render(request, "coalition/agreement/terms/term_form.html", context, status=status)


@require_POST
def term_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    remove_term(term=term_for(request.user, slug, pk), actor=request.user)
    return go_to(request, "terms", slug, note="Begrip verwijderd.")
