"""Adding a party to an area; list and page stand on the top floor, where contact is known."""

from collections.abc import Sequence
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.area.models import Area
from areas.enums import Permission
from areas.parties.actions import add_party, link_party
from areas.parties.forms import PartyForm
from areas.parties.queries import Resembling, is_one_of, known_organisation, resembling
from novex_portal.toolkit.forms.base import posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.ids import uuid_or_none
from novex_portal.toolkit.problems import Problem


@require_http_methods(["GET", "HEAD", "POST"])
def party_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Add an organisation to the area, or link one that is known elsewhere."""
    area = area_for(request.user, slug, Permission.EDIT_PARTIES)
    if request.POST.get("link"):
        return _link_known(request, area)
    form = PartyForm(posted(request), similar_url=similar_url(area))
    if not form.is_valid():
        return _new_page(request, area, form)
    similar = [] if has_seen(request, form) else resembling(form.typed_name, area)
    if similar and not is_one_of(form.typed_name, similar):
        return _new_page(request, area, form, similar)
    with form.refusals("name"):
        added = add_party(area=area, actor=request.user, **form.cleaned_data)
        name = added.organisation.name
        known = f"{name} was al bekend in het portaal en is nu ook partij van {area.name}."
        note = f"{name} is toegevoegd." if added.is_new else known
        return go_to(request, "party", area.slug, added.organisation.pk, note=note)
    return _new_page(request, area, form, similar)


def _link_known(request: SignedInRequest, area: Area) -> HttpResponseBase:
    """One press on an organisation that was shown as possibly the same."""
    organisation = known_organisation(uuid_or_none(request.POST["link"]))
    try:
        if organisation is None:
            raise Problem("Deze organisatie is er niet meer. Vul de naam opnieuw in.")
        link_party(area=area, actor=request.user, organisation=organisation)
    except Problem as problem:
        form = PartyForm(request.POST, similar_url=similar_url(area))
        form.errors.clear()  # what else is missing does not matter to this button
        form.add_error("name", str(problem))
        return _new_page(request, area, form)
    return go_to(
        request, "party", area.slug, organisation.pk, note=f"{organisation.name} is nu ook partij van {area.name}."
    )


def _new_page(
    request: SignedInRequest, area: Area, form: PartyForm, similar: Sequence[Resembling] = ()
) -> HttpResponse:
    context = {"area": area, "form": form, "similar": similar, "typed": form.typed_name, "may_link": True}
    status = 422 if form.is_bound and (form.errors or similar) else 200
    return render(request, "areas/parties/party_new.html", context, status=status)


def has_seen(request: SignedInRequest, form: PartyForm) -> bool:
    """Whether the warning for exactly this name stood on the page, or the user says it is another one."""
    return "anyway" in request.POST or " ".join(request.POST.get("seen", "").split()) == form.typed_name


def similar_url(area: Area, besides: UUID | None = None) -> str:
    """Where the name field asks for organisations that resemble what is typed."""
    url = reverse("party-similar", args=[area.slug])
    return f"{url}?besides={besides}" if besides else url


@require_safe
def party_similar(request: SignedInRequest, slug: str) -> HttpResponse:
    """The organisations that resemble the name somebody is typing: a part of the form."""
    area = area_for(request.user, slug, Permission.EDIT_PARTIES)
    typed = " ".join(request.GET.get("name", "")[:200].replace("\0", "").split())
    besides = uuid_or_none(request.GET.get("besides"))
    context = {
        "area": area,
        "similar": resembling(typed, area, besides=besides),
        "typed": typed,
        "may_link": besides is None,
    }
    return render(request, "areas/parties/_similar.html", context)
