"""Comments beside an article: between people who write it, never part of the text."""

import pghistory
from django.conf import settings
from django.db import models

from coalition.agreement.articles.models import Article
from novex_portal.toolkit.ids import uuid7
from novex_portal.toolkit.kept.declaration import Kept
from novex_portal.toolkit.models import Once


@pghistory.track()
class ArticleComment(Once):
    """What somebody says of an article, to whom, and whether it is dealt with. A reply hangs under another."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="comments")
    reply_to = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="replies")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="article_comments", verbose_name="schrijver"
    )
    addressed_to = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True,
        related_name="comments_addressed", verbose_name="gericht aan",
    )  # fmt: skip
    text = models.TextField("opmerking")
    written_at = models.DateTimeField("geschreven op", auto_now_add=True)
    resolved_at = models.DateTimeField("afgehandeld op", null=True, blank=True)
    resolved_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True,
        related_name="comments_resolved", verbose_name="afgehandeld door",
    )  # fmt: skip

    kept = Kept(
        area="article__chapter__agreement__area", words=("text",), accounts=("author", "addressed_to", "resolved_by")
    )

    class Meta:
        verbose_name = "opmerking bij een artikel"
        verbose_name_plural = "opmerkingen bij artikelen"
        ordering = ["written_at", "id"]
        constraints = [
            models.CheckConstraint(condition=~models.Q(text=""), name="comment_says_something"),
            models.CheckConstraint(
                condition=models.Q(resolved_at__isnull=True, resolved_by__isnull=True)
                | models.Q(resolved_at__isnull=False, resolved_by__isnull=False),
                name="comment_resolved_by_somebody",
            ),
        ]

    def __str__(self) -> str:
        return self.text[:80]
