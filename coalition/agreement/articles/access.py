"""The door to an article of the akkoord."""

from uuid import UUID

from django.http import Http404

from areas.access import area_for
from areas.enums import Permission
from areas.models import User
from coalition.agreement.articles.models import Article


def article_for(user: User, slug: str, pk: UUID, need: Permission = Permission.VIEW_AGREEMENT) -> Article:
    """Return an article of the area's akkoord."""
    area = area_for(user, slug, need)
    article = (
        Article.objects.select_related("chapter__agreement__area").filter(chapter__agreement__area=area, pk=pk).first()
    )
    if article is None:
        raise Http404("Dit artikel is er niet.")
    return article
