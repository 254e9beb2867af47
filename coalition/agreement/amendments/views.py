"""Proposals to change the akkoord: the list, proposing, handling, answering, taking over. One URL per action."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import may, own_organisations
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.amendments.access import (
    Reaction,
    amendment_for,
    answerable_amendment_for,
    answers_as,
    own_amendment_for,
    reaction_for,
    subject_for,
)
from coalition.agreement.amendments.actions import (
    answer_handling,
    handle_amendment,
    propose_amendment,
    take_over_amendment,
    withdraw_amendment,
)
from coalition.agreement.amendments.enums import AmendmentStatus, Handling, Verb
from coalition.agreement.amendments.forms import AmendmentForm, AnswerForm, HandlingForm, TakeOverForm
from coalition.agreement.amendments.models import Amendment
from coalition.agreement.amendments.queries import (
    SIGNS,
    TAKES_OVER,
    amendments_of,
    compared,
    proposers_of,
    rivals_of,
    standing_of,
)
from coalition.agreement.amendments.subjects import IN_LAW, Subject, of_article
from coalition.agreement.articles.access import article_for
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.telling import told_context, told_of, tried, was_told
from coalition.agreement.document.access import agreement_for, existing_agreement_for
from coalition.agreement.document.queries import readable_of
from coalition.planning_group.speaking.enums import GivenAs
from novex_portal.toolkit.forms.base import PortalForm, answer_form, posted
from novex_portal.toolkit.forms.still_typing import as_typed
from novex_portal.toolkit.fragments import go_to, refusals_told, render_part
from novex_portal.toolkit.pdf.paper import told_of_signs
from novex_portal.toolkit.text.differences import word_differences
from novex_portal.toolkit.text.markup import clean
from novex_portal.toolkit.text.numbers import whole_number

DRAFTS = Permission.EDIT_AGREEMENT
CHOOSE = "coalition/agreement/amendments/amendment_choose.html"
FORM = "coalition/agreement/amendments/amendment_form.html"
TAKE_OVER = "coalition/agreement/amendments/amendment_take_over.html"


@require_safe
def amendments(request: SignedInRequest, slug: str) -> HttpResponse:
    """The open proposals by article; `?alle` shows what is done too."""
    area, agreement = agreement_for(request.user, slug)
    shows_all = "alle" in request.GET
    rows = amendments_of(agreement, only_open=not shows_all) if agreement else []
    context = {"area": area, "agreement": agreement, "rows": rows, "shows_all": shows_all}
    return render(request, "coalition/agreement/amendments/amendments.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def amendment_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Propose other words for an article; `?opmerking` or `?reactie` makes them of what somebody said of it."""
    return _propose(request, slug, of_article(article_for(request.user, slug, pk)))


@require_http_methods(["GET", "HEAD", "POST"])
def amendment_propose(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """Propose a new text, other words for one that is no article, or to strike one; without `?over` one chooses what."""
    if "over" not in request.GET:
        agreement = existing_agreement_for(request.user, slug)
        return render(request, CHOOSE, {"area": agreement.area, "terms": agreement.terms.all()})
    return _propose(request, slug, subject_for(request.user, slug, request.GET))


def _propose(request: SignedInRequest, slug: str, subject: Subject) -> HttpResponseBase:
    agreement, data = subject.agreement, posted(request)
    parties = proposers_of(request.user, agreement.area, agreement)
    found = reaction_for(request.user, subject, request.GET)
    own = {row.pk for row in own_organisations(request.user, agreement.area)}
    records = may(request.user, agreement.area, DRAFTS)
    given: dict[str, Any] = {
        "subject": subject,
        "parties": parties,
        "reaction": found,
        "own": own if records else None,
    }
    if data and "do" in data:
        return _form_page(request, AmendmentForm(initial=as_typed(AmendmentForm, data), **given), found)
    form = AmendmentForm(data, **given)
    if form.is_valid() and was_told(request.POST, form, _told(form, clean(request.POST.get("text", "")))):
        with form.refusals():
            made = propose_amendment(actor=request.user, **form.asked(), **found.origin)
            return go_to(request, "amendment", slug, made.pk, note="Uw wijzigingsvoorstel is ingediend.")
    if form.conflict:
        form.on_top_of(None, text_version=subject.version)
    return _form_page(request, form, found)


def _told(form: AmendmentForm | HandlingForm, typed: str) -> list[str]:
    """Say what there is to tell of a law text; of the lighter ones, which signs do not print."""
    return told_of(form.readable, typed) if form.subject.about in IN_LAW else told_of_signs(typed)


def _form_page(request: SignedInRequest, form: AmendmentForm, found: Reaction) -> HttpResponse:
    subject, area = form.subject, form.subject.agreement.area
    title, text = subject.words
    context: dict[str, Any] = {
        "area": area,
        "subject": subject,
        "title_now": title,
        "text_now": subject.read(form.readable, text),
        "may_propose": form.fields["organisation"].queryset.exists(),  # type: ignore[attr-defined]
        "reaction": found,
        "is_law": subject.about in IN_LAW and subject.verb != Verb.STRIKE,
        **tried(request.POST, form, form.readable, reverse("agreement", args=[area.slug])),
    }
    typed = clean(request.POST.get("text", ""))
    shown = form.initial["text"] if "renumbered" in context or not typed else typed
    context |= told_context([] if subject.verb == Verb.STRIKE else _told(form, shown))
    if (part := request.POST.get("do")) in {"told", "preview"}:
        return render_part(request, FORM, part, {"form": form, **context})
    return answer_form(request, FORM, form, context)


@require_safe
def amendment(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """A proposal beside the text of now, what became of it, and what else is proposed for the same words."""
    return _page(request, amendment_for(request.user, slug, pk))


@require_POST
def amendment_handle(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Say what the planning group would do with it."""
    found = amendment_for(request.user, slug, pk, DRAFTS)
    form = HandlingForm(request.POST, amendment=found, readable=readable_of(found.agreement))
    if form.is_valid() and form.cleaned_data["handling"] == Handling.ADAPTED:
        was_told(request.POST, form, _told(form, clean(request.POST.get("text", ""))))
    return _taken(request, found, form, lambda values: handle_amendment(amendment=found, actor=request.user, **values))


@require_POST
def amendment_answer(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Accept that, or maintain the proposal: as the party, or recorded for it."""
    found = answerable_amendment_for(request.user, slug, pk)
    form = AnswerForm(request.POST, amendment=found, given_as=answers_as(request.user, found))

    def answer(values: dict[str, Any]) -> Amendment:
        accepts, version = values["verdict"] == "ja", whole_number(str(values["version"] or ""))
        said = {"answer": str(values["answer"]), "source": str(values.get("source", ""))}
        return answer_handling(amendment=found, actor=request.user, version=version, accepts=accepts, **said)

    return _taken(request, found, form, answer)


@require_POST
def amendment_withdraw(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take a proposal back."""
    found = own_amendment_for(request.user, slug, pk)
    version = whole_number(request.POST.get("version", ""))
    return _done(request, found, lambda: withdraw_amendment(amendment=found, actor=request.user, version=version))


@require_http_methods(["GET", "HEAD", "POST"])
def amendment_take_over(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Bring it into the article as it is now; first of all shown, with a choice where somebody changed the same words."""
    found = amendment_for(request.user, slug, pk, DRAFTS)
    if found.status != AmendmentStatus.ACCEPTED or found.handling not in TAKES_OVER:
        messages.error(request, "Dit voorstel kan nu niet worden overgenomen. Lees hoe ver het is.")
        return go_to(request, "amendment", slug, pk)
    readable = readable_of(found.agreement)
    form = TakeOverForm(posted(request), amendment=found, readable=readable)
    if form.is_valid():
        with form.refusals():
            take_over_amendment(amendment=found, actor=request.user, **form.taken())
            return go_to(request, "amendment", slug, pk, note="Overgenomen in de tekst.")
    if form.conflict:
        found = amendment_for(request.user, slug, pk, DRAFTS)
        refused, form = form.conflict, TakeOverForm(amendment=found, readable=readable)
        form.refused = refused
    return answer_form(request, TAKE_OVER, form, _taking_over(found, form))


def _taking_over(found: Amendment, form: TakeOverForm) -> dict[str, Any]:
    subject, readable = form.subject, form.readable
    old, (title, text) = subject.words, form.taking.kept
    return {
        "area": found.agreement.area,
        "amendment": found,
        "subject": subject,
        "title": word_differences(old[0], title),
        "text": word_differences(subject.read(readable, old[1]), subject.read(readable, text)),
        "asks_again": isinstance(subject.row, Article) and subject.verb == Verb.CHANGE,
    }


def _taken(
    request: SignedInRequest, found: Amendment, form: PortalForm, step: Callable[[dict[str, Any]], Amendment]
) -> HttpResponseBase:
    """Do a step that was filled in, or show its form again with every word."""
    if form.is_valid():
        slug = found.agreement.area.slug
        with form.refusals():
            step(form.cleaned_data)
            return go_to(request, "amendment", slug, found.pk, note="Bewaard.")
        found = amendment_for(request.user, slug, found.pk)
    return _page(request, found, form)


def _done(request: SignedInRequest, found: Amendment, step: Callable[[], Amendment]) -> HttpResponseBase:
    """Do a step of one press, or say why it cannot be."""
    with refusals_told(request):
        step()
        messages.success(request, "Bewaard.")
    return go_to(request, "amendment", found.agreement.area.slug, found.pk)


def _page(request: SignedInRequest, found: Amendment, form: PortalForm | None = None) -> HttpResponse:
    area, subject, readable = found.agreement.area, found.subject, readable_of(found.agreement)
    may_draft, given_as = may(request.user, area, DRAFTS), answers_as(request.user, found)
    context = {
        "area": area,
        "amendment": found,
        "subject": subject,
        "sign": SIGNS[AmendmentStatus(found.status)],
        "shown": compared(found, readable),
        "adapted": compared(found, readable, found.handled_text) if found.handled_text else None,
        "rivals": rivals_of(found, readable),
        "given_as": given_as,
        "may_answer": given_as == GivenAs.OWN and (found.is_unconfirmed or found.status == AmendmentStatus.HANDLED),
        "may_record": given_as == GivenAs.RECORDED and found.status == AmendmentStatus.HANDLED,
        "may_draft": may_draft,
        "handling_form": form if isinstance(form, HandlingForm) else HandlingForm(amendment=found, readable=readable),
        "answer_form": form if isinstance(form, AnswerForm) else AnswerForm(amendment=found, given_as=given_as),
        "takes_over": found.handling in TAKES_OVER,
        "standing": standing_of(found, readable),
    }
    if isinstance(form, HandlingForm) and subject.verb != Verb.STRIKE:
        context |= told_context(_told(form, clean(request.POST.get("text", ""))))
    status = form.http_status if form else 200
    return render(request, "coalition/agreement/amendments/amendment.html", context, status=status)
