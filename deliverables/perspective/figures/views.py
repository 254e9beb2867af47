"""Figures of a perspective, and their files."""

from uuid import UUID

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.perspective.figures.access import figure_for
from deliverables.perspective.figures.actions import add_figure, change_figure, remove_figure
from deliverables.perspective.figures.forms import FigureEditForm, FigureForm
from novex_portal.toolkit.files.answers import file_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

_PAGES = "deliverables/perspective/figures/"


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_figure_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Add a figure; `?bij=` says with which part or hoofdkeuze."""
    area = area_for(request.user, slug, Permission.EDIT_PERSPECTIVE)
    start = {"place": request.GET.get("bij", "")}
    form = FigureForm(posted(request), request.FILES or None, area=area, initial=start)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("caption", "alt", "token")}
        with form.refusals():
            taken, place = form.cleaned_data["file"], form.chosen_place()
            add_figure(area=area, actor=request.user, taken=taken, place=place, **values)
            return go_to(request, "perspective", slug, note="De figuur is toegevoegd.")
    context = {"area": area, "choose_again": bool(form.errors and request.FILES)}
    return answer_form(request, _PAGES + "figure_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_figure_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    figure = figure_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE)
    form = FigureEditForm(posted(request), figure=figure)
    if form.is_valid():
        values = {name: form.cleaned_data[name] for name in ("caption", "alt", "version")}
        with form.refusals():
            change_figure(figure=figure, actor=request.user, place=form.chosen_place(), **values)
            return go_to(request, "perspective", slug, note="De figuur is gewijzigd.")
    theirs = None
    if form.conflict:
        figure = form.on_top_of(figure_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE))
        theirs = {"title": figure.caption, "text": figure.alt}
    context = {"area": figure.area, "figure": figure, "theirs": theirs}
    return answer_form(request, _PAGES + "figure_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_figure_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask whether a figure must go, and take it out of the working text."""
    figure = figure_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE)
    if request.method == "POST":
        remove_figure(figure=figure, actor=request.user)
        return go_to(request, "perspective", slug, note="De figuur staat niet meer in de werktekst.")
    return render(request, _PAGES + "figure_remove.html", {"area": figure.area, "figure": figure})


@require_safe
def perspective_figure_file(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    figure = figure_for(request.user, slug, pk)
    return file_answer(request, figure.file, figure.caption)
