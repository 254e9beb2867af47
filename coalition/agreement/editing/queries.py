"""Reading who is in an article, what one typed there before, and the text an edit began on."""

from datetime import timedelta
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from areas.models import User
from coalition.agreement.articles.models import Article
from coalition.agreement.editing.models import ArticleEditing
from novex_portal.toolkit.nested import made_of

PRESENT = timedelta(seconds=90)
"""How long after a sign of life somebody counts as being in an article; the page sends one every 30 seconds."""


def present() -> QuerySet[ArticleEditing]:
    """Return who is in whatever article now."""
    return ArticleEditing.objects.filter(seen_at__gte=timezone.now() - PRESENT)


def others_in(article: Article, user: User) -> list[str]:
    """Return who else is in the article now, by role and name as the portal shows them. One query.

    None for an article that was read with `found_people`.
    """
    found: list[dict[str, str]] | None = getattr(article, "found_people", None)
    if found is not None:
        return [str(person) for person in made_of(User, found) if person.pk != user.pk]
    rows = present().filter(article=article).exclude(author=user)
    return [str(row.author) for row in rows.select_related("author").order_by("seen_at")]


def typed_before(article: Article, user: User) -> ArticleEditing | None:
    """Return what the user typed earlier and did not save. One query."""
    return ArticleEditing.objects.filter(article=article, author=user).exclude(text="").first()


def text_of_version(article: Article, version: int) -> tuple[str, str] | None:
    """Return the title and text an article had in one of its versions, from the history. One query."""
    events: Any = Article.pgh_event_model  # type: ignore[attr-defined]
    rows = events.objects.filter(pgh_obj=article.pk, version=version).order_by("-pgh_created_at", "-pgh_id")
    found: tuple[str, str] | None = rows.values_list("title", "text").first()
    return found
