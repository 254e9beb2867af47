"""Working on an article together: who is in it, and what one typed so far."""

from uuid import UUID

from django.http import HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST

from areas.accounts.requests import SignedInRequest
from areas.enums import Permission
from coalition.agreement.articles.access import any_article_for, article_for
from coalition.agreement.editing.actions import end_editing, keep_editing
from coalition.agreement.editing.queries import others_in
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.text.numbers import whole_number


@require_POST
def article_keep(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponse:
    """Keep what is typed, as the page sends it while somebody types and every half minute; answers who else is there."""
    article = any_article_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    version = whole_number(request.POST.get("version", "")) or article.version
    title, text = request.POST.get("title", ""), request.POST.get("text", "")
    kept = keep_editing(article=article, actor=request.user, version=version, title=title, text=text)
    context = {
        "others": others_in(article, request.user),
        "kept": kept if kept.text else None,
        "is_behind": version != article.version,
    }
    return render(request, "coalition/agreement/editing/_article_presence.html", context)


@require_POST
def article_let_go(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Throw away what one typed before."""
    article = article_for(request.user, slug, pk, Permission.EDIT_AGREEMENT)
    end_editing(article=article, actor=request.user)
    return go_to(request, "article-edit", slug, pk, note="Uw eerdere tekst is weggegooid.")
