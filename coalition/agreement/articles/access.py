"""The doors to an article of the akkoord: one that is in the text, and one that may be taken out."""

from areas.access import door
from areas.enums import Permission
from coalition.agreement.articles.models import Article

article_for = door(
    Article.objects,
    area="chapter__agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Dit artikel staat niet in het akkoord.",
)
"""Return an article that is in the text of the area's akkoord."""

any_article_for = door(
    Article.everything.select_related("removed_by"),
    area="chapter__agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Dit artikel is er niet.",
)
"""Return an article of the area's akkoord, also one that was taken out of the text."""
