"""Saying something beside an article, to somebody or to all, and dealing with it."""

from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils import timezone

from areas.enums import Permission
from areas.models import User
from coalition.agreement.articles.models import Article
from coalition.agreement.comments.models import ArticleComment
from coalition.conversations.readers.queries import members_of
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.mail.writing import queue_written_mail
from novex_portal.toolkit.problems import Problem
from novex_portal.toolkit.text.markup import clean

MAX_COMMENT = 4_000


@action
def add_comment(
    *,
    article: Article,
    actor: User,
    text: str,
    addressed_to: User | None = None,
    reply_to: ArticleComment | None = None,
    token: UUID | None = None,
) -> ArticleComment:
    """Write a comment, or a reply to one; who it is addressed to gets a mail. The same token makes one.

    Raises Problem when it says nothing, is addressed to somebody who cannot read it, or replies to another article's.
    """
    if made := ArticleComment.made_with(token, article=article, author=actor):
        return made
    text = clean(text).strip()
    if not text or len(text) > MAX_COMMENT:
        raise Problem("Schrijf uw opmerking op, in ten hoogste 4.000 tekens.")
    area = article.chapter.agreement.area
    if addressed_to and addressed_to.pk not in members_of(area).who_may(Permission.VIEW_AGREEMENT):
        raise Problem("Deze persoon is geen lid van het gebied, en kan de opmerking niet lezen.")
    if reply_to and (reply_to.article_id != article.pk or reply_to.reply_to_id):
        raise Problem("U kunt alleen antwoorden op een opmerking bij dit artikel.")
    comment = ArticleComment.objects.create(
        article=article,
        author=actor,
        addressed_to=addressed_to,
        reply_to=reply_to,
        text=text,
        submission_token=token or uuid7(),
    )
    if addressed_to and addressed_to != actor:
        _mail(comment)
    return comment


@action
def resolve_comment(*, comment: ArticleComment, actor: User, resolved: bool) -> None:
    """Say that a comment is dealt with, or open it again. Twice is once."""
    rows = ArticleComment.objects.filter(pk=comment.pk, resolved_at__isnull=resolved)
    rows.update(resolved_at=timezone.now() if resolved else None, resolved_by=actor if resolved else None)


def _mail(comment: ArticleComment) -> None:
    """Tell somebody of a comment to them; the words stay in the portal."""
    article, reader = comment.article, comment.addressed_to
    area = article.chapter.agreement.area
    link = settings.BASE_URL + reverse("article", args=[area.slug, article.pk]) + "#opmerkingen"
    context = {"article": article, "area": area, "link": link}
    queue_written_mail(
        "coalition/agreement/comments/mail/comment",
        to=reader.email if reader else "",
        subject=f"Een opmerking voor u bij het akkoord van {area}",
        context=context,
        dedupe_key=f"article-comment:{comment.pk}",
    )
