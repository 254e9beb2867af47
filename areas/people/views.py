"""Persons in roles: giving somebody a role at a party, and changing or ending it."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.utils import timezone
from django.views.decorators.http import require_http_methods

from areas.access import may, party_for, person_for
from areas.accounts.requests import SignedInRequest
from areas.area.models import Area
from areas.enums import Permission
from areas.parties.models import Organisation
from areas.people.actions import add_person, change_person
from areas.people.forms import PersonForm
from areas.people.models import Person
from areas.people.queries import accounts_in
from areas.people.rules.periods import period_words
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to


@require_http_methods(["GET", "HEAD", "POST"])
def person_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Give a party of the area somebody in a role."""
    party = party_for(request.user, slug, pk, Permission.EDIT_PARTIES)
    area, organisation = party.area, party.organisation
    form = _form(request, area)
    if form.is_bound and form.is_valid():
        with form.refusals():
            token = form.cleaned_data["token"]
            made = add_person(area=area, organisation=organisation, actor=request.user, token=token, **form.values())
            return go_to(request, "party", slug, organisation.pk, note=f"“{made.role}” staat bij de partij.")
    return _page(request, area, organisation, form)


@require_http_methods(["GET", "HEAD", "POST"])
def person_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Change somebody's role, or end it; who comes second sees what the first one saved."""
    area, person = person_for(request.user, slug, pk, Permission.EDIT_PARTIES)
    form = _form(request, area, person)
    if form.is_bound and form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_person(area=area, person=person, actor=request.user, version=version, **form.values())
            return go_to(request, "party", slug, person.organisation_id, note=f"“{person.role}” is gewijzigd.")
    if form.conflict:
        area, person = person_for(request.user, slug, pk, Permission.EDIT_PARTIES)
        form.on_top_of(person)
    return _page(request, area, person.organisation, form, person=person)


def _form(request: SignedInRequest, area: Area, person: Person | None = None) -> PersonForm:
    return PersonForm(
        posted(request),
        accounts=list(accounts_in(area, timezone.localdate())),
        with_contact=may(request.user, area, Permission.VIEW_CONTACT_DATA),
        person=person,
    )


def _theirs(person: Person, *, with_contact: bool) -> dict[str, str]:
    """Return what somebody else saved meanwhile, to be shown above the form."""
    lines = [person.name, period_words(person.valid_from, person.valid_until)]
    if with_contact:
        lines += [person.email, person.phone]
    return {"title": person.role, "text": "\n".join(filter(None, lines))}


def _page(
    request: SignedInRequest,
    area: Area,
    organisation: Organisation,
    form: PersonForm,
    *,
    person: Person | None = None,
) -> HttpResponse:
    context: dict[str, Any] = {"area": area, "organisation": organisation, "person": person}
    if person and form.conflict:
        context["theirs"] = _theirs(person, with_contact="email" in form.fields)
    context["may_hand_over"] = person is not None and may(request.user, area, Permission.HAND_OVER_ROLES)
    return answer_form(request, "areas/people/person_form.html", form, context)
