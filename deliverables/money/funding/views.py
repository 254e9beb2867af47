"""The money of a measure: saying what it costs, and who contributes what."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from deliverables.money.funding.access import contribution_for, costed_measure_for
from deliverables.money.funding.actions.contributions import (
    add_contribution,
    change_contribution,
    remove_contribution,
)
from deliverables.money.funding.actions.estimates import state_estimate
from deliverables.money.funding.actions.spending import record_spending
from deliverables.money.funding.forms.contribution import ContributionForm
from deliverables.money.funding.forms.estimate import EstimateForm
from deliverables.money.funding.forms.spending import SpendingForm, spent_texts
from deliverables.money.funding.models import FundingLine
from deliverables.money.funding.queries.history import changes_of_money
from deliverables.money.funding.queries.money import newest_estimate
from deliverables.money.funding.rules.years import years_text
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.ids import uuid_or_none
from novex_portal.toolkit.text import dutch
from novex_portal.toolkit.text.numbers import whole_number

_PAGES = "deliverables/money/funding/"


@require_http_methods(["GET", "HEAD", "POST"])
def estimate_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say what a measure costs, or that it needs no money."""
    measure = costed_measure_for(request.user, slug, pk, Permission.EDIT_INVESTMENTS)
    form = EstimateForm(posted(request), newest=newest_estimate(measure))
    if form.is_valid():
        with form.refusals():
            token = form.cleaned_data["token"]
            state_estimate(measure=measure, actor=request.user, facts=form.facts(), token=token)
            return go_to(request, "measure-money", slug, pk, note=f"De raming van {measure.code} is vastgelegd.")
    return answer_form(request, _PAGES + "estimate_form.html", form, {"area": measure.area, "measure": measure})


@require_http_methods(["GET", "HEAD", "POST"])
def contribution_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Write down a contribution; `?maatregel=` says to which measure, whose price level and btw are taken along."""
    area = area_for(request.user, slug, Permission.EDIT_INVESTMENTS)
    start: dict[str, object] = {}
    if key := uuid_or_none(request.GET.get("maatregel", "")):
        measure = costed_measure_for(request.user, slug, key)
        start["measure"] = measure.pk
        if said := newest_estimate(measure):
            start |= {"price_year": said.price_year, "vat": said.vat}
    form = ContributionForm(posted(request), area=area, initial=start)
    if form.is_valid():
        with form.refusals():
            measure, token = form.cleaned_data["measure"], form.cleaned_data["token"]
            add_contribution(measure=measure, actor=request.user, given=form.contribution(), token=token)
            return go_to(request, "measure-money", slug, measure.pk, note=f"Bijdrage aan {measure.code} toegevoegd.")
    return answer_form(request, _PAGES + "contribution_form.html", form, {"area": area})


@require_http_methods(["GET", "HEAD", "POST"])
def contribution_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Change a contribution; who comes second sees what the first one saved."""
    line = contribution_for(request.user, slug, pk)
    form = ContributionForm(posted(request), area=line.measure.area, line=line)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            change_contribution(line=line, actor=request.user, version=version, given=form.contribution())
            return go_to(request, "measure-money", slug, line.measure_id, note="De bijdrage is gewijzigd.")
    theirs = None
    if form.conflict:
        line = form.on_top_of(contribution_for(request.user, slug, pk))
        theirs = _in_words(line)
    context = {"area": line.measure.area, "measure": line.measure, "line": line, "theirs": theirs}
    return answer_form(request, _PAGES + "contribution_form.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def spending(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say what of a contribution was bound by contract and paid, per year."""
    line = contribution_for(request.user, slug, pk)
    form = SpendingForm(posted(request), line=line)
    if form.is_valid():
        with form.refusals():
            version = form.cleaned_data["version"]
            record_spending(line=line, actor=request.user, version=version, spent=form.spent())
            return go_to(request, "measure-money", slug, line.measure_id, note="De besteding is vastgelegd.")
    theirs = None
    if form.conflict:
        line = form.on_top_of(contribution_for(request.user, slug, pk))
        texts = spent_texts(line)
        text = f"Verplicht:\n{texts['committed'] or 'niets'}\nBetaald:\n{texts['paid'] or 'niets'}"
        theirs = {"title": str(line), "text": text}
    context = {"area": line.measure.area, "measure": line.measure, "line": line, "theirs": theirs}
    return answer_form(request, _PAGES + "spending_form.html", form, context)


@require_POST
def contribution_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take away what should not have been there."""
    line = contribution_for(request.user, slug, pk)
    version = whole_number(request.POST.get("version")) or line.version
    remove_contribution(line=line, actor=request.user, version=version)
    return go_to(request, "measure-money", slug, line.measure_id, note="De bijdrage is verwijderd.")


@require_safe
def measure_money_history(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Show who changed what of the money of a measure."""
    measure = costed_measure_for(request.user, slug, pk)
    context = {"area": measure.area, "measure": measure, "changes": changes_of_money(measure)}
    return render(request, _PAGES + "history.html", context)


def _in_words(line: FundingLine) -> dict[str, str]:
    """Return what was saved meanwhile, to be shown above the form."""
    decided = f"Besluit: {line.decided_by}, {dutch.short_date(line.decided_on)}" if line.decided_on else ""
    years = years_text((row.year, row.amount) for row in line.years.all())
    amount = f"{dutch.number(line.amount, 2)} euro, {line.get_hardness_display().lower()}, betaalt: {line.contributor}"
    return {"title": str(line), "text": "\n".join(filter(None, (amount, decided, years, line.note)))}
