"""Keeping what somebody types in an article, and that they are there."""

from django.utils import timezone

from areas.models import User
from coalition.models import Article, ArticleEditing
from novex_portal.toolkit.text import clean

MAX_KEPT = 100_000


def keep_editing(*, article: Article, actor: User, version: int, title: str, text: str) -> ArticleEditing:
    """Keep what was typed so far, and that the actor is in the article now."""
    typed = {"title": clean(title)[:150], "text": clean(text)[:MAX_KEPT], "on_version": version}
    row, _ = ArticleEditing.objects.update_or_create(
        article=article, author=actor, defaults={**typed, "seen_at": timezone.now()}
    )
    return row


def end_editing(*, article: Article, actor: User) -> None:
    """Forget what was typed: it is saved, or thrown away. Twice is once."""
    ArticleEditing.objects.filter(article=article, author=actor).delete()
