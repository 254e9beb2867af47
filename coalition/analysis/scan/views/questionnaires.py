"""The questions of the samenwerkingsscan of an area: reading them, and writing the next version."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.analysis.scan.access import questionnaire_for
from coalition.analysis.scan.actions.questionnaires import begin_questionnaire, change_questionnaire, use_questionnaire
from coalition.analysis.scan.forms import QuestionnaireForm, dimension_rows, dimensions_in
from coalition.analysis.scan.queries.questionnaires import dimensions_of, draft_of, questionnaire_in_use
from coalition.analysis.scan.rules.content import SOURCE
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.problems import Problem

EDIT = "coalition/analysis/scan/scan_questionnaire_edit.html"


@require_http_methods(["GET", "HEAD", "POST"])
def scan_questionnaire(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """What the next scan asks; a POST begins a version of one's own."""
    area = area_for(request.user, slug, Permission.EDIT_ANALYSIS)
    if request.method == "POST":
        draft = begin_questionnaire(area=area, actor=request.user)
        return go_to(request, "scan-questionnaire-edit", slug, draft.pk)
    used = questionnaire_in_use(area)
    context = {
        "area": area,
        "used": used,
        "draft": draft_of(area),
        "dimensions": dimensions_of(used),
        "source": SOURCE,
        "may_analyse": True,
    }
    return render(request, "coalition/analysis/scan/scan_questionnaire.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def scan_questionnaire_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    area, questionnaire = questionnaire_for(request.user, slug, pk)
    data = posted(request)
    form = QuestionnaireForm(data, initial={"title": questionnaire.title, "version": questionnaire.version})
    rows = dimension_rows(data, dimensions_of(questionnaire))
    if data is not None and form.is_valid() and rows.is_valid():
        with form.refusals():
            change_questionnaire(
                questionnaire=questionnaire,
                actor=request.user,
                version=form.cleaned_data["version"],
                title=form.cleaned_data["title"],
                dimensions=dimensions_in(rows),
            )
            return go_to(request, "scan-questionnaire", slug, note="Concept bewaard.")
    if form.conflict:
        form.on_top_of(questionnaire_for(request.user, slug, pk)[1])
        form.add_error(None, f"{form.conflict} Wat u invulde staat er nog. Bewaar opnieuw om dat te houden.")
    context = {"area": area, "questionnaire": questionnaire, "rows": rows, "may_analyse": True}
    status = None if data is None or rows.is_valid() else Problem.status
    return answer_form(request, EDIT, form, context, status=status)


@require_POST
def scan_questionnaire_use(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse | HttpResponseBase:
    _, questionnaire = questionnaire_for(request.user, slug, pk)
    use_questionnaire(questionnaire=questionnaire, actor=request.user)
    note = "De vragenlijst is in gebruik. De volgende scan stelt deze vragen; eerdere scans houden de hunne."
    return go_to(request, "scan-questionnaire", slug, note=note)
