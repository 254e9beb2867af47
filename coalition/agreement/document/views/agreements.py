"""The akkoord as a document, and its chapters."""

from typing import Any
from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import area_for, may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.articles.telling import told_context, told_of, tried, was_told
from coalition.agreement.document.access import agreement_for, chapter_for, existing_agreement_for
from coalition.agreement.document.actions.agreements import open_agreement, rename_agreement, set_rules
from coalition.agreement.document.actions.chapters import add_chapter, move_chapter, remove_chapter, rename_chapter
from coalition.agreement.document.enums import ChapterKind, Grammar
from coalition.agreement.document.forms import (
    EMPTY,
    AnnexForm,
    BeginForm,
    ChapterForm,
    OpeningForm,
    RulesForm,
    TitleForm,
)
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.queries import (
    agreements_to_begin_with,
    chapter_rows,
    document,
    marked,
    opening_of,
    party_rows,
    readable_in,
)
from coalition.agreement.document.rules.parties import AGREES, opening_html
from coalition.agreement.open_points.queries import open_points_of
from coalition.agreement.packages.access import weighing_for
from coalition.agreement.terms.queries import terms_of, with_terms
from coalition.agreement.versions.queries.versions import latest_of, with_latest
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.forms.still_typing import as_typed
from novex_portal.toolkit.fragments import go_to, render_part
from novex_portal.toolkit.text.markup import clean
from novex_portal.toolkit.text.numbers import whole_number

NONE = "coalition/agreement/document/agreement_none.html"
OPENING = "coalition/agreement/document/agreement_opening.html"


@require_safe
def agreement(request: SignedInRequest, slug: str) -> HttpResponse:
    area, agreement = agreement_for(request.user, slug, rows=with_latest(with_terms()))
    may_edit = may(request.user, area, Permission.EDIT_AGREEMENT)
    if agreement is None:
        form = BeginForm(others=agreements_to_begin_with(request.user, area)) if may_edit else None
        return render(request, NONE, {"area": area, "may_edit": may_edit, "form": form})
    terms = terms_of(agreement)
    chapters = document(agreement, terms)
    parties = party_rows(agreement, request.user)
    own = weighing_for(request.user, area)
    context = {
        "area": area,
        "agreement": agreement,
        "chapters": marked(agreement, chapters, [row.party for row in parties]),
        "article_count": sum(len(chapter.articles) for chapter in chapters),
        "parties": parties,
        "signatories": [row for row in parties if row.signs],
        "agreed": sum(row.signs and row.agreed for row in parties),
        "decided": sum(row.signs and row.decided for row in parties),
        "opening": opening_html(opening_of(row.party for row in parties)),
        "agrees": AGREES,
        "preamble": readable_in(agreement, chapters, terms).html(agreement.preamble),
        "terms": terms,
        "points": open_points_of(agreement),
        "latest": latest_of(agreement),
        "reads_as_before": agreement.grammar != Grammar.LAW and may(request.user, area, Permission.TAKE_OVER_READING),
        "may_edit": may_edit,
        "may_weigh": may_edit or any(row.signs and row.party.organisation_id in own for row in parties),
    }
    return render(request, "coalition/agreement/document/agreement.html", context)


@require_POST
def agreement_open(request: SignedInRequest, slug: str) -> HttpResponseBase:
    area = area_for(request.user, slug, Permission.EDIT_AGREEMENT)
    form = BeginForm(request.POST, others=agreements_to_begin_with(request.user, area))
    if not form.is_valid():
        return answer_form(request, NONE, form, {"area": area, "may_edit": True})
    chosen = form.cleaned_data["begin"]
    open_agreement(area=area, actor=request.user, like=form.others.get(chosen), empty=chosen == EMPTY)
    return go_to(request, "agreement", slug, note="Het akkoord is begonnen. De hoofdstukken kunt u aanpassen.")


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_rename(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """What stands before the first article: the titles, and why the parties agree."""
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    data = posted(request)
    if data and "do" in data:
        form = OpeningForm(agreement=agreement, initial=as_typed(OpeningForm, data))
        return _opening_page(request, agreement, form)
    form = OpeningForm(data, agreement=agreement)
    if form.is_valid() and was_told(request.POST, form, told_of(form.readable, _typed(request)), "preamble"):
        with form.refusals():
            rename_agreement(agreement=agreement, actor=request.user, **form.cleaned_data)
            return go_to(request, "agreement", slug, note="Titel en overwegingen bewaard.")
    if form.conflict:
        agreement = form.on_top_of(existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT))
    return _opening_page(request, agreement, form)


def _typed(request: SignedInRequest) -> str:
    return clean(request.POST.get("preamble", ""))


def _opening_page(request: SignedInRequest, agreement: Agreement, form: OpeningForm) -> HttpResponse:
    context: dict[str, Any] = {"area": agreement.area, "agreement": agreement, "agrees": AGREES}
    context |= tried(request.POST, form, form.readable, field="preamble")
    typed = _typed(request)
    shown = form.initial["preamble"] if "renumbered" in context or not typed else typed
    context |= told_context(told_of(form.readable, shown), "preamble")
    if form.theirs:
        context["their_preamble"] = form.readable.typed(agreement.preamble)
    if (part := request.POST.get("do")) in {"told", "preview"}:
        return render_part(request, OPENING, part, {"form": form, **context})
    return answer_form(request, OPENING, form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_rules(request: SignedInRequest, slug: str) -> HttpResponseBase:
    """What the planning group asks of every article; it marks, and forbids nothing."""
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    start = {"asks_provenance": agreement.asks_provenance, "asks_confirmed": agreement.asks_confirmed}
    form = RulesForm(posted(request), initial=start)
    if form.is_valid():
        set_rules(agreement=agreement, actor=request.user, **form.cleaned_data)
        return go_to(request, "agreement", slug, note="De regels zijn bewaard.")
    return render(request, "coalition/agreement/document/agreement_rules.html", {"area": agreement.area, "form": form})


@require_http_methods(["GET", "HEAD", "POST"])
def agreement_chapters(request: SignedInRequest, slug: str) -> HttpResponseBase:
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    form = ChapterForm(posted(request))
    if form.is_valid():
        kind = form.cleaned_data["kind"] or ChapterKind.BODY
        with form.refusals():
            add_chapter(agreement=agreement, actor=request.user, title=form.cleaned_data["title"], kind=kind)
            return go_to(request, "agreement-chapters", slug, note="Hoofdstuk toegevoegd.")
    context = {"area": agreement.area, "rows": chapter_rows(agreement)}
    return answer_form(request, "coalition/agreement/document/agreement_chapters.html", form, context)


@require_http_methods(["GET", "HEAD", "POST"])
def chapter_rename(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    chapter = chapter_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    kind = AnnexForm if chapter.kind == ChapterKind.ANNEX else TitleForm
    form = kind(posted(request), initial={"title": chapter.title, "is_landscape": chapter.is_landscape})
    if form.is_valid():
        rename_chapter(chapter=chapter, actor=request.user, **form.cleaned_data)
        return go_to(request, "agreement-chapters", slug, note="Hoofdstuk gewijzigd.")
    context = {"area": chapter.agreement.area, "chapter": chapter}
    return answer_form(request, "coalition/agreement/document/chapter_rename.html", form, context)


@require_POST
def chapter_move(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    chapter = chapter_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    move_chapter(chapter=chapter, actor=request.user, places=places_asked(request))
    return go_to(request, "agreement-chapters", slug, note="Hoofdstuk verplaatst.")


@require_POST
def chapter_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    chapter = chapter_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    remove_chapter(chapter=chapter, actor=request.user)
    return go_to(request, "agreement-chapters", slug, note="Hoofdstuk verwijderd.")


def places_asked(request: SignedInRequest) -> int:
    """Return how many places something moves: one up or down by a button, any number by dragging (`plaatsen`)."""
    words = request.POST.get("plaatsen", "")
    if words:
        return whole_number(words.removeprefix("-")) * (-1 if words.startswith("-") else 1)
    return -1 if request.POST.get("to") == "up" else 1
