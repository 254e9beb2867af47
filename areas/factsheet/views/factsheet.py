"""The factsheet of an area: the page, one heading being edited, and what changed under a heading."""

from typing import Any

from django.http import Http404, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.area.models import Area
from areas.enums import Permission
from areas.factsheet.actions.factsheets import save_heading
from areas.factsheet.enums import FactsheetHeading
from areas.factsheet.forms.editor import HeadingEditor
from areas.factsheet.queries.history import heading_changes
from areas.factsheet.queries.page import HeadingPage, factsheet_page
from novex_portal.toolkit.forms.fields import error_lines
from novex_portal.toolkit.fragments import go_to, render_live, render_part, wants_fragment
from novex_portal.toolkit.problems import Conflict, Problem

PAGE, FORM = "areas/factsheet/factsheet.html", "areas/factsheet/factsheet_edit.html"


@require_safe
def factsheet(request: SignedInRequest, slug: str) -> HttpResponse:
    """All nine headings; htmx may ask for one, when somebody stops editing it."""
    area = area_for(request.user, slug, Permission.VIEW_FACTSHEET)
    context = _page(request, area)
    wanted = request.GET.get("kop", "")
    if wants_fragment(request) and wanted in FactsheetHeading.values:
        return render_part(request, PAGE, "heading", context | {"heading": _heading(context["headings"], wanted)})
    return render(request, PAGE, context)


def _page(request: SignedInRequest, area: Area) -> dict[str, Any]:
    contact_data = may(request.user, area, Permission.VIEW_CONTACT_DATA)
    headings = factsheet_page(area, timezone.localdate(), contact_data=contact_data)
    return {
        "area": area,
        "headings": headings,
        "complete": sum(heading.altitude.level == 3 for heading in headings),
        "may_edit": may(request.user, area, Permission.EDIT_FACTSHEET),
    }


def _heading(headings: list[HeadingPage], key: str) -> HeadingPage:
    return next(heading for heading in headings if heading.key == key)


def _known(key: str) -> FactsheetHeading:
    if key not in FactsheetHeading.values:
        raise Http404("Deze kop is er niet.")
    return FactsheetHeading(key)


@require_http_methods(["GET", "HEAD", "POST"])
def factsheet_edit(request: SignedInRequest, slug: str, heading: str) -> HttpResponseBase:
    """Edit one heading: in place with htmx, else on a page of its own."""
    area = area_for(request.user, slug, Permission.EDIT_FACTSHEET)
    editor = HeadingEditor(area, _known(heading), timezone.localdate())
    if request.method != "POST":
        return _form(request, editor)
    if "add" in request.POST:
        editor.add_rows(request.POST)
        return _form(request, editor)
    if editor.judge(request.POST):
        with editor.form.refusals():
            save_heading(area=area, heading=editor.heading, actor=request.user, **editor.values())
            return _saved(request, area, editor.heading)
        if editor.form.conflict:
            editor.put_on_top(request.POST)
            return _form(request, editor, status=Conflict.status)
    return _form(request, editor, status=Problem.status)


def _form(request: SignedInRequest, editor: HeadingEditor, status: int = 200) -> HttpResponse:
    context = {"area": editor.area, "editor": editor, "form": editor.form, "is_part": wants_fragment(request)}
    context["error_lines"] = error_lines(*editor.bound)
    return render_part(request, FORM, "form", context, status=status)


def _saved(request: SignedInRequest, area: Area, heading: FactsheetHeading) -> HttpResponseBase:
    note = f"“{heading.label}” is bewaard."
    if not wants_fragment(request):
        return go_to(request, f"{reverse('factsheet', args=[area.slug])}#{heading.value}", note=note)
    context = _page(request, area)
    response = render(request, f"{PAGE}#saved", context | {"heading": _heading(context["headings"], heading.value)})
    return render_live(request, response, note)


@require_safe
def factsheet_history(request: SignedInRequest, slug: str, heading: str) -> HttpResponse:
    """Who changed what under a heading, and when."""
    area = area_for(request.user, slug, Permission.VIEW_FACTSHEET)
    key = _known(heading)
    return render(
        request,
        "areas/factsheet/factsheet_history.html",
        {"area": area, "heading": key, "changes": heading_changes(area, key)},
    )
