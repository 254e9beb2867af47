"""Keeping what somebody types in an article, and that they are there."""

from django.utils import timezone

from areas.models import User
from coalition.agreement.articles.models import Article
from coalition.agreement.document.queries import readable_of
from coalition.agreement.editing.models import ArticleEditing
from coalition.agreement.editing.queries import text_of_version
from novex_portal.toolkit.actions import action
from novex_portal.toolkit.text.markup import clean

MAX_KEPT = 100_000


@action(atomic=False)
def keep_editing(*, article: Article, actor: User, version: int, title: str, text: str) -> ArticleEditing:
    """Keep what was typed so far, and that the actor is in the article now.

    Who only looks leaves no text behind: what is the same as the version the typing began on is not kept.
    """
    title, text = clean(title)[:150], clean(text)[:MAX_KEPT]
    base = (article.title, article.text) if version == article.version else text_of_version(article, version)
    readable = readable_of(article.chapter.agreement, text, *(base or ()))
    if base and (title, text) == (base[0], readable.typed(base[1])):
        title, text = "", ""
    typed = {"title": title, "text": text, "on_version": version}
    row, _ = ArticleEditing.objects.update_or_create(
        article=article, author=actor, defaults={**typed, "seen_at": timezone.now()}
    )
    return row


@action(atomic=False)
def end_editing(*, article: Article, actor: User) -> None:
    """Forget what was typed: it is saved, or thrown away. Twice is once."""
    ArticleEditing.objects.filter(article=article, author=actor).delete()
