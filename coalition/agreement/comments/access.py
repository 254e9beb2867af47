"""The door to a comment beside an article."""

from areas.access import door
from areas.enums import Permission
from coalition.agreement.comments.models import ArticleComment

comment_for = door(
    ArticleComment.objects,
    area="article__chapter__agreement__area",
    need=Permission.VIEW_AGREEMENT,
    missing="Deze opmerking is er niet.",
)
"""Return a comment beside an article of the area's akkoord."""
