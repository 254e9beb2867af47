"""The national programmes: everybody sees the list, the regieteam keeps it."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import may_anywhere
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.factsheet.queries.history import list_changes, programme_changes
from areas.programmes.actions import add_programme, change_programme
from areas.programmes.forms import ProgrammeForm
from areas.programmes.models import NationalProgramme
from areas.programmes.queries import programme_for, programme_rows, programmes_door
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

FORM = "areas/programmes/programme_form.html"


@require_safe
def programmes(request: SignedInRequest) -> HttpResponse:
    programmes_door(request.user, Permission.VIEW_FACTSHEET)
    context = {
        "rows": programme_rows(request.user),
        "changes": list_changes(),
        "may_edit": may_anywhere(request.user, Permission.MANAGE_PROGRAMMES),
    }
    return render(request, "areas/programmes/programmes.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def programme_new(request: SignedInRequest) -> HttpResponseBase:
    programmes_door(request.user, Permission.MANAGE_PROGRAMMES)
    form = ProgrammeForm(posted(request))
    if form.is_valid():
        values = {name: value for name, value in form.cleaned_data.items() if name != "version"}
        with form.refusals("name"):
            made = add_programme(actor=request.user, **values)
            return go_to(request, "programmes", note=f"“{made.name}” staat in de lijst.")
    return answer_form(request, FORM, form, {})


@require_http_methods(["GET", "HEAD", "POST"])
def programme_edit(request: SignedInRequest, pk: UUID) -> HttpResponseBase:
    programme = programme_for(request.user, pk, Permission.MANAGE_PROGRAMMES)
    form = ProgrammeForm(posted(request), programme=programme)
    context = {"programme": programme, "changes": programme_changes(programme)}
    if form.is_valid():
        values = form.cleaned_data
        with form.refusals("name"):
            change_programme(programme=programme, actor=request.user, **values)
            return go_to(request, "programmes", note=f"“{values['name']}” is gewijzigd.")
    if form.conflict:
        form.on_top_of(programme)
        context["theirs"] = _theirs(programme)
    return answer_form(request, FORM, form, context)


def _theirs(programme: NationalProgramme) -> dict[str, str]:
    names = {"short_name": "Afkorting", "responsible": "Verantwoordelijk", "source": "Bron"}
    said = [f"Status: {programme.get_status_display()}"]
    said += [f"{label}: {value}" for name, label in names.items() if (value := getattr(programme, name))]
    return {"title": str(programme), "text": "\n".join(said)}
