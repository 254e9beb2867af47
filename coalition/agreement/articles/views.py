"""Articles of the akkoord: page with provenance, form, moving, taking out and putting back, history."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from areas.access import may
from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from areas.resting.queries import rests_on, words_for
from coalition.agreement.ambitions.models import Ambition
from coalition.agreement.ambitions.queries.ambitions import words_of_ambition
from coalition.agreement.amendments.queries import with_proposals
from coalition.agreement.articles.access import any_article_for, article_for, article_to_read
from coalition.agreement.articles.actions import (
    add_article,
    move_article,
    remove_article,
    restore_article,
    update_article,
)
from coalition.agreement.articles.forms import ArticleForm, RemovalForm
from coalition.agreement.articles.models import Article
from coalition.agreement.articles.queries import A_PAGE, hanging_on, history_page, removed_articles
from coalition.agreement.articles.rules.merging import merge
from coalition.agreement.articles.telling import told_context, told_of, tried, was_told
from coalition.agreement.comments.forms import CommentForm
from coalition.agreement.comments.queries import comments_of
from coalition.agreement.document.access import existing_agreement_for
from coalition.agreement.document.models import Agreement
from coalition.agreement.document.queries import readable_of, referring_to
from coalition.agreement.document.rules.labels import article_number
from coalition.agreement.document.views.agreements import places_asked
from coalition.agreement.editing.actions import end_editing
from coalition.agreement.editing.models import ArticleEditing
from coalition.agreement.editing.queries import others_in, text_of_version, typed_before
from coalition.agreement.provenance.queries import provenance_of_article, said_under
from coalition.conversations.statements.forms import StatementPicker, read_ids
from coalition.planning_group.decisions.models import Decision
from novex_portal.toolkit.forms.base import answer_form, posted
from novex_portal.toolkit.forms.still_typing import as_typed
from novex_portal.toolkit.fragments import go_to, refusals_told, render_live, render_part
from novex_portal.toolkit.nested import made_of
from novex_portal.toolkit.text.markup import clean
from novex_portal.toolkit.text.numbers import whole_number

FORM = "coalition/agreement/articles/article_form.html"


@require_safe
def article(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    article = article_to_read(request.user, slug, pk)
    area = article.chapter.agreement.area
    found = made_of(Ambition, article.found_ambitions)  # type: ignore[attr-defined]
    ambitions, direct = provenance_of_article(article, found, request.user)
    threads, resolved = comments_of(article, request.user)
    context = {
        "area": area,
        "article": article,
        "number": article_number(article.chapter.label, article.label),
        "text": readable_of(article.chapter.agreement, article.text).html(
            article.text, reverse("agreement", args=[slug])
        ),
        "ambitions": ambitions,
        "direct": direct,
        "said": said_under(ambitions, direct),
        "decisions": made_of(Decision, article.found_decisions),  # type: ignore[attr-defined]
        "may_propose_measure": may(request.user, area, Permission.PROPOSE_MEASURE),
        "carried_out": rests_on(request.user, area, Article, [pk]).get(pk, []),
        "may_edit": may(request.user, area, Permission.EDIT_AGREEMENT) and not article.removed_at,
        "may_restore": may(request.user, area, Permission.EDIT_AGREEMENT) and bool(article.removed_at),
        "others": others_in(article, request.user),
        "threads": threads,
        "resolved": resolved,
        "comment_form": CommentForm(area=area, author=request.user),
    }
    return render(request, "coalition/agreement/articles/article.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def article_new(request: SignedInRequest, slug: str) -> HttpResponseBase:
    agreement = existing_agreement_for(request.user, slug, Permission.EDIT_AGREEMENT)
    data = posted(request)
    picker = StatementPicker(data, user=request.user, area=agreement.area, also=request.GET.getlist("uitspraak"))
    if data is None or "do" in data:
        initial = as_typed(ArticleForm, data) if data else _asked_for(request, agreement)
        return _form_page(request, agreement, ArticleForm(agreement=agreement, initial=initial), picker)
    form = ArticleForm(data, agreement=agreement)
    if form.is_valid() and _was_told(request, form):
        values = _values(form)
        with form.refusals():
            made = add_article(
                actor=request.user, statements=picker.selected(), token=form.cleaned_data["token"], **values
            )
            return go_to(request, "article", slug, made.pk, note="Artikel toegevoegd.")
    return _form_page(request, agreement, form, picker)


def _asked_for(request: SignedInRequest, agreement: Agreement) -> dict[str, Any]:
    """What the address of the page asks to begin with: a chapter, or ambitions with the words of the first."""
    chapter = read_ids(request.GET.getlist("hoofdstuk"))
    ambitions = read_ids(request.GET.getlist("ambitie"))
    words = words_of_ambition(agreement, ambitions) if ambitions else {}
    return {**words, "ambitions": ambitions, **({"chapter": chapter[0]} if chapter else {})}


def _values(form: ArticleForm) -> dict[str, Any]:
    return {name: form.cleaned_data[name] for name in ("title", "text", "chapter", "ambitions", "decisions")}


@require_http_methods(["GET", "HEAD", "POST"])
def article_edit(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    article = article_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    agreement = article.chapter.agreement
    data = posted(request)
    picker = StatementPicker(data, user=request.user, area=agreement.area, linked=_linked(article))
    if data is None or "do" in data:
        before = None if data else typed_before(article, request.user)
        initial = as_typed(ArticleForm, data) if data else _typed(before)
        form = ArticleForm(agreement=agreement, article=article, initial=initial)
        return _form_page(request, agreement, form, picker, article, before=before)
    form = ArticleForm(data, agreement=agreement, article=article)
    if form.is_valid() and _was_told(request, form):
        version, values = form.cleaned_data["version"], _values(form)
        with form.refusals():
            lost = [led.sentence for led in form.readable.following(str(pk), values["text"]) if led.is_lost]
            update_article(
                article=article,
                actor=request.user,
                version=version,
                statements=picker.selected(),
                why=form.cleaned_data["why"],
                **values,
            )
            end_editing(article=article, actor=request.user)
            return go_to(request, "article", slug, pk, note=" ".join(["Artikel gewijzigd.", *lost]))
    if form.conflict:
        return _conflict_page(request, form, slug, pk)
    return _form_page(request, agreement, form, picker, article)


def _conflict_page(request: SignedInRequest, form: ArticleForm, slug: str, pk: UUID) -> HttpResponse:
    """Show both texts; what the other linked is added to the choice, and saving again is knowingly."""
    theirs = article_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    agreement = theirs.chapter.agreement
    data = request.POST.copy()
    for statement in _linked(theirs):
        data.appendlist("statements", str(statement))
    picker = StatementPicker(data, user=request.user, area=agreement.area, linked=_linked(theirs))
    base = text_of_version(theirs, form.cleaned_data["version"])
    form.on_top_of(theirs)
    is_merged = _merge_into(form, base, theirs)
    theirs.text = form.readable.typed(theirs.text)  # to be read, not saved
    return _form_page(request, agreement, form, picker, theirs, merged=is_merged)


def _merge_into(form: ArticleForm, base: tuple[str, str] | None, theirs: Article) -> bool:
    """Put both changes in the form when they do not touch each other; tells whether it did."""
    if base is None:
        return False
    typed = form.readable.typed
    title = merge(base[0], form.data.get("title", ""), theirs.title)
    text = merge(typed(base[1]), form.data.get("text", "").replace("\r\n", "\n"), typed(theirs.text))
    if title.is_clean and text.is_clean:
        form.data["title"], form.data["text"] = title.text, text.text  # type: ignore[index]
    return title.is_clean and text.is_clean


def _typed(before: ArticleEditing | None) -> dict[str, Any] | None:
    return {"title": before.title, "text": before.text, "version": before.on_version} if before else None


@require_POST
def article_move(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    article = article_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    move_article(article=article, actor=request.user, places=places_asked(request))
    if "hoofdstukken" in request.POST:
        return go_to(request, "agreement-chapters", slug, note="Artikel verplaatst.")
    return go_to(request, "article", slug, pk, note="Artikel verplaatst.")


@require_http_methods(["GET", "HEAD", "POST"])
def article_remove(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Take an article out of the text, after a warning that counts what hangs on it."""
    article = article_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    form = RemovalForm(posted(request), initial={"version": article.version})
    if form.is_valid():
        with form.refusals():
            remove_article(article=article, actor=request.user, **form.cleaned_data)
            return go_to(
                request, "article", slug, pk, note="Het artikel is uit de tekst gehaald. U kunt het terugzetten."
            )
    if form.conflict:
        article = form.on_top_of(article_for(request.user, slug, pk, Permission.EDIT_AGREEMENT))
    agreement = article.chapter.agreement
    context = {
        "area": agreement.area,
        "article": article,
        "number": article_number(article.chapter.label, article.label),
        "referring": referring_to(agreement, article.pk),
        "resting": words_for(request.user, article),
        "hanging": hanging_on(article),
    }
    return answer_form(request, "coalition/agreement/articles/article_remove.html", form, context)


@require_POST
def article_restore(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Put an article back that was taken out."""
    article = any_article_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    version = whole_number(request.POST.get("version", ""))
    with refusals_told(request):
        restore_article(article=article, actor=request.user, version=version)
        messages.success(request, "Het artikel staat weer in de tekst.")
    return go_to(request, "article", slug, pk)


@require_safe
def articles_removed(request: SignedInRequest, slug: str) -> HttpResponse:
    """What was taken out of the text, by whom and why."""
    agreement = existing_agreement_for(request.user, slug)
    page = Paginator(removed_articles(agreement), A_PAGE).get_page(request.GET.get("page"))
    context = {"area": agreement.area, "page": page}
    return render(request, "coalition/agreement/articles/articles_removed.html", context)


@require_safe
def article_history(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Who changed an article when and why, word by word; also of one that was taken out."""
    article = any_article_for(request.user, slug, pk)
    agreement = article.chapter.agreement
    page, changes = history_page(article, readable_of(agreement), request.GET.get("page"))
    number = article_number(article.chapter.label, article.label)
    revisions = with_proposals(article, changes)
    context = {"area": agreement.area, "article": article, "number": number, "page": page, "revisions": revisions}
    return render(request, "coalition/agreement/articles/article_history.html", context)


def _told(form: ArticleForm, typed: str) -> list[str]:
    return told_of(form.readable, typed, str(form.article.pk) if form.article else "")


def _was_told(request: SignedInRequest, form: ArticleForm) -> bool:
    return was_told(request.POST, form, _told(form, clean(request.POST.get("text", ""))))


def _linked(article: Article) -> list[UUID]:
    return list(article.statement_links.values_list("statement_id", flat=True))


def _form_page(
    request: SignedInRequest,
    agreement: Agreement,
    form: ArticleForm,
    picker: StatementPicker,
    article: Article | None = None,
    **more: Any,
) -> HttpResponse:
    context: dict[str, Any] = {"area": agreement.area, "form": form, "picker": picker, "article": article}
    context |= {"theirs": form.theirs, **more}
    if article:
        context["others"] = others_in(article, request.user)
        context["number"] = article_number(article.chapter.label, article.label)
    context |= tried(request.POST, form, form.readable, reverse("agreement", args=[agreement.area.slug]))
    typed = clean(request.POST.get("text", ""))
    shown = form.initial.get("text", "") if "renumbered" in context or not typed else typed
    context |= told_context(_told(form, shown))
    if (part := request.POST.get("do")) in {"told", "preview"}:
        return render_part(request, FORM, part, context)
    response = render_part(request, FORM, "picker", context, status=form.http_status)
    return render_live(request, response, picker.found_words)
