"""The krachtenveld of an area, and giving and correcting scores."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.parties.enums import OrganisationKind
from coalition.analysis.stakes import rules as stakes
from coalition.analysis.stakes.access import stake_for
from coalition.analysis.stakes.actions import correct_stake, score_stake
from coalition.analysis.stakes.forms import FieldChoice, StakeForm
from coalition.analysis.stakes.queries import HEADINGS, field_cells, field_of
from novex_portal.toolkit.files.exports import csv_answer
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to

FORM = "coalition/analysis/stakes/stake_form.html"


@require_safe
def stake_field(request: SignedInRequest, slug: str) -> HttpResponse:
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    wanted = FieldChoice(request.GET)
    context = {
        "area": area,
        "wanted": wanted,
        "field": field_of(area, wanted.challenge, wanted.day, wanted.earlier, wanted.kind),
        "kinds": OrganisationKind.choices,
        "may_edit": may(request.user, area, Permission.EDIT_ANALYSIS),
        "picture": stakes,
        "lines": range(6),
    }
    return render(request, "coalition/analysis/stakes/stakes.html", context)


@require_safe
def stake_export(request: SignedInRequest, slug: str) -> StreamingHttpResponse:
    """The table as CSV, as the page shows it."""
    area = area_for(request.user, slug, Permission.VIEW_ANALYSIS)
    wanted = FieldChoice(request.GET)
    found = field_of(area, wanted.challenge, wanted.day, wanted.earlier, wanted.kind)
    return csv_answer(HEADINGS, field_cells(found), f"krachtenveld-{area.slug}-{wanted.day:%Y-%m-%d}.csv")


@require_http_methods(["GET", "HEAD", "POST"])
def stake_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Give a score; `?partij=` and `?opgave=` choose beforehand."""
    area = area_for(request.user, slug, Permission.EDIT_ANALYSIS)
    initial = {"organisation": request.GET.get("partij", ""), "challenge": request.GET.get("opgave", "")}
    form = StakeForm(posted(request), area=area, initial=initial)
    if form.is_valid():
        party = form.parties[form.cleaned_data["organisation"]]
        challenge = form.challenges[form.cleaned_data["challenge"]]
        with form.refusals():
            score_stake(area=area, actor=request.user, challenge=challenge, organisation=party, data=form.stake_data())
            return go_to(request, "stakes", slug, note=f"Score van {party} bewaard.", query={"opgave": challenge.pk})
    return answer_form(request, FORM, form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def stake_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    area, score = stake_for(request.user, slug, pk)
    form = StakeForm(posted(request), area=area, score=score)
    if form.is_valid():
        with form.refusals():
            correct_stake(
                score=score,
                area=area,
                actor=request.user,
                version=form.cleaned_data["version"],
                data=form.stake_data(),
            )
            return go_to(request, "stakes", slug, note="Score verbeterd.", query={"opgave": score.challenge_id})
    if form.conflict:
        form.on_top_of(stake_for(request.user, slug, pk)[1])
    return answer_form(request, FORM, form, {"area": area, "score": score})
