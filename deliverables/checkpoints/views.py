"""Pages of checkpoints: of one area, and of all areas one belongs to."""

from typing import Any
from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, areas_where, may, may_anywhere
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.models import Area
from areas.resting.queries import words_for
from deliverables.board_meetings.queries.meeting import due_rows
from deliverables.checkpoints.access import areas_managed_by, checkpoint_for, checkpoints_in, manages, requirement_for
from deliverables.checkpoints.actions import (
    change_checkpoint,
    create_checkpoint,
    remove_checkpoint,
    set_requirement_status,
)
from deliverables.checkpoints.enums import CheckpointKind, RequirementStatus
from deliverables.checkpoints.forms import CheckpointForm, blank_values, values_of
from deliverables.checkpoints.models import Checkpoint
from deliverables.checkpoints.queries import (
    candidates,
    checkpoint_rows,
    reminder_count,
    responsibles_of,
    schedule_of,
    split_by_day,
)
from deliverables.perspective.sections.queries import asked_at
from deliverables.photos.queries.photos import photo_of
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number


@require_safe
def checkpoints(request: SignedInRequest, slug: str) -> HttpResponse:
    """Show what an area must be ready for, and what has been."""
    area = area_for(request.user, slug, Permission.VIEW_CHECKPOINTS)
    found = checkpoint_rows(checkpoints_in([area]), today=timezone.localdate(), areas=[area])
    coming, been = split_by_day(found)
    may_manage = may(request.user, area, Permission.MANAGE_CHECKPOINTS)
    context = {"area": area, "coming": coming, "been": been, "may_manage": may_manage}
    return render(request, "deliverables/checkpoints/checkpoints.html", context)


@require_safe
def all_checkpoints(request: SignedInRequest) -> HttpResponse:
    """Show the checkpoints of all the user's areas, or of one of them."""
    if not may_anywhere(request.user, Permission.VIEW_CHECKPOINTS):
        raise PermissionDenied("Uw rol mag de ijkmomenten niet zien.")
    areas = areas_where(request.user, Permission.VIEW_CHECKPOINTS)
    chosen = next((area for area in areas if area.slug == request.GET.get("gebied")), None)
    found = checkpoints_in(areas)
    if chosen is not None:
        found = found.filter(area_links__area=chosen)
    shown = [chosen] if chosen else areas
    coming, been = split_by_day(checkpoint_rows(found, today=timezone.localdate(), areas=shown))
    may_manage = may_anywhere(request.user, Permission.MANAGE_CHECKPOINTS)
    context = {"areas": areas, "chosen": chosen, "coming": coming, "been": been, "may_manage": may_manage}
    return render(request, "deliverables/checkpoints/all_checkpoints.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def checkpoint_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Make a checkpoint, starting from one area."""
    area = area_for(request.user, slug, Permission.MANAGE_CHECKPOINTS)
    managed = areas_managed_by(request.user)
    form = _form(request, areas=managed, initial=blank_values([area]))
    if request.method == "POST" and form.is_valid():
        made = create_checkpoint(actor=request.user, token=form.cleaned_data["token"], **vars(form.data_given()))
        home = area if area in made.areas.all() else made.areas.all()[0]
        note = f"“{made.name}” staat in het portaal. De herinneringen zijn gepland."
        return go_to(request, "checkpoint", home.slug, made.pk, note=note)
    context = {"area": area, "managed": managed}
    return answer_form(request, "deliverables/checkpoints/checkpoint_new.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def shared_checkpoint_new(request: SignedInRequest) -> HttpResponseBase:
    """Make a checkpoint for any set of the areas one manages."""
    managed = areas_managed_by(request.user)
    if not managed:
        raise PermissionDenied("Uw rol mag geen ijkmomenten maken.")
    form = _form(request, areas=managed, initial=blank_values(managed))
    if request.method == "POST" and form.is_valid():
        made = create_checkpoint(actor=request.user, token=form.cleaned_data["token"], **vars(form.data_given()))
        note = f"“{made.name}” staat in het portaal. De herinneringen zijn gepland."
        return go_to(request, "checkpoint", made.areas.all()[0].slug, made.pk, note=note)
    return answer_form(request, "deliverables/checkpoints/checkpoint_new.html", form, {"managed": managed})


@require_safe
def checkpoint(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show one checkpoint: when, what must be ready, who answers for it, who hears of it when."""
    area, found = checkpoint_for(request.user, slug, pk)
    (row,) = checkpoint_rows(checkpoints_in([area]).filter(pk=found.pk), today=timezone.localdate(), areas=[area])
    context = {
        "area": area,
        "row": row,
        "responsibles": responsibles_of(found),
        "schedule": schedule_of(found),
        "photo": photo_of(area, found),
        "asked": asked_at(area, found) if may(request.user, area, Permission.VIEW_PERSPECTIVE) else [],
        "due": due_rows(area, found, timezone.localdate()) if found.kind == CheckpointKind.BOARD_MEETING else None,
        "statuses": RequirementStatus.choices,
        "may_manage": manages(request.user, found),
        "may_set_status": may(request.user, area, Permission.MANAGE_CHECKPOINTS),
    }
    return render(request, "deliverables/checkpoints/checkpoint.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def checkpoint_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Change a checkpoint; who comes second sees what the first one saved."""
    area, found = checkpoint_for(request.user, slug, pk, Permission.MANAGE_CHECKPOINTS)
    managed = areas_managed_by(request.user)
    form = _form(request, areas=managed, initial=values_of(found))
    if request.method == "POST" and form.is_valid():
        with form.refusals():
            given, version = form.data_given(), form.cleaned_data["version"]
            change_checkpoint(checkpoint=found, actor=request.user, version=version, data=given)
            return _after_change(request, slug, found)
    if form.conflict:
        found.refresh_from_db()
        form.on_top_of(found)
    context = {"area": area, "checkpoint": found, "managed": managed, "reminders": reminder_count(found)}
    context |= {"theirs": values_of(found) if form.conflict else None, "has_errors": form.http_status != 200}
    return answer_form(request, "deliverables/checkpoints/checkpoint_edit.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def checkpoint_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Ask whether a checkpoint must go, and remove it."""
    area, found = checkpoint_for(request.user, slug, pk, Permission.MANAGE_CHECKPOINTS)
    if request.method == "POST":
        version = whole_number(request.POST.get("version")) or found.version
        remove_checkpoint(checkpoint=found, actor=request.user, version=version)
        return go_to(request, "checkpoints", slug, note=f"“{found.name}” is verwijderd, met de herinneringen.")
    context = {"area": area, "checkpoint": found, "reminders": reminder_count(found), "today": timezone.localdate()}
    context["resting"] = words_for(request.user, found)
    return render(request, "deliverables/checkpoints/checkpoint_remove.html", context)


@require_POST
def requirement_status(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say how far something is that must be ready."""
    requirement = requirement_for(request.user, slug, pk)
    set_requirement_status(requirement=requirement, actor=request.user, status=request.POST.get("status", ""))
    note = f"“{requirement.text}” staat nu op: {requirement.get_status_display().lower()}."
    return go_to(request, "checkpoint", slug, requirement.checkpoint_id, note=note)


def _form(request: SignedInRequest, *, areas: list[Area], initial: dict[str, Any]) -> CheckpointForm:
    today = timezone.localdate()
    people = candidates(areas, today=today)
    return CheckpointForm(posted(request), initial=initial, areas=areas, people=people, today=today)


def _after_change(request: SignedInRequest, slug: str, changed: Checkpoint) -> HttpResponseBase:
    """Go to the checkpoint, in this area or in the first one it now holds for."""
    note = f"“{changed.name}” is gewijzigd. De herinneringen zijn aangepast."
    slugs = list(changed.area_links.values_list("area__slug", flat=True).order_by("area__number"))
    return go_to(request, "checkpoint", slug if slug in slugs else slugs[0], changed.pk, note=note)
