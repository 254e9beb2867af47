"""Hoofdkeuzes: the page of one, adding, changing and removing it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.perspective.choices.access import choice_for
from deliverables.perspective.choices.actions import add_choice, change_choice, remove_choice
from deliverables.perspective.choices.forms import ChoiceForm
from deliverables.perspective.choices.queries import changes_of_choice, tied_one
from deliverables.perspective.figures.queries import figures_at
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/perspective/choices/"


@require_safe
def main_choice(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    choice = choice_for(request.user, slug, pk)
    context = {
        "area": choice.area,
        "choice": choice,
        "tied": tied_one(request.user, choice),
        "figures": figures_at(choice),
        "may_edit": may(request.user, choice.area, Permission.EDIT_PERSPECTIVE),
    }
    return render(request, _PAGES + "choice.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def main_choice_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.EDIT_PERSPECTIVE)
    form = ChoiceForm(posted(request), area=area)
    if form.is_valid():
        with form.refusals():
            made = add_choice(area=area, actor=request.user, facts=form.facts(), token=form.cleaned_data["token"])
            return go_to(request, "main-choice", slug, made.pk, note=f"{made.code} is toegevoegd.")
    return answer_form(request, _PAGES + "choice_form.html", form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def main_choice_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    choice = choice_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE)
    form = ChoiceForm(posted(request), area=choice.area, choice=choice)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_choice(choice=choice, actor=request.user, version=version, facts=form.facts())
            return go_to(request, "main-choice", slug, pk, note=f"{choice.code} is bewaard.")
    theirs = None
    if form.conflict:
        choice = form.on_top_of(choice_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE))
        theirs = {"title": str(choice), "text": choice.text}
    context = {"area": choice.area, "choice": choice, "theirs": theirs}
    return answer_form(request, _PAGES + "choice_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def main_choice_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask whether a hoofdkeuze must go, and take it out of the working text."""
    choice = choice_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE)
    if request.method == "POST":
        version = whole_number(request.POST.get("version")) or choice.version
        remove_choice(choice=choice, actor=request.user, version=version)
        return go_to(request, "perspective", slug, note=f"{choice.code} staat niet meer in de werktekst.")
    return render(request, _PAGES + "choice_remove.html", {"area": choice.area, "choice": choice})


@require_safe
def main_choice_history(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show who changed what of a hoofdkeuze, and when."""
    choice = choice_for(request.user, slug, pk)
    context = {"area": choice.area, "choice": choice, "changes": changes_of_choice(choice)}
    return render(request, _PAGES + "choice_history.html", context)
