"""Adding a party to an area; the list itself stands on the top floor, where contact is known."""

from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from areas.access import area_for
from areas.actions.parties import add_party
from areas.enums import Permission
from areas.forms.parties import PartyForm
from areas.requests import SignedInRequest
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Problem


@require_http_methods(["GET", "HEAD", "POST"])
def party_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Add an organisation to the area, or link one that is known elsewhere."""
    area = area_for(request.user, slug, Permission.EDIT_PARTIES)
    form = PartyForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            added = add_party(area=area, **form.cleaned_data)
        except Problem as problem:
            form.add_error("name", str(problem))
        else:
            name = added.organisation.name
            known = f"{name} was al bekend in het portaal en is nu ook partij van {area.name}."
            return go_to(request, "parties", area.slug, note=f"{name} is toegevoegd." if added.is_new else known)
    return render(request, "areas/party_new.html", {"area": area, "form": form}, status=422 if form.errors else 200)
