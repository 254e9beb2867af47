"""The parts of a perspective: the list one arranges, the page of a part, and its form."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.document.views.agreements import places_asked
from deliverables.perspective.figures.queries import figures_at
from deliverables.perspective.sections.access import section_for
from deliverables.perspective.sections.actions import (
    add_section,
    begin_sections,
    change_section,
    move_section,
    remove_section,
)
from deliverables.perspective.sections.forms import NewSectionForm, SectionForm
from deliverables.perspective.sections.queries import changes_of_section, sections_of
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/perspective/sections/"


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_sections(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Show the parts in their order, and add one."""
    area = area_for(request.user, slug, Permission.EDIT_PERSPECTIVE)
    form = NewSectionForm(posted(request))
    if form.is_valid():
        with form.refusals("heading"):
            made = add_section(area=area, actor=request.user, **form.cleaned_data)
            return go_to(request, "perspective-sections", slug, note=f"“{made}” is toegevoegd.")
    return answer_form(request, _PAGES + "sections.html", form, {"area": area, "rows": list(sections_of(area))})


@require_POST
def perspective_begin(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Begin with the parts of the template."""
    area = area_for(request.user, slug, Permission.EDIT_PERSPECTIVE)
    begin_sections(area=area, actor=request.user)
    return go_to(request, "perspective", slug, note="De onderdelen staan klaar. U mag ze anders noemen of weghalen.")


@require_safe
def perspective_section(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    section = section_for(request.user, slug, pk)
    context = {
        "area": section.area,
        "section": section,
        "asked": section.checkpoints.order_by("date", "name"),
        "figures": figures_at(section),
        "may_edit": may(request.user, section.area, Permission.EDIT_PERSPECTIVE),
    }
    return render(request, _PAGES + "section.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_section_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    section = section_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE)
    form = SectionForm(posted(request), section=section)
    if form.is_valid():
        with form.refusals():
            change_section(section=section, actor=request.user, **form.cleaned_data)
            return go_to(request, "perspective-section", slug, pk, note="Het onderdeel is bewaard.")
    theirs = None
    if form.conflict:
        section = form.on_top_of(section_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE))
        theirs = {"title": section.heading, "text": section.text}
    context = {"area": section.area, "section": section, "theirs": theirs}
    return answer_form(request, _PAGES + "section_form.html", form, context)


@require_POST
def perspective_section_move(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    section = section_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE)
    move_section(section=section, actor=request.user, places=places_asked(request))
    return go_to(request, "perspective-sections", slug, note=f"“{section}” is verplaatst.")


@require_http_methods(["GET", "HEAD", "POST"])
def perspective_section_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask whether a part must go, and take it out of the working text."""
    section = section_for(request.user, slug, pk, Permission.EDIT_PERSPECTIVE)
    if request.method == "POST":
        version = whole_number(request.POST.get("version")) or section.version
        remove_section(section=section, actor=request.user, version=version)
        return go_to(request, "perspective-sections", slug, note=f"“{section}” staat niet meer in de werktekst.")
    return render(request, _PAGES + "section_remove.html", {"area": section.area, "section": section})


@require_safe
def perspective_section_history(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show who changed what of a part, and when."""
    section = section_for(request.user, slug, pk)
    context = {"area": section.area, "section": section, "changes": changes_of_section(section)}
    return render(request, _PAGES + "section_history.html", context)
