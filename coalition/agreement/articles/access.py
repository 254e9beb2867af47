"""The door to an article of the akkoord."""

from areas.access import door
from areas.enums import Permission
from coalition.agreement.articles.models import Article

article_for = door(
    Article.objects,
    area="chapter__agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Dit artikel is er niet.",
)
"""Return an article of the area's akkoord."""
