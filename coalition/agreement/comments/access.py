"""The door to a comment beside an article."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.agreement.comments.models import ArticleComment


def comment_for(user: User, slug: str, pk: UUID) -> ArticleComment:
    """Return a comment beside an article of the area's akkoord."""
    area = area_for(user, slug, Permission.VIEW_AGREEMENT)
    comments = ArticleComment.objects.select_related("article__chapter__agreement__area")
    comment = comments.filter(article__chapter__agreement__area=area, pk=pk).first()
    if comment is None:
        raise Http404("Deze opmerking is er niet.")
    return comment
