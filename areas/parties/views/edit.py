"""Changing what is known of a party: what all areas share, the notes of this one, and its umbrellas."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST

from areas.access import may, may_change_shared_facts, party_for, umbrella_link_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.parties.actions import join_umbrella, leave_umbrella, save_party
from areas.parties.forms import PartyEditForm, UmbrellaForm
from areas.parties.models import AreaOrganisation
from areas.parties.queries import Resembling, areas_of, is_one_of, party_named, party_names, resembling
from areas.parties.views.new import has_seen, similar_url
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Problem

NOT_YOURS = (
    "Deze organisatie doet ook mee in gebieden waar u de partijen niet bijhoudt. "
    "Vraag het regieteam om naam, soort, website of koepels te wijzigen."
)


@dataclass(frozen=True)
class Theirs:
    """What a colleague saved first, as components/_conflict.html shows it."""

    title: str
    text: str


@require_http_methods(["GET", "HEAD", "POST"])
def party_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Change what all areas share of a party, or the notes of this one."""
    link = party_for(request.user, slug, pk)
    if link.organisation_id != pk:
        return redirect("party-edit", slug, link.organisation_id)
    rights = _rights(request, link)
    url = similar_url(link.area, pk) if rights["may_note"] else ""
    form = PartyEditForm(posted(request), link=link, similar_url=url, **rights)
    if not form.is_valid():
        return _edit_page(request, link, form)
    similar = [] if has_seen(request, form) else _resembling_new_name(link, form)
    if similar:
        return _edit_page(request, link, form, similar=similar)
    with form.refusals("name" if "name" in form.fields else None):
        _save(request, link, form)
        return go_to(request, "party", slug, pk, note="De gegevens zijn bewaard.")
    if not form.conflict:
        return _edit_page(request, link, form)
    theirs = party_for(request.user, slug, pk)
    form.on_top_of_party(theirs)
    return _edit_page(request, theirs, form, theirs=_theirs(theirs, rights["may_note"]))


def _save(request: SignedInRequest, link: AreaOrganisation, form: PartyEditForm) -> None:
    filled = form.cleaned_data
    save_party(
        link=link,
        actor=request.user,
        version=filled["version"],
        facts=form.facts,
        notes=filled.get("notes"),
        notes_seen=filled.get("notes_seen", ""),
    )


def _resembling_new_name(link: AreaOrganisation, form: PartyEditForm) -> list[Resembling]:
    """Return whom a new name resembles; a name that is taken is refused when it is saved, with what to do."""
    name = form.typed_name.lower()
    if not name or name == link.organisation.name.lower():
        return []
    found = resembling(name, link.area, besides=link.organisation_id)
    return [] if is_one_of(name, found) else found


def _rights(request: SignedInRequest, link: AreaOrganisation) -> dict[str, bool]:
    """Say what this user may change of a party; raises PermissionDenied when that is nothing."""
    may_note = may(request.user, link.area, Permission.EDIT_PARTIES)
    may_correct = may(request.user, link.area, Permission.CORRECT_PARTIES)
    if not (may_note or may_correct):
        raise PermissionDenied("U bent lid van dit gebied, maar uw rol mag dit niet.")
    return {"may_share": may_change_shared_facts(request.user, areas_of(link.organisation)), "may_note": may_note}


def _theirs(link: AreaOrganisation, may_note: bool) -> Theirs:
    held = link.organisation
    lines = [f"Soort partij: {held.get_kind_display()}", f"Website: {held.website or 'niet ingevuld'}"]
    if may_note:
        lines.append(f"Aantekeningen: {link.notes or 'geen'}")
    return Theirs(held.name, "\n".join(lines))


def _edit_page(
    request: SignedInRequest,
    link: AreaOrganisation,
    form: PartyEditForm,
    *,
    theirs: Theirs | None = None,
    similar: Sequence[Resembling] = (),
) -> HttpResponse:
    context = {
        "area": link.area,
        "organisation": link.organisation,
        "form": form,
        "theirs": theirs,
        "similar": similar,
        "typed": form.typed_name,
        "not_yours": "" if "name" in form.fields else NOT_YOURS,
    }
    status = 409 if theirs else 422 if form.is_bound and (form.errors or similar) else 200
    return render(request, "areas/parties/party_edit.html", context, status=status)


@require_http_methods(["GET", "HEAD", "POST"])
def umbrella_add(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Make a party a member of an umbrella, or another party a member of this one."""
    link = party_for(request.user, slug, pk)
    if link.organisation_id != pk:
        return redirect("umbrella-add", slug, link.organisation_id)
    _rights(request, link)
    form = UmbrellaForm(posted(request))
    if form.is_valid():
        with form.refusals("name"):
            words = _join(request, link, **form.cleaned_data)
            return go_to(request, "party", slug, pk, note=words)
    context = {
        "area": link.area,
        "organisation": link.organisation,
        "names": party_names(link.area),
    }
    return answer_form(request, "areas/parties/umbrella_add.html", form, context)


def _join(request: SignedInRequest, link: AreaOrganisation, *, name: str, relation: str) -> str:
    """Join the two and say so; raises Problem when the other is no party here, or the member is not ours to change."""
    other = party_named(link.area, name)
    if other is None:
        raise Problem(f"“{name}” is geen partij van {link.area.name}. Voeg die eerst toe bij de partijen.")
    member, umbrella = (link.organisation, other) if relation == "koepel" else (other, link.organisation)
    if not may_change_shared_facts(request.user, areas_of(member)):
        raise Problem(f"{member.name}: {NOT_YOURS[0].lower()}{NOT_YOURS[1:]}")
    join_umbrella(area=link.area, member=member, umbrella=umbrella, actor=request.user)
    return f"{member.name} is nu lid van {umbrella.name}."


@require_POST
def umbrella_remove(request: SignedInRequest, slug: str, pk: UUID, umbrella_link: UUID) -> HttpResponseBase:
    """End the membership of an umbrella."""
    link, membership = umbrella_link_for(request.user, slug, pk, umbrella_link)
    _rights(request, link)
    if not may_change_shared_facts(request.user, areas_of(membership.member)):
        raise PermissionDenied(NOT_YOURS)
    leave_umbrella(membership=membership, actor=request.user)
    note = f"{membership.member.name} is geen lid meer van {membership.umbrella.name}."
    return go_to(request, "party", slug, pk, note=note)
