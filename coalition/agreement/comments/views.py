"""Comments beside an article."""

from uuid import UUID

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_POST

from areas.accounts.requests import SignedInRequest
from coalition.agreement.articles.access import article_for
from coalition.agreement.comments.access import comment_for
from coalition.agreement.comments.actions import add_comment, resolve_comment
from coalition.agreement.comments.forms import CommentForm
from coalition.agreement.comments.models import ArticleComment
from coalition.agreement.comments.queries import comments_of
from coalition.agreement.document.queries import readable_of
from novex_portal.toolkit.fragments import go_to
from novex_portal.toolkit.ids import uuid_or_none
from novex_portal.toolkit.problems import Problem


@require_POST
def comment_new(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Write a comment, or with `antwoord` a reply to one."""
    article = article_for(request.user, slug, pk)
    area = article.chapter.agreement.area
    form = CommentForm(request.POST, area=area, author=request.user)
    if form.is_valid():
        answered = request.POST.get("antwoord", "")
        with form.refusals():
            reply_to = _answered(request, slug, answered) if answered else None
            add_comment(article=article, actor=request.user, reply_to=reply_to, **form.cleaned_data)
            return go_to(request, "article", slug, pk, note="Opmerking geplaatst.")
    readable = readable_of(article.chapter.agreement, article.text)
    open_threads, resolved = comments_of(article, request.user)
    context = {"area": area, "article": article, "text": readable.words(article.text), "comment_form": form}
    context |= {"threads": open_threads, "resolved": resolved}
    return render(request, "coalition/agreement/comments/article_comment.html", context, status=422)


def _answered(request: SignedInRequest, slug: str, pk: str) -> ArticleComment:
    """Return the comment that is replied to."""
    known = uuid_or_none(pk)
    if known is None:
        raise Problem("Deze opmerking is er niet.")
    return comment_for(request.user, slug, known)


@require_POST
def comment_resolve(request: SignedInRequest, slug: str, pk: UUID) -> HttpResponseBase:
    """Deal with a comment, or open it again."""
    comment = comment_for(request.user, slug, pk)
    threads = [thread for group in comments_of(comment.article, request.user) for thread in group]
    if not any(thread.comment == comment and thread.may_resolve for thread in threads):
        raise PermissionDenied("Alleen wie de opmerking schreef, aan wie zij gericht is en de planningsgroep kan dit.")
    resolve_comment(comment=comment, actor=request.user, resolved="heropen" not in request.POST)
    return go_to(request, "article", slug, comment.article_id, note="Bewaard.")
