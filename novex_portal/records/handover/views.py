"""The rollenklok of an area, and the overdrachtsdossier of one role with the form to hand it over."""

from typing import Any
from uuid import UUID

from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may, person_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area, Person
from areas.people.queries import accounts_in
from areas.printouts.actions import request_printout
from novex_portal.records.handover.actions import hand_over
from novex_portal.records.handover.forms import HandoverForm
from novex_portal.records.handover.queries.dossier import Dossier, dossier, on_paper, successors_of
from novex_portal.records.handover.queries.roles import role_clock
from novex_portal.records.handover.rules import moved_words
from novex_portal.toolkit.forms.base import posted, posted_token
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.pdf.paper import DOCUMENT, document_html

PER_PAGE = 100
NEED = Permission.HAND_OVER_ROLES


@require_safe
def roles(request: SignedInRequest, slug: str) -> HttpResponse:
    """Who holds which role, until when, and what hangs on it."""
    area = area_for(request.user, slug, NEED)
    clock = role_clock(area, timezone.localdate())
    page = Paginator(clock.rows, PER_PAGE).get_page(request.GET.get("page", ""))
    return render(request, "records/handover/roles.html", {"area": area, "clock": clock, "page": page})


@require_http_methods(["GET", "HEAD", "POST"])
def handover(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Everything that hangs on a role; handing it over is one press."""
    area, person = person_for(request.user, slug, pk, NEED)
    found = dossier(area, person, request.user, timezone.localdate())
    form = _form(request, area, person, found)
    if form.is_bound and form.is_valid():
        with form.refusals():
            done = hand_over(
                area=area,
                person=person,
                actor=request.user,
                version=form.cleaned_data["version"],
                last_day=form.cleaned_data["last_day"],
                successor=form.who(),
                along=form.along(),
                token=form.cleaned_data["token"],
            )
            return go_to(request, "handover", slug, pk, note=f"De rol is overgedragen aan {done.successor}.")
    if not form.conflict:
        return _page(request, area, found, form)
    area, person = person_for(request.user, slug, pk, NEED)
    found = dossier(area, person, request.user, timezone.localdate())
    form.on_top_of(person)
    return _page(request, area, found, _form(request, area, person, found, form.data), _theirs(found))


@require_POST
def handover_print(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask for the dossier on paper, as this user may read it now."""
    area, person = person_for(request.user, slug, pk, NEED)
    moment = timezone.localtime()
    found = dossier(area, person, request.user, moment.date())
    context = {"dossier": on_paper(found), "organisation": person.organisation, "done": _done(found)}
    title = str(person)
    html = document_html(
        "records/handover/pdf/handover.html",
        kind="Overdrachtsdossier",
        title=title,
        moment=moment,
        place=area.name,
        context=context,
    )
    printout = request_printout(
        actor=request.user,
        area=area,
        need=NEED,
        title=f"Overdrachtsdossier {title}",
        file_name=f"overdrachtsdossier-{area.slug}-{moment:%Y-%m-%d}.pdf",
        html=html,
        stylesheet=DOCUMENT,
        token=posted_token(request),
    )
    return go_to(request, "printout", printout.pk)


def _form(request: SignedInRequest, area: Area, person: Person, found: Dossier, data: Any = None) -> HandoverForm:
    today = timezone.localdate()
    return HandoverForm(
        data or (posted(request)),
        person=person,
        successors=successors_of(person, person.valid_until or today),
        accounts=list(accounts_in(area, today)),
        today=today,
        moves=found.what_moves,
        taken_over_by=found.handovers[0].successor if found.handovers else None,
        may_end_access=may(request.user, area, Permission.MANAGE_MEMBERS),
    )


def _theirs(found: Dossier) -> dict[str, str]:
    """Return what somebody else did meanwhile, to be shown above the form."""
    lines = [f"Overgedragen aan {done.successor}." for done in found.handovers[:1]]
    return {"title": str(found.person), "text": "\n".join([f"Deze rol is er {found.period}.", *lines])}


def _done(found: Dossier) -> list[tuple[Any, list[str]]]:
    return [(one, moved_words(one.moved)) for one in found.handovers]


def _is_open(found: Dossier) -> bool:
    """Tell whether there is anything left to hand over."""
    left = any(number for kind, number in found.what_moves.items() if kind != "mandates")
    return left or not found.handovers or found.person.valid_until is None


def _page(
    request: SignedInRequest, area: Area, found: Dossier, form: HandoverForm, theirs: dict[str, str] | None = None
) -> HttpResponse:
    context = {
        "area": area,
        "person": found.person,
        "organisation": found.person.organisation,
        "dossier": found,
        "done": _done(found),
        "form": form,
        "show_form": _is_open(found) or bool(theirs) or bool(form.errors),
        "today": timezone.localdate(),
        "theirs": theirs,
        "may_edit": may(request.user, area, Permission.EDIT_PARTIES),
    }
    status = 409 if theirs else 422 if form.errors else 200
    return render(request, "records/handover/handover.html", context, status=status)
