"""Reading the comments beside an article."""

from dataclasses import dataclass

from areas.access import may
from areas.enums import Permission
from areas.models import User
from coalition.agreement.articles.models import Article
from coalition.agreement.comments.models import ArticleComment


@dataclass(frozen=True)
class CommentThread:
    """A comment with the replies under it."""

    comment: ArticleComment
    replies: list[ArticleComment]
    may_resolve: bool


def comments_of(article: Article, user: User) -> tuple[list[CommentThread], list[CommentThread]]:
    """Return the open threads and those dealt with, oldest first. One query."""
    people = ("author", "addressed_to", "resolved_by")
    rows = list(article.comments.select_related(*people).order_by("written_at", "pk"))
    drafts = may(user, article.chapter.agreement.area, Permission.EDIT_AGREEMENT)
    threads = [
        CommentThread(
            row,
            [reply for reply in rows if reply.reply_to_id == row.pk],
            drafts or user.pk in {row.author_id, row.addressed_to_id},
        )
        for row in rows
        if row.reply_to_id is None
    ]
    return (
        [thread for thread in threads if thread.comment.resolved_at is None],
        [thread for thread in threads if thread.comment.resolved_at],
    )
